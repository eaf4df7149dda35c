"""Hours and lengths as people say them: ``klo 18–21``, ``illalla``, ``3 tuntia``, ``viikonloppu``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from seurantalo.model.recurrence import Frequency
from seurantalo.patterns import late
from seurantalo.reading.input_words import ABOUT, AND, CLOCK, DAY_PARTS, HOURS, MINUTES, NUMBERS, UNITS, WEEKEND

_DAY: Final = 1_440
_AT: Final = rf"(?:(?:{CLOCK})\.?\s*)?(\d{{1,2}})(?:[.:](\d{{2}}))?"
_SPAN: Final = late(rf"{_AT}\s*[-–—]\s*{_AT}", re.IGNORECASE)
_START: Final = late(_AT, re.IGNORECASE)
#: Words for numbers of more than one word, the longest first.
_IN_WORDS: Final = "|".join(sorted((word for word in NUMBERS if " " in word), key=len, reverse=True))
_AMOUNT: Final = late(rf"(\d+(?:[.,]\d+)?|{_IN_WORDS}|[^\W\d_]+)\s*([^\W\d_]*)\.?")
#: What may stand between hours and minutes.
_AND: Final = late(rf"\s+{AND}\s+(?=\d)")
_ABOUT: Final = late(rf"(?:{'|'.join(map(re.escape, sorted(ABOUT)))})\s*(?=\S)")
_DAYS: Final[Mapping[Frequency, int]] = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 30}
#: Of two days in a row that are called so, the first is a Saturday.
WEEKEND_STARTS: Final = 5


class UnclearError(ValueError):
    """A text that is no time of day, length or number of days."""


def read_hours(text: str) -> str | tuple[int, int | None]:
    """Return a time of day: its English name, or minutes from midnight, the end None where none is given.

    What ends at or before its start ends on the next day. Raises UnclearError for what is neither.

    >>> read_hours("illalla"), read_hours("klo 18–21.30"), read_hours("20-1"), read_hours("kl. 18")
    ('evening', (1080, 1290), (1200, 1500), (1080, None))
    """
    words = " ".join(text.split())
    if part := DAY_PARTS.get(words.casefold()):
        return part
    if found := _SPAN.fullmatch(words):
        starts, ends = _minutes(found[1], found[2]), _minutes(found[3], found[4], last=24)
        return starts, ends if ends > starts else ends + _DAY
    if found := _START.fullmatch(words):
        return _minutes(found[1], found[2]), None
    raise UnclearError(text)


def read_length(text: str) -> int:
    """Return a length in minutes; a bare number up to 24 is hours. Raises UnclearError for what is none.

    >>> read_length("3 tuntia"), read_length("1 h 30 min"), read_length("1,5h"), read_length("2")
    (180, 90, 90, 120)
    >>> read_length("tunti"), read_length("puolitoista tuntia"), read_length("2 tuntia ja 30 minuuttia")
    (60, 90, 150)
    """
    words = " ".join(text.casefold().split())
    words = _AND.sub(" ", _ABOUT.sub("", words, count=1) if _ABOUT.match(words) else words)
    if words in HOURS:
        return 60
    if found := re.fullmatch(r"(\d{1,2}):(\d{2})", words):
        return _minutes(found[1], found[2], last=24)
    minutes, at = 0.0, 0
    while at < len(words):
        found = _AMOUNT.match(words, at)
        if found is None:
            raise UnclearError(text)
        number = _number(found[1])
        if found[2] in MINUTES:
            minutes += number
        elif found[2] in HOURS or (not found[2] and found.end() == len(words) and not at and number <= 24):
            minutes += number * 60
        else:
            raise UnclearError(text)
        at = found.end()
        while at < len(words) and words[at] == " ":
            at += 1
    if not 0 < minutes <= _DAY:
        raise UnclearError(text)
    return round(minutes)


def read_days(text: str) -> int:
    """Return a number of days: ``3``, ``kolme päivää``, ``2 viikkoa``, ``viikonloppu``. Raises UnclearError.

    >>> read_days("3"), read_days("kolme päivää"), read_days("2 viikkoa"), read_days("viikko"), read_days("helg")
    (3, 3, 14, 7, 2)
    """
    words = " ".join(text.casefold().split())
    if words in WEEKEND:
        return 2
    found = _AMOUNT.fullmatch(words)
    if found is None:
        raise UnclearError(text)
    number, unit = found[1], found[2]
    if not unit and number in UNITS:
        number, unit = "1", number
    days = _DAYS.get(UNITS[unit]) if unit in UNITS else None if unit else 1
    amount = _number(number)
    if days is None or amount != int(amount):
        raise UnclearError(text)
    return int(amount) * days


def _number(word: str) -> float:
    if word in NUMBERS:
        return NUMBERS[word]
    if not word[0].isdigit():
        raise UnclearError(word)
    return float(word.replace(",", "."))


def _minutes(hour: str, minute: str | None, *, last: int = 23) -> int:
    minutes = int(hour) * 60 + int(minute or 0)
    if int(minute or 0) >= 60 or minutes >= (last + 1) * 60 or minutes > _DAY:
        raise UnclearError(hour)
    return minutes
