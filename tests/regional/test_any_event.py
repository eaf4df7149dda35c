"""Whatever stands in an event's file: what the checker passes the calendar takes, and has it as it was meant."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.pages.small_region import TODAY, event
from tests.regional.regional_site import ADDRESS, NOW, channel, concert, service, snapshot, telling
from tests.regional.service import Service

from seurantalo.model.event import Event, EventStatus, Format, Registration
from seurantalo.model.parts import WebLink
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.text import Text
from seurantalo.publishing.api.regional.report import report_for
from seurantalo.publishing.api.regional.terms import Terms
from seurantalo.sending.outcome import NotSentError
from seurantalo.sending.regional import Regional, send_regional
from seurantalo.sending.web import Answer, Request

WORDS = st.one_of(
    st.sampled_from(
        ["Ilta", "A & B", "AT&amp;T", "<b>Nyt</b>", "3 < 4", "”Kahvit”", "Tule. " * 60, "a" * 300, "&lt;", "\u2028x"]
    ),
    st.text(min_size=1, max_size=30).filter(lambda words: bool(words.strip())),
)


def texts() -> st.SearchStrategy[Text]:
    codes = st.lists(st.sampled_from(["", "sv", "en", "se"]), min_size=1, max_size=3, unique=True)
    return codes.flatmap(lambda some: st.tuples(*(st.tuples(st.just(one), WORDS) for one in some))).map(Text)


def made(days: int, hour: int | None, **more: Any) -> Event:
    day = TODAY + timedelta(days=days)
    starts: date = day if hour is None else datetime(day.year, day.month, day.day, hour)
    return event("juhla", starts, None, **more)


EVENTS = st.builds(
    made,
    st.integers(0, 170),
    st.one_of(st.none(), st.integers(0, 23)),
    title=texts(),
    description=st.one_of(st.none(), texts()),
    price=st.one_of(st.none(), texts()),
    status=st.sampled_from([EventStatus.CONFIRMED, EventStatus.CONFIRMED, EventStatus.CANCELLED]),
    format=st.sampled_from([Format.OTHER, Format.CONCERT, Format.RACE, Format.MARKET]),
    themes=st.sampled_from([(), ("musiikki",), ("kyla", "kuoro")]),
    venue=st.sampled_from([None, "seurala", "halli"]),
    links=st.lists(
        st.builds(WebLink, url=st.sampled_from(["https://example.org/a", "https://example.org/A"])), max_size=2
    ),
    registration=st.one_of(st.none(), st.just(Registration(url="https://example.org/a", until=date(2027, 1, 20)))),
    repeats=st.one_of(st.none(), st.just(Recurrence(frequency=Frequency.MONTHLY, count=3))),
)


def send(calendar: Service, one: Event, said: Callable[[object], object] = lambda told: told) -> Regional:
    here, found = telling(one, alone=True), channel()
    assert found.regional is not None

    def ask(request: Request) -> Answer:
        key = dict(request.headers).get("apikey")
        status, told = calendar.answer(request.method, request.url, key, request.body)
        if status >= 400:
            raise NotSentError("refused", json.dumps(told)[:200], status=status)
        return Answer(status, json.dumps(said(told) if request.method == "GET" else told).encode())

    terms = Terms.of(found, found.regional, snapshot(), NOW)
    return send_regional(lambda given: report_for(here, found, given), terms, TODAY, "salainen-avain", ask)


@given(EVENTS)
def test_what_is_sent_is_taken_and_a_second_sending_changes_nothing(one: Event) -> None:
    calendar = service()
    done = send(calendar, one)
    assert (done.refused, done.stopped) == ([], None)
    sent = {draft.id for draft in done.new}
    assert {name for name in calendar.state.events if "juhla" in name} == {name for name in sent if "juhla" in name}
    again = send(calendar, one)
    assert (again.told, again.gone, again.refused, again.stopped) == ((), [], [], None)


#: What no calendar says that is in its right mind.
NONSENSE: tuple[object, ...] = (
    *(
        None,
        True,
        -1,
        1e308,
        "",
        "x" * 5_000,
        "2027-13-45T99:99:99Z",
        "9999-12-31T23:59:59Z",
        "2027-01-01T00:00+99:99",
    ),
    *([], {}, [[]], [{}], [None], {"@id": 5}, {"@id": f"{ADDRESS}event/../x/"}, {"fi": 5}, {"fi": None}),
)


def spoiled(value: object, chance: Random) -> object:
    if chance.random() < 0.06:
        return deepcopy(chance.choice(NONSENSE))
    if isinstance(value, dict):
        return {key: spoiled(one, chance) for key, one in value.items() if chance.random() > 0.03}
    return [spoiled(one, chance) for one in value] if isinstance(value, list) else value


@settings(phases=[Phase.generate], max_examples=100)
@given(st.integers(0, 10**9))
def test_a_calendar_that_answers_nonsense_is_no_end_of_this_program(seed: int) -> None:
    calendar, one, chance = service(), concert(), Random(seed)
    send(calendar, one)
    send(calendar, replace(one, title=Text.plain("Toinen")), lambda told: spoiled(told, chance))


@settings(phases=[Phase.reuse, Phase.generate])
@given(EVENTS, EVENTS)
def test_whatever_changes_the_calendar_has_it_or_it_is_kept_back(first: Event, second: Event) -> None:
    calendar = service()
    send(calendar, first)
    done = send(calendar, second)
    assert (done.refused, done.stopped) == ([], None)
    kept = {one.draft.id for one in done.kept}
    again = send(calendar, second)
    assert (again.told, again.refused, again.stopped) == ((), [], None)
    held = calendar.state.events.get("jarviseutu:juhla")
    if held is not None and "jarviseutu:juhla" not in kept and second.status is EventStatus.CANCELLED:
        assert held["event_status"] == "EventCancelled"
