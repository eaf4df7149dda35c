"""The well-being tree: a bough for each factor, a leaf for each actor by name, an apple for each fruit.

The same tree is laid out twice: with boughs to both sides for wide pages and paper, and with all boughs to the right
for phones. A bough on which nobody is stays bare: without leaves, in a broken line, with an invitation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.publishing.pictures.drawing import Box, link, number, picture, text
from seurantalo.publishing.pictures.foliage import apple, bough, cloud, crown, leaf, trunk
from seurantalo.publishing.pictures.lettering import lines_of, width_of

FACTOR_SIZE: Final = 17.0
NAME_SIZE: Final = 14.5
SERVICE_SIZE: Final = 12.5
FACTOR_LEADING: Final = 21.0
NAME_LEADING: Final = 18.0
SERVICE_LEADING: Final = 15.5
#: From the inner edge of a cloud to the words on it, and from there to the names beside their leaves.
PADDING: Final = 20.0
LEAF_ROOM: Final = 28.0
ACTOR_GAP: Final = 8.0
#: Between two clouds on one side; an apple hangs there.
BOUGH_GAP: Final = 46.0
BASE: Final = 104.0
#: Room above for the bumps of the crown.
HEAD: Final = 36.0
LEAST_CLOUD: Final = 250.0
APPLE: Final = 13.0
#: Leaves that one bough shows; the rest is counted.
MOST_LEAVES: Final = 10
MOST_APPLES: Final = 24


@dataclass(frozen=True, slots=True)
class TreeLeaf:
    """An actor: its name, what it does, its page."""

    name: str
    service: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class TreeBough:
    """A factor with its actors; ``more`` are words for those that are not shown. Without leaves it is bare."""

    factor: str
    leaves: tuple[TreeLeaf, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class TreeApple:
    """A fruit of partnership: its words, its page."""

    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A whole tree. ``invitation`` stands on bare boughs and leads to ``invitation_href``."""

    label: str
    place: str
    boughs: tuple[TreeBough, ...]
    apples: tuple[TreeApple, ...] = ()
    invitation: str = ""
    invitation_href: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a tree is laid out: the picture's edges, where the trunk stands, where clouds begin, its sides."""

    left: float
    right: float
    middle: float
    inner: float
    sides: tuple[int, ...]
    thick: float

    @property
    def cloud_width(self) -> float:
        """The width of a cloud."""
        return self.right - 12 - self.middle - self.inner

    @property
    def words_width(self) -> float:
        """The width of words beside a leaf."""
        return self.cloud_width - 2 * PADDING - LEAF_ROOM


WIDE: Final = Shape(-500, 500, 0, 56, (-1, 1), 46)
NARROW: Final = Shape(0, 380, 20, 30, (1,), 22)


@dataclass(frozen=True, slots=True)
class PlacedLeaf:
    """A leaf's words in lines, and the height at which they begin."""

    leaf: TreeLeaf
    top: float
    name: tuple[str, ...]
    service: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of the words."""
        return NAME_LEADING * len(self.name) + SERVICE_LEADING * len(self.service)


@dataclass(frozen=True, slots=True)
class PlacedBough:
    """A bough in its place: its side, the box of its cloud, the lines of its factor, its leaves."""

    bough: TreeBough
    side: int
    box: Box
    factor: tuple[str, ...]
    leaves: tuple[PlacedLeaf, ...]
    more_at: float

    @property
    def edge(self) -> float:
        """The edge of the cloud that looks at the trunk."""
        return self.box.x if self.side > 0 else self.box.x + self.box.width


def lay_out(tree: Tree, shape: Shape) -> tuple[PlacedBough, ...]:
    """Return the boughs from the top down, each on the side that has more room left."""
    filled = dict.fromkeys(shape.sides, 44.0)
    if len(shape.sides) > 1:
        # Boughs of one height on both sides would look like a ladder.
        filled[1] += 30
    placed = []
    for each in tree.boughs:
        side = min(shape.sides, key=lambda one: (filled[one], one))
        made = _bough(each, tree, shape, side, filled[side])
        filled[side] = made.box.y + made.box.height + BOUGH_GAP
        placed.append(made)
    return tuple(placed)


def _bough(each: TreeBough, tree: Tree, shape: Shape, side: int, top: float) -> PlacedBough:
    width = shape.cloud_width
    factor = lines_of(each.factor, width - 2 * PADDING, FACTOR_SIZE, 2, bold=True)
    y = top + 10 + FACTOR_LEADING * len(factor) + 4
    leaves = []
    for one in each.leaves[:MOST_LEAVES]:
        name = lines_of(one.name, shape.words_width, NAME_SIZE, 2, bold=True)
        service = lines_of(one.service, shape.words_width, SERVICE_SIZE, 3)
        made = PlacedLeaf(one, y, name, service)
        leaves.append(made)
        y += made.height + ACTOR_GAP
    more_at = y
    if each.more:
        y += SERVICE_LEADING + ACTOR_GAP
    if not each.leaves:
        y += SERVICE_LEADING * len(_invitation(tree, shape)) + ACTOR_GAP
    if len(shape.sides) > 1:
        width = min(max(_widest(factor, leaves) + 2.6 * PADDING, LEAST_CLOUD), width)
    left = shape.middle + shape.inner if side > 0 else shape.middle - shape.inner - width
    return PlacedBough(each, side, Box(left, top, width, y - top + 2), factor, tuple(leaves), more_at)


def _widest(factor: Sequence[str], leaves: Sequence[PlacedLeaf]) -> float:
    """Return the width of the widest line of a bough."""
    lines = [width_of(line, FACTOR_SIZE, bold=True) for line in factor]
    for one in leaves:
        lines += [LEAF_ROOM + width_of(line, NAME_SIZE, bold=True) for line in one.name]
        lines += [LEAF_ROOM + width_of(line, SERVICE_SIZE) for line in one.service]
    return max(lines, default=0.0)


def _invitation(tree: Tree, shape: Shape) -> tuple[str, ...]:
    return lines_of(tree.invitation, shape.cloud_width - 2 * PADDING, SERVICE_SIZE, 3)


def wellbeing_tree(tree: Tree, shape: Shape) -> Markup:
    """Return the picture."""
    boughs = lay_out(tree, shape)
    lowest = max((one.box.y + one.box.height for one in boughs), default=60.0)
    ground = lowest + BASE
    width = shape.right - shape.left
    body = [
        _crown(boughs, shape),
        '<g class="st-tree__leafage" aria-hidden="true">',
        *(f'<path d="{cloud(one.box)}"/>' for one in boughs if one.leaves),
        "</g>",
        '<g class="st-tree__wood" aria-hidden="true">',
        f'<path d="{trunk(shape.middle, 40, ground, shape.thick)}"/>',
        *(_wood(one, shape, ground) for one in boughs),
        "</g>",
        f'<path class="st-tree__ground" d="{_meadow(shape, ground)}"/>',
        _place(tree, shape, ground),
        *(_words(one, tree, shape) for one in boughs),
        *_apples(tree.apples, boughs),
    ]
    css = "st-tree__picture st-tree__picture--" + ("wide" if len(shape.sides) > 1 else "narrow")
    return picture(Box(shape.left, -HEAD, width, HEAD + ground + 44), "".join(body), css=css, label=tree.label)


def _crown(boughs: Sequence[PlacedBough], shape: Shape) -> str:
    """Return the crown behind a tree with boughs to both sides; on a narrow page it would be cut off."""
    if len(shape.sides) < 2 or not boughs:
        return ""
    left, right = min(one.box.x for one in boughs), max(one.box.x + one.box.width for one in boughs)
    top, bottom = min(one.box.y for one in boughs), max(one.box.y + one.box.height for one in boughs)
    reach = min(max(-left, right) + 6, shape.right - 26)
    return f'<path class="st-tree__crown" d="{crown(Box(-reach, top - 4, 2 * reach, bottom - top + 8))}"/>'


def _wood(one: PlacedBough, shape: Shape, ground: float) -> str:
    """Return the bough from the trunk to the line under its factor; a bare one as a broken line."""
    end_y = one.box.y + 10 + FACTOR_LEADING * len(one.factor) - 2
    rise = min(64.0, (ground - end_y) * 0.5)
    start = (shape.middle + one.side * shape.thick * (0 if one.leaves else 0.28), end_y + rise)
    end = (one.edge + one.side * (PADDING + 6), end_y)
    if one.leaves:
        return f'<path d="{bough(start, end, max(shape.thick * 0.15, 4), 1.4)}"/>'
    reach = end[0] - start[0]
    path = (
        f"M{number(start[0])} {number(start[1])}C{number(start[0] + reach * 0.35)} {number(start[1] - rise * 0.85)} "
        f"{number(start[0] + reach * 0.5)} {number(end_y)} {number(end[0])} {number(end_y)}h{one.side * 96}"
    )
    return f'<path class="st-tree__bare" d="{path}"/>'


def _meadow(shape: Shape, ground: float) -> str:
    width = shape.right - shape.left
    return f"M{number(shape.left)} {number(ground)}q{number(width / 2)} -14 {number(width)} 0"


def _place(tree: Tree, shape: Shape, ground: float) -> str:
    if len(shape.sides) > 1:
        return text(shape.middle, ground + 30, tree.place, "st-tree__place", "middle")
    return text(shape.middle + shape.thick, ground + 30, tree.place, "st-tree__place")


def _words(one: PlacedBough, tree: Tree, shape: Shape) -> str:
    anchor = "" if one.side > 0 else "end"
    x = one.edge + one.side * PADDING
    y = one.box.y + 10 + FACTOR_SIZE * 0.8 - 4
    css = "st-tree__factor" if one.leaves else "st-tree__factor st-tree__factor--bare"
    found = [text(x, y + FACTOR_LEADING * row, line, css, anchor) for row, line in enumerate(one.factor)]
    if not one.leaves:
        below = one.more_at + SERVICE_SIZE
        lines = "".join(
            text(x, below + SERVICE_LEADING * row, line, "st-tree__invitation", anchor)
            for row, line in enumerate(_invitation(tree, shape))
        )
        found.append(link(tree.invitation_href, lines))
    for row, each in enumerate(one.leaves):
        found.append(_leaf(each, row, x, one.side))
    if one.bough.more:
        found.append(
            text(x + one.side * LEAF_ROOM, one.more_at + SERVICE_SIZE, one.bough.more, "st-tree__service", anchor)
        )
    return f"<g>{''.join(found)}</g>"


def _leaf(each: PlacedLeaf, row: int, x: float, side: int) -> str:
    anchor = "" if side > 0 else "end"
    words_x = x + side * LEAF_ROOM
    y = each.top + NAME_SIZE * 0.9
    names = [
        text(words_x, y + NAME_LEADING * line, words, "st-tree__name", anchor) for line, words in enumerate(each.name)
    ]
    below = y + NAME_LEADING * len(each.name) - 3
    services = [
        text(words_x, below + SERVICE_LEADING * line, words, "st-tree__service", anchor)
        for line, words in enumerate(each.service)
    ]
    shade = "st-tree__leaf" if row % 2 else "st-tree__leaf st-tree__leaf--even"
    drawn = f'<path class="{shade}" d="{leaf(x, y - 3, side, tilt=3.0 if row % 2 else -2.0)}"/>'
    return link(each.leaf.href, f"{drawn}{''.join(names)}{''.join(services)}", css="st-tree__actor")


def _apples(apples: Sequence[TreeApple], boughs: Sequence[PlacedBough]) -> list[str]:
    """Return the apples under the clouds, one after the other from bough to bough; each row has room for its own."""
    leafy = [one for one in boughs if one.leaves]
    found = []
    for index, each in enumerate(apples[:MOST_APPLES]):
        if not leafy:
            break
        turn, at = divmod(index, len(leafy))
        one = leafy[at]
        x = one.edge + one.side * (70 + (at % 3) * 46 + turn * 3 * 46)
        if not one.box.x + APPLE <= x <= one.box.x + one.box.width - APPLE:
            break
        y = one.box.y + one.box.height + 4
        stem, fruit = apple(x, y, APPLE)
        body = (
            f'<path class="st-tree__stem" d="{stem}"/><path class="st-tree__apple" d="{fruit}"/>'
            f"{text(x, y + 7 + APPLE + 5.5, str(index + 1), 'st-tree__apple-number', 'middle')}"
        )
        found.append(link(each.href, body, css="st-tree__fruit", label=f"{index + 1}. {each.words}"))
    return found
