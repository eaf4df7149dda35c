"""What is told of one date of an event: facts in words, in one language, before any text is made of them.

What a file does not say is not invented: no fact stands for it, and ``missing`` names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from seurantalo.announcing.pieces import clause, in_euros, line, room_name, short_address, street_of, venue_name
from seurantalo.announcing.sentences import sentences, unwrapped
from seurantalo.announcing.when import Span, span_of
from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.community import Community
from seurantalo.model.event import EventStatus, Format, Registration
from seurantalo.model.kinds import KINDS
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind, Moment, day_of
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence

#: Returns the words of a Markdown text in a language (its code): paragraphs and items on lines of their own.
PlainWords: TypeAlias = Callable[[str, str], str]


class Mark(StrEnum):
    """What an announcement must say before anything else."""

    NONE = "none"
    CANCELLED = "cancelled"
    CHANGED = "changed"
    """Something that was told is otherwise now."""
    MOVED = "moved"
    """It is on another day than was told."""
    POSTPONED = "postponed"
    """It is not held on its day, and the new one is not known."""
    REGISTRATION_CLOSED = "registration-closed"


class Fact(StrEnum):
    """The facts of which a change is told, in the order of the ledger's line."""

    TIME = "time"
    VENUE = "venue"
    MUNICIPALITY = "municipality"
    PRICE = "price"
    REGISTRATION = "registration"
    CANCELLED = "cancelled"


class Missing(StrEnum):
    """What readers ask about and a file does not say."""

    HOURS = "hours"
    VENUE = "venue"
    PRICE = "price"
    REGISTRATION = "registration"
    SIGN_UP_PLACE = "sign-up-place"
    """By when to sign up is said, and not where."""
    ACCESSIBILITY = "accessibility"
    DESCRIPTION = "description"
    TRANSLATION = "translation"
    """The event has no words in the language of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A fact that was told and is otherwise now, both in words; ``""`` where there was none, or is none."""

    name: Fact
    told: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """How to sign up: by a day, at an address of the web as it is written, in words."""

    until: Moment | None = None
    address: str = ""
    words: str = ""
    closed: bool = False

    @property
    def short_address(self) -> str:
        """The address as papers print it: without scheme and last slash."""
        return short_address(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One event date in one language, as people say it, with ordinary spaces and on one line each.

    ``""`` is what the file does not say. ``moved_to`` is the new time of a date that has moved.

    >>> from seurantalo.language import language
    >>> facts = facts_of(calendar.of_event("konsertti")[0], community, language("fi"))
    >>> facts.title, facts.venue, facts.missing
    ('Kevätkonsertti', 'Seurantalo', (<Missing.PRICE: 'price'>, <Missing.REGISTRATION: 'registration'>))
    """

    event: str
    language: str
    title: str
    span: Span
    mark: Mark = Mark.NONE
    moved_to: Span | None = None
    cancelled: bool = False
    """Nothing happens on this date: cancelled, postponed, or moved away."""
    municipality: str
    municipality_in: str = ""
    """Where it is as people say it: ``Lappajärvellä``."""
    venue: str = ""
    room: str = ""
    street: str = ""
    online: str = ""
    """Where in the web it is held, of what has no other venue."""
    price: str = ""
    sign_up: SignUp | None = None
    accessibility: str = ""
    sentences: tuple[str, ...] = ()
    """The description in whole sentences."""
    organisers: tuple[str, ...] = ()
    """Their names."""
    themes: tuple[str, ...] = ()
    """Names of themes, for hashtags."""
    url: str = ""
    """The absolute address of the event's page; ``""`` where the site's is not known."""
    missing: tuple[Missing, ...] = ()
    demo: bool = False

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return self.span.first

    @property
    def place(self) -> str:
        """Venue and room: ``Kaislalahden koulu, liikuntasali``."""
        return ", ".join(part for part in (self.venue, self.room) if part)


#: Of no event: what a heading is filled from.
NO_FACTS: Final = Facts(event="", language="", title="", span=Span(first=date.min, last=date.min), municipality="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What texts need besides the records: the site's address, its own templates, and who reads Markdown.

    ``templates`` are those of the site by name (``palsta``, ``palsta.sv``), as they are written.
    """

    site_url: str = ""
    site_name: str = ""
    language: str = "fi"
    """The site's own language: that of texts which name none."""
    templates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    plain: PlainWords = field(default=lambda words, _: unwrapped(words))


NO_MEANS: Final = Means()


def facts_of(
    occurrence: Occurrence,
    community: Community,
    lang: Language,
    means: Means = NO_MEANS,
    *,
    mark: Mark | None = None,
    sentence: Text | None = None,
    asked: date | None = None,
    described: bool = True,
) -> Facts:
    """Return the facts of an event date in a language.

    Without a ``mark`` the state of the date gives it. ``sentence`` takes the place of the description. ``asked`` is
    the day on which the text is read: registration that ended before it has ended, and days far from it have their
    year. A list that has no room for descriptions has them not taken apart: ``described`` is False.
    """
    event, code = occurrence.event, lang.code
    now = occurrence.moved_to or occurrence
    venue = community.venues[now.venue] if now.venue else None
    municipality = community.municipalities[venue.municipality if venue else event.municipality]
    told = sentence or event.description
    registration = _sign_up(event.registration, code, means, asked, closed=mark is Mark.REGISTRATION_CLOSED)
    words = means.plain(told.in_language(code), code) if told and described else ""
    return Facts(
        event=event.id,
        language=code,
        title=line(occurrence.title.in_language(code)),
        span=span_of(occurrence, asked),
        mark=_mark_of(occurrence) if mark is None else mark,
        cancelled=occurrence.cancelled,
        moved_to=span_of(occurrence.moved_to, asked) if occurrence.moved_to else None,
        municipality=line(municipality.name.in_language(code)),
        municipality_in=line(municipality.locative.in_language(code)),
        venue=venue_name(event, venue, lang),
        room=room_name(venue, now.room, lang),
        street=street_of(venue, municipality) if venue else "",
        online="" if venue else short_address(event.online),
        price=in_euros(clause(event.price, code, means.plain)),
        sign_up=registration,
        accessibility=clause(event.accessibility, code, means.plain),
        sentences=sentences(words, lang.tongue),
        organisers=tuple(line(community.organisations[one].name.in_language(code)) for one in event.organisers),
        themes=tuple(line(community.themes[one].name.in_language(code)) for one in event.themes),
        url=f"{means.site_url}{KINDS[Kind.EVENT].pages}{event.id}/" if means.site_url else "",
        missing=tuple(_missing(occurrence, venue, told, code, of_site=code == means.language)),
        demo=event.demo,
    )


def _sign_up(
    found: Registration | None, code: str, means: Means, asked: date | None, *, closed: bool
) -> SignUp | None:
    if found is None:
        return None
    closed = closed or (found.until is not None and asked is not None and day_of(found.until) < asked)
    return SignUp(until=found.until, address=found.url, words=clause(found.text, code, means.plain), closed=closed)


def _mark_of(occurrence: Occurrence) -> Mark:
    if occurrence.moved_to is not None:
        return Mark.MOVED
    if occurrence.status is EventStatus.POSTPONED:
        return Mark.POSTPONED
    return Mark.CANCELLED if occurrence.cancelled else Mark.NONE


def _missing(
    occurrence: Occurrence, venue: Venue | None, told: Text | None, code: str, *, of_site: bool
) -> Iterator[Missing]:
    """Yield what is asked of the organiser; ``of_site``: words that name no language are in that of the text."""
    event = occurrence.event
    if occurrence.whole_day and occurrence.first_day == occurrence.last_day and event.format not in _ALL_DAY:
        yield Missing.HOURS
    if venue is None and not event.online:
        yield Missing.VENUE
    if event.price is None:
        yield Missing.PRICE
    if event.registration is None and event.format in _SIGNED_UP_FOR:
        yield Missing.REGISTRATION
    if event.registration is not None and not event.registration.url and event.registration.text is None:
        yield Missing.SIGN_UP_PLACE
    if event.accessibility is None and venue is not None and venue.accessibility is None:
        yield Missing.ACCESSIBILITY
    if told is None:
        yield Missing.DESCRIPTION
    if (told or event.title).language_used(code) not in {code, "" if of_site else code}:
        yield Missing.TRANSLATION


#: What goes on all day, so that no hour is missed.
_ALL_DAY: Final = frozenset({Format.CAMP, Format.EXHIBITION, Format.FESTIVAL, Format.TRIP})
#: For what people are used to sign up.
_SIGNED_UP_FOR: Final = frozenset({Format.CAMP, Format.COURSE, Format.RACE, Format.TRIP, Format.WORKSHOP})
