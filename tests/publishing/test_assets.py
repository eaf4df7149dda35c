"""Browser modules as they are published: what runs is what was written, without the comments."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from _environment import clean_environment, find_node
from seurantalo.publishing.assets import asset_files, without_comments

MODULES = {file.path.rpartition("/")[2]: file.content for file in asset_files() if file.path.endswith(".js")}
PARSE = """
const { SourceTextModule } = require("node:vm");
for (const [name, text] of Object.entries(JSON.parse(require("node:fs").readFileSync(0, "utf8")))) {
  try { new SourceTextModule(text); } catch (problem) { console.log(name, String(problem)); }
}
"""
STRINGS = re.compile(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`')


def sources(folder: Traversable) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for entry in folder.iterdir():
        if entry.is_dir():
            found |= sources(entry)
        elif entry.name.endswith(".js"):
            found[entry.name] = entry.read_bytes()
    return found


def test_nothing_is_left_of_comments_and_nothing_else_is_gone() -> None:
    written = sources(files("seurantalo.publishing") / "pages")
    assert written.keys() == MODULES.keys()
    for name, content in MODULES.items():
        text = content.decode()
        assert "/**" not in text, name
        assert not re.search(r"^\s*//", text, re.MULTILINE), name
        # What people or addresses are told stands in strings: all of them are there, in order.
        kept = STRINGS.findall(text)
        whole = iter(STRINGS.findall(written[name].decode()))
        assert all(any(one == other for other in whole) for one in kept), name


def test_a_string_that_looks_like_a_comment_would_be_cut() -> None:
    """So no module may have one: the test above sees it."""
    assert without_comments(b"const a = 1; /** @type {x} */ (b);\n  // c\nd();\n") == b"const a = 1; (b);\nd();\n"


def test_every_module_can_be_read() -> None:
    node = find_node()
    if node is None:
        pytest.skip("needs Node.js")
    ran = subprocess.run(
        [node, "--no-warnings", "--experimental-vm-modules", "-e", PARSE],
        input=json.dumps({name: content.decode() for name, content in MODULES.items()}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=clean_environment(),
        check=False,
    )
    assert ran.stdout + ran.stderr == ""
