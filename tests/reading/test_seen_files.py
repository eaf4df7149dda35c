"""A file of an event is not opened again while it is as it was, and read anew after whatever is done to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from seurantalo.kept_json import write_kept
from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.reading import Memory, read_community
from seurantalo.reading import memory as memories
from seurantalo.reading.kept.seen import SeenFiles
from seurantalo.reading.kept.store import Store

TODAY = date(2027, 1, 4)
#: Files were settled then, however young they are.
LATER = 1 << 62
PLACE = "tyyppi: yhdistys\nnimi: Seurala\nkunta: vimpeli\n"
TEXT = "otsikko: Tanssit\nalkaa: 2027-05-01 klo 18\njärjestäjä: seurala\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(memories, "_MANY", 1)
    files = {
        "content/municipalities/vimpeli.yml": "nimi: Vimpeli\nmissä: Vimpelissä\n",
        "content/organisations/seurala.yml": PLACE,
        "events/tanssit.yml": TEXT,
        "events/konsertti.yml": TEXT.replace("Tanssit", "Konsertti"),
    }
    for name, text in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def titles(root: Path, opened: list[str] | None = None, now: int = LATER) -> dict[str, str]:
    memory = Memory(Store(root.parent / "kept"), SeenFiles(root.parent / "kept.seen", now))
    with pytest.MonkeyPatch.context() as patch:
        usual = os.open

        def noted(place: str, flags: int, *rest: int) -> int:
            if opened is not None and place.startswith(f"{root}/events/"):
                opened.append(place.removeprefix(f"{root}/events/"))
            return usual(place, flags, *rest)

        patch.setattr(os, "open", noted)
        reading = read_community(root, root / "content", Settings(), TODAY, dict, memory)
    memory.save()
    memory.forget()
    assert not reading.errors
    return {one.id: one.title.in_language("fi") for one in reading.records if isinstance(one, Event)}


def test_files_that_are_as_they_were_are_not_opened(root: Path) -> None:
    opened: list[str] = []
    first = titles(root)
    assert titles(root, opened) == first == {"konsertti": "Konsertti", "tanssit": "Tanssit"}
    assert opened == []


def _written(file: Path) -> None:
    state = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("Tanssit", "Valssit"), encoding="utf-8")
    # As long as before, and with the time of before.
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def _replaced(file: Path) -> None:
    other, state = file.with_name("uusi"), file.stat()
    other.write_text(file.read_text(encoding="utf-8").replace("Tanssit", "Valssit"), encoding="utf-8")
    os.utime(other, ns=(state.st_atime_ns, state.st_mtime_ns))
    other.replace(file)


@pytest.mark.parametrize("change", [_written, _replaced])
def test_a_change_of_the_same_length_and_time_is_seen(root: Path, change: Callable[[Path], None]) -> None:
    titles(root)
    change(root / "events/tanssit.yml")
    opened: list[str] = []
    assert titles(root, opened)["tanssit"] == "Valssit"
    assert opened == ["tanssit.yml"]


def test_what_changed_just_now_is_looked_into_again(root: Path) -> None:
    now = (root / "events/tanssit.yml").stat().st_ctime_ns
    titles(root, now=now)
    opened: list[str] = []
    titles(root, opened, now)
    assert len(opened) == 2


@pytest.mark.parametrize(
    "content", [b"", b"damaged", b"\0" * 50, b'\0\0\0\0{"form":"seurantalo-seen-2","files":{"x":1}}']
)
def test_what_is_damaged_is_not_there(root: Path, content: bytes) -> None:
    first = titles(root)
    (root.parent / "kept.seen").write_bytes(content)
    assert titles(root) == first


@pytest.mark.parametrize("row", [None, [], [1], "", "x", "1 2 3 4 zz", 5])
def test_strange_rows_mean_nothing(tmp_path: Path, row: object) -> None:
    file = tmp_path / "tanssit.yml"
    file.write_text("x", encoding="utf-8")
    write_kept(tmp_path / "kept.seen", {"form": "seurantalo-seen-2", "files": {str(file): row}})
    known = SeenFiles(tmp_path / "kept.seen", LATER)
    known.begin()
    assert known.digest(str(file)) is None
