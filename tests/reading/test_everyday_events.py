"""Of a file that counts as everyday, reading it whole says that it is good, and on the same day."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.small import BASE

from seurantalo.model.event import Event
from seurantalo.model.problem import Severity
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.reading import read_community
from seurantalo.reading.community_reader import CommunityReader, docs_folder
from seurantalo.reading.event.everyday import EverydayEvents
from seurantalo.reading.files.listing import list_files
from seurantalo.reading.surroundings import Surroundings

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
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def everyday(root: Path) -> EverydayEvents:
    docs = root / "content"
    listing = list_files(root, docs, root / "events")
    reader = CommunityReader(listing, docs_folder(root, docs), Settings(), TODAY, Surroundings())
    reader.read_others()
    return EverydayEvents(reader.files.known, Settings(), TODAY)


def mutant(chance: Random) -> str:
    text = EVENT
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(text) + 1)
        if chance.random() < 0.7:
            text = text[:place] + chance.choice(PIECES) + text[place + chance.choice((0, 0, 1, 4, 9)) :]
        else:
            lines = text.splitlines(keepends=True)
            number = chance.randrange(len(lines))
            lines[number : number + 1] = chance.choice(([], [lines[number]] * 2, [chance.choice(lines)]))
            text = "".join(lines)
    return text


def test_what_counts_as_everyday_is_good_and_on_that_day(root: Path) -> None:
    events, chance = everyday(root), Random(27)
    days: dict[str, date] = {}
    for number in range(12_000):
        content = mutant(chance).encode()
        day = events.day(content)
        if day is not None:
            days[f"m{number}"] = day
            (root / f"events/m{number}.yml").write_bytes(content)
    assert 1_000 < len(days) < 11_000
    reading = read_community(root, root / "content", Settings(), TODAY)
    assert reading.errors == ()
    assert reading.community is not None
    calendar = make_calendar(reading.community, Settings(), TODAY)
    assert [one for one in calendar.problems if one.severity is Severity.ERROR] == []
    for name, day in days.items():
        event = reading.community.events[name]
        assert event.starts is not None
        assert (event.starts.year, event.starts.month, event.starts.day) == (day.year, day.month, day.day)
        assert event.venue is not None
        assert names_nothing(event)


def names_nothing(event: Event) -> bool:
    """Tell whether an event has no identity but its own, and to do with no other."""
    told = (event.uid, event.former_ids, event.part_of, event.joint_with, event.agreed_clashes, event.changes)
    return not any(told) and not event.date_pending


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kuvaus: |", "osa: tanssit\nkuvaus: |"),
        ("paikka: seurantalo\n", ""),
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
    events = everyday(root)
    assert events.day(EVENT.encode()) == date(2027, 6, 12)
    assert old in EVENT
    assert events.day(EVENT.replace(old, new).encode()) is None
