"""Rules of deadlines as people write them: what is understood, what is proposed else, and that nothing raises."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seurantalo.language import LANGUAGES
from seurantalo.model.channel import (
    Before,
    Covering,
    Covers,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    MonthBefore,
    SameDay,
    Unit,
    WeekdayBefore,
)
from seurantalo.reading.channels.days import read_covers, read_weekdays
from seurantalo.reading.channels.deadline import DeadlineError, read_deadline, written_rule
from seurantalo.reading.channels.nearest import nearest_rule
from seurantalo.reading.channels.pieces import words_of

PHRASES: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "deadlines.yml").read_text(encoding="utf-8")
)
_ANCHORS = st.sampled_from([None, *DeadlineAnchor])
_DAYS = st.one_of(
    st.builds(Before, st.integers(1, 12), st.sampled_from(Unit), _ANCHORS),
    st.builds(InWeek, st.integers(0, 6), st.integers(0, 52)),
    st.builds(WeekdayBefore, st.integers(0, 6), _ANCHORS),
    st.just(SameDay()),
    st.builds(MonthBefore, st.none() | st.integers(1, 31)),
)
_HOURS = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
_LANGUAGES = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(("phrase", "written"), PHRASES["understood"].items())
def test_what_a_person_would_write_is_understood(phrase: str, written: str) -> None:
    found = read_deadline(phrase)
    assert written_rule(found.rule, found.language) == written
    assert found.rule.words == phrase


@pytest.mark.parametrize(("phrase", "near"), PHRASES["not understood"].items())
def test_what_is_no_rule_has_the_nearest_one(phrase: str, near: str) -> None:
    with pytest.raises(DeadlineError):
        read_deadline(phrase)
    assert nearest_rule(phrase, "fi") == near


@given(_DAYS, _HOURS, _LANGUAGES)
def test_what_we_write_is_read_back(day: Any, at: time | None, language: str) -> None:  # five types
    written = written_rule(DeadlineRule(day, at), language)
    found = read_deadline(written)
    assert (found.rule.day, found.rule.at, found.language) == (day, at, language)
    loud = read_deadline(f"  {written.upper()}. ")
    assert (loud.rule.day, loud.rule.at) == (day, at)


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    for language in LANGUAGES:
        near = nearest_rule(text, language)
        assert not near or written_rule(read_deadline(near).rule, language)
    read_weekdays(text)
    read_covers(text)


@given(_LANGUAGES.flatmap(lambda code: st.lists(st.sampled_from(sorted(words_of(code).pieces)), max_size=7)))
def test_a_rule_is_understood_whole_or_not_at_all(words: list[str]) -> None:
    """Whatever is read is written as a rule that means the same."""
    try:
        found = read_deadline(" ".join(words))
    except DeadlineError:
        return
    again = read_deadline(written_rule(found.rule, found.language))
    assert (again.rule.day, again.rule.at) == (found.rule.day, found.rule.at)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("keskiviikkoisin", (2,)),
        ("keskiviikkona", (2,)),
        ("Ke", (2,)),
        ("joka keskiviikko", (2,)),
        ("ma ja to", (0, 3)),
        ("to, ma", (0, 3)),
        ("tiistaisin ja perjantaisin", (1, 4)),
        ("ti–pe", (1, 2, 3, 4)),
        ("arkisin", (0, 1, 2, 3, 4)),
        ("viikonloppuisin", (5, 6)),
        ("päivittäin", (0, 1, 2, 3, 4, 5, 6)),
        ("onsdagar", (2,)),
        ("varje onsdag", (2,)),
        ("må och to", (0, 3)),
        ("on Wednesdays", (2,)),
        ("Tuesdays and Fridays", (1, 4)),
        ("every Thursday", (3,)),
        ("viikoittain keskiviikkoisin", (2,)),
        ("på onsdagar", (2,)),
        ("varannan onsdag", ()),
        ("parittomina viikkoina torstaisin", ()),
        ("2 viikon välein torstaisin", ()),
        ("joka toinen keskiviikko", ()),
        ("kuukauden ensimmäinen ke", ()),
        ("kerran kuussa", ()),
        ("huomenna", ()),
        ("", ()),
    ],
)
def test_days_on_which_a_channel_appears(text: str, days: tuple[int, ...]) -> None:
    assert read_weekdays(text) == days


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("seuraavaan numeroon", Covers(Covering.UNTIL_NEXT)),
        ("Seuraavaan numeroon asti", Covers(Covering.UNTIL_NEXT)),
        ("seuraava viikko", Covers(Covering.NEXT_WEEK)),
        ("nästa vecka", Covers(Covering.NEXT_WEEK)),
        ("the following week", Covers(Covering.NEXT_WEEK)),
        ("seuraavan kuukauden", Covers(Covering.NEXT_MONTH)),
        ("next month", Covers(Covering.NEXT_MONTH)),
        ("pe–su", Covers(Covering.WEEKDAYS, 4, 6)),
        ("pe-su", Covers(Covering.WEEKDAYS, 4, 6)),
        ("perjantaista sunnuntaihin", Covers(Covering.WEEKDAYS, 4, 6)),
        ("fr–sö", Covers(Covering.WEEKDAYS, 4, 6)),
        ("Friday to Sunday", Covers(Covering.WEEKDAYS, 4, 6)),
        ("su–ti", Covers(Covering.WEEKDAYS, 6, 1)),
        ("viikonloppu", Covers(Covering.WEEKDAYS, 5, 6)),
        ("sama viikko", Covers(Covering.WEEKDAYS, 0, 6)),
        ("la", Covers(Covering.WEEKDAYS, 5, 5)),
        ("kaikki", None),
        ("pe ja su", None),
        ("kolme päivää", None),
    ],
)
def test_days_that_an_issue_tells_about(text: str, covers: Covers | None) -> None:
    assert read_covers(text) == covers
