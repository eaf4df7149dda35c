"""The script that counts which changes to the program its tests notice: it finds what a weak test lets through."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from _mutations import mutants
from mutants import LIST, subjects

ROOT = Path(__file__).resolve().parent.parent
MODULE = '''\
"""Who may come."""

from functools import lru_cache

LEAST: int = 7


@lru_cache(100)
def may_come(age: int, *, guest: bool = False) -> bool:
    """Tell whether someone may come."""
    if age < 0:
        raise ValueError(age)
    return age >= LEAST or guest


class Door:
    def opens(self, ages: list[int]) -> bool:
        return any(map(may_come, ages))
'''
WEAK = """\
import pytest
from small import Door, may_come

ASKED_EARLY = may_come(6)


def test_children_may_not_come():
    assert not may_come(6)
    assert may_come(8)


def test_nobody_is_younger_than_nothing():
    with pytest.raises(ValueError):
        may_come(-1)


def test_one_is_enough():
    assert Door().opens([3, 9])
    assert not Door().opens([])
"""


def changes(source: str) -> list[str]:
    return [each.changed for each in mutants(source.encode())]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", ["x = not (a < b)", "x = a <= b"]),
        (
            "x = 0 <= a < b",
            ["x = 1 <= a < b", "x = -1 <= a < b", "x = not (0 <= a < b)", "x = 0 < a < b", "x = 0 <= a <= b"],
        ),
        ("x = a and not b", ["x = (not b)", "x = (a)", "x = a or not b", "x = a and b"]),
        ("x = a if b() else c", ["x = a if not (b()) else c"]),
        ("x = [a for a in b if a]", ["x = [a for a in b if not (a)]"]),
        ("x = a is not None", ["x = a is None"]),
        ("x = min(a, b, key=c)", ["x = max(a, b, key=c)"]),
        ("x = sorted(a, key=b)", ["x = list(a)"]),
        ("x = (a & b) - c", ["x = (a & b) + c", "x = (a | b) - c"]),
        ("x = True", ["x = False"]),
        ("x: Literal[1] = 'ä1'", []),
        ("if TYPE_CHECKING:\n    x = 1", []),
        ("a.go()", ["pass"]),
        ("raise E(\n    a\n)", ["pass"]),
    ],
)
def test_the_changes_of_a_source(source: str, expected: list[str]) -> None:
    assert sorted(changes(source)) == sorted(expected)


def test_what_no_test_notices_is_told_and_the_rest_dies(tmp_path: Path) -> None:
    for name, text in {
        "plugins/small.py": MODULE,
        "tests/test_small.py": WEAK,
        "pyproject.toml": '[tool.pytest.ini_options]\nmarkers = ["browser: b", "foreign: f"]\n',
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    listed = tmp_path / "mutants.toml"
    listed.write_text(
        '[[module]]\npath = "plugins/*.py"\ntests = ["tests/test_small.py"]\n'
        '[[harmless]]\nmodule = "plugins/small.py"\nsource = "if age < 0:"\nchanged = "if age <= 0:"\nreason = "x"\n',
        encoding="utf-8",
    )
    program = f"""
import pathlib, mutants
mutants.ROOT, mutants.LIST = pathlib.Path({str(tmp_path)!r}), pathlib.Path({str(listed)!r})
raise SystemExit(mutants.main(["--jobs", "2"]))
"""
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT / "scripts", capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (1, "")
    told = [line.strip() for line in run.stdout.splitlines()]
    assert told[0] == "plugins/small.py: 9 of 13 die (69.2 %), 1 harmless"
    assert told[2:9:2] == [
        "-> LEAST: int = 8",
        "-> if age < 1:",
        "-> return (age >= LEAST)",
        "-> return age > LEAST or guest",
    ]
    assert told[-1] == "all: 9 of 13 die (69.2 %)"


def test_every_harmless_change_can_still_be_made() -> None:
    found, stale = subjects(ROOT, LIST)
    assert stale == []
    assert sum(len(each.mutants) for each in found) > 1000
    assert all(each.tests for each in found)
