"""Candidate pairs by one sorted sweep: each date of a list looks ahead until starts are too late.

The cost is the number of dates plus the number of pairs, never all against all. Where a place has so much on one
day that the pairs themselves are too many, the first are looked at and the rest is counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final, NamedTuple

from seurantalo.planner.clashes.entries import Entry
from seurantalo.planner.occurrence import Occurrence

_HOUR: Final = 3_600
_DAY: Final = 24 * _HOUR
_MORNING: Final = 12 * _HOUR
_WEEK: Final = 7 * _DAY


class Budget:
    """How many pairs may still be looked at; counts those that were, and those that had to be left."""

    __slots__ = ("_left", "_per_day", "examined", "skipped")

    def __init__(self, per_day: int) -> None:
        """``per_day`` is the largest number of pairs per group and day."""
        self._per_day = per_day
        self._left: dict[int, int] = {}
        self.examined = 0
        self.skipped = 0

    def begin_group(self) -> None:
        """Give every day its full number again."""
        self._left.clear()

    def take(self, day: int, wanted: int) -> int:
        """Return how many of the ``wanted`` pairs of a day may be looked at."""
        left = self._left.get(day, self._per_day)
        granted = min(wanted, left)
        self._left[day] = left - granted
        self.examined += granted
        self.skipped += wanted - granted
        return granted


def overlapping(dates: Sequence[Entry], margin: int, budget: Budget) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of dates, sorted by start, with less than ``margin`` seconds between them.

    Two routine dates make no pair here (see :func:`meeting`): a routine one looks only at what is not.
    """
    starts = [date.starts_at for date in dates]
    lively: list[int] | None = None
    budget.begin_group()
    # After a night, the morning is looked at too.
    ends = [date.ends_at + (margin if date.reach == date.last_day else max(margin, _MORNING)) for date in dates]
    for index, end in _windows(starts, ends):
        date, after = dates[index], index + 1
        others: Sequence[int] = range(after, end)
        if date.sheet.routine:
            if lively is None:
                lively = [number for number, each in enumerate(dates) if not each.sheet.routine]
            others = lively[bisect_left(lively, after) : bisect_left(lively, end)]
        for other in others[: budget.take(date.day, len(others))]:
            yield date, dates[other]


class Run(NamedTuple):
    """The dates of one event in one place, in order, and the seconds of the week (UTC) at which they begin."""

    dates: Sequence[Occurrence]
    hours: AbstractSet[int]
    length: int
    """Seconds that none of them is longer than."""


def run(dates: Sequence[Occurrence]) -> Run:
    """Return dates with the hours of the week at which they begin: one, or two where clocks change between them."""
    first, rule = dates[0], dates[0].event.repeats
    if rule is None or rule.own_ends or first.event.further:
        length = max(each.ends_at - each.starts_at for each in dates)
    else:
        # All are of one length, but for a night in which clocks change.
        length = first.ends_at - first.starts_at + _HOUR
    return Run(dates, {each.starts_at % _WEEK for each in dates}, length)


def meeting(runs: Sequence[Run], margin: int, budget: Budget) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield the pairs of dates of different events with less than ``margin`` seconds between them.

    Weekly groups are compared by the hours of the week first: most never meet, and their dates need not be looked at.
    """
    slots: list[tuple[int, int, int]] = []
    for number, (_, hours, length) in enumerate(runs):
        for start in hours:
            end = start + length + margin
            slots.append((start, end, number))
            # What goes on at the turn of the week meets what begins after it.
            slots += [(start - turn, end - turn, number) for turn in range(_WEEK, end, _WEEK)]
    slots.sort()
    found: set[tuple[int, int]] = set()
    budget.begin_group()
    for index, end in _windows([start for start, _, _ in slots], [end for _, end, _ in slots]):
        after, one = index + 1, slots[index][2]
        for _, _, other in slots[after : after + budget.take(slots[index][0] // _DAY, end - after)]:
            found.add((min(one, other), max(one, other)))
    for one, other in sorted(found):
        yield from _meetings(runs[one].dates, runs[other], margin)


def _meetings(mine: Sequence[Occurrence], others: Run, margin: int) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield the pairs of dates of two events."""
    if mine[0].event.id == others.dates[0].event.id:
        return
    starts = [each.starts_at for each in others.dates]
    for date in mine:
        first = bisect_left(starts, date.starts_at - others.length - margin)
        for other in others.dates[first : bisect_left(starts, date.ends_at + margin)]:
            if date.starts_at < other.ends_at + margin:
                yield date, other


def near_in_days(dates: Sequence[Entry], apart: int, budget: Budget) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of dates, sorted by day, with at most ``apart`` days from the end of one to the other.

    What stands for weeks is looked at on its first day only.
    """
    days = [date.day for date in dates]
    budget.begin_group()
    for index, end in _windows(days, [date.reach + apart + 1 for date in dates]):
        date, after = dates[index], index + 1
        for other in range(after, after + budget.take(date.day, end - after)):
            yield date, dates[other]


def beside(
    days: Mapping[tuple[str, int], Sequence[Entry]], catchment: Mapping[str, Iterable[str]], budget: Budget
) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of one kind on one day in one municipality, or in two that touch."""
    for (_, day), dates in days.items():
        if len(dates) > 1:
            places: dict[str, list[Entry]] = {}
            for date in dates:
                places.setdefault(date.sheet.municipality, []).append(date)
            for place, here in places.items():
                near = [other for name in catchment[place] if name > place for other in places.get(name, ())]
                if near or len(here) > 1:
                    yield from _of_place(here, near, day, budget)


def _of_place(
    dates: Sequence[Entry], near: Sequence[Entry], day: int, budget: Budget
) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of dates of a municipality with each other and with those next to it."""
    budget.begin_group()
    for number, date in enumerate(dates):
        others = [*dates[number + 1 :], *near]
        for other in others[: budget.take(day, len(others))]:
            # Two that share some days are told of the first of them.
            if max(date.day, other.day) == day:
                yield date, other


def _windows(starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    """Return (index, end) of those that reach the next: up to ``end`` the others start before this one ends."""
    # Where the very next start is late enough, so are all others.
    following = enumerate(zip(ends, islice(starts, 1, None), strict=False))
    return [(index, bisect_left(starts, end, index + 1)) for index, (end, later) in following if later < end]
