"""What is told of one date of an event: facts in words, in one language, before any text is made of them.

What a file does not say is not invented: no fact stands for it, and ``missing`` names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from seurantalo.announcing.pieces import clause, in_euros, line, room_name, short_address, street_of, venue_name
from seurantalo.announcing.sentences import sentences, unwrapped
from seurantalo.announcing.when import Span, hours_or_all_day, plain, span_of
from seurantalo.language import Language, language
from seurantalo.language.dates import clock, on, plain_day
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
) -> Facts:
    """Return the facts of an event date in a language.

    Without a ``mark`` the state of the date gives it. ``sentence`` takes the place of the description. ``asked`` is
    the day on which the text is read: registration that ended before it has ended, and days far from it have their
    year.
    """
    event, code = occurrence.event, lang.code
    now = occurrence.moved_to or occurrence
    venue = community.venues[now.venue] if now.venue else None
    municipality = community.municipalities[venue.municipality if venue else event.municipality]
    told = sentence or event.description
    registration = _sign_up(event.registration, code, means, asked, closed=mark is Mark.REGISTRATION_CLOSED)
    words = means.plain(told.in_language(code), code) if told else ""
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


def told_line(facts: Facts) -> str:
    """Return the facts of which a change is told, as the ledger has them: equal facts, equal lines.

    Time, venue, municipality, price, registration, and whether it is cancelled; ``–`` for what is not known. Prose is
    no fact, and the day stands before the line. Of a date that has moved it says where to: ``siirretty 2027-06-05``.

    >>> from seurantalo.language import language
    >>> told_line(facts_of(calendar.of_event("konsertti")[0], community, language("fi")))
    'klo 18–20; Seurantalo; Vimpeli'
    """
    pieces = [_piece(words) for words in told_facts(facts).values()]
    while len(pieces) > 1 and pieces[-1] == _NOTHING:
        pieces.pop()
    return "; ".join(pieces)


def told_facts(facts: Facts) -> dict[Fact, str]:
    """Return the facts of :func:`told_line` by name; ``""`` for what is not known."""
    lang = language(facts.language)
    return {
        Fact.TIME: hours_or_all_day(facts.span, lang),
        Fact.VENUE: facts.place,
        Fact.MUNICIPALITY: facts.municipality,
        Fact.PRICE: facts.price,
        Fact.REGISTRATION: _told_sign_up(facts.sign_up, lang),
        Fact.CANCELLED: _told_off(facts, lang),
    }


def differences(told: str, facts: Facts, *, exact: bool = False) -> tuple[Difference, ...]:
    """Return what of a line of the ledger is otherwise now, in the order of the line.

    Of what is off it is the same where it has moved to: that is told of the new day. ``exact``: it is not.

    >>> from seurantalo.language import language
    >>> facts = facts_of(calendar.of_event("konsertti")[0], community, language("fi"))
    >>> [(one.name.value, one.told, one.now) for one in differences("klo 17–19; Seurantalo; Vimpeli", facts)]
    [('time', 'klo 17–19', 'klo 18–20')]
    """
    pieces = [piece.strip() for piece in told.split(";")]
    pieces += [_NOTHING] * (len(Fact) - len(pieces))
    if facts.cancelled and pieces[-1] != _NOTHING and not (facts.moved_to and exact):
        # That it is off on this day was told; of the new day that was told, see Book.promised.
        pieces[-1] = _piece(told_facts(facts)[Fact.CANCELLED])
    return tuple(
        Difference(name=name, told="" if before == _NOTHING else _dated(before, facts), now=_dated(words, facts))
        for (name, words), before in zip(told_facts(facts).items(), pieces, strict=False)
        if _piece(words) != before
    )


def _dated(words: str, facts: Facts) -> str:
    """Return words with the new day of what has moved as people write it."""
    found = _NEW_DAY.search(words) if told_new_day(f"{'–;' * (len(Fact) - 1)} {words}") else None
    if found is None:
        return words
    return words.replace(found["day"], plain_day(date.fromisoformat(found["day"]), language(facts.language)))


def _told_off(facts: Facts, lang: Language) -> str:
    if facts.moved_to is not None:
        return lang.say("moved to {day}", day=f"{facts.moved_to.first} {hours_or_all_day(facts.moved_to, lang)}")
    return lang.say("cancelled") if facts.cancelled else ""


def told_new_day(told: str) -> tuple[date, str] | None:
    """Return the new day of which a line of the ledger told, and what it said of that day; None where of none.

    >>> told_new_day("klo 18–20; Seurantalo; Vimpeli; –; –; siirretty 2027-06-05 klo 12–14")
    (datetime.date(2027, 6, 5), 'klo 12–14; Seurantalo; Vimpeli; –; –')
    """
    pieces = [piece.strip() for piece in told.split(";")]
    found = _NEW_DAY.search(pieces[-1]) if len(pieces) == len(Fact) else None
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return None
    return day, "; ".join([found["hours"].strip() or _NOTHING, *pieces[1:-1]])


def tells_that_it_is_off(told: str) -> bool:
    """Tell whether a line of the ledger said that nothing happens on its day.

    >>> tells_that_it_is_off("klo 18–20; Seurantalo; Vimpeli; –; –; peruttu"), tells_that_it_is_off("klo 18–20")
    (True, False)
    """
    pieces = [piece.strip() for piece in told.split(";")]
    return len(pieces) == len(Fact) and pieces[-1] not in ("", _NOTHING)


_NOTHING: Final = "–"
#: The new day of what has moved, alike in every language, and its hours.
_NEW_DAY: Final = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?P<hours>.*)")


def _piece(words: str) -> str:
    """Return a fact as a piece of the ledger's line, in which a semicolon stands between two."""
    return words.replace(";", ",") or _NOTHING


def _told_sign_up(sign_up: SignUp | None, lang: Language) -> str:
    if sign_up is None:
        return ""
    if sign_up.until is not None:
        words = plain(day_of(sign_up.until), lang)
        if isinstance(sign_up.until, datetime):
            words = on(words, clock(sign_up.until.time(), lang), lang)
    else:
        words = sign_up.short_address or sign_up.words
    return lang.say("reg. {words}", words=words)


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
