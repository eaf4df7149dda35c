"""The pictures by which the site is known among the apps of a device."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Final

from seurantalo.publishing.addresses import ICONS
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prints.typesetting import Format, typeset
from seurantalo.publishing.publication import Files

_COLOURS: Final = 16


def icon_files(ctx: PageContext) -> Files:
    """Return the pictures by path; none where the site is not to be an app."""
    return Files(tuple(ICONS) if ctx.settings.offline else (), lambda path: _drawn(*ICONS[path]))


@cache
def _drawn(size: int, purpose: str) -> bytes:
    """Return a house on a dark ground.

    A system may cut off what is outside a circle of four fifths (W3C Web App Manifest, "maskable").
    """
    from PIL import Image  # noqa: PLC0415 (only to draw)

    made = typeset(
        "icon.typ", {"language": "fi", "heading": "", "size": size, "is_cut": purpose == "maskable"}, Format.PNG
    )
    out = BytesIO()
    with Image.open(BytesIO(made)) as picture:
        few = picture.convert("RGB" if purpose == "maskable" else "RGBA").quantize(
            _COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(out, "PNG", compress_level=9)
    return out.getvalue()
