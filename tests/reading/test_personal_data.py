"""Personal data is stopped; ordinary texts are left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.personal_examples import ORDINARY, codes, mails, phones
from tests.reading.test_community_reader import project, read

from seurantalo.reading.personal.data import looks_personal, personal_data


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tunnus 131052-308T on kuvitteellinen.", ["identity-code"]),
        ("131052-308t", ["identity-code"]),
        ("Tunnus – ١٣١٠٥٢-٣٠٨T.", ["identity-code"]),
        ("131052-308U", []),  # wrong check character: no code
        ("Kysy: joku@posti.example.org.", ["email-outside-contact"]),
        ("Soita 040 123 4567!", ["phone-outside-contact"]),
        ("Soita 040-1234567", ["phone-outside-contact"]),
        ("+358 40 123 4567", ["phone-outside-contact"]),
        ("(06) 123 4567", ["phone-outside-contact"]),
        ("joku (at) posti.example.org", ["email-outside-contact"]),
        ("joku.muu[ät]posti[piste]fi", ["email-outside-contact"]),
        ("JOKU(AT)POSTI.FI", ["email-outside-contact"]),
        ("joku@posti.example.org tai 0401234567", ["email-outside-contact", "phone-outside-contact"]),
    ],
)
def test_personal_data_is_found(text: str, codes: list[str]) -> None:
    assert [each.code for each in personal_data(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Lauantaina 13.1.2027 klo 18.00–20.00 Seurantalolla, Kyläraitti 5, 62800 Vimpeli.",
        "Postinumero 05200 ja tili sekä 0 euroa, 2 × 3 km, 150 vuotta, 2017-2018.",
        "Tilaa @-merkki keskellä. Hinta 10 / 5 €, alle 7-v. ilmaiseksi.",
        "Tule (at) kylätalolle, kahvi (at homeen tapaan) odottaa.",
        "https://example.org/2027/0401234567/kuva.jpg",
        "Y-tunnus 0101234-5, kerhon tunnus (0201234-5).",
        "Paikat 63.1467, 23.8205 ja 2027-05-01 18:00.",
    ],
)
def test_ordinary_texts_are_left_in_peace(text: str) -> None:
    assert list(personal_data(text)) == []


def test_every_usual_spelling_is_found_and_nothing_else() -> None:
    kinds = {"identity-code": codes(), "phone-outside-contact": phones(), "email-outside-contact": mails()}
    wanted = [(text, code) for code, texts in kinds.items() for text in texts]
    missed = [text for text, code in wanted if {each.code for each in personal_data(text)} != {code}]
    wrong = [text for text in ORDINARY if list(personal_data(text))]
    assert len(wanted) > 250
    assert len(ORDINARY) > 200
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Soita 040\u2009123\u20094567 tai 050-123\xa04567.", ["040\u2009123\u20094567", "050-123\xa04567"]),
        ("Kirjoita etunimi&#64;koe.example.org heti.", ["etunimi&#64;koe.example.org"]),
        ("(0\u200b40) 123 4567/050 123 4567", ["(0\u200b40) 123 4567", "050 123 4567"]),
    ],
)
def test_what_is_found_is_the_piece_as_it_is_written(text: str, pieces: list[str]) -> None:
    found = list(personal_data(text))
    assert [each.piece for each in found] == pieces
    assert [text[each.start :][: len(each.piece)] for each in found] == pieces


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "0",
            "x1234567",
            "0 ",
            "a (at) ",
            "0-",
            "a@",
            "@",
            "((",
            " . ",
            "0 (",
            "(at)a.",
            "040 ",
            "+",
            "&#64;",
            "FI21 ",
        ),
        *("%40", "<b", "1.", "a.a@", "www.", "viite", "0401234567 ", "a at b ", "\u200b"),
    ],
)
def test_a_long_text_is_gone_through_once(piece: str) -> None:
    """A search that goes on from every letter to the end would take minutes here."""
    assert "identity-code" not in {each.code for each in personal_data(piece * 10_000)}


def test_addresses_of_roles_and_of_persons() -> None:
    assert looks_personal("etunimi.sukunimi@posti.example.org")
    assert looks_personal("Etunimi.Suku-Nimi@posti.example.org")
    assert not looks_personal("sihteeri@yhdistys.example.org")
    assert not looks_personal("toimisto.vimpeli@kunta.example.org")
    assert not looks_personal("tilat.2027@kunta.example.org")


def test_a_comment_is_published_too_so_it_is_looked_at(tmp_path: Path) -> None:
    """What a contact may hold is left in peace, and what was told of a text is not told again of its comment."""
    text = """\
# Kysy: joku@posti.example.org
otsikko: Kyläilta # puhujan tunnus 131052-308T
alkaa: 1.5.2027 klo 18
järjestäjä: vimpelin-martat
yhteystieto: {rooli: Sihteeri, puhelin: 06 123 4567} # kotona 040 123 4567
kuvaus: |
  Soita 050 123 4567 # illalla 050 765 4321
"""
    problems = read(project(tmp_path, uusi=text)).problems
    assert [(one.line, one.column, one.code, dict(one.values)["found"]) for one in problems] == [
        (1, 9, "email-outside-contact", "joku@posti.example.org"),
        (2, 19, "number-sign-cut", "# puhujan tunnus 131052·····"),
        (2, 36, "identity-code", "131052·····"),
        (5, 63, "phone-outside-contact", "040 123 4567"),
        (7, 9, "phone-outside-contact", "050 123 4567"),
        (7, 32, "phone-outside-contact", "050 765 4321"),
    ]


def test_keys_addresses_and_what_can_not_be_read_are_looked_at(tmp_path: Path) -> None:
    head = "otsikko: Kyläilta\nalkaa: 1.5.2027 klo 18\njärjestäjä: vimpelin-martat\n"
    root = project(
        tmp_path,
        avain=f"{head}soita 040 123 4567: heti\n",
        osoite=f"{head}linkki: https://example.org/?kysy=joku%40posti.example.org\n",
        rikki=f"{head}kuvaus: [131052-308T\n",
        paiva="otsikko: Kyläilta\nalkaa: 131052-308T\njärjestäjä: vimpelin-martat\n",
        tyhja="# 040 123 4567\n",
        risuaita=f'{head}yhteystieto: {{rooli: "Talkoot #1", puhelin: 040 123 4567}}\n',
    )
    with (root / "content/vocabulary/themes.yml").open("a", encoding="utf-8") as stream:
        stream.write("# Kysy: joku@posti.example.org\n")
    problems = read(root).problems
    personal = ("identity-code", "phone-outside-contact", "email-outside-contact")
    told = [(one.path.rpartition("/")[2], one.line, one.code) for one in problems if one.code in personal]
    assert told == [
        ("themes.yml", len((root / "content/vocabulary/themes.yml").read_text().splitlines()), personal[2]),
        ("avain.yml", 4, personal[1]),
        ("osoite.yml", 4, personal[2]),
        ("paiva.yml", 2, personal[0]),
        ("rikki.yml", 4, personal[0]),
        ("tyhja.yml", 1, personal[1]),
    ]
    assert "308T" not in str(problems)
