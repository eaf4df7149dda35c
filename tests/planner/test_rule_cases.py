"""Golden rules: the dates that RFC 5545 and the corners of public suites give, by our engine and by three others.

What stands in rules.yml was made with dateutil and read over against RFC 5545; other engines are asked too. A new
case needs no Python. Plain words are then held to rules, and whole rules drawn at random to Home Assistant's engine.
"""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import yaml
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar as ICalendar
from tests.examples import examples
from tests.planner.test_recurrence import as_ical, rules

from seurantalo.model.recurrence import Recurrence
from seurantalo.model.settings import Settings
from seurantalo.planner.recurrence import expand
from seurantalo.project import Project
from seurantalo.publishing.publication import Site
from seurantalo.reading.repetition.rrule import read_rule

ROOT = Path(__file__).resolve().parents[2]
HELSINKI = ZoneInfo("Europe/Helsinki")
FAR = date(2110, 1, 1)
CASES: list[dict[str, str]] = yaml.load(
    (Path(__file__).parent / "rules.yml").read_text(encoding="utf-8"), yaml.BaseLoader
)


def feed(case: dict[str, str]) -> str:
    starts = datetime.fromisoformat(case["starts"])
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20270101T000000Z\r\n"
        f"DTSTART:{starts:%Y%m%dT%H%M%S}\r\nDURATION:PT1H\r\nRRULE:{case['rule']}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def of_home_assistant(text: str, first: datetime, last: datetime) -> list[datetime]:
    """Return the starts in wall time from one instant to another, the last excluded."""
    calendar = IcsCalendarStream.calendar_from_ics(text)
    found = calendar.timeline_tz(HELSINKI).overlapping(first.replace(tzinfo=HELSINKI), last.replace(tzinfo=HELSINKI))
    return sorted(datetime(*each.start.timetuple()[:6]) for each in found)


def of_recurring_ical_events(text: str, first: datetime, last: datetime) -> list[datetime]:
    found = recurring_ical_events.of(ICalendar.from_ical(text)).between(first, last)
    return sorted(each["DTSTART"].dt for each in found)


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_rule_gives_the_dates_that_are_known(case: dict[str, str]) -> None:
    starts = datetime.fromisoformat(case["starts"])
    rule = read_rule(case["rule"], HELSINKI, starts)
    assert [each.isoformat()[:10] for each in expand(starts, rule, FAR).starts] == case["expect"].split()


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_other_engines_know_the_same(case: dict[str, str]) -> None:
    starts = datetime.fromisoformat(case["starts"])
    expected = [datetime.combine(date.fromisoformat(day), starts.time()) for day in case["expect"].split()]
    last = expected[-1] + timedelta(days=1)
    assert [each for each in rrulestr(case["rule"], dtstart=starts) if each < last] == expected
    assert of_recurring_ical_events(feed(case), starts, last) == expected
    assert of_home_assistant(feed(case), starts, last) == expected


@examples(40)
@given(
    rule=rules(),
    starts=st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)).map(lambda each: each.replace(microsecond=0)),
)
def test_the_same_as_home_assistant(rule: Recurrence, starts: datetime) -> None:
    """The first date has to be the rule's own: what a start beside the rule means, engines disagree about."""
    # A time of day that every day has, in Helsinki too.
    starts = starts.replace(hour=12)
    horizon = starts.date() + timedelta(days=700)
    ours: list[Any] = list(expand(starts, rule, horizon).starts)
    if not ours or rule.by_set_position:
        return
    if ours[0] != starts:
        starts = ours[0]
        ours = list(expand(starts, rule, horizon).starts)
    theirs = of_home_assistant(as_ical(rule, starts), starts, datetime.combine(horizon, starts.time()))
    assert [each for each in ours if each < datetime.combine(horizon, starts.time())] == theirs


#: Plain words in three languages, and the rule that says the same; both from Tuesday 2 March 2027 at 18.
WORDS = [
    ("{joka: viikko, kertoja: 5}", "FREQ=WEEKLY;COUNT=5"),
    ("{joka: 2 viikkoa, kertoja: 5}", "FREQ=WEEKLY;INTERVAL=2;COUNT=5"),
    ("{joka: toinen viikko, päivinä: [ti, to], kertoja: 7}", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=7"),
    ("{joka: viikko, päivinä: [ti, su], asti: 31.5.2027}", "FREQ=WEEKLY;BYDAY=TU,SU;UNTIL=20270531"),
    ("{joka: kuukausi, päivinä: [1. ti], kertoja: 6}", "FREQ=MONTHLY;BYDAY=1TU;COUNT=6"),
    ("{joka: kuukausi, päivinä: [1. ti, viimeinen ti], kertoja: 6}", "FREQ=MONTHLY;BYDAY=1TU,-1TU;COUNT=6"),
    ("{joka: kuukausi, päivinä: [2.], kertoja: 6}", "FREQ=MONTHLY;BYMONTHDAY=2;COUNT=6"),
    ("{joka: kuukausi, kertoja: 6}", "FREQ=MONTHLY;COUNT=6"),
    ("{joka: 3 kuukautta, kertoja: 4}", "FREQ=MONTHLY;INTERVAL=3;COUNT=4"),
    ("{joka: päivä, kertoja: 40}", "FREQ=DAILY;COUNT=40"),
    ("{joka: arkipäivä, asti: 30.4.2027}", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270430"),
    ("{joka: vuosi, kertoja: 2}", "FREQ=YEARLY;COUNT=2"),
    ("{every: 2 weeks, on: [tue, thu], count: 9}", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=9"),
    ("{every: week, until: 2027-12-31}", "FREQ=WEEKLY;UNTIL=20271231T215959Z"),
    ("{varje: varannan vecka, gånger: 6}", "FREQ=WEEKLY;INTERVAL=2;COUNT=6"),
    ("{varje: vecka}", "FREQ=WEEKLY"),
]


def test_plain_words_and_rules_give_the_same_dates(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "reading" / "base", tmp_path, dirs_exist_ok=True)
    base = "otsikko: Kerho\nalkaa: 2.3.2027 klo 18\njärjestäjä: [vimpelin-martat]\n"
    for number, (words, rule) in enumerate(WORDS):
        for name, repeats in (("words", words), ("rule", f'"{rule}"')):
            (tmp_path / "events" / f"{name}-{number}.yml").write_text(f"{base}toistuu: {repeats}\n", encoding="utf-8")
    site = Site(name="Koe", url="https://koe.example/")
    project = Project.open(tmp_path, tmp_path / "content", Settings(today="2027-01-04"), site)
    reading = project.read()
    assert reading.community is not None, reading.problems
    calendar = project.plan(reading.community).calendar
    for number, (words, rule) in enumerate(WORDS):
        by_words, by_rule = (
            [(date.starts_at, date.ends_at) for date in calendar.of_event(f"{name}-{number}")]
            for name in ("words", "rule")
        )
        assert by_words == by_rule, f"{words} {rule}"
        assert len(by_words) > 1
