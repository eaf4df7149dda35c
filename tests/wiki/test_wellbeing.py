"""Well-being trees in numbers, and branches that several municipalities share."""

from __future__ import annotations

from seurantalo.model.participation import Branch, Fruit, Leaf, WellbeingTree
from seurantalo.model.record import Origin
from seurantalo.model.text import Text
from seurantalo.wiki.wellbeing import Growth, bare_branches, growth, shared_branches


def tree(name: str, fruits: int = 0, **branches: int) -> WellbeingTree:
    """A tree whose branches have so many actors; ``_`` stands for a space."""
    return WellbeingTree(
        id=name,
        origin=Origin(f"content/wellbeing/{name}.yml"),
        branches=tuple(
            Branch(
                factor=Text((("fi", factor.replace("_", " ")), ("sv", f"{factor} på svenska"))),
                actors=tuple(Leaf(name=f"tekijä {n}") for n in range(number)),
            )
            for factor, number in branches.items()
        ),
        fruits=tuple(Fruit(text=Text.plain(f"omena {n}")) for n in range(fruits)),
        municipality=name,
    )


def test_a_tree_in_numbers() -> None:
    one = tree("vimpeli", fruits=2, Liikunta=3, Turva=0, Kulttuuri=1)
    assert growth(one) == Growth(branches=3, leaves=4, bare=1, fruits=2)
    assert [branch.factor.in_language("fi") for branch in bare_branches(one)] == ["Turva"]
    assert growth(tree("soini")) == Growth(0, 0, 0, 0)


def test_branches_are_one_where_their_words_are() -> None:
    vimpeli = tree("vimpeli", Liikunta_ja_ulkoilu=3, Turva=0)
    soini = tree("soini", liikunta_ja_ulkoilu=1, Kyyti=0)
    found = [
        (one.factor, [(each.id, n) for each, n in one.leaves], [each.id for each in one.bare])
        for one in shared_branches([soini, vimpeli], "fi")
    ]
    assert found == [
        ("liikunta ja ulkoilu", [("soini", 1), ("vimpeli", 3)], []),
        ("Kyyti", [], ["soini"]),
        ("Turva", [], ["vimpeli"]),
    ]
    assert len(shared_branches([soini, vimpeli], "sv")) == 4 - 1


def test_a_factor_twice_in_a_tree_is_one_branch() -> None:
    one = tree("vimpeli", Turva=1, turva=2)
    assert [(each.factor, each.leaves[0][1]) for each in shared_branches([one], "fi")] == [("Turva", 3)]
