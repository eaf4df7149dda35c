"""What all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Protocol, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from tests.examples import NIGHTLY, by_night
from tests.once import exported, once

# Two busy cores are slow at times; a property is about what is true, not about how fast.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("seurantalo", PATIENT, derandomize=True, max_examples=40)
# Other examples every night; what is found is printed in a form that runs again.
settings.register_profile(NIGHTLY, PATIENT, derandomize=False, database=None, print_blob=True, max_examples=1_000)
settings.load_profile("seurantalo")

ROOT = Path(__file__).resolve().parent.parent


class HasPath(Protocol):
    """What stands in a file."""

    @property
    def path(self) -> Path: ...


Placed = TypeVar("Placed", bound=HasPath)

#: Modules that take a minute of one worker, the longest first.
LONGEST = (
    "browser/test_smoke.py",
    "browser/test_propose.py",
    "browser/errands/test_errands.py",
    "workflows/test_ehdotus.py",
    "conformance/test_engines.py",
    "conformance/test_life.py",
    "browser/test_print.py",
)
#: Rooms whose tests take seconds each: they wait for browsers and for other people's programs.
SLOW_ROOMS = ("browser/", "conformance/", "workflows/", "mkdocs_plugin/")

if sys.dont_write_bytecode:
    # The tests start many Pythons and build many small sites; compiling all modules and templates for each is a good
    # part of their time. Where the checkout shall stay clean of what is compiled, the environment keeps it.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(Path(sys.prefix) / "pycache")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(autouse=True)
def _forget_modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no module that a test has written stay loaded: the next test may mean another of that name, or none."""
    before = set(sys.modules)
    yield
    written = f"{tmp_path_factory.getbasetemp()}{os.sep}"
    # A folder without `__init__.py` asks for its path in the folder around it, which is still loaded at this point.
    places = {name: _places(sys.modules[name]) for name in sys.modules.keys() - before}
    for name, found in places.items():
        if any(place.startswith(written) for place in found):
            del sys.modules[name]


def _places(module: ModuleType) -> list[str]:
    """The file of a module and its folders; a folder without `__init__.py` has no file."""
    places = getattr(module, "__file__", None), *getattr(module, "__path__", ())
    return [place for place in places if place is not None]


@pytest.fixture(autouse=True, scope="session")
def _little_is_looked_through() -> Iterator[None]:
    """Look for no garbage whenever a project is read again: all tests, eleven thousand, would be looked through."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("seurantalo.project.collect_earlier", lambda: None)
        yield


@pytest.fixture(scope="session")
def region_export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The region exported with what apps must see in its feeds, once for all workers; only to be read."""
    return once(tmp_path_factory, "region-export", partial(exported, ROOT, "2027-01-04"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what came out into the golden files")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `nightly`, unless the profile is; hand out first what takes long."""
    if not by_night():
        late = [item for item in items if item.get_closest_marker("nightly")]
        if late:
            config.hook.pytest_deselected(items=late)
            items[:] = [item for item in items if not item.get_closest_marker("nightly")]
    if "PYTEST_XDIST_WORKER" in os.environ:
        items[:] = longest_first(items)


def longest_first(items: Sequence[Placed]) -> list[Placed]:
    """Order the modules by what one test of their room takes, then by how many tests they have."""
    folder = Path(__file__).resolve().parent
    modules: dict[Path, list[Placed]] = {}
    for item in items:
        modules.setdefault(item.path, []).append(item)

    def place(path: Path) -> tuple[int, int]:
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""
        rank = LONGEST.index(name) if name in LONGEST else len(LONGEST) + (not name.startswith(SLOW_ROOMS))
        return rank, -len(modules[path])

    return [item for path in sorted(modules, key=place) for item in modules[path]]
