"""A change touches the lines of its fields and no others, in the browser as in Python."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import strategies as st
from tests.browser_modules import in_node
from tests.examples import TIMES, by_night
from tests.proposing.fills import FREE, value_of
from tests.proposing.test_same_text import TABLES, drawn

from seurantalo.model.fields.words import field_of, fields_by_word
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.proposing.change import changed_text, conflicts
from seurantalo.proposing.source import Source, source_of
from seurantalo.proposing.values import values_of
from seurantalo.publishing.pages.event.source import source_json
from seurantalo.reading import read_community
from seurantalo.reading.event.one_event import EventReader
from seurantalo.reading.yaml.record_parts import record_parts
from seurantalo.reading.yaml.tree import read_tree

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "reading" / "base"
TODAY = date(2027, 1, 4)
ZONE = "Europe/Helsinki"
EDITS = 150 * (TIMES if by_night() else 1)

#: Files as people write them: comments everywhere, keys in other languages, lists at the margin, no last line's end.
FILES = (
    (
        "otsikko: Kesäjuhla  # ei syysjuhla\n"
        "alkaa: 12.6.2027 klo 13\n"
        "\n"
        "# kahvio kysyttävä\n"
        "järjestäjä: vimpelin-martat\n"
    ),
    (
        "title: Dance\n"
        "date: 12.6.2027\n"
        "time: 18-20 # tarkista\n"
        "organiser: vimpelin-martat\n"
        "kuvaus: |\n"
        "  # Ohjelma\n"
        "\n"
        "  Kahvia.\n"
        "\n"
        "\n"
    ),
    (
        "titel: 'Dans: alla'\n"
        "börjar: 12.6.2027\n"
        "arrangör:\n"
        "- vimpelin-martat\n"
        "plats: Seurantalo #3\n"
        "länkar:\n"
        "  - url: https://example.org\n"
        "    # samma\n"
        "    titel: A"
    ),
    (
        "---\n"
        "otsikko: Retki\n"
        "alkaa: 12.6.2027 klo 9\n"
        "kesto: 2 h\n"
        "järjestäjä: vimpelin-martat\n"
        "paikka: seurantalo\n"
        "---\n"
        "\n"
        "Reput mukaan.\n"
        "\n"
        "---\n"
        "\n"
        "Huom: kahvia.\n"
    ),
    (
        "# Oma malli\r\n"
        "otsikko:   Tanssit\r\n"
        "alkaa: 12.6.2027 klo 19\r\n"
        "järjestäjä: [vimpelin-martat]\r\n"
        "kuvaus: >\r\n"
        "  Yksi\r\n"
        "  kaksi.\r\n"
    ),
    (
        "otsikko: Kerho\n"
        "alkaa: 5.1.2027 klo 18\n"
        "toistuu: {joka: viikko, asti: 23.2.2027}\n"
        "peruttu: [19.1.2027]\n"
        "järjestäjä: vimpelin-martat\n"
    ),
    (
        "otsikko: Kesä: juhla\n"
        "alkaa: 12.6.2027\n"
        "järjestäjä: vimpelin-martat\n"
        "kuvaus: |\n"
        "Kahvia ja laulua.\n"
        "Huom: omat kupit.\n"
    ),
    (
        "kuvaus: Kahvia.\n"
        "otsikko:\n"
        "  fi: Juhla # suomeksi\n"
        "  sv: Fest\n"
        "alkaa: 12.6.2027\n"
        "järjestäjä: vimpelin-martat\n"
    ),
)


@cache
def reader() -> EventReader:
    """Reads events beside the small project of the tests of reading."""
    community = read_community(BASE, BASE / "content", Settings(), TODAY).community
    assert community is not None
    return EventReader(community, Settings(), TODAY)


def source(text: str) -> Source:
    """A file with what its record says."""
    return source_of(Kind.EVENT, path_of(text), text.encode(), read_values(text))


def path_of(text: str) -> str:
    return f"events/2027/06/juhla.{'md' if text.startswith('---') else 'yml'}"


def read_values(text: str) -> dict[str, Any]:
    """What a file says, its prose below the fields too."""
    parts, _ = record_parts(text.removeprefix("\ufeff"), markdown=text.startswith("---"))
    assert parts is not None
    event, problems = reader().read("juhla", path_of(text), parts.fields)
    said = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert event is not None, (text, said)
    found: dict[str, Any] = values_of(event, timezone=ZONE)
    return {**found, "description": parts.body.strip()} if parts.body.strip() else found


def test_lines_of_fields_are_where_the_reader_finds_them() -> None:
    """Of every record of the region here."""
    community = read_community(ROOT, ROOT / "content", Settings(), TODAY).community
    assert community is not None
    for kind, records in community.by_kind.items():
        known = fields_by_word(RECORDS[kind])
        for record in records.values() if not KINDS[kind].vocabulary else ():
            path = ROOT / record.origin.path
            content = path.read_bytes()
            parts, _ = record_parts(content.decode(), markdown=path.suffix == ".md")
            assert parts is not None
            tree, _ = read_tree(parts.fields, parts.fields_line)
            assert tree is not None
            expected = {
                found.name: entry.line for key, entry in tree.entries.items() if (found := field_of(known, key))
            }
            read = source_of(kind, record.origin.path, content, {})
            firsts = {name: first for name, (first, _) in read.lines.items() if name != read.body}
            assert firsts == expected, path


def edits() -> st.SearchStrategy[tuple[str, dict[str, Any], list[str]]]:
    """A file, fields that are set, and fields that go."""
    fields = {field.name: field for field in RECORDS[Kind.EVENT]}
    set_ = st.fixed_dictionaries(
        {},
        optional={
            "title": st.sampled_from(("Uusi: nimi", "Nimi")),
            "starts": st.sampled_from(("2027-06-19", "2027-06-19T18:00", "2027-02-02T18:00")),
            "ends": st.sampled_from(("2027-08-01", "2027-08-01T20:00")),
            "status": st.sampled_from(("cancelled", "confirmed")),
            "log": st.lists(
                st.fixed_dictionaries({"date": st.just("2027-01-02"), "text": st.just("A\n\n# b")}), max_size=2
            ),
            **{name: value_of(fields[name]) for name in FREE},
        },
    )
    drop = st.lists(st.sampled_from(("links", "venue", "description", "ends", "price", "repeats")), max_size=2)
    return st.tuples(st.sampled_from(FILES), set_, drop)


def test_a_change_touches_its_own_lines_alone() -> None:
    """Edits of files as people write them: every other line is as it was, and both sides write the same."""
    cases = [(source(text), values, drop) for text, values, drop in drawn(edits(), EDITS)]
    tables = TABLES["fi"]
    calls = [[json.loads(orjson.dumps(source_json(each))), values, drop, tables] for each, values, drop in cases]
    for (each, values, drop), theirs in zip(cases, in_node("file-text.js", "changedText", calls), strict=True):
        ours = changed_text(each, values, drop, tables)
        assert ours == theirs
        assert ours is not None
        own = {number for name in own_fields(each, values, drop) for number in range(*_range(each, name))}
        kept = [line for number, line in enumerate(each.text.split("\n")) if number not in own]
        new = iter(ours.split("\n"))
        assert all(line in new for line in kept), (each.text, ours)


def own_fields(each: Source, values: dict[str, Any], drop: list[str]) -> set[str]:
    """The fields that a change may touch: its own, and those that said a part of them."""
    named = {*values, *drop}
    if named & {"starts", "ends"} and each.lines.keys() & {"date", "time", "duration", "month"}:
        named |= {"starts", "ends", "date", "time", "duration", "month"}
    return named | ({"cancelled"} if "changes" in named else set())


def _range(each: Source, name: str) -> tuple[int, int]:
    first, last = each.lines.get(name, (1, 0))
    return first - 1, last


@pytest.mark.parametrize("text", FILES, ids=range(len(FILES)))
def test_a_change_is_read_as_it_was_meant(text: str) -> None:
    """The fields that are set say what was set, and all others what they said."""
    each = source(text)
    before = read_values(text)
    values: dict[str, Any] = {"title": "Uusi: nimi", "price": "7 €", "description": "Kahvia.\n\n# Ohjelma\nLaulua."}
    changed = changed_text(each, values, ["links"], TABLES["fi"])
    assert changed is not None
    after = read_values(changed)
    assert {name: after[name] for name in values} == values
    assert {**before, **values, "links": None} == {**after, "links": None}
    assert {line.strip() for line in comments(text)} <= {line.strip() for line in comments(changed)}


def comments(text: str) -> list[str]:
    """Comments of the files here: they say something in small letters."""
    return [
        line[line.index("# ") :]
        for line in text.splitlines()
        if "# " in line and line[line.index("# ") + 2].islower()
    ]


def test_a_new_time_takes_the_place_of_a_day_and_an_hour() -> None:
    """What stood in two fields goes into the two that say it all; the other half stays what it was."""
    changed = changed_text(source(FILES[1]), {"starts": "2027-06-19T18:00"}, [], TABLES["fi"])
    assert changed == (
        "title: Dance\nalkaa: 19.6.2027 klo 18\npäättyy: 12.6.2027 klo 20\n# tarkista\norganiser: vimpelin-martat\n"
        "kuvaus: |\n  # Ohjelma\n\n  Kahvia.\n\n\n"
    )


def test_changes_take_the_place_of_cancelled_days() -> None:
    """A list of changes is whole: it holds the days that stood in a field of their own."""
    each = source(FILES[5])
    assert each.values["changes"] == [{"date": "2027-01-19", "status": "cancelled"}]
    changed = changed_text(each, {"changes": [{"date": "2027-01-26", "status": "cancelled"}]}, [], TABLES["fi"])
    assert changed is not None
    assert "peruttu: [" not in changed
    assert "muutokset:\n  - päivä: 26.1.2027\n    tilanne: peruttu\n" in changed


def test_a_comment_of_a_value_stands_above_the_new_one() -> None:
    """It may no longer be true, but nobody but its author can know."""
    changed = changed_text(source(FILES[0]), {"title": "Syysjuhla"}, [], TABLES["fi"])
    assert changed is not None
    assert changed.startswith("# ei syysjuhla\notsikko: Syysjuhla\nalkaa:")


@pytest.mark.parametrize(
    "text", ["- otsikko: Juhla\n  alkaa: 1.5.2027\n", "{otsikko: Juhla, alkaa: 1.5.2027}\n", "```yaml\n", "", "x"]
)
def test_what_has_no_lines_is_changed_by_hand(text: str) -> None:
    """Neither side writes into a file in which fields are not apart."""
    each = source_of(Kind.EVENT, "events/a.yml", text.encode(), {})
    assert changed_text(each, {"title": "X"}, [], TABLES["fi"]) is None
    calls = [[json.loads(orjson.dumps(source_json(each))), {"title": "X"}, [], TABLES["fi"]]]
    assert in_node("file-text.js", "changedText", calls) == [None]


def test_the_same_field_changed_twice_is_a_conflict() -> None:
    """Other fields may have changed; and who does not know what stood there, does not write over it."""
    base = source("otsikko: Juhla\nalkaa: 12.6.2027\nhinta: 5 €\njärjestäjä: vimpelin-martat\n")
    now = source("otsikko: Juhlat\nalkaa: 12.6.2027\nhinta: 6 €\njärjestäjä: vimpelin-martat\n")
    tables = TABLES["fi"]
    assert conflicts(base, base, {"price": "7 €"}, [], tables) == ()
    assert conflicts(base, now, {"starts": "2027-06-19"}, ["venue"], tables) == ()
    assert conflicts(base, now, {"price": "6 €"}, [], tables) == ()
    [found] = conflicts(base, now, {"price": "7 €"}, [], tables)
    assert (found.before, found.now, found.proposed) == (("hinta: 5 €",), ("hinta: 6 €",), ("hinta: 7 €",))
    [found] = conflicts(None, now, {"price": "7 €"}, ["venue"], tables)
    assert (found.field, found.before) == ("price", ())
    assert [each.field for each in conflicts(base, now, {}, ["price"], tables)] == ["price"]
