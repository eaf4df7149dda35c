"""With several workers the modules that take longest are handed out first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.conftest import LONGEST, longest_first

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Item:
    """As much of a test as tells where it stands."""

    path: Path
    name: str


def test_the_longest_come_first_and_a_modules_tests_stay_together() -> None:
    names = ["planner/test_few.py", "planner/test_many.py", "browser/test_x.py", LONGEST[1], LONGEST[0]]
    few, many, browser, second, first = (HERE / name for name in names)
    items = [Item(path, "a") for path in (few, many, browser, second, first)] + [Item(many, "b"), Item(first, "b")]
    ordered = longest_first(items)
    assert [(item.path, item.name) for item in ordered] == [
        (first, "a"),
        (first, "b"),
        (second, "a"),
        (browser, "a"),
        (many, "a"),
        (many, "b"),
        (few, "a"),
    ]


def test_the_longest_are_there() -> None:
    assert [name for name in LONGEST if not (HERE / name).is_file()] == []
