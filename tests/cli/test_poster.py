"""`seurantalo poster`: the file that it writes, and what it says where it can't."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Write, seurantalo
from tests.prints.week_posters import read_back, words_of

EVENT = """\
otsikko: {fi: Kyläilta 春, sv: Bykväll}
alkaa: 12.1.2027 klo 18
päättyy: klo 20
järjestäjä: vimpelin-martat
paikka: seurantalo
toistuu: {joka: viikko, kertoja: 9}
"""


@pytest.fixture
def evening(write: Write) -> Path:
    """The small project with a weekly evening."""
    return write({"events/kylailta.yml": EVENT})


def test_the_poster_of_the_next_date_is_written(evening: Path) -> None:
    said = seurantalo("poster", "kylailta", cwd=evening)
    assert (said.code, said.err) == (0, "")
    assert said.out == ("Tallennettu: kylailta-a4.pdf\nNäitä merkkejä ei voi tulostaa, joten ne jäivät pois: 春\n")
    words = words_of((evening / "kylailta-a4.pdf").read_bytes())
    assert words.startswith("Kyläilta Tiistai 12.1. klo 18–20 Joka tiistai klo 18–20")


def test_day_size_and_language_are_chosen(evening: Path) -> None:
    chosen = ("--day", "26.1.2027", "--size", "a5", "--language", "sv", "--output", "ilta.PDF")
    said = seurantalo("poster", "kyläilta 春", *chosen, cwd=evening)
    assert (said.code, said.out) == (0, "Tallennettu: ilta.PDF\n")
    content = (evening / "ilta.PDF").read_bytes()
    assert words_of(content).startswith("Bykväll Tisdag 26.1 kl. 18–20")
    assert round(float(read_back(content).pages[0].mediabox.width)) == 420


@pytest.mark.parametrize(("form", "starts"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_the_picture_can_be_had_in_every_form(evening: Path, form: str, starts: bytes) -> None:
    assert seurantalo("poster", "kylailta", "--size", "picture", "--format", form, cwd=evening).code == 0
    assert (evening / f"kylailta-picture.{form}").read_bytes().startswith(starts)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["kylailtaa"], "Tapahtumaa ”kylailtaa” ei ole. Tarkoititko ”kylailta”?"),
        (
            ["kylailta", "--day", "13.1.2027"],
            "Sen päivät: 12.1.2027, 19.1.2027, 26.1.2027, 2.2.2027, 9.2.2027, 16.2.2027, ….",
        ),
        (["kylailta", "--day", "huomenna"], "--day: ”huomenna” ei ole päivä. Kirjoita näin: 1.5.2027."),
        (["kylailta", "--output", "mkdocs.yml"], "--output: ”mkdocs.yml”. Kirjoita näin: mkdocs.pdf."),
        (["kylailta", "--output", "a.png", "--format", "svg"], "--output: ”a.png”. Kirjoita näin: a.svg."),
        (["kylailta", "--output", "ei/ole/a.pdf"], "ei/ole/a.pdf: tätä ei ole."),
        (["kylailta", "--size", "a3"], "--size: ”a3” ei käy tähän; valitse jokin näistä: 'a4', 'a5', 'picture'"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(evening: Path, arguments: list[str], words: str) -> None:
    before = {path: path.read_bytes() for path in evening.rglob("*") if path.is_file()}
    said = seurantalo("poster", *arguments, cwd=evening)
    assert (said.code, said.out) == (2, "")
    assert said.err.rstrip("\n").endswith(words)
    assert {path: path.read_bytes() for path in evening.rglob("*") if path.is_file()} == before


def test_an_event_without_a_day_has_no_poster_yet(write: Write) -> None:
    project = write({"events/kylailta.yml": "otsikko: Ilta\nkuukausi: 2027-05\njärjestäjä: vimpelin-martat\n"})
    said = seurantalo("poster", "kylailta", cwd=project)
    assert said.code == 2
    assert "Tapahtuman ”kylailta” päivä ei ole tiedossa, joten julistetta ei voi vielä tehdä." in said.err


def test_errors_in_the_files_are_told_first(write: Write) -> None:
    said = seurantalo("poster", "rikki", cwd=write({"events/rikki.yml": "otsikko: X\n"}))
    assert said.code == 1
    assert "events/rikki.yml" in said.out
