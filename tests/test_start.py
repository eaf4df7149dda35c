"""What a start loads: a build that draws nothing, serves nothing and sends nothing loads nothing for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.small import MKDOCS_YML, TWO_LANGUAGES, write

#: Libraries for what most starts do not do, and ours that stand for them.
SELDOM = {
    "PIL": "pictures",
    "dateutil": "rules by the month or the year",
    "holidays": "days from a table of our own",
    "http.client": "the network",
    "imagesize": "pictures",
    "mkdocs.livereload": "serving",
    "seurantalo.cli": "commands",
    "seurantalo.exporting": "commands",
    "seurantalo.founding": "commands",
    "seurantalo.importing": "commands",
    "seurantalo.receiving": "commands",
    "seurantalo.sending": "commands",
    "socketserver": "serving",
    "ssl": "the network",
    "typst": "drawing",
    "watchdog": "serving",
}
_TOLD = "import sys, atexit; atexit.register(lambda: print(*sys.modules, sep='\\n', file=sys.__stdout__)); "


def loaded(code: str, folder: Path) -> set[str]:
    """The modules that a process has loaded when it ends."""
    here = {"SEURANTALO_TODAY": "2027-03-01", "XDG_CACHE_HOME": str(folder.parent / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", _TOLD + code],
        cwd=folder,
        env=os.environ | here,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def seldom(modules: set[str], *may: str) -> set[str]:
    return {name for name in SELDOM if name in modules} - set(may)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("start") / "region"
    write(folder, {"mkdocs.yml": MKDOCS_YML, **TWO_LANGUAGES})
    return folder


def test_the_plugin(region: Path) -> None:
    modules = loaded("import seurantalo.mkdocs_plugin", region)
    assert seldom(modules) == set()
    assert {"Stemmer", "seurantalo.publishing.site", "zxingcpp"} & modules == {"seurantalo.publishing.site"}


def test_a_second_build(region: Path) -> None:
    build = "from mkdocs.__main__ import cli; cli(['build', '-q'])"
    loaded(build, region)
    with (region / "events/2027/tanssit.yml").open("a", encoding="utf-8") as stream:
        stream.write("hinta: 5 €\n")
    modules = loaded(build, region)
    assert seldom(modules) == set()
    assert {"seurantalo.publishing.site", "seurantalo.mkdocs_plugin.watching"} & modules == {
        "seurantalo.publishing.site"
    }


def test_a_command(region: Path) -> None:
    modules = loaded("from seurantalo.__main__ import main; sys.argv[1:] = ['check']; main()", region)
    assert seldom(modules, "seurantalo.cli") == set()
    others = {"Stemmer", "babel.dates", "mkdocs", "seurantalo.cli.export", "seurantalo.cli.send", "zxingcpp"}
    assert ({"seurantalo.cli.check"} | others) & modules == {"seurantalo.cli.check"}
