"""The feeds that foreign engines read, once each: of the region (`region_export`) and of the torture calendar."""

from __future__ import annotations

import functools
import shutil
from functools import partial
from pathlib import Path

import pytest
from tests.conformance.engine import ALL
from tests.once import exported, once

from _environment import require_engines

HERE = Path(__file__).resolve().parent

#: Titles whose folds fall on every place of an emoji of 25 octets, and of letters of two and three.
EMOJI_TITLES = 80
EMOJI_TITLE = """\
otsikko: "{padding}👨‍👩‍👧‍👦äöå–€🎻{padding} yhteislaulu ja pullakahvit"
alkaa: 1.6.2027 klo {hour}.{minute:02}
päättyy: klo 23
järjestäjä: kylayhdistys
kunta: vimpeli
"""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for an `engine` every engine, marked where pip does not install it."""
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize(
            "engine",
            [pytest.param(one, id=one.name, marks=[pytest.mark.foreign] * one.foreign) for one in ALL],
            scope="module",
        )


@pytest.fixture(autouse=True)
def _engines_are_installed(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("foreign"):
        _install()


@functools.cache
def _install() -> None:
    try:
        require_engines()
    except SystemExit as stopped:
        pytest.fail(str(stopped), pytrace=False)


@pytest.fixture(scope="session")
def torture_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The torture calendar's files, with an emoji at every place of a fold."""
    return once(tmp_path_factory, "torture-project", write_torture)


def write_torture(folder: Path) -> None:
    """Write the torture calendar's files."""
    left_out = shutil.ignore_patterns("expected.tsv", ".cache")
    shutil.copytree(HERE / "torture", folder, ignore=left_out, dirs_exist_ok=True)
    for number in range(EMOJI_TITLES):
        title = EMOJI_TITLE.format(padding="x" * number, hour=6 + number // 60, minute=number % 60)
        (folder / "events" / f"emoji-{number:02}.yml").write_text(title, encoding="utf-8")


@pytest.fixture(scope="session")
def torture(torture_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The torture calendar's site, exported."""
    return once(tmp_path_factory, "torture-site", partial(exported, torture_project, "2027-02-10"))


def calendars(site: Path) -> list[Path]:
    """Every calendar file of an exported site, in order."""
    return sorted(site.rglob("*.ics"))
