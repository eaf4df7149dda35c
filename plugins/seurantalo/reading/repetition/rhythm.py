"""How often something is, in plain words: ``joka toinen tiistai``, ``kuukauden 1. ja 3. ti``, ``varannan vecka``."""

from __future__ import annotations

import re
from dataclasses import field
from typing import Final, NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.patterns import late
from seurantalo.reading.input_words import (
    APART,
    BOTH,
    DAY_PARTS,
    EVEN_WEEKS,
    EVERY,
    FILLERS,
    IN_MONTH,
    IN_ONE,
    INTERVALS,
    MONTH_FORMS,
    ODD_WEEKS,
    OF_MONTH_WORDS,
    ONCE,
    ORDINALS,
    UNITS,
    WEEKDAYS,
    WEEKEND_DAYS,
    WORKDAYS,
)
from seurantalo.reading.repetition.error import RepeatError

_ICAL_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY: Final = late(r"([+-]?\d{1,2})?(mo|tu|we|th|fr|sa|su)\Z")
_WORKDAYS: Final = tuple(range(5))
_MOST: Final = 99
#: Ordinals such as ``toiseksi viimeinen``.
_IN_TWO_WORDS: Final = late(
    "|".join(re.escape(word) for word in sorted(ORDINALS, key=len, reverse=True) if " " in word) or r"(?!)"
)
_IN_ONE: Final = late(
    rf"^{ONCE}\s+(?P<unit>{'|'.join(map(re.escape, sorted(IN_ONE, key=len, reverse=True)))})(?![^\W_])"
)
_TOKEN: Final = late(
    r"\d{1,2}\.\s?\d{1,2}\.(?!\d)|[+-]?\d{1,3}(?:st|nd|rd|th|:[ae])?(?![^\W_])\.?|[+-]?\d[a-z]{2}\b|[^\W\d_]+|[-–—,&+]|\S"
)
_PHRASES: Final = (
    (_IN_TWO_WORDS, lambda found: f"{ORDINALS[found[0]]}."),
    (late("|".join(re.escape(word) for word in WEEKEND_DAYS)), lambda _: "la su"),
    (late("|".join(rf"\b{word}\b" for word in WORKDAYS if " " in word) or r"(?!)"), lambda _: "arkipäivä"),
    (late(rf"-(?=(?:{'|'.join(DAY_PARTS)})\b)"), lambda _: " "),
)


class Rhythm(NamedTuple):
    """A rule without its ends, and what is to be said of how it was read."""

    rule: Recurrence
    is_guess: bool = False
    """It was not said that a weekday is one of the month: ``toinen tiistai``."""
    odd: bool | None = None
    """Whether it is in weeks of odd numbers, or of even ones; None where nobody says."""


@dataclass(slots=True)
class _Found:
    """What is found in the words, from left to right."""

    every: bool
    frequency: Frequency | None = None
    interval: int = 1
    of_weeks: bool = False
    """There is a number before a weekday that says how many weeks are between two dates."""
    ordinals: list[int] = field(default_factory=list)
    weekdays: list[Weekday] = field(default_factory=list)
    month_days: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    month: int = 0


def read_rhythm(words: str, *, every: bool = False) -> Rhythm:
    """Return what words say of how often; raise RepeatError.

    ``every``: a word for "every" stands before them, as the name of the field ``joka``.

    >>> read_rhythm("joka toinen tiistai").rule.interval, read_rhythm("toinen tiistai").rule.by_weekday
    (2, (Weekday(day=1, nth=2),))
    """
    text = " ".join(words.casefold().split()).strip(" ,")
    odd: bool | None = None
    for pattern, is_odd in ((ODD_WEEKS, True), (EVEN_WEEKS, False)):
        if pattern and (rest := re.sub(rf"\b(?:{pattern})\b", " ", text)) != text:
            text, odd = rest, is_odd
    if once := _IN_ONE.match(text):
        if IN_ONE[once["unit"]] is Frequency.MONTHLY and not re.search(r"\w", text[once.end() :]):
            raise RepeatError("once-a-month", found=words[:60])
        text = f"{_unit(IN_ONE[once['unit']])} {text[once.end() :]}"
    apart = re.sub(APART, " ", text)
    of_month = text if apart != text else re.sub(IN_MONTH, " ", text)
    monthly, text = of_month != text, apart if apart != text else of_month
    for phrase, becomes in _PHRASES:
        text = phrase.sub(becomes, text)
    found = _Found(every=every and not monthly)
    parts = _TOKEN.findall(text)
    at = 0
    while at < len(parts):
        used = _take(found, parts, at, monthly=monthly)
        if not used:
            raise RepeatError("not-an-interval", found=words[:60])
        at += used
    found.month_days += found.ordinals
    if odd is not None:
        if found.frequency not in (None, Frequency.WEEKLY):
            raise RepeatError("not-an-interval", found=words[:60])
        found.frequency, found.interval = Frequency.WEEKLY, 2
    return Rhythm(_rule(found, words, monthly=monthly), _is_guess(found, monthly=monthly), odd)


def read_days_words(words: str) -> Rhythm:
    """Return the days of weeks or months that words name: ``ti ja to``, ``1. ti``, ``viimeinen päivä``, ``-1SU``."""
    if match := _BYDAY.match(words.strip().casefold()):
        day = Weekday(_ICAL_DAYS.index(match[2].upper()), int(match[1] or 0))
        return Rhythm(Recurrence(frequency=Frequency.MONTHLY if day.nth else Frequency.WEEKLY, by_weekday=(day,)))
    try:
        return read_rhythm(words)
    except RepeatError as error:
        if error.code == "not-an-interval":
            raise RepeatError("not-a-repeat-day", found=words[:60]) from None
        raise


def _unit(frequency: Frequency) -> str:
    return next(word for word, unit in UNITS.items() if unit is frequency)


def _take(found: _Found, parts: list[str], at: int, *, monthly: bool) -> int:
    """Take what stands at a place; return how many parts it is, 0 where it is not understood."""
    word, after = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
    if word in EVERY:
        found.every = found.every or not monthly
        return 1
    if (number := _number(word)) is not None:
        return _take_number(found, word, number, after, monthly=monthly)
    if word in FILLERS and after in WEEKDAYS:
        # English "on Tuesdays" is no Swedish Wednesday.
        return 1
    if word in WEEKDAYS:
        return _take_weekday(found, parts, at)
    if word in WORKDAYS:
        if found.ordinals:
            found.positions, found.ordinals = found.ordinals, []
        found.weekdays += map(Weekday, _WORKDAYS)
    elif word in UNITS:
        # English "day 15" is no stretch of time.
        if UNITS[word] is not Frequency.DAILY or _number(after) is None or after in INTERVALS:
            found.frequency = UNITS[word]
    elif word in MONTH_FORMS:
        found.month = MONTH_FORMS[word]
    elif match := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.", word):
        found.month_days.append(int(match[1]))
        found.month = int(match[2])
    elif not any(word in words for words in (OF_MONTH_WORDS, FILLERS, DAY_PARTS, BOTH, _IDLE)):
        return 0
    return 1


#: What says nothing between days.
_IDLE: Final = frozenset({",", "&", "+", "/", "i", "in", "med", "on", "på", "at", "."})


def _number(word: str) -> int | None:
    if match := re.fullmatch(r"([+-]?\d{1,3})(?:st|nd|rd|th|:[ae])?\.?", word):
        return int(match[1])
    return ORDINALS.get(word, INTERVALS.get(word))


def _take_number(found: _Found, word: str, number: int, after: str, *, monthly: bool) -> int:
    counts = word in INTERVALS or word[0].isdigit()
    only_interval = word in INTERVALS and word not in ORDINALS
    if after in UNITS:
        of_month = UNITS[after] is Frequency.DAILY and (
            monthly
            or found.frequency is not None
            or (not found.every and not only_interval and (not word[0].isdigit() or word.endswith(".")))
        )
        if of_month:
            found.month_days += [*found.ordinals, number]
            found.ordinals = []
            return 2
        if not counts or not 1 <= number <= _MOST or found.frequency is not None:
            return 0
        found.frequency, found.interval = UNITS[after], number
        return 2
    begins = not (found.weekdays or found.ordinals) and found.frequency is None
    if after in WEEKDAYS and begins and counts and number > 0 and (only_interval or (found.every and not monthly)):
        found.interval, found.of_weeks = number, True
        return 1
    if only_interval or not 1 <= abs(number) <= 31:
        return 0
    found.ordinals.append(number)
    return 1


def _take_weekday(found: _Found, parts: list[str], at: int) -> int:
    day = WEEKDAYS[parts[at]]
    if found.ordinals:
        found.weekdays += (Weekday(day, number) for number in found.ordinals)
        found.ordinals = []
        return 1
    # Of English words only: Finnish "ti to" is two days.
    dash = parts[at + 1] if at + 2 < len(parts) and parts[at + 2] in WEEKDAYS else ""
    if dash in ("-", "–", "—", "till") or (dash == "to" and len(parts[at]) > 2):
        last = WEEKDAYS[parts[at + 2]]
        found.weekdays += (Weekday(number % 7) for number in range(day, day + (last - day) % 7 + 1))
        return 3
    found.weekdays.append(Weekday(day))
    return 1


def _is_guess(found: _Found, *, monthly: bool) -> bool:
    """Tell whether nothing but a number says that a weekday is one of each month."""
    said = monthly or found.month or found.frequency is not None or found.of_weeks
    return not said and len(found.weekdays) == 1 and found.weekdays[0].nth > 1


def _rule(found: _Found, words: str, *, monthly: bool) -> Recurrence:
    weekdays = tuple(dict.fromkeys(found.weekdays))
    nth = any(day.nth for day in weekdays) or found.positions
    frequency = found.frequency
    if frequency is None:
        if found.of_weeks:
            frequency = Frequency.WEEKLY
        elif found.month:
            frequency = Frequency.YEARLY
        elif nth or found.month_days or monthly:
            frequency = Frequency.MONTHLY
        elif weekdays:
            frequency = Frequency.WEEKLY
        else:
            raise RepeatError("not-an-interval", found=words[:60])
    if frequency is Frequency.DAILY and weekdays and found.interval == 1 and not (nth or found.month_days):
        frequency = Frequency.WEEKLY
    if found.month and frequency is Frequency.MONTHLY and not found.interval > 1:
        frequency = Frequency.YEARLY
    return Recurrence(
        frequency=frequency,
        interval=found.interval,
        by_weekday=tuple(sorted(weekdays, key=lambda day: day.day)) if not nth else weekdays,
        by_month_day=tuple(dict.fromkeys(found.month_days)),
        by_month=(found.month,) if found.month else (),
        by_set_position=tuple(found.positions),
    )
