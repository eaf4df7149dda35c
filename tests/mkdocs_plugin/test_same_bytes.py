"""One commit and one today give one site, byte for byte: whenever, in whatever order, under either host."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.mkdocs_plugin.conftest import OWN_HOSTS, SiteFolder, site_folder

pytestmark = OWN_HOSTS

ROOT = Path(__file__).resolve().parents[2]

# ProperDocs and Material each print a page of advice to a build by MkDocs.
QUIET = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}

HOOK = """
import sys
sys.path.insert(0, {root!r})
from seurantalo.mkdocs_plugin import composing
from tests.mkdocs_plugin.conftest import FakeProject, event, publication
made = publication(*(event(number) for number in range(1, 6)))
composing.open_project = lambda *place, **_: FakeProject(made)
"""


def built(folder: SiteFolder, host: str, **environment: str) -> dict[str, bytes]:
    """The site as the host's own command builds it, in a process of its own."""
    folder.write("hook.py", HOOK.format(root=str(ROOT)))
    folder.config(hooks=["hook.py"])
    done = subprocess.run(
        [sys.executable, "-m", host, "build", "--strict", "--quiet", "-f", "mkdocs.yml"],
        cwd=folder.root,
        env=os.environ | QUIET | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder.files()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """One site three times: by MkDocs, by MkDocs at another time and place, by ProperDocs at a third."""
    found = {}
    for name, host, environment in (
        ("first", "mkdocs", {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "1", "TZ": "UTC"}),
        ("again", "mkdocs", {"SOURCE_DATE_EPOCH": "2000000000", "PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}),
        ("properdocs", "properdocs", {"SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "3", "TZ": "America/St_Johns"}),
    ):
        folder = site_folder(tmp_path_factory.mktemp(name))
        found[name] = built(folder, host, **environment)
    return found


def test_the_time_of_the_build_is_in_no_byte(sites: dict[str, dict[str, bytes]]) -> None:
    first, again = sites["first"], sites["again"]
    assert [name for name in first if first[name] != again.get(name)] == []
    assert list(first) == list(again)


def test_properdocs_builds_the_same_site(sites: dict[str, dict[str, bytes]]) -> None:
    of_mkdocs, of_properdocs = sites["first"], sites["properdocs"]
    # Each host signs its pages; nothing else differs.
    signature = re.compile(rb'<meta name="generator" content="[^"]*">')
    assert list(of_mkdocs) == list(of_properdocs)
    assert [
        name for name in of_mkdocs if signature.sub(b"", of_mkdocs[name]) != signature.sub(b"", of_properdocs[name])
    ] == []
    assert sum(name.startswith("tapahtumat/tapahtuma-") for name in of_mkdocs) == 10
