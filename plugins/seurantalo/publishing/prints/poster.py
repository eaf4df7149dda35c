"""What a poster says of one date of an event: everything as words, in the order in which eyes find it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import takewhile
from typing import Final

from seurantalo.announcing.facts import Facts, Mark, facts_of
from seurantalo.announcing.texts.fragment import unbroken
from seurantalo.announcing.when import dated, heading, hours, with_weekday
from seurantalo.frozen import dataclass
from seurantalo.language import Language, language
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.event import Format as EventFormat
from seurantalo.model.fields.words import value_word
from seurantalo.model.parts import Image
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import Kept
from seurantalo.publishing.prints.signs import breakable, printable, unprintable
from seurantalo.publishing.prints.typesetting import Format, typeset, unkept
from seurantalo.publishing.prose import shorten
from seurantalo.publishing.qr_code import qr_picture
from seurantalo.publishing.status import changes_words, moved_words, status_word
from seurantalo.publishing.zone_words import own_time, rhythm_words

#: More sentences than a sheet of A4 holds in its smallest letters.
_MOST_SENTENCES: Final = 16


#: Characters of one text: more than a field of an event may have.
_LONGEST: Final = 2_000
#: Characters of a sentence; a longer one, and what follows it, stands on the event's page.
_LONGEST_SENTENCE: Final = 600
#: Pictures of events that a poster takes, by the end of their names, and how large they may be.
_PHOTOS: Final = (".jpg", ".jpeg", ".png", ".webp")
_MOST_DOTS: Final = 25_000_000
_MOST_BYTES: Final = 1_000_000
#: Facts that a picture tells: price, registration, age limit.
_ON_PICTURE: Final = 3


class Size(StrEnum):
    """The sheets that there are: two papers, and the picture of 1080 x 1350 dots that phones show whole.

    >>> [size.value for size in Size]
    ['a4', 'a5', 'picture']
    """

    A4 = "a4"
    A5 = "a5"
    PICTURE = "picture"


_TEMPLATES: Final = {Size.A4: "poster.typ", Size.A5: "poster.typ", Size.PICTURE: "picture.typ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """The words of a poster; ``""`` and ``()`` are what nobody has told.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> poster_of(in_language(parts, "sv"), parts.calendar.occurrences[0]).hours
    'kl. 18–20'
    """

    language: str
    heading: str
    """Title and date: what the file is called in a list of files."""
    kind: str
    name: str
    mark: str
    """What goes before everything else: that it is cancelled, or has a new time."""
    mark_words: str
    cancelled: bool
    days: tuple[str, ...]
    hours: str
    rhythm: str
    place: str
    address: str
    sentences: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    """Terms with what is told of them."""
    more: str
    url: str
    """The address of the event's page."""
    web: str
    """The same as people type it."""
    code: str
    """The same as a QR code, an SVG."""
    code_words: str
    site: str
    demo: str
    photo: bytes = b""
    """The picture of the event; it is shown where there is room for it."""
    photo_words: str = ""
    """What it shows, to who does not see it."""
    size: Size = Size.A4


def sheet(poster: Poster, form: Format, kept: Kept = unkept) -> bytes:
    """Return a poster or its picture as a file, by ``kept`` where it was made before.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> sheet(poster_of(in_language(parts, "fi"), parts.calendar.occurrences[0]), Format.PDF)[:8]
    b'%PDF-1.7'
    """
    return typeset(_TEMPLATES[poster.size], as_told(poster), form, photo=poster.photo, kept=kept)


def poster_of(ctx: PageContext, one: Occurrence, size: Size = Size.A4) -> Poster:
    """Return the words of the poster of an event date, in the language of ``ctx``.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> made = poster_of(in_language(parts, "fi"), parts.calendar.occurrences[0])
    >>> made.name, made.days, made.hours, made.place
    ('Kevätkonsertti', ('Lauantai 20.3.',), 'klo 18–20', 'Seurantalo')
    """
    lang, event = ctx.lang, one.event
    facts = facts_of(one, ctx.community, lang, ctx.announcing.means, asked=ctx.today)
    mark, mark_words = _mark(one, facts, lang)
    days, at = _when(facts, lang)
    return Poster(
        language=lang.code,
        heading=lang.say("{title}, {when}", title=facts.title, when=dated(facts.span, lang)),
        kind=_kind(event, lang),
        name=facts.title,
        mark=mark,
        mark_words=mark_words,
        cancelled=facts.cancelled,
        days=days,
        hours=at,
        rhythm=_rhythm(ctx, one),
        place=f"{facts.place[:1].upper()}{facts.place[1:]}",
        address=", ".join(part for part in (facts.street, facts.online, facts.municipality) if part),
        sentences=tuple(takewhile(_is_short, facts.sentences[:_MOST_SENTENCES])),
        facts=tuple((term, words) for term, words in _facts(event, facts, lang) if words),
        more=lang.say("More about it, and changes:") if facts.url else "",
        url=facts.url,
        web=facts.url.partition("://")[2],
        code=qr_picture(facts.url) if facts.url else "",
        code_words=lang.say("QR code: the event's page"),
        site=ctx.site.name,
        demo=lang.say("Example: this event is invented.") if event.demo else "",
        photo=_photo(ctx, event.image) if size is not Size.PICTURE else b"",
        photo_words=ctx.words(event.image.alt) if event.image is not None else "",
        size=size,
    )


def _is_short(sentence: str) -> bool:
    return len(sentence) <= _LONGEST_SENTENCE


def as_told(poster: Poster) -> dict[str, object]:
    """Return what a template reads: signs that can be printed, of no text more than any field of a file may have.

    No line breaks inside a sum, an hour or a day.
    """
    lang = language(poster.language)
    poster = replace(
        poster,
        sentences=tuple(unbroken(one, lang) for one in poster.sentences),
        facts=tuple((term, unbroken(words, lang)) for term, words in poster.facts),
    )
    found = {name: _clean(getattr(poster, name)) for name in Poster.__slots__ if name != "photo"}
    as_it_is = {"code": poster.code, "url": poster.url, "web": printable(poster.web)}
    return {**found, **as_it_is, "on_picture": _ON_PICTURE}


def _photo(ctx: PageContext, image: Image | None) -> bytes:
    """Return the bytes of the event's picture, as they are; none of one that is too large for a village printer."""
    if image is None or not image.file.lower().endswith(_PHOTOS):
        return b""
    width, height = ctx.community.pictures.get(image.file, (0, 0))
    if not 0 < width * height <= _MOST_DOTS:
        return b""
    from seurantalo.publishing.photos.bare import bare  # noqa: PLC0415 (only where there are photos)

    content = bare(ctx.written(f"{ctx.site.content}/{image.file}") or b"")
    return content if len(content) <= _MOST_BYTES else b""


def lost_signs(poster: Poster) -> str:
    """Return the letters and numbers of a poster that no font has, each once: they were left out.

    >>> from dataclasses import replace
    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> made = poster_of(in_language(parts, "fi"), parts.calendar.occurrences[0])
    >>> lost_signs(made), lost_signs(replace(made, name="春祭り"))
    ('', '春祭り')
    """
    texts = (poster.name, poster.place, poster.address, *poster.sentences, *(words for _, words in poster.facts))
    return unprintable(" ".join(texts))


def _clean(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_clean(item) for item in value)
    if isinstance(value, StrEnum) or not isinstance(value, str):
        return value
    return breakable(printable(shorten(value, _LONGEST)))


def _kind(event: Event, lang: Language) -> str:
    """Return the form of an event; an other one has no name."""
    return "" if event.format is EventFormat.OTHER else _sentence(value_word(event.format, lang.code))


def _mark(one: Occurrence, facts: Facts, lang: Language) -> tuple[str, str]:
    """Return what stands across the poster, and what more there is to know about it."""
    if facts.mark is Mark.CANCELLED:
        return status_word(EventStatus.CANCELLED, lang).upper(), ""
    if facts.mark is Mark.POSTPONED:
        return status_word(EventStatus.POSTPONED, lang).upper(), ""
    if facts.mark is Mark.MOVED or one.planned is not None:
        return lang.say("New time").upper(), _sentence(moved_words(one, lang))
    return "", ""


def _when(facts: Facts, lang: Language) -> tuple[tuple[str, ...], str]:
    """Return the lines of the day or days, and the hours."""
    span = facts.span
    if span.over_night:
        first, dash, last = _sentence(dated(span, lang)).partition(" – ")
        return ((f"{first} –", last) if dash else (first,)), ""
    return (heading(span.first, lang, far=span.far),), hours(span, lang)


def _rhythm(ctx: PageContext, one: Occurrence) -> str:
    """Return how an event repeats, and what its own clocks show where they differ from the reader's."""
    event, lang = one.event, ctx.lang
    if event.repeats is None:
        return _sentence(own_time(one, lang))
    dates = ctx.calendar.of_event(event.id)
    others = [other for other in dates if other is not one]
    parts = (
        own_time(one, lang),
        rhythm_words(event, dates, ctx.settings.timezone, lang),
        changes_words(event, others, ctx.today, lang),
    )
    return ". ".join(_sentence(part) for part in parts if part)


def _facts(event: Event, facts: Facts, lang: Language) -> tuple[tuple[str, str], ...]:
    age = event.age_limit.in_language(lang.code) if event.age_limit is not None else ""
    organiser = lang.say("Organiser") if len(facts.organisers) == 1 else lang.say("Organisers")
    return (
        (lang.say("Price"), _sentence(facts.price)),
        (lang.say("Registration"), _registration(facts, lang)),
        (lang.say("Age limit"), age),
        (lang.say("Accessibility"), _sentence(facts.accessibility)),
        (organiser, ", ".join(facts.organisers)),
    )


def _registration(facts: Facts, lang: Language) -> str:
    found = facts.sign_up
    if found is None:
        return ""
    until = with_weekday(found.until, lang) if found.until is not None else ""
    if found.closed:
        return _sentence(lang.say("ended on {day}", day=until) if until else lang.say("has ended"))
    by = lang.say("at the latest {until}", until=until) if until else ""
    return _sentence(", ".join(part for part in (by, found.words, found.short_address) if part))


def _sentence(words: str) -> str:
    """Return words with a capital at their start; an address of the web stays as it is."""
    return words if "." in words.partition(" ")[0][:-1] else f"{words[:1].upper()}{words[1:]}"
