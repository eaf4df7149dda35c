"""The letters of a file: however an editor or a clipboard writes them, the record has them as people type them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.reading.test_community_reader import TODAY, project

from seurantalo.model.settings import Settings
from seurantalo.reading import read_community
from seurantalo.reading.files.listing import decode


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (unicodedata.normalize("NFD", "päättyy: klo 18, Åbo och Kälviä"), "päättyy: klo 18, Åbo och Kälviä"),
        ("otsikko: Kesä\u00adjuh\u00adla", "otsikko: Kesäjuhla"),
        ("järjestäjä: martat\u200b", "järjestäjä: martat"),
        ("\ufeffotsikko: \ufeffTanssit", "otsikko: Tanssit"),
        ("otsikko: \u202eTanssit\u202c \u2066ja\u2069 kahvit\u200e", "otsikko: Tanssit ja kahvit"),
        ("otsikko: Tanssit\u200d ja\u200c kahvit", "otsikko: Tanssit ja kahvit"),
        ("otsikko:\u2003Tanssit\n\u2009\u2009joka\xa0viikko:\u202fklo 18", "otsikko: Tanssit\n  joka viikko: klo 18"),
        # What has a meaning stays: blanks inside a value, joined pictures, joiners of other scripts.
        ("hinta: 5\xa0€", "hinta: 5\xa0€"),
        ("otsikko: 👩\u200d👩\u200d👧 🏳️\u200d🌈 🧑🏽\u200d🚒", "otsikko: 👩\u200d👩\u200d👧 🏳️\u200d🌈 🧑🏽\u200d🚒"),
        ("otsikko: می\u200cخواهم", "otsikko: می\u200cخواهم"),
    ],
)
def test_letters_are_read_as_people_type_them(written: str, read: str) -> None:
    assert decode(written.encode(), "events/uusi.yml") == read


def test_a_picture_is_found_by_its_name_as_people_type_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    folder = root / "content" / "kuvat"
    folder.mkdir(exist_ok=True)
    Image.new("L", (8, 8)).save(folder / unicodedata.normalize("NFD", "kylätalo.gif"))
    with (root / "events" / "kevatkonsertti.yml").open("a", encoding="utf-8") as event:
        event.write("kuva: {tiedosto: kuvat/kylätalo.gif, vaihtoehtoinen teksti: Talo}\n")
    assert read_community(root, root / "content", Settings(), TODAY).problems == ()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    once = decode(text.encode(), "")
    assert isinstance(once, str)
    assert decode(once.encode(), "") == once
    assert unicodedata.is_normalized("NFC", once)
