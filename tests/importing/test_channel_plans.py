"""Where an event is announced travels from one site of this kind to another, without what one of them has done."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from tests.examples import examples
from tests.feeds import builders
from tests.proposing.fills import plans
from tests.proposing.test_new_file import BASE, SETTINGS, TODAY, lines_joined, read

from seurantalo.importing import Defaults, Request, import_calendar
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.community import Community
from seurantalo.model.fields.channel_plan import CHANNELS
from seurantalo.model.record import Kind
from seurantalo.planner import make_calendar
from seurantalo.proposing.new_file import new_file
from seurantalo.proposing.values import values_of
from seurantalo.publishing.feeds.own_properties import own_lines
from seurantalo.reading import read_community

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Seurantalo//x//FI\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
BODY = (
    "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20270612\r\nSUMMARY:Tanssit\r\nLOCATION:Seurantalo\\, Vimpeli\r\n"
)
TAIL = "END:VEVENT\r\nEND:VCALENDAR\r\n"


@cache
def base() -> Community:
    community = read_community(BASE, BASE / "content", SETTINGS, TODAY).community
    assert community is not None
    return community


def carried(plan: ChannelPlan) -> ChannelPlan:
    lines = own_lines(builders.event("tanssit", date(2027, 6, 12), channel_plan=plan), "vimpeli").decode()
    request = Request(path="kaikki.ics", defaults=Defaults(organisation="vimpelin-martat"))
    calendar = make_calendar(base(), SETTINGS, TODAY)
    feed = f"{HEAD}{BODY}{lines}{TAIL}".encode()
    (made,) = import_calendar(feed, request, base(), calendar, SETTINGS).events
    return made.event.channel_plan


@examples(40)
@example([{"channel": "paikallislehti", "skip": "juhla: omille"}])
@given(plans(CHANNELS))
def test_all_but_the_days_on_which_something_was_told_comes_through(value: Any) -> None:
    event, _ = read(
        new_file(
            Kind.EVENT,
            {"title": "Tanssit", "starts": "2027-06-12", "organisers": ["vimpelin-martat"], "channels": value},
            "fi",
        )
    )
    assert values_of(event)["channels"] == lines_joined(value)
    choices = tuple(
        ChannelChoice(
            channel=one.channel, skipped=one.skipped, why=one.why, doer=one.doer, sentence=one.sentence
        )
        for one in event.channel_plan.choices
    )  # fmt: skip
    found = carried(event.channel_plan)
    assert (found.defaults, set(found.choices)) == (event.channel_plan.defaults, set(choices))


@pytest.mark.parametrize(
    "line", ["X-SEURANTALO-CHANNELS:paikallislehti,radio-jarvituuli", "X-SEURANTALO-CHANNELS:no"]
)
def test_it_stands_in_a_feed_as_it_did_where_names_are_all(line: str) -> None:
    names = () if line.endswith("no") else ("paikallislehti", "radio-jarvituuli")
    plan = ChannelPlan(defaults=False, choices=tuple(ChannelChoice(channel=one) for one in names))
    made = own_lines(builders.event("tanssit", date(2027, 6, 12), channel_plan=plan), "vimpeli").decode()
    assert line in made.splitlines()
