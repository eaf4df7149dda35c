"""A VEVENT (RFC 5545, 3.6.1) as values: what a foreign calendar says of one event, or of one date of a series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.importing.content_lines import (
    EntryError,
    Property,
    one_line,
    read_length,
    read_properties,
    read_stamp,
    unescape,
    unescape_list,
)
from seurantalo.importing.stream import Component
from seurantalo.importing.zones import Zones
from seurantalo.model.event import EventStatus

UTC: Final = ZoneInfo("UTC")
_STATUS: Final = {"TENTATIVE": EventStatus.TENTATIVE, "CANCELLED": EventStatus.CANCELLED}
#: What is never carried over, by property or component; people are told once per file.
_LEFT_OUT: Final = ("ATTENDEE", "ATTACH", "VALARM", "RELATED-TO", "COMMENT", "REQUEST-STATUS")
#: Dates of one list (EXDATE, RDATE) that are read.
_MOST_DATES: Final = 3_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day (``zone`` is None), or a wall time in a zone."""

    moment: date | datetime
    zone: ZoneInfo | None = None

    @property
    def whole_day(self) -> bool:
        """True for a day."""
        return self.zone is None

    def in_zone(self, zone: ZoneInfo) -> datetime:
        """Return the wall time in a zone, with PEP 495's fold; for a day its midnight."""
        if not isinstance(self.moment, datetime) or self.zone is None:
            return datetime.combine(self.moment, datetime.min.time())
        # By way of UTC: a time that the clocks skip becomes the one that they show (RFC 5545, 3.3.5).
        moment = self.moment.replace(tzinfo=self.zone).astimezone(UTC).astimezone(zone)
        return moment.replace(tzinfo=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a VEVENT says. ``ends`` is exclusive, as in the file; None where there is none that makes sense."""

    line: int
    uid: str
    sequence: int
    title: str
    starts: Stamp
    ends: Stamp | None
    ends_wrong: bool
    status: EventStatus
    again: Stamp | None
    """RECURRENCE-ID: the date of the series that this entry stands for."""
    rules: tuple[str, ...]
    excluded: tuple[Stamp, ...]
    added: tuple[Stamp, ...]
    description: str
    html: str
    location: str
    url: str
    online: str
    categories: tuple[str, ...]
    contacts: tuple[str, ...]
    secret: bool
    """CLASS says that it is not for the public (RFC 5545, 3.8.1.3)."""
    not_carried: tuple[str, ...]
    """What changes its dates and can't be carried."""
    left_out: tuple[str, ...]


def read_entry(component: Component, zones: Zones) -> Entry:
    """Return what a VEVENT says; raise EntryError where it can't be an event."""
    if component.too_large:
        raise EntryError("import-entry-too-large")
    reader = _Reader(component, zones)
    return reader.entry()


def title_of(component: Component) -> str:
    """Return the title of a component, to name it in a problem; ``""`` where there is none."""
    for each in read_properties(component.lines):
        if each.name == "SUMMARY":
            return one_line(unescape(each.value))[:80]
    return ""


class _Reader:
    def __init__(self, component: Component, zones: Zones) -> None:
        self.component, self.zones = component, zones
        self.properties: dict[str, list[Property]] = {}
        for each in read_properties(component.lines):
            self.properties.setdefault(each.name, []).append(each)

    def entry(self) -> Entry:
        starts = self._one("DTSTART")
        if starts is None:
            raise EntryError("import-no-start")
        ends = self._ends(starts)
        wrong = ends is not None and not _after(ends, starts)
        again = self._one("RECURRENCE-ID")
        sequence = self._first("SEQUENCE").strip()
        return Entry(
            line=self.component.line,
            uid=one_line(unescape(self._first("UID")))[:300],
            sequence=int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0,
            title=one_line(unescape(self._first("SUMMARY"))),
            starts=starts,
            ends=None if wrong else ends,
            ends_wrong=wrong,
            status=_STATUS.get(self._first("STATUS").strip().upper(), EventStatus.CONFIRMED),
            again=again,
            rules=tuple(each.value.strip() for each in self.properties.get("RRULE", ())[:2] if each.value.strip()),
            excluded=tuple(self._dates("EXDATE")),
            added=tuple(self._dates("RDATE")),
            description=unescape(self._first("DESCRIPTION")),
            html=self._html(),
            location=one_line(unescape(self._first("LOCATION"))),
            url=self._first("URL").strip(),
            online=self._first("CONFERENCE").strip() or self._first("X-GOOGLE-CONFERENCE").strip(),
            categories=tuple(
                words for each in self.properties.get("CATEGORIES", ()) for words in unescape_list(each.value)
            ),
            contacts=(
                *(one_line(unescape(each.value)) for each in self.properties.get("CONTACT", ())),
                *(each.parameters.get("CN", "") for each in self.properties.get("ORGANIZER", ())),
            ),
            secret=self._first("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"),
            not_carried=tuple(self._not_carried(again)),
            left_out=tuple(self._left_out()),
        )

    def _first(self, name: str) -> str:
        found = self.properties.get(name)
        return found[0].value if found else ""

    def _html(self) -> str:
        # Outlook's own name for a description with markup.
        return unescape(self._first("X-ALT-DESC"))

    def _one(self, name: str) -> Stamp | None:
        found = self.properties.get(name)
        return self._stamp(found[0], found[0].value) if found else None

    def _stamp(self, found: Property, value: str) -> Stamp:
        moment, utc = read_stamp(value)
        if not isinstance(moment, datetime):
            return Stamp(moment)
        if utc:
            return Stamp(moment, UTC)
        name = found.parameters.get("TZID", "")
        return Stamp(moment, self.zones.zone(name) if name else self.zones.floating)

    def _ends(self, starts: Stamp) -> Stamp | None:
        ends = self._one("DTEND")
        if ends is not None or "DURATION" not in self.properties:
            return ends
        length = read_length(self._first("DURATION"))
        try:
            if starts.zone is None:
                # Whole days only (RFC 5545, 3.6.1).
                return Stamp(starts.moment + timedelta(days=length.days))
            if length.seconds:
                # Hours are exact time, days are days of the calendar (RFC 5545, 3.3.6).
                return Stamp(starts.in_zone(UTC) + length, UTC)
            return Stamp(starts.moment + length, starts.zone)
        except OverflowError:
            raise EntryError("import-bad-time", found=self._first("DURATION")[:60]) from None

    def _dates(self, name: str) -> Iterator[Stamp]:
        count = 0
        for each in self.properties.get(name, ()):
            for value in each.value.split(","):
                # Of a period only its start can be said (RFC 5545, 3.8.5.2).
                start = value.partition("/")[0]
                if not start.strip():
                    continue
                count += 1
                if count > _MOST_DATES:
                    return
                yield self._stamp(each, start)

    def _not_carried(self, again: Stamp | None) -> Iterator[str]:
        if len(self.properties.get("RRULE", ())) > 1:
            yield "RRULE"
        if "EXRULE" in self.properties:
            yield "EXRULE"
        if again is not None and self.properties["RECURRENCE-ID"][0].parameters.get("RANGE"):
            yield "RANGE"
        if any("/" in each.value for each in self.properties.get("RDATE", ())):
            yield "PERIOD"

    def _left_out(self) -> Iterator[str]:
        for name in _LEFT_OUT:
            yield from (name for _ in self.properties.get(name, ()))
        yield from (part.kind[:40] for part in self.component.parts)


def _after(ends: Stamp, starts: Stamp) -> bool:
    if ends.whole_day != starts.whole_day:
        return False
    if ends.whole_day:
        return ends.moment > starts.moment
    return ends.in_zone(UTC) > starts.in_zone(UTC)
