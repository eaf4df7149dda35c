"""VEVENTs (RFC 5545, 3.6.1): one event, serialised once; feeds are concatenations of these bytes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from seurantalo.language import Language
from seurantalo.model.community import Community
from seurantalo.model.event import NOT_HELD, Event, EventStatus
from seurantalo.model.record import Moment, day_of
from seurantalo.model.settings import Settings
from seurantalo.publishing.feeds.lines import escape, fold, stamp, text_line, uri_line
from seurantalo.publishing.feeds.modified import sequence_of
from seurantalo.publishing.feeds.own_properties import lines_of_change, notes_line, own_lines, property_name
from seurantalo.publishing.feeds.plain import OVER_LIMIT
from seurantalo.publishing.feeds.rule import rule_text
from seurantalo.publishing.feeds.series import Entry, Rule, ical_status
from seurantalo.publishing.feeds.texts import Texts
from seurantalo.publishing.feeds.timezones import FeedZone, feed_zone
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.publication import Site

_EPOCH: Final = datetime(1970, 1, 1)
#: What an event is where no STATUS says otherwise.
_CONFIRMED: Final = b"CONFIRMED"


class EventWriter:
    """Writes the VEVENTs of a site's events.

    None has ORGANIZER or ATTENDEE: those belong to events that people are invited to (RFC 5545, 3.8.4.1 and 3.8.4.3).
    Who arranges it stands in DESCRIPTION and CONTACT.
    """

    def __init__(self, community: Community, settings: Settings, site: Site, lang: Language, uids: Uids) -> None:
        """Take what the texts of events are made of."""
        self.community, self.settings, self.uids = community, settings, uids
        self.texts = Texts(community, site, lang, settings.timezone)
        self._geo: dict[str, bytes] = {}
        self._stamps: dict[datetime, str] = {}
        self._shared: dict[tuple[bytes, tuple[str, ...]], bytes] = {}
        self._statuses = {status: self._status(status).encode() for status in EventStatus}

    def write(self, event: Event, entries: tuple[Entry, ...], modified: datetime, limit: int) -> bytes:
        """Return the event's VEVENTs, the series before its exceptions; ``modified`` is their last change.

        ``limit`` is how many characters of a description are told. Of what is over (``OVER_LIMIT``) the same is
        not told twice, and nothing that only programs would read.
        """
        stamp = self._stamp(modified)
        sequence = sequence_of(modified)
        return b"".join([self._component(event, entry, stamp, sequence, limit) for entry in entries])

    def _component(self, event: Event, entry: Entry, modified: str, sequence: int, limit: int) -> bytes:
        zone = feed_zone(event.timezone)
        occurrence = entry.occurrence
        words = self.texts.words(event, occurrence, limit)
        url = self.texts.page_url(event)
        categories = self.texts.categories(event)
        contact = self.texts.contact(event)
        status, venue = (event.status, event.venue) if occurrence is None else (occurrence.status, occurrence.venue)
        again = ""
        if entry.recurrence_id is not None:
            # Always in the form of the series' DTSTART, also where this exception's own times are in UTC.
            again = _time("RECURRENCE-ID", entry.recurrence_id, zone)
        if entry.instants is not None:
            starts, ends = entry.instants
            times = f"DTSTART:{epoch_stamp(starts)}\r\nDTEND:{epoch_stamp(ends)}\r\n"
        else:
            times = _time("DTSTART", entry.starts, zone) + _time("DTEND", entry.ends, zone)
        over = limit == OVER_LIMIT
        # Without METHOD the two stamps mean one thing (RFC 5545, 3.8.7.2).
        changed = "" if over else f"LAST-MODIFIED:{modified}\r\n"
        parts = [
            b"BEGIN:VEVENT\r\n",
            text_line(b"UID", entry.uid),
            f"DTSTAMP:{modified}\r\n{changed}SEQUENCE:{sequence}\r\n{again}{times}".encode(),
        ]
        if entry.rule is not None:
            parts.append(fold(f"RRULE:{_rule(entry.rule, zone)}".encode()))
            parts += [_time("EXDATE", moment, zone).encode() for moment in entry.rule.excluded]
        if not over or self._statuses[status] != _CONFIRMED:
            parts.append(b"STATUS:%b\r\n" % self._statuses[status])
        parts.append(text_line(b"SUMMARY", words.summary))
        parts.append(text_line(b"DESCRIPTION", words.description))
        if words.location:
            parts.append(self._shared_line(b"LOCATION", words.location))
        if venue is not None and (geo := self._position(venue)):
            parts.append(geo)
        if url and not over:
            parts.append(fold(f"URL:{url}".encode()))
        if categories:
            parts.append(self._shared_line(b"CATEGORIES", *categories))
        if contact:
            parts.append(self._shared_line(b"CONTACT", contact))
        if event.online:
            parts.append(uri_line(b"CONFERENCE;VALUE=URI", event.online))
        parts.append(notes_line(words.notes) + lines_of_change(occurrence.change if occurrence is not None else None))
        if entry.recurrence_id is None:
            home = self.community.venues[event.venue].municipality if event.venue else self._named(event)
            parts.append(own_lines(event, home, shown=words.told, limit=limit))
            parts.append(self._series(event, entry, zone))
        # Whoever subscribes to a region is not busy at all of its events (RFC 5545, 3.8.2.7).
        parts.append(b"TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n")
        return b"".join(parts)

    def _series(self, event: Event, entry: Entry, zone: FeedZone) -> bytes:
        """Return of which event a series or a date is that has a UID of its own, and for which date it stands there.

        Of a further rule only the event is told.
        """
        series, one = self.uids.of_event(event), entry.occurrence
        if entry.uid == series:
            return b""
        lines = text_line(property_name("series_uid").encode(), series)
        if one is None or one.rule:
            return lines
        name, moment = property_name("rdate" if one.extra else "recurrence_id"), one.recurrence_id
        if not isinstance(moment, datetime):
            return lines + f"{name};VALUE=DATE:{stamp(moment)}\r\n".encode()
        # In UTC: the calendar may describe the event's zone for no other of its dates.
        return lines + f"{name}:{epoch_stamp(zone.instant(moment))}\r\n".encode()

    @staticmethod
    def _named(event: Event) -> str:
        """Return the municipality that LOCATION names where there is no venue."""
        return "" if event.online else event.municipality

    def _stamp(self, modified: datetime) -> str:
        """Return ``utc_stamp(modified)``: events that came in one commit share it."""
        known = self._stamps.get(modified)
        if known is None:
            known = self._stamps[modified] = utc_stamp(modified)
        return known

    def _shared_line(self, name: bytes, *texts: str) -> bytes:
        """Return a property that many events have with the same text or texts."""
        line = self._shared.get((name, texts))
        if line is None:
            line = self._shared[name, texts] = fold(b"%b:%b" % (name, b",".join(map(escape, texts))))
        return line

    def _status(self, status: EventStatus) -> str:
        if status in NOT_HELD and self.settings.cancelled_as_confirmed:
            return "CONFIRMED"  # Google hides what is cancelled; the title still says it
        return ical_status(status)

    def _position(self, venue_id: str) -> bytes:
        known = self._geo.get(venue_id)
        if known is None:
            place = self.community.venues[venue_id].coordinates
            # The semicolon is part of the value's form and never escaped (RFC 5545, 3.8.1.6).
            known = f"GEO:{place.latitude:.6f};{place.longitude:.6f}\r\n".encode() if place else b""
            self._geo[venue_id] = known
        return known


def utc_stamp(moment: datetime) -> str:
    """Return ``20270313T160000Z`` for an instant."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:-6].replace("-", "").replace(":", "") + "Z"


def epoch_stamp(seconds: int) -> str:
    """Return ``20270313T160000Z`` for UTC epoch seconds."""
    return stamp(_EPOCH + timedelta(seconds=seconds)) + "Z"  # datetime.fromtimestamp knows no 1969 on Windows


def _rule(rule: Rule, zone: FeedZone) -> str:
    until = stamp(rule.last)
    if isinstance(rule.last, datetime):
        # Of a series in a time zone the end is in UTC (RFC 5545, 3.3.10, UNTIL).
        until = epoch_stamp(zone.instant(rule.last))
    return rule_text(rule.repetition.rule, day_of(rule.repetition.starts), until)


def _time(name: str, moment: Moment, zone: FeedZone) -> str:
    """Return a line with its CRLF; it is never long enough to be folded."""
    if not isinstance(moment, datetime):
        return f"{name};VALUE=DATE:{stamp(moment)}\r\n"
    return f"{name};TZID={zone.key}:{stamp(moment)}\r\n"
