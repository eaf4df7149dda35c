"""Of a file that counts as everyday, reading it whole says the same: the event, its day, and nothing wrong."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.small import BASE

from seurantalo.model.event import Event
from seurantalo.model.problem import Severity
from seurantalo.model.record import UNKNOWN_REVISION, Kind, day_of
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.reading import read_community
from seurantalo.reading.community_reader import CommunityReader, docs_folder
from seurantalo.reading.event.everyday import EverydayEvents
from seurantalo.reading.files.listing import SourceFile, list_files
from seurantalo.reading.surroundings import Surroundings

NAMED = ("room", "stated_weight", "on_holiday", "series", "demo", "age_limit")
TODAY = date(2027, 1, 4)
EVENT = """\
otsikko: Kevään ääniverstas Vimpelissä
alkaa: 12.6.2027 klo 18.30
päättyy: 12.6.2027 klo 20.30
järjestäjä: [vimpelin-martat]
paikka: seurantalo
muoto: konsertti
kenelle: [kaikki]
toistuu: {joka: viikko, kertoja: 8}
hinta: Vapaa pääsy
kuvaus: |
  Tervetuloa – kaikki *mukaan* ja [katsomaan](https://kyla.example.org/kahvit)!

  - Kahvia: 5 kuppia, klo 18.
    Ja pullaa (ei "kakkua").
"""
PIECES = [
    *("\n", " ", "  ", "\n  ", "\n\n", "\n ", "\n   ", "\t", "\xa0", "\u2028", "\x07", "😀", "a\u0308", "–", "1"),
    *(":", ": ", "#", " #", "|", "|\n", ">\n", "[", "]", "](", "](https://a.b)", "![", "[[", ",", "- ", "'", '"'),
    *("\\", "null", "~", "---", "\n---\n", "&a ", "*a", "!", "%", "@", "`", "{", "}", "<", "<<<<<<< ", ">>>>>>> "),
    *("12.6.2027", "31.6.2027", "28.3.2027", "29.2.2028", "1.1.1900", "2099", "klo 3.30", "klo 24", "klo 6", "23"),
    *("040 123 4567", "131052-308T", "minna at example piste fi", "minna@example.org", "peruttu", "PERUTTU: "),
    *("tanssit", "ei-ole", "vimpelin-martat, ", "seurantalo, ", "Vimpelin Martat", "kertoja: 99", "joka: päivä"),
    *("otsikko: ", "osa: tanssit\n", "uid: a\n", "tilanne: peruttu\n", "title: ", "starts: ", "\nkuvaus: |\n  a\n"),
    *(", iso sali", "|\nteemat: [kyla]\n", "la ", "noin ", "ä", "Ã¤"),
]
LINES = [
    *("tila: Iso sali\n", "tila: ei-ole\n", "kunta: vimpeli\n", "sarja: talvi-2027\n", "pyhänä: tarkoituksella\n"),
    *("esimerkki: kyllä\n", "painoarvo: suuri\n", "painoarvo: iso\n", "ikäraja: 18\n", "ikäraja: 0\n"),
    *("esteettömyys: Portaat, 3 kpl\n", "ilmoittautuminen: Ovella\n", "verkossa: https://a.example.org/b\n"),
    *("hinta: 5 €\n", "hinta: 5 € |\n", "teemat: [kyla]\n", "päättyy: klo 20\n", "päättyy: 13.6.2027\n"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def everyday_events(root: Path) -> EverydayEvents:
    docs = root / "content"
    listing = list_files(root, docs, root / "events")
    reader = CommunityReader(listing, docs_folder(root, docs), Settings(), TODAY, Surroundings())
    reader.read_others()
    return reader.files.everyday


def mutant(chance: Random) -> str:
    text = EVENT
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(text) + 1)
        if chance.random() < 0.2:
            head, below, body = text.partition("kuvaus: |\n")
            lines = head.splitlines(keepends=True)
            text = "".join((*chance.sample(lines, len(lines)), below, body))
        elif chance.random() < 0.7:
            text = text[:place] + chance.choice(PIECES) + text[place + chance.choice((0, 0, 1, 4, 9)) :]
        else:
            lines = text.splitlines(keepends=True)
            number = chance.randrange(len(lines))
            lines[number : number + 1] = chance.choice(
                ([], [lines[number]] * 2, [chance.choice(lines)], [lines[number], chance.choice(LINES)])
            )
            text = "".join(lines)
    return text


def test_an_everyday_event_is_as_reading_its_file_whole_tells(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everyday, chance = everyday_events(root), Random(27)
    events: dict[str, Event] = {}
    days: dict[str, date] = {}
    (root / "events/2027").mkdir()
    for number in range(12_000):
        source = SourceFile(Kind.EVENT, f"m{number}", f"events/2027/m{number}.yml", "")
        content = mutant(chance).encode()
        event, day = everyday.event(source, content, UNKNOWN_REVISION), everyday.day(content)
        if event is not None:
            events[source.id] = event
            (root / source.path).write_bytes(content)
            if day is not None:
                days[source.id] = day
    assert 1_000 < len(days) < len(events) < 11_000
    assert {name for event in events.values() for name in NAMED if getattr(event, name)} == {*NAMED}
    monkeypatch.setattr(EverydayEvents, "event", lambda *_: None)
    reading = read_community(root, root / "content", Settings(), TODAY)
    assert reading.problems == ()
    assert reading.community is not None
    for name, event in events.items():
        whole = replace(reading.community.events[name], revision=UNKNOWN_REVISION)
        # What does not count for equality, such as lines, is shown.
        assert (whole, repr(whole)) == (event, repr(event))
    calendar = make_calendar(reading.community, Settings(), TODAY)
    wrong = {one.path for one in calendar.problems if one.severity is Severity.ERROR}
    assert wrong.isdisjoint(events[name].origin.path for name in days)
    for name, day in days.items():
        starts = events[name].starts
        assert starts is not None
        assert day_of(starts) == day
        assert names_nothing(events[name])


def names_nothing(event: Event) -> bool:
    """Tell whether an event has no identity but its own, and to do with no other."""
    told = (event.uid, event.former_ids, event.part_of, event.joint_with, event.agreed_clashes, event.changes)
    return not any(told) and not event.date_pending


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kuvaus: |", "osa: tanssit\nkuvaus: |"),
        ("paikka: seurantalo", "paikka: Vimpelin seurantalo"),
        ("12.6.2027 klo 20.30", "12.6.2027 klo 17.30"),
        ("12.6.2027", "28.3.2027"),
        ("2027", "2035"),
        ("kertoja: 8", "asti: 30.8.2027"),
        ("hinta: Vapaa pääsy", "hinta: 040 123 4567"),
        ("  - Kahvia", "- Kahvia"),
        ("https://kyla", "http//kyla"),
        ("Tervetuloa", "[[tapahtuma:ei-ole]]"),
    ],
)
def test_everything_else_is_read(root: Path, old: str, new: str) -> None:
    events = everyday_events(root)
    assert events.day(EVENT.encode()) == date(2027, 6, 12)
    assert old in EVENT
    assert events.day(EVENT.replace(old, new).encode()) is None
