"""Feeds of tentative dates, series and channels; archives in parts; colours."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, datetime, timedelta

import icalendar
import pytest
from tests.feeds.builders import SETTINGS, SITE, calendar, change, community, event, files, text, weekly
from tests.feeds.cases import CASES

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.parts import AgendaItem
from seurantalo.model.record import Kind
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.feeds.groups import at_most
from seurantalo.publishing.feeds.plain import FEED_LIMIT
from seurantalo.publishing.feeds.selection import Selection
from seurantalo.publishing.feeds.uid import Uids


def titles(content: bytes) -> list[str]:
    return [str(one["SUMMARY"]).partition(" – ")[0] for one in icalendar.Calendar.from_ical(content).walk("VEVENT")]


def named(name: str, starts: date, **fields: object) -> Event:
    return event(name, starts, title=text(name), **fields)


def test_who_looks_for_a_free_day_sees_the_reserved_ones() -> None:
    made = files(
        named("reserved", datetime(2027, 3, 3, 18), status=EventStatus.TENTATIVE, hold_until=date(2027, 2, 20)),
        named("lapsed", datetime(2027, 3, 4, 18), status=EventStatus.TENTATIVE, hold_until=date(2027, 2, 1)),
        named("sure", datetime(2027, 3, 5, 18)),
    )
    feed = icalendar.Calendar.from_ical(made["ical/alustavat.ics"])
    assert [(str(one["SUMMARY"]).partition(" – ")[0], str(one["STATUS"])) for one in feed.walk("VEVENT")] == [
        ("reserved", "TENTATIVE")
    ]
    assert feed["NAME"] == "Alustavat päivät – Järviseudun tapahtumat"


def test_a_series_has_a_feed_while_it_has_events() -> None:
    made = files(
        named("first", datetime(2027, 3, 3, 18), series="aamiaiset-2027"),
        named("second", datetime(2027, 4, 3, 18), series="aamiaiset-2027"),
        named("long-ago", datetime(2018, 4, 3, 18), series="aamiaiset-2018"),
    )
    assert titles(made["ical/sarja/aamiaiset-2027.ics"]) == ["first", "second"]
    assert "ical/sarja/aamiaiset-2018.ics" not in made


def test_a_channel_has_what_it_is_to_tell_and_its_deadline() -> None:
    made = files(
        named("told", datetime(2027, 3, 3, 18), channels=("lehti", "lehti")), named("not", datetime(2027, 3, 4, 18))
    )
    feed = icalendar.Calendar.from_ical(made["ical/kanava/lehti.ics"])
    assert titles(made["ical/kanava/lehti.ics"]) == ["told"]
    assert str(feed["DESCRIPTION"]).endswith(" Määräaika: Viikkoa ennen.")


def test_the_list_tells_the_new_feeds_from_that_of_all_events() -> None:
    events = (named("a", datetime(2027, 3, 3, 18), series="kuoro"),)
    feeds = CalendarFeeds(community(*events), calendar(*events), SETTINGS, SITE).listed()
    assert [feed.path for feed in feeds if feed.kind is None] == ["ical/kaikki.ics"]
    assert [(feed.path, feed.record_id, feed.title) for feed in feeds if feed.kind in (Kind.EVENT, Kind.CHANNEL)] == [
        ("ical/alustavat.ics", "", "Alustavat päivät"),
        ("ical/sarja/kuoro.ics", "kuoro", "Sarja: kuoro"),
        ("ical/kanava/lehti.ics", "lehti", "Kanava: Järviseudun lehti"),
    ]


def test_a_series_may_have_the_name_of_an_event() -> None:
    made = files(named("a", datetime(2027, 3, 3, 18), series="a"))
    assert icalendar.Calendar.from_ical(made["ical/sarja/a.ics"])["URL"] == "https://kylat.example.org/"


def test_an_archive_that_is_too_large_has_parts() -> None:
    events = [named(f"e{n:03}", datetime(2018, 1, 1, 18) + timedelta(days=n)) for n in range(70)]
    settings = dataclasses.replace(SETTINGS, feed_events=30)
    made = files(*events, settings=settings)
    parts = [f"ical/arkisto/2018{suffix}.ics" for suffix in ("", "-2", "-3")]
    assert [len(titles(made[path])) for path in parts] == [30, 30, 10]
    assert [title for path in parts for title in titles(made[path])] == [one.id for one in events]
    listed = CalendarFeeds(community(*events), calendar(*events, settings=settings), settings, SITE).listed()
    assert [(feed.path, feed.title) for feed in listed if feed.year] == [
        (parts[0], "Vuoden 2018 tapahtumat"),
        (parts[1], "Vuoden 2018 tapahtumat, osa 2"),
        (parts[2], "Vuoden 2018 tapahtumat, osa 3"),
    ]


def test_an_archive_stays_under_its_bytes() -> None:
    long = text("Pitkä kuvaus, äöå; kaksi. " * 100)
    events = [named(f"e{n}", datetime(2018, 1, 1, 18) + timedelta(hours=n), description=long) for n in range(400)]
    archives = {path: content for path, content in files(*events).items() if path.startswith("ical/arkisto/")}
    assert 1 < len(archives) < 6
    assert all(len(content) < SETTINGS.feed_bytes for content in archives.values())
    assert sum(len(titles(content)) for content in archives.values()) == len(events)


WORST = event(
    "worst",
    datetime(2018, 1, 3, 2, 30),
    ends=datetime(2018, 1, 3, 4),
    title=text(",;\\" * 90),
    description=text("ää,;\n" * 1000),
    price=text(",;" * 150),
    accessibility=text("\\;" * 150),
    agenda=tuple(AgendaItem(text=text(";,ö" * 90)) for _ in range(9)),
    repeats=weekly(count=300, include=(datetime(2018, 5, 2, 9),), exclude=(date(2018, 2, 7),)),
    changes=tuple(
        change(date(2018, 1, 3) + timedelta(weeks=n), title=text(";" * 200), note=text("," * 300))
        for n in range(1, 20)
    ),
)


@pytest.mark.parametrize("case", [*CASES.values(), (WORST,)])
def test_what_an_event_takes_at_most_is_not_too_little(case: tuple[Event, ...]) -> None:
    region = community(*case)
    selection = Selection(region, calendar(*case), SETTINGS, Uids("x"))
    made = files(*case)
    for one in selection.every:
        written = made[f"tapahtumat/{one.event.id}/{one.event.id}.ics"]
        octets, components = at_most(one, selection.limit_of(one.event, FEED_LIMIT))
        assert len(written) <= octets
        assert written.count(b"BEGIN:VEVENT") <= components


def test_calendars_can_be_told_apart_by_colour() -> None:
    colours = {
        path: re.findall(rb"COLOR:(#?\w+)\r\n", content)
        for path, content in files().items()
        if path.startswith("ical/")
    }
    assert colours["ical/kaikki.ics"] == [b"seagreen", b"#2E8B57"]
    assert len({name for name, _ in colours.values()}) >= 4
