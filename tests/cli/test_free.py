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
        "Vapaat päivät: Vimpeli, 12.–27.6.2027, klo 16–22, 3 tuntia\n"
        "   1. la 12.6.2027  vapaa\n"
        "   2. su 13.6.2027  vapaa\n"
        "   3. su 20.6.2027  vapaa\n"
        "   4. su 27.6.2027  vapaa\n"
        "   5. la 19.6.2027  rauhallinen: samaan aikaan: ”Kevättanssit” klo 18–21\n"
        "   6. la 26.6.2027  vältä: Juhannuspäivä\n"
    )


def test_a_venue_must_be_free_and_brings_its_municipality(write: Write) -> None:
    arguments = ("--venue", "SEURANTALO", *JUNE, "--weekday", "lördag", "--lang", "sv")
    said = seurantalo("free", *arguments, "--time", "kl. 9–12", cwd=write(FILES))
    assert said.out.splitlines() == [
        "Lediga dagar: Vimpeli, Seurantalo, 12–27.6.2027, kl. 9–12",
        "   1. lö 19.6.2027  lugn: samma dag: ”Kevättanssit” kl. 18–21",
        "   2. lö 26.6.2027  undvik: Midsommardagen",
        "   3. lö 12.6.2027  upptagen: ”Kerho” kl. 10",
        "Tid för förberedelser mellan två evenemang: 30 minuter.",
    ]
    # What is in the morning leaves the evening free.
    evening = seurantalo("free", *arguments, cwd=write(FILES)).out.splitlines()
    assert evening[1] == "   1. lö 12.6.2027  ledig"
    assert evening[3] == "   3. lö 19.6.2027  upptagen: ”Kevättanssit” kl. 18–21"


def test_the_free_hours_are_told_where_the_place_has_others_too(write: Write) -> None:
    day = ("--from", "12.6.2027", "--to", "12.6.2027")
    said = seurantalo(
        "free", "--venue", "seurantalo", *day, "--time", "8-18", "--length", "3 tuntia", cwd=write(FILES)
    )
    assert said.out.splitlines()[:2] == [
        "Vapaat päivät: Vimpeli, Seurantalo, 12.6.2027, klo 8–18, 3 tuntia",
        "   1. la 12.6.2027  vapaa (vapaata: Iso sali klo 12.30–18, Keittiö klo 12.30–18)",
    ]


def test_json_tells_midnight_as_the_end_of_the_day_and_no_hours_without_a_place(write: Write) -> None:
    arguments = ("--municipality", "vimpeli", *JUNE, "--time", "koko päivä", "--most", "1", "--format", "json")
    told = json.loads(seurantalo("free", *arguments, cwd=write(FILES)).out)
    assert (told["time"], told["length_minutes"]) == ({"starts": "00:00", "ends": "24:00"}, 1440)
    assert told["days"][0]["free"] is None


def test_several_days_in_a_row_are_told_by_the_first_and_the_last(write: Write) -> None:
    weekends = ("--days", "viikonloppu", "--from", "12.6.2027", "--to", "27.6.2027", "--lang", "en")
    said = seurantalo("free", "--venue", "seurantalo", *weekends, cwd=write(FILES))
    assert said.out.splitlines() == [
        "Free days: Vimpeli, Seurantalo, 12–27 June 2027, whole day, 2 days in a row",
        "   1. Sat–Sun 26–27 June 2027  day to avoid: Midsummer Day",
        "   2. Sat–Sun 12–13 June 2027  taken day: “Kerho” 10:00",
        "   3. Sat–Sun 19–20 June 2027  taken day: “Kevättanssit” 18:00–21:00",
    ]


def test_the_first_days_are_left_to_prepare(write: Write) -> None:
    def firsts(*arguments: str) -> str:
        told = json.loads(
            seurantalo("free", "--municipality", "vimpeli", *arguments, "--format", "json", cwd=project).out
        )
        return str(told["from"])

    project = write(FILES)
    assert firsts() == "2027-01-11"
    assert firsts("--lead", "2 viikkoa") == "2027-01-18"
    assert firsts("--lead", "0") == "2027-01-04"
    # A first day that was asked for is meant, unless a lead time is asked for too.
    assert firsts("--from", "5.1.2027") == "2027-01-05"
    assert firsts("--from", "5.1.2027", "--lead", "7") == "2027-01-11"
    assert firsts("--from", "5.3.2027", "--lead", "7") == "2027-03-05"


def test_few_days_are_shown_and_the_rest_counted(write: Write) -> None:
    arguments = ("free", "--municipality", "vimpeli", *JUNE, "--lang", "en", "--most", "1")
    said = seurantalo(*arguments, cwd=write(FILES))
    assert said.out == (
        "Free days: Vimpeli, 12–27 June 2027, 16:00–22:00, 3 hours\n"
        "   1. Sat 12 June 2027  free day\n"
        "16 days were compared.\n"
    )
    assert len(seurantalo(*arguments[:-1], "0", cwd=write(FILES)).out.splitlines()) == 17


def test_json_tells_the_same(write: Write) -> None:
    arguments = ("--venue", "seurantalo", "--audience", "LAPSET", *JUNE, "--most", "0", "--format", "json")
    told = json.loads(seurantalo("free", *arguments, cwd=write(FILES)).out)
    assert {key: told[key] for key in told if key != "days"} == {
        "municipality": "vimpeli",
        "venue": "seurantalo",
        "room": None,
        "audiences": ["lapset"],
        "weekdays": [],
        "from": "2027-06-12",
        "to": "2027-06-27",
        "today": "2027-01-04",
        "timezone": "Europe/Helsinki",
        "time": {"starts": "16:00", "ends": "22:00"},
        "length_minutes": 180,
        "days_in_a_row": 1,
        "margin_minutes": 30,
    }
    assert len(told["days"]) == 16
    days = {day["date"]: day for day in told["days"]}
    assert days["2027-06-19"] == {
        "date": "2027-06-19",
        "to": "2027-06-19",
        "weekday": 6,
        "grade": "taken",
        "points": 8,
        "free": [],
        "taken": [
            {
                "starts": "2027-06-19T18:00",
                "ends": "2027-06-19T21:00",
                "event": "tanssit",
                "venue": "seurantalo",
                "room": None,
                "tentative": False,
            }
        ],
        "reasons": [
            {"kind": "venue", "points": 8, "event": "tanssit", "text": "paikka on varattu: ”Kevättanssit” klo 18–21"}
        ],
    }
    assert days["2027-06-12"]["free"] == [
        {"starts": "2027-06-12T16:00", "ends": "2027-06-12T22:00", "room": room} for room in ("sali", "keittio")
    ]
    assert [one["event"] for one in days["2027-06-12"]["taken"]] == ["kerho"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Kerro kunta tai paikka, esimerkiksi --municipality vimpeli."),
        (["--municipality", "vimpelli"], "Ei löydy: kunta ”vimpelli”. Tarkoititko ”vimpeli”?"),
        (["--municipality", "x"], "Ei löydy: kunta ”x”. Tunnetut: vimpeli."),
        (["--venue", "seuratalo"], "Ei löydy: paikka ”seuratalo”. Tarkoititko ”seurantalo”?"),
        (["--municipality", "vimpeli", "--audience", "lapest"], "Tarkoititko ”lapset”?"),
        (
            ["--municipality", "vimpeli", "--weekday", "lauantia"],
            "Viikonpäivää ”lauantia” ei ole. Tarkoititko ”lauantai",
        ),
        (
            ["--municipality", "vimpeli", "--from", "30.2.2027"],
            "--from: ”30.2.2027” ei ole päivä. Kirjoita näin: 1.5.2027.",
        ),
        (["--municipality", "vimpeli", "--from", "1.5."], "--from: ”1.5.” ei ole päivä. Kirjoita näin: 1.5.2027."),
        (
            ["--municipality", "vimpeli", "--from", "2.5.2027", "--to", "1.5.2027"],
            "--to (1.5.2027) on ennen päivää --from (2.5.2027).",
        ),
        (
            ["--municipality", "vimpeli", "--from", "1.5.2020", "--to", "2.5.2020"],
            "2.5.2020 on mennyt; tänään on 4.1.2027.",
        ),
        (["--municipality", "vimpeli", "--to", "1.5.2040"], "tiedetään 3.1.2029 asti"),
        (
            ["--municipality", "vimpeli", "--to", "6.1.2027"],
            "valmisteluajan (7 päivää) jälkeen aloitetaan: anna --lead 0.",
        ),
        (
            ["--municipality", "vimpeli", "--time", "illansuussa"],
            "--time: tätä ei ymmärretty: ”illansuussa”. Kirjoita esimerkiksi ilta, 18-21, klo 18–21.30.",
        ),
        (["--municipality", "vimpeli", "--time", "18-25"], "”18-25”"),
        (["--municipality", "vimpeli", "--time", "18.70-20"], "”18.70-20”"),
        (
            ["--municipality", "vimpeli", "--length", "pitkään"],
            "--length: tätä ei ymmärretty: ”pitkään”. Kirjoita esimerkiksi 3h, 90 min.",
        ),
        (["--municipality", "vimpeli", "--length", "0 h"], "”0 h”"),
        (["--municipality", "vimpeli", "--length", "8 h"], "8 tuntia ei mahdu aikaan klo 16–22: anna pidempi aika"),
        (
            ["--municipality", "vimpeli", "--days", "monta"],
            "--days: tätä ei ymmärretty: ”monta”. Kirjoita esimerkiksi 2, viikonloppu.",
        ),
        (["--municipality", "vimpeli", "--days", "0"], "--days: ”0” ei käy. Kirjoita päivien määrä, 1–31."),
        (["--municipality", "vimpeli", "--days", "3", "--from", "1.5.2027", "--to", "2.5.2027"], "ei mahdu 3 päivää"),
        (
            ["--municipality", "vimpeli", "--lead", "pian"],
            "--lead: tätä ei ymmärretty: ”pian”. Kirjoita esimerkiksi 7, 2 viikkoa.",
        ),
        (
            ["--municipality", "vimpeli", "--room", "sali"],
            "--room sali tarvitsee paikan: kerro se valinnalla --venue.",
        ),
        (
            ["--venue", "seurantalo", "--room", "saali"],
            "Paikassa ”seurantalo” ei ole tilaa ”saali”. Tarkoititko ”sali”?",
        ),
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
    assert said.err == "seurantalo: Paikan ”seurantalo” kunta on vimpeli, ei soini.\n"


def test_broken_files_are_told_first(write: Write) -> None:
    said = seurantalo("free", "--municipality", "vimpeli", cwd=write({"events/rikki.yml": "otsikko: A\n"}))
    assert said.code == 1
    assert "virhe:" in said.out
