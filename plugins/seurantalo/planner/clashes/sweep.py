"""Candidate pairs by one sorted sweep: dates are dealt into groups, and each looks ahead until starts are too late.

The cost is the number of dates plus the number of pairs, never all against all. Where a place has so much on one
day that the pairs themselves are too many, the first are looked at and the rest is counted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from seurantalo.planner.clashes.ground import Entry, Ground
from seurantalo.planner.clashes.rule import Among

#: Pairs looked at in one group for the dates that begin on one day: some sixty events at once.
PAIRS_PER_DAY: Final = 2_000
_DAY: Final = 86_400
#: Local days are up to 25 hours long, and the country next door is an hour off.
_LONG_DAY: Final = 26 * 3_600


class Budget:
    """How many pairs may still be looked at; counts those that were, and those that had to be left."""

    __slots__ = ("_left", "_per_day", "examined", "skipped")

    def __init__(self, per_day: int = PAIRS_PER_DAY) -> None:
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


def groups_of(entries: Iterable[Entry], among: Among, ground: Ground) -> Mapping[str, Sequence[Entry]]:
    """Deal the entries, sorted by start, into the groups within which pairs are looked for."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in _groups(entry, among, ground):
            try:
                groups[name].append(entry)
            except KeyError:
                groups[name] = [entry]
    return groups


def _groups(entry: Entry, among: Among, ground: Ground) -> Iterable[str]:
    sheet = entry.sheet
    if among is Among.VENUE:
        return (sheet.venue,) if sheet.venue is not None else ()
    if among is Among.ORGANISER:
        return () if entry.standing else sheet.organisers
    if sheet.routine:
        return ()
    if among is Among.DAY:
        # A great day is a guest in the lists of all municipalities that touch its own.
        return ground.catchment[sheet.municipality] if sheet.major else (sheet.municipality,)
    if entry.standing:
        return ()
    return (sheet.municipality,) if among is Among.DAYS else sheet.practices


def _until(entry: Entry, among: Among, days: int) -> int:
    """Return the instant before which a later entry must begin to be of interest to this one."""
    if among is Among.VENUE:
        return entry.ends_at + entry.sheet.margin
    if among is Among.ORGANISER:
        return entry.ends_at
    # Midnight after the last day, at the earliest: without asking the zone.
    midnight = entry.starts_at - entry.clock + (entry.last_day - entry.day) * _DAY + _LONG_DAY
    if among is Among.DAYS:
        return midnight + days * _DAY
    return max(entry.ends_at, midnight)


def close_pairs(
    entries: Sequence[Entry], among: Among, budget: Budget, ground: Ground
) -> Iterator[tuple[Entry, Entry]]:
    """Yield the pairs of one group, sorted by start, that are close enough for the group's rules."""
    budget.begin_group()
    count = len(entries)
    if count < 2:
        return
    starts = [entry.starts_at for entry in entries]
    settings = ground.settings
    near = max(settings.near_miss_days, settings.near_miss_days_major)
    # Only next to a major event do two days so far apart matter: ordinary lists look less far ahead.
    days = near if any(entry.sheet.major for entry in entries) else settings.near_miss_days
    for index, entry in enumerate(entries):
        until = _until(entry, among, days)
        after = index + 1
        if after < count and starts[after] < until:
            end = bisect_left(starts, until, after, count)
            for other in range(after, after + budget.take(entry.day, end - after)):
                yield entry, entries[other]
