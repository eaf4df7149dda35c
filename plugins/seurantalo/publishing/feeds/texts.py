"""The words of a VEVENT: title, description, place and contact, as a person reads them in a calendar app."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final, NamedTuple

from seurantalo.language import Language
from seurantalo.model.community import Community
from seurantalo.model.event import NOT_HELD, Event, EventStatus, External, Registration
from seurantalo.model.fields.event import EVENT, EVENT_LINES
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.parts import Contact
from seurantalo.model.record import Kind, Moment
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.titles import says_little
from seurantalo.publishing import addresses, wording
from seurantalo.publishing.feeds.lines import ascii_uri, one_line
from seurantalo.publishing.feeds.plain import DESCRIPTION_LIMIT, plain
from seurantalo.publishing.field_values import WORDS, is_told
from seurantalo.publishing.prose import ProseContext, shorten
from seurantalo.publishing.publication import Site
from seurantalo.publishing.status import loud_title
from seurantalo.publishing.zone_words import event_here

_FACT_LIMIT: Final = 300
#: Descriptions that are remembered: some ten megabytes of words. Of more events none, or each file would seek anew.
_REMEMBERED: Final = 20_000
_NOTED: Final = (EventStatus.TENTATIVE, EventStatus.POSTPONED)
#: The facts below a description; the organisers are the first, and no event is without.
_LINES: Final = tuple(name for name in EVENT_LINES if name != "organisers")


def titled(title: str, organiser: str) -> str:
    """Return a title with who arranges it: ``Kevätkokous – Kosken Martat ry``."""
    return f"{title} – {organiser}"


class Words(NamedTuple):
    """What the three texts of a VEVENT say, clean and not yet escaped."""

    summary: str
    description: str
    location: str
    told: str = ""
    """The author's words in the description."""
    notes: int = 0
    """How many lines stand above them."""


class Texts:
    """Composes texts in one language; remembers those that many events share."""

    def __init__(self, community: Community, site: Site, lang: Language, zone: str) -> None:
        """Take the records that events point at, the site that their pages stand on, and the zone of its readers."""
        self.community, self.site, self.lang = community, site, lang
        self._code = lang.code
        self._prose = ProseContext(community, lang.code)
        say = lang.say
        self.zone = zone
        own: dict[str, Callable[[Any], str]] = {"registration": self._registration}
        known = by_name(EVENT)
        fields = [known[name] for name in _LINES]
        self._values = attrgetter(*(field.target_attribute for field in fields))
        self._facts = [
            (
                say("{term}: {text}", term=say(field.heading), text="{}"),
                own.get(field.name) or self.line_by_type(field),
            )
            for field in fields
        ]
        self._places: dict[tuple[str | None, str | None, str, bool], str] = {}
        self._organisers: dict[tuple[str, ...], str] = {}
        self._organiser_lines: dict[tuple[str, ...], str] = {}
        self._short: dict[str, str] = {}
        self._descriptions: dict[str, str] = {}
        self._pages = ascii_uri(site.url + addresses.FOLDERS[Kind.EVENT]) if site.url else ""
        self._categories: dict[tuple[str, ...], tuple[str, ...]] = {}

    def words(self, event: Event, occurrence: Occurrence | None, limit: int = DESCRIPTION_LIMIT) -> Words:
        """Return the texts of an occurrence; without one those of the event as a whole.

        ``limit`` is how many characters of a description are told.
        """
        if occurrence is None:
            title, status, venue, room = event.title, event.status, event.venue, event.room
        else:
            title, status = occurrence.title, occurrence.status
            venue, room = occurrence.venue, occurrence.room
        summary = self.title(event, title)
        if status in NOT_HELD:  # one that has moved stands in the calendar where it is now
            summary = loud_title(summary, status, self.lang)
        told, notes = self._told(event, limit), self._notes(event, occurrence, status)
        description = self._description(event, told, notes) if limit else self._in_brief(event, notes)
        return Words(summary, description, self._place(event, venue, room), told, notes.count("\n") + bool(notes))

    def title(self, event: Event, title: Text) -> str:
        """Return a title on one line, with the first organiser where it alone would not tell the event from others.

        That depends on nothing but the title: an entry in people's calendars must not change because somebody else
        has entered an event of the same name.
        """
        words = one_line(title.in_language(self._code))
        return titled(words, self._first_organiser(event)) if says_little(words) else words

    def _first_organiser(self, event: Event) -> str:
        return one_line(self.community.organisations[event.organisers[0]].name.in_language(self._code))

    def moved_words(self, planned: Moment) -> str:
        """Return that a date has moved, and from where."""
        return self.lang.say("Moved. First planned for {when}.", when=wording.when(planned, None, self.lang))

    def page_url(self, event: Event) -> str:
        """Return the absolute address of the event's page; ``""`` where the site's is not known."""
        return f"{self._pages}{event.id}/" if self._pages else ""  # ids need no encoding, and this is per event

    def categories(self, event: Event) -> tuple[str, ...]:
        """Return the names of the event's themes."""
        known = self._categories.get(event.themes)
        if known is None:
            themes = self.community.themes
            known = tuple(one_line(themes[theme].name.in_language(self._code)) for theme in event.themes)
            self._categories[event.themes] = known
        return known

    def contact(self, event: Event) -> str:
        """Return who to ask: the organisers, and the role with its address where the file names one."""
        names = self._organiser_names(event)
        if event.contact is None:
            return names
        return one_line(", ".join(part for part in (names, *self._role(event.contact)) if part))

    def _role(self, contact: Contact) -> tuple[str, ...]:
        return contact.role.in_language(self._code), contact.email, contact.phone, contact.url

    def _organiser_names(self, event: Event) -> str:
        known = self._organisers.get(event.organisers)
        if known is None:
            organisations = self.community.organisations
            names = [organisations[name].name.in_language(self._code) for name in event.organisers]
            known = self._organisers[event.organisers] = one_line(", ".join(names))
        return known

    def _place(self, event: Event, venue_id: str | None, room_id: str | None) -> str:
        key = (venue_id, room_id, event.municipality, bool(event.online))
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = self._place_words(*key)
        return known

    def _place_words(
        self,
        venue_id: str | None,
        room_id: str | None,
        municipality: str,
        online: bool,  # noqa: FBT001 (all four are a key of the memory)
    ) -> str:
        """Return "venue (room), street, town" on one line; maps find that better than a name alone."""
        code = self._code
        if venue_id is None:
            if online:
                return one_line(self.lang.say("Held online"))
            return one_line(self.community.municipalities[municipality].name.in_language(code))
        venue = self.community.venues[venue_id]
        name = venue.name.in_language(code)
        if room_id:
            room = next((room.name.in_language(code) for room in venue.rooms if room.id == room_id), room_id)
            name = f"{name} ({room})"
        town = self.community.municipalities[venue.municipality].name.in_language(code)
        parts = [name, venue.address]
        if town.casefold() not in venue.address.casefold():
            parts.append(town)
        return one_line(", ".join(part for part in parts if part))

    def _told(self, event: Event, limit: int) -> str:
        if event.description is None or not limit:
            return ""
        # An event is in feeds and has a file of its own, which tell more or less of it.
        words = self._descriptions.get(event.id)
        if words is None:
            words = plain(event.description.in_language(self._code), DESCRIPTION_LIMIT, self._prose)
            if len(self.community.events) <= _REMEMBERED:
                self._descriptions[event.id] = words
        return shorten(words, limit)

    def _description(self, event: Event, told: str, notes: str) -> str:
        agenda = self._agenda(event) if event.agenda else ""
        blocks = (notes, told, agenda, self._facts_of(event), self.page_url(event))
        return "\n\n".join([block for block in blocks if block])

    def _in_brief(self, event: Event, notes: str) -> str:
        """Return of what is over who arranged it, and where its page tells the rest."""
        blocks = (notes, self._organisers_line(event), self.page_url(event))
        return "\n\n".join([block for block in blocks if block])

    def _notes(self, event: Event, occurrence: Occurrence | None, status: EventStatus) -> str:
        """Return what a reader must know first: a hold, a move, a note on this date."""
        change = occurrence.change if occurrence is not None else None
        planned = event_here(event, self.zone).planned_starts if occurrence is None else occurrence.planned
        if change is None and status not in _NOTED and planned is None and event.external is None:
            return ""
        say = self.lang.say
        notes = []
        if event.external is not None:
            notes.append(self._origin(event.external))
        if status is EventStatus.TENTATIVE:
            notes.append(say("The date is not confirmed yet."))
        elif status is EventStatus.POSTPONED:
            notes.append(say("Postponed: the new date is not known yet."))
        if planned is not None:
            notes.append(self.moved_words(planned))
        if change is not None and change.note is not None:
            notes.append(one_line(change.note.in_language(self._code)))
        return "\n".join(notes)

    def _origin(self, external: External) -> str:
        """Return the words without which an event of somebody else's calendar would seem to be ours."""
        words = one_line(self.lang.say("From another calendar: {name}", name=external.calendar))
        return f"{words} ({ascii_uri(external.url)})" if external.url else words

    def _agenda(self, event: Event) -> str:
        lines = [self.lang.say("Programme:")]
        for item in event_here(event, self.zone).agenda:
            words = self._fact(item.text)
            lines.append(f"{wording.hours(item.starts, item.ends, self.lang)} {words}" if item.starts else words)
        return "\n".join(lines)

    def _organisers_line(self, event: Event) -> str:
        organisers = self._organiser_lines.get(event.organisers)
        if organisers is None:
            names, count = self._organiser_names(event), len(event.organisers)
            organisers = self.lang.count("Organiser: {names}", "Organisers: {names}", count, names=names)
            self._organiser_lines[event.organisers] = organisers
        return organisers

    def _facts_of(self, event: Event) -> str:
        lines = [self._organisers_line(event)]
        for value, (words, show) in zip(self._values(event_here(event, self.zone)), self._facts, strict=True):
            if is_told(value):
                lines.append(words.format(show(value)))
        return "\n".join(lines)

    def line_by_type(self, field: Field) -> Callable[[Any], str]:
        """Return what puts a field's value on one line by its type."""
        if field.shape is Shape.TEXT:
            return self._fact
        if field.shape is Shape.URL:
            return ascii_uri
        words = WORDS[field.shape]
        return lambda value: one_line(words(value, self.lang))

    def _registration(self, registration: Registration) -> str:
        parts = []
        if registration.text is not None:
            parts.append(self._fact(registration.text))
        if registration.url:
            parts.append(ascii_uri(registration.url))
        if registration.until is not None:
            parts.append(self.lang.say("by {when}", when=wording.when(registration.until, None, self.lang)))
        return ", ".join(parts)

    def _fact(self, text: Text) -> str:
        """Return a short text on one line. Prices and the like are the same words again and again."""
        words = text.in_language(self._code)
        known = self._short.get(words)
        if known is None:
            known = self._short[words] = one_line(plain(words, _FACT_LIMIT, self._prose))
        return known
