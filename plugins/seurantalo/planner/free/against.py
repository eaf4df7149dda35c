"""What speaks against the days of a municipality, whatever the hours and the venue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from seurantalo.model.community import Community
from seurantalo.model.event import Format, Weight
from seurantalo.model.record import Kind
from seurantalo.planner.clashes.entries import Ground
from seurantalo.planner.clashes.rules.load import day_limit, together, weekend_limit
from seurantalo.planner.dates_by_day import DatesByDay, Days
from seurantalo.planner.free.reasons import Reason, ReasonKind
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence

#: Events of neighbours that are named for one part of a day; the rest is far enough away.
MOST_NEIGHBOURS: Final = 3
_SATURDAY: Final = 6
#: Hours at which the afternoon and the evening begin, where it only matters that neighbours' events are spread.
_PARTS: Final = (12, 16)


class Against:
    """Finds reasons municipality by municipality; what they share, it keeps."""

    def __init__(self, community: Community, ground: Ground, by_day: DatesByDay) -> None:
        """Take the dates by day."""
        self._community = community
        self._ground = ground
        self._by_day = by_day
        self._holidays = HolidayCalendar()
        self._special: dict[int, tuple[tuple[int, Reason], ...]] = {}

    def of(self, municipality: str, span: range) -> Mapping[int, tuple[Reason, ...]]:
        """Return the reasons by day (ordinal numbers, in order); days without any are left out."""
        found: dict[int, list[Reason]] = {}
        for year in range(_year(span.start), _year(span.stop - 1) + 1):
            found.update((day, [reason]) for day, reason in self._holidays_of(year) if day in span)
        self._add_breaks(found, span, municipality)
        self._add_events(found, span, municipality)
        self._add_neighbours(found, span, municipality)
        return {day: tuple(found[day]) for day in sorted(found)}

    def _holidays_of(self, year: int) -> tuple[tuple[int, Reason], ...]:
        """Return a year's holidays and eves, the same for all."""
        known = self._special.get(year)
        if known is None:
            known = self._special[year] = tuple(
                (
                    day.toordinal(),
                    Reason(ReasonKind.HOLIDAY if self._holidays.is_holiday(day) else ReasonKind.EVE, day=day),
                )
                for day in self._holidays.keys_of(year)
            )
        return known

    def _add_breaks(self, found: dict[int, list[Reason]], span: range, municipality: str) -> None:
        for period in self._community.municipalities[municipality].school_breaks:
            if period.starts is None or period.ends is None:
                continue
            days = range(period.starts.toordinal(), period.ends.toordinal() + 1)
            if len(days) > self._ground.settings.longest_break:
                continue  # The summer is when things happen.
            reason = Reason(ReasonKind.BREAK, municipality=municipality, period=period)
            for day in range(max(days.start, span.start), min(days.stop, span.stop)):
                found.setdefault(day, []).append(reason)

    def _add_events(self, found: dict[int, list[Reason]], span: range, municipality: str) -> None:
        days = self._by_day.days_of(Kind.MUNICIPALITY, municipality)
        full = day_limit(municipality, self._ground), weekend_limit(municipality, self._ground)
        for day in _within(days, span):
            lively = self._lively(days[day])
            lively.sort(key=lambda one: one.event.weight is not Weight.MAJOR)
            reasons = [
                Reason(ReasonKind.MAJOR if one.event.weight is Weight.MAJOR else ReasonKind.EVENT, one, municipality)
                for one in lively
            ]
            if reasons:
                found.setdefault(day, []).extend(reasons)
            if lively and (count := self._count(lively, full[0])) >= full[0]:
                found.setdefault(day, []).append(Reason(ReasonKind.LOAD, municipality=municipality, count=count))
        for saturday in _saturdays(days, span):
            both = self._lively([*days.get(saturday, ()), *days.get(saturday + 1, ())])
            if both and (count := self._count(both, full[1])) >= full[1]:
                reason = Reason(ReasonKind.LOAD, municipality=municipality, count=count, weekend=True)
                for day in (saturday, saturday + 1):
                    if day in span and not any(one.kind is ReasonKind.LOAD for one in found.get(day, ())):
                        found.setdefault(day, []).append(reason)

    def _lively(self, dates: Iterable[Occurrence]) -> list[Occurrence]:
        days = self._ground.settings.standing_days
        return [one for one in dates if not is_standing(one, days)]

    def _count(self, dates: Sequence[Occurrence], wanted: int) -> int:
        """Return the number of events; those that know of each other are one. Fewer dates than wanted are none."""
        if len(dates) < wanted:
            return 0
        return together({one.event.id: self._ground.sheet(one.event) for one in dates})

    def _add_neighbours(self, found: dict[int, list[Reason]], span: range, municipality: str) -> None:
        near = sorted(self._ground.catchment[municipality] - {municipality})
        nearby: dict[int, list[tuple[bool, int, str, str, Occurrence]]] = {}
        for name in near:
            days = self._by_day.days_of(Kind.MUNICIPALITY, name)
            for day in _within(days, span):
                nearby.setdefault(day, []).extend(
                    (one.event.weight is not Weight.MAJOR, one.starts_at, one.event.id, name, one)
                    for one in self._lively(days[day])
                )
        for day, events in nearby.items():
            events.sort(key=lambda each: each[:3])
            named: dict[int, int] = {}
            for minor, _, _, name, one in events:
                if minor:
                    part = _part(one)
                    named[part] = named.get(part, 0) + 1
                    if named[part] > MOST_NEIGHBOURS:
                        continue
                # A great day of a neighbour is always told.
                kind = ReasonKind.NEIGHBOUR if minor else ReasonKind.MAJOR
                found.setdefault(day, []).append(Reason(kind, one, name))


def is_standing(date: Occurrence, days: int) -> bool:
    """True for what keeps nobody from anything: it is there for so many ``days`` that one can go on another one."""
    beyond = date.last_day.toordinal() - date.first_day.toordinal()
    if not beyond:
        return False
    event = date.event
    nowhere = date.whole_day and date.venue is None and event.weight is not Weight.MAJOR
    return nowhere or event.format is Format.EXHIBITION or beyond + 1 >= days


def _part(date: Occurrence) -> int:
    starts = date.starts_local
    hour = starts.hour if isinstance(starts, datetime) else 0
    return sum(hour >= part for part in _PARTS)


def _year(day: int) -> int:
    return datetime.fromordinal(day).year


def _within(days: Days, span: range) -> list[int]:
    return sorted(day for day in days if day in span)


def _saturdays(days: Days, span: range) -> list[int]:
    """Return the Saturdays of the weekends that have something on and touch the span."""
    found = {day if day % 7 == _SATURDAY else day - 1 for day in days if day % 7 in {0, _SATURDAY}}
    return sorted(saturday for saturday in found if saturday in span or saturday + 1 in span)
