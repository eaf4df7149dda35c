"""An event on several dates without a rule: one of them is changed, and a new start never becomes one more date."""

from __future__ import annotations

import json
from typing import Any

import orjson
import pytest
from tests.browser_modules import in_node
from tests.proposing.test_change import reader, source
from tests.proposing.test_same_text import TABLES

from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.proposing.change import changed_text
from seurantalo.proposing.new_file import new_file
from seurantalo.publishing.pages.event.source import source_json

REST = "järjestäjä: vimpelin-martat\npaikka: seurantalo\n"
FILES = (
    f"otsikko: Kerho\npäivät: [13.1.2027 klo 18–20, 3.2.2027 klo 17–19]\n{REST}",
    f"otsikko: Kerho\npäivät:\n- alkaa: 13.1.2027 klo 18\n- alkaa: 3.2.2027 klo 17\n{REST}",
    f"otsikko: Kerho\nalkaa: 13.1.2027 klo 18, 3.2.2027 klo 18\n{REST}",
    f"otsikko: Kerho\npäivät: [13.1.2027, 3.2.2027]\nmuutokset: [{{päivä: 3.2.2027, tilanne: peruttu}}]\n{REST}",
)
#: What people do in the form, and on which date; "" for all of them.
ACTS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("move", {"starts": "2027-01-20T18:00", "ends": "2027-01-20T20:00"}, "2027-01-13"),
    ("move", {"starts": "2027-01-20T18:00"}, "2027-02-03"),
    # Somebody who was not asked which, since all are over, moves the first.
    ("move", {"starts": "2027-01-20T18:00"}, ""),
    ("move", {}, "2027-02-03"),
    ("cancel", {}, "2027-01-13"),
    ("cancel", {}, ""),
)


def both(text: str, values: dict[str, Any], drop: list[str]) -> str | None:
    """A file's text after a change, which the browser makes of it too."""
    each = source(text)
    call = [json.loads(orjson.dumps(source_json(each))), values, drop, TABLES["fi"]]
    ours = changed_text(each, values, drop, TABLES["fi"])
    assert in_node("file-text.js", "changedText", [call]) == [ours]
    return ours


def read(text: str) -> Event:
    event, problems = reader().read("juhla", "events/2027/06/juhla.yml", text)
    assert problems == (), text
    assert event is not None
    return event


@pytest.mark.parametrize("text", FILES)
def test_every_date_and_its_end_is_told_by_its_own_line(text: str) -> None:
    values = dict(source(text).values)
    assert not values.keys() & {"starts", "ends"}
    again = read(new_file(Kind.EVENT, values, "fi"))
    assert again.repetitions == read(text).repetitions


@pytest.mark.parametrize("text", FILES)
def test_what_people_do_to_one_date_makes_a_file_that_passes_the_check(text: str) -> None:
    values = dict(source(text).values)
    before = read(text)
    calls = [[act, values, now, day, "Sali on varattu."] for act, now, day in ACTS]
    for made in in_node("propose-change.js", "changeOf", calls):
        changed = both(text, made["set"], made["drop"])
        assert changed is not None
        event = read(changed)
        assert event.repetitions == before.repetitions
        assert (event.changes, event.status) != (before.changes, before.status)


@pytest.mark.parametrize("values", [{"starts": "2027-02-10T18:00"}, {"ends": "2027-02-10T20:00"}])
def test_a_start_of_its_own_is_left_to_people(values: dict[str, Any]) -> None:
    assert both(FILES[0], values, []) is None


def test_dates_may_be_written_anew_or_become_one() -> None:
    dates = [{"starts": "2027-01-13T18:00", "ends": "2027-01-13T21:00"}, {"starts": "2027-03-03T17:00"}]
    changed = both(FILES[0], {"dates": dates}, [])
    assert changed is not None
    assert dict(source(changed).values)["dates"] == dates
    one = both(FILES[0], {"starts": "2027-02-10T18:00"}, ["dates"])
    assert one is not None
    assert read(one).repetitions == ()
