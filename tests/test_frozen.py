"""The house's dataclasses are compared, hashed, shown and copied as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, replace
from typing import Any

import pytest

from seurantalo.frozen import altered, dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    name: str
    more: tuple[int, ...] = ()
    line: int = field(default=0, compare=False)
    shade: str = field(default="", hash=False)
    secret: str = field(default="", repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    name: str
    more: tuple[int, ...] = ()
    line: int = field(default=0, compare=False)
    shade: str = field(default="", hash=False)
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Below(Ours):
    deep: int = 1


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@dataclass(slots=True)
class Open:
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    name: str


@dataclass(frozen=True)
class ByName:
    name: str
    more: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByName) and self.name == other.name

    def __hash__(self) -> int:
        return len(self.name)

    def __repr__(self) -> str:
        return f"<{self.name}>"


VALUES = [
    ("a",),
    ("a", (1, 2)),
    ("a", (), 7),
    ("a", (), 0, "red"),
    ("a", (), 0, "", "hidden"),
    ("b", (1, 2), 7, "red", "hidden"),
]


@pytest.mark.parametrize("one", VALUES)
@pytest.mark.parametrize("other", VALUES)
def test_values_compare_and_hash_like_those_of_the_standard_library(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    ours, theirs = [Ours(*each) for each in (one, other)], [Theirs(*each) for each in (one, other)]  # type: ignore[arg-type]
    assert (ours[0] == ours[1]) is (theirs[0] == theirs[1])
    assert (hash(ours[0]) == hash(ours[1])) is (hash(theirs[0]) == hash(theirs[1]))
    assert repr(ours[0]) == repr(theirs[0]).replace("Theirs", "Ours")
    assert Ours.__match_args__ == Theirs.__match_args__


def test_another_class_is_never_equal() -> None:
    assert Ours("a") != Theirs("a")  # type: ignore[comparison-overlap]
    assert Ours("a") != Below("a")
    assert Below("a", deep=2) != Below("a")
    assert Below("a", (1,), deep=2) == Below("a", (1,), 0, "", "", 2)


def test_what_holds_nothing_is_equal_and_may_be_a_key() -> None:
    assert {Empty(): 1}[Empty()] == 1
    assert repr(Empty()) == "Empty()"


def test_what_is_not_frozen_is_no_key() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open("a"))
    assert Open("a") == Open("a")


def test_what_is_compared_by_identity_or_by_methods_of_its_own() -> None:
    assert Itself("a") != Itself("a")
    assert {ByName("a", 1): 1}[ByName("a", 2)] == 1
    assert repr(ByName("a")) == "<a>"


@pytest.mark.parametrize("copied", [copy.deepcopy, copy.copy, lambda one: pickle.loads(pickle.dumps(one)), replace])
def test_copies_are_equal(copied: object) -> None:
    one = Ours("a", (1,), 7, "red", "hidden")
    assert callable(copied)
    assert dataclasses.asdict(copied(one)) == dataclasses.asdict(one)


def test_what_is_made_is_given_as_to_the_standard_library() -> None:
    def begun() -> list[int]:
        return []

    class Own:
        name: str
        lines: list[int] = field(default_factory=begun)
        shade: str = field(default="red", kw_only=True)
        seen: list[str] = field(default_factory=list, init=False)
        length: int = field(default=7, init=False)
        whole: str = field(init=False)

        def __post_init__(self) -> None:
            self.whole = f"{self.name} {self.shade}"

    theirs: Any = dataclasses.dataclass(slots=True)(type("Own", (), dict(vars(Own))))
    ours: Any = dataclass(slots=True)(type("Own", (), dict(vars(Own))))
    for made in (ours("a"), ours("a", [1]), ours(name="a", lines=[1], shade="blue")):
        same = theirs(made.name, made.lines, shade=made.shade)
        assert [getattr(made, one.name) for one in dataclasses.fields(theirs)] == list(dataclasses.astuple(same))
    assert ours("a").lines is not ours("a").lines
    tries: list[tuple[Any, ...]] = [(), ("a", [], "red"), ("a", [], [])]
    for wrong in tries:
        for kind in (ours, theirs):
            with pytest.raises(TypeError, match=r"Own.__init__\(\)"):
                kind(*wrong)


def test_a_class_below_is_made_like_the_one_above_it() -> None:
    class Plain(Open):
        pass

    assert (Plain("a").name, Open("b").name, Below("c", deep=3).deep) == ("a", "b", 3)


def test_nothing_is_set_that_is_no_field() -> None:
    with pytest.raises(AttributeError):
        Ours("a").colour = "red"  # type: ignore[attr-defined]


def test_a_copy_with_other_values_is_what_the_standard_library_makes_of_it() -> None:
    ours = Ours("Seurala", more=(1,), line=3, shade="red", secret="x")
    assert altered(ours, name="Kirjasto", line=4) == replace(ours, name="Kirjasto", line=4)
    assert altered(ours, name="Kirjasto").secret == "x"
    assert ours.name == "Seurala"
    assert altered(Empty()) == Empty()
