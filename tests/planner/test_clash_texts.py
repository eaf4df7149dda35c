"""What people read about a clash, word for word, in three languages."""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from tests.planner.builders import (
    SETTINGS,
    TODAY,
    calendar_of,
    make_community,
    make_event,
    make_municipality,
    make_organisation,
    make_venue,
    text,
)

import seurantalo.language
import seurantalo.planner
from seurantalo.language import language
from seurantalo.model.event import EventStatus, Format, Weight
from seurantalo.model.parts import Period
from seurantalo.model.record import Record, Revision
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner import holidays
from seurantalo.planner.clashes import Finding, RuleWords, advice, explain, find_clashes, why_words
from seurantalo.planner.clashes.bonds import BOTH_ROUTINE, BOUND, PART_OF_OTHER, SAME_EVENT
from seurantalo.planner.clashes.rules import PAIR_RULES, RULES
from seurantalo.planner.clashes.why import NO_DATE, NOT_HELD, RULE_OFF, UNTOLD
from seurantalo.planner.free import wording as free_wording

LANGUAGES = ("fi", "sv", "en")


def finding_in(*records: Record, rule: str = "") -> Finding:
    """Return the only finding, or the only one of a rule."""
    community = make_community(*records)
    found = [
        finding
        for finding in find_clashes(community, calendar_of(*records), SETTINGS).findings
        if not rule or finding.rule == rule
    ]
    (only,) = found
    return only


def sentences(finding: Finding) -> list[str]:
    return [explain(finding, language(code)) for code in LANGUAGES]


CHURCH = make_venue("kirkko", name={"fi": "Vimpelin kirkko", "sv": "Vimpeli kyrka"})
CONCERT = make_event(
    "a",
    "2027-03-13 18:00",
    "2027-03-13 20:00",
    title=text({"fi": "Kevätkonsertti", "sv": "Vårkonsert"}),
    venue="kirkko",
)


def test_same_place() -> None:
    found = finding_in(CHURCH, CONCERT, make_event("b", "2027-03-13 18:00", title="Kirkkoilta", venue="kirkko"))
    assert sentences(found) == [
        "Samaan aikaan samassa paikassa (Vimpelin kirkko): ”Kevätkonsertti” ja ”Kirkkoilta”, la 13.3.2027.",
        "Samtidigt på samma plats (Vimpeli kyrka): ”Vårkonsert” och ”Kirkkoilta”, lö 13.3.2027.",
        "At the same time in the same place (Vimpelin kirkko): “Kevätkonsertti” and “Kirkkoilta”, Sat 13 March 2027.",
    ]
    assert [advice(found, language(code)) for code in LANGUAGES] == [
        (
            "Sopikaa, kumpi vaihtaa aikaa tai tilaa. Päättymisaikaa ei ole kerrottu, joten kesto on "
            "arvio: ”Kirkkoilta”. "
            "Jos asiasta on sovittu, kirjoittakaa se jompaankumpaan tiedostoon (päällekkäisyys sovittu)."
        ),
        (
            "Kom överens om vilket som byter tid eller rum. Sluttiden är inte angiven, så längden "
            "är en uppskattning: "
            "”Kirkkoilta”. Om ni har kommit överens, skriv det i en av filerna (krock överenskommen)."
        ),
        (
            "Agree on which of the two changes its time or room. No end is given for “Kirkkoilta”; "
            "its length is a guess. If you have agreed on it, write that in one of the files (clash_ok)."
        ),
    ]


def test_same_room_is_named() -> None:
    hall = make_venue("talo", rooms=["sali", "kahvio"], name="Seurantalo")
    found = finding_in(
        hall, *(make_event(name, title=name.upper(), venue="talo", room="sali") for name in ("a", "b"))
    )
    assert sentences(found)[0] == "Samaan aikaan samassa paikassa (Seurantalo, Sali): ”A” ja ”B”, la 13.3.2027."


def test_too_little_time_between() -> None:
    found = finding_in(CHURCH, CONCERT, make_event("b", "2027-03-13 20:10", title="Yömessu", venue="kirkko"))
    assert sentences(found) == [
        (
            "Liian vähän aikaa kahden tapahtuman välissä samassa paikassa (Vimpelin kirkko): "
            "”Kevätkonsertti” ja ”Yömessu”, "
            "la 13.3.2027. Väliä on 10 minuuttia, ja tilan valmisteluun tarvitaan 30."
        ),
        (
            "För kort tid mellan två evenemang på samma plats (Vimpeli kyrka): ”Vårkonsert” och "
            "”Yömessu”, lö 13.3.2027. "
            "Det är 10 minuter emellan, och 30 behövs."
        ),
        (
            "Too little time between two events in one place (Vimpelin kirkko): “Kevätkonsertti” and “Yömessu”, "
            "Sat 13 March 2027. There are 10 minutes between them, and 30 are needed."
        ),
    ]


TEXTS = [
    (
        "a dance where an exhibition stands",
        {"venue": "kirkko", "ends": "2027-03-20", "starts": "2027-03-10", "format": Format.EXHIBITION},
        {"venue": "kirkko", "format": Format.DANCE},
        "Samassa tilassa kuin näyttely ”A” (Vimpelin kirkko): ”B”, la 13.3.2027. Sopikaa, kumpi vaihtaa aikaa tai",
    ),
    (
        "a meeting where an exhibition hangs, the other way round",
        {"venue": "kirkko", "format": Format.MEETING},
        {"venue": "kirkko", "ends": "2027-03-20", "starts": "2027-03-10", "format": Format.EXHIBITION},
        (
            "Samassa tilassa kuin näyttely ”B” (Vimpelin kirkko): ”A”, la 13.3.2027. "
            "Kysykää tilan hoitajalta, mahtuvatko molemmat."
        ),
    ),
    (
        "a morning after a night, the later one first by name",
        {"venue": "kirkko", "starts": "2027-03-14 10:00", "ends": "2027-03-14 12:00"},
        {"venue": "kirkko", "starts": "2027-03-13 20:00", "ends": "2027-03-14 01:00"},
        (
            "Aamulla toisen juhlayön jälkeen (Vimpelin kirkko): ”B” ja sitten ”A”, su 14.3.2027. "
            "Sopikaa, kuka siivoaa tilan yöllä, tai aloittakaa myöhemmin."
        ),
    ),
    (
        "twice the time for a market",
        {"venue": "kirkko", "starts": "2027-03-13 10:00", "ends": "2027-03-13 12:00", "format": Format.MARKET},
        {"venue": "kirkko", "starts": "2027-03-13 12:50", "ends": "2027-03-13 14:00"},
        (
            "Liian vähän aikaa kahden tapahtuman välissä samassa paikassa (Vimpelin kirkko): ”A” ja ”B”, "
            "la 13.3.2027. Väliä on 50 minuuttia, ja tilan valmisteluun tarvitaan 60."
        ),
    ),
    (
        "a choir in two places",
        {"organisers": ("kuoro",), "venue": "kirkko"},
        {"organisers": ("kuoro",), "venue": "talo"},
        "Sama väki yhtä aikaa kahdessa paikassa (Kuoro): ”A” ja ”B”, la 13.3.2027. Siirtäkää toinen.",
    ),
    (
        "a choir on its way",
        {"organisers": ("kuoro",), "starts": "2027-03-13 16:00", "ends": "2027-03-13 17:30"},
        {"organisers": ("kuoro",), "municipality": "soini"},
        (
            "Sama väki ensin täällä, sitten tuolla (Kuoro): ”A” ja ”B”, la 13.3.2027. "
            "Kysykää, jääkö aikaa matkaan ja valmisteluun."
        ),
    ),
    (
        "one's own weekly group",
        {"organisers": ("seura",), "venue": "kirkko", "weight": Weight.ROUTINE},
        {"organisers": ("seura",), "venue": "talo"},
        (
            "Sama järjestäjä samaan aikaan kahdessa paikassa (Seura): ”A” ja ”B”, la 13.3.2027. "
            "Tarkistakaa, että tekijöitä riittää, tai jättäkää toinen väliin."
        ),
    ),
    (
        "nobody said for whom",
        {"format": Format.PARTY},
        {"format": Format.THEATRE},
        (
            "Samaan aikaan Vimpelissa, eikä kummastakaan selviä, kenelle se on: ”A” ja ”B”, la 13.3.2027. "
            "Kertokaa molemmissa tiedostoissa, kenelle tapahtuma on (kenelle). Silloin nähdään"
        ),
    ),
    (
        "two weekly groups",
        {"audiences": ("lapset",), "weight": Weight.ROUTINE},
        {"audiences": ("lapset",), "weight": Weight.ROUTINE},
        (
            "Samalle väelle samaan aikaan Vimpelissa (lapset): ”A” ja ”B”, la 13.3.2027. "
            "Jutelkaa toisen järjestäjän kanssa: voisiko toinen valita toisen ajan?"
        ),
    ),
    (
        "two great days",
        {"weight": Weight.MAJOR},
        {"weight": Weight.MAJOR},
        (
            "Kaksi suurtapahtumaa samana päivänä Vimpelissa: ”A” ja ”B”, la 13.3.2027. "
            "Sopikaa, kumpi siirtyy toiselle päivälle."
        ),
    ),
    (
        "two dances next door",
        {"format": Format.DANCE},
        {"format": Format.DANCE, "municipality": "soini"},
        (
            "Näihin tullaan kauempaakin, ja väki ehtii vain toiseen: ”A” (Vimpeli) ja ”B” (Soini), la 13.3.2027. "
            "Jutelkaa toisen järjestäjän kanssa: toinen päivä vai yhteinen tiedotus?"
        ),
    ),
    (
        "two markets in one place",
        {"format": Format.MARKET},
        {"format": Format.MARKET},
        (
            "Näihin tullaan kauempaakin, ja väki ehtii vain toiseen: ”A” (Vimpeli) ja ”B” (Vimpeli), la 13.3.2027. "
            "Jutelkaa toisen järjestäjän kanssa: toinen päivä vai yhteinen tiedotus?"
        ),
    ),
]


@pytest.mark.parametrize(("a", "b", "told"), [each[1:] for each in TEXTS], ids=[each[0] for each in TEXTS])
def test_what_is_found_and_what_helps(a: dict[str, Any], b: dict[str, Any], told: str) -> None:
    events = []
    for name, each in (("a", dict(a)), ("b", dict(b))):
        weight = each.pop("weight", None)
        starts, ends = each.pop("starts", "2027-03-13 18:00"), each.pop("ends", None)
        events.append(make_event(name, starts, ends, title=name.upper(), stated_weight=weight, **each))
    soini = make_municipality("soini", neighbours=("vimpeli",))
    community = make_community(CHURCH, make_venue("talo"), soini, *events)
    (found, *_) = find_clashes(community, calendar_of(CHURCH, make_venue("talo"), soini, *events), SETTINGS).findings
    assert f"{explain(found, language('fi'))} {advice(found, language('fi'))}".startswith(told)


def test_room_not_named() -> None:
    hall = make_venue("talo", rooms=["sali"], name="Seurantalo")
    found = finding_in(
        hall,
        make_event("a", title="Tanssit", venue="talo", room="sali"),
        make_event("b", title="Kokous", venue="talo"),
    )
    assert sentences(found) == [
        (
            "Ehkä samassa tilassa samaan aikaan (Seurantalo): ”Tanssit” ja ”Kokous”, la 13.3.2027. "
            "Tilaa ei ole kerrottu: ”Kokous”."
        ),
        (
            "Kanske i samma rum samtidigt (Seurantalo): ”Tanssit” och ”Kokous”, lö 13.3.2027. "
            "Rummet är inte angivet för ”Kokous”."
        ),
        (
            "Perhaps in the same room at the same time (Seurantalo): “Tanssit” and “Kokous”, Sat 13 March 2027. "
            "The room of “Kokous” is not named."
        ),
    ]


def test_one_organiser_in_two_places() -> None:
    club = make_organisation("seura", title="Vimpelin Veto")
    found = finding_in(
        club,
        make_event("a", title="Pesäpallo", venue="kentta", organisers=("seura",)),
        make_event("b", title="Bingo", venue="talo", organisers=("seura",)),
    )
    assert sentences(found) == [
        "Sama järjestäjä samaan aikaan kahdessa paikassa (Vimpelin Veto): ”Pesäpallo” ja ”Bingo”, la 13.3.2027.",
        "Samma arrangör på två platser samtidigt (Vimpelin Veto): ”Pesäpallo” och ”Bingo”, lö 13.3.2027.",
        "One organiser in two places at the same time (Vimpelin Veto): “Pesäpallo” and “Bingo”, Sat 13 March 2027.",
    ]


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (
            "2027-03-13 18:30",
            [
                "Samalle väelle samaan aikaan Vimpelissa (lapset): ”A” ja ”B”, la 13.3.2027.",
                "För samma publik samtidigt i Vimpeli (lapset): ”A” och ”B”, lö 13.3.2027.",
                "For the same people at the same time in Vimpeli (lapset): “A” and “B”, Sat 13 March 2027.",
            ],
        ),
        (
            "2027-03-13 21:00",
            [
                "Samalle väelle samana iltana Vimpelissa (lapset): ”A” ja ”B”, la 13.3.2027.",
                "För samma publik samma kväll i Vimpeli (lapset): ”A” och ”B”, lö 13.3.2027.",
                "For the same people on the same evening in Vimpeli (lapset): “A” and “B”, Sat 13 March 2027.",
            ],
        ),
    ],
)
def test_the_same_people(starts: str, expected: list[str]) -> None:
    found = finding_in(
        make_event("a", title="A", audiences=("kaikki", "lapset")),
        make_event("b", starts, title="B", audiences=("lapset",)),
    )
    assert sentences(found) == expected


def test_a_great_day_next_door_names_the_great_one_first() -> None:
    found = finding_in(
        make_municipality("alajarvi", neighbours=("vimpeli",)),
        make_event("a", "2027-07-10 10:00", title="Kisat"),
        make_event("b", "2027-07-10", title="Nestorinmarkkinat", municipality="alajarvi", stated_weight=Weight.MAJOR),
    )
    assert sentences(found) == [
        (
            "Samana päivänä kuin lähiseudun suurtapahtuma: ”Nestorinmarkkinat” (Alajarvi) ja ”Kisat” (Vimpeli), "
            "la 10.7.2027."
        ),
        (
            "Samma dag som ett storevenemang i närheten: ”Nestorinmarkkinat” (Alajarvi) och ”Kisat” (Vimpeli), "
            "lö 10.7.2027."
        ),
        "On the day of a major event nearby: “Nestorinmarkkinat” (Alajarvi) and “Kisat” (Vimpeli), Sat 10 July 2027.",
    ]


def test_a_great_day_at_home() -> None:
    found = finding_in(
        make_event("a", "2027-07-10 10:00", title="Kisat"),
        make_event("b", "2027-07-10", title="Kesäpäivä", stated_weight=Weight.MAJOR),
    )
    assert sentences(found) == [
        "Samana päivänä kuin suurtapahtuma: ”Kesäpäivä” ja ”Kisat” (Vimpeli), la 10.7.2027.",
        "Samma dag som ett storevenemang: ”Kesäpäivä” och ”Kisat” (Vimpeli), lö 10.7.2027.",
        "On the day of a major event: “Kesäpäivä” and “Kisat” (Vimpeli), Sat 10 July 2027.",
    ]


def test_close_together() -> None:
    found = finding_in(
        make_event("a", "2027-03-10 18:00", title="A", audiences=("nuoret",)),
        make_event("b", "2027-03-12 18:00", title="B", audiences=("nuoret",)),
    )
    assert sentences(found) == [
        "Lähekkäin Vimpelissa, samalle väelle (nuoret): ”A” ke 10.3.2027 ja ”B” pe 12.3.2027.",
        "Nära varandra i Vimpeli, för samma publik (nuoret): ”A” on 10.3.2027 och ”B” fr 12.3.2027.",
        "Close together in Vimpeli, for the same people (nuoret): “A” Wed 10 March 2027 and “B” Fri 12 March 2027.",
    ]


def test_close_together_of_one_kind_on_one_day() -> None:
    found = finding_in(
        make_event("a", "2027-03-10 12:00", "2027-03-10 13:00", title="A", format=Format.CONCERT),
        make_event("b", "2027-03-10 18:00", title="B", format=Format.CONCERT),
    )
    assert sentences(found) == [
        "Lähekkäin Vimpelissa, samanlaisia tapahtumia: ”A” ja ”B”, ke 10.3.2027.",
        "Nära varandra i Vimpeli, av samma slag: ”A” och ”B”, on 10.3.2027.",
        "Close together in Vimpeli, of the same kind: “A” and “B”, Wed 10 March 2027.",
    ]


def test_one_practice_in_one_municipality() -> None:
    found = finding_in(
        make_event("a", "2027-03-10 18:00", title="A", practices=("elpo",)),
        make_event("b", "2027-03-11 18:00", title="B", practices=("elpo",)),
    )
    assert sentences(found)[0] == (
        "Lähekkäin Vimpelissa, samaa käytäntöä (Elpo): ”A” ke 10.3.2027 ja ”B” to 11.3.2027."
    )


def test_one_practice_on_one_day_in_two_municipalities() -> None:
    found = finding_in(
        make_municipality("soini", neighbours=("alajarvi",)),
        make_event(
            "a", "2027-04-17 17:00", title="Kumppanuuspöytä", municipality="alajarvi", practices=("aamiainen",)
        ),
        make_event(
            "s", "2027-04-17 08:00", title="Kumppanuusaamiainen", municipality="soini", practices=("aamiainen",)
        ),
    )
    assert sentences(found) == [
        (
            "Sama käytäntö samana päivänä kahdessa kunnassa (Aamiainen): ”Kumppanuuspöytä” (Alajarvi) ja "
            "”Kumppanuusaamiainen” (Soini), la 17.4.2027."
        ),
        (
            "Samma praxis samma dag i två kommuner (Aamiainen): ”Kumppanuuspöytä” (Alajarvi) och "
            "”Kumppanuusaamiainen” (Soini), lö 17.4.2027."
        ),
        (
            "One practice on one day in two municipalities (Aamiainen): “Kumppanuuspöytä” (Alajarvi) and "
            "“Kumppanuusaamiainen” (Soini), Sat 17 April 2027."
        ),
    ]


def test_the_earlier_day_comes_first_whatever_the_ids() -> None:
    found = finding_in(
        make_event("a", "2027-03-12 18:00", title="Perjantai", format=Format.CONCERT),
        make_event("b", "2027-03-10 18:00", title="Keskiviikko", format=Format.CONCERT),
    )
    assert sentences(found)[0] == (
        "Lähekkäin Vimpelissa, samanlaisia tapahtumia: ”Keskiviikko” ke 10.3.2027 ja ”Perjantai” pe 12.3.2027."
    )


def test_one_practice_is_told_with_a_weightier_finding() -> None:
    found = finding_in(
        make_organisation("hanke", title="Hanke"),
        make_municipality("soini", neighbours=("alajarvi",)),
        make_event(
            "a", "2027-04-17", title="Pöytä", municipality="alajarvi", practices=("aamiainen",), organisers=("hanke",)
        ),
        make_event(
            "s",
            "2027-04-17",
            title="Aamiainen",
            municipality="soini",
            practices=("aamiainen",),
            organisers=("hanke",),
        ),
    )
    assert sentences(found) == [
        (
            "Sama järjestäjä samaan aikaan kahdessa paikassa (Hanke): ”Pöytä” ja ”Aamiainen”, la 17.4.2027. "
            "Kumpikin on samaa käytäntöä: Aamiainen."
        ),
        (
            "Samma arrangör på två platser samtidigt (Hanke): ”Pöytä” och ”Aamiainen”, lö 17.4.2027. "
            "Båda hör till samma praxis: Aamiainen."
        ),
        (
            "One organiser in two places at the same time (Hanke): “Pöytä” and “Aamiainen”, Sat 17 April 2027. "
            "Both are of one practice: Aamiainen."
        ),
    ]


def test_on_holidays() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=5)
    found = finding_in(make_event("a", "2027-12-11 18:00", title="Kerho", repeats=weekly))
    assert sentences(found) == [
        "”Kerho” osuu pyhäpäivään: Joulupäivä la 25.12.2027 ja Uudenvuodenpäivä la 1.1.2028.",
        "”Kerho” infaller på en helgdag: Juldagen lö 25.12.2027 och Nyårsdagen lö 1.1.2028.",
        (
            "“Kerho” falls on a public holiday: Christmas Day Sat 25 December 2027 and "
            "New Year's Day Sat 1 January 2028."
        ),
    ]


def test_on_an_eve() -> None:
    found = finding_in(make_event("a", "2027-04-30 18:00", title="Ilta"))
    assert sentences(found) == [
        "”Ilta” osuu pyhän aattoon: Vappuaatto pe 30.4.2027.",
        "”Ilta” infaller dagen före en helgdag: Valborgsmässoafton fr 30.4.2027.",
        "“Ilta” falls on the eve of a holiday: May Day Eve Fri 30 April 2027.",
    ]


def test_in_the_school_break() -> None:
    week = Period(
        starts=datetime(2027, 3, 1).date(),
        ends=datetime(2027, 3, 7).date(),
        name=text({"fi": "talviloma", "sv": "sportlov"}),
    )
    found = finding_in(
        make_municipality("vimpeli", school_breaks=(week,)), make_event("a", "2027-03-03 18:00", title="A")
    )
    assert sentences(found) == [
        "”A” osuu koulujen lomalle (Vimpeli, talviloma): ke 3.3.2027.",
        "”A” infaller under skollovet (Vimpeli, sportlov): on 3.3.2027.",
        "“A” falls in the school break of Vimpeli (talviloma): Wed 3 March 2027.",
    ]


def test_much_on_one_day() -> None:
    events = [
        make_event(name, f"2027-03-10 {hour}:00", title=name.upper())
        for name, hour in zip("abcd", (10, 13, 16, 19), strict=True)
    ]
    assert sentences(finding_in(*events)) == [
        "Paljon samalle päivälle Vimpelissa, ke 10.3.2027: 4 tapahtumaa (”A”, ”B”, ”C” ja 1 muu).",
        "Mycket på en dag i Vimpeli, on 10.3.2027: 4 evenemang (”A”, ”B”, ”C” och 1 till).",
        "Much on one day in Vimpeli, Wed 10 March 2027: 4 events (“A”, “B”, “C” and 1 other).",
    ]


def test_much_on_one_weekend() -> None:
    events = [
        make_event(name, f"2027-03-{day} {hour}:00", title=name.upper())
        for name, day, hour in (("a", 13, 10), ("b", 13, 18), ("c", 14, 10), ("d", 14, 18))
    ]
    assert sentences(finding_in(*events))[0] == (
        "Paljon samalle viikonlopulle Vimpelissa, la 13.3.2027: 4 tapahtumaa (”A”, ”B”, ”C” ja 1 muu)."
    )


def test_twice_the_same() -> None:
    found = finding_in(make_event("a", title="Laskiaisrieha"), make_event("b", title="Laskiaisrieha!"))
    assert sentences(found) == [
        "Onko tämä sama tapahtuma kahteen kertaan? ”Laskiaisrieha” ja ”Laskiaisrieha!” (Vimpeli), la 13.3.2027.",
        "Är det samma evenemang två gånger? ”Laskiaisrieha” och ”Laskiaisrieha!” (Vimpeli), lö 13.3.2027.",
        "Is this one event written twice? “Laskiaisrieha” and “Laskiaisrieha!” (Vimpeli), Sat 13 March 2027.",
    ]


def test_many_dates_are_a_number_in_the_end() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=8)
    series = make_event("a", "2027-01-12 18:00", title="Kuoro", venue="talo", repeats=weekly)
    other = make_event(
        "b", "2027-01-12 18:00", title="Leiri", venue="talo", repeats=weekly, stated_weight=Weight.NORMAL
    )
    assert sentences(finding_in(series, other))[0] == (
        "Samaan aikaan samassa paikassa (Talo): ”Kuoro” ja ”Leiri”, "
        "ti 12.1.2027, ti 19.1.2027, ti 26.1.2027, ti 2.2.2027, ti 9.2.2027 ja 3 muuta päivää."
    )


def test_who_was_first_and_what_is_only_held() -> None:
    early, late = (
        Revision(datetime(2026, month, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)) for month in (3, 9)
    )
    hold = {"status": EventStatus.TENTATIVE, "hold_until": TODAY}
    found = finding_in(
        make_event("a", "2027-03-13 18:00", "2027-03-13 19:00", title="A", venue="talo", revision=late, **hold),
        make_event("b", "2027-03-13 18:00", "2027-03-13 19:00", title="B", venue="talo", revision=early),
    )
    assert found.fact("first") == "b"
    assert advice(found, language("fi")) == (
        "Sopikaa, kumpi vaihtaa aikaa tai tilaa. Kalenterissa oli ensin ”B”. "
        "Päivä on vasta varattu alustavasti: ”A”. "
        "Jos asiasta on sovittu, kirjoittakaa se jompaankumpaan tiedostoon (päällekkäisyys sovittu)."
    )


def test_titles_with_braces_and_markup_stay_what_they_are() -> None:
    found = finding_in(
        make_event("a", title="{other} <b>"),
        make_event("b", title="{0.x} <b>", venue="t"),
        make_event("c", title="{x}", venue="t"),
        rule="venue",
    )
    assert explain(found, language("en")).startswith("At the same time in the same place (T): “{0.x} <b>” and “{x}”")


def planner_messages() -> set[str]:
    """All source texts in the planner's code: what say() and count() get, and the tables of texts."""
    found: set[str] = set()
    folder = Path(seurantalo.planner.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"say", "count"}
            ):
                for argument in node.args:
                    found |= {
                        each.value
                        for each in ast.walk(argument)
                        if isinstance(each, ast.Constant) and isinstance(each.value, str)
                    }
    found |= {*holidays._EVES.values(), *why_words._LEVELS.values()}
    tables = (free_wording._ABOUT, free_wording._OF_SAME, free_wording._EVENTS)
    found |= {words for table in tables for words in table.values()}
    found |= {free_wording._FOR_SAME, free_wording._APART_FOR_SAME}
    found |= {free_wording._ROOM, free_wording._GROUPS, free_wording._GROUPS_OF_SAME}
    found |= {words for rule in RULES for words in rule_messages(rule.words)}
    found |= {condition.reason.words for rule in PAIR_RULES for condition in rule.conditions}
    found |= {
        reason.words for reason in (*BOUND.values(), PART_OF_OTHER, BOTH_ROUTINE, SAME_EVENT, NO_DATE, NOT_HELD)
    }
    return (found | {RULE_OFF.words, UNTOLD.words, *rule_messages(RuleWords())}) - {""}


def rule_messages(words: RuleWords) -> set[str]:
    """All source texts that a rule gives as such; sentence and advice may be said by a function instead."""
    said = {text for text in (words.sentence, words.advice) if isinstance(text, str)}
    return {words.name, words.beside, *said}


@pytest.mark.parametrize("code", ["fi", "sv"])
def test_the_catalogue_holds_what_the_code_says_and_nothing_else(code: str) -> None:
    held: dict[str, tuple[str, ...]] = {}
    messages: list[Message] = []
    elsewhere: set[str] = set()
    for path in sorted((Path(seurantalo.language.__file__).parent / "locale" / code).glob("*.po")):
        with path.open("rb") as stream:
            if path.name.startswith("planner"):
                messages += read_po(stream, locale=code)
            else:
                for message in read_po(stream, locale=code):
                    elsewhere.update((message.id,) if isinstance(message.id, str) else message.id)
    for message in messages:
        if message.id:
            ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            words = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            held |= dict.fromkeys(ids, words)
    # What has its words in another room's catalogue already (times of day) is not written twice.
    assert set(held) == planner_messages() - elsewhere
    for source, words in held.items():
        for each in words:
            assert each, source
            assert blanks(each) == blanks(source)


def blanks(message: str) -> list[str]:
    return sorted({part.split("}")[0] for part in message.split("{")[1:]})
