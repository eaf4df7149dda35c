"""What is known of an earlier build: used where all is as it was, and never believed where anything is not."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import pytest

from seurantalo.earlier_build import EarlierBuild, Made
from seurantalo.publishing.traces.answered import Answered, Change, Key, Now

KEYS = (("event", "tanssit"), ("day", "vimpeli", "2027-03-20"))
#: What each event says.
PARTS = {"tanssit": "1", "tori": "1"}
#: What each question is answered with: events, and what else.
ANSWERS = {"event": ({"tanssit"}, ""), "day": ({"tanssit", "tori"}, "2")}


def build(
    folder: Path,
    ground: str = "ground",
    *,
    parts: Mapping[str, str] = PARTS,
    store: str = "store.json",
    **answers: tuple[set[str], str] | None,
) -> EarlierBuild:
    known: Mapping[str, tuple[set[str], str] | None] = {**ANSWERS, **answers}
    now = Now(lambda keys: [known.get(key[0]) for key in keys], parts)
    return EarlierBuild(folder / store, folder / "site", ground, now)


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
    others: tuple[tuple[set[str], str] | None, ...] = (
        ({"tanssit", "tori"}, "3"),
        ({"tanssit"}, "2"),
        ({"tanssit", "torvi"}, "2"),
        ({"tanssit", "tori", "torvi"}, "2"),
        None,
    )
    for day in others:
        again = build(folder, parts={**PARTS, "torvi": "1"}, day=day)
        assert not again.has("a.html", "shell")
        assert again.has("b.html")


@pytest.mark.parametrize("parts", [{"tanssit": "1", "tori": "2"}, {"tanssit": "1"}])
def test_a_part_that_is_not_as_it_was_is_seen_by_whom_it_is_part_of(folder: Path, parts: dict[str, str]) -> None:
    again = build(folder, parts=parts)
    assert not again.has("a.html", "shell")
    assert again.has("b.html")


def test_nothing_stands_on_other_ground(folder: Path) -> None:
    assert not build(folder, "other").has("b.html")


def test_a_store_of_another_site_is_none(folder: Path) -> None:
    again = build(folder)
    (folder / "site").rename(folder / "moved")
    moved = EarlierBuild(folder / "store.json", folder / "moved", "ground", again.now)
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


def test_who_reads_something_new_is_known_with_what_others_read(folder: Path) -> None:
    """The numbers of questions and events are others then; what stays is known as before."""
    parts = {"aamu": "1", **PARTS}
    second = build(folder, parts=parts, aamut=({"aamu", "tori"}, ""))
    second.keep(["a.html"])
    second.take([Made("b.html", (("aamut", "x"), KEYS[0]))])
    second.save()
    third = build(folder, parts=parts, aamut=({"aamu", "tori"}, ""))
    assert third.has("a.html", "shell")
    assert third.has("b.html")
    fourth = build(folder, parts={**parts, "aamu": "2"}, aamut=({"aamu", "tori"}, ""))
    assert fourth.has("a.html", "shell")
    assert not fourth.has("b.html")


def test_nothing_is_written_where_nothing_was_made(folder: Path) -> None:
    store = folder / "store.json"
    os.utime(store, ns=(1, 1))
    before = store.read_bytes(), store.stat().st_ino
    second = build(folder)
    second.keep(["a.html", "b.html"])
    second.save()
    assert (store.read_bytes(), store.stat().st_ino) == before
    # Of stores that nobody needs the oldest go.
    assert store.stat().st_mtime_ns > 1
    less = build(folder)
    less.keep(["a.html"])
    less.save()
    assert not build(folder).has("b.html")


def test_a_folder_that_takes_nothing_keeps_nothing(folder: Path) -> None:
    (folder / "file").touch()
    first = build(folder, store="file/store.json")
    first.take([Made("b.html", KEYS)])
    first.save()
    assert (folder / "file").read_bytes() == b""


def test_a_fact_holds_as_long_as_what_it_follows_from(folder: Path) -> None:
    first = build(folder)
    first.keep(["a.html", "b.html"])
    first.learn({"size": ([700, 1], KEYS[:1]), "count": (2, KEYS), "whatever": (1, [("nobody", "knows")])})
    first.save()
    same, other = build(folder), build(folder, parts={"tanssit": "1", "tori": "2"})
    assert [same.fact(name) for name in ("size", "count", "whatever", "nothing")] == [[700, 1], 2, None, None]
    assert [other.fact(name) for name in ("size", "count")] == [[700, 1], None]
    # What holds is known the next time too, asked for or not.
    other.take([Made("a.html", KEYS)])
    other.save()
    assert build(folder, parts={"tanssit": "1", "tori": "2"}).fact("size") == [700, 1]


@pytest.mark.parametrize(
    ("parts", "outlines", "asked"),
    [
        (PARTS, "11", {"always"}),
        ({**PARTS, "tori": "2"}, "11", {"always", "told"}),
        ({**PARTS, "tori": "2"}, "12", {"always", "told", "outline"}),
        ({**PARTS, "uusi": "1"}, "11", {"always", "told", "outline"}),
        ({"tanssit": "1"}, "11", {"always", "told", "outline"}),
    ],
)
def test_asked_is_what_a_change_can_have_answered_otherwise(
    parts: Mapping[str, str], outlines: str, asked: set[str]
) -> None:
    since = {"always": Change.NONE, "told": Change.TOLD, "outline": Change.OUTLINE}
    seen: list[str] = []

    def ask(keys: Sequence[Key]) -> list[tuple[set[str], str]]:
        seen.extend(key[0] for key in keys)
        return [({"tanssit"}, "") for _ in keys]

    first = Now(ask, PARTS, dict.fromkeys(PARTS, "1").__getitem__, since.__getitem__)
    known, _ = _known(first, list(since))
    seen.clear()
    outline = {**dict(zip(PARTS, outlines, strict=True)), "uusi": "1"}
    assert known.changed(Now(ask, parts, outline.__getitem__, since.__getitem__)) == frozenset()
    assert set(seen) == asked


def _known(now: Now, names: list[str]) -> tuple[Answered, Mapping[int, int]]:
    known = Answered()
    return known.again({*known.numbers_of([(name, "x") for name in names])}, now)
