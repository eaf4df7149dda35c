"""Pictures that are shown beside links to events, and one for all other pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from typing import Final

from PIL import Image

from seurantalo.publishing.addresses import COMMON_PREVIEW, preview_file
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prints.poster import Size, as_told, poster_of
from seurantalo.publishing.prints.signs import printable
from seurantalo.publishing.prints.typesetting import Format, typeset
from seurantalo.publishing.prose import shorten
from seurantalo.publishing.publication import File, sorted_by_address

#: Colours of a picture: two, and what is between them at the edges of letters.
_COLOURS: Final = 24
#: Characters that are shown of what a site says of itself.
_ABOUT: Final = 160


def drawn_events(ctx: PageContext) -> Sequence[str]:
    """Return the events that have a picture: the next ones, as many as the option ``previews`` says."""
    return tuple(islice(ctx.next_of, ctx.settings.previews))


def preview_files(ctx: PageContext) -> Iterator[File]:
    """Yield the pictures by path; none where links can't be absolute, or nobody wants pictures."""
    if not (ctx.site.url and ctx.settings.previews):
        return
    yield File(COMMON_PREVIEW, drawn(_common(ctx)))
    for name in sorted_by_address(drawn_events(ctx)):
        yield File(preview_file(name), drawn(as_told(poster_of(ctx, ctx.next_of[name], Size.PICTURE))))


def drawn(told: Mapping[str, object]) -> bytes:
    """Return a picture as a PNG of few colours, a third as large."""
    made = typeset("preview.typ", told, Format.PNG)
    out = BytesIO()
    with Image.open(BytesIO(made)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(out, "PNG", compress_level=9)
    return out.getvalue()


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
