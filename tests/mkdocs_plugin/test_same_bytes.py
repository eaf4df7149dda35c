"""One commit and one today give one site, byte for byte: whenever, in whatever order, under either host."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.mkdocs_plugin.conftest import SiteFolder

ROOT = Path(__file__).resolve().parents[2]

# ProperDocs and Material each print a page of advice to a build by MkDocs.
QUIET = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}

HOOK = """
import sys
sys.path.insert(0, {root!r})
from seurantalo.mkdocs_plugin import composing
from tests.mkdocs_plugin.conftest import FakeProject, event, publication
made = publication(*(event(number) for number in range(1, 6)))
composing.open_project = lambda *place: FakeProject(made)
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


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_the_time_of_the_build_is_in_no_byte(folder: SiteFolder, host: str) -> None:
    first = built(folder, host, SOURCE_DATE_EPOCH="0", PYTHONHASHSEED="1", TZ="UTC")
    for path in folder.site.rglob("*.*"):
        if path.is_file():
            path.unlink()
    second = built(folder, host, SOURCE_DATE_EPOCH="2000000000", PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert [name for name in first if first[name] != second.get(name)] == []
    assert list(first) == list(second)


def test_properdocs_builds_the_same_site(folder: SiteFolder) -> None:
    of_mkdocs = built(folder, "mkdocs")
    of_properdocs = built(folder, "properdocs")
    # Each host signs its pages; nothing else differs.
    signature = re.compile(rb'<meta name="generator" content="[^"]*">')
    assert list(of_mkdocs) == list(of_properdocs)
    assert [
        name for name in of_mkdocs if signature.sub(b"", of_mkdocs[name]) != signature.sub(b"", of_properdocs[name])
    ] == []
    assert sum(name.startswith("tapahtumat/tapahtuma-") for name in of_mkdocs) == 10
