"""What all tests share."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

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

if sys.dont_write_bytecode:
    # The tests start many Pythons and build many small sites; compiling all modules and templates for each is a good
    # part of their time. Where the checkout shall stay clean of what is compiled, the environment keeps it.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(Path(sys.prefix) / "pycache")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(scope="session")
def region_export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The region exported with what apps must see in its feeds, once for all workers; only to be read."""
    return once(tmp_path_factory, "region-export", partial(exported, ROOT, "2027-01-04"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what came out into the golden files")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `nightly`, unless the profile is."""
    if by_night():
        return
    late = [item for item in items if item.get_closest_marker("nightly")]
    if late:
        config.hook.pytest_deselected(items=late)
        items[:] = [item for item in items if not item.get_closest_marker("nightly")]
