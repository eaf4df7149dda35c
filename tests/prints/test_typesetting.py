"""Sheets as files: the same bytes everywhere, for eyes, ears and machines, and nothing read from outside."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import typst
import zxingcpp
from PIL import Image
from tests.prints.week_posters import poster, read_back

from _environment import clean_environment
from seurantalo.publishing.prints import Format, Size, sheet
from seurantalo.publishing.prints.poster import as_told
from seurantalo.publishing.prints.typesetting import typeset

RUN = "kraaterin-polkujuoksu"
ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = f"""
import hashlib, sys
sys.path[:0] = [{str(ROOT)!r}]
from tests.prints.week_posters import poster
from seurantalo.publishing.prints import Format, Size, sheet
for size, form in [(Size.A4, Format.PDF), (Size.PICTURE, Format.SVG), (Size.PICTURE, Format.PNG)]:
    print(hashlib.sha256(sheet(poster({RUN!r}, size), form)).hexdigest())
"""


def test_the_bytes_are_the_same_in_another_process_at_another_hour(tmp_path: Path) -> None:
    found = set()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "UTC")):
        around = clean_environment() | {"PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": f"{seed}000000000"}
        run = subprocess.run(
            [sys.executable, "-c", ELSEWHERE], env=around, cwd=tmp_path, capture_output=True, text=True, check=True
        )
        found.add(run.stdout)
    assert len(found) == 1
    assert len(found.pop().split()) == 3


def test_a_screen_reader_finds_language_title_and_structure() -> None:
    made = read_back(sheet(poster(RUN, lang="sv"), Format.PDF))
    root = whole(made.trailer["/Root"])
    assert root["/Lang"] == "sv"
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (an object of pypdf, equal to it)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (an object of pypdf, equal to it)
    assert made.metadata is not None
    assert made.metadata.title == "Kraterloppet, lö 29.5 kl. 11–15"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert {"H1", "Figure", "Link"} <= set(kinds_of(root))


def whole(found: Any) -> Any:  # whatever stands there
    """What a place in a PDF leads to."""
    return found.get_object()


def kinds_of(root: Any) -> list[str]:
    """The kinds of all elements of the structure."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = whole(node) if hasattr(node, "get_object") else node
        if isinstance(node, dict):
            if "/S" in node:
                found.append(str(node["/S"]).lstrip("/"))
            if "/K" in node:
                walk(node["/K"])
        elif isinstance(node, list):
            for one in node:
                walk(one)

    walk(root["/StructTreeRoot"])
    return found


def test_the_fonts_are_inside_and_letters_can_be_copied() -> None:
    page = whole(read_back(sheet(poster(RUN), Format.PDF)).pages[0])
    fonts = [whole(one) for one in page["/Resources"]["/Font"].values()]
    assert len(fonts) >= 2
    for font in fonts:
        inner = whole(whole(font["/DescendantFonts"][0])["/FontDescriptor"])
        assert any(key.startswith("/FontFile") for key in inner)
        assert "/ToUnicode" in font


@pytest.mark.parametrize("size", [Size.A4, Size.A5])
def test_a_phone_reads_the_code(size: Size) -> None:
    picture = Image.open(io.BytesIO(typeset_big(size)))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == f"https://seurantalo.example.org/tapahtumat/{RUN}/"


def typeset_big(size: Size) -> bytes:
    """A poster as a printer of 150 dots per inch prints it."""
    return typeset("poster.typ", as_told(poster(RUN, size)), Format.PNG, ppi=150)


@pytest.mark.parametrize(
    "event", ["koulun-kevatjuhla-kaislalahti", RUN, "lasten-leikkipaiva-savonjarvi", "soinin-iltatori"]
)
def test_the_picture_has_the_size_and_weight_that_phones_take(event: str) -> None:
    content = sheet(poster(event, Size.PICTURE), Format.PNG)
    assert Image.open(io.BytesIO(content)).size == (1080, 1350)
    assert len(content) <= 300_000


def test_the_picture_is_a_drawing_without_scripts_and_requests() -> None:
    drawing = sheet(poster(RUN, Size.PICTURE), Format.SVG)
    root = ET.fromstring(drawing)  # of our own making
    assert (root.get("width"), root.get("height")) == ("1080pt", "1350pt")
    assert b"<script" not in drawing
    assert not re.findall(rb'href="(?!#|https://seurantalo\.example\.org/|data:)', drawing)


def test_templates_read_nothing_but_what_they_are_given() -> None:
    """What is told stands in a file beside them, that no disk has; no package is fetched."""
    templates = {
        entry.name: entry.read_text()
        for entry in files("seurantalo.publishing.prints").iterdir()
        if entry.name.endswith(".typ")
    }
    assert templates.keys() >= {"common.typ", "poster.typ", "picture.typ"}
    for name, source in templates.items():
        assert not re.search(r"\b(?:import|include|read|eval|plugin|yaml|toml|csv|xml|cbor)\b\s*[(\"]", source), name
        assert re.findall(r"\bjson\([^)]*\)", source) == (['json("told.json")'] if name == "common.typ" else [])


def test_two_pages_are_an_error() -> None:
    told = {"heading": "a", "language": "fi"}
    with pytest.raises((typst.TypstError, ValueError)):
        typeset("poster.typ", told, Format.PNG)


FORKING = f"""
import sys, time
sys.path[:0] = [{str(ROOT)!r}]
from tests.prints.week_posters import poster
from seurantalo.processes import Crew, available
from seurantalo.publishing.prints import Format, sheet
made = poster({RUN!r})

def beside():
    crew = Crew(lambda: sheet(made, Format.PDF), available())
    crew.give()
    [found] = crew.results()
    return found

def settled(wanted):
    # The system counts a thread a little longer than Python does.
    for _ in range(600):
        if available() == wanted:
            break
        time.sleep(0.1)
    return available()

before = available()
first = beside()
still = settled(before)
assert sheet(made, Format.PDF) == first
assert beside() == first
print(before, still, available())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there processes are forked")
def test_a_process_that_has_set_a_sheet_is_not_forked() -> None:
    """Threads of Typst are not in the copy, which would wait for them for ever."""
    run = subprocess.run([sys.executable, "-c", FORKING], capture_output=True, text=True, check=True, timeout=300)
    before, still, after = map(int, run.stdout.split())
    assert still == before
    assert after == 1
