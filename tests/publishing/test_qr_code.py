"""A QR code as a file of lines: its lines are the dots of what was asked for."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image

from seurantalo.publishing.qr_code import qr_picture

_BAR = re.compile(r"M0 (?P<row>\d+)\.5|m(?P<white>\d+) 0|h(?P<black>\d+)")


def drawn(picture: str) -> Image.Image:
    (size,) = map(int, re.findall(r'viewBox="0 0 (\d+) \1"', picture))
    dots, at = bytearray(b"\xff" * size * size), 0
    for bar in _BAR.finditer(re.findall(r'stroke="#000" d="([^"]*)"', picture)[0]):
        if bar["row"]:
            at = int(bar["row"]) * size
        length = int(bar["white"] or bar["black"] or 0)
        if bar["black"]:
            dots[at : at + length] = bytes(length)
        at += length
    return Image.frombytes("L", (size, size), bytes(dots))


@pytest.mark.parametrize(
    "address", ["https://example.org/", "A", *(f"https://example.org/?{'x' * n}" for n in range(0, 1_000, 97))]
)
def test_the_lines_of_a_picture_are_read_as_what_was_given(address: str) -> None:
    image = drawn(qr_picture(address))
    (found,) = zxingcpp.read_barcodes(image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST))
    assert found.text == address
