"""Candidate pairs by one sorted sweep: each date of a list looks ahead until starts are too late.

The cost is the number of dates plus the number of pairs, never all against all. Where a place has so much on one
day that the pairs themselves are too many, the first are looked at and the rest is counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from seurantalo.model.event import Event, Format, Weight
from seurantalo.planner.occurrence import Occurrence


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
#: Forms that say nothing about who comes: an association's meeting takes nobody from another's.
TELLS_NOTHING: Final = frozenset({Format.OTHER, Format.MEETING, Format.CLUB, Format.SERVICE})


def overlapping(dates: Sequence[Occurrence], margin: int, budget: Budget) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield the pairs of dates, sorted by start, with less than ``margin`` seconds between them.

    Two routine dates make no pair where there are many: a routine one looks only at what is not.
    """
    starts = [date.starts_at for date in dates]
    ends = [date.ends_at + margin for date in dates]
    lively: list[int] | None = None
    budget.begin_group()
    # Where the very next start is late enough, so are all others.
    following = zip(ends, islice(starts, 1, None), strict=False)
    busy = [index for index, (end, later) in enumerate(following) if later < end]
    for index in busy:
        after = index + 1
        end = bisect_left(starts, ends[index], after)
        others: Sequence[int] = range(after, end)
        if end - after > _MANY:
            if lively is None:
                lively = [n for n, date in enumerate(dates) if date.event.weight is not Weight.ROUTINE]
            if dates[index].event.weight is Weight.ROUTINE:
                others = lively[bisect_left(lively, after) : bisect_left(lively, end)]
        date = dates[index]
        for other in others[: budget.take(date.first_day.toordinal(), len(others))]:
            yield date, dates[other]


class DayColumns:
    """The days of many dates as columns of ordinal numbers: what two dates share is then a comparison of integers."""

    __slots__ = ("_standing", "dates", "firsts", "lasts")

    def __init__(self, dates: Sequence[Occurrence], standing: int) -> None:
        """Take dates sorted by start. What lasts ``standing`` seconds is looked at on its first day only."""
        self._standing = standing
        if len({date.event.timezone for date in dates}) > 1:
            # The order of instants is not quite the order of local days, and days may differ by one.
            dates = sorted(dates, key=lambda date: (date.first_day, date.starts_at))
            abroad = 1
        else:
            abroad = 0
        self.dates = dates
        self.firsts = [date.first_day.toordinal() for date in dates]
        self.lasts = [
            first if date.ends_at - date.starts_at >= standing else date.ends_local.toordinal() + abroad
            for first, date in zip(self.firsts, dates, strict=True)
        ]

    def pairs(
        self, apart: int, budget: Budget, among: Sequence[int] | None = None
    ) -> Iterator[tuple[Occurrence, Occurrence]]:
        """Yield the pairs with at most ``apart`` days between the last day of one and the first of the other.

        ``among`` are the indices to look at, in order; all by default.
        """
        dates = self.dates
        if among is None:
            firsts, lasts = self.firsts, self.lasts
        else:
            firsts, lasts = [self.firsts[n] for n in among], [self.lasts[n] for n in among]
        budget.begin_group()
        busy = [
            index
            for index, (last, later) in enumerate(zip(lasts, islice(firsts, 1, None), strict=False))
            if later - last <= apart
        ]
        for index in busy:
            after = index + 1
            end = bisect_left(firsts, lasts[index] + apart + 1, after)
            taken = budget.take(firsts[index], end - after)
            if among is None:
                date = dates[index]
                for other in range(after, after + taken):
                    yield date, dates[other]
            else:
                date = dates[among[index]]
                for other in among[after : after + taken]:
                    yield date, dates[other]

    def alike(self, top_audiences: frozenset[str]) -> Mapping[str, Sequence[int]]:
        """Return the indices of dates by what they have in common: a practice, an audience but not all, a form."""
        found: dict[str, list[int]] = {}
        for index, date in enumerate(self.dates):
            if date.ends_at - date.starts_at < self._standing:
                for name in _likes(date.event, top_audiences):
                    if name in found:
                        found[name].append(index)
                    else:
                        found[name] = [index]
        return found


def _likes(event: Event, top_audiences: frozenset[str]) -> Iterable[str]:
    names = [*event.practices, *event.audiences] if event.practices else list(event.audiences)
    if not top_audiences.isdisjoint(names):
        names = [name for name in names if name not in top_audiences]
    if event.format not in TELLS_NOTHING:
        names.append(event.format.value)
    return names


def has_major(dates: Iterable[Occurrence]) -> bool:
    """True where one of the dates is of a major event; a mere look at what the file states."""
    return any(date.event.stated_weight is Weight.MAJOR for date in dates)
