"""QR codes (ISO/IEC 18004) as pictures inside a page: sharp on paper, and there without any request."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64encode
from typing import Final

from markupsafe import Markup, escape

#: One of the eight masks that a code may have; it says itself which one it is. To find the very best of them for each
#: of a thousand calendars took longer than everything else on their pages, and readers read all of them as well.
_MASK: Final = 2
#: Bytes of an image of the code, black is 0, as the digits of a binary number in which black is 0 as well.
_DIGITS: Final = b"0" + b"1" * 255
#: Dots of a row that are alike.
_RUN: Final = re.compile(rb"\0+|[^\0]+")
#: One bit for each dot, shades of grey, nothing special (PNG, third edition, 11.2.1).
_ONE_BIT: Final = bytes((1, 0, 0, 0, 0))


def qr_code(address: str, label: str) -> Markup:
    """Return the code of an address as an image; ``label`` says what it is to those who don't see it.

    Each module is one dot, which the style sheet draws large without smoothing: a seventh of a drawing's bytes. Of
    ASCII only: readers guess at the alphabet of anything else, and take Ä for a Japanese letter.
    """
    size, pixels = _modules(address)
    data = b64encode(_png(size, pixels)).decode()
    return Markup(  # noqa: S704 - numbers and digits of ours, and an escaped label
        f'<img class="st-qr" alt="{escape(label)}" width="{size}" height="{size}" src="data:image/png;base64,{data}">'
    )


def qr_picture(address: str) -> str:
    """Return the code of an address as an SVG file.

    Black on white whatever is around it: many readers know it no other way.

    >>> qr_picture("https://seurantalo.example.org/")[:62]
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37" sh'
    """
    size, pixels = _modules(address)
    path: list[str] = []
    for y in range(size):
        runs = _RUN.findall(pixels, y * size, (y + 1) * size)
        bars = [f"m{len(run)} 0" if run[0] else f"h{len(run)}" for run in runs]
        path += [f"M0 {y}.5", *bars] if len(bars) > 1 else []
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{"".join(path)}"/></svg>'
    )


def _modules(address: str) -> tuple[int, bytes]:
    """Return how many modules the code has on a side with the quiet zone around it, and them row by row; black is 0.

    Level M mends 15 % of the code, as notice boards are rained upon.
    """
    import zxingcpp  # noqa: PLC0415 (only to draw)

    made = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    picture = memoryview(made.to_image(scale=1, add_quiet_zones=True))  # type: ignore[arg-type]
    return len(picture), bytes(picture)


def _png(size: int, pixels: bytes) -> bytes:
    """Return a square image of dots that are black or white."""
    digits = pixels.translate(_DIGITS)
    # Each row begins with a byte that says it is as it is, and fills whole bytes.
    width, filling = 1 + (size + 7) // 8, b"0" * (-size % 8)
    rows = b"".join([b"00000000%b%b" % (digits[at : at + size], filling) for at in range(0, size * size, size)])
    dots = int(rows, 2).to_bytes(width * size, "big")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">II", size, size) + _ONE_BIT),
            _chunk(b"IDAT", zlib.compress(dots, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
