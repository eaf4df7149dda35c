"""The last look at a text: is every fact in it that is never cut? A right template may be filled wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from seurantalo.announcing import when
from seurantalo.announcing.facts import Facts
from seurantalo.announcing.texts.aloud import said
from seurantalo.announcing.texts.blanks import Essential
from seurantalo.announcing.texts.septets import plain_signs
from seurantalo.language import Language
from seurantalo.language.dates import clock
from seurantalo.model.record import day_of


def lost(text: str, facts: Facts, lang: Language, *, aloud: bool = False) -> tuple[Essential, ...]:
    """Return which facts are not in a text, of those that are never cut.

    A text to be read aloud has the weekday in the place of the date, and no address.

    >>> from seurantalo.announcing.facts import facts_of
    >>> facts = facts_of(calendar.of_event("konsertti")[0], community, lang)
    >>> [one.value for one in lost("Kevätkonsertti la 20.3., Seurantalo, Vimpeli", facts, lang)]
    ['time']
    """
    held = _bare(text)
    return tuple(
        essential
        for essential, words in _wanted(facts, lang, aloud=aloud)
        if words and _bare(words).rstrip(".") not in held
    )


def _wanted(facts: Facts, lang: Language, *, aloud: bool) -> Iterator[tuple[Essential, str]]:
    span = facts.span
    yield Essential.TITLE, facts.title
    weekday = lang.tongue.weekdays_in_dates[span.first.weekday()] if aloud else ""
    yield Essential.DATE, weekday or when.numbers(span, lang)
    if span.starts is not None and not span.is_long:
        yield Essential.TIME, clock(span.starts, lang)
    yield Essential.VENUE, facts.place
    yield Essential.MUNICIPALITY, facts.municipality_in if aloud else facts.municipality
    yield Essential.PRICE, said(facts.price, lang) if aloud else facts.price
    yield Essential.ACCESSIBILITY, said(facts.accessibility, lang) if aloud else facts.accessibility
    sign_up = facts.sign_up
    if sign_up is None or sign_up.closed:
        return
    if sign_up.until is not None:
        yield Essential.REGISTRATION, when.plain(day_of(sign_up.until), lang)
        if isinstance(sign_up.until, datetime):
            yield Essential.REGISTRATION, clock(sign_up.until.time(), lang)
    if not aloud:
        yield Essential.REGISTRATION, sign_up.short_address
        yield Essential.REGISTRATION, sign_up.words


@lru_cache(maxsize=5_000)
def _bare(words: str) -> str:
    """Return a text as it is compared: small letters, plain signs, one blank between words."""
    return " ".join(plain_signs(words).casefold().split())
