"""The feeds that foreign engines read, each written once: the region's, and those of the torture calendar.

`exported` writes a project's feeds with what apps must see in them, as `seurantalo export DIR --expectations` does.
"""

from __future__ import annotations

import functools
import shutil
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from tests.conformance.engine import ALL

from _environment import ROOT, require_engines
from seurantalo.cli import main

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


def exported(project: Path, today: str, folder: Path) -> Path:
    """Write a project's feeds and expectations into a folder, as the command line does."""
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()) as said:
        patch.setenv("SEURANTALO_TODAY", today)
        code = main(["export", str(folder), "--expectations", "--project", str(project)])
    assert code == 0, said.getvalue()
    return folder


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The region's site, exported."""
    return exported(ROOT, "2027-01-04", tmp_path_factory.mktemp("region") / "site")


@pytest.fixture(scope="session")
def torture_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The torture calendar's files, with an emoji at every place of a fold."""
    folder = tmp_path_factory.mktemp("torture") / "project"
    shutil.copytree(HERE / "torture", folder, ignore=shutil.ignore_patterns("expected.tsv"))
    for number in range(EMOJI_TITLES):
        title = EMOJI_TITLE.format(padding="x" * number, hour=6 + number // 60, minute=number % 60)
        (folder / "events" / f"emoji-{number:02}.yml").write_text(title, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def torture(torture_project: Path) -> Path:
    """The torture calendar's site, exported."""
    return exported(torture_project, "2027-02-10", torture_project.parent / "site")


def calendars(site: Path) -> list[Path]:
    """Every calendar file of an exported site, in order."""
    return sorted(site.rglob("*.ics"))
