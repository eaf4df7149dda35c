"""Well-being trees: one page for each municipality, and the forest that compares them."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.participation import Branch, Fruit, WellbeingTree
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import by_name
from seurantalo.publishing.pages.shared.record import Frame, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pictures.wellbeing_tree import (
    MOST_LEAVES,
    NARROW,
    WIDE,
    Tree,
    TreeApple,
    TreeBough,
    TreeLeaf,
    wellbeing_tree,
)
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki.wellbeing import growth

FOLDER: Final = FOLDERS[Kind.WELLBEING_TREE]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor on a branch, and what it does there."""

    link: Link
    service: str


@dataclass(frozen=True, slots=True)
class BranchView:
    """A branch with its actors; none is a gap."""

    anchor: str
    factor: str
    actors: tuple[ActorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeView:
    """The page of a tree."""

    frame: Frame
    sentences: tuple[str, ...]
    wide: Markup
    narrow: Markup
    fruits: tuple[Link, ...]
    branches: tuple[BranchView, ...]
    municipality: Link
    forest: str


def tree_sentences(ctx: PageContext, tree: WellbeingTree) -> tuple[str, ...]:
    """Return a tree in words: how many branches and actors, how many are bare, how many apples."""
    count, numbers = ctx.lang.count, growth(tree)
    found = [
        count("The tree has {n} branch", "The tree has {n} branches", numbers.branches)
        + " "
        + count("and {n} actor.", "and {n} actors.", numbers.leaves)
    ]
    if numbers.bare:
        found.append(count("{n} branch is bare.", "{n} branches are bare.", numbers.bare))
    if numbers.fruits:
        found.append(count("Partnership has borne {n} apple.", "Partnership has borne {n} apples.", numbers.fruits))
    return tuple(found)


def tree_view(ctx: PageContext, tree: WellbeingTree) -> TreeView:
    """Return the page of a tree."""
    root = depth_prefix(address(tree))
    place = ctx.community.municipalities[tree.municipality]
    name = ctx.words(place.name)
    fruits = tuple(_fruit(ctx, fruit, root) for fruit in tree.fruits)
    branches = tuple(_branch(ctx, branch, index, root) for index, branch in enumerate(tree.branches, start=1))
    title = ctx.lang.say("The well-being tree of {name}", name=name)
    notice = ctx.say("The actors, what they do and the apples are made up to show how the tree works.")
    around = frame(ctx, tree, ctx.say("Well-being"), title=title, invented=notice)
    picture = Tree(
        label=ctx.lang.say("{title} as a picture; the same is in words below it", title=title),
        place=name,
        boughs=tuple(_bough(ctx, branch) for branch in branches),
        apples=tuple(TreeApple(fruit.text, fruit.href) for fruit in fruits),
        invitation=ctx.lang.say("A bare branch. Could you take hold of it?"),
        invitation_href=around.edit,
    )
    return TreeView(
        frame=around,
        sentences=tree_sentences(ctx, tree),
        wide=wellbeing_tree(picture, WIDE),
        narrow=wellbeing_tree(picture, NARROW),
        fruits=fruits,
        branches=branches,
        municipality=ctx.link(Kind.MUNICIPALITY, place.id, root),
        forest=f"{root}{FOLDER}",
    )


def _fruit(ctx: PageContext, fruit: Fruit, root: str) -> Link:
    """Return a fruit with the way to its practice or event."""
    words = ctx.words(fruit.text)
    if fruit.practice is not None:
        return Link(words, ctx.link(Kind.PRACTICE, fruit.practice, root).href)
    if fruit.event is not None:
        return Link(words, ctx.link(Kind.EVENT, fruit.event, root).href)
    return Link(words)


def _branch(ctx: PageContext, branch: Branch, index: int, root: str) -> BranchView:
    actors = tuple(
        ActorView(
            ctx.link(Kind.ORGANISATION, one.organisation, root) if one.organisation is not None else Link(one.name),
            ctx.words(one.service),
        )
        for one in branch.actors
    )
    return BranchView(f"oksa-{index}", ctx.words(branch.factor), actors)


def _bough(ctx: PageContext, branch: BranchView) -> TreeBough:
    hidden = len(branch.actors) - MOST_LEAVES
    return TreeBough(
        branch.factor,
        tuple(TreeLeaf(one.link.text, one.service, one.link.href) for one in branch.actors),
        ctx.lang.count("and {n} more", "and {n} more", hidden) if hidden > 0 else "",
    )


def _page(ctx: PageContext, tree: WellbeingTree) -> Page:
    view = tree_view(ctx, tree)
    description, title = " ".join(view.sentences), view.frame.title
    return record_page(ctx, tree, "wiki/wellbeing/page.html", view, description, title=title)


#: A page for each tree, by address.
wellbeing_pages: Final = record_pages(lambda community: community.wellbeing_trees, _page)


def in_alphabet(ctx: PageContext) -> tuple[WellbeingTree, ...]:
    """Return the trees in the order of their municipalities' names."""
    trees = {tree.municipality: tree for tree in ctx.community.wellbeing_trees.values()}
    return tuple(trees[name] for name in by_name(trees, ctx.names[Kind.MUNICIPALITY]))
