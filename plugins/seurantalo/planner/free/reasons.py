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
    """How good a day is, the best first.

    >>> {grade.value: most for grade, most in MOST_POINTS.items()}
    {'free': 0, 'quiet': 2, 'possible': 5}
    """

    FREE = "free"
    QUIET = "quiet"
    POSSIBLE = "possible"
    AVOID = "avoid"


class ReasonKind(StrEnum):
    """What speaks against a day, the weightiest first.

    >>> [kind.value for kind in ReasonKind if points_of(kind) >= 6]
    ['venue', 'major', 'holiday']
    """

    VENUE = "venue"
    MAJOR = "major"
    HOLIDAY = "holiday"
    EVENT = "event"
    LOAD = "load"
    EVE = "eve"
    BREAK = "school-break"
    NEIGHBOUR = "neighbour"


class For(StrEnum):
    """For whom another event is, beside the people that one has in mind.

    >>> {audience.value: points_of(ReasonKind.EVENT, audience) for audience in For}
    {'unknown': 2, 'same': 6, 'others': 1}
    """

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
    """One thing about a day; what is not about an event has no occurrence.

    >>> full = Reason(ReasonKind.LOAD, municipality="vimpeli", count=3, weekend=True)
    >>> full.occurrence, points_of(full.kind)
    (None, 3)
    """

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
    """Return how much a reason weighs, in points; the audience matters for events only.

    >>> points_of(ReasonKind.NEIGHBOUR, For.SAME), points_of(ReasonKind.HOLIDAY, For.SAME)
    (2, 6)
    """
    found = _BY_AUDIENCE.get((kind, audience))
    return _SINGLE[kind] if found is None else found


def grade_of(points: int) -> Grade:
    """Return the grade of a day with so many points.

    >>> [grade_of(points).value for points in (0, 2, 5, 6)]
    ['free', 'quiet', 'possible', 'avoid']
    """
    for grade, most in MOST_POINTS.items():
        if points <= most:
            return grade
    return Grade.AVOID
