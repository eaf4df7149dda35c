"""Who may meet whom: the dates of the calendar, dealt into lists by place, venue, organiser and practice.

Nine dates of ten are routine, and routine against routine is mostly silent. So a routine date is dealt out only where
something else is at its venue, or done by its organiser, on about the same day: one look into a set of days for each
date, series by series, before anything is made of it. Beside each other they are laid series by series. The lists
hold too much rather than too little; rules judge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import date
from operator import attrgetter
from typing import Final, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.model.event import NOT_HELD, Event, Format, Weight
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.sweep import Run, run
from seurantalo.planner.clashes.times import JOURNEY
from seurantalo.planner.dates_by_day import municipality_of
from seurantalo.planner.occurrence import Occurrence

_DAY: Final = 86_400
#: No zone's clocks change by more than this many seconds.
_LARGEST_CHANGE: Final = 7_200
#: Something that stays longer than this many days is taken to be there always.
_LONG_STAY: Final = 62
_ALWAYS: Final = frozenset({-1})
_ROUTINE: Final = Weight.ROUTINE
_BY_START: Final = attrgetter("starts_at")
_BY_DAY: Final = attrgetter("day", "starts_at")

#: Dates by the id of what they have in common.
Lists: TypeAlias = defaultdict[str, list[Entry]]
#: Days in UTC (seconds since 1970 // 86,400) on which a venue or an organiser has something that is not routine.
_Marks: TypeAlias = dict[str, set[int]]


#: Routine dates by the id of what they have in common, event by event.
Runs: TypeAlias = defaultdict[str, list[Run]]


def _lists() -> Lists:
    return defaultdict(list)


def _runs() -> Runs:
    return defaultdict(list)


@dataclass(slots=True)
class Selection:
    """The dates that may meet. Dates that are cancelled or postponed meet nothing."""

    places: Lists = field(default_factory=_lists)
    """By municipality, all that is not routine; by day."""
    guests: Lists = field(default_factory=_lists)
    """By municipality, the major events of the municipalities that touch it."""
    practices: Lists = field(default_factory=_lists)
    """By practice, all that is not routine and does not stand for weeks; by day."""
    venues: Lists = field(default_factory=_lists)
    """By venue, all that is not routine and the routine near it; by start."""
    organisers: Lists = field(default_factory=_lists)
    """By organiser, all that is not routine and the routine near it, if it does not stand for weeks; by start."""
    journeys: dict[tuple[str, int], list[Entry]] = field(default_factory=dict)
    """By form or audience and day, what people travel for and that is not routine."""
    routine_venues: Runs = field(default_factory=_runs)
    """By venue, the routine dates of each event there, in order."""
    routine_places: Runs = field(default_factory=_runs)
    """By municipality, the same."""
    routine_on_days: list[Entry] = field(default_factory=list)
    """Routine dates on the days that were asked for, and those that last longer than a day."""
    abroad: bool = False
    """Zones differ: the order of instants is not quite the order of local days, and days may differ by one."""

    def around(self, place: str) -> list[Entry]:
        """Return what is not routine in a municipality, and the major events next door; by day."""
        home, guests = self.places[place], self.guests.get(place)
        return home if guests is None else sorted((*home, *guests), key=_BY_DAY)


def select(calendar: Calendar, ground: Ground, days: AbstractSet[date] = frozenset()) -> Selection:
    """Deal the calendar's dates into lists. ``days`` are those on which routine dates are wanted too: holidays."""
    dealt = Selection()
    routine: list[tuple[Event, Sequence[Occurrence]]] = []
    zones: set[str] = set()
    for series in calendar.series:
        dates, event = series, series[0].event
        if event.changes:
            dates = tuple(each for each in series if each.status not in NOT_HELD)
            if not dates:
                continue
        elif event.status in NOT_HELD:
            continue
        if event.weight is _ROUTINE:
            routine.append((event, dates))
        else:
            zones.add(event.timezone)
            _deal(dates, dealt, ground)
    _deal_routine(routine, dealt, ground, days)
    dealt.abroad = len(zones) > 1
    for lists, order in (
        (dealt.venues, _BY_START),
        (dealt.organisers, _BY_START),
        (dealt.places, _BY_DAY if dealt.abroad else _BY_START),
        (dealt.practices, _BY_DAY if dealt.abroad else _BY_START),
    ):
        for entries in lists.values():
            entries.sort(key=order)
    return dealt


def _deal(dates: Iterable[Occurrence], dealt: Selection, ground: Ground) -> None:
    """Put all dates of an event that is not routine into their lists."""
    for each in dates:
        entry = ground.entry(each)
        sheet = entry.sheet
        dealt.places[sheet.municipality].append(entry)
        if sheet.venue is not None:
            dealt.venues[sheet.venue].append(entry)
        if not entry.standing:
            for organiser in sheet.organisers:
                dealt.organisers[organiser].append(entry)
            for practice in sheet.practices:
                dealt.practices[practice].append(entry)
            for kind in sheet.journeys:
                for day in range(entry.day, entry.last_day + 1):
                    dealt.journeys.setdefault((kind, day), []).append(entry)
        if sheet.major:
            for neighbour in ground.catchment[sheet.municipality]:
                if neighbour != sheet.municipality:
                    dealt.guests[neighbour].append(entry)


def _deal_routine(
    routine: Iterable[tuple[Event, Sequence[Occurrence]]],
    dealt: Selection,
    ground: Ground,
    days: AbstractSet[date],
) -> None:
    """Put those routine dates into the lists that something else comes near."""
    venues = _marks(dealt.venues, ground.longest_margin)
    organisers = _marks(dealt.organisers, _journey)
    for event, series in routine:
        dates = series
        if event.changes:
            # A date of its own may be somewhere else, at another time. Few are.
            for each in series:
                if each.change is not None:
                    _put_routine(ground.entry(each), dealt)
                    _put_run((each,), ground, dealt)
            dates = tuple(each for each in series if each.change is None)
            if not dates:
                continue
        _put_run(dates, ground, dealt)
        near = [(organisers[name], dealt.organisers[name]) for name in event.organisers if name in organisers]
        if event.venue in venues:
            near.append((venues[event.venue], dealt.venues[event.venue]))
        if near:
            span = _span(event, dates[0])
            begun = [each.starts_at // _DAY for each in dates]
            for marked, entries in near:
                entries.extend(map(ground.entry, _on_days(dates, begun, marked, span)))
        if days and _may_be_on_holidays(event, dates):
            dealt.routine_on_days += [
                ground.entry(each) for each in dates if each.first_day in days or each.last_day is not each.first_day
            ]


def _may_be_on_holidays(event: Event, dates: Sequence[Occurrence]) -> bool:
    """False where no date of a routine event can be on a holiday without being meant to."""
    if event.on_holiday or event.format is Format.SERVICE:
        return False
    rules = [one.rule for one in event.repetitions]
    skips = bool(rules) and all(rule.skip_holidays and not rule.include for rule in rules)
    return not skips or any(each.first_day != each.last_day for each in dates)


def _put_routine(entry: Entry, dealt: Selection) -> None:
    if entry.sheet.venue is not None and entry.sheet.venue in dealt.venues:
        dealt.venues[entry.sheet.venue].append(entry)
    for organiser in entry.sheet.organisers:
        if organiser in dealt.organisers:
            dealt.organisers[organiser].append(entry)
    dealt.routine_on_days.append(entry)


def _put_run(dates: Sequence[Occurrence], ground: Ground, dealt: Selection) -> None:
    """Put the dates of one event, all in one place, beside those of others."""
    first, together = dates[0], run(dates)
    venue = first.venue
    if venue is not None:
        dealt.routine_venues[venue].append(together)
    dealt.routine_places[municipality_of(first, ground.community)].append(together)


def _journey(_name: str) -> int:
    return JOURNEY


def _marks(lists: Lists, margin_of: Callable[[str], int]) -> _Marks:
    """Return the days in UTC that the dates of each list touch, with the margin in seconds around them."""
    marks: _Marks = {}
    for name, entries in lists.items():
        margin = margin_of(name)
        marks[name] = days = set()
        for each in entries:
            first, last = (each.starts_at - margin) // _DAY, (each.ends_at + margin - 1) // _DAY
            if first == last:
                days.add(first)
            else:
                days.update(_ALWAYS if last - first > _LONG_STAY else range(first, last + 1))
    return marks


def _span(event: Event, first: Occurrence) -> int:
    """Return how many days in UTC a date of the event may touch: 0 for one, 1 for two, 2 for more than that."""
    clock, length = first.starts_at % _DAY, first.ends_at - first.starts_at
    if length > _DAY:
        return 2
    alike = event.repeats is None or not (event.repeats.include or event.further)
    return 0 if alike and clock >= _LARGEST_CHANGE and clock + length <= _DAY - _LARGEST_CHANGE else 1


def _on_days(
    dates: Sequence[Occurrence], begun: Sequence[int], days: AbstractSet[int], span: int
) -> Iterable[Occurrence]:
    """Return the dates of one event, none of them with a change, that touch one of the days (UTC).

    ``begun`` are the days on which they begin.
    """
    if span == 2 or -1 in days:
        return dates
    if span:
        return [
            each for each, day in zip(dates, begun, strict=True) if day in days or (each.ends_at - 1) // _DAY in days
        ]
    return [each for each, day in zip(dates, begun, strict=True) if day in days]
