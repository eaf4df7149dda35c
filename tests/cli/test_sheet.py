"""`seurantalo sheet`: sheets of A4 by one command, and what it says where it can't."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Write, seurantalo
from tests.prints.week_posters import words_of

EVENT = """\
otsikko: {fi: Kyläilta, sv: Bykväll}
alkaa: 12.1.2027 klo 18
järjestäjä: vimpelin-martat
paikka: seurantalo
"""

PRACTICE = """\
---
otsikko: Keittoilta
lajit: [toimintamalli]
tiivistelmä: Kyläilta, jossa syödään yhdessä.
vaihe: käynnissä
tynkä: kyllä
---
"""


@pytest.fixture
def evening(write: Write) -> Path:
    return write({"events/kylailta.yml": EVENT, "content/practices/keittoilta.md": PRACTICE})


@pytest.mark.parametrize(
    ("asked", "file", "starts"),
    [
        (("municipality", "Vimpeli"), "vimpeli.pdf", "Mitä tapahtuu Vimpeli "),
        (("month", "2027-01", "--to", "tammi.PDF"), "tammi.PDF", "Koe Tammikuu 2027"),
        (("event", "kylailta"), "kylailta-a4.pdf", "Kyläilta Tiistai 12.1."),
        (("practice", "Keittoilta"), "keittoilta.pdf", "Toimintamalli Keittoilta Kyläilta, jossa"),
        (("municipality", "vimpeli", "--language", "sv"), "vimpeli.pdf", "Vad händer Vi"),
    ],
)
def test_sheets_are_written(evening: Path, asked: tuple[str, ...], file: str, starts: str) -> None:
    said = seurantalo("sheet", *asked, cwd=evening)
    assert (said.code, said.out, said.err) == (0, f"Tallennettu: {file}\n", "")
    words = words_of((evening / file).read_bytes())
    assert words[: len(starts)] == starts
    assert "Kyläilta" in words or "Bykväll" in words


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("municipality", "Vimpelli"), "Tarkoititko ”vimpeli”?"),
        (("month", "tammikuu"), "Kirjoita näin: "),
        (("municipality", "vimpeli", "--to", "taulu.doc"), "Kirjoita näin: taulu.pdf."),
        (("municipality", "vimpeli", "--to", ".pdf"), "Kirjoita näin: vimpeli.pdf."),
        (("practice", ""), "Ei löydy: käytäntö ””."),
        (("month", ""), "month: ””. Kirjoita näin: "),
    ],
)
def test_what_is_wrong_is_said(evening: Path, asked: tuple[str, ...], says: str) -> None:
    said = seurantalo("sheet", *asked, cwd=evening)
    assert said.code == 2
    assert says in said.err


def test_a_file_is_named_by_the_id_whatever_the_title_holds(write: Write) -> None:
    folder = write({"content/practices/ruoka.md": PRACTICE.replace("Keittoilta", '"Ruoka/kahvi ../x"')})
    said = seurantalo("sheet", "practice", "Ruoka/kahvi ../x", cwd=folder)
    assert (said.code, said.out, said.err) == (0, "Tallennettu: ruoka.pdf\n", "")
    assert (folder / "ruoka.pdf").is_file()


def test_letters_that_no_font_has_are_told_of(write: Write) -> None:
    folder = write({"content/practices/kevat.md": PRACTICE.replace("Keittoilta", "春祭り")})
    said = seurantalo("sheet", "practice", "kevat", cwd=folder)
    assert said.out == "Tallennettu: kevat.pdf\nNäitä merkkejä ei voi tulostaa, joten ne jäivät pois: 春 祭 り\n"
