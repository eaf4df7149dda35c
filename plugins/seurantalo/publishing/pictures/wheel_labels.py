"""The events named around a year wheel: numbered dots on its rim, and labels beside it that never touch.

All measures are in the wheel's own units. A dot stands at its day; where days are close the dots make room for each
other along the rim. Labels stand left and right of the wheel at the height of their dots, pushed apart as little as
possible, and follow the circle, so each keeps clear of the wheel whatever its height.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import Final, NamedTuple

from seurantalo.publishing.pictures.drawing import FULL, Box, at, number
from seurantalo.publishing.pictures.lettering import lines_of, width_of
from seurantalo.publishing.pictures.spreading import spread

#: The picture reaches so far from its middle, to every side.
HALF: Final = 500.0
#: The wheel's own edge, the circle of the dots, and the circle that labels keep clear of.
RIM: Final = 298.0
DOTS: Final = 317.0
CLEAR: Final = 340.0
DOT_RADIUS: Final = 11.5
#: Least distance of two dots from middle to middle.
_DOT_ROOM: Final = 24.5

TITLE_SIZE: Final = 14.0
DATE_SIZE: Final = 11.5
TITLE_LEADING: Final = 16.5
DATE_LEADING: Final = 14.5
MOST_LINES: Final = 3
#: Labels keep this far from each other, and from the picture's edge.
_GAP: Final = 9.0
_EDGE: Final = 6.0
#: Lines to labels above or below their dots end so far from the words.
_AWAY: Final = 2.0
#: Near the top and the bottom labels keep this far from the middle line.
_MIDDLE: Final = 14.0
LABEL_WIDTH: Final = HALF - CLEAR - _EDGE


class Named(NamedTuple):
    """An event to be named. ``turn`` is the part of the year at which it begins, from 0 to 1."""

    number: int
    turn: float
    title: str
    when: str
    href: str
    great: bool = False


class PlacedLabel(NamedTuple):
    """Where a label and its dot stand. ``x`` is the edge of the text that looks at the wheel."""

    named: Named
    dot: float
    """The angle of the dot."""
    x: float
    top: float
    lines: tuple[str, ...]
    leader: str
    """The path of the line from the dot to the label."""

    @property
    def is_right(self) -> bool:
        """True on the right side, where the text begins at ``x``; on the left it ends there."""
        return self.x > 0

    @property
    def reach(self) -> float:
        """How far it stands above or below the middle of the wheel."""
        return max(-self.top, self.top + _height(self.lines))

    @property
    def box(self) -> Box:
        """The room that the text takes."""
        width = max(
            width_of(self.named.when, DATE_SIZE, bold=True),
            *(width_of(line, TITLE_SIZE, bold=self.named.great) for line in self.lines),
        )
        return Box(self.x if self.is_right else self.x - width, self.top, width, _height(self.lines))


class _Wish(NamedTuple):
    """A label that wants to stand at the height of its dot."""

    named: Named
    dot: float
    lines: tuple[str, ...]
    height: float


def _height(lines: Sequence[str]) -> float:
    return DATE_LEADING + TITLE_LEADING * len(lines)


def place(named: Sequence[Named]) -> tuple[PlacedLabel, ...]:
    """Return the labels in their places; ``named`` are in order of the year.

    Where a side of the wheel has not enough room, its last labels of the smaller kind are left out.
    """
    sides: tuple[list[_Wish], list[_Wish]] = ([], [])
    for one, dot in zip(named, _dot_angles(named), strict=True):
        lines = lines_of(one.title, LABEL_WIDTH, TITLE_SIZE, MOST_LINES, bold=one.great) or ("…",)
        sides[dot > pi].append(_Wish(one, dot, lines, _height(lines)))
    # On the left the year runs upwards.
    return tuple(_placed(_fitting(sides[0]), 1)) + tuple(_placed(_fitting(sides[1])[::-1], -1))[::-1]


def _placed(wishes: Sequence[_Wish], sign: int) -> Iterator[PlacedLabel]:
    """Yield the labels of one side from the top down; ``sign`` is 1 on the right and -1 on the left."""
    wanted = _rising([-CLEAR * cos(wish.dot) for wish in wishes])
    middles = spread(wanted, [wish.height + _GAP for wish in wishes], -HALF + _EDGE, HALF - _EDGE)
    for (one, dot, lines, height), middle in zip(wishes, middles, strict=True):
        top = middle - height / 2
        x = sign * _clear_of_wheel(top, top + height)
        last = width_of(lines[-1], TITLE_SIZE, bold=one.great)
        end = _end(dot, x, Box(min(x, x + sign * last), top, last, height))
        yield PlacedLabel(one, dot, x, top, lines, _leader(one.turn * FULL, dot, end))


def _end(dot: float, x: float, words: Box) -> tuple[float, float]:
    """Return where the line from a dot meets its label: at the edge ``x``, unless it would cross the words."""
    sign = 1 if x > 0 else -1
    across, height = (DOTS + DOT_RADIUS) * sin(dot), -(DOTS + DOT_RADIUS) * cos(dot)
    bottom = words.y + words.height
    beyond = sign * (across - x)
    if beyond > 0 and not words.y <= height <= bottom:
        return x + sign * min(beyond, words.width / 2), bottom + _AWAY if bottom < height else words.y - _AWAY
    return x - sign * 5, words.y + words.height / 2


def _dot_angles(named: Sequence[Named]) -> tuple[float, ...]:
    room = _DOT_ROOM / DOTS
    wanted = [min(max(one.turn * FULL, room / 2), FULL - room / 2) for one in named]
    return spread(wanted, [room] * len(named), 0, FULL)


def _rising(values: Sequence[float]) -> list[float]:
    """Return the values with what falls (by rounding, at the very top or bottom) made level."""
    return list(accumulate(values, max))


def _fitting(side: Sequence[_Wish]) -> Sequence[_Wish]:
    """Return the labels of a side that have room, great days before others, earlier before later."""
    room = 2 * (HALF - _EDGE)
    if sum([wish.height + _GAP for wish in side]) <= room:
        return side
    kept = []
    for wish in sorted(side, key=lambda each: (not each.named.great, each.named.number)):
        if wish.height + _GAP <= room:
            room -= wish.height + _GAP
            kept.append(wish)
    return sorted(kept, key=lambda each: each.named.number)


def _clear_of_wheel(top: float, bottom: float) -> float:
    """Return how far from the middle line a text between two heights must stand to keep clear of the wheel."""
    nearest = 0.0 if top <= 0 <= bottom else min(abs(top), abs(bottom))
    return max(sqrt(max(CLEAR * CLEAR - nearest * nearest, 0.0)), _MIDDLE)


def _leader(day: float, dot: float, label: tuple[float, float]) -> str:
    """Return the line from the rim at ``day`` to the dot, and from the dot to its label around the wheel."""
    across, up = sin(dot), -cos(dot)
    inner, outer = DOTS - DOT_RADIUS, DOTS + DOT_RADIUS
    x, y = label
    # As the only numbers that differ on every page, these have one decimal: a tenth of a thousandth of the width.
    root = f"M{RIM * sin(day):.1f} {-RIM * cos(day):.1f}L{inner * across:.1f} {inner * up:.1f}"
    begin = (outer * across, outer * up)
    beyond = f"{root}M{begin[0]:.1f} {begin[1]:.1f}"
    if _nearest(begin, label) >= outer - 0.5:
        return f"{beyond}L{x:.1f} {y:.1f}"
    # Straight on it would cross the wheel: go along the rim first.
    aim = atan2(x, -y) % FULL
    around = outer + 4
    sweep = int((aim - dot) % FULL < pi)
    along = f"L{at(around, dot)}A{number(around)} {number(around)} 0 0 {sweep} {at(around, aim)}"
    return f"{beyond}{along}L{x:.1f} {y:.1f}"


def _nearest(begin: tuple[float, float], end: tuple[float, float]) -> float:
    """Return how near a straight line comes to the middle."""
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    length = dx * dx + dy * dy
    if not length:
        return hypot(*begin)
    along = min(max(-(begin[0] * dx + begin[1] * dy) / length, 0.0), 1.0)
    return hypot(begin[0] + along * dx, begin[1] + along * dy)
