"""The rules for a published feed: RFC 5545 and 7986, and what several apps are known to get wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from tests.conformance.lint.content_lines import Component, Property, read
from tests.conformance.lint.zones import check_zone

#: Google Calendar gives up at a megabyte.
FEED_OCTETS: Final = 900_000
FEED_EVENTS: Final = 1_000

_DATE: Final = re.compile(r"\d{8}")
_DATE_TIME: Final = re.compile(r"\d{8}T\d{6}Z?")
_UTC: Final = re.compile(r"\d{8}T\d{6}Z")
_GEO: Final = re.compile(r"-?\d{1,2}\.\d{6};-?\d{1,3}\.\d{6}")
_URI: Final = re.compile(r"[a-z][a-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+")
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY: Final = timedelta(days=1)

_ONCE: Final = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "DESCRIPTION")
_AT_MOST_ONCE: Final = (
    *("LOCATION", "GEO", "URL", "CATEGORIES", "CONTACT", "RRULE", "RECURRENCE-ID", "TRANSP"),
    # What is over has neither: DTSTAMP says the same as the one, and what has no other status is confirmed.
    *("LAST-MODIFIED", "STATUS"),
)
#: They make apps take a feed for an invitation, ring at people, or lose dates.
_NEVER: Final = ("RDATE", "ORGANIZER", "ATTENDEE", "EXRULE", "DURATION", "METHOD")
_OF_A_FEED: Final = (
    *("NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "COLOR", "X-APPLE-CALENDAR-COLOR"),
    *("REFRESH-INTERVAL", "X-PUBLISHED-TTL"),
)


def faults(content: bytes, *, feed: bool = True) -> list[str]:
    """Return all that is wrong with a calendar file; ``feed`` is False for one event's own file."""
    found: list[str] = []
    top = read(content, found)
    if [one.name for one in top.components] != ["VCALENDAR"] or top.properties:
        return [*found, "not one VCALENDAR"]
    found += _Rules(top.components[0]).check(feed=feed)
    if feed and len(content) > FEED_OCTETS:
        found.append(f"{len(content)} octets")
    return found


class _Rules:
    def __init__(self, calendar: Component) -> None:
        self.calendar = calendar
        self.events = calendar.parts("VEVENT")
        self.zones = {one.value("TZID") or "": one for one in calendar.parts("VTIMEZONE")}
        self.used: dict[str, list[datetime]] = {}

    def check(self, *, feed: bool) -> Iterator[str]:
        calendar, events = self.calendar, self.events
        for name, value in (("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("PRODID", None)):
            if [value or one.value for one in calendar.all(name)] != [one.value for one in calendar.all(name)][:1]:
                yield f"{name} is not there once as it should be"
        for name in _OF_A_FEED:
            if len(calendar.all(name)) != feed:
                yield f"{name} is there {len(calendar.all(name))} times"
        yield from (f"{one.name} in the calendar" for one in calendar.properties if one.name in _NEVER)
        if not calendar.components:
            yield "no component (RFC 5545, 3.6)"
        if len(events) > FEED_EVENTS:
            yield f"{len(events)} events"
        for event in events:
            for fault in self._event(event):
                yield f"VEVENT of line {event.line}: {fault}"
        yield from self._identities()
        for name, walls in sorted(self.used.items()):
            if name in self.zones:
                yield from check_zone(self.zones[name], min(walls) - _DAY, max(walls) + _DAY)
        if events:
            yield from (f"VTIMEZONE {name} is not used" for name in sorted(self.zones.keys() - self.used.keys()))

    def _event(self, event: Component) -> Iterator[str]:
        for name in _ONCE:
            if len(event.all(name)) != 1:
                yield f"{name} is there {len(event.all(name))} times"
        for name in _AT_MOST_ONCE:
            if len(event.all(name)) > 1:
                yield f"{name} is there {len(event.all(name))} times"
        yield from (f"{one.name}, which a feed never has" for one in event.properties if one.name in _NEVER)
        if event.components:
            yield f"{event.components[0].name} inside it"
        for one in event.properties:
            if fault := _form(one):
                yield f"{one.name}: {fault}"
        yield from self._times(event)

    def _times(self, event: Component) -> Iterator[str]:
        starts, ends = self._moment(event, "DTSTART"), self._moment(event, "DTEND")
        if starts is None or ends is None:
            yield "DTSTART or DTEND is no date and no time with a zone"
            return
        (kind, begin), (end_kind, end) = starts, ends
        if kind != end_kind:
            yield f"DTSTART is {kind}, DTEND is {end_kind}"
        elif end <= begin:
            yield "DTEND is not after DTSTART"
        for name in ("EXDATE", "RECURRENCE-ID"):
            series = self._master(event) if name == "RECURRENCE-ID" else event
            wanted = self._moment(series, "DTSTART") if series else None
            for one in event.all(name):
                found = self._moment_of(one)
                if found is None or wanted is None or found[0] != wanted[0]:
                    yield f"{name} is not in the form of its series' DTSTART"
                if "RANGE" in one.parameters:
                    yield "RANGE, which most apps ignore"
        for rule in event.all("RRULE"):
            yield from _rule(rule.value, kind, begin)

    def _master(self, event: Component) -> Component | None:
        uid = event.value("UID")
        return next(
            (one for one in self.events if one.value("UID") == uid and not one.all("RECURRENCE-ID")),
            None,
        )

    def _identities(self) -> Iterator[str]:
        names = [(event.value("UID") or "", event.value("RECURRENCE-ID") or "") for event in self.events]
        yield from (f"UID {name} is there twice" for name, count in Counter(names).items() if count > 1)
        series: set[str] = set()
        for uid, exception in names:
            if exception and uid not in series:
                yield f"an exception of {uid} without its series before it"
            if not exception:
                series.add(uid)

    def _moment(self, event: Component, name: str) -> tuple[str, datetime] | None:
        found = event.all(name)
        return self._moment_of(found[0]) if found else None

    def _moment_of(self, one: Property) -> tuple[str, datetime] | None:
        """Return DATE, UTC or the zone's name, and the time; None for what a feed must not have."""
        zone, value = one.parameters.get("TZID", ""), one.value
        if one.parameters.get("VALUE") == "DATE":
            return ("DATE", datetime.strptime(value, "%Y%m%d")) if _DATE.fullmatch(value) and not zone else None
        if not _DATE_TIME.fullmatch(value) or value.endswith("Z") is bool(zone) or (zone and zone not in self.zones):
            return None
        wall = datetime.strptime(value[:15], "%Y%m%dT%H%M%S")
        if zone:
            self.used.setdefault(zone, []).append(wall)
        return zone or "UTC", wall


def _form(one: Property) -> str:
    """Return what is wrong with a value; ``""`` where nothing is."""
    forms = {"DTSTAMP": _UTC, "LAST-MODIFIED": _UTC, "GEO": _GEO, "URL": _URI, "CONFERENCE": _URI}
    form = forms.get(one.name)
    if form is not None and not form.fullmatch(one.value):
        return f"{one.value!r} has the wrong form"
    if one.name == "STATUS" and one.value not in ("TENTATIVE", "CONFIRMED", "CANCELLED"):
        return f"{one.value!r} is none (RFC 5545, 3.8.1.11)"
    if one.name == "SEQUENCE" and not one.value.isdigit():
        return f"{one.value!r} is no number"
    if one.name == "CONFERENCE" and one.parameters.get("VALUE") != "URI":
        return "RFC 7986 wants VALUE=URI"
    if one.name == "DESCRIPTION" and re.search(r"</?(?:p|br|a|div|b|strong|ul|li)\b[^>]*>", one.value, re.IGNORECASE):
        return "HTML"
    return ""


def _rule(value: str, kind: str, begin: datetime) -> Iterator[str]:
    rule = dict(word.split("=", 1) for word in value.split(";"))
    if rule.get("FREQ") not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        yield f"RRULE is {rule.get('FREQ')}"
    until = rule.get("UNTIL", "")
    if "COUNT" in rule or not (_DATE if kind == "DATE" else _UTC).fullmatch(until):
        yield f"UNTIL {until!r} is not in UTC, or no date where DTSTART is one (RFC 5545, 3.3.10)"
    days = [word[-2:] for word in rule.get("BYDAY", "").split(",") if word]
    if rule.get("FREQ") == "WEEKLY" and days and _DAYS[begin.weekday()] not in days:
        yield "DTSTART is no instance of its rule (RFC 5545, 3.8.5.3)"
