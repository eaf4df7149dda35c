"""What a foreign calendar says becomes a draft of an event file: names become ids, texts become ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from seurantalo.importing.content_lines import EntryError, one_line
from seurantalo.importing.entry import Entry
from seurantalo.importing.event_file import Draft
from seurantalo.importing.own_description import read_own
from seurantalo.importing.places import Names, Place
from seurantalo.importing.prose import LONGEST, read_description, shortened, to_markdown, without_contacts
from seurantalo.importing.series import DateChange, Report, Series, Times, held_until
from seurantalo.language import language
from seurantalo.model.event import Change, EventStatus, External
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.record import Moment
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner.titles import says_little

_LONGEST_TITLE: Final = 200
_LONGEST_LINE: Final = 300
#: People write into the title what is not held, as often as into STATUS, which has no word for what is postponed.
_NOT_HELD: Final = re.compile(
    r"\s*(?:(?P<postponed>LYKÄTTY|LYKÄTÄÄN|UPPSKJUTE[TN]|POSTPONED)"
    r"|PERUTTU|PERUUTETTU|PERUTAAN|INSTÄLLT|INSTÄLLD|CANCELL?ED)\s*[:!–-]+\s*(?=\S)",
    re.IGNORECASE,
)
#: Facts of a description that become something else than a text under their own name.
_OWN_FACTS: Final = ("organisers", "online")
_FIELDS: Final = by_name(EVENT)
_UNSAFE: Final = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    r"""What an import knows that the calendar does not say: ids of records, and whose the events are.

    >>> from seurantalo.importing import Request, import_calendar
    >>> ics = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tanssit\nDTSTART:20270410T190000\nEND:VEVENT\nEND:VCALENDAR"
    >>> for defaults in (Defaults(), Defaults(organisation="martat", venue="seurantalo")):
    ...     made = import_calendar(ics, Request(path="kyla.ics", defaults=defaults), community, calendar, settings)
    ...     [problem.code for problem in made.problems] or made.events[0].event.organisers
    ['import-no-organiser']
    ('martat',)
    """

    organisation: str = ""
    """Who arranges what names no association that we know."""
    municipality: str = ""
    """Where something is that names neither a place nor a municipality; default: the association's."""
    venue: str = ""
    external: External | None = None
    """The foreign calendar, where its events stay its own."""
    demo: bool = False


class DraftMaker:
    """Makes drafts of the series of one calendar."""

    def __init__(self, names: Names, defaults: Defaults, settings: Settings, report: Report, *, ours: bool) -> None:
        """``ours``: the calendar is a feed that a site of this kind wrote."""
        self.names, self.defaults, self.site_zone = names, defaults, settings.timezone
        self.lang = language(settings.language)
        self.report, self.ours = report, ours
        self._places: dict[str, Place] = {}
        self.unknown_terms: dict[str, None] = {}
        """Categories that are neither themes nor audiences."""

    def draft(self, series: Series) -> Draft:
        """Return the draft of an event; raise EntryError where it has no organiser."""
        entry, times = series.entry, series.times
        title, status = self._title_and_status(entry)
        place = self._place(entry.location)
        url = _web_address(entry.url)
        text = read_description(entry.description, entry.html)
        facts: Mapping[str, str] = {}
        if self.ours:
            own = read_own(text, url)
            text, facts = own.text, own.facts
        organisers = self.names.organisers((*entry.contacts, facts.get("organisers", "")))
        organisers = organisers or tuple(filter(None, (self.defaults.organisation,)))
        if not organisers:
            raise EntryError("import-no-organiser")
        venue, room = place.venue, place.room
        if not venue and not place.municipality and not place.online and self.defaults.venue:
            venue = self.defaults.venue
        if place.unknown:
            self.report("import-place-unknown", entry, found=place.unknown[:80])
            text = f"{self._place_words(place)}\n\n{text}".strip()
        themes, audiences, unknown = self.names.terms(entry.categories)
        self.unknown_terms.update(dict.fromkeys(unknown))
        hold = None
        if status is EventStatus.TENTATIVE:
            hold = held_until(times, series.repeats)
            self.report("import-hold-guessed", entry, date=_day(hold))
        return Draft(
            title=title,
            starts=_bare(times.starts),
            ends=None if times.ends is None else _bare(times.ends),
            timezone="" if times.zone.key == self.site_zone else times.zone.key,
            repeats=series.repeats,
            changes=tuple(self._changes(series, title, status, place)),
            status=status,
            hold_until=hold,
            organisers=organisers,
            municipality=None if venue else (place.municipality or self.defaults.municipality or None),
            venue=venue,
            room=room,
            online=_web_address(facts.get("online", "")) or _web_address(entry.online),
            themes=themes,
            audiences=audiences,
            facts={name: self._fact(entry, name, words) for name, words in facts.items() if name not in _OWN_FACTS},
            url="" if self.ours or self.defaults.external is not None else url,
            description=self._description(entry, text),
            uid="" if self.defaults.external is not None else _uid(series),
            external=self._external(series, url),
            demo=self.defaults.demo,
        )

    def _external(self, series: Series, url: str) -> External | None:
        external = self.defaults.external
        if external is None:
            return None
        # Without a UID the event is known again by its title and its time.
        uid = _uid(series) or f"{_bare(series.times.starts).isoformat()} {series.entry.title}"[:_LONGEST_LINE]
        return replace(external, url=url or external.url, uid=uid)

    def _title_and_status(self, entry: Entry) -> tuple[str, EventStatus]:
        title, status = entry.title, entry.status
        match = _NOT_HELD.match(title)
        if match:
            status = EventStatus.POSTPONED if match["postponed"] else EventStatus.CANCELLED
            title = title[match.end() :]
        if self.ours:
            title = _without_organiser(title, entry.contacts)
        title, removed = without_contacts(title)
        title = one_line(title)
        if removed:
            self.report("import-contact-removed", entry)
        if not title:
            title = self.lang.say("Untitled event")
            self.report("import-untitled", entry, name=title)
        if len(title) > _LONGEST_TITLE:
            self.report("import-text-cut", entry)
            title = shortened(title, _LONGEST_TITLE)
        return title, status

    def _place(self, location: str) -> Place:
        place = self._places.get(location)
        if place is None:
            place = self._places[location] = self.names.place(location)
        return place

    def _place_words(self, place: Place) -> str:
        """Return a place that is no venue of ours as a line of text."""
        return self.lang.say("{term}: {text}", term=self.lang.say("Place"), text=place.unknown)

    def _description(self, entry: Entry, text: str) -> str:
        text, removed = without_contacts(text)
        if removed:
            self.report("import-contact-removed", entry)
        if len(text) > LONGEST:
            self.report("import-text-cut", entry)
            text = shortened(text, LONGEST)
        return to_markdown(text)

    def _fact(self, entry: Entry, name: str, words: str) -> str:
        """Return a fact without what names a person, as long as its field may be."""
        words, removed = without_contacts(words)
        if removed:
            self.report("import-contact-removed", entry)
        return shortened(words, min(_LONGEST_LINE, _FIELDS[name].maximum or _LONGEST_LINE))

    def _changes(self, series: Series, title: str, status: EventStatus, place: Place) -> Iterator[Change]:
        for change in series.changes:
            made = self._change(series, change, title, status, place)
            if made is not None:
                yield made

    def _change(
        self, series: Series, change: DateChange, title: str, status: EventStatus, place: Place
    ) -> Change | None:
        other = change.entry
        other_title, other_status = self._title_and_status(other)
        there = self._place(other.location) if other.location else place
        usual = _usual(series.times, change.day)
        starts = None if change.times.starts == usual.starts else _bare(change.times.starts)
        ends = None if change.times.ends is None else _bare(change.times.ends)
        if ends is not None and usual.ends is not None and _length(change.times) == _length(usual):
            # The length of the series goes with a moved start by itself.
            ends = None
        note = ""
        if there.unknown and there.unknown != place.unknown:
            note = shortened(without_contacts(self._place_words(there))[0], _LONGEST_LINE)
        if (
            other.description
            and series.entry.description
            and not self.ours
            and (other.description != series.entry.description)
        ):
            self.report("import-description-of-date", other, date=_day(change.day))
        if there.venue is None and place.venue is not None and (there.municipality or there.online):
            self.report("import-not-carried", other, found="LOCATION")
        moved = there.venue is not None and (there.venue, there.room) != (place.venue, place.room)
        made = Change(
            date=change.day,
            starts=starts,
            ends=ends,
            status=None if other_status is status else other_status,
            title=None if other_title == title else Text.plain(other_title),
            venue=there.venue if moved else None,
            room=there.room if moved else None,
            note=Text.plain(note) if note else None,
        )
        return None if made == Change(date=change.day) else made


def _without_organiser(title: str, contacts: Iterable[str]) -> str:
    """Return a title of one of our feeds without the organiser, who stands behind what would say little alone."""
    head, dash, rest = title.partition(" – ")
    while dash:
        if says_little(head) and any(contact.startswith(rest) for contact in contacts):
            return head
        more, dash, rest = rest.partition(" – ")
        head = f"{head} – {more}"
    return title


def _uid(series: Series) -> str:
    """Return the UID of an event; a date that left its series has the series' UID with its day."""
    uid = series.entry.uid
    return f"{uid}#{series.apart.isoformat()}" if uid and series.apart is not None else uid


def _length(times: Times) -> timedelta | None:
    return None if times.ends is None else times.ends - times.starts


def _usual(times: Times, day: date) -> Times:
    """Return when a series is on one of its days."""
    first = times.starts.date() if isinstance(times.starts, datetime) else times.starts
    shift = day - first
    return Times(times.starts + shift, times.ends + shift if times.ends is not None else None, times.zone)


def _bare(moment: Moment) -> Moment:
    """Return a moment without its fold, which our files have no sign for."""
    return moment.replace(fold=0) if isinstance(moment, datetime) else moment


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _web_address(words: str) -> str:
    """Return a web address that our files take, or ``""``."""
    words = words.strip()
    if len(words) > _LONGEST_LINE or _UNSAFE.search(words):
        return ""
    try:
        parts = urlsplit(words)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return ""
    return words if good else ""
