"""The picture of an event on its poster: where there is room for it, and only one that a printer can take."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime

import pytest
from PIL import Image
from tests.pages.small_region import context, event, places, text
from tests.prints.test_typesetting import kinds_of, whole
from tests.prints.week_posters import poster, read_back, words_of

from seurantalo.model.community import Community
from seurantalo.model.parts import Image as Picture
from seurantalo.publishing.prints import Format, Poster, Size, poster_of, sheet

EMPTY = "lasten-leikkipaiva-savonjarvi"


def photo(width: int = 300, height: int = 200) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#9bb").save(file, "JPEG")
    return file.getvalue()


def figures(made: Poster) -> list[str]:
    """What a screen reader hears of the figures of a poster."""
    content = sheet(made, Format.PDF)
    root = whole(read_back(content).trailer["/Root"])
    assert kinds_of(root).count("Figure") >= 1
    found = []

    def walk(node: object) -> None:
        node = whole(node) if hasattr(node, "get_object") else node
        if isinstance(node, dict):
            if node.get("/S") == "/Figure":
                found.append(str(node.get("/Alt")))
            walk(node.get("/K"))
        elif isinstance(node, list):
            for one in node:
                walk(one)

    walk(root["/StructTreeRoot"])
    return found


def test_it_is_shown_where_there_is_room_and_said_in_words() -> None:
    made = replace(poster(EMPTY), photo=photo(), photo_words="Lapset hyppäävät narua")
    assert figures(made) == ["Lapset hyppäävät narua", "QR-koodi: tapahtuman sivu"]
    assert words_of(sheet(made, Format.PDF)) == words_of(sheet(poster(EMPTY), Format.PDF))


def test_it_takes_the_place_of_no_words() -> None:
    full = replace(poster(EMPTY), sentences=("Tässä on lause, joka on melko pitkä ja kertoo tapahtumasta.",) * 16)
    shown = replace(full, photo=photo(), photo_words="Kuva")
    assert figures(shown) == ["QR-koodi: tapahtuman sivu"]
    assert "Tässä on lause" in words_of(sheet(shown, Format.PDF))


@pytest.mark.parametrize("content", [b"no picture", photo()[:50], b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"<svg/>"])
def test_one_that_cannot_be_read_is_left_out(content: bytes) -> None:
    made = replace(poster(EMPTY), photo=content, photo_words="Kuva")
    assert sheet(made, Format.PDF) == sheet(replace(made, photo=b""), Format.PDF)


@pytest.mark.parametrize(
    ("name", "size", "weight", "taken"),
    [
        ("kuvat/a.jpg", (300, 200), 100, True),
        ("kuvat/a.WEBP", (300, 200), 100, True),
        ("kuvat/a.svg", (300, 200), 100, False),
        ("kuvat/a.jpg", (6_000, 5_000), 100, False),
        ("kuvat/a.jpg", (300, 200), 1_000_001, False),
        ("kuvat/a.jpg", None, 100, False),
    ],
)
def test_which_ones_a_poster_takes(name: str, size: tuple[int, int] | None, weight: int, *, taken: bool) -> None:
    picture = Picture(file=name, alt=text("Talo"))
    made = event("konsertti", datetime(2027, 3, 20, 18), image=picture)
    ctx = context(*places(), made)
    records = [record for table in ctx.community.by_kind.values() for record in table.values()]
    asked: list[str] = []

    def written(path: str) -> bytes:
        asked.append(path)
        return b"x" * weight

    ctx = replace(ctx, community=Community(records, {name: size} if size else {}), written=written)
    one = ctx.calendar.of_event("konsertti")[0]
    assert bool(poster_of(ctx, one).photo) is taken
    assert asked in ([], [f"content/{name}"])
    assert poster_of(ctx, one, Size.PICTURE).photo == b""
    assert poster_of(ctx, one).photo_words == "Talo"
