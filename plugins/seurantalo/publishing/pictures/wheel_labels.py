"""The events named around a year wheel: numbered dots on its rim, and labels beside it that never touch.

All measures are in the wheel's own units. A dot stands at its day; where days are close the dots make room for each
other along the rim. Labels stand left and right of the wheel at the height of their dots, pushed apart as little as
possible, and follow the circle, so each keeps clear of the wheel whatever its height.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, hypot, pi, sin, sqrt
from typing import Final

from seurantalo.publishing.pictures.drawing import FULL, Box, at, number, point
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
#: Near the top and the bottom labels keep this far from the middle line.
_MIDDLE: Final = 14.0
LABEL_WIDTH: Final = HALF - CLEAR - _EDGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An event to be named. ``turn`` is the part of the year at which it begins, from 0 to 1."""

    number: int
    turn: float
    title: str
    when: str
    href: str
    great: bool = False


@dataclass(frozen=True, slots=True)
class PlacedLabel:
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
    def heights(self) -> tuple[float, float]:
        """Its upper and lower edge."""
        return self.top, self.top + _height(self.lines)

    @property
    def box(self) -> Box:
        """The room that the text takes."""
        width = max(
            width_of(self.named.when, DATE_SIZE, bold=True),
            *(width_of(line, TITLE_SIZE, bold=self.named.great) for line in self.lines),
        )
        return Box(self.x if self.is_right else self.x - width, self.top, width, _height(self.lines))


def _height(lines: Sequence[str]) -> float:
    return DATE_LEADING + TITLE_LEADING * len(lines)


def place(named: Sequence[Named]) -> tuple[PlacedLabel, ...]:
    """Return the labels in their places; ``named`` are in order of the year.

    Where a side of the wheel has not enough room, its last labels of the smaller kind are left out.
    """
    dots = dict(zip((one.number for one in named), _dot_angles(named), strict=True))
    sides: tuple[list[Named], list[Named]] = ([], [])
    for one in named:
        sides[sin(dots[one.number]) < 0].append(one)
    placed = []
    for side, sign in zip(sides, (1, -1), strict=True):
        fitting = _fitting(side)
        # On the left the year runs upwards.
        ordered = fitting if sign > 0 else fitting[::-1]
        texts = [_lines(one) for one in ordered]
        heights = [_height(lines) + _GAP for lines in texts]
        wanted = _rising([point(CLEAR, dots[one.number])[1] for one in ordered])
        middles = spread(wanted, heights, -HALF + _EDGE, HALF - _EDGE)
        for one, lines, middle in zip(ordered, texts, middles, strict=True):
            height = _height(lines)
            top = middle - height / 2
            x = sign * _clear_of_wheel(top, top + height)
            leader = _leader(one.turn * FULL, dots[one.number], (x - sign * 5, middle))
            placed.append(PlacedLabel(one, dots[one.number], x, top, lines, leader))
    return tuple(sorted(placed, key=lambda label: label.named.number))


def _dot_angles(named: Sequence[Named]) -> tuple[float, ...]:
    room = _DOT_ROOM / DOTS
    wanted = [min(max(one.turn * FULL, room / 2), FULL - room / 2) for one in named]
    return spread(wanted, [room] * len(named), 0, FULL)


def _rising(values: Sequence[float]) -> list[float]:
    """Return the values with what falls (by rounding, at the very top or bottom) made level."""
    found: list[float] = []
    for value in values:
        found.append(max(value, found[-1]) if found else value)
    return found


def _lines(named: Named) -> tuple[str, ...]:
    return lines_of(named.title, LABEL_WIDTH, TITLE_SIZE, MOST_LINES, bold=named.great) or ("…",)


def _fitting(side: Sequence[Named]) -> list[Named]:
    """Return the labels of a side that have room, great days before others, earlier before later."""
    room = 2 * (HALF - _EDGE)
    kept = []
    for one in sorted(side, key=lambda each: (not each.great, each.number)):
        height = _height(_lines(one)) + _GAP
        if height <= room:
            room -= height
            kept.append(one)
    return sorted(kept, key=lambda each: each.number)


def _clear_of_wheel(top: float, bottom: float) -> float:
    """Return how far from the middle line a text between two heights must stand to keep clear of the wheel."""
    nearest = 0.0 if top <= 0 <= bottom else min(abs(top), abs(bottom))
    return max(sqrt(max(CLEAR * CLEAR - nearest * nearest, 0.0)), _MIDDLE)


def _leader(day: float, dot: float, label: tuple[float, float]) -> str:
    """Return the line from the rim at ``day`` to the dot, and from the dot to its label around the wheel."""
    root = f"M{at(RIM, day)}L{at(DOTS - DOT_RADIUS, dot)}"
    outer = DOTS + DOT_RADIUS
    x, y = label
    begin = point(outer, dot)
    to_label = f"L{number(x)} {number(y)}"
    if _nearest(begin, label) >= outer - 0.5:
        return f"{root}M{at(outer, dot)}{to_label}"
    # Straight on it would cross the wheel: go along the rim first.
    aim = atan2(x, -y) % FULL
    around = outer + 4
    sweep = int((aim - dot) % FULL < pi)
    along = f"A{number(around)} {number(around)} 0 0 {sweep} {at(around, aim)}"
    return f"{root}M{at(outer, dot)}L{at(around, dot)}{along}{to_label}"


def _nearest(begin: tuple[float, float], end: tuple[float, float]) -> float:
    """Return how near a straight line comes to the middle."""
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    length = dx * dx + dy * dy
    if not length:
        return hypot(*begin)
    along = min(max(-(begin[0] * dx + begin[1] * dy) / length, 0.0), 1.0)
    return hypot(begin[0] + along * dx, begin[1] + along * dy)
