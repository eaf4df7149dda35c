"""QR codes (ISO/IEC 18004) as pictures inside a page: sharp on paper, and there without any request."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Final

import zxingcpp
from markupsafe import Markup, escape

#: One of the eight masks that a code may have; it says itself which one it is. To find the very best of them for each
#: of a thousand calendars took longer than everything else on their pages, and readers read all of them as well.
_MASK: Final = 2
#: Modules that are drawn at once: few enough for the same pieces to come again and again.
_PIECE: Final = 8


@cache
def _bars(modules: bytes) -> str:
    """Return a piece of a row as part of a path: a line for each bar of dark modules, the pen behind the piece."""
    runs = [(value, len(list(run))) for value, run in groupby(modules)]
    return "".join([f"m{length} 0" if value else f"h{length}" for value, length in runs])


def qr_code(address: str, label: str) -> Markup:
    """Return the code of an address as SVG; ``label`` says what it is to those who don't see it.

    Of ASCII only: readers guess at the alphabet of anything else, and take Ä for a Japanese letter.
    """
    return Markup(  # noqa: S704 - numbers of ours, and an escaped label
        f'<svg class="st-qr" role="img" aria-label="{escape(label)}" {_drawing(address)}'
    )


def qr_picture(address: str) -> str:
    """Return the code of an address as an SVG file.

    >>> qr_picture("https://seurantalo.example.org/")[:62]
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37" sh'
    """
    return f'<svg xmlns="http://www.w3.org/2000/svg" {_drawing(address)}'


def _drawing(address: str) -> str:
    """Return the rest of an SVG element: its box, its modules, its end.

    Black on white whatever the page's colours are: many readers know it no other way. Level M mends 15 % of the
    code, as notice boards are rained upon.
    """
    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    picture = memoryview(made.to_image(scale=1, add_quiet_zones=True))  # type: ignore[arg-type]
    size = len(picture)
    pixels = bytes(picture)
    path: list[str] = []
    for y in range(size):
        row = pixels[y * size : (y + 1) * size]
        if 0 in row:
            path.append(f"M0 {y}.5")
            path += [_bars(row[x : x + _PIECE]) for x in range(0, size, _PIECE)]
    return (
        f'viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="{"".join(path)}"/></svg>'
    )
