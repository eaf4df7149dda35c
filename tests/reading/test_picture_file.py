"""A picture that pages are to show is one to its end, not only at its beginning."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.reading.test_community_reader import TODAY, project

from seurantalo.model.settings import Settings
from seurantalo.reading import read_community


def saved(kind: str) -> bytes:
    out = BytesIO()
    Image.effect_noise((300, 200), 90).convert("RGB").save(out, kind)
    return out.getvalue()


def larger_than_said() -> bytes:
    """A GIF whose first frame is larger than the screen that it names."""
    return (
        b"GIF89a" + struct.pack("<HH", 8, 8) + bytes(3) + b"," + struct.pack("<HHHH", 0, 0, 60_000, 60_000) + bytes(9)
    )


def bomb() -> bytes:
    """A PNG that says it is small in a chunk, and unpacks to more than it says."""
    body = zlib.compress(bytes(9_000_000))
    head = struct.pack(">IIBBBBB", 40, 40, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(one)) + kind + one + struct.pack(">I", zlib.crc32(kind + one)) for kind, one in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def codes(root: Path, name: str, content: bytes) -> list[tuple[str, int]]:
    (root / "content" / "kuvat" / name).write_bytes(content)
    with (root / "events" / "kevatkonsertti.yml").open("a", encoding="utf-8") as event:
        event.write(f"kuva: {{tiedosto: kuvat/{name}, vaihtoehtoinen teksti: Talo}}\n")
    return [(one.code, one.line) for one in read_community(root, root / "content", Settings(), TODAY).problems]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_file_that_was_cut_on_its_way_is_told(tmp_path: Path, kind: str) -> None:
    whole, name = saved(kind), f"talo-uusi.{kind.lower()}"
    root = project(tmp_path)
    line = (root / "events" / "kevatkonsertti.yml").read_text(encoding="utf-8").count("\n") + 1
    assert codes(root, name, whole[: len(whole) // 2]) == [("picture-unreadable", line)]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_whole_one_is_not(tmp_path: Path, kind: str) -> None:
    assert codes(project(tmp_path), f"talo-uusi.{kind.lower()}", saved(kind)) == []


def test_what_says_one_size_and_is_another_is_not_unpacked(tmp_path: Path) -> None:
    assert [code for code, _ in codes(project(tmp_path), "iso.gif", larger_than_said())] == ["picture-unreadable"]


def test_more_data_than_dots_do_no_harm(tmp_path: Path) -> None:
    assert codes(project(tmp_path), "pommi.png", bomb()) == []
