"""Plainly written events: wherever the quick reader answers, it says what careful reading says, and keeps silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seurantalo.language import language
from seurantalo.model.event import Event
from seurantalo.model.record import Origin, Revision
from seurantalo.model.settings import Settings
from seurantalo.reading import read_community
from seurantalo.reading.one_event import EventReader
from seurantalo.reading.plain_events import PlainEvents
from seurantalo.reading.report import format_text

BASE = Path(__file__).parent / "base"
TODAY = date(2027, 1, 4)
MIDNIGHT = datetime(2027, 1, 4, tzinfo=UTC)
REVISION = Revision(MIDNIGHT, MIDNIGHT)

_LINES = st.sampled_from(
    [
        *("otsikko: Kyläilta", "otsikko: {fi: Kyläilta, sv: Byafton}", "title: 'Ilta'", "otsikko: null"),
        *("alkaa: 1.5.2027 klo 18", "starts: 2027-05-01", "alkaa: 28.3.2027 klo 3.30", "alkaa: 31.4.2027"),
        *("alkaa: 31.10.2027 klo 3.30", "päättyy: klo 20", "päättyy: 1.5.2027 klo 17", "päättyy: 2.5.2027"),
        *("järjestäjä: vimpelin-martat", "järjestäjä: [vimpelin-martat, vimpelin-martat]", "järjestäjä: nimetön"),
        *("paikka: seurantalo", "tila: Iso sali", "tila: kellari", "kunta: vimpeli", "aikavyöhyke: Asia/Tokyo"),
        *("muoto: juhla", "muoto: juhlat", "kenelle: Kaikki", "teemat: [musiikki]", "tilanne: alustava"),
        *("varattu asti: 1.2.2027", "toistuu: viikko", "toistuu: {joka: viikko, asti: 29.5.2027}"),
        *("toistuu: joskus", "hinta: 5 €", "hinta: Soita 040 123 4567", "hinta: ٠٤٠ ١٢٣ ٤٥٦٧"),
        *("kanssa: uusi", "kanssa: kevatkonsertti", "osa: uusi", "kuukausi: 2027-05", "päivä: avoin"),
        *("kuvaus: |\n  Tule [[paikka:seurantalo]]!\n\n  # Klo 18", "kuvaus: |\n  Näin: [[paikka:poissa]]"),
        *("kuvaus: |\n  # Kysy: joku@posti.example.org", "yhteystieto: {rooli: Sihteeri}", "kuvaus: Ilta\u200b"),
        *("esimerkki: kyllä", "väri: punainen", "# x", ""),
    ]
)
_COMMON = ["otsikko: Kyläilta", "alkaa: 1.5.2027 klo 18", "järjestäjä: vimpelin-martat"]


@cache
def readers() -> tuple[EventReader, PlainEvents]:
    """The careful reader and the quick one, which remembers the lines of all texts that it sees."""
    community = read_community(BASE, BASE / "content", Settings(), TODAY).community
    assert community is not None
    careful = EventReader(community, Settings(), TODAY)
    return careful, PlainEvents(careful.known, Settings(), TODAY, REVISION)


def quick(text: str, name: str = "uusi") -> Event | None:
    return readers()[1].read(name, "events/uusi.yml", text, REVISION)


@given(st.lists(_LINES, max_size=6), st.booleans())
@settings(max_examples=600)
@example(["", "päättyy: klo 20", "", "toistuu: viikko", "kuvaus: |\n  Ilta\n\n\n  Aamu"], True)
def test_the_quick_reader_agrees_with_the_careful_one(lines: list[str], begun: bool) -> None:
    text = "\n".join([*(_COMMON if begun else ()), *lines]) + "\n"
    made = quick(text)
    if made is not None:
        careful, problems = readers()[0].read("uusi", "events/uusi.yml", text)
        assert format_text(problems, language("en")) == ""
        assert careful is not None
        assert replace(made, origin=Origin("x")) == replace(careful, origin=Origin("x"))


def test_what_is_plain_and_good_is_read_at_once() -> None:
    """Without this, the comparison above would also hold for a reader that never answers."""
    text = "\n\notsikko: Kyläilta\n\nalkaa: 1.5.2027 klo 18\npäättyy: klo 20\njärjestäjä: vimpelin-martat\n"
    made = quick(text + "toistuu: {joka: viikko, kertoja: 3}\nkuvaus: |\n  Kahvia.\n\n  Pullaa.\n")
    assert made is not None
    assert made.ends == datetime(2027, 5, 1, 20)
    assert made.origin == Origin("events/uusi.yml", 5, 1)
    assert made.municipality == "vimpeli"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "otsikko: Kyläilta\nalkaa: 1.5.2027\n",
        "otsikko: Kyläilta\notsikko: Kyläilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\n",
        "otsikko: Kyläilta\ntitle: Kyläilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\n",
        "otsikko: Kyläilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\nhinta: ''\n",
        "otsikko: Kyläilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\nkuvaus: |\n  a\n b\n",
        "otsikko: Kyläilta\nalkaa: 1.5.2027\njärjestäjä: vimpelin-martat\nkuvaus: '#joku@posti.example.org'\n",
    ],
)
def test_all_else_is_left_to_careful_reading(text: str) -> None:
    assert quick(text) is None


def test_a_line_that_is_good_in_one_file_is_not_thought_good_in_each() -> None:
    text = "\n".join([*_COMMON, "kanssa: kevatkonsertti", "clash ok: {with: kevatkonsertti, why: Sovittu}", ""])
    made = quick(text)
    assert made is not None
    assert made.joint_with == ("kevatkonsertti",)
    assert quick(text, "kevatkonsertti") is None
    assert quick(text.replace("kanssa: kevatkonsertti\n", ""), "kevatkonsertti") is None
