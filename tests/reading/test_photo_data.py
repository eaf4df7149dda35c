"""Photos tell where and by whom they were taken; a picture that tells nothing is left in peace."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from seurantalo.reading.files.picture_file import measure
from seurantalo.reading.personal.photo_data import Told, told_by

NAME = "Etunimi Sukunimi"
XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description {}/></rdf:RDF></x:xmpmeta>'
CREATOR = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"


def exif(*, place: bool = False, **values: str) -> Image.Exif:
    made = Image.Exif()
    for name, value in values.items():
        made[ExifTags.Base[name]] = value
    if place:
        made.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (63.0, 8.0, 12.0), 3: "E", 4: (23.0, 49.0, 3.0)})
    return made


def saved(kind: str, **options: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (40, 30), "white").save(stream, kind, **options)
    return stream.getvalue()


def png_text(keyword: str, text: str, *, packed: bool = False) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text(keyword, text, zip=packed)
    return saved("PNG", pnginfo=info)


def iptc(record: int, words: str) -> bytes:
    data = words.encode()
    entry = b"\x1c\x02" + bytes([record]) + struct.pack(">H", len(data)) + data
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(entry)) + entry + b"\x00" * (len(entry) % 2)
    body = b"Photoshop 3.0\x00" + block
    whole = saved("JPEG")
    return whole[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + whole[2:]


def serial() -> Image.Exif:
    made = Image.Exif()
    made.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "1234567"
    return made


def after_pixels(content: bytes, kind: bytes, body: bytes) -> bytes:
    chunk = struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return content[:-12] + chunk + content[-12:]


TELLING: dict[str, tuple[Callable[[], bytes], Told]] = {
    "jpeg-place": (lambda: saved("JPEG", exif=exif(place=True)), Told.PLACE),
    "jpeg-artist": (lambda: saved("JPEG", exif=exif(Artist=NAME)), Told.PERSON),
    "jpeg-both": (lambda: saved("JPEG", exif=exif(place=True, Artist=NAME)), Told.PLACE),
    "jpeg-serial": (lambda: saved("JPEG", exif=serial()), Told.CAMERA),
    "jpeg-xmp": (lambda: saved("JPEG", xmp=XMP.format('exif:GPSLatitude="63,8.2N"').encode()), Told.PLACE),
    "jpeg-creator": (lambda: saved("JPEG", xmp=CREATOR.format(NAME).encode()), Told.PERSON),
    "jpeg-by-line": (lambda: iptc(80, NAME), Told.PERSON),
    "jpeg-comment": (lambda: saved("JPEG", comment="Soita 040 123 4567"), Told.PERSON),
    "png-exif": (lambda: saved("PNG", exif=exif(place=True).tobytes()), Told.PLACE),
    "png-author": (lambda: png_text("Author", NAME), Told.PERSON),
    "png-packed": (lambda: png_text("XML:com.adobe.xmp", CREATOR.format(NAME), packed=True), Told.PERSON),
    "png-behind": (lambda: after_pixels(saved("PNG"), b"eXIf", exif(place=True).tobytes()[6:]), Told.PLACE),
    "png-comment": (lambda: png_text("Comment", "joku@posti.example.org"), Told.PERSON),
    "webp-exif": (lambda: saved("WEBP", exif=exif(place=True)), Told.PLACE),
    "webp-xmp": (lambda: saved("WEBP", xmp=XMP.format('aux:OwnerName="Etunimi"').encode()), Told.PERSON),
    "gif-comment": (lambda: saved("GIF", comment=b"Kysy 040 123 4567"), Told.PERSON),
}
SILENT: dict[str, Callable[[], bytes]] = {
    "jpeg": lambda: saved("JPEG"),
    "jpeg-turned": lambda: saved(
        "JPEG", exif=exif(Model="Kamera", Software="Ohjelma 1.2", DateTime="2027:01:04 12:00:00")
    ),
    "jpeg-of-an-office": lambda: saved("JPEG", exif=exif(Artist="Vimpelin kunta", Copyright="Vimpelin kunta")),
    "jpeg-empty": lambda: saved("JPEG", exif=exif(Artist=" "), xmp=XMP.format('exif:GPSLatitude=""').encode()),
    "png": lambda: saved("PNG"),
    "png-words": lambda: png_text("Software", "Ohjelma 1.2"),
    "webp": lambda: saved("WEBP"),
    "gif": lambda: saved("GIF", comment=b"Kylatalo 2027"),
    "none": lambda: b"",
    "text": lambda: b"no picture at all",
}


def kept(folder: Path, content: bytes, name: str = "kuva.jpg") -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


@pytest.mark.parametrize("name", TELLING)
def test_what_a_photo_tells_is_found(tmp_path: Path, name: str) -> None:
    make, told = TELLING[name]
    assert told_by(kept(tmp_path, make())) is told


@pytest.mark.parametrize("name", SILENT)
def test_a_picture_that_tells_nothing_is_left_in_peace(tmp_path: Path, name: str) -> None:
    assert told_by(kept(tmp_path, SILENT[name]())) is None


def test_a_picture_with_the_ending_of_another_is_looked_into_too(tmp_path: Path) -> None:
    assert told_by(kept(tmp_path, saved("PNG", exif=exif(place=True).tobytes()), "kuva.jpg")) is Told.PLACE
    assert told_by(kept(tmp_path, saved("JPEG", exif=exif(place=True)), "kuva.png")) is Told.PLACE


def test_a_damaged_picture_is_never_more_than_unreadable(tmp_path: Path) -> None:
    chance = random.Random(7)
    for make, _ in TELLING.values():
        whole = make()
        for _ in range(20):
            broken = bytearray(whole[: chance.randrange(len(whole))])
            for _ in range(min(len(broken), 5)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            assert told_by(kept(tmp_path, bytes(broken))) in (None, *Told)


def test_pixels_are_never_unpacked(tmp_path: Path) -> None:
    """A file of a few kilobytes may stand for gigabytes of pixels, or of text."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    start = (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    )
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    bomb = after_pixels(start + end, b"zTXt", b"Comment\x00\x00" + zlib.compress(b"a" * 50_000_000, 9))
    picture = measure(kept(tmp_path, bomb, "kuva.png"))
    assert (picture.width, picture.height, picture.tells) == (60_000, 60_000, None)
