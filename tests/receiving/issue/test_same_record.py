"""What is filled in on a forge becomes the record that the same answers make in a file."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.receiving.issue.github import rendered

from seurantalo.language import LANGUAGES
from seurantalo.model.event import Event
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.proposing.asking import Act
from seurantalo.proposing.new_file import new_file
from seurantalo.reading import read_community
from seurantalo.reading.event.one_event import EventReader
from seurantalo.receiving.issue.filled import filled_in

BASE = Path(__file__).resolve().parents[2] / "reading" / "base"
TODAY = date(2027, 1, 4)


@cache
def reader() -> EventReader:
    community = read_community(BASE, BASE / "content", Settings(), TODAY).community
    assert community is not None
    return EventReader(community, Settings(), TODAY)


def record(text: str) -> Event:
    event, problems = reader().read("koe", "events/koe.yml", text)
    assert event is not None, [problem for problem in problems if problem.severity is Severity.ERROR]
    return event


WORDS = st.lists(
    st.sampled_from(
        ["Kesäjuhla", "ja", "tanssit", "Åsa & Örn", "50-luvun", "”Ilta”", "(uusi)", "O'Hara", "100 %", "é"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
DAYS = st.dates(TODAY + timedelta(days=40), date(2027, 12, 20))
HOURS = st.builds(time, st.integers(8, 17), st.sampled_from([0, 15, 30]))


def as_typed(day: date) -> st.SearchStrategy[str]:
    weekday = ("ma", "ti", "ke", "to", "pe", "la", "su")[day.weekday()]
    plain = f"{day.day}.{day.month}.{day.year}"
    return st.sampled_from([plain, day.isoformat(), f"{weekday} {plain}", f"{day:%d.%m.%Y}"])


def hour_typed(hour: time) -> st.SearchStrategy[str]:
    dotted = f"{hour.hour}.{hour.minute:02}"
    short = [f"klo {hour.hour}", str(hour.hour)] if not hour.minute else []
    return st.sampled_from([dotted, f"klo {dotted}", f"{hour:%H:%M}", f"kl. {dotted}", *short])


@st.composite
def fills(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, Any]]:
    """Answers as people type them into boxes, and the canonical values that they mean."""
    day, starts, title = draw(DAYS), draw(HOURS), draw(WORDS)
    answers = {
        "name": title,
        "organisers": draw(st.sampled_from(["vimpelin-martat", "Vimpelin Martat", "Vimpelin martat ry"])),
        "starts_day": draw(as_typed(day)),
    }
    values: dict[str, Any] = {"title": title, "organisers": ["vimpelin-martat"]}
    ends = (datetime.combine(day, starts) + timedelta(minutes=draw(st.sampled_from([60, 90, 135])))).time()
    how = draw(st.sampled_from(["day", "start", "both", "range"]))
    if how == "day":
        values["starts"] = day.isoformat()
    else:
        values["starts"] = f"{day.isoformat()}T{starts:%H:%M}"
        answers["starts_time"] = draw(hour_typed(starts))
    if how == "both":
        values["ends"] = f"{day.isoformat()}T{ends:%H:%M}"
        answers["ends_time"] = draw(hour_typed(ends))
    if how == "range":
        values["ends"] = f"{day.isoformat()}T{ends:%H:%M}"
        answers["starts_time"] = (
            f"{starts.hour}.{starts.minute:02}{draw(st.sampled_from(['–', '-', ' - ']))}{ends:%H.%M}"
        )
    venue = draw(st.sampled_from(["", "seurantalo", "Seurantalo", "Seurantalo, Vimpeli"]))
    if venue:
        answers["venue"], values["venue"] = venue, "seurantalo"
    else:
        answers["municipality"], values["municipality"] = draw(st.sampled_from(["vimpeli", "Vimpeli"])), "vimpeli"
    if draw(st.booleans()):
        answers["description"] = values["description"] = "\n\n".join(draw(st.lists(WORDS, min_size=1, max_size=3)))
    if draw(st.booleans()):
        answers["audience"] = draw(st.sampled_from(["lapset", "Lapset", "kaikki, lapset"]))
        values["audience"] = ["kaikki", "lapset"] if "," in answers["audience"] else ["lapset"]
    if draw(st.booleans()):
        answers["status"] = draw(st.sampled_from(["ei", "alustava", "nej", "tentative"]))
        answers["hold_until"] = draw(as_typed(date(2027, 1, 29)))
        values |= {"status": "tentative", "hold_until": "2027-01-29"}
    if draw(st.booleans()):
        answers |= {"contact_role": "Sihteeri", "contact_email": "sihteeri@martat.example.org"}
        values["contact"] = {"role": "Sihteeri", "email": "sihteeri@martat.example.org"}
    price = draw(st.sampled_from(["", "Vapaa pääsy", "10 €, lapset 2 €", "5/3 €"]))
    # The page without JavaScript sends values as the browser has them, people write words.
    form = draw(st.sampled_from(["", "konsertti", "Konsertti", "concert"]))
    answers |= {"price": price, "format": form}
    values |= {"price": price, "format": form and "concert"}
    if draw(st.booleans()):
        answers["agenda"] = "- 10.00 Avaus\n- Kahvia"
        values["agenda"] = [{"starts": "10:00", "text": "Avaus"}, {"text": "Kahvia"}]
    return answers, values


@examples(150)
@given(filled=fills(), code=st.sampled_from(list(LANGUAGES)))
def test_an_issue_becomes_the_record_that_its_answers_mean(
    filled: tuple[dict[str, str], dict[str, Any]], code: str
) -> None:
    answers, values = filled
    found = filled_in("Tapahtuma: ", rendered(Act.EVENT, answers, code))
    assert found is not None
    assert record(new_file(Kind.EVENT, found.values, "fi")) == record(new_file(Kind.EVENT, values, "fi"))


def test_what_a_page_without_a_script_asks_for_in_one_box_becomes_the_same_record() -> None:
    """Rows of a form, a line each; how often in words; and of whom it is for as many as were ticked."""
    answers = {
        "name": "Kerho",
        "organisers": "vimpelin-martat",
        "venue": "seurantalo",
        "starts_day": "2027-02-02",
        "starts_time": "18:00",
        "repeats": "joka tiistai 30.3.2027 asti",
        "agenda": "18.00 Avaus\n18.30–19 Kahvia",
        "links": "https://example.org/kerho Kerhon sivut\nhttps://example.org/kartta",
        "audience": "kaikki, lapset",
    }
    values: dict[str, Any] = {
        "title": "Kerho",
        "organisers": ["vimpelin-martat"],
        "venue": "seurantalo",
        "starts": "2027-02-02T18:00",
        "repeats": {"every": "week", "on": ["tue"], "until": "2027-03-30"},
        "agenda": [{"starts": "18:00", "text": "Avaus"}, {"starts": "18:30", "ends": "19:00", "text": "Kahvia"}],
        "links": [
            {"url": "https://example.org/kerho", "title": "Kerhon sivut"},
            {"url": "https://example.org/kartta"},
        ],
        "audience": ["kaikki", "lapset"],
    }
    found = filled_in("Tapahtuma: ", rendered(Act.EVENT, answers))
    assert found is not None
    assert record(new_file(Kind.EVENT, found.values, "fi")) == record(new_file(Kind.EVENT, values, "fi"))


def test_dates_without_a_rule_are_a_line_each() -> None:
    answers = {"name": "Kerho", "organisers": "vimpelin-martat", "venue": "seurantalo"}
    dates = "13.1.2027 klo 18–20\n3.2.2027 klo 17–19"
    found = filled_in("Tapahtuma: ", rendered(Act.EVENT, {**answers, "dates": dates}))
    assert found is not None
    values: dict[str, Any] = {
        "title": "Kerho",
        "organisers": ["vimpelin-martat"],
        "venue": "seurantalo",
        "dates": [
            {"starts": "2027-01-13T18:00", "ends": "2027-01-13T20:00"},
            {"starts": "2027-02-03T17:00", "ends": "2027-02-03T19:00"},
        ],
    }
    assert record(new_file(Kind.EVENT, found.values, "fi")) == record(new_file(Kind.EVENT, values, "fi"))
