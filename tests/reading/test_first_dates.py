"""The first days of a rule: the same as dateutil's, and bounded for rules that give none."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import pytest
from dateutil import rrule as dateutil
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.examples import examples

from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.reading.repetition.first_dates import first_dates, is_date_of, start_fits

ENGINE = {
    Frequency.YEARLY: dateutil.YEARLY,
    Frequency.MONTHLY: dateutil.MONTHLY,
    Frequency.WEEKLY: dateutil.WEEKLY,
    Frequency.DAILY: dateutil.DAILY,
}


def by_dateutil(starts: date, rule: Recurrence, limit: int) -> tuple[date, ...]:
    found = dateutil.rrule(
        ENGINE[rule.frequency],  # type: ignore[arg-type]  # the stubs want the literals 0 to 3
        dtstart=datetime(starts.year, starts.month, starts.day),
        interval=rule.interval,
        wkst=rule.week_start,
        byweekday=[dateutil.weekday(part.day, part.nth or None) for part in rule.by_weekday] or None,
        bymonthday=rule.by_month_day or None,
        bymonth=rule.by_month or None,
        bysetpos=rule.by_set_position or None,
        until=datetime(starts.year, starts.month, starts.day) + timedelta(days=365 * 6),
    )
    return tuple(moment.date() for moment in islice(found, limit))


@st.composite
def rules(draw: st.DrawFn) -> Recurrence:
    """Rules that dateutil answers soon: none without a day."""
    frequency = draw(st.sampled_from(Frequency))
    values: dict[str, Any] = {"interval": draw(st.integers(1, 3)), "week_start": draw(st.integers(0, 6))}
    if draw(st.booleans()):
        values["by_month"] = tuple(sorted(draw(st.sets(st.integers(1, 12), min_size=4, max_size=8))))
    kind = draw(st.sampled_from(["weekdays", "nth", "month days", "none"]))
    if kind == "weekdays" or (kind == "nth" and frequency in (Frequency.DAILY, Frequency.WEEKLY)):
        values["by_weekday"] = tuple(Weekday(day) for day in sorted(draw(st.sets(st.integers(0, 6), min_size=1))))
    elif kind == "nth":
        nth = draw(st.sampled_from([1, 2, 4, -1, -3]))
        values["by_weekday"] = (Weekday(draw(st.integers(0, 6)), nth),)
    elif kind == "month days" and frequency is not Frequency.WEEKLY:
        values["by_month_day"] = tuple(sorted(draw(st.sets(st.sampled_from([1, 5, 20, 28, -1, -10]), min_size=1))))
    if draw(st.booleans()):
        values["by_set_position"] = (draw(st.sampled_from([1, -1])),)
    return Recurrence(frequency=frequency, **values)


@examples(40)
@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), rules())
def test_the_days_are_those_of_dateutil(starts: date, rule: Recurrence) -> None:
    # Of a week that began before the start, dateutil counts the positions from the start.
    assume(rule.frequency is not Frequency.WEEKLY or not rule.by_set_position or starts.weekday() == rule.week_start)
    wanted = by_dateutil(starts, rule, 5)
    assert first_dates(starts, rule, 5)[: len(wanted)] == wanted


@examples(40)
@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), rules(), st.integers(0, 40), st.booleans())
def test_a_day_is_a_date_where_the_rule_gives_it(starts: date, rule: Recurrence, away: int, counted: bool) -> None:
    days = first_dates(starts, rule, 5)
    rule = replace(rule, count=5) if counted else replace(rule, until=days[4] if len(days) == 5 else None)
    assert all(is_date_of(day, starts, rule) for day in days)
    day = starts + timedelta(days=away)
    assert is_date_of(day, starts, rule) is (day in days)


@pytest.mark.parametrize(
    "rule",
    [
        Recurrence(frequency=Frequency.YEARLY, by_month=(2,), by_month_day=(30,)),
        Recurrence(frequency=Frequency.DAILY, by_month=(2,), by_month_day=(30,), by_set_position=(366,)),
        Recurrence(frequency=Frequency.DAILY, by_weekday=(Weekday(1),), by_set_position=(7,)),
        Recurrence(frequency=Frequency.MONTHLY, interval=99, by_month=(2,), by_month_day=(31,)),
        Recurrence(frequency=Frequency.WEEKLY, by_weekday=(Weekday(1),), by_set_position=(2,)),
    ],
)
def test_a_rule_without_days_is_soon_known_as_one(rule: Recurrence) -> None:
    began = time.process_time()
    assert first_dates(date(2027, 2, 28), rule) == ()
    assert not start_fits(datetime(2027, 2, 28, 18), rule)
    assert time.process_time() - began < 2
