"""What a picture's file tells besides the picture: where it was taken, by whom, and with whose camera.

Phones write the place into every photo, and so the home of whoever took one there. Only data are read, never pixels:
a small file may unpack to gigabytes of them.
"""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from seurantalo.patterns import late
from seurantalo.reading.personal.data import personal_data

if TYPE_CHECKING:
    from PIL import Image

#: Files above this are not looked into; a page could not show them anyway.
MAXIMUM_BYTES: Final = 20_000_000
_FORMATS: Final = ("GIF", "JPEG", "PNG", "WEBP")
#: Text of a PNG file may be packed: so much of it is unpacked.
_MOST_UNPACKED: Final = 1_000_000
_MOST_CHUNKS: Final = 10_000
#: Tags of cameras (Exif 3.0, section 4.6): artist, author on Windows, owner of the camera.
_NAMES: Final = (0x013B, 0x9C9D, 0xA430)
#: Numbers of the camera and of the lens.
_SERIALS: Final = (0xA431, 0xA435)
#: Latitude and longitude, and the latitude of what was seen.
_PLACES: Final = (2, 4, 20)
_DETAILS: Final = 0x8769
_OF_PLACES: Final = 0x8825
#: By-line, contact, and writer of the caption (IPTC Information Interchange Model 4.2, section 6).
_BY_LINES: Final = ((2, 80), (2, 118), (2, 122))
#: Adobe's packets: a value stands between quotation marks or in an element, lists in elements of their own.
_PACKET: Final = late(rb"<(?:x:xmpmeta|rdf:RDF)\b.{0,500000}?</(?:x:xmpmeta|rdf:RDF)>", re.DOTALL)
_VALUE: Final = r"(?:\s*=\s*[\"']([^\"']{1,300})[\"']|[^<>]{0,300}>(?:\s*<rdf:[^<>]{1,200}>){0,3}\s*([^<>]{1,300})<)"
_XMP_PLACE: Final = late(rf"\bexif:GPS(?:Dest)?(?:Latitude|Longitude){_VALUE}")
_XMP_PERSON: Final = late(
    r"\b(?:dc:creator|aux:OwnerName|exifEX:CameraOwnerName|tiff:Artist|photoshop:CaptionWriter|xmpRights:Owner"
    rf"|Iptc4xmpExt:PersonInImage|mwg-rs:Name|MPReg:PersonDisplayName){_VALUE}"
)
_XMP_SERIAL: Final = late(rf"\b(?:aux|exifEX):(?:Body|Lens)?SerialNumber{_VALUE}")
#: Names of those who are no person.
_NOBODY: Final = late(
    r"\b(?:ry|r\.y|rf|oy|ab|ltd|inc)\b|kunta|kunnan|kaupun|seura|yhdisty|kerho|seurakun|toimisto|kommun|förening|stad\b"
    r"|municipality|association|picasa|unknown|camera|photo|kuva|user|admin|owner|microsoft|adobe|windows",
    re.IGNORECASE,
)


class Told(StrEnum):
    """What a picture's file tells, worst first."""

    PLACE = "place"
    PERSON = "person"
    CAMERA = "camera"


def told_by(location: str) -> Told | None:
    """Return the worst that a picture file tells of somebody; None where it tells nothing, or can't be read."""
    try:
        content = Path(location).read_bytes()
    except OSError:
        return None
    found = set(_told(content))
    return next((one for one in Told if one in found), None)


def _told(content: bytes) -> Iterator[Told]:
    from PIL import Image, IptcImagePlugin  # noqa: PLC0415 (only where there are pictures)

    yield from _in_packets(content)
    try:
        if content.startswith(b"\x89PNG"):
            yield from _in_png(content)
            return
        with warnings.catch_warnings():
            # A picture of too many pixels is told of by its size: they are not unpacked here.
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(content), formats=_FORMATS)
            yield from _in_exif(picture.getexif())
            tells = IptcImagePlugin.getiptcinfo(picture) or {}
        if any(_is_person(tells.get(key)) for key in _BY_LINES):
            yield Told.PERSON
        yield from _in_words(picture.info.get("comment"))
    except Exception:  # noqa: BLE001 (whatever a damaged file makes the library raise, it tells no more than was found)
        return


def _in_exif(exif: Image.Exif) -> Iterator[Told]:
    details = exif.get_ifd(_DETAILS)
    places = exif.get_ifd(_OF_PLACES)
    if any(_is_place(places.get(key)) for key in _PLACES):
        yield Told.PLACE
    if any(_is_person(exif.get(key) or details.get(key)) for key in _NAMES):
        yield Told.PERSON
    if any(str(exif.get(key) or details.get(key) or "").strip(" 0\x00") for key in _SERIALS):
        yield Told.CAMERA


def _in_packets(content: bytes) -> Iterator[Told]:
    """Look into the packets of Adobe's, which every kind of file holds as they are."""
    if b"xmpmeta" not in content and b"rdf:RDF" not in content:
        return
    for packet in _PACKET.finditer(content):
        text = packet[0].decode("utf-8", "replace")
        for pattern, told in ((_XMP_PLACE, Told.PLACE), (_XMP_PERSON, Told.PERSON), (_XMP_SERIAL, Told.CAMERA)):
            values = [found[1] or found[2] for found in pattern.finditer(text)]
            if any(_is_person(one) if told is Told.PERSON else one.strip(" 0\n") for one in values):
                yield told


def _in_png(content: bytes) -> Iterator[Told]:
    """Look into the chunks that hold text and data of cameras (PNG, third edition, section 11.3)."""
    from PIL import Image  # noqa: PLC0415 (only where there are pictures)

    at, count = 8, 0
    while at + 8 <= len(content) and count < _MOST_CHUNKS:
        length, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            exif = Image.Exif()
            exif.load(body if body.startswith(b"Exif\x00\x00") else b"Exif\x00\x00" + body)
            yield from _in_exif(exif)
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            name, _, rest = body.partition(b"\x00")
            yield from _in_png_text(name, _unpacked(kind, rest))
        at, count = at + 12 + length, count + 1


def _unpacked(kind: bytes, rest: bytes) -> bytes:
    """Return the text of a PNG's chunk behind its keyword."""
    packed = kind == b"zTXt" or (kind == b"iTXt" and rest[:1] == b"\x01")
    if kind == b"iTXt":
        # Two bytes on packing, then the language and the translated keyword, each with its end.
        rest = b"\x00".join(rest[2:].split(b"\x00", 2)[2:])
    elif kind == b"zTXt":
        rest = rest[1:]
    return zlib.decompressobj().decompress(rest, _MOST_UNPACKED) if packed else rest


def _in_png_text(name: bytes, text: bytes) -> Iterator[Told]:
    from PIL import Image  # noqa: PLC0415 (only where there are pictures)

    yield from _in_packets(text)
    if name.startswith(b"Raw profile type") and name.endswith((b"exif", b"APP1")):
        exif = Image.Exif()
        # A line with the name, a line with the length, and then digits of base 16.
        exif.load(bytes.fromhex(b"".join(text.split(b"\n")[3:]).decode("ascii")))
        yield from _in_exif(exif)
    elif name.lower() in (b"author", b"artist", b"creator", b"by-line"):
        if _is_person(text):
            yield Told.PERSON
    else:
        yield from _in_words(text)


def _in_words(words: bytes | str | None) -> Iterator[Told]:
    """Look into words of any kind, such as a comment."""
    if words and any(True for _ in personal_data(_text(words)[:2_000])):
        yield Told.PERSON


def _is_place(value: object) -> bool:
    """Tell whether a value is degrees, not just zeros of a camera that knew none."""
    return isinstance(value, tuple) and any(part == part and part != 0 for part in value)  # noqa: PLR0124 (no number)


def _is_person(value: object) -> bool:
    """Tell whether a value may be the name of a person."""
    if isinstance(value, list | tuple):
        return any(map(_is_person, value))
    words = _text(value) if isinstance(value, bytes | str) else ""
    return sum(map(str.isalpha, words)) > 2 and _NOBODY.search(words) is None


def _text(value: bytes | str) -> str:
    if isinstance(value, str):
        return value.replace("\x00", "").strip()
    # What Windows writes has two bytes for each letter (XPAuthor).
    wide = len(value) > 3 and value[1::2].count(0) > len(value) // 4
    return value.decode("utf-16-le" if wide else "utf-8", "replace").replace("\x00", "").strip()
