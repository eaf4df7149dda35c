"""A VEVENT (RFC 5545, 3.6.1) as values: what a foreign calendar says of one event, or of one date of a series."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.importing.content_lines import (
    EntryError,
    Property,
    one_line,
    read_length,
    read_properties,
    unescape,
    unescape_list,
)
from seurantalo.importing.own_properties import PREFIX
from seurantalo.importing.stamps import UTC, Stamp, StampReader
from seurantalo.importing.stream import Component
from seurantalo.importing.zones import Zones
from seurantalo.model.event import EventStatus
from seurantalo.model.record import day_of
from seurantalo.planner.recurrence import MOST_DATES

_STATUS: Final = {"TENTATIVE": EventStatus.TENTATIVE, "CANCELLED": EventStatus.CANCELLED}
#: What is never carried over, by property or component; people are told once per file.
_LEFT_OUT: Final = ("ATTENDEE", "ATTACH", "VALARM", "RELATED-TO", "COMMENT", "REQUEST-STATUS")
_LONGEST_UID: Final = 300
_ADDED: Final = f"{PREFIX}RDATE"
#: Microsoft's own word for whole days, which it writes as times from midnight to midnight.
_ALL_DAY: Final = "X-MICROSOFT-CDO-ALLDAYEVENT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a VEVENT says. ``ends`` is exclusive, as in the file; None where there is none that makes sense."""

    line: int
    uid: str
    sequence: int
    title: str
    starts: Stamp
    ends: Stamp | None
    notes: tuple[tuple[str, str], ...]
    """What was odd about its dates: codes of problems, and the words that were found."""
    day_shift: int
    """Of whole days that were written as times: how many days later they are than what is written."""
    status: EventStatus
    again: Stamp | None
    """RECURRENCE-ID: the date of the series that this entry stands for."""
    onwards: bool
    """What it says of that date holds for all later ones (RFC 5545, 3.2.13)."""
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
    series: str
    """In our own feeds: the UID of the event of which this is a date, though it has a UID of its own."""
    stands_for: Stamp | None
    """The date of that event which it is: a date that has moved, or (``extra``) one beside the rule."""
    extra: bool
    own: tuple[Property, ...]
    """The properties of our own feeds."""
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
    return _text_of(component, "SUMMARY")[:80]


def uid_of(component: Component) -> str:
    """Return the UID of a component, also where the rest of it can't be read; ``""`` where there is none."""
    return _text_of(component, "UID")[:_LONGEST_UID]


def _text_of(component: Component, name: str) -> str:
    found = (one_line(unescape(each.value)) for each in read_properties(component.lines) if each.name == name)
    return next(found, "")


class _Reader:
    def __init__(self, component: Component, zones: Zones) -> None:
        self.component, self.zones = component, zones
        self.properties: dict[str, list[Property]] = {}
        for each in read_properties(component.lines):
            self.properties.setdefault(each.name, []).append(each)
        self.stamps = StampReader(zones)

    def entry(self) -> Entry:
        first = self._one("DTSTART")
        if first is None:
            raise EntryError("import-no-start")
        starts, ends, midnights = self.stamps.settled(first, self._ends(first), self._first(_ALL_DAY))
        again = self._one("RECURRENCE-ID")
        excluded, added = tuple(self._dates("EXDATE")), tuple(self._dates("RDATE"))
        if midnights is not None:
            excluded, added = (tuple(one.as_day(midnights) for one in dates) for dates in (excluded, added))
        sequence = self._first("SEQUENCE").strip()
        return Entry(
            line=self.component.line,
            uid=one_line(unescape(self._first("UID")))[:_LONGEST_UID],
            sequence=int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0,
            title=one_line(unescape(self._first("SUMMARY"))),
            starts=starts,
            ends=ends,
            day_shift=(day_of(starts.moment) - day_of(first.moment)).days if midnights is not None else 0,
            status=_STATUS.get(self._first("STATUS").strip().upper(), EventStatus.CONFIRMED),
            again=again,
            onwards=self._range() == "THISANDFUTURE",
            rules=tuple(each.value.strip() for each in self.properties.get("RRULE", ())[:2] if each.value.strip()),
            excluded=excluded,
            added=added,
            description=unescape(self._first("DESCRIPTION")),
            html=self._html(),
            location=one_line(unescape(self._first("LOCATION"))),
            url=self._url(),
            online=self._first("CONFERENCE").strip() or self._first("X-GOOGLE-CONFERENCE").strip(),
            categories=tuple(
                words for each in self.properties.get("CATEGORIES", ()) for words in unescape_list(each.value)
            ),
            contacts=(
                *(one_line(unescape(each.value)) for each in self.properties.get("CONTACT", ())),
                *(each.parameters.get("CN", "") for each in self.properties.get("ORGANIZER", ())),
            ),
            secret=self._first("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"),
            series=one_line(unescape(self._first(f"{PREFIX}SERIES-UID"))),
            stands_for=self._one(_ADDED) or self._one(f"{PREFIX}RECURRENCE-ID"),
            extra=_ADDED in self.properties,
            own=tuple(each for name in self.properties if name.startswith(PREFIX) for each in self.properties[name]),
            not_carried=tuple(self._not_carried(again)),
            left_out=tuple(self._left_out()),
            notes=tuple(self.stamps.notes.items()),
        )

    def _first(self, name: str) -> str:
        found = self.properties.get(name)
        return found[0].value if found else ""

    def _url(self) -> str:
        """Return its address; of what was long over, a feed of ours tells it at the end of the description alone."""
        last = (
            unescape(self._first("DESCRIPTION")).rpartition("\n")[2] if f"{PREFIX}LEFT-OUT" in self.properties else ""
        )
        return self._first("URL").strip() or (last if last.startswith("http") else "")

    def _html(self) -> str:
        # Outlook's own name for a description with markup.
        return unescape(self._first("X-ALT-DESC"))

    def _one(self, name: str) -> Stamp | None:
        found = self.properties.get(name)
        return self.stamps.read(found[0], found[0].value) if found else None

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
                if count > MOST_DATES:
                    self.stamps.notes["import-dates-left-out"] = name
                    return
                yield self.stamps.read(each, start)

    def _not_carried(self, again: Stamp | None) -> Iterator[str]:
        if len(self.properties.get("RRULE", ())) > 1:
            yield "RRULE"
        if "EXRULE" in self.properties:
            yield "EXRULE"
        if again is not None and self._range() not in ("", "THISANDFUTURE"):
            yield "RANGE"
        if any("/" in each.value for each in self.properties.get("RDATE", ())):
            yield "PERIOD"

    def _range(self) -> str:
        found = self.properties.get("RECURRENCE-ID")
        return found[0].parameters.get("RANGE", "").strip().upper() if found else ""

    def _left_out(self) -> Iterator[str]:
        for name in _LEFT_OUT:
            yield from (name for _ in self.properties.get(name, ()))
        yield from (part.kind[:40] for part in self.component.parts)
