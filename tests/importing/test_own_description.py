"""Descriptions of our own feeds, as another site of this kind reads them."""

from __future__ import annotations

from seurantalo.importing.own_description import read_own

PAGE = "https://region.example/tapahtumat/ilta/"


def described(*facts: str) -> str:
    return "\n\n".join(("Tervetuloa!", "\n".join(facts), PAGE))


def test_facts_become_fields_in_every_language() -> None:
    finnish = read_own(described("Järjestäjä: Vimpelin Martat", "Hinta: 5 €", "Esteettömyys: ramppi"), PAGE)
    assert finnish.text == "Tervetuloa!"
    assert finnish.facts == {"organisers": "Vimpelin Martat", "price": "5 €", "accessibility": "ramppi"}
    swedish = read_own(described("Arrangör: Marthorna", "Pris: 5 €", "Anmälan: på plats"), PAGE)
    assert swedish.facts == {"organisers": "Marthorna", "price": "5 €", "registration": "på plats"}


def test_an_unknown_line_costs_that_line_only() -> None:
    """A newer site may tell facts that an older one has no field for: they stay with the words."""
    found = read_own(described("Järjestäjä: Vimpelin Martat", "Kuulolaite: silmukka", "Hinta: 5 €"), PAGE)
    assert found.facts == {"organisers": "Vimpelin Martat", "price": "5 €"}
    assert found.text == "Tervetuloa!\n\nKuulolaite: silmukka"


def test_words_that_are_no_facts_stay_words() -> None:
    found = read_own("Tervetuloa!\n\nOta mukaan:\nHinta: se selviää illalla", "")
    assert (found.text, found.facts) == ("Tervetuloa!\n\nOta mukaan:\nHinta: se selviää illalla", {})
