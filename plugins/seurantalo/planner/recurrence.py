"""The days of a recurrence rule (RFC 5545, 3.3.10), in wall time and always bounded.

A rule never changes the time of day, so it is a set of days; days are stepped as ordinal numbers (``date.toordinal``)
and the zone is attached later. dateutil is the measure in the tests and not the engine here: it looks for the next
date up to the year 9999, a second for a rule that gives none (30 February), whatever the horizon.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday

#: The largest number of dates that one event gives: five years of every day. The latest ones are kept.
MOST_DATES: Final = 2_000
#: The largest number of days, weeks, months or years that are looked at for one rule with conditions.
MOST_PERIODS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Expansion:
    """The wall starts of a repeating event in order, those among them that were added by hand (``include``)."""

    starts: tuple[Moment, ...]
    extras: frozenset[Moment]
    shortened: bool
    """There were more than the largest number; the oldest are not here."""


def expand(
    starts: Moment,
    rule: Recurrence,
    horizon: date,
    is_holiday: Callable[[date], bool] | None = None,
    most: int = MOST_DATES,
) -> Expansion:
    """Return the starts of an event that begins at ``starts``, up to the day ``horizon``, included.

    ``starts`` is taken to be the rule's first date. COUNT counts before days are excluded (RFC 5545, 3.8.5.1).
    A start in ``include`` stands even on an excluded day or a holiday: somebody wrote that day by hand.
    """
    first = starts.toordinal()
    last = max(horizon.toordinal(), first)
    if rule.until is not None:
        last = min(last, rule.until.toordinal())
    days = list(_days(rule, starts, last, most))
    shortened = len(days) > most
    if shortened:
        days = days[-most:]
    if rule.exclude:
        excluded = {day.toordinal() for day in rule.exclude}
        days = [day for day in days if day not in excluded]
    if rule.skip_holidays and is_holiday is not None:
        days = [day for day in days if not is_holiday(date.fromordinal(day))]
    if isinstance(starts, datetime):
        given: list[Moment] = [starts + timedelta(days=day - first) for day in days]
    else:
        given = [date.fromordinal(day) for day in days]
    if not rule.include:
        return Expansion(tuple(given), frozenset(), shortened)
    by_rule = set(given)
    extras = {like(moment, starts) for moment in rule.include} - by_rule
    return Expansion(tuple(sorted(by_rule | extras)), frozenset(extras), shortened)


def like(moment: Moment, series: Moment) -> Moment:
    """Return ``moment`` in the form of its series: a bare day takes the series' time, whole days take no time."""
    if isinstance(series, datetime):
        return moment if isinstance(moment, datetime) else datetime.combine(moment, series.time())
    return day_of(moment)


def _days(rule: Recurrence, starts: Moment, last: int, most: int) -> Iterator[int]:
    """Yield the rule's days from ``starts`` to the ordinal ``last``: all, or more than ``most`` of the latest."""
    first, step = starts.toordinal(), rule.interval
    conditions = rule.by_month or rule.by_month_day or rule.by_set_position
    if rule.frequency is Frequency.DAILY and not conditions and not rule.by_weekday:
        every = range(first, last + 1, step)[: rule.count]
        return iter(every[-most - 1 :])
    if rule.frequency is Frequency.WEEKLY and not conditions:
        in_week = _days_of_week(rule, starts)
        weeks = range(_week_of(starts, rule), last + 1, 7 * step)
        wanted = (most if rule.count is None else rule.count) // len(in_week) + 2
        weeks = weeks[-wanted:] if rule.count is None else weeks[:wanted]
        stepped = [day for week in weeks for offset in in_week if first <= (day := week + offset) <= last]
        return iter(stepped[: rule.count])
    found = (
        day
        for days in _periods(rule, starts, last)
        for day in _at_positions(days, rule.by_set_position)
        if first <= day <= last
    )
    return found if rule.count is None else (day for day, _ in zip(found, range(rule.count), strict=False))


def _week_of(starts: Moment, rule: Recurrence) -> int:
    """Return the first day of the week of ``starts``, where weeks begin on the rule's WKST.

    It matters where a rule skips weeks (RFC 5545, 3.3.10): every other Sunday and Monday are one week, or two.
    """
    return starts.toordinal() - (starts.weekday() - rule.week_start) % 7


def _days_of_week(rule: Recurrence, starts: Moment) -> list[int]:
    """Return the weekly rule's days as offsets from the first day of the week."""
    named = {weekday.day for weekday in rule.by_weekday}
    if not named:
        named = set(range(7)) if rule.by_month_day else {starts.weekday()}
    return sorted((day - rule.week_start) % 7 for day in named)


def _at_positions(days: list[int], positions: tuple[int, ...]) -> list[int]:
    """Return the days that BYSETPOS picks from one period; all without it."""
    if not positions:
        return days
    count = len(days)
    picked = {nth - 1 if nth > 0 else count + nth for nth in positions}
    return [days[index] for index in sorted(picked) if 0 <= index < count]


def _periods(rule: Recurrence, starts: Moment, last: int) -> Iterator[list[int]]:
    """Return the candidate days of each of the rule's periods (a day, a week, a month, a year), in order."""
    first, step, end = starts.toordinal(), rule.interval, date.fromordinal(last)
    match rule.frequency:
        case Frequency.DAILY:
            return (_fitting([day], rule) for day in _bounded(range(first, last + 1, step), rule))
        case Frequency.WEEKLY:
            offsets = _days_of_week(rule, starts)
            weeks = _bounded(range(_week_of(starts, rule), last + 1, 7 * step), rule)
            return (_fitting([week + offset for offset in offsets], rule) for week in weeks)
        case Frequency.MONTHLY:
            months = range(starts.year * 12 + starts.month - 1, end.year * 12 + end.month, step)
            return (_days_of_month(n // 12, n % 12 + 1, rule, starts) for n in _bounded(months, rule))
        case Frequency.YEARLY:
            years = _bounded(range(starts.year, end.year + 1, step), rule)
            return (_days_of_year(year, rule, starts) for year in years)


def _bounded(periods: range, rule: Recurrence) -> range:
    """Return the periods worth looking at; with COUNT the first ones, as counting begins there."""
    return periods[-MOST_PERIODS:] if rule.count is None else periods[:MOST_PERIODS]


def _fitting(days: list[int], rule: Recurrence) -> list[int]:
    """Return those days that BYMONTH, BYMONTHDAY and BYDAY of a daily or weekly rule let through."""
    weekdays = {weekday.day for weekday in rule.by_weekday}
    return [
        day
        for day in days
        if (not weekdays or (day - 1) % 7 in weekdays)
        and (not rule.by_month or date.fromordinal(day).month in rule.by_month)
        and (not rule.by_month_day or _is_month_day(day, rule.by_month_day))
    ]


def _is_month_day(ordinal: int, wanted: tuple[int, ...]) -> bool:
    day = date.fromordinal(ordinal)
    return day.day in wanted or day.day - monthrange(day.year, day.month)[1] - 1 in wanted


def _days_of_month(year: int, month: int, rule: Recurrence, starts: Moment) -> list[int]:
    if rule.by_month and month not in rule.by_month:
        return []
    first, length = date(year, month, 1).toordinal(), monthrange(year, month)[1]
    if rule.by_weekday:
        days = _weekdays_between(first, length, rule.by_weekday)
        return [day for day in days if not rule.by_month_day or _is_month_day(day, rule.by_month_day)]
    wanted = rule.by_month_day or (starts.day,)
    found = {day if day > 0 else length + 1 + day for day in wanted}
    # A day that a month does not have is left out, not moved to another, and COUNT does not count it (3.3.10).
    return [first + day - 1 for day in sorted(found) if 1 <= day <= length]


def _days_of_year(year: int, rule: Recurrence, starts: Moment) -> list[int]:
    if rule.by_weekday and not rule.by_month:
        # Without BYMONTH the numbers in BYDAY count weeks of the year (RFC 5545, 3.3.10, note 2).
        first = date(year, 1, 1).toordinal()
        days = _weekdays_between(first, date(year, 12, 31).toordinal() - first + 1, rule.by_weekday)
        return [day for day in days if not rule.by_month_day or _is_month_day(day, rule.by_month_day)]
    months = rule.by_month or (range(1, 13) if rule.by_month_day else (starts.month,))
    return list(chain.from_iterable(_days_of_month(year, month, rule, starts) for month in sorted(set(months))))


def _weekdays_between(first: int, length: int, weekdays: tuple[Weekday, ...]) -> list[int]:
    """Return the BYDAY days of the ``length`` days from ``first``: every one, the nth, or the nth from the end."""
    found: set[int] = set()
    for weekday in weekdays:
        # Ordinal 1 is a Monday.
        same = range(first + (weekday.day - (first - 1)) % 7, first + length, 7)
        if weekday.nth == 0:
            found.update(same)
        elif -len(same) <= weekday.nth <= len(same):
            found.add(same[weekday.nth - 1 if weekday.nth > 0 else weekday.nth])
    return sorted(found)
