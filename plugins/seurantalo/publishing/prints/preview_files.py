"""Pictures that are shown beside links to events, and one for all other pages."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice, pairwise
from typing import Final, TypeAlias

import orjson

from seurantalo.publishing.addresses import COMMON_PREVIEW, preview_file
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.made_of import note_links
from seurantalo.publishing.parts import Kept
from seurantalo.publishing.prints.kept import drawing_key
from seurantalo.publishing.prints.poster import Size, as_told, poster_of
from seurantalo.publishing.prints.signs import printable
from seurantalo.publishing.prints.typesetting import Format, typeset
from seurantalo.publishing.prose import shorten
from seurantalo.publishing.publication import Files, sorted_by_address
from seurantalo.publishing.traces.questions import around

#: A shade by number, and its red, green and blue.
_Shade: TypeAlias = tuple[int, tuple[int, int, int]]
#: Black, the colour of the ground, and white; the shades between are of the edges of letters.
_INK: Final = ((0, 0, 0), (0x17, 0x49, 0x4D), (255, 255, 255))
#: Bits of a shade, and which shades the three colours are.
_SHADES: Final = {4: (0, 3, 15), 2: (0, 1, 3)}
#: Bits and ways of packing. Of flat colours, runs alone make the smallest file, and fast; where the letters are very
#: many, the first of the others is taken that makes a file of this size.
_WAYS: Final = ((4, zlib.Z_RLE), (4, zlib.Z_DEFAULT_STRATEGY), (2, zlib.Z_DEFAULT_STRATEGY))
_MOST_BYTES: Final = 40_000
#: Characters that are shown of what a site says of itself.
_ABOUT: Final = 160


def drawn_events(ctx: PageContext) -> Sequence[str]:
    """Return the events that have a picture: the next ones, as many as the option ``previews`` says."""
    return tuple(islice(ctx.next_of, ctx.settings.previews))


#: Whether an event has a picture.
IS_DRAWN: Final = around("is drawn", lambda ctx: dict.fromkeys(drawn_events(ctx), True))


def preview_files(ctx: PageContext) -> Files:
    """Return the pictures by path; none where links can't be absolute, or nobody wants pictures."""
    is_wanted = ctx.site.url and ctx.settings.previews
    names = {preview_file(name): name for name in sorted_by_address(drawn_events(ctx.plain)) if is_wanted}

    def make(path: str) -> bytes:
        name = names.get(path)
        return drawn(_common(ctx) if name is None else _of_event(ctx, name), ctx.kept)

    return Files((COMMON_PREVIEW, *names) if is_wanted else (), make)


def _of_event(ctx: PageContext, name: str) -> Mapping[str, object]:
    one = ctx.next_of[name]
    note_links(ctx, (name,))
    return as_told(poster_of(ctx.plain, one, Size.PICTURE))


def drawn(told: Mapping[str, object], kept: Kept) -> bytes:
    """Return a picture as a PNG of few colours: a third as large as one of many."""
    key = drawing_key(b"preview" + orjson.dumps(told))
    return kept(key, lambda: (_in_few_colours(typeset("preview.typ", told, Format.PNG)),))[0]


def _in_few_colours(made: bytes) -> bytes:
    from PIL import Image  # noqa: PLC0415 (only to draw)

    with Image.open(BytesIO(made)) as picture:
        grey = picture.convert("L")
    packed = b""
    for bits, way in _WAYS:
        colours: Sequence[_Shade] = tuple(zip(_SHADES[bits], _INK, strict=True))
        shades = grey.point([round(light * colours[-1][0] / 255) for light in range(256)])
        few = Image.frombytes("P", shades.size, shades.tobytes())
        few.putpalette([part for between in pairwise(colours) for part in _blended(*between)] + [*_INK[-1]])
        out = BytesIO()
        few.save(out, "PNG", bits=bits, compress_type=way)
        packed = out.getvalue()
        if len(packed) <= _MOST_BYTES:
            break
    return packed


def _blended(dark: _Shade, bright: _Shade) -> Iterator[int]:
    """Yield red, green and blue of the shades from one on, up to the other and without it."""
    steps = bright[0] - dark[0]
    for step in range(steps):
        for one, other in zip(dark[1], bright[1], strict=True):
            yield round(one + (other - one) * step / steps)


def _common(ctx: PageContext) -> Mapping[str, object]:
    """Return the words of the picture of the site itself."""
    name, about = printable(ctx.site.name), printable(shorten(ctx.site.description, _ABOUT))
    words = dict.fromkeys(("hours", "address", "mark", "demo", "site"), "")
    return {
        **words,
        "language": ctx.lang.code,
        "heading": name,
        "name": name,
        "place": about,
        "days": (),
        "cancelled": False,
    }
