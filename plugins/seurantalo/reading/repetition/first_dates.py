"""The first days of a recurrence rule: does an event begin on a day of its own rule (RFC 5545, 3.8.5.3)?

Days are tried one by one, for a bounded number of years: an engine that looks on until the year 9999 takes minutes
over a rule that gives no day at all (30 February), and anyone may write one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Frequency, Recurrence

#: Days that are looked at, and periods (days, weeks, months or years): thirty years of either.
_MOST_DAYS: Final = 11_000
_LAST: Final = date(2250, 1, 1).toordinal()


def first_dates(starts: Moment, recurrence: Recurrence, limit: int = 1) -> tuple[date, ...]:
    """Return the first days that the rule gives from the start on; the start's own day comes first if it fits."""
    own = day_of(starts)
    return tuple(islice(_days(own, recurrence), limit))


def start_fits(starts: Moment, recurrence: Recurrence) -> bool:
    """Return True where the event's own start is an instance of its rule (RFC 5545, 3.8.5.3 demands it)."""
    if recurrence.frequency is Frequency.WEEKLY and not (recurrence.by_month or recurrence.by_set_position):
        days = recurrence.by_weekday
        return not days or any(part.day == starts.weekday() for part in days)
    if recurrence.frequency is Frequency.DAILY and not (recurrence.by_month or recurrence.by_weekday):
        return not recurrence.by_month_day
    own = day_of(starts)
    return first_dates(starts, recurrence)[:1] == (own,)


class RuleDays:
    """The days that a rule gives, be they excluded or not; days added by hand are not the rule's.

    Each is worked out once, however many are asked for: a file may name thousands.
    """

    def __init__(self, starts: Moment, recurrence: Recurrence) -> None:
        """Begin with no day."""
        self.recurrence = recurrence
        self._own = day_of(starts)
        self._fits = _Fits(self._own, recurrence)
        self._found: list[date] = []
        self._seen: set[date] = set()
        self._further = islice(_days(self._own, recurrence), recurrence.count)

    def __contains__(self, day: date) -> bool:
        """Tell whether the rule gives this day."""
        rule = self.recurrence
        if day < self._own or (rule.until is not None and day > rule.until):
            return False
        if rule.count is None and not rule.by_set_position:
            return self._fits.day(day) and _period_number(day, self._own, rule) % rule.interval == 0
        self._go_on_to(day)
        return day in self._seen

    def around(self, day: date) -> tuple[date, ...]:
        """Return the last date before a day and the first one after it, as far as there are such dates."""
        self._go_on_to(day)
        before, after = bisect_left(self._found, day), bisect_right(self._found, day)
        return tuple(self._found[max(before - 1, 0) : before] + self._found[after : after + 1])

    def _go_on_to(self, day: date) -> None:
        """Work out the days up to the first one after a day."""
        while not self._found or self._found[-1] <= day:
            given = next(self._further, None)
            if given is None or (self.recurrence.until is not None and given > self.recurrence.until):
                self._further = islice(self._further, 0)
                return
            self._found.append(given)
            self._seen.add(given)


def is_date_of(day: date, starts: Moment, recurrence: Recurrence) -> bool:
    """Return True where the rule gives this day, be it excluded or not; days added by hand are not the rule's."""
    return day in RuleDays(starts, recurrence)


def _period_number(day: date, own: date, rule: Recurrence) -> int:
    """Return how many days, weeks, months or years after that of the start a day's own is."""
    match rule.frequency:
        case Frequency.YEARLY:
            return day.year - own.year
        case Frequency.MONTHLY:
            return (day.year - own.year) * 12 + day.month - own.month
        case Frequency.WEEKLY:
            return (day.toordinal() - own.toordinal() + (own.weekday() - rule.week_start) % 7) // 7
        case Frequency.DAILY:
            return day.toordinal() - own.toordinal()


def _days(own: date, rule: Recurrence) -> Iterator[date]:
    fits = _Fits(own, rule)
    first = own.toordinal()
    looked = 0
    for begins, length in _periods(own, rule):
        looked += length
        if begins > _LAST or looked > _MOST_DAYS:
            return
        found = [day for day in map(date.fromordinal, range(begins, begins + length)) if fits.day(day)]
        if rule.by_set_position:
            found = _at_positions(found, rule.by_set_position)
        yield from (day for day in found if day.toordinal() >= first)


def _periods(own: date, rule: Recurrence) -> Iterator[tuple[int, int]]:
    """Yield the rule's periods from that of the start on: the first day's ordinal number, and how many days."""
    step = rule.interval
    if rule.frequency is Frequency.YEARLY:
        for year in range(own.year, date.max.year, step):
            yield date(year, 1, 1).toordinal(), 365 + isleap(year)
    elif rule.frequency is Frequency.MONTHLY:
        for number in range(own.year * 12 + own.month - 1, date.max.year * 12, step):
            year, month = divmod(number, 12)
            yield date(year, month + 1, 1).toordinal(), monthrange(year, month + 1)[1]
    else:
        length = 7 if rule.frequency is Frequency.WEEKLY else 1
        begins = own.toordinal() - ((own.weekday() - rule.week_start) % 7 if length == 7 else 0)
        for day in range(begins, date.max.toordinal() - 7, length * step):
            yield day, length


def _at_positions(days: list[date], positions: tuple[int, ...]) -> list[date]:
    count = len(days)
    picked = {nth - 1 if nth > 0 else count + nth for nth in positions}
    return [days[index] for index in sorted(picked) if 0 <= index < count]


class _Fits:
    """The conditions of a rule on a day (the table in RFC 5545, 3.3.10), with those that the start implies."""

    def __init__(self, own: date, rule: Recurrence) -> None:
        self.rule = rule
        self.months, self.month_days = rule.by_month, rule.by_month_day
        weekdays = {part.day for part in rule.by_weekday if not part.nth or not self._counts(rule)}
        self.weekdays, self.nth = weekdays, [part for part in rule.by_weekday if part.nth and self._counts(rule)]
        if not (rule.by_month_day or rule.by_weekday):
            if rule.frequency is Frequency.YEARLY:
                self.months, self.month_days = self.months or (own.month,), (own.day,)
            elif rule.frequency is Frequency.MONTHLY:
                self.month_days = (own.day,)
            elif rule.frequency is Frequency.WEEKLY:
                self.weekdays = {own.weekday()}
        self.in_year = rule.frequency is Frequency.YEARLY and not rule.by_month

    @staticmethod
    def _counts(rule: Recurrence) -> bool:
        """Tell whether a number before a weekday means anything: in months and years it does."""
        return rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY)

    def day(self, day: date) -> bool:
        """Tell whether a day meets every condition."""
        if self.months and day.month not in self.months:
            return False
        if self.month_days and day.day not in self.month_days:
            length = monthrange(day.year, day.month)[1]
            if day.day - length - 1 not in self.month_days:
                return False
        if not (self.weekdays or self.nth):
            return True
        return day.weekday() in self.weekdays or any(
            part.day == day.weekday() and part.nth in self._places(day) for part in self.nth
        )

    def _places(self, day: date) -> tuple[int, int]:
        """Return which of its weekdays a day is, from the front and from the end of its month or year."""
        if self.in_year:
            place, length = day.timetuple().tm_yday, 365 + isleap(day.year)
        else:
            place, length = day.day, monthrange(day.year, day.month)[1]
        return (place - 1) // 7 + 1, -((length - place) // 7 + 1)
