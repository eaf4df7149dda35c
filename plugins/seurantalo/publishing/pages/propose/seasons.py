"""The seasons of a year, in which much that is on is told apart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from seurantalo.frozen import dataclass

#: The months with which spring, summer and autumn begin.
SEASONS: Final = (1, 6, 9)


@dataclass(frozen=True, slots=True)
class Season:
    """Part of the days that the pages cover; ``name`` is that of its file, for years the same."""

    name: str
    first: date
    last: date


def seasons_of(first: date, last: date) -> tuple[Season, ...]:
    """Return the seasons of a span, in order; the first and the last may be cut short.

    >>> [(one.name, one.last.isoformat()) for one in seasons_of(date(2027, 8, 15), date(2027, 12, 31))]
    [('2027-06', '2027-08-31'), ('2027-09', '2027-12-31')]
    """
    found: list[Season] = []
    day = first
    while day <= last:
        month = max(one for one in SEASONS if one <= day.month)
        later = [one for one in SEASONS if one > day.month]
        ends = date(day.year, later[0], 1) if later else date(day.year + 1, 1, 1)
        ends -= timedelta(days=1)
        found.append(Season(f"{day.year}-{month:02}", day, min(ends, last)))
        day = ends + timedelta(days=1)
    return tuple(found)
