"""VCALENDAR (RFC 5545, 3.4; RFC 7986): what stands around the events of a feed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import chain
from typing import Final, NamedTuple
from zlib import crc32

import orjson

from seurantalo.frozen import dataclass
from seurantalo.publishing.feeds.lines import fold, one_line, text_line, uri_line
from seurantalo.publishing.feeds.timezones import feed_zone
from seurantalo.publishing.feeds.vevent import utc_stamp

#: A calendar's colour in the apps: the name (RFC 7986, 5.9) and the same for Apple, which wants numbers.
_COLORS: Final = (
    ("seagreen", "#2E8B57"),
    ("steelblue", "#4682B4"),
    ("indianred", "#CD5C5C"),
    ("goldenrod", "#DAA520"),
    ("mediumpurple", "#9370DB"),
    ("darkcyan", "#008B8B"),
    ("sienna", "#A0522D"),
    ("olivedrab", "#6B8E23"),
)


def color_of(kind: str | None, name: str) -> tuple[str, str]:
    """Return a calendar's colour: that of all events is green, and those of records differ, always the same way."""
    return _COLORS[crc32(f"{kind}/{name}".encode()) % len(_COLORS)] if kind else _COLORS[0]


#: How often an app shall look for news; most look when they like.
_REFRESH: Final = "PT12H"


class Serialised(NamedTuple):
    """One event, ready for any feed: its bytes, how many VEVENTs they are, the zones that they name."""

    octets: bytes
    components: int
    zones: tuple[str, ...]
    modified: datetime

    @property
    def packed(self) -> bytes:
        """The same to be kept: a line of JSON, then the bytes."""
        return orjson.dumps((self.components, self.zones, self.modified)) + b"\n" + self.octets

    @classmethod
    def of(cls, packed: bytes) -> Serialised:
        """Return what was packed."""
        head, _, octets = packed.partition(b"\n")
        components, zones, modified = orjson.loads(head)
        return cls(octets, components, tuple(zones), datetime.fromisoformat(modified))


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHeader:
    """What a feed says of itself. ``url`` is its page, ``source`` its own address; both absolute or ``""``.

    ``color`` is a name of CSS and its number.
    """

    name: str
    description: str
    zone: str
    url: str = ""
    source: str = ""
    color: tuple[str, str] = _COLORS[0]


@cache
def opening(language: str) -> bytes:
    """Return the lines that every calendar begins with. No version number: a new release is no news."""
    product = f"PRODID:-//Seurantalo//Seurantalo//{language.upper()}"
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{product}\r\nCALSCALE:GREGORIAN\r\n".encode()


def single_file(language: str, event: Serialised) -> bytes:
    """Return one event's own file. It says nothing of itself, or Outlook would make a new calendar of it.

    No METHOD either: with one, apps take the file for an invitation.
    """
    return b"".join([opening(language), *map(_component, event.zones), event.octets, b"END:VCALENDAR\r\n"])


def dates_file(language: str, zone: str, events: Sequence[Serialised]) -> bytes:
    """Return a file of several events that says nothing of itself; an empty one has a time zone (RFC 5545, 3.6)."""
    zones = sorted(set(chain(*(event.zones for event in events)))) if events else [zone]
    octets = [event.octets for event in events]
    return b"".join([opening(language), *map(_component, zones), *octets, b"END:VCALENDAR\r\n"])


def feed_file(language: str, header: FeedHeader, events: Sequence[Serialised]) -> bytes:
    """Return a feed to subscribe to. An empty one has a time zone, as RFC 5545 wants one component at least (3.6).

    Name, description, colour and refreshing are told twice: by RFC 7986 (5.1, 5.2, 5.9, 5.7), and by the older names
    that begin with ``X-``, which are all that some apps know.
    """
    name, about = one_line(header.name), one_line(header.description)
    lines = [
        opening(language),
        text_line(b"NAME", name),
        text_line(b"X-WR-CALNAME", name),
        text_line(b"DESCRIPTION", about),
        text_line(b"X-WR-CALDESC", about),
        fold(f"X-WR-TIMEZONE:{header.zone}".encode()),
    ]
    if header.url:
        lines.append(uri_line(b"URL", header.url))
    if header.source:
        lines.append(uri_line(b"SOURCE;VALUE=URI", header.source))
    lines += [
        f"COLOR:{header.color[0]}\r\nX-APPLE-CALENDAR-COLOR:{header.color[1]}\r\n".encode(),
        f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}\r\nX-PUBLISHED-TTL:{_REFRESH}\r\n".encode(),
    ]
    used = {event.zones for event in events}
    if events:
        lines.append(f"LAST-MODIFIED:{utc_stamp(max([event.modified for event in events]))}\r\n".encode())
    lines += map(_component, sorted(set(chain(*used)) if events else [header.zone]))
    lines += [event.octets for event in events]
    lines.append(b"END:VCALENDAR\r\n")
    return b"".join(lines)


def _component(zone: str) -> bytes:
    return feed_zone(zone).component
