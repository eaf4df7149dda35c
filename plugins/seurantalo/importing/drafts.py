"""What a foreign calendar says becomes a draft of an event file: names become ids, texts become ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from seurantalo.frozen import dataclass
from seurantalo.importing.changes import ChangeMaker, Said, bare
from seurantalo.importing.content_lines import EntryError, one_line
from seurantalo.importing.entry import Entry
from seurantalo.importing.event_file import Draft
from seurantalo.importing.own_properties import OwnProperties, Written, own_words, read_own
from seurantalo.importing.places import Names, Place
from seurantalo.importing.prose import LONGEST, read_description, shortened, to_markdown, without_contacts
from seurantalo.importing.series import Report, Series, held_until
from seurantalo.language import language
from seurantalo.model.event import Change, EventStatus, External
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.field import Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.kinds import field_word
from seurantalo.model.settings import Settings
from seurantalo.planner.titles import says_little
from seurantalo.proposing.canonical import NOWHERE, USUAL_ONES

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_TITLE: Final = 200
_LONGEST_LINE: Final = 300
#: People write into the title what is not held, as often as into STATUS, which has no word for what is postponed.
_NOT_HELD: Final = re.compile(
    r"\s*(?:(?P<postponed>LYKÄTTY|LYKÄTÄÄN|UPPSKJUTE[TN]|POSTPONED)"
    r"|PERUTTU|PERUUTETTU|PERUTAAN|INSTÄLLT|INSTÄLLD|CANCELL?ED)\s*[:!–-]+\s*(?=\S)",
    re.IGNORECASE,
)
_FIELDS: Final = by_name(EVENT)
_TEXTS: Final = (Shape.TEXT, Shape.PROSE)
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
        self.unknown_records: dict[str, None] = {}
        """Records that our own feeds name and that are not here."""
        self.left_out: Counter[str] = Counter()
        """What our own feeds name and do not carry."""

    def expect(self, entries: Iterable[Entry]) -> None:
        """Take the events of one of our own feeds: they may name one another."""
        if self.ours:
            self.names.add_events(filter(None, (_name(_web_address(entry.url)) for entry in entries)))

    def draft(self, series: Series) -> Draft:
        """Return the draft of an event; raise EntryError where it has no organiser."""
        entry, times = series.entry, series.times
        title, status = self._title_and_status(entry)
        place = self._place(entry.location)
        url = _web_address(entry.url)
        text = read_description(entry.description, entry.html)
        own = OwnProperties()
        if self.ours:
            own = self._own(entry)
            status = _status(own, status)
            text = own_words(text, own, url, (*entry.contacts, entry.online))
        organisers, nobody = self.names.organisers(entry.contacts)
        if self.ours:
            contact = own.fields.get("contact")
            asked = [*contact.values()] if isinstance(contact, dict) else []
            word = field_word("organisers", self.lang.code)
            self.unknown_records.update(dict.fromkeys(f"{word}: {name[:80]}" for name in nobody if name not in asked))
        organisers = organisers or tuple(filter(None, (self.defaults.organisation,)))
        if not organisers:
            raise EntryError("import-no-organiser")
        venue, room = place.venue, place.room
        if not venue and not place.municipality and not place.online and self.defaults.venue:
            venue = self.defaults.venue
        if room_unknown := self.names.unknown_room(entry.location):
            self.report("import-room-unknown", entry, found=room_unknown[:80], venue=place.venue or "–")
        if place.unknown:
            self.report("import-place-unknown", entry, found=place.unknown[:80])
            text = f"{self._place_words(place)}\n\n{text}".strip()
        themes, audiences, unknown = self.names.terms(entry.categories)
        self.unknown_terms.update(dict.fromkeys(unknown))
        repeats = series.repeats
        if own.open_end and repeats is not None:
            repeats = replace(repeats, until=None)
        hold = None
        if status is EventStatus.TENTATIVE and "hold_until" not in own.fields:
            hold = held_until(times, series.repeats)
            self.report("import-hold-guessed", entry, date=_day(hold))
        return Draft(
            title=title,
            starts=bare(times.starts),
            ends=None if times.ends is None or own.ends_assumed else bare(times.ends),
            timezone="" if times.zone.key == self.site_zone else times.zone.key,
            repeats=repeats,
            changes=tuple(self._changes(series, Said(times, title, status, place))),
            status=status,
            hold_until=hold,
            organisers=organisers,
            municipality=None if venue else (place.municipality or self.defaults.municipality or None),
            venue=venue,
            room=room,
            online=_web_address(entry.online),
            themes=themes,
            audiences=audiences,
            fields=own.fields,
            url="" if self.ours or self.defaults.external is not None else url,
            description=self._description(entry, text),
            uid="" if self.defaults.external is not None else _uid(series),
            name=_name(url) if self.ours else "",
            external=self._external(series, url),
            demo=self.defaults.demo,
        )

    def _external(self, series: Series, url: str) -> External | None:
        external = self.defaults.external
        if external is None:
            return None
        # Without a UID the event is known again by its title and its time.
        uid = _uid(series) or f"{bare(series.times.starts).isoformat()} {series.entry.title}"[:_LONGEST_LINE]
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

    def _changes(self, series: Series, usual: Said) -> Iterator[Change]:
        maker = ChangeMaker(usual)
        for change in series.changes:
            other = change.entry
            title, status = self._title_and_status(other)
            there = self._place(other.location) if other.location else usual.place
            own = read_own(other.own) if self.ours else OwnProperties()
            note = ""
            if there.unknown and there.unknown != usual.place.unknown:
                note = shortened(without_contacts(self._place_words(there))[0], _LONGEST_LINE)
            texts = (other.description, series.entry.description)
            if all(texts) and not self.ours and texts[0] != texts[1]:
                self.report("import-description-of-date", other, date=_day(change.day))
            if there.venue is None and usual.place.venue is not None and (there.municipality or there.online):
                self.report("import-not-carried", other, found="LOCATION")
            made = maker.change(change, Said(change.times, title, status, there), own.note or note)
            if made is not None:
                yield made

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

    def _own(self, entry: Entry) -> OwnProperties:
        """Return what our own properties say and our files may: texts without what names a person, known records."""
        own = read_own(entry.own)
        found: dict[str, Written] = {}
        for name, value in own.fields.items():
            kept = self._known_records(name, value) if _FIELDS[name].target is not None else value
            kept = self._without_persons(entry, kept) if _FIELDS[name].shape in _TEXTS else kept
            if kept and not (name == "external" and self.defaults.external is not None):
                found[name] = kept
        self.left_out.update(own.left_out)
        for name in own.unread:
            self.report("import-own-unread", entry, found=field_word(name, self.lang.code))
        return replace(own, fields=found)

    def _known_records(self, name: str, value: Written) -> Written:
        kind, many = _FIELDS[name].target, isinstance(value, list)
        ids = value if isinstance(value, list) else [value]
        # What more is said of a channel stands in a mapping.
        named = [each.get("channel") if isinstance(each, dict) else each for each in ids]
        usual = (NOWHERE, USUAL_ONES) if name == "channels" else ()
        known = [
            each
            for each, one in zip(ids, named, strict=True)
            if one in usual or (isinstance(one, str) and kind is not None and self.names.is_known(kind, one))
        ]
        lost = (f"{field_word(name, self.lang.code)}: {str(each)[:80]}" for each in ids if each not in known)
        self.unknown_records.update(dict.fromkeys(lost))
        return known if many else next(iter(known), "")

    def _without_persons(self, entry: Entry, value: Written) -> Written:
        if isinstance(value, dict):
            return {code: self._without_persons(entry, words) for code, words in value.items()}
        if not isinstance(value, str):
            return value
        words, removed = without_contacts(value)
        if removed:
            self.report("import-contact-removed", entry)
        return words


def _name(url: str) -> str:
    """Return the id that an event has on another site of this kind: the last part of its page's address."""
    name = url.rstrip("/").rpartition("/")[2]
    return name if _ID.fullmatch(name) else ""


def _status(own: OwnProperties, status: EventStatus) -> EventStatus:
    """Return a status that a VEVENT does not know, where our own properties tell one."""
    told = own.fields.get("status")
    return next((one for one in EventStatus if one.value == told), status)


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
