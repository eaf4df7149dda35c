"""Free days: the nearest ones please every rule, and the ranked ones say what speaks against them, at which hours."""

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
from seurantalo.planner.free import FreeDates, Grade, Hours, RatedDay, When, Wish

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
            format=more["form"],
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
        form=st.sampled_from([Format.OTHER, Format.OTHER, Format.DANCE, Format.MARKET, Format.EXHIBITION]),
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
    return [each.reason.kind.value for each in rated.reasons]


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


def weekly(name: str, starts: str, ends: str, count: int = 4, **fields: object) -> Event:
    return make_event(
        name, starts, ends, repeats=Recurrence(frequency=Frequency.WEEKLY, count=count), **{"venue": "talo", **fields}
    )


def test_a_morning_group_leaves_the_evening_free() -> None:
    club = make_event(
        "kerho",
        "2027-05-03 09:00",
        "2027-05-03 11:00",
        venue="talo",
        repeats=Recurrence(frequency=Frequency.DAILY, count=20),
    )
    evenings = rank(club, venue="talo", first=date(2027, 5, 10), last=date(2027, 5, 12))
    assert [rated.grade for rated in evenings.values()] == [Grade.FREE] * 3
    mornings = rank(club, venue="talo", first=date(2027, 5, 10), last=date(2027, 5, 12), hours=Hours(480, 720))
    assert [rated.grade for rated in mornings.values()] == [Grade.TAKEN] * 3


def test_only_the_hours_taken_are_taken_and_the_free_ones_are_told() -> None:
    choir = weekly("kuoro", "2027-05-03 17:00", "2027-05-03 18:00")
    day = date(2027, 5, 10)
    whole = rank(choir, venue="talo", hours=Hours(17 * 60, 20 * 60))[day]
    assert (whole.grade, kinds(whole)) == (Grade.TAKEN, ["venue"])
    part = rank(choir, venue="talo")[day]
    # Half an hour is left for setting up.
    assert (part.grade, clocks(choir, part)) == (Grade.FREE, [("18:30", "22:00")])


def clocks(record: object, rated: RatedDay) -> list[tuple[str, str]]:
    free = FreeDates(make_community(record), calendar_of(record), SETTINGS)  # type: ignore[arg-type]
    return [
        (f"{first:%H:%M}", f"{last:%H:%M}") for first, last in (free.on_clocks(piece.span) for piece in rated.free)
    ]


def test_a_weekly_choir_has_its_evening_where_no_hall_is_chosen() -> None:
    choir = weekly("kuoro", "2027-05-04 18:00", "2027-05-04 20:00", audiences=("lapset",))
    tuesday = date(2027, 5, 11)
    for audiences, points, found in (((), 1, ["routine"]), (("lapset",), 2, ["routine"]), (("nuoret",), 0, [])):
        rated = rank(choir, audiences=audiences)[tuesday]
        assert (rated.points, kinds(rated)) == (points, found)
    assert kinds(rank(choir, hours=Hours(480, 720))[tuesday]) == []
    assert rank(choir)[date(2027, 5, 12)].points == 0


def test_several_weekly_groups_count_as_one_and_are_counted() -> None:
    records = [
        weekly(f"ryhma-{n}", f"2027-05-04 {17 + n}:00", f"2027-05-04 {18 + n}:00", venue=None) for n in range(3)
    ]
    rated = rank(*records)[date(2027, 5, 11)]
    assert [(each.points, each.reason.count) for each in rated.reasons] == [(1, 3)]


def test_an_event_at_another_hour_weighs_less() -> None:
    morning = make_event("a", "2027-05-11 10:00", "2027-05-11 12:00", audiences=("lapset",))
    late = make_event("b", "2027-05-12 16:00", "2027-05-12 17:00", audiences=("lapset",))
    days = rank(morning, late, audiences=("lapset",), hours=Hours(18 * 60, 21 * 60))
    found = {day.day: (rated.points, rated.reasons[0].when) for day, rated in days.items() if day.day in (11, 12)}
    assert found == {11: (2, When.APART), 12: (6, When.EVENING)}


def test_what_is_off_takes_no_hour_and_a_hold_is_told_as_one() -> None:
    records = [
        make_event(name, f"2027-05-{day} 18:00", f"2027-05-{day} 21:00", venue="talo", status=status)
        for name, day, status in (
            ("peruttu", 10, EventStatus.CANCELLED),
            ("lykatty", 11, EventStatus.POSTPONED),
            ("alustava", 12, EventStatus.TENTATIVE),
            ("varma", 13, EventStatus.CONFIRMED),
        )
    ]
    days = rank(*records, venue="talo")
    assert [days[date(2027, 5, day)].grade for day in (10, 11, 12, 13)] == [
        Grade.FREE,
        Grade.FREE,
        Grade.HELD,
        Grade.TAKEN,
    ]


def test_rooms_are_taken_one_by_one() -> None:
    hall = make_venue("koulu", rooms=("sali", "luokka"))
    there = {"venue": "koulu"}
    in_hall = make_event("salissa", "2027-05-10 18:00", "2027-05-10 21:00", room="sali", **there)
    everywhere = make_event("kaikkialla", "2027-05-11 18:00", "2027-05-11 21:00", **there)

    def asked(room: str | None) -> list[tuple[str, list[str]]]:
        days = rank(hall, in_hall, everywhere, room=room, **there)
        return [(days[day].grade.value, kinds(days[day])) for day in (date(2027, 5, 10), date(2027, 5, 11))]

    # The other event is still on at the same time, whoever it is for.
    assert asked("sali") == [("taken", ["venue"]), ("taken", ["venue"])]
    assert asked("luokka") == [("quiet", ["event"]), ("taken", ["venue"])]
    assert asked(None) == [("quiet", ["room"]), ("taken", ["venue"])]


def test_an_exhibition_asks_for_its_keeper_but_its_opening_takes_the_floor() -> None:
    shown = {"venue": "talo", "format": Format.EXHIBITION}
    opening = make_event("avajaiset", "2027-05-10 18:00", "2027-05-10 20:00", **shown)
    hanging = make_event("nayttely", "2027-05-11", "2027-05-20", **shown)
    days = rank(opening, hanging, venue="talo")
    assert kinds(days[date(2027, 5, 10)]) == ["venue"]
    assert (kinds(days[date(2027, 5, 12)]), days[date(2027, 5, 12)].grade) == (["exhibition"], Grade.POSSIBLE)
    assert kinds(rank(opening, hanging)[date(2027, 5, 12)]) == []


def test_the_time_to_set_up_is_kept() -> None:
    day = date(2027, 5, 10)
    meeting = make_event("kokous", "2027-05-10 16:00", "2027-05-10 18:00", venue="talo")
    usual, stated = make_venue("talo"), make_venue("talo", setup_margin=60)
    evening = {"venue": "talo", "hours": Hours(18 * 60, 21 * 60)}
    found = rank(usual, meeting, **evening)[day]
    assert (kinds(found)[0], found.reasons[0].points) == ("margin", 4)
    assert kinds(rank(stated, meeting, **evening)[day])[0] == "venue"
    later = {**evening, "hours": Hours(19 * 60, 21 * 60)}
    assert rank(stated, meeting, **later)[day].free
    # What takes whole days needs no time between them.
    week = make_event("viikko", "2027-05-11", "2027-05-12", venue="talo")
    assert rank(stated, week, **{**evening, "hours": Hours(18 * 60, 24 * 60)})[day].points == 0


def test_a_night_reaches_into_the_next_morning() -> None:
    dance = make_event("tanssit", "2027-05-14 21:00", "2027-05-15 02:00", venue="talo")
    night = rank(dance, venue="talo", hours=Hours(0, 180))
    assert night[date(2027, 5, 15)].grade is Grade.TAKEN
    assert night[date(2027, 5, 14)].grade is Grade.QUIET
    late = rank(dance, venue="talo", hours=Hours(22 * 60, 26 * 60))
    assert [late[date(2027, 5, day)].grade for day in (13, 14)] == [Grade.FREE, Grade.TAKEN]
    assert rank(dance, venue="talo", hours=Hours(480, 720))[date(2027, 5, 15)].grade is not Grade.TAKEN


def test_days_in_a_row_are_as_good_as_the_worst_of_them() -> None:
    sunday = make_event("sunnuntaina", "2027-05-23 12:00", "2027-05-23 14:00", venue="talo")
    weekends = rank(sunday, venue="talo", days=2, weekdays=frozenset({5}))
    assert {day.day: (rated.last.day, rated.grade) for day, rated in weekends.items()} == {
        1: (2, Grade.AVOID),
        8: (9, Grade.FREE),
        15: (16, Grade.AVOID),
        22: (23, Grade.TAKEN),
        # The thirtieth and the thirty-first are Sunday and Monday.
        29: (30, Grade.FREE),
    }
    # The hours are needed on each of the days.
    assert rank(sunday, venue="talo", days=2, hours=Hours(16 * 60, 20 * 60))[date(2027, 5, 22)].grade is Grade.QUIET
    assert max(rank(days=3)) == date(2027, 5, 29)


def test_points_of_days_in_a_row_are_those_of_the_worst_and_not_their_sum() -> None:
    each_day = [make_event(f"e{day}", f"2027-05-{day} 12:00", audiences=("lapset",)) for day in (11, 12, 13)]
    wish = {"days": 3, "audiences": ("nuoret",), "first": date(2027, 5, 11), "last": date(2027, 5, 13)}
    [rated] = rank(*each_day, **wish).values()
    assert (rated.points, kinds(rated)) == (1, ["event"] * 3)


def test_rooms_that_are_not_to_be_had_count_once() -> None:
    hall = make_venue("koulu", rooms=("a", "b", "c"))
    taken = [
        make_event(room, "2027-05-10 18:00", "2027-05-10 21:00", venue="koulu", room=room) for room in ("a", "b")
    ]
    rated = rank(make_municipality("vimpeli", population=9_000), hall, *taken, venue="koulu")[date(2027, 5, 10)]
    assert (rated.points, kinds(rated)) == (2, ["room", "room"])


def test_of_weekly_groups_the_one_for_the_same_people_is_named() -> None:
    others = weekly("muut", "2027-05-04 17:00", "2027-05-04 18:00", venue=None)
    same = weekly("samat", "2027-05-04 18:00", "2027-05-04 19:00", venue=None, audiences=("lapset",))
    rated = rank(others, same, audiences=("lapset",))[date(2027, 5, 11)]
    [reason] = [each.reason for each in rated.reasons]
    assert (rated.points, reason.occurrence and reason.occurrence.event.id, reason.count) == (2, "samat", 2)


def test_the_last_hour_of_the_evening_is_still_evening() -> None:
    late = make_event("a", "2027-05-11 22:00", audiences=("lapset",))
    too_late = make_event("b", "2027-05-12 22:30", audiences=("lapset",))
    days = rank(late, too_late, audiences=("lapset",))
    assert [days[date(2027, 5, day)].reasons[0].when for day in (11, 12)] == [When.EVENING, When.APART]


def test_of_neighbours_three_events_of_each_part_of_a_day_count() -> None:
    soini = [
        make_event(f"{hour}-{n}", f"2027-05-11 {hour}:00", f"2027-05-11 {hour}:30", municipality="soini")
        for hour in ("11", "12", "16")
        for n in range(5)
    ]
    places = (make_municipality("vimpeli", neighbours=("soini",)), make_municipality("soini"))
    told = rank(*places, *soini)[date(2027, 5, 11)].reasons
    assert sorted(each.reason.occurrence.event.id[:2] for each in told if each.reason.occurrence) == [
        *["11"] * 3,
        *["12"] * 3,
        *["16"] * 3,
    ]


def test_what_stands_for_days_and_what_is_nowhere_keep_nobody_from_anything() -> None:
    week = make_event("teemaviikko", "2027-05-10", "2027-05-12")
    camp = make_event("leiri", "2027-05-17", "2027-05-23", venue="talo")
    longer = make_event("kurssi", "2027-05-24", "2027-05-31", venue="talo")
    days = rank(week, camp, longer)
    assert [kinds(days[date(2027, 5, day)]) for day in (11, 18, 25)] == [[], ["event"], []]


def test_a_full_weekend_counts_on_both_days() -> None:
    places = make_municipality("vimpeli", population=2_000)
    saturday = [make_event(f"la-{n}", f"2027-05-22 1{n}:00") for n in range(2)]
    sunday = make_event("su", "2027-05-23 12:00")
    friday = make_event("pe", "2027-05-21 12:00")
    days = rank(places, *saturday, sunday, friday)
    full = {
        day: [each.reason.weekend for each in days[date(2027, 5, day)].reasons if each.reason.count]
        for day in (21, 22, 23)
    }
    assert full == {21: [], 22: [False], 23: [True]}


def test_the_night_on_which_clocks_change_is_an_hour_shorter() -> None:
    spring = {"first": date(2027, 3, 27), "last": date(2027, 3, 28), "hours": Hours(0, 360), "venue": "talo"}
    early = make_event("aamu", "2027-03-28 06:00", "2027-03-28 08:00", venue="talo")
    # From midnight to six there are five hours, and half an hour is kept before the next event.
    assert rank(make_venue("talo"), early, length=270, **spring)[date(2027, 3, 28)].free
    assert not rank(make_venue("talo"), early, length=271, **spring)[date(2027, 3, 28)].free


def test_an_event_of_another_zone_is_where_the_clocks_of_readers_show_it() -> None:
    abroad = make_event("stream", "2027-05-10 17:00", "2027-05-10 18:00", venue="talo", timezone="UTC")
    for hours, grade in ((Hours(20 * 60, 21 * 60), Grade.TAKEN), (Hours(16 * 60, 18 * 60), Grade.QUIET)):
        assert rank(abroad, venue="talo", hours=hours)[date(2027, 5, 10)].grade is grade


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
    # It is over before the evening begins.
    assert days[date(2027, 5, 13)].grade is Grade.QUIET
    assert rank(*records, hours=Hours(480, 720))[date(2027, 5, 13)].grade is Grade.AVOID


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
