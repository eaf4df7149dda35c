"""The well-being tree: every name inside its cloud, no cloud on another, bare boughs and odd names."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.test_pictures import TITLES, check_golden

from seurantalo.publishing.pictures.drawing import Box
from seurantalo.publishing.pictures.foliage import cloud, crown
from seurantalo.publishing.pictures.forest import HEIGHT, WIDTH, small_tree
from seurantalo.publishing.pictures.lettering import width_of
from seurantalo.publishing.pictures.wellbeing_tree import (
    FACTOR_LEADING,
    FACTOR_SIZE,
    LEAF_ROOM,
    NAME_SIZE,
    NARROW,
    PADDING,
    SERVICE_SIZE,
    WIDE,
    PlacedBough,
    Shape,
    Tree,
    TreeApple,
    TreeBough,
    TreeLeaf,
    lay_out,
    wellbeing_tree,
)

SHAPES = pytest.mark.parametrize("shape", [WIDE, NARROW], ids=["wide", "narrow"])
LEAVES = st.lists(st.builds(TreeLeaf, TITLES, TITLES, st.sampled_from(["", "x/?a&b"])), max_size=14).map(tuple)
TREES = st.builds(
    Tree,
    label=TITLES,
    place=TITLES,
    boughs=st.lists(st.builds(TreeBough, TITLES, LEAVES, st.sampled_from(["", "ja 4 muuta"])), max_size=9).map(tuple),
    apples=st.lists(st.builds(TreeApple, TITLES, st.just("x/")), max_size=40).map(tuple),
    invitation=st.just("Paljas oksa. Tarttuisitko sinä siihen?"),
    invitation_href=st.just("x/"),
)


def lines(one: PlacedBough) -> list[tuple[float, float]]:
    """(width, base of the block's words) of every line on a bough, from its inner edge."""
    found = [(PADDING + width_of(words, FACTOR_SIZE, bold=True), one.box.y + FACTOR_LEADING) for words in one.factor]
    for leaf in one.leaves:
        wide = PADDING + LEAF_ROOM
        found += [(wide + width_of(words, NAME_SIZE, bold=True), leaf.top + leaf.height) for words in leaf.name]
        found += [(wide + width_of(words, SERVICE_SIZE), leaf.top + leaf.height) for words in leaf.service]
    return found


@SHAPES
@given(TREES)
def test_names_are_inside_their_clouds_and_clouds_apart(shape: Shape, tree: Tree) -> None:
    boughs = lay_out(tree, shape)
    assert [one.bough for one in boughs] == list(tree.boughs)
    for one in boughs:
        assert shape.left <= one.box.x
        assert one.box.x + one.box.width <= shape.right
        for width, base in lines(one):
            assert width <= one.box.width
            assert one.box.y <= base <= one.box.y + one.box.height
    for n, one in enumerate(boughs):
        assert not any(one.box.overlaps(other.box) for other in boughs[:n])
        for earlier, later in zip(one.leaves, one.leaves[1:], strict=False):
            assert earlier.top + earlier.height <= later.top


@SHAPES
@given(TREES)
def test_any_tree_is_whole_and_nothing_contributed_becomes_markup(shape: Shape, tree: Tree) -> None:
    found = wellbeing_tree(tree, shape)
    root = ET.fromstring(found)
    assert root.tag == "svg"
    bare = [one for one in tree.boughs if not one.leaves]
    assert found.count('class="st-tree__bare"') == len(bare)
    assert found.count("st-tree__factor--bare") >= sum(bool(one.factor.strip()) for one in bare)
    assert found.count('class="st-tree__apple"') <= len(tree.apples)


TREE = Tree(
    label="Hyvinvointipuu: Järvi <kunta>",
    place="Järvi",
    boughs=(
        TreeBough(
            "Liikunta & ulkoilu",
            (
                TreeLeaf("Hiihtoseura Suksenkärki ry", "Hiihtokoulu ja latutalkoot", "../../yhdistykset/s/"),
                TreeLeaf("Kunnan liikuntapalvelut"),
            ),
            "ja 3 muuta",
        ),
        TreeBough("Turvallinen arki"),
        TreeBough("Kulttuuri", (TreeLeaf("Kuoro", "Laulua", "../../yhdistykset/k/"),)),
    ),
    apples=(TreeApple("Puu esiteltiin.", "../../tapahtumat/p/"), TreeApple("Ryhmä syntyi.")),
    invitation="Paljas oksa. Tarttuisitko sinä siihen?",
    invitation_href="https://git.example.org/edit/x.yml",
)


@SHAPES
def test_a_tree(pytestconfig: pytest.Config, shape: Shape) -> None:
    name = f"tree-{'wide' if shape is WIDE else 'narrow'}.svg"
    check_golden(pytestconfig, name, wellbeing_tree(TREE, shape))


def test_a_tree_without_boughs_still_stands() -> None:
    found = wellbeing_tree(Tree(label="", place="Järvi", boughs=(), apples=(TreeApple("x"),)), WIDE)
    assert ">Järvi</text>" in found
    assert "st-tree__crown" not in found
    assert "st-tree__apple" not in found


def test_a_small_tree(pytestconfig: pytest.Config) -> None:
    check_golden(pytestconfig, "tree-small.svg", small_tree([3, 0, 1], 2))


@given(st.lists(st.integers(0, 50), max_size=40), st.integers(0, 50))
def test_small_trees_stay_small(boughs: list[int], apples: int) -> None:
    found = small_tree(boughs, apples)
    ET.fromstring(found)
    assert len(found) < 12_000
    for circle in ET.fromstring(found).iter("circle"):
        assert 0 <= float(circle.attrib["cx"]) <= WIDTH
        assert 0 <= float(circle.attrib["cy"]) <= HEIGHT


@given(st.floats(10, 900), st.floats(10, 900))
def test_clouds_and_crowns_are_closed_paths(width: float, height: float) -> None:
    for path in (cloud(Box(0, 0, width, height)), crown(Box(0, 0, width, height))):
        assert path.startswith("M")
        assert path.endswith("Z")
        assert "nan" not in path
