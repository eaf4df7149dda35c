"""What people call fields and their values, in three languages: read as what they mean, without a word."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus, Format, Weight
from seurantalo.model.fields.words import field_of, fields_by_word, value_of
from seurantalo.model.kinds import RECORDS
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality, Room, Venue
from seurantalo.model.practice import AdoptionStatus, PracticeStage
from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind, Origin, Record
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Audience
from seurantalo.reading.event.one_event import EventReader

WHERE = Origin("x.yml")


def name(**versions: str) -> Text:
    return Text(tuple(versions.items()))


def community() -> Community:
    records: list[Record] = [
        Municipality(
            id="vimpeli", origin=WHERE, name=name(fi="Vimpeli", sv="Vindala"), locative=name(fi="Vimpelissä")
        ),
        Municipality(id="soini", origin=WHERE, name=name(fi="Soini"), locative=name(fi="Soinissa")),
        Venue(
            id="kylatalo-1",
            origin=WHERE,
            name=Text.plain("Kylätalo"),
            municipality="vimpeli",
            address="Kyläraitti 5, 62800 Vimpeli",
            rooms=(Room(id="iso-sali", name=Text.plain("Iso sali")),),
        ),
        Venue(id="kylatalo-2", origin=WHERE, name=Text.plain("Kylätalo"), municipality="soini"),
        Venue(id="tupa", origin=WHERE, name=name(fi="Tupa, Vanha ja Uusi", sv="Stugan"), municipality="vimpeli"),
        Audience(id="kaikki", origin=WHERE, name=name(fi="Kaikki", sv="Alla", en="Everyone")),
        Audience(id="ikaihmiset", origin=WHERE, name=name(fi="Ikäihmiset", sv="Äldre"), aliases=("eläkeläiset",)),
        Audience(id="yhdistykset", origin=WHERE, name=name(fi="Yhdistykset ja seurat")),
    ]
    for id_, called in {
        "martat": "Vimpelin Martat ry",
        "tera": "Terä ja lanka r.y.",
        "folk": "Folkets Väl rf",
        "kunta": "Vimpelin kunta",
    }.items():
        records.append(
            Organisation(
                id=id_,
                origin=WHERE,
                name=Text.plain(called),
                organisation_type=OrganisationType.ASSOCIATION,
                municipality="vimpeli",
            )
        )
    return Community(records, {})


READER = EventReader(community(), Settings(), date(2027, 1, 4))
LEAST = {"otsikko": "Ilta", "alkaa": "1.5.2027 klo 18", "järjestäjä": "martat"}


def read(**fields: str) -> tuple[Event | None, tuple[Problem, ...]]:
    lines = [f"{key.replace('_', ' ')}: {value}\n" for key, value in {**LEAST, **fields}.items() if value]
    return READER.read("ilta", "events/ilta.yml", "".join(lines))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Vimpelin Martat", "martat"),
        ("vimpelin martat RY", "martat"),
        ("Vimpelin Martat r.y.", "martat"),
        ("vimpelin-martat", "martat"),
        ("content/organisations/martat.md", "martat"),
        ("VIMPELIN MARTAT JA VIMPELIN KUNTA", "martat kunta"),
        ("Vimpelin Martat, Vimpeli", "martat"),
        ("Folkets Val", "folk"),
        ("FOLKETS VÄL R.F.", "folk"),
        ("Terä ja lanka", "tera"),
        ("tera ja lanka ry", "tera"),
        ("martat, folk", "martat folk"),
        ("martat; folk", "martat folk"),
        ("martat ja folk", "martat folk"),
        ("Vimpelin Martat ry sekä Terä ja lanka ry", "martat tera"),
        ("Terä ja lanka, Folkets Väl och Vimpelin Martat", "tera folk martat"),
        ("Folkets Väl & martat", "folk martat"),
        ("martat, folk ja tera", "martat folk tera"),
        ("[Vimpelin Martat, 'Terä ja lanka, folk']", "martat tera folk"),
        ("Folkets Väl & Vimpelin kunta", "folk kunta"),
        ("Folkets Väl / martat + kunta", "folk martat kunta"),
        ("Martat ry:n kunta", ""),
    ],
)
def test_organisers_are_read_by_their_names(written: str, meant: str) -> None:
    event, problems = read(järjestäjä=written)
    assert (event.organisers if event else ()) == tuple(meant.split())
    assert bool(problems) is not bool(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kylätalo, Vimpeli", ("kylatalo-1", None)),
        ("kylatalo (Vindala)", ("kylatalo-1", None)),
        ("Kylätalo, Soini", ("kylatalo-2", None)),
        ("Kylätalo Soinissa", ("kylatalo-2", None)),
        ("Kylätalo, 62800 Vimpeli", ("kylatalo-1", None)),
        ("Kylätalo, Kyläraitti 5", ("kylatalo-1", None)),
        ("Kyläraitti 5, 62800 Vimpeli", ("kylatalo-1", None)),
        ("Stugan", ("tupa", None)),
        ("tupa, vanha ja uusi", ("tupa", None)),
        ("kylatalo-1, Iso sali", ("kylatalo-1", "iso-sali")),
        ("Kylatalo-1 (iso sali)", ("kylatalo-1", "iso-sali")),
        ("iso sali, kylatalo-1", ("kylatalo-1", "iso-sali")),
        ("kylatalo-1 iso sali", ("kylatalo-1", "iso-sali")),
        ("Tupa, vanha ja uusi, Vimpeli", ("tupa", None)),
        ("ei vielä tiedossa", (None, None)),
        ("vahvistuu myöhemmin", (None, None)),
        ("Kylätalo", "name-of-several"),
        ("Stugan, gårdsplan", "venue-with-more"),
        ("Vimpeli", "venue-is-municipality"),
        ("på nätet", "venue-is-online"),
        ("Kylätalo, Kauhava", "venue-to-add"),
        ("Stugan ja kylatalo-1", "expected-one"),
    ],
)
def test_a_venue_is_read_by_its_name(written: str, meant: object) -> None:
    event, problems = read(paikka=written)
    assert (problems[0].code if problems else event and (event.venue, event.room)) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kaikki", "kaikki"),
        ("alla", "kaikki"),
        ("everyone", "kaikki"),
        ("kaikki ja eläkeläiset", "kaikki ikaihmiset"),
        ("ikaihmiset, Yhdistykset ja seurat", "ikaihmiset yhdistykset"),
        ("Äldre och alla", "ikaihmiset kaikki"),
        ("kaikille", "kaikki"),
        ("Ikäihmisille ja eläkeläisille", "ikaihmiset"),
        ("för alla", "kaikki"),
        ("for everyone", "kaikki"),
    ],
)
def test_audiences_are_read_by_their_names(written: str, meant: str) -> None:
    event, problems = read(kenelle=written)
    assert (event and event.audiences, problems) == (tuple(meant.split()), ())


@pytest.mark.parametrize("written", ["Soini", "SOINI", "soinissa", "Soini kommun"])
def test_a_municipality_is_read_by_its_name(written: str) -> None:
    event, problems = read(kunta=written)
    assert (event and event.municipality, problems) == ("soini", ())


@pytest.mark.parametrize(
    "key",
    [
        "päättyy", "paattyy", "PÄÄTTYY", "Paattyy", "loppuu", "slutar", "ends",
    ],
)  # fmt: skip
def test_the_name_of_a_field_is_read_however_it_is_typed(key: str) -> None:
    event, problems = read(**{key: "klo 20"})
    assert (event and event.ends, problems) == (datetime(2027, 5, 1, 20), ())


@pytest.mark.parametrize(
    ("kind", "keys", "field"),
    [
        (Kind.EVENT, "mitä tapahtuma nimi otsikko evenemang event name rubrik headline", "title"),
        (
            Kind.EVENT,
            "jarjestaja järjestäjät organiser organizer arrangör arrangorer yhdistys förening",
            "organisers",
        ),
        (Kind.EVENT, "linkki verkko-osoite www kotisivu Kotisivut nettisivu url länk hemsida website", "links"),
        (Kind.EVENT, "teema aihe tema theme topics", "themes"),
        (Kind.EVENT, "pvm päivämäärä datum", "date"),
        (Kind.EVENT, "tapahtumapaikka missä missa plats place location lokal", "venue"),
        (Kind.EVENT, "paikkakunta kaupunki kunta kommun ort municipality", "municipality"),
        (Kind.EVENT, "hinta paasymaksu maksu liput sisäänpääsy pris avgift entre fee tickets", "price"),
        (Kind.EVENT, "kuvaus selostus lisätiedot lisatietoja beskrivning info text", "description"),
        (Kind.EVENT, "ilmoittautuminen ilmo anmalan anmälan sign-up", "registration"),
        (Kind.EVENT, "kohderyhma kenelle kohdeyleisö malgrupp for", "audience"),
        (Kind.EVENT, "varattu_asti Varattu-Asti VARATTUASTI", "hold_until"),
        (Kind.ORGANISATION, "nimi otsikko name titel", "name"),
        (Kind.VENUE, "katuosoite osoite adress gatuadress", "address"),
        (Kind.EVENT, "pvm milloin när when", "date"),
        (Kind.EVENT, "alkamisaika alku", "starts"),
        (Kind.EVENT, "loppu päättymisaika", "ends"),
        (Kind.EVENT, "kuka ketkä vem who", "organisers"),
    ],
)
def test_everyday_names_of_fields_are_read(kind: Kind, keys: str, field: str) -> None:
    known = fields_by_word(RECORDS[kind])
    assert {key: getattr(field_of(known, key), "name", None) for key in keys.split()} == dict.fromkeys(
        keys.split(), field
    )


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("paatyy", "päättyy"),
        ("alka", "alkaa"),
        ("otsiko", "otsikko"),
        ("jarjestja", "järjestäjä"),
        ("hnita", "hinta"),
        ("ilmottautuminen", "ilmoittautuminen"),
        ("kelo", "kello"),
        ("xyz", ""),
        ("säähavainto", ""),
    ],
)
def test_the_nearest_field_is_of_the_same_language_and_never_far(key: str, near: str) -> None:
    _, problems = read(**{key: "klo 20"})
    told = {problem.code: dict(problem.values) for problem in problems}
    assert told.get("unknown-field-near", {"near": ""})["near"] == near


@pytest.mark.parametrize(
    ("written", "status"),
    [
        *(
            (word, EventStatus.CANCELLED)
            for word in ("PERUTTU!", "peruutettu", "Peruuntunut", "perutaan", "inställt")
        ),
        *((word, EventStatus.CANCELLED) for word in ("Inställd.", "installt", "cancelled", "Canceled", "[peruttu]")),
        *((word, EventStatus.MOVED) for word in ("siirtyy", "SIIRRETTY", "flyttat", "flyttad", "rescheduled")),
        *((word, EventStatus.POSTPONED) for word in ("lykätty", "lykatty", "uppskjutet", "postponed")),
        *((word, EventStatus.TENTATIVE) for word in ("alustava", "Preliminärt", "preliminar", "varaus", "tentative")),
        *((word, EventStatus.CONFIRMED) for word in ("vahvistettu", "varmistettu", "bekräftat", "confirmed")),
        *((word, EventStatus.HELD) for word in ("pidetty", "toteutunut", "hållet", "hallet", "held")),
        ("kelo", None),
    ],
)
def test_a_status_is_read_in_every_form(written: str, status: EventStatus | None) -> None:
    assert value_of(EventStatus, written) is status


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Konsertti", Format.CONCERT),
        ("KIRPPUTORI", Format.MARKET),
        ("idrott", Format.SPORT),
        ("motion", Format.SPORT),
        ("näyttely", Format.EXHIBITION),
        ("nayttely", Format.EXHIBITION),
        ("suurtapahtuma", Weight.MAJOR),
        ("storevenemang", Weight.MAJOR),
        ("käyttää", AdoptionStatus.IN_USE),
        ("har slutat", AdoptionStatus.STOPPED),
        ("nedlagt", PracticeStage.DROPPED),
        ("Yhdistys", OrganisationType.ASSOCIATION),
        ("kaupunki", OrganisationType.MUNICIPALITY),
    ],
)
def test_other_choices_are_read_in_every_form(written: str, value: object) -> None:
    assert value_of(type(value), written) is value  # type: ignore[arg-type]  # a member's type is its choice


@pytest.mark.parametrize(
    ("written", "demo"),
    [
        *((word, True) for word in ("kyllä", "kylla", "Kyllä!", "joo", "JOO.", "x", "on", "ja", "yes", "✓", "1")),
        *((word, False) for word in ("ei", "Ei!", "nej", "no", "0")),
    ],
)
def test_yes_and_no_are_read_in_every_form(written: str, demo: bool) -> None:  # a row of the table
    event, problems = read(esimerkki=written)
    assert (event and event.demo, problems) == (demo, ())


def test_a_price_may_stand_on_several_lines() -> None:
    event, problems = read(hinta="\n  - aikuiset 10 €\n  - lapset 5 €")
    assert not problems
    assert event is not None
    assert event.price == Text.plain("aikuiset 10 €, lapset 5 €")
