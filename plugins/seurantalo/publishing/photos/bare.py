"""A picture's file without its notes: camera, place, time, comments, and whatever else lies beside the picture.

Nothing is drawn anew, so nothing is lost of the picture itself: parts of the file are kept that it takes to show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from PIL import ExifTags, Image

__all__ = ["bare"]

_PNG: Final = b"\x89PNG\r\n\x1a\n"
#: Chunks of a PNG besides the critical ones (PNG, third edition, section 11.3): colours, transparency, movement.
_PNG_KEPT: Final = frozenset(
    {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)
#: Chunks of a WebP file (RFC 9649, section 2.7).
_WEBP_KEPT: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_NOTES: Final = 0x08 | 0x04
#: A marker of JPEG (ITU-T T.81, B.1.1.2): within the scan neither a stuffed zero nor a restart is one.
_MARKER: Final = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
_SCAN, _END, _COMMENT, _FIRST_APP, _LAST_APP = 0xDA, 0xD9, 0xFE, 0xE0, 0xEF
#: What is kept of the parts for applications: by how they begin.
_JPEG_KEPT: Final = (b"JFIF\x00", b"ICC_PROFILE\x00", b"Adobe")
#: How GIF repeats (applications' parts).
_GIF_KEPT: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
#: How a picture is turned (Exif 2.32, 4.6.4).
_UPRIGHT, _LAST_TURN = 1, 8


def bare(content: bytes) -> bytes:
    r"""Return a picture's file with nothing but the picture, and how it is turned; as it is where it is none of ours.

    >>> from seurantalo.publishing.photos.bare import bare
    >>> bare(b"\xff\xd8\xff\xfe\x00\x09secret \xff\xd9 and more"), bare(b"no picture")
    (b'\xff\xd8\xff\xd9', b'no picture')
    """
    try:
        if content.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(content))
        if content.startswith(_PNG):
            return b"".join(_png(content))
        if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            return _webp(content)
        if content.startswith((b"GIF87a", b"GIF89a")):
            return b"".join(_gif(content))
    except (IndexError, ValueError):
        # Damaged: nobody can show it either.
        pass
    return content


def _jpeg(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    yield _turned(content)
    at, in_scan = 2, False
    while found := _MARKER.search(content, at):
        kind, start, data = found[1][0], found.end() - 2, found.end()
        if in_scan:
            yield content[at : found.start()]
        if kind == _END:
            yield content[start:data]
            return
        at = data + int.from_bytes(content[data : data + 2])
        if at < data + 2 or at > len(content):
            raise ValueError(at)
        in_scan = in_scan or kind == _SCAN
        is_note = kind == _COMMENT or _FIRST_APP <= kind <= _LAST_APP
        if not is_note or content.startswith(_JPEG_KEPT, data + 2):
            yield content[start:at]
    yield content[at:]


def _turned(content: bytes) -> bytes:
    """Return the part of a JPEG that says how the picture is turned; none where it stands upright."""
    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as picture:
            turn = picture.getexif().get(ExifTags.Base.Orientation, _UPRIGHT)
    except Exception:  # noqa: BLE001 (whatever a damaged file makes the library raise, nothing is known of its turn)
        return b""
    if not isinstance(turn, int) or not _UPRIGHT < turn <= _LAST_TURN:
        return b""
    # One entry of TIFF's: its tag, a short number, one of them, the turn; and no other table behind it.
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + turn.to_bytes(2) + b"\x00\x00"
    body = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01" + entry + bytes(4)
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while at < len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4])
        kind = content[at + 4 : at + 8]
        if end > len(content):
            raise ValueError(end)
        if kind[0:1].isupper() or kind in _PNG_KEPT:
            yield content[at:end]
        if kind == b"IEND":
            return
        at = end


def _webp(content: bytes) -> bytes:
    kept = []
    at, whole = 12, min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    while at + 8 <= whole:
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        kind, end = content[at : at + 4], at + 8 + size + size % 2
        chunk = content[at:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_NOTES]) + chunk[9:]
        if kind in _WEBP_KEPT:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _table(content[10])
    yield content[:at]
    while content[at] != 0x3B:
        start = at
        if content[at] == 0x21:
            is_kept = content[at + 1] == 0xF9 or (content[at + 1] == 0xFF and content[at + 3 : at + 14] in _GIF_KEPT)
            at = _blocks(content, at + 2)
        elif content[at] == 0x2C:
            is_kept = True
            at = _blocks(content, at + 11 + _table(content[at + 9]))
        else:
            raise ValueError(at)
        if is_kept:
            yield content[start:at]
    yield b";"


def _table(flags: int) -> int:
    """Return the bytes of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(content: bytes, at: int) -> int:
    """Return where blocks end that each begin with their size."""
    while content[at]:
        at += content[at] + 1
    return at + 1
