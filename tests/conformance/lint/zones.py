"""Whether a VTIMEZONE says what the tz database says, hour by hour; and in the one form that every app reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.conformance.lint.content_lines import Component

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_HOUR = timedelta(hours=1)


def check_zone(zone: Component, first: datetime, last: datetime) -> Iterator[str]:
    """Yield what is wrong with a zone for the instants (UTC, naive) that the feed needs it for."""
    name = zone.value("TZID") or ""
    parts = zone.components
    if any(part.all("RDATE") for part in parts):
        yield f"VTIMEZONE {name}: RDATE, which ical.js, vobject and Outlook read wrong"
    changes = sorted(change for part in parts for change in _changes(part, last.year + 1))
    if not changes:
        yield f"VTIMEZONE {name} says nothing"
        return
    truth = ZoneInfo(name)
    instant = first.replace(minute=30)
    place = 0
    while instant <= last:
        while place < len(changes) and changes[place][0] <= instant:
            place += 1
        # Before the first change the offset is the one that it changes from (RFC 5545, 3.6.5, says nothing of it).
        said = changes[place - 1][1] if place else changes[0][2]
        true = instant.replace(tzinfo=UTC).astimezone(truth).utcoffset()
        if said != true:
            yield f"VTIMEZONE {name}: {said} at {instant} UTC, but it is {true}"
            return
        instant += _HOUR


def _changes(part: Component, last_year: int) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """Yield each change of an observance: its instant in UTC, the offset after it and the one before it."""
    before, after = (_offset(part.value(name) or "") for name in ("TZOFFSETFROM", "TZOFFSETTO"))
    begins = datetime.strptime(part.value("DTSTART") or "", "%Y%m%dT%H%M%S")
    yield begins - before, after, before
    rule = dict(word.split("=") for word in (part.value("RRULE") or "").split(";") if word)
    if not rule:
        return
    nth, day = re.fullmatch(r"(-?\d)(\w\w)", rule["BYDAY"]).groups()  # type: ignore[union-attr]
    for year in range(begins.year + 1, last_year + 1):
        wall = datetime.combine(_nth_weekday(year, int(rule["BYMONTH"]), int(nth), _DAYS.index(day)), begins.time())
        yield wall - before, after, before


def _offset(text: str) -> timedelta:
    sign, hours, minutes = re.fullmatch(r"([+-])(\d\d)(\d\d)", text).groups()  # type: ignore[union-attr]
    length = timedelta(hours=int(hours), minutes=int(minutes))
    return -length if sign == "-" else length


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
