"""A folder that is written beside an earlier one: what is in it afterwards, and what had to be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from seurantalo.folder import Folder

PAGES = {
    "a/index.html": b"a",
    "b/index.html": b"b",
    "b/b.ics": b"ics",
    "c/d/e/index.html": b"deep",
    "c/d/f/index.html": b"beside",
    "front.html": b"front",
}


def files(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def write(root: Path, pages: dict[str, bytes], before: Path | None = None) -> int:
    folder = Folder(root, before=before)
    written = [name for name, content in pages.items() if folder.write(name, content)]
    assert folder.names == set(pages)
    assert folder.changed == len(written)
    return folder.changed


@pytest.mark.parametrize("names", [sorted(PAGES), sorted(PAGES, reverse=True)])
def test_whatever_the_order_all_files_are_there(tmp_path: Path, names: list[str]) -> None:
    pages = {name: PAGES[name] for name in names}
    assert write(tmp_path / "site", pages) == len(pages)
    assert files(tmp_path / "site") == pages
    assert write(tmp_path / "next", pages, tmp_path / "site") == 0
    assert not (tmp_path / "next").exists()


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write(tmp_path / "site", PAGES)
    # A new page in a folder of its own comes first: the next ones stand in folders that are there already.
    changed = {"z/index.html": b"new", **PAGES, "a/index.html": b"", "b/index.html": b"longer", "c/new.html": b"x"}
    assert write(tmp_path / "next", changed, tmp_path / "site") == 4
    assert files(tmp_path / "next") == {name: text for name, text in changed.items() if PAGES.get(name) != text}


@pytest.mark.parametrize("name", ["", "/a", "../a", "a/../../b", "a\\b", "c:a", "a\0"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="inside"):
        Folder(tmp_path).write(name, b"x")
