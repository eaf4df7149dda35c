"""The load of a year: weeks, days, full weeks, silences, and what a wheel names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planner.builders import calendar_of, make_event

from seurantalo.model.event import Event, EventStatus, Format, Weight
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner.year import YearLoad, highlights, weeks_of, year_loads


def load_of(*events: Event, year: int = 2027, place: str = "vimpeli") -> YearLoad:
    return year_loads(calendar_of(*events)).of(place, year)


@pytest.mark.parametrize("year", [2020, 2024, 2026, 2027, 2028, 2032])
def test_the_weeks_of_a_year_are_its_days(year: int) -> None:
    weeks = weeks_of(year)
    days = [week.first + timedelta(days=n) for week in weeks for n in range((week.last - week.first).days + 1)]
    assert days == [date(year, 1, 1) + timedelta(days=n) for n in range(366 if year % 4 == 0 else 365)]
    assert all(day.isocalendar().week == week.number for week in weeks for day in (week.first, week.last))
    assert all(week.first.weekday() == 0 for week in weeks[1:])


def test_week_53_and_a_year_that_begins_in_the_week_of_the_last() -> None:
    assert [week.number for week in weeks_of(2027)][:2] == [53, 1]
    assert [week.number for week in weeks_of(2026)][-1] == 53
    assert (weeks_of(2027)[0].first, weeks_of(2027)[0].last) == (date(2027, 1, 1), date(2027, 1, 3))


def test_what_counts() -> None:
    load = load_of(
        make_event("konsertti", "2027-06-12 18:00"),
        make_event("markkinat", "2027-06-12", "2027-06-14", stated_weight=Weight.MAJOR),
        make_event("kerho", "2027-06-08 18:00", stated_weight=Weight.ROUTINE),
        make_event("peruttu", "2027-06-09 18:00", status=EventStatus.CANCELLED),
        make_event("nayttely", "2027-06-01", "2027-06-30"),
        make_event("taulut", "2027-06-09", format=Format.EXHIBITION),
        make_event("muualla", "2027-06-12 18:00", municipality="soini"),
        make_event("uusivuosi", "2026-12-31 20:00", "2027-01-01 12:00"),
    )
    by_week = {(one.week.number, one.week.first.month): (one.events, one.routine) for one in load.weeks}
    # The market goes on to Monday; exhibitions, and what is on for weeks, crowd nothing.
    assert by_week[23, 6] == (2, 1)
    assert by_week[24, 6] == (1, 0)
    assert by_week[53, 1] == (1, 0)
    assert load.by_day[load_day(2027, 6, 12)] == 2
    assert load.routine_by_day[load_day(2027, 6, 8)] == 1
    assert [one.event.id for one in load.events] == ["uusivuosi", "nayttely", "taulut", "markkinat", "konsertti"]


def load_day(year: int, month: int, day: int) -> int:
    return date(year, month, day).timetuple().tm_yday - 1


def test_the_region_is_all_municipalities() -> None:
    loads = year_loads(
        calendar_of(make_event("a", "2027-06-12 18:00"), make_event("b", "2028-06-12 18:00", municipality="soini"))
    )
    assert loads.years() == (2027, 2028)
    assert loads.years("soini") == (2028,)
    assert loads.years("vimpeli") == (2027,)
    assert [one.event.id for one in loads.of("", 2028).events] == ["b"]
    assert loads.of("soini", 2027).events == ()


def test_the_fullest_weeks() -> None:
    days = ["2027-06-08", "2027-06-09", "2027-08-04", "2027-08-05", "2027-09-01"]
    load = load_of(*(make_event(f"e{n}", f"{day} 18:00") for n, day in enumerate(days)))
    assert [one.week.number for one in load.busiest] == [23, 31]
    assert load.crowded == ()
    assert load_of(make_event("a", "2027-06-08 18:00")).busiest == ()
    more = load_of(*(make_event(f"e{n}", f"2027-06-0{day} 18:00") for n, day in enumerate((7, 8, 9, 9))))
    assert [(one.week.number, one.events) for one in more.crowded] == [(23, 4)]


def test_a_year_without_events_is_one_silence() -> None:
    load = load_of()
    assert [(one.first, one.last, one.days) for one in load.silences] == [(date(2027, 1, 1), date(2027, 12, 31), 365)]
    assert load.calmest is None


def test_where_something_is_always_on_the_calmest_week_is_told() -> None:
    days = [date(2027, 1, 1) + timedelta(days=n) for n in range(0, 365, 3)]
    load = load_of(*(make_event(f"e{n}", day) for n, day in enumerate(days)))
    assert load.silences == ()
    assert load.calmest is not None
    assert load.calmest.events == 2


def spans() -> st.SearchStrategy[list[tuple[int, int]]]:
    return st.lists(st.tuples(st.integers(-20, 380), st.integers(0, 6)), max_size=30)


@given(spans(), st.sampled_from([2026, 2027, 2028]))
def test_counts_are_those_of_looking_at_every_day(found: list[tuple[int, int]], year: int) -> None:
    first = date(year, 1, 1)
    pairs = [(first + timedelta(days=at), first + timedelta(days=at + length)) for at, length in found]
    load = load_of(*(make_event(f"e{n}", begin, end) for n, (begin, end) in enumerate(pairs)), year=year)
    days = [first + timedelta(days=n) for n in range(load.length)]
    counts = [sum(begin <= day <= end for begin, end in pairs) for day in days]
    assert list(load.by_day.items()) == [(day, events) for day, events in enumerate(counts) if events]
    assert [one.events for one in load.weeks] == [
        sum(begin <= week.last and week.first <= end for begin, end in pairs) for week in weeks_of(year)
    ]
    assert_silences(load, days)


def assert_silences(load: YearLoad, days: Sequence[date]) -> None:
    quiet = {day for index, day in enumerate(days) if index not in load.by_day}
    told: set[date] = set()
    for one in load.silences:
        inside = {one.first + timedelta(days=n) for n in range(one.days)}
        assert one.days >= 14
        assert inside <= quiet
        assert one.first - timedelta(days=1) not in quiet
        assert one.last + timedelta(days=1) not in quiet
        told |= inside
    for day in quiet - told:
        around = [day + timedelta(days=n) for n in range(-13, 14)]
        assert not any(quiet.issuperset(around[at : at + 14]) for at in range(14))


def test_great_days_are_named_first_then_every_month_has_its_turn() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=5)
    load = load_of(
        make_event("suuri", "2027-06-12 18:00", stated_weight=Weight.MAJOR),
        make_event("kerta", "2027-06-13 18:00"),
        make_event("leiri", "2027-06-20", "2027-06-22"),
        make_event("heina", "2027-07-13 18:00"),
        make_event("viikoittain", "2027-03-13 18:00", repeats=weekly),
        make_event("nayttely", "2027-07-01", "2027-07-30"),
        make_event("viime-vuodelta", datetime(2026, 12, 31, 20), datetime(2027, 1, 1, 12)),
    )
    names = [[one.event.id for one in highlights(load, most)] for most in (0, 1, 2, 3, 9)]
    assert names == [
        [],
        ["suuri"],
        ["suuri", "leiri"],
        ["suuri", "leiri", "nayttely"],
        ["suuri", "kerta", "leiri", "nayttely", "heina"],
    ]


@given(st.lists(st.tuples(st.integers(0, 364), st.booleans()), max_size=60), st.integers(0, 24))
def test_highlights_are_each_once_in_order_and_great_days_come_first(
    found: list[tuple[int, bool]], most: int
) -> None:
    load = load_of(
        *(
            make_event(
                f"e{n}", date(2027, 1, 1) + timedelta(days=at), stated_weight=Weight.MAJOR if great else Weight.NORMAL
            )
            for n, (at, great) in enumerate(found)
        )
    )
    named = highlights(load, most)
    assert len(named) == min(most, len(found))
    assert len({one.event.id for one in named}) == len(named)
    assert [one.first_day for one in named] == sorted(one.first_day for one in named)
    great = sum(great for _, great in found)
    assert sum(one.event.weight is Weight.MAJOR for one in named) == min(great, most)
