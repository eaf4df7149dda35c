"""Which days are good for an event that has no day yet: each day of a span, weighed and put in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seurantalo.model.community import Community
from seurantalo.model.event import Event, Format, Weight
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.entries import Ground
from seurantalo.planner.clashes.rules.load import day_limit, together, weekend_limit
from seurantalo.planner.dates_by_day import Days, dates_by_day
from seurantalo.planner.free.reasons import ORDER, For, Grade, Reason, ReasonKind, grade_of, points_of
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence

#: Events named for one day, of the place itself and of its neighbours; the rest shows in the load.
MOST_EVENTS: Final = 6
MOST_NEIGHBOURS: Final = 3
_SATURDAY: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody looks for: a municipality, days from ``first`` to ``last``; no weekdays means all of them.

    >>> first, last, tuesdays = date(2027, 3, 15), date(2027, 3, 28), frozenset({1})
    >>> wish = Wish(municipality="vimpeli", first=first, last=last, weekdays=tuesdays)
    >>> [rated.day.isoformat() for rated in FreeDates(community, calendar, settings).rank(wish)]
    ['2027-03-16', '2027-03-23']
    """

    municipality: str
    first: date
    last: date
    audiences: tuple[str, ...] = ()
    venue: str | None = None
    weekdays: frozenset[int] = frozenset()
    """0 for Monday."""


@dataclass(frozen=True, slots=True)
class RatedDay:
    """A day with what speaks against it, the weightiest first; ``points`` are their sum, 0 the best.

    >>> saturday = Wish(municipality="vimpeli", first=date(2027, 3, 20), last=date(2027, 3, 20))
    >>> rated = FreeDates(community, calendar, settings).rank(saturday)[0]
    >>> rated.points, rated.grade.value, [reason.occurrence.event.id for reason, *_ in rated.reasons]
    (4, 'possible', ['konsertti', 'tanssit'])
    """

    day: date
    points: int
    grade: Grade
    reasons: tuple[tuple[Reason, For, int], ...]
    """Each with whom it is for and its own points."""


class FreeDates:
    """Weighs days. One walk over the calendar is shared; the rest is worked out for the places asked about.

    >>> weekend = Wish(municipality="vimpeli", first=date(2027, 3, 20), last=date(2027, 3, 21))
    >>> [(rated.day.isoformat(), rated.points) for rated in FreeDates(community, calendar, settings).rank(weekend)]
    [('2027-03-21', 0), ('2027-03-20', 4)]
    """

    def __init__(self, community: Community, calendar: Calendar, settings: Settings) -> None:
        """Take a community with its calendar; days are weighed from the calendar's today on."""
        self.community = community
        self.ground = Ground(community, settings)
        self.by_day = dates_by_day(community, calendar)
        self._holidays = HolidayCalendar()
        self._for: dict[tuple[tuple[str, ...], tuple[str, ...]], For] = {}
        self._special: dict[int, tuple[tuple[int, Reason], ...]] = {}
        self._against: dict[tuple[str, date, date], Mapping[int, tuple[Reason, ...]]] = {}

    def rank(self, wish: Wish) -> tuple[RatedDay, ...]:
        """Return the days of a wish, the best first, and the sooner first among equals."""
        against = self.against(wish.municipality, wish.first, wish.last)
        taken = self.by_day.days_of(Kind.VENUE, wish.venue) if wish.venue else {}
        found = []
        for number in range(wish.first.toordinal(), wish.last.toordinal() + 1):
            # Ordinal 1 is a Monday.
            if not wish.weekdays or (number - 1) % 7 in wish.weekdays:
                reasons = (*self.taken(taken, number), *against.get(number, ()))
                found.append(self._rated(date.fromordinal(number), reasons, wish))
        found.sort(key=lambda rated: (rated.points, rated.day))
        return tuple(found)

    def _rated(self, day: date, reasons: Sequence[Reason], wish: Wish) -> RatedDay:
        weighed = []
        at_venue = {id(reason.occurrence) for reason in reasons if reason.kind is ReasonKind.VENUE}
        for reason in reasons:
            if reason.kind is not ReasonKind.VENUE and id(reason.occurrence) in at_venue:
                continue  # The venue being taken says it all.
            whom = self.audience_of(reason, wish.audiences)
            weighed.append((reason, whom, points_of(reason.kind, whom)))
        weighed.sort(key=lambda each: (-each[2], ORDER[each[0].kind]))
        points = sum(each[2] for each in weighed)
        return RatedDay(day, points, grade_of(points), tuple(weighed))

    def audience_of(self, reason: Reason, wanted: tuple[str, ...]) -> For:
        """Return for whom a reason's event is, beside the wanted audiences."""
        if reason.occurrence is None or reason.kind not in {ReasonKind.EVENT, ReasonKind.NEIGHBOUR}:
            return For.UNKNOWN
        return self.compared(reason.occurrence.event.audiences, wanted)

    def compared(self, theirs: tuple[str, ...], wanted: tuple[str, ...]) -> For:
        """Return whether two lists of audiences mean the same people; unknown where one of them is empty."""
        if not theirs or not wanted:
            return For.UNKNOWN
        key = (theirs, wanted)
        found = self._for.get(key)
        if found is None:
            line = self.ground.audience_line
            same = any(one in line(other) or other in line(one) for one in theirs for other in wanted)
            found = self._for[key] = For.SAME if same else For.OTHERS
        return found

    def taken(self, days: Days, number: int) -> Iterator[Reason]:
        """Yield what is on at a venue on a day, given the venue's days; exhibitions leave the floor to others."""
        for one in days.get(number, ()):
            if one.event.format is not Format.EXHIBITION:
                yield Reason(ReasonKind.VENUE, one, one.event.municipality)

    def against(self, municipality: str, first: date, last: date) -> Mapping[int, tuple[Reason, ...]]:
        """Return what speaks against the days of a municipality, whatever the venue; days without are left out."""
        key = (municipality, first, last)
        known = self._against.get(key)
        if known is None:
            span = range(first.toordinal(), last.toordinal() + 1)
            found: dict[int, list[Reason]] = {}
            for year in range(first.year, last.year + 1):
                found.update((day, [reason]) for day, reason in self._holidays_of(year) if day in span)
            self._add_breaks(found, span, municipality)
            self._add_events(found, span, municipality)
            self._add_neighbours(found, span, municipality)
            known = self._against[key] = {day: tuple(found[day]) for day in sorted(found)}
        return known

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
        for period in self.community.municipalities[municipality].school_breaks:
            if period.starts is None or period.ends is None:
                continue
            days = range(period.starts.toordinal(), period.ends.toordinal() + 1)
            if len(days) > self.ground.settings.longest_break:
                continue  # The summer is when things happen.
            reason = Reason(ReasonKind.BREAK, municipality=municipality, period=period)
            for day in range(max(days.start, span.start), min(days.stop, span.stop)):
                found.setdefault(day, []).append(reason)

    def _add_events(self, found: dict[int, list[Reason]], span: range, municipality: str) -> None:
        days = self.by_day.days_of(Kind.MUNICIPALITY, municipality)
        full = day_limit(municipality, self.ground), weekend_limit(municipality, self.ground)
        for day in _within(days, span):
            lively = [one for one in days[day] if not is_standing(one, self.ground.settings.standing_days)]
            lively.sort(key=lambda one: one.event.weight is not Weight.MAJOR)
            reasons = [
                Reason(ReasonKind.MAJOR if one.event.weight is Weight.MAJOR else ReasonKind.EVENT, one, municipality)
                for one in lively[:MOST_EVENTS]
            ]
            if reasons:
                found.setdefault(day, []).extend(reasons)
            if lively and (count := self._count(lively, full[0])) >= full[0]:
                found.setdefault(day, []).append(Reason(ReasonKind.LOAD, municipality=municipality, count=count))
        for saturday in _saturdays(days, span):
            both = [
                one
                for day in (saturday, saturday + 1)
                for one in days.get(day, ())
                if not is_standing(one, self.ground.settings.standing_days)
            ]
            if both and (count := self._count(both, full[1])) >= full[1]:
                reason = Reason(ReasonKind.LOAD, municipality=municipality, count=count, weekend=True)
                for day in (saturday, saturday + 1):
                    if day in span and not any(one.kind is ReasonKind.LOAD for one in found.get(day, ())):
                        found.setdefault(day, []).append(reason)

    def _count(self, dates: Sequence[Occurrence], wanted: int) -> int:
        """Return the number of events; those that know of each other are one. Fewer dates than wanted are none."""
        if len(dates) < wanted:
            return 0
        return together({one.event.id: self.ground.sheet(one.event) for one in dates})

    def _add_neighbours(self, found: dict[int, list[Reason]], span: range, municipality: str) -> None:
        near = sorted(self.ground.catchment[municipality] - {municipality})
        nearby: dict[int, list[tuple[bool, int, str, str, Occurrence]]] = {}
        for name in near:
            days = self.by_day.days_of(Kind.MUNICIPALITY, name)
            for day in _within(days, span):
                nearby.setdefault(day, []).extend(
                    (one.event.weight is not Weight.MAJOR, one.starts_at, one.event.id, name, one)
                    for one in days[day]
                    if not is_standing(one, self.ground.settings.standing_days)
                )
        for day, events in nearby.items():
            events.sort(key=lambda each: each[:3])
            # A great day of a neighbour is always told.
            great = sum(not minor for minor, *_ in events)
            for minor, _, _, name, one in events[: max(great, MOST_NEIGHBOURS)]:
                kind = ReasonKind.NEIGHBOUR if minor else ReasonKind.MAJOR
                found.setdefault(day, []).append(Reason(kind, one, name))


def is_standing(date: Occurrence, days: int) -> bool:
    """True for what is there for so many ``days`` that one can go on another one."""
    event: Event = date.event
    return event.format is Format.EXHIBITION or (date.last_day - date.first_day).days + 1 >= days


def _within(days: Days, span: range) -> list[int]:
    return sorted(day for day in days if day in span)


def _saturdays(days: Days, span: range) -> list[int]:
    """Return the Saturdays of the weekends that have something on and touch the span."""
    found = {day if day % 7 == _SATURDAY else day - 1 for day in days if day % 7 in {0, _SATURDAY}}
    return sorted(saturday for saturday in found if saturday in span or saturday + 1 in span)
