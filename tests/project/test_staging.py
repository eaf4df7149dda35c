"""A folder that others read is renewed: in which order, what stays, and what an accident leaves."""

from __future__ import annotations

import errno
import os
import sys
import threading
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from seurantalo import staging
from seurantalo.staging import PREFIX, BusyError, Staging, replaced

OLD = {
    "assets/a.css": b"old css",
    "assets/gone.js": b"gone",
    "ical/kaikki.ics": b"old feed",
    "index.html": b"old front",
    "gone/index.html": b"gone",
    "same/index.html": b"same",
    "search/index.json": b"old search",
}
NEW = {
    "assets/a.css": b"new css",
    "assets/new.js": b"new",
    "ical/kaikki.ics": b"new feed",
    "ical/uusi.ics": b"new",
    "index.html": b"new front",
    "new/index.html": b"new",
    "same/index.html": b"same",
    "same/more/index.html": b"new",
    "search/index.json": b"new search",
}


def files(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def put(root: Path, content: dict[str, bytes]) -> None:
    with replaced(root) as folder:
        for name, text in content.items():
            folder.write(name, text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    put(tmp_path / "site", OLD)
    return tmp_path / "site"


@pytest.fixture
def steps(site: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was put in place or removed, in order: ``+`` for what no address showed before."""
    done: list[str] = []
    place, remove = os.replace, os.unlink

    def replace_file(source: str, target: str) -> None:
        done.append(f"{'=' if os.path.lexists(target) else '+'}{Path(target).relative_to(site).as_posix()}")
        place(source, target)

    def unlink(path: Any, **given: Any) -> None:
        if Path(path).is_relative_to(site) and PREFIX not in str(path):
            done.append(f"-{Path(path).relative_to(site).as_posix()}")
        remove(path, **given)

    monkeypatch.setattr(os, "replace", replace_file)
    monkeypatch.setattr(os, "unlink", unlink)
    return done


def test_new_things_come_first_and_what_is_gone_goes_last(site: Path, steps: list[str]) -> None:
    put(site, NEW)
    assert steps == [
        "+assets/new.js",
        "+ical/uusi.ics",
        "+new",
        "+same/more",
        "=assets/a.css",
        "=ical/kaikki.ics",
        "=search/index.json",
        "=index.html",
        "-gone/index.html",
        "-assets/gone.js",
    ]
    assert files(site) == NEW
    assert sorted(path.name for path in site.iterdir()) == ["assets", "ical", "index.html", "new", "same", "search"]


@pytest.mark.parametrize("number", range(10))
def test_an_accident_at_any_step_leaves_every_address_whole(
    site: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter(range(number))

    def failing(real: Any) -> Any:
        def call(path: Any, *given: Any, **named: Any) -> Any:
            if str(path).startswith(str(site)) and not named and next(left, None) is None:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            return real(path, *given, **named)

        return call

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing(os.replace))
        patched.setattr(os, "unlink", failing(os.unlink))
        with pytest.raises(OSError, match="space"):
            put(site, NEW)
    found = files(site)
    assert {name: text for name, text in found.items() if text not in (OLD.get(name), NEW.get(name))} == {}
    # Whatever a page of either time leads to is there.
    assert OLD.keys() <= found.keys() or all(text == found.get(name) for name, text in NEW.items())
    put(site, NEW)
    assert files(site) == NEW


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"file"}, {"a/index.html": b"page"}),
        ({"a/index.html": b"page", "a/b/c": b"x"}, {"a": b"file"}),
        ({"a": b""}, {"a": b"longer"}),
        ({}, {}),
    ],
)
def test_a_file_may_become_a_folder(tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    put(tmp_path, before)
    put(tmp_path, after)
    assert files(tmp_path) == after


def test_links_of_the_owner_stay(site: Path, tmp_path: Path) -> None:
    copytree(site / "ical", tmp_path / "calendars")
    for path in (site / "ical").iterdir():
        path.unlink()
    (site / "ical").rmdir()
    (site / "ical").symlink_to(tmp_path / "calendars")
    (site / "others").symlink_to(tmp_path / "calendars")
    put(site, NEW)
    assert (site / "ical").is_symlink()
    assert (site / "others").is_symlink()
    assert files(tmp_path / "calendars") == {"kaikki.ics": b"new feed", "uusi.ics": b"new"}


def test_a_part_of_the_folder_may_lie_on_another_disk(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = os.replace

    def replace_file(source: str, target: str) -> None:
        if PREFIX in str(Path(source).parent) and Path(target).is_relative_to(site / "ical"):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), source)
        place(source, target)

    monkeypatch.setattr(os, "replace", replace_file)
    put(site, NEW | {"ical/2027/tammikuu.ics": b"new"})
    assert files(site) == NEW | {"ical/2027/tammikuu.ics": b"new"}


def test_a_name_in_another_case_may_be_the_same_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As on such a system: the folder lists the file by the old spelling, and finds it by the new one.
    (site / "Ohje.html").write_bytes(b"old")
    monkeypatch.setattr(os.path, "samefile", lambda first, second: first.lower() == second.lower())
    put(site, NEW | {"ohje.html": b"new"})
    assert (site / "Ohje.html").exists()
    monkeypatch.undo()
    put(site, NEW | {"ohje.html": b"new"})
    assert files(site) == NEW | {"ohje.html": b"new"}


@pytest.mark.skipif(sys.platform == "win32", reason="folders can't be locked there")
def test_who_waits_too_long_gives_up(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "LONGEST_WAIT", 0.2)
    first, second = Staging(site), Staging(site)
    first.open()
    told: list[str] = []
    with pytest.raises(BusyError):
        second.open(lambda: told.append("waiting"))
    assert told == ["waiting"]
    assert first.is_open
    assert not second.is_open
    first.close()
    second.open()
    second.close()
    assert files(site) == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="folders can't be locked there")
def test_two_at_once_write_one_after_the_other(site: Path) -> None:
    contents = [NEW, OLD | {"third/index.html": b"third"}]
    threads = [threading.Thread(target=put, args=(site, content)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert files(site) in contents


def test_a_folder_that_may_not_be_written_to_is_left_alone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = os.mkdir

    def mkdir(path: Any, *given: Any, **named: Any) -> None:
        if PREFIX in str(path):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        make(path, *given, **named)

    monkeypatch.setattr(os, "mkdir", mkdir)
    for folder in (site, site / "below" / "it"):
        with pytest.raises(OSError, match="Read-only"):
            put(folder, NEW)
    assert files(site) == OLD
    assert not (site / "below").exists()
