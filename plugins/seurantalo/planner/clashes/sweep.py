"""Candidate pairs by one sorted sweep: each date of a list looks ahead until starts are too late.

The cost is the number of dates plus the number of pairs, never all against all. Where a place has so much on one
day that the pairs themselves are too many, the first are looked at and the rest is counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from seurantalo.planner.clashes.entries import Entry


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


#: From this many dates at once on, it pays to set the routine ones apart.
_MANY: Final = 8


def overlapping(dates: Sequence[Entry], margin: int, budget: Budget) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of dates, sorted by start, with less than ``margin`` seconds between them.

    Two routine dates make no pair where there are many: a routine one looks only at what is not.
    """
    starts = [date.starts_at for date in dates]
    lively: list[int] | None = None
    budget.begin_group()
    for index, end in _windows(starts, [date.ends_at + margin for date in dates]):
        date, after = dates[index], index + 1
        others: Sequence[int] = range(after, end)
        if end - after > _MANY:
            if lively is None:
                lively = [n for n, each in enumerate(dates) if not each.sheet.routine]
            if date.sheet.routine:
                others = lively[bisect_left(lively, after) : bisect_left(lively, end)]
        for other in others[: budget.take(date.day, len(others))]:
            yield date, dates[other]


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


def _windows(starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    """Return (index, end) of those that reach the next: up to ``end`` the others start before this one ends."""
    # Where the very next start is late enough, so are all others.
    following = enumerate(zip(ends, islice(starts, 1, None), strict=False))
    return [(index, bisect_left(starts, end, index + 1)) for index, (end, later) in following if later < end]
