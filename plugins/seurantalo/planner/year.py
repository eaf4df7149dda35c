"""The load of a year: how much is on in a municipality, or in the whole region, day by day and week by week.

One pass over the calendar deals every date to its municipality, to the region and to its year; what a year is made of
is worked out only when a page asks. Cancelled dates count nowhere. Weekly groups are counted apart, because they are
on every week; what stands for weeks (an exhibition) is told, but crowds no day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.event import Format, Weight
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence

#: From this many days on an occurrence is there all the time (as the clash rules have it).
STANDING_DAYS: Final = 8
#: A silence is worth telling from this many days on.
QUIET_DAYS: Final = 14
#: A week is crowded from this many events on, and where it has twice what a common week has.
CROWDED_EVENTS: Final = 3

_ONE_DAY: Final = timedelta(days=1)
#: Municipality id, or "" for the whole region.
Place = str
_Dealt = dict[int, dict[Place, list[Occurrence]]]


@dataclass(frozen=True, slots=True)
class Week:
    """A week (ISO 8601) as far as it belongs to the year; the first and the last may be shorter than seven days."""

    number: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """What is on in a week. A date of several days counts in every week that it touches."""

    week: Week
    events: int
    routine: int


@dataclass(frozen=True, slots=True)
class Silence:
    """Days without an event, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How long it lasts."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=64)
def weeks_of(year: int) -> tuple[Week, ...]:
    """Return the ISO weeks of a calendar year in order, cut at both ends: 53 or 54 of them."""
    first, end = date(year, 1, 1), date(year, 12, 31)
    weeks = []
    while first <= end:
        last = min(first + timedelta(days=6 - first.weekday()), end)
        weeks.append(Week(first.isocalendar().week, first, last))
        first = last + _ONE_DAY
    return tuple(weeks)


def is_standing(occurrence: Occurrence) -> bool:
    """True for an exhibition, and for what is on for more than a week: one can go on another day."""
    days = (occurrence.last_day - occurrence.first_day).days + 1
    return days >= STANDING_DAYS or occurrence.event.format is Format.EXHIBITION


class YearLoad:
    """A year of one municipality, or of the region."""

    def __init__(self, year: int, events: Sequence[Occurrence] = (), routine: Sequence[Occurrence] = ()) -> None:
        """Take the dates that touch the year, those of weekly groups apart; they come in order of start."""
        self.year = year
        self.first = date(year, 1, 1)
        self.length = (date(year, 12, 31) - self.first).days + 1
        self.events = events
        """The dates that are not routine, in order."""
        # What stands for weeks is no part of the counts.
        self.by_day, self.by_week = self._counted([one for one in events if not is_standing(one)])
        """Events by day, in order, of the days that have any, and of each week.

        Days and weeks are counted from 0; a date of several days counts in all that it touches.
        """
        self.routine_by_day, self.routine_by_week = self._counted(routine)
        """Dates of weekly groups, likewise."""

    def _counted(self, dates: Iterable[Occurrence]) -> tuple[Mapping[int, int], Sequence[int]]:
        shift, start, end = self.first.weekday(), self.first.toordinal(), self.length - 1
        days: dict[int, int] = defaultdict(int)
        weeks = [0] * ((end + shift) // 7 + 1)
        for one in dates:
            first, last = one.first_day.toordinal() - start, one.last_day.toordinal() - start
            if first == last:
                days[first] += 1
                weeks[(first + shift) // 7] += 1
                continue
            first, last = max(first, 0), min(last, end)
            for day in range(first, last + 1):
                days[day] += 1
            for week in range((first + shift) // 7, (last + shift) // 7 + 1):
                weeks[week] += 1
        return {day: days[day] for day in sorted(days)}, weeks

    def week(self, index: int) -> WeekLoad:
        """Return a week of the year, counted from 0."""
        return WeekLoad(weeks_of(self.year)[index], self.by_week[index], self.routine_by_week[index])

    @property
    def weeks(self) -> tuple[WeekLoad, ...]:
        """Every week of the year."""
        return tuple(map(self.week, range(len(self.by_week))))

    @property
    def busiest(self) -> tuple[WeekLoad, ...]:
        """The fullest week of the year, or several that are equally full; none where no week has two events."""
        most = max(self.by_week)
        return tuple([self.week(n) for n, events in enumerate(self.by_week) if events == most]) if most > 1 else ()

    @property
    def crowded(self) -> tuple[WeekLoad, ...]:
        """The weeks that have at least three events and twice what a common week has, fullest first."""
        ordered = sorted(self.by_week)
        # Of the one in the middle, or of the two around it.
        twice_common = ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
        limit = max(CROWDED_EVENTS, twice_common)
        found = [self.week(n) for n, events in enumerate(self.by_week) if events >= limit]
        return tuple(sorted(found, key=lambda one: (-one.events, one.week.first)))

    @cached_property
    def silences(self) -> tuple[Silence, ...]:
        """Every stretch of two weeks or more without an event, in order; weekly groups do not break it."""
        busy = (-1, *self.by_day, self.length)
        return tuple(
            [
                Silence(self.first + timedelta(before + 1), self.first + timedelta(after - 1))
                for before, after in pairwise(busy)
                if after - before > QUIET_DAYS
            ]
        )

    @property
    def calmest(self) -> WeekLoad | None:
        """The whole week with the fewest events, where the year has no silence; None where it has."""
        if self.silences:
            return None
        whole = [week for week in self.weeks if (week.week.last - week.week.first).days == 6]
        return min(whole, key=lambda one: (one.events, one.week.first))


class YearLoads:
    """The years of every municipality."""

    def __init__(self, calendar: Calendar) -> None:
        """Deal the dates out, in their order; one date may touch two years."""
        self._events: _Dealt = defaultdict(lambda: defaultdict(list))
        self._routine: _Dealt = defaultdict(lambda: defaultdict(list))
        known: set[tuple[Place, int]] = set()
        for one in calendar.occurrences:
            first, last = one.starts_local.year, one.ends_local.year
            if first != last:
                last = one.last_day.year
            event = one.event
            place = event.municipality
            dealt = self._routine if event.weight is Weight.ROUTINE else self._events
            for year in range(first, last + 1):
                known.add((place, year))
                if not one.cancelled:
                    places = dealt[year]
                    places[place].append(one)
                    places[""].append(one)
        years: dict[Place, list[int]] = {"": sorted({year for _, year in known})}
        for place, year in sorted(known):
            years.setdefault(place, []).append(year)
        self._years = {place: tuple(found) for place, found in years.items()}

    def years(self, place: Place = "") -> tuple[int, ...]:
        """Return the years in which a municipality, or anybody, has dates; in order."""
        return self._years.get(place, ())

    def event_ids(self, place: Place, year: int) -> set[str]:
        """Return the events that a year of a municipality, or of the region, is made of."""
        dealt = (self._events.get(year, {}), self._routine.get(year, {}))
        return {one.event.id for places in dealt for one in places.get(place, ())}

    def number(self, place: Place, year: int) -> int:
        """Return the number of a year's dates in a municipality, or in the region (``""``); weekly groups apart."""
        return len(self._events.get(year, {}).get(place, ()))

    def of(self, place: Place, year: int) -> YearLoad:
        """Return a year of a municipality, or of the region (``""``); an empty one where nothing is known."""
        events, routine = self._events.get(year, {}), self._routine.get(year, {})
        return YearLoad(year, events.get(place, ()), routine.get(place, ()))


@lru_cache(maxsize=1)
def year_loads(calendar: Calendar) -> YearLoads:
    """Return the years of a calendar; remembered for the calendar last asked about."""
    return YearLoads(calendar)


def highlights(load: YearLoad, most: int) -> tuple[Occurrence, ...]:
    """Return the events to be named on a wheel, each once on its first date, in order of the year.

    The great days come first. What room is left goes to single events, longer ones before shorter ones, one month
    after the other, so that every season is told of. What repeats is not named unless it is a great day.
    """
    known: set[str] = set()
    great: list[Occurrence] = []
    others: list[Occurrence] = []
    for one in load.events:
        event = one.event
        if event.id not in known and one.first_day >= load.first:
            known.add(event.id)
            if event.weight is Weight.MAJOR:
                great.append(one)
            elif event.repeats is None:
                others.append(one)
    chosen = _fair(great, most)
    chosen = [*chosen, *_fair(others, most - len(chosen))]
    return tuple(sorted(chosen, key=lambda one: (one.first_day, one.starts_at, one.event.id)))


def _fair(dates: list[Occurrence], most: int) -> list[Occurrence]:
    """Return at most ``most`` dates: the longest of each month, then the second of each, and so on."""
    if len(dates) <= most:
        return dates
    months: dict[int, list[Occurrence]] = {}
    for one in dates:
        months.setdefault(one.first_day.month, []).append(one)
    ranked = [
        (rank, month, number)
        for month, found in months.items()
        for rank, number in enumerate(sorted(range(len(found)), key=lambda n: _weight(found[n])))
    ]
    return [months[month][number] for _, month, number in sorted(ranked)[: max(most, 0)]]


def _weight(one: Occurrence) -> tuple[int, int, str]:
    longer = 0 if is_standing(one) else (one.last_day - one.first_day).days
    return (-longer, one.starts_at, one.event.id)
