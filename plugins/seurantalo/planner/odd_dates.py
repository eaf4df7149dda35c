"""What is odd about the dates of a repeating event, and would be silent otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from seurantalo.model.event import Event
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Repetition
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.zone import Zone


class OddDates(NamedTuple):
    """One thing that is odd: a problem's code and values, and which of the event's rules it is about."""

    code: str
    rule: int
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.NOTICE


def odd_dates(event: Event, dates: Sequence[Occurrence], zone: Zone, today: date) -> Iterator[OddDates]:
    """Yield what is odd about a repeating event. ``dates`` are all of its dates in order, ``zone`` is its own.

    Of the past only that there are no dates at all: nothing else of it can be mended.
    """
    told = {one.rule for one in dates}
    rules = event.repetitions
    for number in range(len(rules)):
        if number not in told:
            yield OddDates("rule-gives-nothing" if told else "nothing-left", number, (), Severity.ERROR)
    ahead = [one for one in dates if one.last_day >= today]
    yield from _overlapping(ahead)
    for one in ahead:
        if zone.changes_on(one.starts_in_zone) or zone.changes_on(one.ends_in_zone):
            yield from _by_the_clock(rules[one.rule], one, zone)


def _overlapping(dates: Sequence[Occurrence]) -> Iterator[OddDates]:
    """Yield the first date that begins before the one before it has ended; ends that are assumed are no ends."""
    held = [one for one in dates if not one.cancelled]
    for one, following in pairwise(held):
        if following.starts_at < one.ends_at and not one.ends_assumed:
            values = ("date", _shown(following.starts_local)), ("ends", _shown(one.ends_local))
            yield OddDates("dates-overlap", following.rule, values)
            return


def _by_the_clock(rule: Repetition, one: Occurrence, zone: Zone) -> Iterator[OddDates]:
    """Yield what the clocks do to a date's start or end: they skip it, or show it twice."""
    told = one.change.starts if one.change is not None else None
    wall = one.recurrence_id if told is None else told
    if not isinstance(wall, datetime) or not isinstance(one.recurrence_id, datetime):
        return
    # What somebody wrote as the time of one date was looked at as it was read.
    if told is not None and one.change is not None:
        by_hand = not one.change.onwards
    else:
        by_hand = one.extra or wall == rule.starts
    if by_hand:
        return
    walls = [(wall, one.starts_in_zone)]
    if one.change is None and isinstance(rule.ends, datetime) and isinstance(rule.starts, datetime):
        walls.append((wall + (rule.ends - rule.starts), one.ends_in_zone))
    for said, shown in walls:
        if zone.existing(said) != said:
            values = ("found", _shown(said)), ("right", _shown(shown))
            yield OddDates("series-skips-hour", one.rule, values)
            return
        if zone.comes_twice(said):
            yield OddDates("time-comes-twice", one.rule, (("found", _shown(said)),))
            return


def _shown(moment: Moment) -> str:
    words = f"{moment.day}.{moment.month}.{moment.year}"
    return f"{words} {moment.hour}.{moment:%M}" if isinstance(moment, datetime) else words
