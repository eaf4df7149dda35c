"""Well-being trees side by side: what each has, which branches are bare, who shares a branch with whom."""

from __future__ import annotations

from collections.abc import Iterable

from seurantalo.frozen import dataclass
from seurantalo.model.participation import Branch, WellbeingTree


@dataclass(frozen=True, slots=True)
class Growth:
    """A tree in numbers."""

    branches: int
    leaves: int
    bare: int
    fruits: int


@dataclass(frozen=True, slots=True)
class SharedBranch:
    """A factor of well-being, and the trees that have it: with how many actors each, or bare."""

    factor: str
    leaves: tuple[tuple[WellbeingTree, int], ...]
    bare: tuple[WellbeingTree, ...]


def growth(tree: WellbeingTree) -> Growth:
    """Return a tree in numbers."""
    return Growth(
        branches=len(tree.branches),
        leaves=sum(len(branch.actors) for branch in tree.branches),
        bare=len(bare_branches(tree)),
        fruits=len(tree.fruits),
    )


def bare_branches(tree: WellbeingTree) -> tuple[Branch, ...]:
    """Return the branches on which nobody is: the gaps."""
    return tuple(branch for branch in tree.branches if not branch.actors)


def shared_branches(trees: Iterable[WellbeingTree], language: str) -> tuple[SharedBranch, ...]:
    """Return every factor with its trees: what most have first, then by name.

    Two branches are one factor where their words in ``language`` are the same but for case and spaces.
    """
    names: dict[str, str] = {}
    leaves: dict[str, dict[str, tuple[WellbeingTree, int]]] = {}
    for tree in trees:
        for branch in tree.branches:
            words = branch.factor.in_language(language)
            key = " ".join(words.casefold().split())
            names.setdefault(key, words)
            of_factor = leaves.setdefault(key, {})
            # The same factor twice in one tree is one branch.
            earlier = of_factor[tree.id][1] if tree.id in of_factor else 0
            of_factor[tree.id] = (tree, earlier + len(branch.actors))
    found = [
        SharedBranch(
            names[key],
            tuple(pair for pair in of_factor.values() if pair[1]),
            tuple(tree for tree, number in of_factor.values() if not number),
        )
        for key, of_factor in leaves.items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.leaves) - len(one.bare), one.factor.casefold())))
