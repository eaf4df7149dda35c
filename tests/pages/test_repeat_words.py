"""Below the form's fields stands how it repeats: in the words of the page that the event will have."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.browser_modules import in_node
from tests.examples import examples
from tests.pages.test_repeat import HORIZON, dates, reader, some_rule, without_some, written

from seurantalo.language import LANGUAGES, language
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import calendar_of
from seurantalo.publishing.rule_tables import rule_tables
from seurantalo.publishing.rule_words import recurrence_words
from seurantalo.reading.event.one_event import EventReader

__all__ = ["reader"]

FIRST = HORIZON.replace(year=HORIZON.year - 2, month=1, day=1)
SETTINGS = Settings(horizon_days=(HORIZON - FIRST).days + 1)


@examples(2)
@given(seed=st.integers(0, 2**32), code=st.sampled_from(LANGUAGES))
def test_the_browser_says_what_the_page_says(reader: EventReader, seed: int, code: str) -> None:
    chance, lang = Random(seed), language(code)
    cases = [some_rule(chance) for _ in range(200)]
    bare = [{**one, "repeats": {**one["repeats"], "skip_holidays": False}} for one in cases]
    cases = [without_some(one, given, chance) for one, given in zip(cases, dates(bare), strict=True)]
    tables = rule_tables(lang)
    calls = [
        [one["starts"], one["ends"], one["repeats"], found, tables]
        for one, found in zip(cases, dates(cases), strict=True)
    ]
    compared = set()
    for case, found in zip(cases, in_node("repeat-words.js", "repeatWords", calls), strict=True):
        event, _ = reader.read("uusi", "events/uusi.yml", written(case))
        if event is not None:
            expected = recurrence_words(event, lang, calendar_of([event], SETTINGS, FIRST).of_event("uusi"))
            assert found == expected, written(case)
            compared.add(found)
    assert len(compared) >= 80


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fi", "joka toinen tiistai klo 18–20, 12.1.–25.5.2027, ei pyhinä, paitsi ti 23.2."),
        ("sv", "varannan tisdag kl. 18–20, 12.1–25.5.2027, inte på helgdagar, utom ti 23.2"),
        (
            "en",
            (
                "every other Tuesday, 18:00–20:00, 12 January – 25 May 2027, "
                "not on public holidays, except Tue 23 February"
            ),
        ),
    ],
)
def test_a_sentence(code: str, words: str) -> None:
    repeats = {"every": "2 weeks", "until": "2027-05-25", "except": ["2027-02-23"], "skip_holidays": True}
    case = {"starts": "2027-01-12T18:00", "ends": "2027-01-12T20:00", "repeats": repeats}
    call = [case["starts"], case["ends"], repeats, dates([case])[0], rule_tables(language(code))]
    assert in_node("repeat-words.js", "repeatWords", [call]) == [words]


def test_the_texts_are_few() -> None:
    assert all(len(json.dumps(rule_tables(language(code)), ensure_ascii=False)) < 2_000 for code in LANGUAGES)
