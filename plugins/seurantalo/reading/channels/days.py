"""On which weekdays a channel appears, and which days an issue tells about, as people write it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from seurantalo.language import TONGUES
from seurantalo.model.channel import Covering, Covers
from seurantalo.reading.channels.deadline import plain
from seurantalo.reading.input_words import BOTH, EVERY, FILLERS, TO, WEEKDAYS, WEEKEND_DAYS, WORKDAYS

_DAYS_OF_WEEK: Final = 7
_WORD: Final = re.compile(r"[^\W\d_]+")
_SPLIT: Final = re.compile(r"\s*(?:-|,|;|/|&|\+)\s*|\s+")
_WEEKEND: Final = (5, 6)


def read_weekdays(text: str) -> tuple[int, ...]:
    """Return the weekdays (Monday is 0) that a text names, in order; () for a text that says anything else.

    >>> read_weekdays("keskiviikkoisin"), read_weekdays("ma ja to"), read_weekdays("ti–pe")
    ((2,), (0, 3), (1, 2, 3, 4))
    >>> read_weekdays("joka toinen keskiviikko")
    ()
    """
    words = plain(text)
    if words in WEEKEND_DAYS or words in _weekend():
        return _WEEKEND
    if words in WORKDAYS or words in _daily():
        return tuple(range(_DAYS_OF_WEEK if words in _daily() else 5))
    if span := _span(words):
        return tuple(range(span[0], span[1] + 1)) if span[0] < span[1] else ()
    found: set[int] = set()
    for word in _SPLIT.split(words):
        day = WEEKDAYS.get(word)
        if day is not None and (word not in FILLERS or len(words) == len(word)):
            found.add(day)
        elif day is None and word and not (word in BOTH or word in EVERY or word in FILLERS or word in _idle()):
            return ()
    return tuple(sorted(found))


def read_covers(text: str) -> Covers | None:
    """Return which days an issue tells about, None where a text says something else.

    >>> read_covers("seuraavaan numeroon").what.value, read_covers("pe–su")
    ('until-next', Covers(what=<Covering.WEEKDAYS: 'weekdays'>, first=4, last=6))
    """
    words = plain(text)
    if (what := _coverings().get(words)) is not None:
        return Covers(what)
    if words in _own_week():
        return Covers(Covering.WEEKDAYS)
    if words in WEEKEND_DAYS or words in _weekend():
        return Covers(Covering.WEEKDAYS, *_WEEKEND)
    span = _span(words)
    if span is None and words in WEEKDAYS:
        span = WEEKDAYS[words], WEEKDAYS[words]
    return Covers(Covering.WEEKDAYS, *span) if span is not None else None


def _span(words: str) -> tuple[int, int] | None:
    """Return the two ends of ``pe-su`` or ``perjantaista sunnuntaihin``."""
    parts = [part.strip() for part in words.split("-")]
    if len(parts) != 2:
        parts = [part for part in _WORD.findall(words) if part not in TO and part not in FILLERS]
        if len(parts) != 2 or any(word in BOTH for word in parts) or "," in words:
            return None
        is_span = any(word in TO or word in _EN_TO for word in _WORD.findall(words)) or any(
            part not in WEEKDAYS for part in parts
        )
        if not is_span:
            return None
    first, last = map(_inflected, parts)
    return None if first is None or last is None else (first, last)


_EN_TO: Final = frozenset({"to", "till"})


def _inflected(word: str) -> int | None:
    """Return the weekday of a word, also in the forms that deadlines have, and ``perjantaista``."""
    if (day := WEEKDAYS.get(word)) is not None:
        return day
    return _forms().get(word)


@cache
def _forms() -> dict[str, int]:
    found = {
        word: day
        for tongue in TONGUES.values()
        for day, words in enumerate(tongue.deadlines.weekdays)
        for word in words
    }
    return found | {f"{word}sta": day for tongue in TONGUES.values() for day, word in enumerate(tongue.weekdays)}


@cache
def _coverings() -> dict[str, Covering]:
    found: dict[str, Covering] = {}
    for tongue in TONGUES.values():
        words = tongue.deadlines
        found |= dict.fromkeys(words.covers_next_issue, Covering.UNTIL_NEXT)
        found |= dict.fromkeys(words.covers_week, Covering.NEXT_WEEK)
        found |= dict.fromkeys(words.covers_month, Covering.NEXT_MONTH)
    return found


@cache
def _idle() -> frozenset[str]:
    """Return what says nothing beside weekdays: ``på``, ``viikoittain``."""
    weekly = frozenset(tongue.repetition.week[2] for tongue in TONGUES.values())
    return weekly | {word for tongue in TONGUES.values() for word in tongue.deadlines.fillers}


@cache
def _own_week() -> frozenset[str]:
    return frozenset(word for tongue in TONGUES.values() for word in tongue.deadlines.covers_own_week)


@cache
def _weekend() -> frozenset[str]:
    return frozenset(word for tongue in TONGUES.values() for word in tongue.weekend)


@cache
def _daily() -> frozenset[str]:
    """Return the words for every day of the week: ``päivittäin``."""
    return frozenset(tongue.repetition.day[2] for tongue in TONGUES.values() if len(tongue.repetition.day) > 2)
