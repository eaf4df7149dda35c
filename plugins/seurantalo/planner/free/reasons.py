"""Why a day is worse than an empty one: what speaks against it, and how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from seurantalo.model.parts import Period
from seurantalo.planner.occurrence import Occurrence


class Grade(StrEnum):
    """How good a day is, the best first."""

    FREE = "free"
    QUIET = "quiet"
    POSSIBLE = "possible"
    AVOID = "avoid"


class ReasonKind(StrEnum):
    """What speaks against a day, the weightiest first."""

    VENUE = "venue"
    MAJOR = "major"
    HOLIDAY = "holiday"
    EVENT = "event"
    LOAD = "load"
    EVE = "eve"
    BREAK = "school-break"
    NEIGHBOUR = "neighbour"


class For(StrEnum):
    """For whom another event is, beside the people that one has in mind."""

    UNKNOWN = "unknown"
    """Nobody said for whom, on either side."""
    SAME = "same"
    OTHERS = "others"


#: The most points of each grade; what has more is to be avoided.
MOST_POINTS: Final[Mapping[Grade, int]] = MappingProxyType({Grade.FREE: 0, Grade.QUIET: 2, Grade.POSSIBLE: 5})

_SINGLE: Final[Mapping[ReasonKind, int]] = MappingProxyType(
    {
        ReasonKind.VENUE: 8,
        ReasonKind.MAJOR: 6,
        ReasonKind.HOLIDAY: 6,
        ReasonKind.LOAD: 3,
        ReasonKind.EVE: 3,
        ReasonKind.BREAK: 2,
    }
)
_BY_AUDIENCE: Final[Mapping[tuple[ReasonKind, For], int]] = MappingProxyType(
    {
        (ReasonKind.EVENT, For.UNKNOWN): 2,
        (ReasonKind.EVENT, For.SAME): 6,
        (ReasonKind.EVENT, For.OTHERS): 1,
        (ReasonKind.NEIGHBOUR, For.UNKNOWN): 1,
        (ReasonKind.NEIGHBOUR, For.SAME): 2,
        (ReasonKind.NEIGHBOUR, For.OTHERS): 0,
    }
)
ORDER: Final[Mapping[ReasonKind, int]] = MappingProxyType({kind: number for number, kind in enumerate(ReasonKind)})


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing about a day; what is not about an event has no occurrence."""

    kind: ReasonKind
    occurrence: Occurrence | None = None
    municipality: str = ""
    day: date | None = None
    """The holiday or eve."""
    period: Period | None = None
    """The school break."""
    count: int = 0
    """The number of events that a full day or weekend has."""
    weekend: bool = False
    """The count is of the whole weekend."""


def points_of(kind: ReasonKind, audience: For = For.UNKNOWN) -> int:
    """Return how much a reason weighs; the audience matters for events only."""
    found = _BY_AUDIENCE.get((kind, audience))
    return _SINGLE[kind] if found is None else found


def grade_of(points: int) -> Grade:
    """Return the grade of a day with so many points."""
    for grade, most in MOST_POINTS.items():
        if points <= most:
            return grade
    return Grade.AVOID
