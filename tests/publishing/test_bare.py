"""Pictures are published without their notes, and look the same to the last dot."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from seurantalo.publishing.photos.bare import bare

WORDS = b"Kylan kuvaaja"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Kylan kuvaaja</dc:creator></x:xmpmeta>'
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def drawn(seed: int = 0) -> Image.Image:
    return Image.linear_gradient("L").resize((90, 60)).rotate(seed * 40).convert("RGB")


def notes(turn: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = turn
    exif[0x013B] = WORDS.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (63.0, 8.0, 30.0), 3: "E", 4: (23.0, 49.0, 12.0)})
    return exif


def png_notes() -> PngImagePlugin.PngInfo:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", WORDS.decode())
    told.add_text("Comment", WORDS.decode(), zip=True)
    told.add_itxt("Title", WORDS.decode())
    return told


MANNERS: dict[str, tuple[str, dict[str, Any]]] = {
    "jpeg": ("JPEG", {"exif": notes(), "comment": WORDS, "xmp": XMP, "icc_profile": PROFILE}),
    "progressive": ("JPEG", {"exif": notes(), "progressive": True, "restart_marker_blocks": 3}),
    "png": ("PNG", {"exif": notes(), "pnginfo": png_notes(), "icc_profile": PROFILE}),
    "webp": ("WEBP", {"exif": notes(), "xmp": XMP, "icc_profile": PROFILE}),
    "lossless": ("WEBP", {"exif": notes(), "lossless": True}),
    "gif": ("GIF", {"comment": WORDS, "save_all": True, "append_images": [drawn(1), drawn(2)], "loop": 0}),
    "moving png": ("PNG", {"pnginfo": png_notes(), "save_all": True, "append_images": [drawn(1)]}),
    "moving webp": ("WEBP", {"exif": notes(), "save_all": True, "append_images": [drawn(1)]}),
}


def saved(kind: str, more: dict[str, Any]) -> bytes:
    out = BytesIO()
    drawn().save(out, kind, **more)
    return out.getvalue()


def frames(content: bytes) -> list[bytes]:
    with Image.open(BytesIO(content)) as picture:
        found = []
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            found.append(ImageOps.exif_transpose(picture).convert("RGBA").tobytes())
        return found


@pytest.mark.parametrize("manner", MANNERS)
def test_the_picture_stays_and_the_notes_go(manner: str) -> None:
    written = saved(*MANNERS[manner])
    # What lies behind the picture's end: phones put a second picture there, with notes of its own.
    shown = bare(written + b"\xff\xd8\xff\xe1 and " + WORDS)
    assert frames(shown) == frames(written)
    assert [word for word in (WORDS, b"Exif", b"xmpmeta", b"eXIf", b"EXIF") if word in shown] == []
    with Image.open(BytesIO(shown)) as picture, Image.open(BytesIO(written)) as before:
        assert not picture.getexif()
        assert picture.info.get("icc_profile") == before.info.get("icc_profile")
        assert picture.info.get("loop") == before.info.get("loop")
    assert bare(shown) == shown


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_stays_turned_as_it_is(turn: int) -> None:
    written = saved("JPEG", {"exif": notes(turn)})
    shown = bare(written)
    assert frames(shown) == frames(written)
    assert WORDS not in shown
    with Image.open(BytesIO(shown)) as picture:
        assert dict(picture.getexif()) == ({0x0112: turn} if turn > 1 else {})
    assert bare(shown) == shown


@pytest.mark.parametrize("content", [b"", b"# Teksti", b"%PDF-1.7", b"<svg/>", saved("BMP", {})])
def test_what_is_no_picture_of_ours_stays_as_it_is(content: bytes) -> None:
    assert bare(content) == content


@given(st.sampled_from(sorted(MANNERS)), st.integers(0, 3_000), st.binary(max_size=9))
def test_nothing_damaged_makes_it_fail(manner: str, at: int, noise: bytes) -> None:
    content = saved(*MANNERS[manner])
    cut = content[: at % len(content)]
    assert len(bare(cut + noise)) <= len(cut + noise) + 40
    bare(cut + noise + content[len(cut) + len(noise) :])
