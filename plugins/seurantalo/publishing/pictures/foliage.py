"""The living parts of a tree: clouds of leaves, one leaf, an apple, boughs that grow thinner."""

from __future__ import annotations

from itertools import pairwise
from math import copysign, cos, hypot, sin
from typing import Final

from seurantalo.publishing.pictures.drawing import FULL, Box, number

#: Width of a bump on the edge of a cloud of leaves.
BUMP: Final = 42.0
#: Points by which an outline is walked along.
_FINE: Final = 720


def cloud(box: Box) -> str:
    """Return the path of a cloud of leaves around a box: its edge is a row of bumps, all outwards."""
    across, down = max(round(box.width / BUMP), 1), max(round(box.height / BUMP), 1)
    step_x, step_y = box.width / across, box.height / down
    sides = ((step_x, 0.0, across), (0.0, step_y, down), (-step_x, 0.0, across), (0.0, -step_y, down))
    bumps = []
    for dx, dy, count in sides:
        radius = number(hypot(dx, dy) * 0.6)
        bumps += [f"a{radius} {radius} 0 0 1 {number(dx)} {number(dy)}"] * count
    return f"M{number(box.x)} {number(box.y)}{''.join(bumps)}Z"


def crown(box: Box) -> str:
    """Return the path of a whole crown around a box: a rounded outline of larger bumps."""
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    outline = []
    for step in range(_FINE + 1):
        angle = FULL * step / _FINE
        across, down = cos(angle), sin(angle)
        # Between an ellipse and a rectangle, so that little of the crown is empty.
        x = copysign(abs(across) ** 0.55, across) * box.width / 2
        y = copysign(abs(down) ** 0.55, down) * box.height / 2
        outline.append((middle_x + x, middle_y + y))
    lengths = [hypot(x - to_x, y - to_y) for (x, y), (to_x, to_y) in pairwise(outline)]
    share = sum(lengths) / max(round(sum(lengths) / (BUMP * 2)), 8)
    path = f"M{number(outline[0][0])} {number(outline[0][1])}"
    gone, (last_x, last_y) = 0.0, outline[0]
    for (x, y), length in zip(outline[1:], lengths, strict=True):
        gone += length
        if gone >= share - 1e-6 or (x, y) == outline[-1]:
            radius = number(hypot(x - last_x, y - last_y) * 0.58)
            path += f"A{radius} {radius} 0 0 1 {number(x)} {number(y)}"
            gone, last_x, last_y = gone - share, x, y
    return f"{path}Z"


def leaf(x: float, y: float, side: int, *, tilt: float = 0.0) -> str:
    """Return the path of a leaf whose stem is at a point; ``side`` is 1 to the right, -1 to the left."""
    length, width = 19.0, 6.5
    tip_x, tip_y = x + side * length, y - 3 + tilt
    return (
        f"M{number(x)} {number(y)}"
        f"C{number(x + side * 4)} {number(y - width - 3)} {number(x + side * 13)} {number(y - width - 3 + tilt)} "
        f"{number(tip_x)} {number(tip_y)}"
        f"C{number(x + side * 15)} {number(y + width + tilt)} {number(x + side * 5)} {number(y + width)} "
        f"{number(x)} {number(y)}Z"
    )


def bough(start: tuple[float, float], end: tuple[float, float], thick: float, thin: float) -> str:
    """Return the path of a bough that leaves the trunk upwards, bends outwards and grows thinner."""
    (x, y), (to_x, to_y) = start, end
    reach = to_x - x
    bend_y = y - (y - to_y) * 0.85
    return (
        f"M{number(x)} {number(y - thick)}"
        f"C{number(x + reach * 0.35)} {number(bend_y - thick)} {number(x + reach * 0.5)} {number(to_y - thin)} "
        f"{number(to_x)} {number(to_y - thin)}"
        f"L{number(to_x)} {number(to_y + thin)}"
        f"C{number(x + reach * 0.55)} {number(to_y + thin)} {number(x + reach * 0.45)} {number(bend_y + thick)} "
        f"{number(x)} {number(y + thick)}Z"
    )


def trunk(middle: float, top: float, ground: float, thick: float) -> str:
    """Return the path of a trunk that is ``thick`` at the ground, spreads into roots and grows thin to the top."""
    half, foot, end = thick / 2, thick, thick * 0.07
    waist, bend = ground - thick * 1.1, (top + ground) / 2
    return (
        f"M{number(middle - foot)} {number(ground)}"
        f"Q{number(middle - half)} {number(ground - 5)} {number(middle - half)} {number(waist)}"
        f"Q{number(middle - half * 0.6)} {number(bend)} {number(middle - end)} {number(top)}h{number(2 * end)}"
        f"Q{number(middle + half * 0.6)} {number(bend)} {number(middle + half)} {number(waist)}"
        f"Q{number(middle + half)} {number(ground - 5)} {number(middle + foot)} {number(ground)}Z"
    )


def apple(x: float, y: float, radius: float) -> tuple[str, str]:
    """Return an apple that hangs at a point: the path of its stem, and that of the fruit below it."""
    middle = y + 8 + radius

    def to(*shares: float) -> str:
        """Return points of the fruit, each a pair of shares of its radius from its middle."""
        pairs = zip(shares[::2], shares[1::2], strict=True)
        return " ".join(f"{number(x + across * radius)} {number(middle + down * radius)}" for across, down in pairs)

    fruit = (
        f"M{to(0, -0.6)}C{to(0.4, -1.1, 1.15, -0.95, 1.1, 0)}C{to(1.05, 0.75, 0.5, 1.1, 0, 0.92)}"
        f"C{to(-0.5, 1.1, -1.05, 0.75, -1.1, 0)}C{to(-1.15, -0.95, -0.4, -1.1, 0, -0.6)}Z"
    )
    return f"M{number(x)} {number(y)}Q{number(x + 3)} {number(y + 5)} {to(0, -0.55)}", fruit
