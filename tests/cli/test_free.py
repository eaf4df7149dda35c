"""`seurantalo free`: days in order with their reasons, as text and JSON; what is not known is told."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Write, seurantalo

FILES: dict[str, str | bytes] = {
    "events/tanssit.yml": (
        "otsikko: Kevättanssit\nalkaa: 19.6.2027 klo 18\npäättyy: 19.6.2027 klo 21\njärjestäjä: vimpelin-martat\n"
        "paikka: seurantalo\nkenelle: kaikki\n"
    ),
    "events/kerho.yml": (
        "otsikko: Kerho\nalkaa: la 12.6.2027 klo 10\njärjestäjä: vimpelin-martat\npaikka: seurantalo\n"
        "toistuu: {joka: viikko, kertoja: 1}\n"
    ),
}
JUNE = ("--from", "12.6.2027", "--to", "2027-06-27")


def test_the_best_days_come_first_with_their_reasons(write: Write) -> None:
    said = seurantalo("free", "--municipality", "Vimpeli", *JUNE, "--weekday", "la,sunnuntai", cwd=write(FILES))
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Vapaat päivät: Vimpeli, 12.–27.6.2027\n"
        "   1. la 12.6.2027  vapaa\n"
        "   2. su 13.6.2027  vapaa\n"
        "   3. su 20.6.2027  vapaa\n"
        "   4. su 27.6.2027  vapaa\n"
        "   5. la 19.6.2027  rauhallinen: samana päivänä: ”Kevättanssit” klo 18–21\n"
        "   6. la 26.6.2027  vältä: Juhannuspäivä\n"
    )


def test_a_venue_must_be_free_and_brings_its_municipality(write: Write) -> None:
    said = seurantalo("free", "--venue", "SEURANTALO", *JUNE, "--weekday", "lördag", "--lang", "sv", cwd=write(FILES))
    assert said.out.splitlines()[1:] == [
        "   1. lö 26.6.2027  undvik: Midsommardagen",
        "   2. lö 12.6.2027  undvik: lokalen är upptagen: ”Kerho” kl. 10",
        "   3. lö 19.6.2027  undvik: lokalen är upptagen: ”Kevättanssit” kl. 18–21",
    ]


def test_few_days_are_shown_and_the_rest_counted(write: Write) -> None:
    arguments = ("free", "--municipality", "vimpeli", *JUNE, "--lang", "en", "--most", "1")
    said = seurantalo(*arguments, cwd=write(FILES))
    assert said.out == (
        "Free days: Vimpeli, 12–27 June 2027\n   1. Sat 12 June 2027  free day\n16 days were weighed.\n"
    )
    assert len(seurantalo(*arguments[:-1], "0", cwd=write(FILES)).out.splitlines()) == 17


def test_json_tells_the_same(write: Write) -> None:
    arguments = ("--municipality", "vimpeli", "--audience", "LAPSET", *JUNE, "--most", "0", "--format", "json")
    told = json.loads(seurantalo("free", *arguments, cwd=write(FILES)).out)
    assert {key: told[key] for key in told if key != "days"} == {
        "municipality": "vimpeli",
        "venue": None,
        "audiences": ["lapset"],
        "weekdays": [],
        "from": "2027-06-12",
        "to": "2027-06-27",
        "today": "2027-01-04",
    }
    assert len(told["days"]) == 16
    assert next(day for day in told["days"] if day["date"] == "2027-06-19") == {
        "date": "2027-06-19",
        "weekday": 6,
        "grade": "avoid",
        "points": 6,
        "reasons": [
            {"kind": "event", "points": 6, "event": "tanssit", "text": "samalle väelle: ”Kevättanssit” klo 18–21"}
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Name a municipality or a venue, for example --municipality vimpeli."),
        (["--municipality", "vimpelli"], "There is no municipality “vimpelli”. Did you mean “vimpeli”?"),
        (["--municipality", "x"], "There is no municipality “x”. Known are: vimpeli."),
        (["--venue", "seuratalo"], "There is no venue “seuratalo”. Did you mean “seurantalo”?"),
        (["--municipality", "vimpeli", "--audience", "lapest"], "Did you mean “lapset”?"),
        (["--municipality", "vimpeli", "--weekday", "lauantia"], "There is no weekday “lauantia”. “lauantai"),
        (["--municipality", "vimpeli", "--from", "30.2.2027"], "--from is a day, not “30.2.2027”"),
        (["--municipality", "vimpeli", "--from", "1.5.27"], "write 1.5.2027"),
        (["--municipality", "vimpeli", "--from", "2.5.2027", "--to", "1.5.2027"], "is before --from"),
        (["--municipality", "vimpeli", "--from", "1.5.2020", "--to", "2.5.2020"], "is in the past"),
        (["--municipality", "vimpeli", "--to", "1.5.2040"], "are known until 2029-01-03"),
    ],
)
def test_what_is_not_known_is_told(write: Write, arguments: list[str], words: str) -> None:
    said = seurantalo("free", *arguments, cwd=write(FILES))
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert said.err.count("\n") == 1


def test_a_venue_elsewhere_is_told(write: Write) -> None:
    soini = "---\nnimi: Soini\nmissä: Soinissa\n---\n"
    project = write({"content/municipalities/soini.md": soini})
    said = seurantalo("free", "--municipality", "soini", "--venue", "seurantalo", cwd=project)
    assert said.err == "seurantalo: The venue “seurantalo” is in vimpeli, not in soini.\n"


def test_broken_files_are_told_first(write: Write) -> None:
    said = seurantalo("free", "--municipality", "vimpeli", cwd=write({"events/rikki.yml": "otsikko: A\n"}))
    assert said.code == 1
    assert "virhe:" in said.out
