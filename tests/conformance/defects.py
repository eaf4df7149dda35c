"""A sound feed, and more than forty ways in which programs have broken theirs: each must turn the tests red."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from tests.feeds.builders import SETTINGS, SITE, calendar, change, community, event, files, text, weekly

from seurantalo.model.event import EventStatus
from seurantalo.model.recurrence import Weekday
from seurantalo.publishing.feeds import expectations

_FEED: Final = "ical/kaikki.ics"
_EVENTS: Final = (
    event(
        "kuoro",
        datetime(2027, 3, 9, 18),
        ends=datetime(2027, 3, 9, 19, 30),
        title=text("Kuoroharjoitus, kevät; ryhmä Ä"),
        description=text(
            "Äänenavaus alkaa, kahvia; pullaa.\n\nToinen kappale: öljylamppu 🎻 " + "öäå – " * 30 + "loppu"
        ),
        repeats=weekly(
            by_weekday=(Weekday(1),),
            count=5,
            exclude=(date(2027, 3, 16),),
            include=(datetime(2027, 4, 8, 17),),
        ),
        changes=(change(date(2027, 3, 30), starts=datetime(2027, 3, 31, 19), ends=datetime(2027, 3, 31, 20)),),
    ),
    event("juhannus", date(2027, 6, 25), ends=date(2027, 6, 27), title=text("Juhannusjuhlat")),
    event("tori", datetime(2027, 7, 1, 12), status=EventStatus.CANCELLED, title=text("Toritapahtuma")),
)


def sound() -> bytes:
    """Return the feed as we write it."""
    return files(*_EVENTS)[_FEED]


def expected() -> tuple[bytes, bytes]:
    """Return what must be seen in it: the occurrences and the texts, as the export writes them."""
    made = expectations(community(*_EVENTS), calendar(*_EVENTS), SETTINGS, SITE)
    by_path = {file.path: file.content for file in made}
    return by_path[f"{_FEED}.expect"], by_path[f"{_FEED}.texts.json"]


def _swap(old: str, new: str, *, all_of: bool = False) -> Callable[[bytes], bytes]:
    """Return a change of lines: a regular expression in which a line ends in ``$``, and what takes its place."""

    def made(feed: bytes) -> bytes:
        pattern = old.replace("$", "\r\n")
        return re.sub(pattern, new.replace("$", "\r\n"), feed.decode(), count=0 if all_of else 1).encode()

    return made


def _unfolded(feed: bytes) -> list[str]:
    return feed.replace(b"\r\n ", b"").decode().split("\r\n")


def _folded_anyhow(feed: bytes) -> bytes:
    """Fold after 75 octets, whatever they are."""
    lines = []
    for line in _unfolded(feed):
        octets = line.encode()
        while len(octets) > 75:
            lines.append(octets[:75])
            octets = b" " + octets[75:]
        lines.append(octets)
    return b"\r\n".join(lines)


def _folded_by_characters(feed: bytes) -> bytes:
    lines = []
    for whole in _unfolded(feed):
        line = whole
        while len(line) > 75:
            lines.append(line[:75])
            line = " " + line[75:]
        lines.append(line)
    return "\r\n".join(lines).encode()


def _on_long_lines(old: str, new: str) -> Callable[[bytes], bytes]:
    """Return a change of texts, made before they are folded."""

    def made(feed: bytes) -> bytes:
        return "\r\n".join(re.sub(old, new, line) for line in _unfolded(feed)).encode()

    return made


def _date_list_zone(feed: bytes) -> bytes:
    """Say each year's change of the clock by its date, as the package ``icalendar`` does."""
    spring = "RDATE:20260329T030000,20270328T030000,20280326T030000$"
    autumn = "RDATE:20261025T040000,20271031T040000,20281029T040000$"
    feed = _swap(r"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU$", spring)(feed)
    return _swap(r"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU$", autumn)(feed)


def _same_uid(feed: bytes) -> bytes:
    """Give the second event the first one's UID."""
    first: bytes = re.findall(rb"UID:[^\r]*", feed)[0]
    head, mark, tail = feed.partition(b"SUMMARY:Juhannus")
    at = head.rindex(b"UID:")
    return head[:at] + first + head[head.index(b"\r\n", at) :] + mark + tail


_VTIMEZONE: Final = r"(?s)BEGIN:VTIMEZONE$.*END:VTIMEZONE$"
_EXTRA: Final = r"(?s)BEGIN:VEVENT$(?:(?!END:VEVENT).)*DTSTART;TZID=Europe/Helsinki:20270408T170000.*?END:VEVENT$"
_MASTER: Final = r"(?s)BEGIN:VEVENT$(?:(?!END:VEVENT).)*RRULE:FREQ=WEEKLY.*?END:VEVENT$"

#: The defects by name: what makes the broken feed of the sound one.
DEFECTS: Final[dict[str, Callable[[bytes], bytes]]] = {
    # Time zones
    "no VTIMEZONE": _swap(_VTIMEZONE, ""),
    "VTIMEZONE as a list of dates": _date_list_zone,
    "VTIMEZONE an hour off in summer": _swap(r"\+0300", "+0400", all_of=True),
    "VTIMEZONE changes an hour late": _swap(r"T030000$RRULE:FREQ=YEARLY", "T040000$RRULE:FREQ=YEARLY"),
    "floating times": _swap(r"(DTSTART|DTEND|EXDATE|RECURRENCE-ID);TZID=Europe/Helsinki:", r"\1:", all_of=True),
    "winter time in summer": _swap(r"DTSTART;TZID=Europe/Helsinki:20270701T12", r"DTSTART:20270701T10"),
    # Ends and whole days
    "whole days end on their last day": _swap(r"DTEND;VALUE=DATE:20270628", "DTEND;VALUE=DATE:20270627"),
    "DTEND before DTSTART": _swap(r"DTEND(.*?)20270309T193000", r"DTEND\g<1>20270309T173000"),
    "no DTEND": _swap(r"DTEND;VALUE=DATE:20270628$", ""),
    "whole days as midnights": _swap(
        r"DTSTART;VALUE=DATE:20270625$DTEND;VALUE=DATE:20270628$", "DTSTART:20270624T210000Z$DTEND:20270627T210000Z$"
    ),
    # Repetition
    "RDATE instead of an event": lambda feed: _swap(
        r"(RRULE:FREQ=WEEKLY.*?)$", r"\1$RDATE;TZID=Europe/Helsinki:20270408T170000$"
    )(_swap(_EXTRA, "")(feed)),
    "UNTIL in local time": _swap(r"(UNTIL=\d{8}T\d{6})Z", r"\1"),
    "UNTIL as a day": _swap(r"(UNTIL=\d{8})T\d{6}Z", r"\1"),
    "UNTIL an hour early": _swap(r"UNTIL=20270406T150000Z", "UNTIL=20270406T140000Z"),
    "DTSTART outside its rule": _swap(r"BYDAY=TU", "BYDAY=WE"),
    "two rules": _swap(r"(RRULE:FREQ=WEEKLY.*?)$", r"\1$RRULE:FREQ=MONTHLY;UNTIL=20270501T000000Z$"),
    "EXDATE as a day": _swap(r"EXDATE;TZID=Europe/Helsinki:20270316T180000", "EXDATE;VALUE=DATE:20270316"),
    "EXDATE with the wall time called UTC": _swap(
        r"EXDATE;TZID=Europe/Helsinki:20270316T180000", "EXDATE:20270316T180000Z"
    ),
    "RECURRENCE-ID as a day": _swap(
        r"RECURRENCE-ID;TZID=Europe/Helsinki:20270330T180000", "RECURRENCE-ID;VALUE=DATE:20270330"
    ),
    "RECURRENCE-ID in UTC": _swap(
        r"RECURRENCE-ID;TZID=Europe/Helsinki:20270330T180000", "RECURRENCE-ID:20270330T150000Z"
    ),
    "RECURRENCE-ID of the new time": _swap(
        r"RECURRENCE-ID;TZID=Europe/Helsinki:20270330T180000", "RECURRENCE-ID;TZID=Europe/Helsinki:20270331T190000"
    ),
    "an exception without its series": _swap(_MASTER, ""),
    # Identity
    "one UID twice": _same_uid,
    "no UID": _swap(r"UID:[^\r]*$", ""),
    "no DTSTAMP": _swap(r"DTSTAMP:[^\r]*$", ""),
    # Texts
    "folded inside a character": _folded_anyhow,
    "folded by characters": _folded_by_characters,
    "folded without a space": lambda feed: feed.replace(b"\r\n ", b"\r\n"),
    "bare commas and semicolons": lambda feed: feed.replace(b"\\,", b",").replace(b"\\;", b";"),
    "raw line breaks": lambda feed: feed.replace(b"\\n", b"\r\n"),
    "raw line breaks that hide a property": _on_long_lines(r"pullaa\.\\n\\n.*", "pullaa.$STATUS:CANCELLED"),
    "escaped twice": _on_long_lines(r"\\", r"\\\\"),
    "an escaped quote": _on_long_lines("Juhannusjuhlat", r'\\"Juhannusjuhlat\\"'),
    "a space at an end": _swap(r"SUMMARY:Juhannusjuhlat", "SUMMARY:Juhannusjuhlat "),
    "a control character": _swap(r"SUMMARY:Juhannus", "SUMMARY:Juhannus\x07"),
    # The file
    "bare line feeds": lambda feed: feed.replace(b"\r\n", b"\n"),
    "a byte order mark": lambda feed: b"\xef\xbb\xbf" + feed,
    "cut short": lambda feed: feed[:-60],
    # What a feed never says
    "METHOD:PUBLISH": _swap(r"CALSCALE", "METHOD:PUBLISH$CALSCALE"),
    "METHOD:REQUEST": _swap(r"CALSCALE", "METHOD:REQUEST$CALSCALE"),
    "a STATUS in Finnish": _swap(r"STATUS:CANCELLED", "STATUS:PERUTTU"),
    "a cancellation lost": _swap(r"STATUS:CANCELLED", "STATUS:CONFIRMED"),
    "an invitation": _swap(r"TRANSP", "ORGANIZER:https://kylat.example.org$TRANSP"),
    "an alarm": _swap(
        r"END:VEVENT",
        "BEGIN:VALARM$ACTION:DISPLAY$DESCRIPTION:Nyt$TRIGGER:-PT1H$END:VALARM$END:VEVENT",
    ),
    "GEO escaped like text": _swap(r"(GEO:[\d.]*);", r"\1\\;"),
}


#: Over these no engine stumbles that can run in a test; other apps do, and the rules for feeds forbid them.
ONLY_RULES: Final = frozenset(
    {
        "VTIMEZONE changes an hour late",  # wrong for one hour of a year
        "no DTSTAMP",  # Apple refuses the feed, and Outlook takes no update
        "folded by characters",  # Outlook and older phones cut the line
        "bare line feeds",  # Outlook refuses the feed
        "METHOD:PUBLISH",  # Outlook opens a new calendar at each import
        "an invitation",  # Google and Outlook offer to answer it
        "an alarm",  # rings on other people's phones
    }
)
