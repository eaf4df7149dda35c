"""Second builds: what has not changed is not touched, what is gone goes, and nothing is lost half way."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from tests.mkdocs_plugin.conftest import SiteFolder, event, publication

from seurantalo.mkdocs_plugin.kept_folders import ASIDE, kept_folders, put_back, set_aside


def inodes(folder: SiteFolder) -> dict[str, tuple[int, int]]:
    """Which file stands at each path, and when it was last written."""
    return {
        name: ((folder.site / name).stat().st_ino, (folder.site / name).stat().st_mtime_ns)
        for name in folder.files()
        if name.startswith(("tapahtumat/tapahtuma", "ical/"))
    }


def test_what_has_not_changed_is_not_written_again(folder: SiteFolder) -> None:
    first = folder.build()
    before = inodes(folder)
    assert folder.build() == first
    assert inodes(folder) == before
    assert len(before) == 7


def test_only_the_changed_page_is_written(folder: SiteFolder) -> None:
    folder.build()
    before = inodes(folder)
    folder.project.publication = publication(event(1), event(2, title="Uusi nimi"), event(3))
    files = folder.build()
    after = inodes(folder)
    assert "Uusi nimi" in files["tapahtumat/tapahtuma-2/index.html"].decode()
    assert {name for name in after if after[name] != before[name]} == {
        "tapahtumat/tapahtuma-2/index.html",
        "tapahtumat/tapahtuma-2/tapahtuma-2.ics",
    }


def test_what_is_gone_goes_with_its_folder(folder: SiteFolder) -> None:
    folder.build()
    (folder.site / "tapahtumat/tapahtuma-1/roska.tmp").touch()
    folder.project.publication = publication(event(1), files=())
    files = folder.build()
    assert [name for name in files if name.startswith(("tapahtumat/", "ical/"))] == [
        "tapahtumat/index.html",
        "tapahtumat/tapahtuma-1/index.html",
    ]
    assert not (folder.site / "tapahtumat/tapahtuma-2").exists()
    assert not (folder.site / "ical").exists()


def test_a_build_that_was_cut_off_loses_nothing(folder: SiteFolder) -> None:
    first = folder.build()
    before = inodes(folder)
    # Killed right after the folders were moved aside and MkDocs had begun to empty the rest.
    set_aside(folder.site, ["tapahtumat", "ical"])
    (folder.site / "index.html").unlink()
    assert folder.build() == first
    assert inodes(folder) == before
    assert not (folder.site / ASIDE).exists()


def test_what_was_written_since_wins_over_what_waits(tmp_path: Path) -> None:
    for text in ("old", "new"):
        (tmp_path / "a").mkdir()
        (tmp_path / "a/file").write_text(text)
        set_aside(tmp_path, ["a"])
    put_back(tmp_path)
    assert (tmp_path / "a/file").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_failure_after_cleaning_keeps_the_pages(folder: SiteFolder) -> None:
    folder.build()
    before = inodes(folder)
    folder.write("hook.py", "def on_files(files, config): raise RuntimeError('rikki')")
    with pytest.raises(RuntimeError, match="rikki"):
        folder.build(hooks=["hook.py"])
    assert inodes(folder) == before


def test_folders_that_others_write_in_are_not_kept() -> None:
    assert kept_folders(publication(event(1))) == ("ical", "tapahtumat")


def test_a_failed_build_is_no_reason_to_lose_the_aborted_one(folder: SiteFolder) -> None:
    folder.build()
    folder.project.publication = publication(event(1), event(1))
    with pytest.raises(Abort):
        folder.build()
    folder.project.publication = publication(event(1))
    assert "tapahtumat/tapahtuma-1/index.html" in folder.build()
