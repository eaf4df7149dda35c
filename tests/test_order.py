"""With several workers the modules that take longest come first; and no test finds what another has loaded."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path

import pytest
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


@pytest.mark.parametrize("name", ["written_by_a_test/__init__.py", "written_by_a_test/inside.py"])
def test_a_test_finds_no_module_that_another_has_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "written_by_a_test").mkdir()
    (tmp_path / name).touch()
    monkeypatch.syspath_prepend(tmp_path)
    found = importlib.import_module("written_by_a_test")
    assert list(found.__path__) == [str(tmp_path / "written_by_a_test")]
