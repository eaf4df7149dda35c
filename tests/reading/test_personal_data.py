"""Personal data is stopped; ordinary texts are left in peace."""

from __future__ import annotations

import pytest

from seurantalo.reading.personal_data import looks_personal, personal_data


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tunnus 131052-308T on kuvitteellinen.", ["identity-code"]),
        ("131052-308t", ["identity-code"]),
        ("131052-308U", []),  # wrong check character: no code
        ("Kysy: joku@posti.example.org.", ["email-outside-contact"]),
        ("Soita 040 123 4567!", ["phone-outside-contact"]),
        ("Soita 040-1234567", ["phone-outside-contact"]),
        ("+358 40 123 4567", ["phone-outside-contact"]),
        ("(06) 123 4567", ["phone-outside-contact"]),
        ("joku@posti.example.org tai 0401234567", ["email-outside-contact", "phone-outside-contact"]),
    ],
)
def test_personal_data_is_found(text: str, codes: list[str]) -> None:
    assert [code for code, _ in personal_data(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Lauantaina 13.1.2027 klo 18.00–20.00 Seurantalolla, Kyläraitti 5, 62800 Vimpeli.",
        "Postinumero 05200 ja tili sekä 0 euroa, 2 × 3 km, 150 vuotta, 2017-2018.",
        "Tilaa @-merkki keskellä. Hinta 10 / 5 €, alle 7-v. ilmaiseksi.",
        "https://example.org/2027/0401234567/kuva.jpg",
        "Paikat 63.1467, 23.8205 ja 2027-05-01 18:00.",
    ],
)
def test_ordinary_texts_are_left_in_peace(text: str) -> None:
    assert list(personal_data(text)) == []


def test_addresses_of_roles_and_of_persons() -> None:
    assert looks_personal("etunimi.sukunimi@posti.example.org")
    assert looks_personal("Etunimi.Suku-Nimi@posti.example.org")
    assert not looks_personal("sihteeri@yhdistys.example.org")
    assert not looks_personal("toimisto.vimpeli@kunta.example.org")
    assert not looks_personal("tilat.2027@kunta.example.org")
