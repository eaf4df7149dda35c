"""Why a day is worse than an empty one: what speaks against it, and how much."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from seurantalo.frozen import dataclass
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
    HELD = "held"
    """Somebody has the place tentatively."""
    AVOID = "avoid"
    TAKEN = "taken"
    """The place is not to be had at those hours."""


class ReasonKind(StrEnum):
    """What speaks against a day, the weightiest first.

    >>> [kind.value for kind in ReasonKind if points_of(kind) >= 6]
    ['venue', 'major', 'holiday']
    """

    VENUE = "venue"
    """The place is taken at those hours."""
    MAJOR = "major"
    HOLIDAY = "holiday"
    HOLD = "hold"
    """The place is held tentatively."""
    MARGIN = "margin"
    """There is little time to set up in the place."""
    EVENT = "event"
    LOAD = "load"
    EXHIBITION = "exhibition"
    """An exhibition hangs in the place: its keeper has to agree."""
    EVE = "eve"
    BREAK = "school-break"
    ROOM = "room"
    """A room of the place is not to be had, another one is."""
    NEIGHBOUR = "neighbour"
    ROUTINE = "routine"
    """A weekly group meets."""


#: What is about the floor of the venue that was asked about.
OF_VENUE: Final = frozenset(
    {ReasonKind.VENUE, ReasonKind.HOLD, ReasonKind.MARGIN, ReasonKind.EXHIBITION, ReasonKind.ROOM}
)


class For(StrEnum):
    """For whom another event is, beside the people that one has in mind.

    >>> {audience.value: points_of(ReasonKind.EVENT, audience) for audience in For}
    {'unknown': 2, 'same': 6, 'others': 1}
    """

    UNKNOWN = "unknown"
    """Nobody said for whom, on either side."""
    SAME = "same"
    OTHERS = "others"


class When(StrEnum):
    """When in the day another event is, beside the hours that one has in mind.

    >>> {when.value: points_of(ReasonKind.EVENT, For.SAME, when) for when in When}
    {'same': 6, 'evening': 6, 'apart': 2}
    """

    SAME = "same"
    """It overlaps them."""
    EVENING = "evening"
    """It does not, but begins in the same evening, and people go out once."""
    APART = "apart"


#: The most points of each grade that has its grade from points; what has more is to be avoided.
MOST_POINTS: Final[Mapping[Grade, int]] = MappingProxyType({Grade.FREE: 0, Grade.QUIET: 2, Grade.POSSIBLE: 5})

_SINGLE: Final[Mapping[ReasonKind, int]] = MappingProxyType(
    {
        ReasonKind.VENUE: 8,
        ReasonKind.MAJOR: 6,
        ReasonKind.HOLIDAY: 6,
        ReasonKind.HOLD: 4,
        ReasonKind.MARGIN: 4,
        ReasonKind.LOAD: 3,
        ReasonKind.EXHIBITION: 3,
        ReasonKind.EVE: 3,
        ReasonKind.BREAK: 2,
        ReasonKind.ROOM: 2,
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
        (ReasonKind.ROUTINE, For.UNKNOWN): 1,
        (ReasonKind.ROUTINE, For.SAME): 2,
        (ReasonKind.ROUTINE, For.OTHERS): 0,
    }
)
#: What is left of it at another time of the day.
_APART: Final[Mapping[tuple[ReasonKind, For], int]] = MappingProxyType(
    {
        **dict.fromkeys(((ReasonKind.MAJOR, whom) for whom in For), 2),
        (ReasonKind.EVENT, For.UNKNOWN): 1,
        (ReasonKind.EVENT, For.SAME): 2,
        (ReasonKind.NEIGHBOUR, For.SAME): 1,
        **dict.fromkeys(((ReasonKind.EVENT, For.OTHERS), (ReasonKind.NEIGHBOUR, For.OTHERS)), 0),
        (ReasonKind.NEIGHBOUR, For.UNKNOWN): 0,
        **dict.fromkeys(((ReasonKind.ROUTINE, whom) for whom in For), 0),
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
    """The number of events that a full day or weekend has, or of weekly groups that meet."""
    weekend: bool = False
    """The count is of the whole weekend."""


def points_of(kind: ReasonKind, audience: For = For.UNKNOWN, when: When = When.SAME) -> int:
    """Return how much a reason weighs, in points; audience and hours matter for events only.

    >>> points_of(ReasonKind.NEIGHBOUR, For.SAME), points_of(ReasonKind.HOLIDAY, For.SAME)
    (2, 6)
    """
    if when is When.APART and (left := _APART.get((kind, audience))) is not None:
        return left
    found = _BY_AUDIENCE.get((kind, audience))
    return _SINGLE[kind] if found is None else found


def grade_of(points: int, kinds: Collection[ReasonKind] = ()) -> Grade:
    """Return the grade of a day with so many points, for reasons of these kinds.

    >>> [grade_of(points).value for points in (0, 2, 5, 6)]
    ['free', 'quiet', 'possible', 'avoid']
    >>> grade_of(8, {ReasonKind.VENUE}).value, grade_of(5, {ReasonKind.HOLD}).value
    ('taken', 'held')
    """
    if ReasonKind.VENUE in kinds:
        return Grade.TAKEN
    for grade, most in MOST_POINTS.items():
        if points <= most:
            return Grade.HELD if ReasonKind.HOLD in kinds else grade
    return Grade.AVOID
