"""The texts that Linked Events wants of an event in each language that its title has.

Its editors refuse an event whose title has a language in which the short or the long text is missing, and a short
text of more than 160 characters (City of Helsinki, linkedevents, ``EventSerializer.validate``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from html import escape
from types import MappingProxyType
from typing import Final, NamedTuple

from seurantalo.announcing.pieces import line, venue_name
from seurantalo.announcing.sentences import first_sentences
from seurantalo.announcing.when import dated, span_of
from seurantalo.language import LANGUAGES, Language, language
from seurantalo.model.community import Community
from seurantalo.model.event import Event, Format
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.feeds.plain import DESCRIPTION_LIMIT
from seurantalo.publishing.pages.shared.labels import FORMATS
from seurantalo.publishing.prose import shorten
from seurantalo.publishing.zone_words import rhythm_words

#: Characters of a short description.
SHORT: Final = 160
#: Of one date, and of what is held once.
NO_RHYTHM: Final[Mapping[str, str]] = MappingProxyType({})
#: Without one of these a text is HTML as it stands: to look for each costs less than to put something in its place.
_UNSAFE: Final = "&<>\"'"


class Words(NamedTuple):
    """What an event's file says of it in a language."""

    opening: str
    """The first whole sentences that a short text has room for; ``""`` where it has not for one."""
    long: str
    """All of it, as HTML."""


class LinkedTexts:
    """Puts events into short and long texts, by language."""

    def __init__(self, community: Community, values: Values, briefs: Briefs) -> None:
        """Take the records that events point at, and what puts events into words in the site's language."""
        self._community, self._values = community, values
        self._briefs = {values.language: briefs}

    @cached_property
    def no_price(self) -> Mapping[str, str]:
        """The words of an offer where nobody has said the price."""
        return self._said("The price is not given.")

    def form(self, form: Format) -> Mapping[str, str]:
        """Return what a form of events is called."""
        return self._said(FORMATS[form])

    def _said(self, words: str) -> dict[str, str]:
        """Return words of ours in the site's language and in all others that we speak."""
        own = self._values.language
        return {code: language(code).say(words) for code in dict.fromkeys((own, *LANGUAGES))}

    def room(self, one: Occurrence) -> Mapping[str, str] | None:
        """Return the room of the venue; None where none is named."""
        if one.venue is None or not one.room:
            return None
        rooms = self._community.venues[one.venue].rooms
        return next((self._values.shared_text(room.name) for room in rooms if room.id == one.room), None)

    def words(self, event: Event) -> Mapping[str, Words]:
        """Return what an event's file says of it, without markup, by language; the same on all of its dates."""
        described = event.description
        if described is None:
            return {}
        found = {}
        for code, words in self._in(self._values.language).plain(described, DESCRIPTION_LIMIT).items():
            briefs = self._in(code)
            opening = briefs.opening(event)
            told = words and in_whole_sentences(words, briefs.lang, SHORT - len(opening) - bool(opening))
            found[code] = Words(told, _html(words))
        return found

    def texts(
        self,
        event: Event,
        words: Mapping[str, Words],
        shown: Occurrence,
        dates: tuple[Occurrence, ...],
        rhythm: Mapping[str, str] = NO_RHYTHM,
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return the short and the long text of an event on one of its dates, which are all here.

        The short one is the first whole sentences of the long one, else the facts. Where the file describes it in
        other languages than those of the title, or not at all, the long one says when and where it is, and who
        arranges it. ``rhythm`` says in each language when a whole series is; without it ``shown`` is meant.
        """
        short, long = {}, {}
        titled = shown.title
        for code in dict.fromkeys([*(name or self._values.unsaid for name, _ in titled.versions), *words]):
            briefs = self._in(code)
            known = words.get(code)
            if known is None:
                brief = briefs.brief(event, shown, dates, shown.first_day)
                when = rhythm.get(code) or brief.when
                lines = [line for line in (when, brief.where, brief.organisers) if line]
                long[code] = _html("\n".join(lines))
            else:
                long[code] = known.long
            opening = briefs.opening(event)
            told = known and known.opening
            short[code] = (
                f"{opening} {told or self._facts(shown, rhythm.get(code, ''), briefs.lang, opening)}".lstrip()
            )
        return short, long

    def rhythm(self, event: Event, dates: tuple[Occurrence, ...]) -> dict[str, str]:
        """Return when a series is, in each language of its title and of its description."""
        described = event.description.versions if event.description is not None else ()
        titled = [code for one in dates for code, _ in one.title.versions]
        found: dict[str, str] = {}
        for code in dict.fromkeys(name or self._values.unsaid for name in [*titled, *(one for one, _ in described)]):
            briefs = self._in(code)
            found[code] = rhythm_words(event, dates, briefs.zone, briefs.lang, alone=True)
        return found

    def _facts(self, shown: Occurrence, rhythm: str, lang: Language, opening: str) -> str:
        """Return what, when and where in one sentence; a venue whose name does not fit is left out."""
        venue = self._community.venues.get(shown.venue or "")
        municipality = self._community.municipalities[venue.municipality if venue else shown.event.municipality]
        span = span_of(shown)
        if span.starts is not None:
            span = replace(span, ends=None, ends_on=None, last=span.first)
        form = lang.say(FORMATS[shown.event.format])
        what = f"{form[:1].upper()}{form[1:]}{f', {rhythm}' if rhythm else f' {dated(span, lang)}'}"
        town = line(municipality.name.in_language(lang.code))
        told = ", ".join(filter(None, (what, venue_name(shown.event, venue, lang), town)))
        if len(opening) + len(told) + 2 > SHORT:
            told = f"{what}, {town}"
        return shorten(f"{told}." if not told.endswith(".") else told, SHORT - len(opening) - bool(opening))

    def _in(self, code: str) -> Briefs:
        """Return what puts events into words in a language; a language that we do not speak is that of the site."""
        known = self._briefs.get(code)
        if known is None:
            lang, own = language(code if code in LANGUAGES else self._values.language), self._values.language
            zone = self._briefs[own].zone
            known = self._briefs[code] = Briefs(self._community, self._values.site, lang, zone)
        return known


def in_whole_sentences(words: str, lang: Language, limit: int) -> str:
    """Return the first sentences of a plain text that fit, whole and none skipped; ``""`` where the first does not.

    >>> in_whole_sentences("Tule klo 18. Tarjolla on pullaa.", language("fi"), 20)
    'Tule klo 18.'
    """
    found = ""
    for one in first_sentences(words, lang.tongue):
        longer = f"{found} {one}".lstrip()
        if len(longer) > limit:
            break
        found = longer
    return found


def in_paragraphs(texts: Mapping[str, str]) -> dict[str, str]:
    """Return plain texts, by language, as Linked Events expects them of a description.

    >>> in_paragraphs({"fi": "Kahvia & pullaa."})
    {'fi': '<p>Kahvia &amp; pullaa.</p>'}
    """
    return {code: _html(words) for code, words in texts.items()}


def _html(text: str) -> str:
    """Return plain paragraphs as the little HTML that Linked Events expects of a description."""
    for sign in _UNSAFE:
        if sign in text:
            text = escape(text)
            break
    return "<p>" + text.replace("\n\n", "</p><p>").replace("\n", "<br>") + "</p>"
