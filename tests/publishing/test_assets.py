"""Style sheets and browser modules as they are published: what runs is what was written, and no rule strays."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from _environment import clean_environment, find_node
from seurantalo.publishing.addresses import ASSETS_ASIDE
from seurantalo.publishing.assets import AT_ROOT, asset_files, without_comments

MODULES = {file.path.rpartition("/")[2]: file.content for file in asset_files() if file.path.endswith(".js")}
PARSE = """
const { SourceTextModule } = require("node:vm");
for (const [name, text] of Object.entries(JSON.parse(require("node:fs").readFileSync(0, "utf8")))) {
  try { new SourceTextModule(text); } catch (problem) { console.log(name, String(problem)); }
}
"""
LINKED = {
    file.path.rpartition("/")[2]: file.content.decode()
    for file in asset_files()
    if file.path.endswith(".css") and not file.path.startswith(ASSETS_ASIDE)
}
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
    assert written.keys() - {path.rpartition("/")[2] for path in AT_ROOT} == MODULES.keys()
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


def straying(sheet: str) -> list[str]:
    """Selectors of a style sheet that name nothing of ours or of the theme's, so that they change all of any page."""
    bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    whole = (found.strip() for found in re.findall(r"[^{};]+(?=\{)", bare))
    return [
        one.strip()
        for selector in whole
        if not selector.startswith("@")
        for one in re.split(r",(?![^(]*\))", selector)
        if not re.search(r"\.st-|-st-|\.md-|\[data-|\[class", one)
    ]


def test_what_is_linked_from_every_page_styles_nothing_but_ours() -> None:
    """A site has a header, a navigation and perhaps pages of its own, which look as its theme says."""
    assert straying("h1, .st-a:is(b, i) { color: red } @media print { a { color: red } }") == ["h1", "a"]
    assert "seurantalo.css" in LINKED
    # On paper no body is as high as a sheet, for a second one would follow.
    # At the root stand our own values alone, for themes without colour schemes.
    allowed = {"seurantalo.css": [":root", "body"], "year.css": [":root", ":root"]}
    assert {name: found for name, sheet in LINKED.items() if (found := straying(sheet))} == allowed
