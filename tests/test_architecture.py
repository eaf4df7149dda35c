"""The house keeps its shape: which room may import which, what pure rooms may not do, and what rooms show.

Every rule is a function from a package's folder to the list of its offences, so each is tried twice: on the
real package, which must have none, and on a small made-up house, in which it must find the one put there.
"""

from __future__ import annotations

import ast
import importlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "seurantalo"

# Room -> rooms that it may import. The two doors of the house, `cli` and `mkdocs_plugin`, may import all.
ARROWS = {
    "model": set(),
    "language": set(),
    "reading": {"model", "language"},
    "planner": {"model", "language"},
    "wiki": {"model", "language"},
    # What a proposal is, for the pages on which it is written and for those who read it.
    "proposing": {"model", "language", "planner"},
    # Where each event is announced, by when and in which words.
    "announcing": {"model", "language", "planner"},
    # Foreign calendars: what it writes is read back, and compared with the dates that are here.
    "importing": {"model", "language", "reading", "planner", "proposing"},
    "publishing": {"model", "language", "planner", "wiki", "proposing", "announcing"},
    # Strangers' words: they are read by the same rules as files, and answered in the words of pages.
    "receiving": {"model", "language", "reading", "planner", "importing", "proposing", "publishing"},
    # Only commands send: a build never does.
    "sending": {"model", "language", "planner", "announcing", "publishing"},
    "founding": {"model", "language", "proposing", "publishing"},
    # The site as a project for other generators.
    "exporting": {"model", "language", "proposing", "publishing"},
}
DOORS = {"cli", "mkdocs_plugin", "__main__"}
# The hall behind the doors: where the rooms are put together, and a folder is written. No room may enter it.
HALL = {
    "beside_records",
    "earlier_build",
    "folder",
    "kept_bytes",
    "options",
    "own_kinds",
    "own_rules",
    "own_texts",
    "processes",
    "program",
    "progress",
    "project",
    "search_apart",
    "staging",
    "template_cache",
    "worker",
}
# The floor that every room stands on: what the standard library does slowly, done quickly or in less memory.
FLOOR = {
    "frozen", "garbage_collector", "installed", "kept_json", "laid_aside", "lasting_json", "patterns", "printable",
    "whole_file",
}  # fmt: skip
HOSTS = {"mkdocs", "properdocs", "material"}
LONGEST_MODULE = 350

# Modules that reach outside the process. `pathlib` is judged name by name: its pure paths touch nothing.
DISK_MODULES = {
    "fileinput", "ftplib", "glob", "http", "io", "os", "requests", "shutil", "socket", "sqlite3",
    "subprocess", "tempfile", "urllib.request",
}  # fmt: skip
PURE_PATHS = {"PurePath", "PurePosixPath", "PureWindowsPath"}
#: Rooms that read files of the package.
OWN_FILES = {"planner", "publishing", "announcing"}
FILE_METHODS = {"read_bytes", "read_text", "write_bytes", "write_text"}
CHANCE_MODULES = {"random", "secrets", "time"}


def room_of(module: str) -> str:
    """The room of a dotted module name inside the package: its second part, or "" for the package itself."""
    return [*module.split("."), ""][1]


def modules(package: Path) -> Iterator[tuple[str, str, ast.Module]]:
    """Every module of a package: dotted name, path to show, syntax tree."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield name, path.relative_to(package).as_posix(), parsed(path.read_text(encoding="utf-8"))


@cache
def parsed(source: str) -> ast.Module:
    """A module's syntax tree, parsed once for all rules."""
    return ast.parse(source)


def imports(module: str, path: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and absolute dotted name of everything imported, down to the imported name."""
    inside = module.split(".") if path.endswith("__init__.py") else module.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = inside[: len(inside) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def calls(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Line, called name, and the last name before the dot ("" without one) of every call."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            yield node.lineno, node.func.id, ""
        elif isinstance(node.func, ast.Attribute):
            owner = node.func.value
            before = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "?")
            yield node.lineno, node.func.attr, before


def arrows_point_down(package: Path) -> list[str]:
    found = []
    for module, path, tree in modules(package):
        room = room_of(module)
        if room in DOORS | HALL:
            continue
        if room and room not in ARROWS.keys() | FLOOR:
            found.append(f"{path}: no room is called {room!r}")
            continue
        allowed = ARROWS.get(room, set()) | {room}
        for line, name in imports(module, path, tree):
            target = room_of(name) if name.split(".")[0] == package.name else ""
            if target in ARROWS.keys() | DOORS | HALL and target not in allowed:
                found.append(f"{path}:{line}: {room or 'the package'} may not import {target}")
    return found


def only_the_door_knows_mkdocs(package: Path) -> list[str]:
    return [
        f"{path}:{line}: {name.split('.')[0]} outside mkdocs_plugin"
        for module, path, tree in modules(package)
        if room_of(module) != "mkdocs_plugin"
        for line, name in imports(module, path, tree)
        if name.split(".")[0] in HOSTS
    ]


def pure_rooms_touch_no_disk(package: Path) -> list[str]:
    found = []
    for module, path, tree in modules(package):
        room = room_of(module)
        if room not in {"model", "planner", "wiki", "importing", "proposing", "publishing", "announcing"}:
            continue
        for line, name in imports(module, path, tree):
            head, _, tail = name.partition(".")
            outside = head in DISK_MODULES or ".".join(name.split(".")[:2]) in DISK_MODULES
            # A file of a picture that only memory sees.
            outside = outside and name != "io.BytesIO"
            files = head == "pathlib" and tail not in PURE_PATHS
            # Templates, styles and the table of holidays are the package's own files, and so are versions of others.
            own = tail.startswith("resources") or tail == "metadata.version"
            loads = head == "importlib" and not (room in OWN_FILES and own)
            if outside or files or loads:
                found.append(f"{path}:{line}: imports {name}")
        for line, name, before in calls(tree):
            is_file_method = name in FILE_METHODS and room not in OWN_FILES
            if is_file_method or (not before and name in {"open", "__import__"}):
                found.append(f"{path}:{line}: calls {name}()")
    return found


def no_clock_and_no_chance(package: Path) -> list[str]:
    found = []
    for module, path, tree in modules(package):
        if room_of(module) in DOORS | HALL:
            continue
        found += [
            f"{path}:{line}: imports {name}"
            for line, name in imports(module, path, tree)
            if name.split(".")[0] in CHANCE_MODULES or name in {"uuid.uuid1", "uuid.uuid4"}
        ]
        found += [
            f"{path}:{line}: calls {before}.{name}()"
            for line, name, before in calls(tree)
            if (name in {"now", "today", "utcnow"} and before in {"date", "datetime", "dt"})
            or (name in {"uuid1", "uuid4"} and before == "uuid")
        ]
    return found


def modules_are_short(package: Path) -> list[str]:
    lengths = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in sorted(package.rglob("*.py")))
    return [
        f"{path.relative_to(package).as_posix()}: {length} lines"
        for path, length in lengths
        if length > LONGEST_MODULE
    ]


def rooms_say_what_they_show(package: Path) -> list[str]:
    """Each room's `__all__` is there, sorted as ruff sorts it (CONSTANTS, Classes, others), and resolves."""
    found = []
    rooms = {path.parent.name for path in package.glob("*/*.py")}
    for room in sorted(rooms | {path.stem for path in package.glob("[!_]*.py")}):
        module = importlib.import_module(f"{package.name}.{room}")
        names = getattr(module, "__all__", None)
        if names is None:
            found.append(f"{room}: no __all__")
            continue
        if list(names) != sorted(names, key=_place_in_all):
            found.append(f"{room}: __all__ is not sorted")
        found += [f"{room}: {name} is in __all__ only" for name in names if not hasattr(module, name)]
    return found


def _place_in_all(name: str) -> tuple[int, str]:
    bare = name.lstrip("_")
    return (0 if bare.isupper() and len(bare) > 1 else 1 if bare[:1].isupper() else 2), name


RULES = {
    rule.__name__: rule
    for rule in (
        arrows_point_down,
        only_the_door_knows_mkdocs,
        pure_rooms_touch_no_disk,
        no_clock_and_no_chance,
        modules_are_short,
        rooms_say_what_they_show,
    )
}


def test_the_house_has_its_rooms() -> None:
    """A renamed room would slip past the rules below unseen."""
    rooms = {room_of(module) for module, _, _ in modules(PACKAGE)}
    assert rooms >= ARROWS.keys() | {"cli", "mkdocs_plugin"}


@pytest.mark.parametrize("rule", RULES)
def test_the_house_has_no_offence(rule: str) -> None:
    assert RULES[rule](PACKAGE) == []


# Rule, file in the made-up house, its text, and the offence that must be found ("" when it is allowed).
CASES = [
    ("arrows_point_down", "model/a.py", "from house.reading import read", "model may not import reading"),
    ("arrows_point_down", "planner/a.py", "from ..wiki.log import Log", "planner may not import wiki"),
    ("arrows_point_down", "wiki/__init__.py", "from .. import publishing", "wiki may not import publishing"),
    ("arrows_point_down", "reading/a.py", "import house.planner.load", "reading may not import planner"),
    ("arrows_point_down", "publishing/a.py", "if x:\n    import house.cli", "publishing may not import cli"),
    ("arrows_point_down", "__init__.py", "from house import model", "the package may not import model"),
    ("arrows_point_down", "utils/a.py", "x = 1", "no room is called 'utils'"),
    ("arrows_point_down", "wiki/a.py", "from .log import Log\nfrom house.model import Event", ""),
    ("arrows_point_down", "cli/a.py", "import house.mkdocs_plugin\nimport house.reading", ""),
    ("only_the_door_knows_mkdocs", "publishing/a.py", "from mkdocs.structure import files", "mkdocs outs"),
    ("only_the_door_knows_mkdocs", "cli/a.py", "import properdocs", "properdocs outside"),
    ("only_the_door_knows_mkdocs", "mkdocs_plugin/a.py", "import mkdocs.plugins, material", ""),
    ("pure_rooms_touch_no_disk", "model/a.py", "import os.path", "imports os.path"),
    ("pure_rooms_touch_no_disk", "planner/a.py", "from pathlib import Path", "imports pathlib.Path"),
    ("pure_rooms_touch_no_disk", "planner/a.py", "import pathlib", "imports pathlib"),
    ("pure_rooms_touch_no_disk", "wiki/a.py", "import subprocess", "imports subprocess"),
    ("pure_rooms_touch_no_disk", "wiki/a.py", "text = open('x').read()", "calls open()"),
    ("pure_rooms_touch_no_disk", "wiki/a.py", "def f(p):\n    return p.read_text()", "calls read_text()"),
    ("pure_rooms_touch_no_disk", "publishing/a.py", "from urllib import request", "urllib.request"),
    ("pure_rooms_touch_no_disk", "wiki/a.py", "import importlib.resources", "importlib.resources"),
    ("pure_rooms_touch_no_disk", "publishing/a.py", "from importlib.resources import files", ""),
    ("pure_rooms_touch_no_disk", "model/a.py", "from pathlib import PurePosixPath", ""),
    ("pure_rooms_touch_no_disk", "reading/a.py", "import os\nopen('x')", ""),
    ("no_clock_and_no_chance", "wiki/a.py", "now = datetime.now(zone)", "calls datetime.now()"),
    ("no_clock_and_no_chance", "model/a.py", "t = datetime.date.today()", "calls date.today()"),
    ("no_clock_and_no_chance", "reading/a.py", "from random import choice", "random.choice"),
    ("no_clock_and_no_chance", "publishing/a.py", "x = uuid.uuid4()", "calls uuid.uuid4()"),
    ("no_clock_and_no_chance", "cli/a.py", "import time\ndate.today()", ""),
    ("no_clock_and_no_chance", "planner/a.py", "x = settings.today()", ""),
    ("modules_are_short", "model/a.py", "x = 1\n" * 351, "model/a.py: 351 lines"),
    ("modules_are_short", "model/a.py", "x = 1\n" * 350, ""),
    ("rooms_say_what_they_show", "model/__init__.py", "x = 1", "model: no __all__"),
    ("rooms_say_what_they_show", "cli.py", "x = 1", "cli: no __all__"),
    ("rooms_say_what_they_show", "model/a.py", "__all__ = ['x']", "model: no __all__"),
    ("rooms_say_what_they_show", "model/__init__.py", "__all__ = ['b', 'a']\na = b = 1", "is not sorted"),
    ("rooms_say_what_they_show", "model/__init__.py", "__all__ = ['a', 'B']\na = B = 1", "is not sorted"),
    ("rooms_say_what_they_show", "model/__init__.py", "__all__ = ['missing']", "missing is in __all__ only"),
    ("rooms_say_what_they_show", "model/__init__.py", "__all__ = ['ZZ', 'Aa', 'a']\nZZ = Aa = a = 1", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "path", "text", "offence"), CASES)
def test_a_rule_finds_an_offence_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, path: str, text: str, offence: str
) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").touch()
    (house / path).parent.mkdir(exist_ok=True)
    (house / path).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    found = RULES[rule](house)

    assert len(found) == (1 if offence else 0), found
    assert offence in "".join(found)
