"""The text of one entry: one event date in one channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from seurantalo.announcing import when
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Facts, Mark
from seurantalo.announcing.texts.blanks import Filled
from seurantalo.announcing.texts.changes import Correction
from seurantalo.announcing.texts.filling import fit
from seurantalo.announcing.texts.keeping import lost
from seurantalo.announcing.texts.manners import Counting, Manner
from seurantalo.announcing.texts.questions import questions_of
from seurantalo.announcing.texts.septets import Message, measure, plain_signs
from seurantalo.announcing.texts.template import Section
from seurantalo.announcing.texts.written import Written
from seurantalo.language import Language, language

_SECTIONS: Final[Mapping[Mark, Section]] = MappingProxyType(
    {
        Mark.CANCELLED: Section.CANCELLED,
        Mark.CHANGED: Section.CHANGED,
        Mark.MOVED: Section.MOVED,
        Mark.POSTPONED: Section.POSTPONED,
    }
)
#: What falls of a correction that is too long: what was told before.
BEFORE: Final = "before"
#: Characters of one message, and of each of several, in septets and in units of UTF-16.
_ONE, _EACH, _ONE_WIDE, _EACH_WIDE = 160, 153, 70, 67


def entry_text(entry: Entry, facts: Facts, manner: Manner, reader: Language | None = None) -> Written:
    """Return the text of an event date in a manner, as long as its channel has room and never cut in a fact.

    Where even the least is too long it stays whole, and ``over`` says by how much: a person decides. Questions are
    put in the language of who sends it, the ``reader``; without one in that of the text.

    >>> from seurantalo.announcing.texts import manner_of
    >>> entry_text(entry, facts, manner_of(entry.channel, lang)).text
    'VIMPELI. Kevätkonsertti klo 18–20, Seurantalo.'
    """
    lang = language(facts.language)
    reader = reader or lang
    section = _SECTIONS.get(facts.mark, Section.EVENT)
    limit = entry.channel.max_length or manner.limit
    plain = Filled(facts=facts, lang=lang, aloud=manner.aloud)
    if section is Section.EVENT:
        found = _fitted(manner, section, plain, limit)
    else:
        correction = Correction(entry, facts, lang, aloud=manner.aloud)
        found = _fitted(manner, section, replace(plain, other=correction.words), limit)
        if found.over:
            brief = replace(plain, other=replace(correction, brief=True).words)
            found = replace(_fitted(manner, section, brief, limit), dropped=(BEFORE,))
    missing = _lost(found.text, facts, manner, lang) if section is Section.EVENT else ()
    asked = questions_of(entry, facts, reader)
    if missing:
        say = reader.say(
            "The text leaves out something that is never cut: look at the template {name}.", name=manner.name
        )
        asked = (say, *asked)
    return replace(found, questions=asked, lost=missing)


def _fitted(manner: Manner, section: Section, filled: Filled, limit: int | None) -> Written:
    pieces = manner.pieces(section)
    if manner.counting is Counting.SEPTETS:
        fitted = fit(pieces, filled, limit, lambda words: _weighed(measure(plain_signs(words)), limit))
        text = plain_signs(fitted.text)
        message = measure(text)
        length, parts, odd = message.units, message.parts, message.odd
        over = max(_weighed(message, limit) - limit, 0) if limit else 0
    else:
        fitted = fit(pieces, filled, limit)
        text, length, parts, odd = fitted.text, fitted.length, 1, ""
        over = max(length - limit, 0) if limit else 0
    return Written(
        text=text,
        length=length,
        counting=manner.counting,
        limit=limit,
        over=over,
        parts=parts,
        odd=odd,
        dropped=fitted.fallen,
    )


def _weighed(message: Message, limit: int | None) -> int:
    """Return the length of a message as septets of a limit: signs outside the GSM alphabet leave room for 70."""
    if not message.wide or limit is None:
        return message.units
    parts = 1 if limit <= _ONE else limit // _EACH
    return message.units + limit - (_ONE_WIDE if parts == 1 else _EACH_WIDE * parts)


def _lost(text: str, facts: Facts, manner: Manner, lang: Language) -> tuple[str, ...]:
    """Return the facts that are missing; the day may stand in the heading above."""
    above = when.heading(facts.first_day, lang) if "weekday-and-day" in manner.template.groups else ""
    return tuple(one.value for one in lost(f"{above} {text}", facts, lang, aloud=manner.aloud))
