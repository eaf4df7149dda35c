"""The forest: the well-being trees of all municipalities side by side, and branch by branch."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.participation import WellbeingTree
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import headings, list_page
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pages.wiki.wellbeing.page import FOLDER, in_alphabet
from seurantalo.publishing.pictures.forest import small_tree
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki.wellbeing import growth, shared_branches

#: Trees that are drawn, branches that are compared, and trees named for one branch.
MOST_TREES: Final = 60
MOST_BRANCHES: Final = 60
MOST_NAMED: Final = 30
#: The practice that the page tells of, where the site has it.
PRACTICE: Final = "hyvinvointipuu"


@dataclass(frozen=True, slots=True)
class SmallTree:
    """A municipality's tree in the forest."""

    title: str
    href: str
    picture: Markup
    numbers: tuple[str, ...]
    bare: str


@dataclass(frozen=True, slots=True)
class BranchRow:
    """A factor with the municipalities where somebody cares for it, and those where nobody does."""

    factor: str
    leaves: tuple[Link, ...]
    bare: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ForestView:
    """The page of the forest. ``missing`` are municipalities with organisations of their own and no tree."""

    trees: tuple[SmallTree, ...]
    more_trees: tuple[Link, ...]
    branches: tuple[BranchRow, ...]
    missing: tuple[str, ...]
    practice: Link | None
    new: str


def forest_view(ctx: PageContext) -> ForestView:
    """Return the forest."""
    root = depth_prefix(FOLDER)
    trees = in_alphabet(ctx)
    names = ctx.names[Kind.MUNICIPALITY]
    rooted = {tree.municipality for tree in trees}
    active = {one.municipality for one in ctx.community.events.values()} - rooted
    return ForestView(
        trees=tuple(_small(ctx, tree, root) for tree in trees[:MOST_TREES]),
        more_trees=tuple(_link(ctx, tree, root) for tree in trees[MOST_TREES:]),
        branches=_branches(ctx, trees, root),
        missing=tuple(sorted((names[name] for name in active), key=sort_key))[:MOST_NAMED],
        practice=ctx.link(Kind.PRACTICE, PRACTICE, root) if PRACTICE in ctx.community.practices else None,
        new=ctx.new_file_url("content/wellbeing"),
    )


def _link(ctx: PageContext, tree: WellbeingTree, root: str, note: str = "") -> Link:
    return Link(ctx.names[Kind.MUNICIPALITY][tree.municipality], f"{root}{address(tree)}", note)


def _small(ctx: PageContext, tree: WellbeingTree, root: str) -> SmallTree:
    count, numbers = ctx.lang.count, growth(tree)
    return SmallTree(
        ctx.names[Kind.MUNICIPALITY][tree.municipality],
        f"{root}{address(tree)}",
        small_tree([len(branch.actors) for branch in tree.branches], numbers.fruits),
        (
            count("{n} branch", "{n} branches", numbers.branches),
            count("{n} actor", "{n} actors", numbers.leaves),
            count("{n} apple", "{n} apples", numbers.fruits),
        ),
        count("{n} branch is bare.", "{n} branches are bare.", numbers.bare) if numbers.bare else "",
    )


def _branches(ctx: PageContext, trees: tuple[WellbeingTree, ...], root: str) -> tuple[BranchRow, ...]:
    return tuple(
        BranchRow(
            one.factor,
            tuple(_link(ctx, tree, root, str(number)) for tree, number in one.leaves[:MOST_NAMED]),
            tuple(_link(ctx, tree, root) for tree in one.bare[:MOST_NAMED]),
            max(len(one.leaves) - MOST_NAMED, 0) + max(len(one.bare) - MOST_NAMED, 0),
        )
        for one in shared_branches(trees, ctx.lang.code)[:MOST_BRANCHES]
    )


def forest_page(ctx: PageContext) -> Page:
    """Return the page ``hyvinvointi/``."""
    view, say = forest_view(ctx), ctx.say
    return list_page(
        ctx,
        FOLDER,
        "wiki/wellbeing/forest.html",
        say("Well-being"),
        say("Each municipality's well-being as a tree, and the trees together as a forest."),
        contents=headings(("puut", say("The trees"), True), ("oksittain", say("Branch by branch"), view.branches)),
        view=view,
    )
