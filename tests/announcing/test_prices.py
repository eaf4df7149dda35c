"""Prices as people write them: unchanged in print, and as they are read aloud: a table of seventy."""

from __future__ import annotations

import pytest
from tests.announcing.test_facts import facts

from seurantalo.announcing.pieces import clause
from seurantalo.announcing.texts.aloud import has_address, said
from seurantalo.language import language
from seurantalo.model import Text

TABLE = {
    "fi": {
        "Vapaa pääsy": "Vapaa pääsy",
        "Maksuton": "Maksuton",
        "5 €": "5 euroa",
        "5€": "5 euroa",
        "5 e": "5 euroa",
        "5e": "5 euroa",
        "5 eur": "5 euroa",
        "5 euroa": "5 euroa",
        "1 €": "1 euro",
        "1 euro": "1 euro",
        "0 €": "0 euroa",
        "21 €": "21 euroa",
        "5,- ": "5 euroa",
        "5,-": "5 euroa",
        "€ 5": "5 euroa",
        "12,50 €": "12,50 euroa",
        "12.50 €": "12.50 euroa",
        "5,00 €": "5 euroa",
        "5–10 €": "5–10 euroa",
        "5-10 €": "5–10 euroa",
        "5 – 10 €": "5–10 euroa",
        "1–2 €": "1–2 euroa",
        "5/10 €": "5/10 euroa",
        "5 €/10 €": "5 euroa/10 euroa",
        "6 km 15 €, 23 km 30 €": "6 kilometriä 15 euroa, 23 kilometriä 30 euroa",
        "1 km 1 €": "1 kilometri 1 euro",
        "Aikuiset 10 €, lapset 5 €": "Aikuiset 10 euroa, lapset 5 euroa",
        "Lapset ilmaiseksi, muut 3 €": "Lapset ilmaiseksi, muut 3 euroa",
        "alk. 5 €": "alkaen 5 euroa",
        "Alk. 5 €": "Alkaen 5 euroa",
        "5 € alk.": "5 euroa alkaen",
        "n. 5 €": "noin 5 euroa",
        "max. 20 €": "enintään 20 euroa",
        "12,50 €/hlö": "12,50 euroa henkilöltä",
        "1 €/hlö": "1 euro henkilöltä",
        "5 € / hlö": "5 euroa henkilöltä",
        "25 €/lapsi": "25 euroa lapselta",
        "20 €/perhe": "20 euroa perheeltä",
        "2 €/kpl": "2 euroa kappaleelta",
        "3 €/kerta": "3 euroa kerralta",
        "10 €/joukkue": "10 euroa joukkueelta",
        "5 €/pöytä": "5 euroa pöydältä",
        "5 €/metri": "5 euroa per metri",
        "Vapaa pääsy, kahvi 2 €": "Vapaa pääsy, kahvi 2 euroa",
        "Vapaa pääsy, kuudesluokkalaisten kahvio": "Vapaa pääsy, kuudesluokkalaisten kahvio",
        "Vapaa pääsy, myyntipaikka 5 €": "Vapaa pääsy, myyntipaikka 5 euroa",
        "Kahvi & pulla 3 €": "Kahvi ja pulla 3 euroa",
        "Kahvi + pulla 3 €": "Kahvi plus pulla 3 euroa",
        "12 €, sis. kahvin": "12 euroa, sisältää kahvin",
        "Aikuiset 18 €, lapset 4–12 v. 9 €, alle 4-v. ilmaiseksi": (
            "Aikuiset 18 euroa, lapset 4–12 vuotta 9 euroa, alle 4-vuotiaat ilmaiseksi"
        ),
        "Alle 7 v. ilmaiseksi": "Alle 7 vuotta ilmaiseksi",
        "Alennus 10 %": "Alennus 10 prosenttia",
        "Kolehti": "Kolehti",
        "Vapaaehtoinen maksu": "Vapaaehtoinen maksu",
        "Kurssi 2 h 20 €": "Kurssi 2 tuntia 20 euroa",
        "20 € (sis. lounas)": "20 euroa (sisältää lounas)",
        "Käsiohjelma 2 €, esim. ovelta": "Käsiohjelma 2 euroa, esimerkiksi ovelta",
        "Vain käteinen. 5 €": "Vain käteinen. 5 euroa",
        "50 snt": "50 senttiä",
        "Hinta ovelta": "Hinta ovelta",
    },
    "sv": {
        "Fritt inträde": "Fritt inträde",
        "5 €": "5 euro",
        "1 €": "1 euro",
        "5 €/barn": "5 euro per barn",
        "5 €/pers.": "5 euro per person",
        "fr.o.m. 5 €": "från och med 5 euro",
        "Kaffe m.m. 3 €": "Kaffe med mera 3 euro",
        "Vuxna 15 €, barn under 7 år gratis": "Vuxna 15 euro, barn under 7 år gratis",
        "ca 2 h": "cirka 2 timmar",
    },
    "en": {
        "Free": "Free",
        "5 €": "5 euros",
        "€5": "5 euros",
        "1 €": "1 euro",
        "5 €/child": "5 euros per child",
        "approx. 5 €": "about 5 euros",
        "Adults €10, children €1": "Adults 10 euros, children 1 euro",
    },
}
ROWS = [(code, *row) for code, rows in TABLE.items() for row in rows.items()]


@pytest.mark.parametrize(("code", "written", "aloud"), ROWS)
def test_a_price_is_read_aloud(code: str, written: str, aloud: str) -> None:
    assert said(clause(Text.plain(written), code, lambda words, _: words), language(code)) == aloud


def test_the_table_is_long() -> None:
    assert len(ROWS) >= 70


@pytest.mark.parametrize("written", [written for _, written, _ in ROWS])
def test_a_price_is_printed_as_it_is_written(written: str) -> None:
    assert clause(Text.plain(f"{written.strip()}"), "fi", lambda words, _: words) == written.strip()


def test_a_point_at_the_end_of_a_price_falls_and_that_of_an_abbreviation_stays() -> None:
    found = [
        clause(Text.plain(words), "fi", lambda one, _: one)
        for words in ("Vapaa pääsy.", "Alle 7 v.", "Viimeistään 26.5.", "Odota...")
    ]
    assert found == ["Vapaa pääsy", "Alle 7 v.", "Viimeistään 26.5.", "Odota..."]
    assert facts("kraaterin-polkujuoksu").price == "6 km 15 €, 23 km 30 €"


@pytest.mark.parametrize(
    ("words", "has"),
    [
        ("Lisää: kylat.example.org/ilta", True),
        ("Katso https://kylat.example.org", True),
        ("Katso www.seura.fi", True),
        ("sihteeri@seura.example.org", True),
        ("Klo 18.30 alkaen, 12.50 €", False),
        ("Kahvia, pullaa ym.", False),
    ],
)
def test_addresses_are_not_read_aloud(words: str, has: bool) -> None:
    assert has_address(words) is has
