"""Files as volunteers write them: what is meant is read, at the places where it stands, and what is not is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seurantalo.reading.yaml.record_parts import record_parts
from seurantalo.reading.yaml.strict import strict_tree
from seurantalo.reading.yaml.tree import Mapping, Node, Scalar, read_tree

REST = "alkaa: la 12.6.2027 klo 13\njärjestäjä: vimpelin-martat\n"


def bare(node: Node | None) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: bare(entry.value) for key, entry in node.entries.items()}
    return None if node is None else [bare(item) for item in node.items]


def fields(text: str) -> dict[str, Any]:
    tree, flaws = read_tree(text)
    assert tree is not None
    assert [flaw.code for flaw in flaws if flaw.is_error] == []
    found: dict[str, Any] = bare(tree)
    return found


TITLES = [
    "Kesäjuhla: tanssit: arvontaa",
    "Mitä: missä: milloin?",
    "12:30: lounas",
    "[PERUTTU] Mölkkykisa",
    "{Lasten} kesäpäivä",
    "Tanssit [vain K-18]",
    "Rock'n'roll-ilta",
    '"Elämä" ja "kuolema"',
    "'Elämä' ja muuta",
    "”Elämä”",
    "*Tähtien yö*",
    "**Tärkeä** ilta",
    "! Huom",
    "!Tervetuloa!",
    "? Arvoitusilta",
    "> katso tänne",
    "| pystyviiva",
    "% alennus",
    "@kylä kutsuu",
    "`koodi` ilta",
    "- Kesäjuhla -",
    "-",
    "& ystävät",
    "Anna & Essi",
    "Martat & Co: myyjäiset",
    ":-) Hymyilta",
    "= yhtä",
    ", pilkku",
    "Ilta:",
    "#kylä2027",
    "Talkoot #1",
    "Talkoot #1: aloitus",
    "\\o/ juhlat",
    "[Uusi]: kirppis",
]


@pytest.mark.parametrize("title", TITLES)
def test_signs_in_a_title_are_signs_of_the_title(title: str) -> None:
    assert fields(f"otsikko: {title}\n{REST}")["otsikko"] == title
    tree, _ = read_tree(f"otsikko: {title}\n{REST}")
    assert tree is not None
    assert (tree.entries["otsikko"].value.line, tree.entries["otsikko"].value.column) == (1, 10)
    assert tree.entries["alkaa"].value == Scalar("la 12.6.2027 klo 13", 2, 8)


@given(st.lists(st.sampled_from(["'", '"', "[", "]", "{", "}", *"#:,!?&*%@`|>-=~\\ ab1ä"]), max_size=9).map("".join))
@example("'n Sommerfest")
@example("[x")
def test_a_title_is_read_as_it_stands_or_told_of(title: str) -> None:
    tree, flaws = read_tree(f"otsikko: {title}\n{REST}")
    value = tree.entries["otsikko"].value if tree is not None and "otsikko" in tree.entries else None
    if isinstance(value, Scalar) and (value.text or "").strip() in ("", title.strip()):
        # A title that is empty is told of by its field.
        return
    strict, problems = strict_tree(f"a: {title}")
    # What YAML means by quotation marks around the whole, brackets around the whole, and by no text at all.
    is_yaml = isinstance(strict, Mapping) and not problems and title.strip()[:1] in ("'", '"', "[", "{", "~", "#", "")
    assert flaws or is_yaml


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("otsikko:Ilta\nalkaa:1.5.2027\n", {"otsikko": "Ilta", "alkaa": "1.5.2027"}),
        ("otsikko = Ilta\nalkaa=1.5.2027 klo 18:00\n", {"otsikko": "Ilta", "alkaa": "1.5.2027 klo 18:00"}),
        ("otsikko：Ilta\n", {"otsikko": "Ilta"}),
        ("**Otsikko:** Ilta\n**Alkaa**: 1.5.2027\n", {"Otsikko": "Ilta", "Alkaa": "1.5.2027"}),
        ("* otsikko: Ilta\n* alkaa: 1.5.2027\n", {"otsikko": "Ilta", "alkaa": "1.5.2027"}),
        ("- otsikko: Ilta: tanssit\n  alkaa: 1.5.2027\n", {"otsikko": "Ilta: tanssit", "alkaa": "1.5.2027"}),
        ("- otsikko: Ilta\n- alkaa: 1.5.2027\n", {"otsikko": "Ilta", "alkaa": "1.5.2027"}),
        ("> otsikko: Ilta\n> alkaa: 1.5.2027\n", {"otsikko": "Ilta", "alkaa": "1.5.2027"}),
        (
            "otsikko: Ilta\n  alkaa: 1.5.2027\n  hinta: 5 €\n",
            {"otsikko": "Ilta", "alkaa": "1.5.2027", "hinta": "5 €"},
        ),
        ("tapahtuma:\n  otsikko: Ilta\n", {"otsikko": "Ilta"}),
        ('{\n "otsikko": "Ilta"\n "alkaa": "1.5.2027",\n}\n', {"otsikko": "Ilta", "alkaa": "1.5.2027"}),
        ("```yaml\notsikko: Ilta\n```\n", {"otsikko": "Ilta"}),
        ("otsikko: Ilta\n```\n", {"otsikko": "Ilta"}),
        ("otsikko: Ilta\n\nLähetetty iPhonesta\n", {"otsikko": "Ilta"}),
        ("otsikko: Ilta\nkenelle: - lapset - nuoret\n", {"otsikko": "Ilta", "kenelle": ["lapset", "nuoret"]}),
        (
            "otsikko: Ilta\nyhteystieto: rooli: Sihteeri, puhelin: 06 1\n",
            {"otsikko": "Ilta", "yhteystieto": {"rooli": "Sihteeri", "puhelin": "06 1"}},
        ),
        (
            "otsikko:Ilta: tanssit\nyhteystieto:\n  rooli:Sihteeri\n  puhelin: 06 1\n",
            {"otsikko": "Ilta: tanssit", "yhteystieto": {"rooli": "Sihteeri", "puhelin": "06 1"}},
        ),
        (
            "otsikko: Ilta\nlinkit:\n- https://example.org\n- nimi: A: B\n  osoite: https://example.org/b\n",
            {
                "otsikko": "Ilta",
                "linkit": ["https://example.org", {"nimi": "A: B", "osoite": "https://example.org/b"}],
            },
        ),
    ],
)
def test_what_is_clear_is_read(text: str, found: dict[str, Any]) -> None:
    assert fields(text) == found


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("kuvaus: |\nTervetuloa!\nKahvia on: 2 €.\n", "Tervetuloa!\nKahvia on: 2 €."),
        ("kuvaus: |\nMukana: kahvia\nhinta: 5 €\n", "Mukana: kahvia"),
        ("kuvaus:\n  Tervetuloa!\n  Ohjelmassa: makkaraa\n", "Tervetuloa!\nOhjelmassa: makkaraa"),
        ("kuvaus: |\n\tTervetuloa!\n\tKahvia on.\n", "Tervetuloa!\nKahvia on."),
        ("kuvaus: |\n    Tervetuloa!\n  Kahvia on: 2 €.\n", "Tervetuloa!\nKahvia on: 2 €."),
        ("kuvaus: | Tervetuloa!\n  Kahvia on.\n", "Tervetuloa!\nKahvia on."),
        ("kuvaus: Ohjelma: kahvia\n  ja pullaa\n", "Ohjelma: kahvia\nja pullaa"),
        ("kuvaus: 'Se on hyvää'\n  sanoi hän.\n", "'Se on hyvää' sanoi hän."),
    ],
)
def test_descriptions_are_read_to_their_end(written: str, text: str) -> None:
    assert fields(f"otsikko: Ilta\n{written}{REST}")["kuvaus"].strip() == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('otsikko: "Ilta\n' + REST, [("yaml-open-quote", 1, 'otsikko: "Ilta"')]),
        ("otsikko: Ilta\nkenelle: [lapset, nuoret\n" + REST, [("yaml-open-bracket", 2, "kenelle: [lapset, nuoret]")]),
        ("otsikko Ilta\nalkaa 1.5.2027\n", [("yaml-missing-colon", n, None) for n in (1, 2)]),
        ('otsikko: "Ilta\nhöpö\nkenelle: [lapset\n', [("yaml-open-quote", 1, 'otsikko: "Ilta"'),
         ("yaml-open-bracket", 3, "kenelle: [lapset]"), ("yaml-missing-colon", 2, None)]),
        ("Hei!\n\notsikko: Ilta\n", [("yaml-missing-colon", 1, None)]),
        (f"otsikko: Ilta\n{REST}---\notsikko: Aamu\n", [("another-record", 5, None)]),
        (f"otsikko: A\n{REST}\notsikko: B\n{REST}", [("another-record", 5, None)]),
        (f"titel: A\n{REST}---\ntitel: B\n{REST}---\ntitel: C\n", [("another-record", n, None) for n in (5, 9)]),
        ("- otsikko: A\n  alkaa: x\n- otsikko: B\n  alkaa: y\n", [("another-record", 3, None)]),
        ("alkaa: 1\notsikko: A\nhinta: x\n\nalkaa: 2\notsikko: B\nhinta: y\n", [("another-record", 5, None)]),
        ("<<<<<<< a\notsikko: A\n=======\notsikko: B\n>>>>>>> b\n", [("two-versions", 1, None)]),
        ("otsikko;alkaa;paikka\nIlta;1.5.2027;Tupa\n", [("file-is-table", 1, None)]),
        ("| a | b |\n|---|---|\n| c | d |\n", [("file-is-table", 1, None)]),
        ("<!doctype html><p>Ilta</p>", [("file-is-page", 1, None)]),
        ("Ilta 1.5.2027 klo 18. Tervetuloa!\n", [("yaml-no-mapping", 1, None)]),
        ("Hei!\nIlta: la 1.5.2027 klo 18, Tupa\nTervetuloa!\n", [("yaml-no-mapping", 1, None)]),
        ("BEGIN:VCALENDAR\nSUMMARY:Ilta\nEND:VCALENDAR\n", [("file-is-calendar", 1, None)]),
        ("- Ilta\n- Aamu\n", [("yaml-list", 1, None)]),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_told_all_at_once(text: str, told: list[tuple[str, int, str | None]]) -> None:
    _, flaws = read_tree(text)
    errors = [flaw for flaw in flaws if flaw.is_error]
    assert sorted((flaw.line, flaw.code) for flaw in errors) == sorted((line, code) for code, line, _ in told)
    mends = {flaw.code: flaw.mend.text for flaw in errors if flaw.mend is not None}
    assert all(mends[code] == mend for code, _, mend in told if mend is not None)


@pytest.mark.parametrize(
    ("text", "fields_line", "body", "body_line"),
    [
        ("---\nnimi: A\n---\nTeksti.\n", 1, "\nTeksti.\n", 3),
        ("nimi: A\ntyyppi: b\n---\nTeksti.\n", 1, "Teksti.\n", 4),
        ("nimi: A\ntyyppi: b\n\nTeksti.\n\nLisää.\n", 1, "Teksti.\n\nLisää.\n", 4),
        ("\n\n---\nnimi: A\n---\nTeksti.\n", 4, "Teksti.\n", 6),
        ("—\nnimi: A\n—\nTeksti.\n", 2, "Teksti.\n", 4),
        ("---\nnimi: A\n", 2, "", 4),
    ],
)
def test_fields_are_found_without_the_lines_around_them(
    text: str, fields_line: int, body: str, body_line: int
) -> None:
    front, _ = record_parts(text, markdown=True)
    assert front is not None
    assert (front.fields_line, front.body, front.body_line) == (fields_line, body, body_line)
    assert front.fields.strip().startswith("nimi: A")


def test_prose_below_fields_is_prose_in_a_file_of_fields_too() -> None:
    front, _ = record_parts("---\notsikko: A\n---\nTervetuloa!\n", markdown=False)
    assert front is not None
    assert front.body.strip() == "Tervetuloa!"
    assert record_parts("Tervetuloa!\n", markdown=True) == (None, ())


def test_a_first_line_that_stands_too_far_in_is_a_field_and_told() -> None:
    tree, flaws = read_tree("  otsikko: Ilta\nalkaa: 1.5.2027\n")
    assert tree is not None
    assert list(tree.entries) == ["otsikko", "alkaa"]
    assert [(flaw.code, flaw.line, flaw.mend and flaw.mend.text) for flaw in flaws] == [
        ("indent-read", 1, "otsikko: Ilta")
    ]


def test_a_line_of_a_programme_is_no_field_without_its_colon() -> None:
    _, flaws = read_tree("otsikko: Ilta\nkuvaus: |\nOhjelma:\nklo 18 avaus\n")
    assert [flaw.mend for flaw in flaws if flaw.is_error] in ([], [None])
