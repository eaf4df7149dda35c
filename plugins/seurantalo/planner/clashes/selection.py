"""Who may meet whom: the dates of the calendar, dealt into lists by place, venue, organiser and practice.

Nine dates of ten are routine, and routine against routine is silent. So a routine date is dealt out only where
something else is at its venue, or done by its organiser, on about the same day: one look into a set of days for each
date, series by series, before anything is made of it. The lists hold too much rather than too little; rules judge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Final, TypeAlias

from seurantalo.model.event import Event, EventStatus, Format, Weight
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.ground import Ground
from seurantalo.planner.occurrence import Occurrence

_DAY: Final = 86_400
#: No zone's clocks change by more than this many seconds.
_LARGEST_CHANGE: Final = 7_200
#: Something that stays longer than this many days is taken to be there always.
_LONG_STAY: Final = 62
_ALWAYS: Final = frozenset({-1})
_NOT_HELD: Final = frozenset({EventStatus.CANCELLED, EventStatus.POSTPONED})
_BY_START: Final = attrgetter("starts_at")

#: Dates by the id of what they have in common.
Lists: TypeAlias = defaultdict[str, list[Occurrence]]
#: Days in UTC (seconds since 1970 // 86,400) on which a venue or an organiser has something that is not routine.
_Marks: TypeAlias = dict[str, set[int]]


@dataclass(frozen=True, slots=True)
class Selection:
    """The dates that may meet, each list sorted by start. Dates that are cancelled or postponed meet nothing."""

    places: Lists = field(default_factory=lambda: defaultdict(list))
    """By municipality, all that is not routine."""
    guests: Lists = field(default_factory=lambda: defaultdict(list))
    """By municipality, the major events of the municipalities that touch it."""
    practices: Lists = field(default_factory=lambda: defaultdict(list))
    """By practice, all that is not routine."""
    venues: Lists = field(default_factory=lambda: defaultdict(list))
    """By venue, all that is not routine and the routine near it."""
    organisers: Lists = field(default_factory=lambda: defaultdict(list))
    """By organiser, all that is not routine and the routine near it."""
    routine_on_days: list[Occurrence] = field(default_factory=list)
    """Routine dates on the days that were asked for, and those that last longer than a day."""


def select(calendar: Calendar, ground: Ground, days: AbstractSet[date] = frozenset()) -> Selection:
    """Deal the calendar's dates into lists. ``days`` are those on which routine dates are wanted too: holidays."""
    dealt = Selection()
    routine: list[tuple[Event, Sequence[Occurrence]]] = []
    deal = _Dealer(dealt, ground).deal
    for dates in calendar.series:
        event = dates[0].event
        if event.changes:
            dates = [each for each in dates if each.status not in _NOT_HELD]  # noqa: PLW2901
            if not dates:
                continue
        elif event.status in _NOT_HELD:
            continue
        weight = event.weight
        if weight is Weight.ROUTINE:
            routine.append((event, dates))
        else:
            deal(event, dates, major=weight is Weight.MAJOR)
    _deal_routine(routine, dealt, ground, days)
    for lists in (dealt.places, dealt.guests, dealt.practices, dealt.venues, dealt.organisers):
        for dates in lists.values():
            if len(dates) > 1:
                dates.sort(key=_BY_START)
    return dealt


class _Dealer:
    """Puts what is not routine into its lists."""

    def __init__(self, dealt: Selection, ground: Ground) -> None:
        self._dealt, self._ground = dealt, ground

    def deal(self, event: Event, dates: Sequence[Occurrence], *, major: bool) -> None:
        """Put all dates of one event into the lists."""
        dealt, standing = self._dealt, self._ground.standing_seconds
        venue, place = event.venue, event.municipality
        exhibition = event.format is Format.EXHIBITION
        for each in dates:
            if each.change is not None:
                venue, place = each.venue, self._ground.municipality(each)
            dealt.places[place].append(each)
            if venue is not None:
                dealt.venues[venue].append(each)
            if not exhibition and each.ends_at - each.starts_at < standing:
                for organiser in event.organisers:
                    dealt.organisers[organiser].append(each)
                for practice in event.practices:
                    dealt.practices[practice].append(each)
            if major:
                for neighbour in self._ground.catchment[place]:
                    if neighbour != place:
                        dealt.guests[neighbour].append(each)
            if each.change is not None:
                venue, place = event.venue, event.municipality


def _deal_routine(
    routine: Iterable[tuple[Event, Sequence[Occurrence]]],
    dealt: Selection,
    ground: Ground,
    days: AbstractSet[date],
) -> None:
    """Put those routine dates into the lists that something else comes near."""
    venues = _marks(dealt.venues, ground.margin)
    organisers = _marks(dealt.organisers, _no_margin)
    for event, dates in routine:
        if event.changes:
            # A date of its own may be somewhere else, at another time. Few are.
            for each in dates:
                if each.change is not None:
                    _put_routine(each, dealt)
            dates = [each for each in dates if each.change is None]  # noqa: PLW2901
            if not dates:
                continue
        span = _span(event, dates[0])
        near = [(organisers.get(organiser), dealt.organisers, organiser) for organiser in event.organisers]
        if event.venue is not None:
            near.append((venues.get(event.venue), dealt.venues, event.venue))
        for marked, lists, name in near:
            if marked:
                lists[name] += _on_days(dates, marked, span)
        if days and _may_be_on_holidays(event, dates[0]):
            dealt.routine_on_days.extend(
                each for each in dates if each.first_day in days or each.last_day is not each.first_day
            )


def _may_be_on_holidays(event: Event, first: Occurrence) -> bool:
    """False where no date of a routine event can be on a holiday without being meant to."""
    if event.on_holiday or event.format is Format.SERVICE:
        return False
    rule = event.repeats
    skips = rule is not None and rule.skip_holidays and not rule.include
    return not skips or first.first_day != first.last_day


def _put_routine(each: Occurrence, dealt: Selection) -> None:
    if each.venue is not None and each.venue in dealt.venues:
        dealt.venues[each.venue].append(each)
    for organiser in each.event.organisers:
        if organiser in dealt.organisers:
            dealt.organisers[organiser].append(each)
    dealt.routine_on_days.append(each)


def _no_margin(_name: str) -> int:
    return 0


def _marks(lists: Lists, margin_of: Callable[[str], int]) -> _Marks:
    """Return the days in UTC that the dates of each list touch, with the margin in seconds around them."""
    marks: _Marks = {}
    for name, dates in lists.items():
        margin = margin_of(name)
        marks[name] = days = set()
        for each in dates:
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
    alike = event.repeats is None or not event.repeats.include
    return 0 if alike and clock >= _LARGEST_CHANGE and clock + length <= _DAY - _LARGEST_CHANGE else 1


def _on_days(dates: Sequence[Occurrence], days: AbstractSet[int], span: int) -> Sequence[Occurrence]:
    """Return the dates of one event, none of them with a change, that touch one of the days (UTC)."""
    if span == 2 or -1 in days:
        return dates
    if span:
        return [each for each in dates if each.starts_at // _DAY in days or (each.ends_at - 1) // _DAY in days]
    return [each for each in dates if each.starts_at // _DAY in days]
