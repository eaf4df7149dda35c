"""What is known of an earlier build: used where all is as it was, and never believed where anything is not."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

import pytest

from seurantalo.earlier_build import EarlierBuild, Made

KEYS = (("event", "tanssit"), ("day", "vimpeli", "2027-03-20"))


def build(folder: Path, ground: str = "ground", **answers: bytes) -> EarlierBuild:
    known = {"event": b"1", "day": b"2", **answers}
    return EarlierBuild(folder / "store.json", folder / "site", ground, lambda key: known.get(key[0]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a site, and what a build knows of it."""
    (tmp_path / "site").mkdir()
    for name in ("a.html", "b.html", "c.html"):
        (tmp_path / "site" / name).write_bytes(name.encode())
    first = build(tmp_path)
    first.take([Made("a.html", KEYS, ["A"]), Made("c.html", (("nobody", "knows"),))], "shell")
    first.take([Made("b.html", KEYS[:1])])
    first.save()
    return tmp_path


def test_what_would_read_the_same_is_there(folder: Path) -> None:
    again = build(folder)
    assert again.has("a.html", "shell")
    assert again.entry("a.html") == ["A"]
    assert again.has("b.html")
    assert not again.has("a.html", "another shell")
    assert not again.has("c.html", "shell")
    assert not again.has("d.html")


def test_what_would_read_something_else_is_not(folder: Path) -> None:
    again = build(folder, day=b"3")
    assert not again.has("a.html", "shell")
    assert again.has("b.html")


def test_nothing_stands_on_other_ground(folder: Path) -> None:
    assert not build(folder, "other").has("b.html")


def test_a_store_of_another_site_is_none(folder: Path) -> None:
    (folder / "site").rename(folder / "moved")
    moved = EarlierBuild(folder / "store.json", folder / "moved", "ground", lambda _: b"1")
    assert not moved.has("b.html")


def test_a_file_that_is_not_as_it_was_left_is_made_again(folder: Path) -> None:
    site = folder / "site"
    (site / "b.html").write_bytes(b"longer than before")
    (site / "a.html").write_bytes(b"A.HTML")
    os.utime(site / "a.html", ns=(1, 1))
    again = build(folder)
    assert not again.has("b.html")
    assert not again.has("a.html", "shell")
    (site / "b.html").unlink()
    assert not build(folder).has("b.html")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no time that only the system sets")
def test_a_time_that_was_set_back_deceives_nobody(folder: Path) -> None:
    file = folder / "site" / "b.html"
    before = file.stat()
    file.write_bytes(b"B.HTML")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not build(folder).has("b.html")


def test_a_damaged_store_is_none(folder: Path) -> None:
    store = folder / "store.json"
    whole = store.read_bytes()
    body = whole[16:]
    foreign = (b"[]", b"{}", b'"x"', body.replace(b'"keys":', b'"keis":'), body.replace(b'["event","tanssit"]', b"7"))
    damaged = [b"", whole[:10], whole[:-1], whole[:40] + b"?" + whole[41:], b"\x80\x04N."]
    for content in (*damaged, *(blake2b(one, digest_size=16).digest() + one for one in foreign)):
        store.write_bytes(content)
        assert not build(folder).has("b.html")
    store.unlink()
    store.mkdir()
    assert not build(folder).has("b.html")


def test_what_is_kept_is_known_the_next_time_too(folder: Path) -> None:
    second = build(folder)
    second.keep(["a.html"])
    second.save()
    third = build(folder)
    assert third.has("a.html", "shell")
    assert not third.has("b.html")


def test_a_folder_that_takes_nothing_keeps_nothing(folder: Path) -> None:
    (folder / "file").touch()
    build = EarlierBuild(folder / "file" / "store.json", folder / "site", "ground", lambda _: b"1")
    build.take([Made("b.html", KEYS)])
    build.save()
    assert (folder / "file").read_bytes() == b""
