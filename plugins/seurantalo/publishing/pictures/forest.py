"""A small tree for the forest: a bough for each factor, a leaf for each actor, an apple for each fruit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.publishing.pictures.drawing import number
from seurantalo.publishing.pictures.foliage import trunk

WIDTH: Final = 160
HEIGHT: Final = 150
_GROUND: Final = 140
_MIDDLE: Final = WIDTH / 2
_TOP: Final = 18
#: What a small tree has room for.
MOST_BOUGHS: Final = 12
MOST_LEAVES: Final = 7
MOST_APPLES: Final = 8


def small_tree(boughs: Sequence[int], apples: int) -> Markup:
    """Return the picture; ``boughs`` are the numbers of leaves on each, 0 for a bare one.

    It is hidden from those who hear the page: the words beside it say the same.
    """
    shown = boughs[:MOST_BOUGHS]
    wood, leaves, tips = [], [], []
    step = (_GROUND - 62) / max(len(shown), 1)
    for row, count in enumerate(shown):
        side = -1 if row % 2 else 1
        y = _TOP + 10 + step * row
        reach = side * (30 + 24 * (row + 1) / len(shown))
        x = _MIDDLE + reach
        css = "" if count else ' class="st-tree__bare"'
        start = f"M{number(_MIDDLE)} {number(y + 16)}"
        wood.append(
            f'<path{css} d="{start}Q{number(_MIDDLE + reach * 0.4)} {number(y + 2)} {number(x)} {number(y)}"/>'
        )
        leaves += [_leaf(x, y, side, at) for at in range(min(count, MOST_LEAVES))]
        if count:
            tips.append((x - side * 16, y + 5))
    stem = trunk(_MIDDLE, _TOP, _GROUND, 14)
    fruit = "".join(
        f'<circle class="st-tree__apple" cx="{number(x)}" cy="{number(y + 4)}" r="4.5"/>'
        for x, y in (_apple(tips, at) for at in range(min(apples, MOST_APPLES) if tips else 0))
    )
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="st-tree__small" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        f'<path class="st-tree__ground" d="M10 {_GROUND}q70 -8 140 0"/>'
        f'<g class="st-tree__wood"><path d="{stem}"/></g><g class="st-tree__twigs">{"".join(wood)}</g>'
        f'<path class="st-tree__leaf" d="{"".join(leaves)}"/>{fruit}</svg>'
    )


def _leaf(x: float, y: float, side: int, index: int) -> str:
    """Return one of the leaves at the end of a bough: they stand above and below it by turns, going inwards."""
    at = x - side * 6 * index
    up = -1 if index % 2 else 1
    return (
        f"M{number(at)} {number(y)}q{number(side * 2)} {number(up * -9)} {number(side * 10)} {number(up * -9)}"
        f"q0 {number(up * 8)} {number(-side * 10)} {number(up * 9)}Z"
    )


def _apple(tips: Sequence[tuple[float, float]], index: int) -> tuple[float, float]:
    turn, at = divmod(index, len(tips))
    x, y = tips[at]
    return x + (6 if x < _MIDDLE else -6) * turn * 2, y + turn * 3
