"""Invented regions in which dates meet at every edge: midnight, clock changes, whole days, margins, bonds, rooms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from tests.planner.builders import (
    make_audience,
    make_community,
    make_event,
    make_municipality,
    make_organisation,
    make_practice,
    make_venue,
    text,
)

from seurantalo.model.community import Community
from seurantalo.model.event import Change, Event, EventStatus, Format, Weight
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.parts import Contact, Period
from seurantalo.model.record import Record
from seurantalo.model.recurrence import Frequency, Recurrence

TODAY: Final = date(2027, 1, 4)
#: A weekend on which clocks go forward, one on which they go back, Midsummer, a turn of the year, ordinary days, and
#: those of today.
FIRST_DAYS: Final = ("2027-03-26", "2027-10-29", "2027-06-23", "2027-12-30", "2027-05-11", "2027-01-02")
HOURS: Final = (0, 0, 3, 3, 6, 9, 10, 12, 15, 16, 17, 18, 18, 18, 18, 19, 19, 20, 22, 22, 23)
MINUTES: Final = (0, 0, 0, 0, 30, 30, 1, 59)
LENGTHS: Final = (30, 60, 90, 120, 120, 180, 240, 300, 360, 420, 481, 600, 1_440, 2_000, 12_000)
PLACES: Final = ("alajarvi", "kauhava", "soini", "vimpeli")
TITLES: Final = (
    *("Kevätkonsertti", "Kuoron kevätkonsertti", "Kevätkonsertit", "Kevätkokous", "Kyläseuran kevätkokous", "Kokous"),
    *("Tanssit", "Tanssi-ilta", "Vimpelin tanssit", "Kyläpäivä 2027", "Kyläpäivät", "Kyläpäivä 2", "Kyläpäivä 3"),
    *(
        "Ryhmä A",
        "Ryhmä B",
        "Lasten näytelmäkerho",
        "Aikuisten näytelmäkerho",
        "Näytelmäkrho",
        "Kirpputori",
        "Kirppis",
    ),
    *(
        "Vaalitentti",
        "Vaalipaneeli",
        "Suuri vaalitentti",
        "Jatkokurssi",
        "Jatkokoulutus",
        "!!!",
        "7",
        "Ystävänpäivän lounas",
    ),
    *(
        "Ystävänpäivälounas",
        "Ystävänpäivän-lounas",
        "Joulumyyjäiset",
        "Juhannuskokko",
        "Hiihtolomaleiri",
        "Dans på Åland",
    ),
    *(
        "Straße",
        "Byns dag",
        "Byfest",
        "Musiikkia ja kahvia",
        "Kahvia ja musiikkia",
        "Avoimet ovet",
        "Avoimien ovien päivä",
    ),
)
AUDIENCES: Final = {
    "kaikki": None,
    "lapset": "kaikki",
    "lapsiperheet": "kaikki",
    "vauvat": "lapset",
    "nuoret": "kaikki",
    "aikuiset": "kaikki",
}
ORGANISATIONS: Final = {
    "seura": (OrganisationType.ASSOCIATION, "Kyläseura", "vimpeli"),
    "martat": (OrganisationType.ASSOCIATION, "Vimpelin Martat ry", "vimpeli"),
    "kuoro": (OrganisationType.ASSOCIATION, "Vimpelin mieskuoro", "vimpeli"),
    "soittokunta": (OrganisationType.ASSOCIATION, "Alajärven soittokunta", "alajarvi"),
    "kunta": (OrganisationType.MUNICIPALITY, "Vimpelin kunta", "vimpeli"),
    "kirjasto": (OrganisationType.MUNICIPAL_UNIT, "Vimpelin kirjasto", "vimpeli"),
    "srk": (OrganisationType.PARISH, "Seurakunta", "soini"),
    "liitto": (OrganisationType.NETWORK, "Järviseudun liitto", None),
}
VENUES: Final[dict[str, dict[str, Any]]] = {
    "talo": {"rooms": ("sali", "kahvio")},
    "kirkko": {"setup_margin": 0},
    "koulu": {"setup_margin": 45, "rooms": ("luokka",)},
    "halli": {},
    "museo": {"municipality": "alajarvi", "private": True},
}


def region(seed: int, count: int) -> Community:
    """Return a community with so many events; the same seed gives the same one."""
    chance = Random(seed)
    records: list[Record] = [
        make_municipality("vimpeli", 3_000, neighbours=("alajarvi",), region="A", school_breaks=_breaks()),
        make_municipality("alajarvi", 9_000, region="A", neighbours=("soini",)),
        make_municipality("soini", None, region="A"),
        make_municipality("kauhava", region="B"),
        *(make_audience(name, broader) for name, broader in AUDIENCES.items()),
        make_practice("malli"),
        make_practice("toinen"),
    ]
    for name, (kind, title, home) in ORGANISATIONS.items():
        made = replace(make_organisation(name, home or "vimpeli", title, kind), municipality=home)
        reached = chance.random() < 0.5
        records.append(
            replace(made, contact=Contact(role=text("Sihteeri"), email=f"{name}@example.org")) if reached else made
        )
    records += [make_venue(name, **fields) for name, fields in VENUES.items()]
    names = [f"e{number:03}" for number in range(count)]
    first = date.fromisoformat(FIRST_DAYS[seed % len(FIRST_DAYS)])
    events: list[Event] = []
    for name in names:
        alike = events and chance.random() < 0.35
        events.append(nearly(chance, chance.choice(events), name) if alike else event(chance, name, names, first))
    records += events
    return make_community(*records)


def _breaks() -> tuple[Period, ...]:
    return (
        Period(starts=date(2027, 3, 25), ends=date(2027, 3, 30), name=text("Hiihtoloma")),
        Period(starts=date(2027, 10, 30), ends=date(2027, 11, 2)),
        Period(starts=date(2027, 6, 1), ends=date(2027, 8, 10), name=text("Kesäloma")),
    )


def event(chance: Random, name: str, others: list[str], first: date) -> Event:
    """Return an event like those that people write, more crowded."""
    fields: dict[str, Any] = {}
    day = first + timedelta(days=chance.choice((0, 1, 2, 2, 2, 3, 5, 9)))
    if chance.random() < 0.18:
        starts: date = day
        ends: date | None = chance.choice((None, day, day + timedelta(days=chance.choice((1, 2, 6, 7, 8, 40)))))
    else:
        starts = datetime(day.year, day.month, day.day, chance.choice(HOURS), chance.choice(MINUTES))
        ends = chance.choice((None, *[starts + timedelta(minutes=chance.choice(LENGTHS))] * 4))
        if chance.random() < 0.1:
            fields["timezone"] = chance.choice(("Europe/Stockholm", "America/New_York"))
    venue = chance.choice((None, *VENUES, "talo", "halli", "koulu"))
    fields["venue"] = venue
    if venue and (rooms := VENUES[venue].get("rooms")):
        fields["room"] = chance.choice((None, *rooms))
    fields["municipality"] = "vimpeli" if venue and chance.random() < 0.8 else chance.choice((*PLACES, "vimpeli"))
    fields["organisers"] = tuple(chance.sample(sorted(ORGANISATIONS), chance.choice((1, 1, 1, 2))))
    fields["audiences"] = tuple(chance.sample(sorted(AUDIENCES), chance.choice((0, 1, 1, 1, 2))))
    fields["practices"] = tuple(chance.sample(("malli", "toinen"), chance.choice((0, 0, 1, 1))))
    fields["format"] = chance.choice(
        (*Format, Format.CONCERT, Format.DANCE, Format.EXHIBITION, Format.LECTURE, Format.OTHER)
    )
    fields["stated_weight"] = chance.choice(
        (None, None, None, None, Weight.ROUTINE, Weight.ROUTINE, Weight.MAJOR, Weight.NORMAL)
    )
    fields["status"] = chance.choice((*[EventStatus.CONFIRMED] * 6, EventStatus.TENTATIVE, EventStatus.CANCELLED))
    fields["title"] = _title(chance)
    fields["on_holiday"] = chance.random() < 0.1
    if chance.random() < 0.12:
        fields["series"] = chance.choice(("kuoro-2027", "kevat"))
    if chance.random() < 0.1:
        fields["part_of"] = chance.choice([other for other in others if other < name] or [None])
    if chance.random() < 0.08:
        fields["joint_with"] = tuple(other for other in chance.sample(others, min(2, len(others))) if other != name)
    if chance.random() < 0.1:
        fields["contact"] = Contact(role=text("Emäntä"), phone="06 000 000")
    if chance.random() < 0.1:
        fields["planned_starts"] = datetime(2027, 5, 10, 18)
        fields["status"] = EventStatus.MOVED
    if chance.random() < 0.2:
        frequency = chance.choice((Frequency.WEEKLY, Frequency.WEEKLY, Frequency.DAILY, Frequency.MONTHLY))
        fields["repeats"] = Recurrence(frequency=frequency, count=chance.choice((1, 2, 3)))
        if chance.random() < 0.4:
            fields["changes"] = (_change(chance, starts),)
    return make_event(name, starts, ends, **fields)


def nearly(chance: Random, one: Event, name: str) -> Event:
    """Return an event that is much like another one: perhaps the same, written twice; perhaps the morning after."""
    fields: dict[str, Any] = {"part_of": None, "joint_with": (), "series": "", "changes": ()}
    for _ in range(chance.choice((0, 1, 1, 2))):
        match chance.randrange(8):
            case 0:
                fields["title"] = _title(chance)
            case 1 | 2:
                minutes = chance.choice((1, 29, 30, 31, 60, 61, 120, 121, 600, 840))
                fields |= _moved(one, timedelta(minutes=minutes * chance.choice((1, -1))))
            case 3:
                fields |= _moved(one, timedelta(days=chance.choice((1, 1, 3, 4, 7, 8))))
            case 4:
                fields |= {"room": None} if one.room else {"venue": chance.choice((None, "halli")), "room": None}
            case 5:
                fields["organisers"] = (chance.choice(sorted(ORGANISATIONS)),)
            case 6:
                fields["format"] = chance.choice((one.format, *Format))
            case _:
                fields["municipality"] = chance.choice(PLACES)
    return replace(one, id=name, origin=replace(one.origin, path=f"events/{name}.yml"), **fields)


def _moved(one: Event, by: timedelta) -> dict[str, Any]:
    ends = one.ends and one.ends + by
    return {"starts": one.starts and one.starts + by, "ends": ends}


def _title(chance: Random) -> Any:
    one, other = chance.choice(TITLES), chance.choice(TITLES)
    return text({"fi": one, "sv": other}) if chance.random() < 0.15 else text(one)


def _change(chance: Random, starts: date) -> Change:
    day = starts.date() if isinstance(starts, datetime) else starts
    venue = chance.choice((None, "talo", "museo"))
    return Change(
        date=day,
        venue=venue,
        room=chance.choice((None, "sali")) if venue == "talo" else None,
        status=chance.choice((None, EventStatus.TENTATIVE, EventStatus.CANCELLED)),
        title=chance.choice((None, text("Päätöskonsertti"))),
    )
