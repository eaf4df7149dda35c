"""Free days: the nearest ones please every rule, and the ranked ones say what speaks against them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.planner.builders import (
    SETTINGS,
    TODAY,
    calendar_of,
    make_community,
    make_event,
    make_municipality,
    make_venue,
    text,
)

from seurantalo.model.event import Change, Event, EventStatus, Format, Weight
from seurantalo.model.parts import Period
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner import HolidayCalendar, make_calendar
from seurantalo.planner.clashes import FreeDays, Level, find_clashes
from seurantalo.planner.free import FreeDates, Grade, RatedDay, ReasonKind, Wish

FIRST = date(2027, 6, 1)
PLACES = (
    make_municipality("vimpeli", neighbours=("soini",)),
    make_municipality("soini"),
    make_venue("talo", rooms=("sali", "kabinetti")),
    make_venue("kenttä"),
)


def events(names: list[str]) -> st.SearchStrategy[list[Event]]:
    return st.tuples(*(event(name) for name in names)).map(list)


def event(name: str) -> st.SearchStrategy[Event]:
    def build(
        day: int,
        hour: int,
        length: int,
        weight: Weight | None,
        venue: str | None,
        room: str | None,
        who: str,
        **more: object,
    ) -> Event:
        starts = datetime(2027, 6, 1, hour) + timedelta(days=day)
        return make_event(
            name,
            starts,
            starts + timedelta(hours=length),
            stated_weight=weight,
            venue=venue,
            room=room if venue == "talo" else None,
            organisers=(who,),
            municipality=more["where"] if venue is None else "vimpeli",
            audiences=more["audiences"],
            status=EventStatus.CANCELLED if more["off"] else EventStatus.CONFIRMED,
        )

    return st.builds(
        build,
        day=st.integers(0, 9),
        hour=st.integers(8, 23),
        length=st.sampled_from([1, 3, 9, 30]),
        weight=st.sampled_from([None, *Weight]),
        venue=st.sampled_from([None, "talo", "kenttä"]),
        room=st.sampled_from([None, "sali", "kabinetti"]),
        who=st.sampled_from(["martat", "kylä", "seura"]),
        where=st.sampled_from(["vimpeli", "soini"]),
        audiences=st.sampled_from([(), ("lapset",), ("nuoret",), ("kaikki",)]),
        off=st.sampled_from([False, False, False, True]),
    )


@given(events(["plan", "a", "b", "c", "d"]))
def test_a_near_day_is_free_exactly_if_the_search_finds_nothing_on_it(found: list[Event]) -> None:
    plan, *others = found
    plan = replace(plan, status=EventStatus.CONFIRMED)
    community = make_community(plan, *others, *PLACES)
    free = FreeDays(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    near = free.near(plan, FIRST + timedelta(days=5), within=5, most=99)

    holidays = HolidayCalendar("en")
    expected = []
    assert isinstance(plan.starts, datetime)
    assert isinstance(plan.ends, datetime)
    for number in range(11):
        by = FIRST + timedelta(days=number) - plan.starts.date()
        starts, ends = plan.starts + by, plan.ends + by
        there = make_community(replace(plan, starts=starts, ends=ends), *others, *PLACES)
        clashes = find_clashes(there, make_calendar(there, SETTINGS, TODAY), SETTINGS)
        pressing = [one for one in clashes.of_event("plan") if one.level is not Level.INFO]
        days = [starts.date() + timedelta(days=n) for n in range((ends.date() - starts.date()).days + 1)]
        if not pressing and not any(holidays.is_holiday(day) or holidays.is_eve(day) for day in days):
            expected.append(starts.date())
    assert near == tuple(expected)


def rank(*records: object, **wish: object) -> dict[date, RatedDay]:
    community = make_community(*records)  # type: ignore[arg-type]
    asked = {"municipality": "vimpeli", "first": date(2027, 5, 1), "last": date(2027, 5, 31), **wish}
    days = FreeDates(community, calendar_of(*records), SETTINGS).rank(Wish(**asked))  # type: ignore[arg-type]
    return {rated.day: rated for rated in days}


def kinds(rated: RatedDay) -> list[str]:
    return [reason.kind.value for reason, _, _ in rated.reasons]


def test_an_empty_month_has_only_its_holidays() -> None:
    days = rank()
    # May Day, Ascension Day with its eve, Pentecost with its eve.
    assert {day.day: kinds(rated) for day, rated in days.items() if rated.points} == {
        1: ["holiday"],
        5: ["eve"],
        6: ["holiday"],
        15: ["eve"],
        16: ["holiday"],
    }
    assert next(iter(days)) == date(2027, 5, 2)
    assert list(days)[-1] == date(2027, 5, 16)


def test_who_it_is_for_decides_how_much_another_event_weighs() -> None:
    other = make_event("a", "2027-05-11 18:00", audiences=("lapset",))
    unknown, same, broader, others = (
        rank(other, audiences=audiences)[date(2027, 5, 11)]
        for audiences in ((), ("lapset",), ("kaikki",), ("nuoret",))
    )
    assert [rated.points for rated in (unknown, same, broader, others)] == [2, 6, 6, 1]
    assert [rated.grade for rated in (unknown, same, others)] == [Grade.QUIET, Grade.AVOID, Grade.QUIET]


def test_a_venue_is_taken_by_weekly_groups_too_and_told_once() -> None:
    weekly = make_event(
        "kerho", "2027-05-03 18:00", venue="talo", repeats=Recurrence(frequency=Frequency.WEEKLY, count=2)
    )
    single = make_event("juhla", "2027-05-10 12:00", venue="talo")
    show = make_event("näyttely", "2027-05-11", venue="talo", format=Format.EXHIBITION)
    days = rank(weekly, single, show, venue="talo")
    assert {day.day: kinds(days[day]) for day in days if ReasonKind.VENUE.value in kinds(days[day])} == {
        3: ["venue"],
        10: ["venue", "venue"],
    }
    assert kinds(rank(weekly, single, show)[date(2027, 5, 3)]) == []


def test_full_days_great_days_and_neighbours_count() -> None:
    records = (
        make_municipality("vimpeli", population=2_000, neighbours=("soini",)),
        make_municipality("soini"),
        make_event("a", "2027-05-11 12:00"),
        make_event("b", "2027-05-11 18:00"),
        make_event("soinissa", "2027-05-12 18:00", municipality="soini"),
        make_event("markkinat", "2027-05-13 10:00", municipality="soini", stated_weight=Weight.MAJOR),
    )
    days = rank(*records)
    assert kinds(days[date(2027, 5, 11)]) == ["load", "event", "event"]
    assert kinds(days[date(2027, 5, 12)]) == ["neighbour"]
    assert kinds(days[date(2027, 5, 13)]) == ["major"]
    assert days[date(2027, 5, 13)].grade is Grade.AVOID


def test_breaks_count_but_not_the_summer() -> None:
    weeks = Period(starts=date(2027, 5, 10), ends=date(2027, 5, 11), name=text("Kevätloma"))
    summer = Period(starts=date(2027, 5, 20), ends=date(2027, 8, 10))
    days = rank(make_municipality("vimpeli", school_breaks=(weeks, summer)))
    assert [day.day for day in sorted(days) if "school-break" in kinds(days[day])] == [10, 11]


def test_what_is_cancelled_or_elsewhere_does_not_count() -> None:
    records = (
        make_municipality("soini"),
        make_venue("soinin-talo", "soini"),
        make_event("off", "2027-05-11 18:00", status=EventStatus.CANCELLED),
        make_event(
            "siirto",
            "2027-05-12 18:00",
            repeats=Recurrence(frequency=Frequency.MONTHLY, count=1),
            changes=(Change(date=date(2027, 5, 12), venue="soinin-talo"),),
        ),
    )
    days = rank(*records)
    assert kinds(days[date(2027, 5, 11)]) == kinds(days[date(2027, 5, 12)]) == []
    assert kinds(rank(*records, municipality="soini")[date(2027, 5, 12)]) == ["event"]


def test_weekdays_and_the_span_bound_the_answer() -> None:
    days = rank(weekdays=frozenset({5}))
    assert sorted(day.day for day in days) == [1, 8, 15, 22, 29]
