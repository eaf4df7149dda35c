"""What is filled in becomes a file that is read as just that."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.proposing.fills import events

from seurantalo.model.event import Event
from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind, Record
from seurantalo.model.settings import Settings
from seurantalo.proposing.canonical import Value
from seurantalo.proposing.new_file import new_file
from seurantalo.proposing.values import values_of
from seurantalo.proposing.yaml_text import one_line, prose_lines
from seurantalo.reading import read_community
from seurantalo.reading.event.one_event import EventReader

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "reading" / "base"
SETTINGS = Settings()
TODAY = date(2027, 1, 4)
ZONE = SETTINGS.timezone


@cache
def reader() -> EventReader:
    """Reads events beside the small project of the tests of reading."""
    community = read_community(BASE, BASE / "content", SETTINGS, TODAY).community
    assert community is not None
    return EventReader(community, SETTINGS, TODAY)


def read(text: str) -> tuple[Event, list[Problem]]:
    """An event's file read, and what is said of it beyond notices."""
    event, problems = reader().read("juhla", "events/2027/06/juhla.yml", text)
    said = [problem for problem in problems if problem.severity is not Severity.NOTICE]
    assert event is not None, (text, said)
    return event, said


def as_read(value: Value) -> Value:
    """A value as a record holds it: texts without what shows nothing."""
    if isinstance(value, str):
        return "\n".join(prose_lines(value))
    if isinstance(value, list | tuple):
        return [as_read(each) for each in value]
    if isinstance(value, dict):
        return {name: as_read(each) for name, each in value.items()}
    return value


def lines_joined(value: Value) -> Value:
    """Texts of one line as a record holds them."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list | tuple):
        return [lines_joined(each) for each in value]
    if isinstance(value, dict):
        return {name: lines_joined(each) for name, each in value.items()}
    return value


@examples(120)
@given(events(), st.sampled_from(("fi", "sv", "en")))
def test_what_is_filled_in_is_what_is_read(filled: dict[str, Any], language: str) -> None:
    """No error, no warning, and every field as somebody wrote it."""
    event, said = read(new_file(Kind.EVENT, filled, language))
    assert not said
    found = values_of(event, timezone=ZONE)
    for name, value in filled.items():
        if (name, value) == ("format", "other"):
            continue
        expected = as_read(value) if name == "description" else lines_joined(value)
        assert found.get(name, {}) == expected, name


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_records_become_the_same_records(language: str, tmp_path: Path) -> None:
    """Every record of the region here, written anew in each language, is read as it was."""
    before = read_community(ROOT, ROOT / "content", SETTINGS, TODAY).community
    assert before is not None
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "events").mkdir()
    for kind, records in before.by_kind.items():
        if not KINDS[kind].vocabulary:
            for record in records.values():
                _write(tmp_path, record, language)
    reading = read_community(tmp_path, tmp_path / "content", SETTINGS, TODAY)
    assert not reading.errors
    assert reading.community is not None
    for kind, records in before.by_kind.items():
        after = reading.community.by_kind[kind]
        assert {name: values_of(one, timezone=ZONE) for name, one in records.items()} == {
            name: values_of(one, timezone=ZONE) for name, one in after.items()
        }


def _write(folder: Path, record: Record, language: str) -> None:
    text = new_file(record.KIND, values_of(record, timezone=ZONE), language)
    path = folder / record.origin.path
    path.unlink(missing_ok=True)
    if not text.startswith("---"):
        path = path.with_suffix(".yml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_whole_event_reads_as_people_write() -> None:
    """The text in each language, letter by letter."""
    values: dict[str, Value] = {
        "title": {"fi": "Kesäjuhla: tanssit", "sv": "Sommarfest"},
        "starts": "2027-06-12T13:00",
        "ends": "2027-06-12T17:30",
        "repeats": {"every": "2 weeks", "on": ["sat"], "until": "2027-08-31", "except": ["2027-07-10"]},
        "organisers": ["mallikylan-martat"],
        "audience": ["lapset", "kaikki"],
        "registration": {"url": "https://example.org/#a", "until": "2027-06-01"},
        "links": [{"url": "https://example.org", "title": "Lisää"}, {"url": "https://example.net"}],
        "description": "Kahvia.\r\n\r\n    Laulua.  \n",
    }
    assert new_file(Kind.EVENT, values, "fi") == (
        "otsikko:\n"
        '  fi: "Kesäjuhla: tanssit"\n'
        "  sv: Sommarfest\n"
        "alkaa: 12.6.2027 klo 13\n"
        "päättyy: 12.6.2027 klo 17.30\n"
        "ilmoittautuminen:\n"
        "  verkko-osoite: https://example.org/#a\n"
        "  asti: 1.6.2027\n"
        "kuvaus: |\n"
        "  Kahvia.\n"
        "\n"
        "      Laulua.\n"
        "linkit:\n"
        "  - verkko-osoite: https://example.org\n"
        "    otsikko: Lisää\n"
        "  - verkko-osoite: https://example.net\n"
        "toistuu:\n"
        "  joka: 2 viikkoa\n"
        "  päivinä: la\n"
        "  asti: 31.8.2027\n"
        "  paitsi: 10.7.2027\n"
        "järjestäjä: mallikylan-martat\n"
        "kenelle: [lapset, kaikki]\n"
    )
    assert "börjar: 12.6.2027 kl 13\n" in new_file(Kind.EVENT, values, "sv")
    assert "starts: 2027-06-12 13:00\n" in new_file(Kind.EVENT, values, "en")


@pytest.mark.parametrize(
    ("repeats", "lines"),
    [
        ({"every": "month", "on": ["2 tue", "-1 fri"]}, ["  joka: kuukausi", "  päivinä: [2. ti, viimeinen pe]"]),
        (
            {"every": "month", "on": ["-1"], "count": 3},
            ["  joka: kuukausi", "  päivinä: viimeinen päivä", "  määrä: 3"],
        ),
        ({"every": "3 months", "skip_holidays": True}, ["  joka: 3 kuukautta", "  ei pyhinä: kyllä"]),
        ({"every": "joka toinen tiistai"}, ["  joka: joka toinen tiistai"]),
        ({"rule": "FREQ=DAILY;BYMONTH=7"}, ['  sääntö: "FREQ=DAILY;BYMONTH=7"']),
    ],
)
def test_a_repetition_is_written_in_words(repeats: dict[str, Value], lines: list[str]) -> None:
    """Known words become the site's; others stay as they were written."""
    text = new_file(Kind.EVENT, {"repeats": repeats}, "fi")
    assert text.splitlines() == ["toistuu:", *lines]


def test_what_is_no_value_is_left_out() -> None:
    """Empty texts and lists, unknown fields, and types that the field does not have."""
    values: dict[str, Value] = {
        "title": " \n", "links": [{}, {"url": ""}], "contact": {}, "demo": False, "x": "y",
        "price": {"fi": "", "x1": "y"},
    }  # fmt: skip
    assert new_file(Kind.EVENT, values, "fi") == "esimerkki: ei\n"
    assert (
        new_file(Kind.EVENT, {"on_holiday": True, "date": "unknown"}, "fi")
        == "päivä: ei tiedossa\npyhänä: tarkoituksella\n"
    )


def test_a_page_has_its_prose_below() -> None:
    """A Markdown file holds its text below the fields, whatever that text begins with."""
    values: dict[str, Value] = {"name": "Noppa ry", "type": "association", "text": "---\nPelaamme.\n"}
    assert new_file(Kind.ORGANISATION, values, "fi") == "---\nnimi: Noppa ry\ntyyppi: yhdistys\n---\n---\nPelaamme.\n"
