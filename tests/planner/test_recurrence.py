"""Repetition: known dates by hand, then the same answers as two independent engines."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import pytest
import recurring_ical_events
from dateutil import rrule as dateutil
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar as ICalendar
from tests.examples import examples
from tests.planner.builders import moment
from tests.planner.compact import recurrence

from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.planner import HolidayCalendar
from seurantalo.planner.recurrence import MOST_DATES, expand

FAR = date(2040, 1, 1)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def days(rule: Recurrence, starts: str = "2027-03-02 18:00", horizon: date = FAR) -> list[str]:
    return [start.isoformat()[:10] for start in expand(moment(starts), rule, horizon).starts]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("daily x3", ["2027-03-02", "2027-03-03", "2027-03-04"]),
        ("weekly x3", ["2027-03-02", "2027-03-09", "2027-03-16"]),
        ("weekly tu th x4", ["2027-03-02", "2027-03-04", "2027-03-09", "2027-03-11"]),
        ("weekly until 2027-03-16", ["2027-03-02", "2027-03-09", "2027-03-16"]),
        ("weekly until 2027-03-15", ["2027-03-02", "2027-03-09"]),
        ("monthly 1tu x3", ["2027-03-02", "2027-04-06", "2027-05-04"]),
        ("monthly x3", ["2027-03-02", "2027-04-02", "2027-05-02"]),
        ("yearly x2", ["2027-03-02", "2028-03-02"]),
        ("daily tu sa x3", ["2027-03-02", "2027-03-06", "2027-03-09"]),
    ],
)
def test_known_dates(rule: str, expected: list[str]) -> None:
    assert days(recurrence(rule)) == expected


def test_last_sunday_and_days_that_some_months_lack() -> None:
    last_sunday = Recurrence(frequency=Frequency.MONTHLY, by_weekday=(Weekday(6, -1),), count=3)
    assert days(last_sunday, "2027-03-28") == ["2027-03-28", "2027-04-25", "2027-05-30"]
    the_31st = Recurrence(frequency=Frequency.MONTHLY, count=3)
    assert days(the_31st, "2027-01-31") == ["2027-01-31", "2027-03-31", "2027-05-31"]
    leap_day = Recurrence(frequency=Frequency.YEARLY, count=2)
    assert days(leap_day, "2028-02-29") == ["2028-02-29", "2032-02-29"]


def test_every_other_week_hangs_on_the_first_day_of_the_week() -> None:
    """The example of RFC 5545, 3.8.5.3: WKST changes which Sunday belongs to which week."""
    for week_start, expected in (
        (0, ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]),
        (6, ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"]),
    ):
        rule = Recurrence(
            frequency=Frequency.WEEKLY,
            interval=2,
            count=4,
            by_weekday=(Weekday(1), Weekday(6)),
            week_start=week_start,
        )
        assert days(rule, "1997-08-05 09:00") == expected


def test_the_last_workday_of_the_month() -> None:
    workdays = tuple(Weekday(day) for day in range(5))
    rule = Recurrence(frequency=Frequency.MONTHLY, by_weekday=workdays, by_set_position=(-1,), count=3)
    assert days(rule, "2027-03-31") == ["2027-03-31", "2027-04-30", "2027-05-31"]


def test_without_an_end_it_goes_to_the_horizon_and_always_has_its_first_date() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY)
    assert days(weekly, horizon=date(2027, 3, 16)) == ["2027-03-02", "2027-03-09", "2027-03-16"]
    assert days(weekly, horizon=date(2027, 1, 1)) == ["2027-03-02"]


def test_count_is_taken_before_days_are_left_out() -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, count=3, exclude=(date(2027, 3, 9),))
    assert days(rule) == ["2027-03-02", "2027-03-16"]


def test_added_dates_take_the_time_of_the_series() -> None:
    rule = Recurrence(
        frequency=Frequency.WEEKLY,
        count=2,
        exclude=(date(2027, 3, 9),),
        include=(date(2027, 3, 3), datetime(2027, 3, 5, 12), date(2027, 3, 2)),
    )
    found = expand(datetime(2027, 3, 2, 18), rule, FAR)
    assert found.starts == (datetime(2027, 3, 2, 18), datetime(2027, 3, 3, 18), datetime(2027, 3, 5, 12))
    assert found.extras == {datetime(2027, 3, 3, 18), datetime(2027, 3, 5, 12)}


def test_a_date_added_by_hand_stands_on_an_excluded_day_and_on_a_holiday() -> None:
    rule = Recurrence(
        frequency=Frequency.DAILY,
        count=3,
        skip_holidays=True,
        exclude=(date(2027, 12, 5),),
        include=(date(2027, 12, 6), datetime(2027, 12, 5, 20)),
    )
    found = expand(datetime(2027, 12, 4, 18), rule, FAR, HolidayCalendar("en").is_holiday)
    assert found.starts == (datetime(2027, 12, 4, 18), datetime(2027, 12, 5, 20), datetime(2027, 12, 6, 18))


def test_holidays_are_skipped_only_where_that_is_asked_for() -> None:
    is_holiday = HolidayCalendar("en").is_holiday
    for skip, expected in ((True, [18, 8]), (False, [18, 25, 1, 8])):
        rule = Recurrence(frequency=Frequency.WEEKLY, count=4, skip_holidays=skip)
        assert [each.day for each in expand(date(2027, 12, 18), rule, FAR, is_holiday).starts] == expected


def test_of_too_many_dates_the_latest_stay() -> None:
    daily = Recurrence(frequency=Frequency.DAILY)
    found = expand(date(2000, 1, 1), daily, date(2027, 3, 2))
    assert found.shortened
    assert len(found.starts) == MOST_DATES
    assert found.starts[-1] == date(2027, 3, 2)
    assert not expand(date(2027, 1, 1), daily, date(2027, 3, 2)).shortened


@pytest.mark.parametrize(
    "rule",
    [
        Recurrence(frequency=Frequency.DAILY),
        Recurrence(frequency=Frequency.WEEKLY),
        Recurrence(frequency=Frequency.DAILY, by_month=(2,), by_month_day=(30,)),
        Recurrence(frequency=Frequency.MONTHLY, by_month=(2,), by_month_day=(30,)),
        Recurrence(frequency=Frequency.YEARLY, by_month=(2,), by_month_day=(30,), count=5),
        Recurrence(frequency=Frequency.WEEKLY, by_month=(5,), count=10**9),
        Recurrence(frequency=Frequency.DAILY, count=10**9),
    ],
)
def test_work_is_bounded_whatever_the_rule(rule: Recurrence) -> None:
    """From the year 1 on, and rules that never give a date: dateutil would look until the year 9999."""
    found = expand(date(1, 1, 1), rule, date(2029, 1, 1))
    assert len(found.starts) <= MOST_DATES


FREQUENCIES: dict[Frequency, Any] = {
    Frequency.DAILY: dateutil.DAILY,
    Frequency.WEEKLY: dateutil.WEEKLY,
    Frequency.MONTHLY: dateutil.MONTHLY,
    Frequency.YEARLY: dateutil.YEARLY,
}


@st.composite
def rules(draw: st.DrawFn) -> Recurrence:
    """Rules that dateutil and RFC 5545 read alike: no mix of plain and numbered weekdays, positions by month."""
    frequency = draw(st.sampled_from(Frequency))
    long = frequency in {Frequency.MONTHLY, Frequency.YEARLY}
    nth = st.integers(-5, 5) if long and draw(st.booleans()) else st.just(0)
    chosen = draw(st.sets(st.builds(Weekday, st.integers(0, 6), nth), max_size=3))
    assume(len({weekday.nth == 0 for weekday in chosen}) < 2)
    month_days = st.sets(st.integers(-31, 31).filter(bool), max_size=3)
    return Recurrence(
        frequency=frequency,
        interval=draw(st.integers(1, 5)),
        by_weekday=tuple(sorted(chosen, key=lambda each: (each.day, each.nth))),
        by_month_day=tuple(sorted(draw(month_days))) if frequency is not Frequency.WEEKLY else (),
        by_month=tuple(sorted(draw(st.sets(st.integers(1, 12), max_size=3)))),
        by_set_position=tuple(sorted(draw(st.sets(st.integers(-4, 4).filter(bool), max_size=2)))) if long else (),
        week_start=draw(st.sampled_from([0, 6])),
        count=draw(st.none() | st.integers(1, 40)),
    )


def by_dateutil(rule: Recurrence, starts: datetime, until: datetime) -> list[datetime]:
    weekdays = [dateutil.weekday(each.day, each.nth or None) for each in rule.by_weekday]
    other: Any = dateutil.rrule(
        FREQUENCIES[rule.frequency],
        dtstart=starts,
        interval=rule.interval,
        wkst=rule.week_start,
        bysetpos=rule.by_set_position or None,
        bymonth=rule.by_month or None,
        bymonthday=rule.by_month_day or None,
        byweekday=weekdays or None,
        # COUNT is cut off by hand: dateutil looks for the missing ones until the year 9999.
        until=until,
    )
    return list(islice(other, rule.count))


STARTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)).map(lambda each: each.replace(microsecond=0))


@examples(60)
@given(rule=rules(), starts=STARTS)
def test_the_same_as_dateutil(rule: Recurrence, starts: datetime) -> None:
    horizon = starts + timedelta(days=900)
    # An end of day keeps the last day's time of day in reach of both.
    expected = by_dateutil(rule, starts, datetime.combine(horizon.date(), datetime.max.time()))
    assert list(expand(starts, rule, horizon.date()).starts) == expected


def as_ical(rule: Recurrence, starts: datetime) -> str:
    parts = [f"FREQ={rule.frequency}", f"INTERVAL={rule.interval}", f"WKST={CODES[rule.week_start]}"]
    if rule.by_weekday:
        parts.append("BYDAY=" + ",".join(f"{each.nth or ''}{CODES[each.day]}" for each in rule.by_weekday))
    for name, values in (("BYMONTHDAY", rule.by_month_day), ("BYMONTH", rule.by_month)):
        if values:
            parts.append(f"{name}={','.join(map(str, values))}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    excluded = "".join(f"EXDATE:{day:%Y%m%d}T{starts:%H%M%S}\r\n" for day in rule.exclude)
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20270101T000000Z\r\n"
        f"DTSTART:{starts:%Y%m%dT%H%M%S}\r\nDURATION:PT1H\r\nRRULE:{';'.join(parts)}\r\n{excluded}"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@examples(40)
@given(
    starts=STARTS,
    interval=st.integers(1, 4),
    more=st.sets(st.integers(0, 6), max_size=3),
    count=st.none() | st.integers(1, 30),
    excluded=st.sets(st.integers(0, 100), max_size=4),
    week_start=st.sampled_from([0, 6]),
)
def test_weekly_rules_the_same_as_recurring_ical_events(
    starts: datetime, interval: int, more: set[int], count: int | None, excluded: set[int], week_start: int
) -> None:
    chosen = tuple(Weekday(day) for day in sorted(more | {starts.weekday()}))
    rule = Recurrence(
        frequency=Frequency.WEEKLY, interval=interval, by_weekday=chosen, count=count, week_start=week_start
    )
    ours = expand(starts, rule, starts.date() + timedelta(days=200)).starts
    left_out = tuple(
        start.date() for number, start in enumerate(ours) if number in excluded and isinstance(start, datetime)
    )
    rule = Recurrence(
        frequency=Frequency.WEEKLY,
        interval=interval,
        by_weekday=chosen,
        count=count,
        week_start=week_start,
        exclude=left_out,
    )
    horizon = starts.date() + timedelta(days=200)
    theirs = recurring_ical_events.of(ICalendar.from_ical(as_ical(rule, starts))).between(
        starts, datetime.combine(horizon, datetime.min.time()) + timedelta(days=1)
    )
    expected = sorted(each["DTSTART"].dt for each in theirs)
    assert list(expand(starts, rule, horizon).starts) == [each for each in expected if each.date() <= horizon]


@pytest.mark.parametrize(
    ("rule", "starts", "horizon", "expected"),
    [
        # A day's condition, up to the horizon and on it.
        (Recurrence(frequency=Frequency.DAILY, by_weekday=(Weekday(1),)), "2027-03-02", "2027-03-09", ["02", "09"]),
        (Recurrence(frequency=Frequency.DAILY, by_weekday=(Weekday(1),)), "2027-03-02", "2027-03-08", ["02"]),
        (Recurrence(frequency=Frequency.DAILY, by_month_day=(-1, 3)), "2027-03-01", "2027-03-31", ["03", "31"]),
        (Recurrence(frequency=Frequency.DAILY, interval=2), "2027-03-02", "2027-03-06", ["02", "04", "06"]),
        # A yearly rule in the horizon's own year, on its last day.
        (Recurrence(frequency=Frequency.YEARLY), "2026-03-02", "2027-03-02", ["02", "02"]),
        (Recurrence(frequency=Frequency.YEARLY), "2026-03-02", "2027-03-01", ["02"]),
        (Recurrence(frequency=Frequency.MONTHLY, by_month_day=(1, 31)), "2027-03-01", "2027-03-31", ["01", "31"]),
        (Recurrence(frequency=Frequency.MONTHLY, by_weekday=(Weekday(2, 5),)), "2027-03-01", "2027-04-30", ["31"]),
        (Recurrence(frequency=Frequency.MONTHLY, by_weekday=(Weekday(2, -5),)), "2027-03-01", "2027-04-30", ["03"]),
    ],
)
def test_the_last_day_counts_and_the_one_after_it_does_not(
    rule: Recurrence, starts: str, horizon: str, expected: list[str]
) -> None:
    assert [each[8:] for each in days(rule, starts, date.fromisoformat(horizon))] == expected


def test_positions_come_in_the_order_of_the_days() -> None:
    """BYSETPOS=-1,1 names the last day first; the earlier day still comes first."""
    every = tuple(Weekday(day) for day in range(7))
    rule = Recurrence(frequency=Frequency.MONTHLY, by_weekday=every, by_set_position=(-1, 2, 1, 40, -40), count=6)
    found = days(rule, "2027-03-01")
    assert found == ["2027-03-01", "2027-03-02", "2027-03-31", "2027-04-01", "2027-04-02", "2027-04-30"]


def test_of_a_rule_without_end_the_latest_periods_count_and_of_a_counted_one_the_first() -> None:
    """From the year 1900 there are more days than are looked at."""
    tuesdays = (Weekday(1),)
    endless = expand(date(1900, 1, 2), Recurrence(frequency=Frequency.DAILY, by_weekday=tuesdays), date(2027, 3, 2))
    assert endless.starts[-1] == date(2027, 3, 2)
    counted = Recurrence(frequency=Frequency.DAILY, by_weekday=tuesdays, count=3)
    assert expand(date(1900, 1, 2), counted, date(2027, 3, 2)).starts == (
        date(1900, 1, 2),
        date(1900, 1, 9),
        date(1900, 1, 16),
    )


def test_just_as_many_dates_as_there_may_be_are_all_kept() -> None:
    daily = Recurrence(frequency=Frequency.DAILY)
    for rule in (daily, Recurrence(frequency=Frequency.WEEKLY), Recurrence(frequency=Frequency.MONTHLY)):
        step = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 31}[rule.frequency]
        exact = expand(date(2027, 1, 1), rule, date(2027, 1, 1) + timedelta(days=2 * step), most=3)
        assert (len(exact.starts), exact.shortened) == (3, False)
        more = expand(date(2027, 1, 1), rule, date(2027, 1, 1) + timedelta(days=4 * step), most=3)
        assert (len(more.starts), more.shortened) == (3, True)
        assert more.starts == expand(date(2027, 1, 1), rule, more.starts[-1]).starts[-3:]


def test_whole_days_take_no_time_from_what_is_added() -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, count=1, include=(datetime(2027, 3, 4, 12),))
    found = expand(date(2027, 3, 2), rule, FAR)
    assert found.starts == (date(2027, 3, 2), date(2027, 3, 4))
    assert not any(isinstance(start, datetime) for start in found.starts)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # With BYMONTH, BYDAY counts weeks of those months (RFC 5545, 3.3.10, note 2); without it, of the year.
        (
            Recurrence(frequency=Frequency.YEARLY, by_month=(5, 3), by_weekday=(Weekday(1, 1),), count=3),
            ["2027-03-02", "2027-05-04", "2028-03-07"],
        ),
        (
            Recurrence(frequency=Frequency.YEARLY, by_weekday=(Weekday(1, 10),), count=2),
            ["2027-03-09", "2028-03-07"],
        ),
        (
            Recurrence(frequency=Frequency.YEARLY, by_month=(12, 3, 6), count=4),
            ["2027-03-02", "2027-06-02", "2027-12-02", "2028-03-02"],
        ),
        (
            Recurrence(frequency=Frequency.YEARLY, by_month=(12, 6), by_month_day=(24,), count=3),
            ["2027-06-24", "2027-12-24", "2028-06-24"],
        ),
    ],
)
def test_a_year_has_the_months_that_are_named_in_their_order(rule: Recurrence, expected: list[str]) -> None:
    assert days(rule) == expected


@pytest.mark.parametrize(
    ("rule", "starts", "horizon", "expected"),
    [
        # Weeks are looked at up to the one of the last day, be that its first day or its last.
        ("weekly", "2027-03-01", "2027-03-08", ["03-01", "03-08"]),
        ("weekly", "2027-03-01", "2027-03-07", ["03-01"]),
        ("weekly su", "2027-03-07", "2027-03-14", ["03-07", "03-14"]),
        # With conditions, too.
        (Recurrence(frequency=Frequency.WEEKLY, by_month=(3,)), "2027-03-01", "2027-03-08", ["03-01", "03-08"]),
        (Recurrence(frequency=Frequency.WEEKLY, by_month=(3,)), "2027-03-01", "2027-03-07", ["03-01"]),
        # Days of the month in a weekly rule without weekdays: every weekday may be one.
        (
            Recurrence(frequency=Frequency.WEEKLY, by_month_day=(1, 7, 8, 14)),
            "2027-03-01",
            "2027-03-14",
            ["03-01", "03-07", "03-08", "03-14"],
        ),
        # The 31st day from the end is the first; months of thirty days have none, and it is not the day before.
        (Recurrence(frequency=Frequency.MONTHLY, by_month_day=(-31,)), "2027-03-01", "2027-06-30",
         ["03-01", "05-01"]),
        (Recurrence(frequency=Frequency.MONTHLY, interval=3), "2026-11-05", "2027-05-31",
         ["11-05", "02-05", "05-05"]),
        (Recurrence(frequency=Frequency.MONTHLY, interval=2), "2026-12-05", "2027-04-30",
         ["12-05", "02-05", "04-05"]),
        # A yearly rule from December into January, and one whose days of the month are of every month.
        (Recurrence(frequency=Frequency.MONTHLY), "2027-12-05", "2028-01-05", ["12-05", "01-05"]),
        (Recurrence(frequency=Frequency.YEARLY, by_month_day=(1,)), "2027-11-01", "2028-02-01",
         ["11-01", "12-01", "01-01", "02-01"]),
        # Weekdays of a year: its last day is one of them, the first of the next is not; days of the month cut.
        (Recurrence(frequency=Frequency.YEARLY, by_weekday=(Weekday(4, -1),)), "2027-12-31", "2028-12-31",
         ["12-31", "12-29"]),
        (Recurrence(frequency=Frequency.YEARLY, by_weekday=(Weekday(5, -1),)), "2027-12-25", "2028-12-31",
         ["12-25", "12-30"]),
        (Recurrence(frequency=Frequency.YEARLY, by_weekday=(Weekday(4),), by_month_day=(13,)), "2026-02-13",
         "2026-12-31", ["02-13", "03-13", "11-13"]),
    ],
)  # fmt: skip
def test_bounds_of_weeks_months_and_years(
    rule: Recurrence | str, starts: str, horizon: str, expected: list[str]
) -> None:
    given = recurrence(rule) if isinstance(rule, str) else rule
    assert [each[5:] for each in days(given, starts, date.fromisoformat(horizon))] == expected


def test_without_a_calendar_of_holidays_none_is_skipped() -> None:
    rule = Recurrence(frequency=Frequency.DAILY, count=2, skip_holidays=True)
    assert len(expand(date(2027, 5, 1), rule, FAR).starts) == 2


def test_a_position_alone_is_a_condition() -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, by_weekday=(Weekday(0), Weekday(2)), by_set_position=(2,), count=2)
    assert days(rule, "2027-03-01") == ["2027-03-03", "2027-03-10"]
    daily = Recurrence(frequency=Frequency.DAILY, by_set_position=(2,))
    assert days(daily, "2027-03-01", date(2027, 3, 5)) == []


def test_of_many_weeks_the_latest_are_looked_at_and_one_more_tells_that_it_is_cut() -> None:
    """Two days a week from a Saturday on: neither the first week nor the last is whole."""
    rule = Recurrence(frequency=Frequency.WEEKLY, by_weekday=(Weekday(1), Weekday(5)))
    for horizon in (date(2027, 5, 3), date(2027, 5, 4), date(2027, 5, 8)):
        every = expand(date(2027, 1, 2), rule, horizon)
        for most in (1, 2, 3, 4, 5, len(every.starts) - 1):
            cut = expand(date(2027, 1, 2), rule, horizon, most=most)
            assert (cut.starts, cut.shortened) == (every.starts[-most:], True)
        whole = expand(date(2027, 1, 2), rule, horizon, most=len(every.starts))
        assert (whole.starts, whole.shortened) == (every.starts, False)


def test_two_thousand_dates_are_kept() -> None:
    daily = Recurrence(frequency=Frequency.DAILY)
    first = date(2020, 1, 1)
    assert not expand(first, daily, first + timedelta(days=1_999)).shortened
    assert expand(first, daily, first + timedelta(days=2_000)).shortened
