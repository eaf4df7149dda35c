"""What was laid aside is read as it was, here and in copies of the process, which do not disturb each other."""

from __future__ import annotations

import os
import sys

import pytest

from seurantalo.laid_aside import Aside
from seurantalo.model.text import Text
from seurantalo.processes import done

WORDS = (b"", b"Tanssit", bytes(range(256)) * 5_000, b"Kahvit")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is laid aside there")


def read(aside: Aside, *words: bytes) -> list[bytes]:
    return [laid.read() for laid in [aside.lay(each) for each in words] if laid is not None]


def test_all_is_read_as_it_was() -> None:
    assert read(Aside(), *WORDS) == [*WORDS]


def test_what_a_copy_of_the_process_lays_aside_is_its_own() -> None:
    aside = Aside()
    first = aside.lay(b"Tanssit")

    def beside() -> list[bytes]:
        return [*read(aside, b"KAHVIT!"), first.read() if first else b""]

    assert list(done([beside, beside], 2)) == [[b"KAHVIT!", b"Tanssit"]] * 2
    assert first is not None
    assert (first.read(), read(aside, b"Retki")) == (b"Tanssit", [b"Retki"])


def test_what_there_is_no_room_for_stays_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "pwrite", full)
    assert Aside().lay(b"Tanssit") is None
    words = "Tanssit ja kahvit. " * 40
    assert Text.plain(words).packed.in_language("fi") == words


def test_a_long_text_is_the_same_in_less_memory() -> None:
    text = Text.plain("Tanssit ja kahvit. " * 40)
    assert text.packed is not text
    assert text.packed.versions == text.versions
    assert text.packed.packed.in_language("sv") == text.in_language("sv")
