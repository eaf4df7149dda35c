"""Contributed pictures in the sizes of screens: light, upright, with nothing but the picture in their files."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms
from tests.pages.small_region import context, event, places, text

from seurantalo.kept_bytes import KeptBytes
from seurantalo.model.community import Community
from seurantalo.model.organisation import Organisation
from seurantalo.model.parts import Image as Picture
from seurantalo.model.place import Venue
from seurantalo.model.practice import Practice
from seurantalo.publishing.pages.event.page import event_page
from seurantalo.publishing.pages.event.surroundings import surroundings
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.venue import venue_pages
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.wiki.practice.library import library_page
from seurantalo.publishing.pages.wiki.practice.page import practice_pages
from seurantalo.publishing.photos import Form, sized
from seurantalo.publishing.photos.files import photo_files
from seurantalo.publishing.photos.shrink import shrink

SIZES = [(1600, 1200), (3000, 400), (700, 1000), (90, 60), (1, 1), (4000, 1), (2, 4000)]


def photo(size: tuple[int, int] = (1600, 1200), kind: str = "JPEG", **more: Any) -> bytes:
    """A picture whose left half is red and whose right half is blue, with leaves in between."""
    made = Image.new("RGB", size, "#b02020")
    made.paste("#2020b0", (size[0] // 2, 0, *size))
    out = BytesIO()
    made.save(out, kind, **more)
    return out.getvalue()


def shrunk(content: bytes, size: tuple[int, int]) -> dict[tuple[int, Form], Image.Image]:
    plan = sized("kuvat/talo.jpg", size)
    made = shrink(content, plan)
    return {one: Image.open(BytesIO(each)) for one, each in zip(plan.files(), made, strict=True)}


def test_sizes_of_a_large_picture() -> None:
    plan = sized("kuvat/talo.jpg", (1600, 1200))
    assert [f"{width} {form}" for width, form in plan.files()] == [
        "400 avif",
        "400 webp",
        "800 avif",
        "800 webp",
        "800 jpg",
    ]
    assert plan.path(400, Form.AVIF) == "assets/seurantalo/kuvat/51ec24a2e0a1bff6-400.avif"


@pytest.mark.parametrize("size", SIZES)
def test_each_file_is_what_its_name_says(size: tuple[int, int]) -> None:
    plan = sized("kuvat/talo.jpg", size)
    for (width, form), made in shrunk(photo(size), size).items():
        assert made.format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[form]
        assert made.width == width
        assert width <= size[0]
    assert made.height == plan.height


@pytest.mark.parametrize("kind", ["GIF", "JPEG", "PNG", "WEBP"])
def test_it_shows_the_same(kind: str) -> None:
    for made in shrunk(photo(kind=kind), (1600, 1200)).values():
        left, right = made.convert("RGB").getpixel((40, 90)), made.convert("RGB").getpixel((made.width - 40, 90))
        assert isinstance(left, tuple)
        assert isinstance(right, tuple)
        assert left[0] > 120 > left[2]
        assert right[2] > 120 > right[0]


def test_it_is_turned_upright_and_says_nothing_of_who_took_it() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x013B] = "Kylan kuvaaja"
    exif.get_ifd(0x8825).update({1: "N", 2: (63.0, 8.0, 30.0), 3: "E", 4: (23.0, 49.0, 12.0)})
    content = photo(exif=exif, comment=b"vain meille")
    assert b"Kylan kuvaaja" in content
    assert b"vain meille" in content
    plan = sized("kuvat/talo.jpg", (1200, 1600))
    for (_, form), made in zip(plan.files(), shrink(content, plan), strict=True):
        assert [word for word in (b"Exif", b"EXIF", b"Kylan", b"vain meille", b"http") if word in made] == [], form
        shown = Image.open(BytesIO(made)).convert("RGB")
        assert shown.height > shown.width
        top, bottom = shown.getpixel((50, 40)), shown.getpixel((50, shown.height - 40))
        assert isinstance(top, tuple)
        assert isinstance(bottom, tuple)
        assert top[0] > 120 > top[2]
        assert bottom[2] > 120 > bottom[0]


def test_even_gravel_stays_within_the_budget() -> None:
    gravel = Image.merge("RGB", [Image.effect_noise((1600, 1200), 200) for _ in range(3)])
    out = BytesIO()
    gravel.save(out, "JPEG", quality=85)
    plan = sized("kuvat/sora.jpg", (1600, 1200))
    for (width, form), made in zip(plan.files(), shrink(out.getvalue(), plan), strict=True):
        assert len(made) <= 60_000 * width // 800, form


def test_what_can_be_seen_through_lies_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (300, 200), (0, 0, 0, 0)).save(out, "PNG")
    for made in shrunk(out.getvalue(), (300, 200)).values():
        assert made.convert("RGB").getpixel((9, 9)) == (255, 255, 255)


def test_what_moves_stands_still() -> None:
    frames = [Image.new("RGB", (500, 300), colour) for colour in ("#b02020", "#2020b0")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=90)
    for made in shrunk(out.getvalue(), (500, 300)).values():
        assert getattr(made, "n_frames", 1) == 1


def test_colours_of_a_wide_screen_become_those_of_every_screen() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for made in shrunk(photo(icc_profile=profile), (1600, 1200)).values():
        assert not made.info.get("icc_profile")


def bomb() -> bytes:
    """A PNG of a few kilobytes that says it has 900 million dots."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(2_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", photo()[:900], bomb(), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + bytes(40)],
    ids=["empty", "words", "cut", "bomb", "svg", "gif"],
)
def test_what_is_no_picture_becomes_an_even_colour(content: bytes) -> None:
    for made in shrunk(content, (800, 600)).values():
        few = made.convert("RGB").quantize(4).getcolors()
        assert few is not None
        assert max(count for count, _ in few) >= made.width * made.height * 0.9


def region(**more: Any) -> PageContext:
    shown = Picture(file="kuvat/tyn's talo,1.jpg", alt=text('Talo "illalla" & kuu'), credit="Kylän <kuvaajat>")
    one = event("talkoot", date(2027, 5, 1), image=shown)
    made = context(*places(), one)
    community = Community([*places(), one], {shown.file: (1600, 1200)})
    return replace(made, community=community, **more)


def test_a_page_has_room_for_it_and_no_word_gets_out() -> None:
    ctx = region()
    body = event_page(ctx, surroundings(ctx), ctx.community.events["talkoot"]).body
    found = re.search(r"<figure.*?</figure>", body)
    assert found
    stem = sized("kuvat/tyn's talo,1.jpg", (1600, 1200)).stem
    there = f"../../{stem}"
    wide = "(min-width: 52em) 50em, 94vw"
    assert found[0] == (
        '<figure class="st-figure"><picture>'
        f'<source type="image/avif" srcset="{there}-400.avif 400w, {there}-800.avif 800w" sizes="{wide}">'
        f'<source type="image/webp" srcset="{there}-400.webp 400w, {there}-800.webp 800w" sizes="{wide}">'
        f'<img src="{there}-800.jpg" alt="Talo &#34;illalla&#34; &amp; kuu" width="800" height="600" loading="lazy"'
        ' decoding="async"></picture><figcaption>Kuva: Kylän &lt;kuvaajat&gt;</figcaption></figure>'
    )


def test_every_file_that_a_page_names_is_made() -> None:
    ctx = region(written={"content/kuvat/tyn's talo,1.jpg": photo()}.get)
    body = event_page(ctx, surroundings(ctx), ctx.community.events["talkoot"]).body
    named = set(re.findall(r"\.\./\.\./(assets/seurantalo/kuvat/[\w.-]+)", body))
    files = list(photo_files(ctx))
    assert [file.path for file in files] == sorted(named)
    assert list(photo_files(ctx)) == files


def test_a_picture_that_has_gone_since_has_its_files() -> None:
    assert len(list(photo_files(region()))) == 5


def test_what_was_made_is_kept_and_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    store, made = KeptBytes(tmp_path / "kept"), []

    def built(content: bytes) -> list[bytes]:
        def kept(key: str, make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
            def counted() -> tuple[bytes, ...]:
                made.append(key)
                return make()

            return store(key, counted)

        return [file.content for file in photo_files(region(written=lambda _: content, kept=kept))]

    first = built(photo())
    (one,) = store.folder.iterdir()
    assert built(photo()) == first
    assert len(made) == 1
    assert built(photo(kind="PNG")) != first
    assert len(set(made)) == len(made) == 2
    for damage in (one.read_bytes()[:-1] + b"?", b"", b"x"):
        one.write_bytes(damage)
        assert built(photo()) == first
    assert len(made) == 5


def test_venues_organisations_and_practices_show_theirs_first_and_on_cards() -> None:
    wide, emblem = (Picture(file=f"kuvat/{name}", alt=text(f"Kuvassa {name}")) for name in ("a.jpg", "b.png"))
    records = [replace(one, image=emblem) if isinstance(one, Organisation) else one for one in places()]
    records = [replace(one, image=wide) if isinstance(one, Venue | Practice) else one for one in records]
    ctx = replace(context(*records), community=Community(records, {wide.file: (1600, 900), emblem.file: (90, 90)}))
    pages = [*venue_pages(ctx), *organisation_pages(ctx), *practice_pages(ctx)]
    assert len(pages) == len([one for one in records if isinstance(one, Organisation | Practice | Venue)])
    for page in pages:
        head = page.body[: page.body.index("</header>")]
        assert head.count("<img ") == 1, page.address
        assert "lazy" not in head
        assert "st-cover" not in head
        # An emblem does not grow over the whole column.
        assert ("st-figure--wide" in head) == ("kuvat/b.png" not in head and "Kuvassa a.jpg" in head)
    card = re.findall(r'<div class="st-photo">.*?</div>', library_page(ctx).body)[0]
    assert 'alt="" width="800" height="450" loading="lazy"' in card
    assert len({file.path for file in photo_files(ctx)}) == 8


def test_without_a_picture_there_is_the_cover() -> None:
    ctx = context(*places())
    for page in (*venue_pages(ctx), *organisation_pages(ctx), *practice_pages(ctx)):
        head = page.body[: page.body.index("</header>")]
        assert head.count("st-cover") == 1, page.address
        assert "<img" not in head
