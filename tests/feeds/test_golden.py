"""Whole feeds, byte by byte, and what other people's engines read in them.

To accept a change on purpose: ``SEURANTALO_ACCEPT=1 pytest tests/feeds/test_golden.py``, then read the diff.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
from tests.feeds.builders import SETTINGS, SITE, calendar, community, files
from tests.feeds.cases import CASES

from seurantalo.model.event import Event
from seurantalo.publishing.feeds import expectations

GOLDEN = Path(__file__).parent / "golden"
FEED = "ical/kaikki.ics"
#: Feeds carry repetition 730 days on from the first of the month.
IN_SIGHT = "2029-01-31"


def compare(name: str, content: bytes) -> None:
    path = GOLDEN / name
    if os.environ.get("SEURANTALO_ACCEPT"):
        path.write_bytes(content)
    # Lines as text first: a difference in bytes is hard to read.
    assert content.decode().split("\n") == path.read_bytes().decode().split("\n")


@pytest.mark.parametrize("case", CASES)
def test_the_feed_is_as_it_was(case: str) -> None:
    compare(f"{case}.ics", files(*CASES[case])[FEED])


def test_an_events_own_file_is_as_it_was() -> None:
    compare("own-file.ics", files(*CASES["single"])["tapahtumat/kuoroilta/kuoroilta.ics"])


def test_every_golden_file_is_a_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.ics")} == {*CASES, "own-file"}


def said(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return moment.strftime("%Y%m%d")


def seen(content: bytes) -> list[tuple[str, str, str, str]]:
    """What an engine that is not ours sees: UID, start, end, status of every occurrence."""
    feed = icalendar.Calendar.from_ical(content)
    found = recurring_ical_events.of(feed).between(datetime(2024, 1, 1), datetime(2031, 1, 1))
    return sorted((str(one["UID"]), said(one.start), said(one.end), str(one["STATUS"])) for one in found)


def expected(events: Iterable[Event]) -> list[tuple[str, str, str, str]]:
    """What the planner's calendar says, without the UIDs' help: start, end, status."""
    rows = []
    for event in events:
        for one in calendar(*events).of_event(event.id):
            if event.repeats and one.starts_local.isoformat() >= IN_SIGHT:
                continue
            ends = one.ends_local
            whole = not isinstance(ends, datetime)
            status = {"tentative": "TENTATIVE"}.get(one.status, "CANCELLED" if one.cancelled else "CONFIRMED")
            rows.append(
                (
                    said(one.starts_local) if whole else said(datetime.fromtimestamp(one.starts_at, UTC)),
                    said(ends + timedelta(days=1)) if whole else said(datetime.fromtimestamp(one.ends_at, UTC)),
                    status,
                    event.id,
                )
            )
    return rows


@pytest.mark.parametrize("case", CASES)
def test_other_engines_see_what_the_calendar_says(case: str) -> None:
    events = CASES[case]
    found = seen(files(*events)[FEED])
    assert sorted(row[1:] for row in found) == sorted(row[:3] for row in expected(events))


@pytest.mark.parametrize("case", CASES)
def test_the_expectation_files_say_what_other_engines_see(case: str) -> None:
    events = CASES[case]
    made = {file.path: file.content for file in expectations(community(*events), calendar(*events), SETTINGS, SITE)}
    content = files(*events)[FEED]
    assert [tuple(row.split("\t")) for row in made[f"{FEED}.expect"].decode().splitlines()] == seen(content)
    components = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert json.loads(made[f"{FEED}.texts.json"]) == sorted(
        [str(one["UID"]), str(one["SUMMARY"]), str(one["DESCRIPTION"]), str(one.get("LOCATION", ""))]
        for one in components
    )
    assert set(made) == {path + suffix for path in files(*events) for suffix in (".expect", ".texts.json")}


@pytest.mark.parametrize("case", CASES)
def test_the_rules_of_the_trade_are_kept(case: str) -> None:
    for content in files(*CASES[case]).values():
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert not content.startswith(b"\xef\xbb\xbf")
        for line in content.removesuffix(b"\r\n").split(b"\r\n"):
            assert 1 <= len(line) <= 75
            assert line.decode().isprintable()
        for never in (b"RDATE", b"METHOD", b"ORGANIZER", b"ATTENDEE", b"VALARM", b"DURATION:PT0", b"RANGE"):
            assert b"\r\n" + never not in content


def test_the_same_input_gives_the_same_bytes() -> None:
    everything = [event for events in CASES.values() for event in events]
    assert files(*everything) == files(*reversed(everything))
