"""What people write in files: the words of every language together, for any of them may stand in any file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from seurantalo.language import LANGUAGES, TONGUES, RepetitionWords
from seurantalo.model.fields.words import plain_word
from seurantalo.model.recurrence import Frequency
from seurantalo.patterns import late

_TONGUES: Final = tuple(TONGUES.values())
#: As many letters has a short name of a weekday at most.
_SHORT: Final = 3
_REPETITIONS: Final = tuple(tongue.repetition for tongue in _TONGUES)


def _numbered(numbers_of: Callable[[RepetitionWords], Mapping[int, tuple[str, ...]]]) -> Mapping[str, int]:
    found = (numbers_of(each).items() for each in _REPETITIONS)
    return {word: number for pairs in found for number, words in pairs for word in words}


def _any_of(words_of: Callable[[RepetitionWords], tuple[str, ...]]) -> str:
    """Return a pattern of whole words, the longest first."""
    words = sorted((word for each in _REPETITIONS for word in words_of(each)), key=len, reverse=True)
    return rf"\b(?:{'|'.join(map(re.escape, words))})\b"


def _forms(word: str) -> tuple[str, str]:
    return word, plain_word(word)


_FREQUENCIES: Final = {
    "day": Frequency.DAILY,
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "year": Frequency.YEARLY,
}


def _units() -> Iterator[tuple[str, Frequency]]:
    for each in _REPETITIONS:
        yield from ((word, Frequency.DAILY) for word in each.day)
        yield from ((word, Frequency.WEEKLY) for word in each.week)
        yield from ((word, Frequency.MONTHLY) for word in each.month)
        yield from ((word, Frequency.YEARLY) for word in each.year)


#: A word for a day of the week -> 0 for Monday.
WEEKDAYS: Final = {
    word: day for tongue in _TONGUES for day, words in enumerate(tongue.weekdays_read) for word in words
}
#: A month's name as it stands in a date -> 1 for January.
MONTHS: Final = {word: month for tongue in _TONGUES for month, word in enumerate(tongue.months_read, 1)}
#: Every other form of a month's name -> 1 for January.
MONTH_FORMS: Final = {
    word.lower(): month
    for tongue in _TONGUES
    for names in (tongue.months, tongue.months_short, tongue.months_read)
    for month, word in enumerate(names, 1)
} | {word: month for tongue in _TONGUES for month, words in enumerate(tongue.when.months, 1) for word in words}
#: A pattern of what may stand before an hour.
CLOCK_WORDS: Final = frozenset(word for tongue in _TONGUES for word in tongue.clock_words)
CLOCK: Final = "|".join(map(re.escape, sorted(CLOCK_WORDS, key=len, reverse=True)))

#: What stands beside an hour that is counted from midnight, and from noon.
BEFORE_NOON: Final = frozenset(word for tongue in _TONGUES for word in tongue.when.before_noon)
AFTER_NOON: Final = frozenset(word for tongue in _TONGUES for word in tongue.when.after_noon)
#: Between a start and an end, or beside a last day.
TO: Final = frozenset(word for tongue in _TONGUES for word in tongue.when.to)
#: Beside a start.
SINCE: Final = frozenset(word for tongue in _TONGUES for word in tongue.when.since)
#: Before an hour that is not exact.
ABOUT: Final = frozenset(word for tongue in _TONGUES for word in tongue.when.about)
#: For the end of a day, 24 o'clock.
MIDNIGHT: Final = frozenset(word for tongue in _TONGUES for word in tongue.when.midnight)
#: What says nothing inside a date.
FILLERS: Final = frozenset(word for tongue in _TONGUES for word in tongue.when.fillers)

#: A word for a stretch of time -> what it repeats by.
UNITS: Final = dict(_units())
#: A word that stands for a number before a stretch of time or a weekday: every *other* week.
INTERVALS: Final = _numbered(lambda each: each.intervals)
#: A word for an amount -> its number: two hours, one and a half.
NUMBERS: Final[Mapping[str, float]] = {
    **{word: number for tongue in _TONGUES for word, number in tongue.prices.numbers.items()},
    **INTERVALS,
    **{word: number for tongue in _TONGUES for word, number in tongue.when.amounts.items()},
}
#: A word before a weekday of a month -> which of them, -1 for the last.
ORDINALS: Final = _numbered(lambda each: each.ordinals)
#: Words for Monday to Friday.
WORKDAYS: Final = frozenset(word for each in _REPETITIONS for word in each.workday)
#: A pattern of what may stand beside a day of the month.
OF_MONTH: Final = _any_of(lambda each: each.of_month)
#: In place of a list of everything that can be chosen.
EVERY_CHOICE: Final = frozenset(word for tongue in _TONGUES for word in tongue.all_of_them)
#: What may stand before a stretch of time.
EVERY: Final = frozenset(word for each in _REPETITIONS for word in each.every)
#: What says nothing beside a day of the month.
OF_MONTH_WORDS: Final = frozenset(word for each in _REPETITIONS for word in each.of_month)
#: Words for Saturdays and Sundays.
WEEKEND_DAYS: Final = frozenset(word for each in _REPETITIONS for word in each.weekend_days)
#: Beside a number of days, weeks … between two dates.
APART: Final = _any_of(lambda each: each.apart)
ONCE: Final = _any_of(lambda each: each.once)
IN_ALL: Final = _any_of(lambda each: each.in_all)
TIMES: Final = _any_of(lambda each: each.times)
#: Beside a last day, and a month whose last day is meant.
UNTIL: Final = _any_of(lambda each: each.until)
MONTH_END: Final = _any_of(lambda each: each.month_end)
#: Before days that are left out, and what may stand there for public holidays.
WITHOUT: Final = _any_of(lambda each: each.without)
ON_HOLIDAYS: Final = _any_of(lambda each: each.on_holidays)
_HOLIDAY_WORDS: Final = frozenset(word for each in _REPETITIONS for word in each.on_holidays)
ODD_WEEKS: Final = "|".join(word for each in _REPETITIONS for word in each.odd)
EVEN_WEEKS: Final = "|".join(word for each in _REPETITIONS for word in each.even)
#: What stands after "once" -> how often that is.
IN_ONE: Final = {
    word: frequency
    for each in _REPETITIONS
    for name, frequency in _FREQUENCIES.items()
    for word in each.in_one.get(name, ())
}
#: What stands between the last two days of several, and a pattern of it.
BOTH: Final = frozenset(word for each in _REPETITIONS for word in each.both)
AND: Final = _any_of(lambda each: each.both)
#: A pattern of what says that a day is one of each month.
IN_MONTH: Final = _any_of(lambda each: each.in_month)

#: A word for a time of day -> its name in English.
DAY_PARTS: Final = {word: part for tongue in _TONGUES for part, words in tongue.day_parts.items() for word in words}
WEEKEND: Final = frozenset(word for tongue in _TONGUES for word in tongue.weekend)
#: What may stand after a number of hours, and of minutes.
HOURS: Final = frozenset(word for tongue in _TONGUES for word in tongue.hours_read)
MINUTES: Final = frozenset(word for tongue in _TONGUES for word in tongue.minutes_read)

#: As people type them, and without accents and marks: *kyllä*, *kylla*.
YES: Final = frozenset(
    {"x", "1", "ok", "✓", "✔", "☑", *(form for tongue in _TONGUES for word in tongue.yes for form in _forms(word))}
)
NO: Final = frozenset({"0", "-", *(form for tongue in _TONGUES for word in tongue.no for form in _forms(word))})
#: For a day that is not known yet.
UNKNOWN: Final = frozenset(word for tongue in _TONGUES for word in tongue.unknown)
#: For a holiday that was chosen.
ON_PURPOSE: Final = YES.union(word for tongue in _TONGUES for word in tongue.on_purpose)
#: A language's code or a name of it, in small letters -> its code.
LANGUAGE_NAMES: Final = {code: code for code in LANGUAGES} | {
    name.casefold(): code
    for tongue in _TONGUES
    for code, names in tongue.languages.items()
    if code in TONGUES
    for name in names
}


_FREE: Final = late("|".join(pattern for tongue in _TONGUES for pattern in tongue.prices.free))


def is_free_word(text: str) -> bool:
    """Tell whether a text says that something costs nothing, and nothing else: ``maksuton``."""
    return _FREE.fullmatch(" ".join(text.casefold().split())) is not None


def is_holiday_word(text: str) -> bool:
    """Tell whether a text means public holidays: ``pyhinä``."""
    return text in _HOLIDAY_WORDS


_WEEKDAY_WORDS: Final = {
    word: (tongue, place) for tongue in _TONGUES for words in tongue.weekdays_read for place, word in enumerate(words)
}


def weekday_like(word: str, day: int) -> str:
    """Return the name of a day of the week (0 is Monday) in the language of another, and as short or as long.

    >>> weekday_like("su", 5), weekday_like("söndag", 5), weekday_like("Sun", 5)
    ('la', 'lördag', 'Sat')
    """
    tongue, place = _WEEKDAY_WORDS[word.lower()]
    if len(word) <= _SHORT:
        return tongue.weekdays_in_dates[day]
    alike = {len(words) for words in tongue.weekdays_read} == {len(tongue.weekdays_read[day])}
    return tongue.weekdays_read[day][place] if alike else tongue.weekdays[day]


_BLANKS: Final = {
    "day": r"(?P<day>\d{1,2})",
    "month": r"(?P<month>[^\W\d_]{3,})",
    "number": r"(?P<number>\d{1,2})",
    "year": r"(?P<year>\d{4})",
}


def _pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a form such as ``{day}. {month} {year}``; a dot and the blank after it may be missing."""
    marks = {". ": r"\.?\s?", ".": r"\.?", " ": r"\s"} | {f"{{{name}}}": blank for name, blank in _BLANKS.items()}
    pieces = re.split(r"(\. ?| |\{\w+\})", form)
    return late(rf"(?<!\d){''.join(marks.get(piece) or re.escape(piece) for piece in pieces)}(?!\d)")


_DATES: Final = tuple(_pattern(form) for form in dict.fromkeys(form for each in _TONGUES for form in each.dates_read))


def in_numbers(words: str) -> str:
    """Return words in which every date as some language writes it has become one in numbers.

    >>> in_numbers("la 1. toukokuuta 2027 klo 18")
    'la 1.5.2027 klo 18'
    """
    for pattern in _DATES:
        words = pattern.sub(_in_numbers, words)
    return words


def _in_numbers(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = parts.get("number") or MONTHS.get((parts.get("month") or "").lower())
    # A word that is no month's name stays: what is wrong with the whole is told with it.
    return match[0] if month is None else f"{match['day']}.{month}.{match['year']}"
