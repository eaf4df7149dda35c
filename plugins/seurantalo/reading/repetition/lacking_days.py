"""Months and years that do not have the day on which an event repeats (RFC 5545, 3.3.10: they are left out)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from seurantalo.model.problem import Severity
from seurantalo.model.record import day_of
from seurantalo.model.recurrence import Frequency, Repetition, Weekday
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.moments.problems import shown
from seurantalo.reading.repetition.first_dates import first_dates

#: Every month has as many days, and as many of each weekday.
_DAYS_OF_ALL: Final = 28
_WEEKS_OF_ALL: Final = 4
#: How far ahead months are named.
_AHEAD: Final = timedelta(days=365)
_NEXT_DATES: Final = 3


def tell_lacking_days(scope: Scope, place: Placed, repetition: Repetition) -> None:
    """Mention what a rule leaves out because a month or a year has no such day."""
    rule, own = repetition.rule, day_of(repetition.starts)
    if rule.frequency not in (Frequency.MONTHLY, Frequency.YEARLY) or rule.by_set_position or rule.by_hand:
        return
    months = list(_months(repetition))
    if not rule.by_weekday:
        for day in rule.by_month_day or (own.day,):
            _tell_day(scope, place, repetition, day, months)
    elif not rule.by_month_day and (rule.frequency is Frequency.MONTHLY or rule.by_month):
        for weekday in rule.by_weekday:
            lacking = [month for month in months if abs(weekday.nth) > _count_of(weekday, *month)]
            if abs(weekday.nth) > _WEEKS_OF_ALL and lacking:
                values = {"weekday": str(weekday.day), "months": _listed(lacking)}
                scope.report("months-without-weekday", place, "repeats", Severity.NOTICE, **values)


def _tell_day(scope: Scope, place: Placed, repetition: Repetition, day: int, months: list[tuple[int, int]]) -> None:
    rule, starts = repetition.rule, repetition.starts
    lacking = [month for month in months if abs(day) > monthrange(*month)[1]]
    if abs(day) <= _DAYS_OF_ALL or not lacking:
        return
    if rule.frequency is Frequency.YEARLY and {month for _, month in months} == {2}:
        following = first_dates(starts, rule, _NEXT_DATES)[1:]
        dates = ", ".join(map(shown, following)) or "-"
        scope.report("only-leap-years", place, "repeats", Severity.NOTICE, dates=dates)
    else:
        values = {"day": str(day), "months": _listed(lacking)}
        scope.report("months-without-day", place, "repeats", Severity.NOTICE, **values)


def _months(repetition: Repetition) -> Iterator[tuple[int, int]]:
    """Yield (year, month) of the rule's periods, as far ahead as they are told."""
    rule, own = repetition.rule, day_of(repetition.starts)
    if rule.frequency is Frequency.YEARLY:
        last = own.year + _WEEKS_OF_ALL * rule.interval
        named = rule.by_month or (range(1, 13) if rule.by_month_day else (own.month,))
        years = range(own.year, last, rule.interval)
        yield from ((year, month) for year in years for month in named if _is_due(year, month, repetition))
        return
    end = min(own + _AHEAD, rule.until or date.max)
    if rule.count is not None:
        end = min(end, first_dates(own, rule, rule.count)[-1])
    for number in range(own.year * 12 + own.month - 1, end.year * 12 + end.month, rule.interval):
        year, month = divmod(number, 12)
        if not rule.by_month or month + 1 in rule.by_month:
            yield year, month + 1


def _is_due(year: int, month: int, repetition: Repetition) -> bool:
    own, until = day_of(repetition.starts), repetition.rule.until or date.max
    return (own.year, own.month) <= (year, month) <= (until.year, until.month)


def _count_of(weekday: Weekday, year: int, month: int) -> int:
    """Return how many of a weekday a month has."""
    first, length = monthrange(year, month)
    return (length - (weekday.day - first) % 7 + 6) // 7


def _listed(months: list[tuple[int, int]]) -> str:
    return ", ".join(f"{month}/{year}" for year, month in months)
