"""Repetition in plain words: a rhythm with its hours, its first and last day, and the days that are left out.

``joka tiistai klo 18, 12.1.–25.5.2027, ei pyhinä, paitsi 2.3.`` is said so on pages, and may be written so in files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from seurantalo.patterns import late
from seurantalo.reading.input_words import (
    AND,
    CLOCK,
    IN_ALL,
    MONTH_END,
    MONTH_FORMS,
    NUMBERS,
    ON_HOLIDAYS,
    SINCE,
    TIMES,
    TO,
    UNITS,
    UNTIL,
    WEEKDAYS,
    WEEKEND_DAYS,
    WITHOUT,
    WORKDAYS,
)
from seurantalo.reading.repetition.rhythm import Rhythm, read_rhythm


class Said(NamedTuple):
    """One rule in words; days and hours are still texts, ``""`` for none."""

    rhythm: Rhythm
    starts: str = ""
    """The time of day of its dates."""
    ends: str = ""
    since: str = ""
    until: str = ""
    until_month: str = ""
    """A month at whose end it ends: ``toukokuu``, ``maj 2027``."""
    times: int = 0
    skip_holidays: bool = False
    without: str = ""
    """Days that are left out."""
    without_months: tuple[int, ...] = ()


def _words(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_MONTHS: Final = _words(MONTH_FORMS)
_YEAR: Final = r"(?:19|20|21)\d\d"
_NUMBERS: Final = (
    rf"(?:\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?{_YEAR}|\d\d\b)?|\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}[/-]\d{{1,2}}[/-]{_YEAR}|\d{{1,2}}\.\d{{1,2}}(?![.\d])"
    rf"|\d{{1,2}}\.?\s?(?:{_MONTHS})\b(?:,?\s{_YEAR})?|(?:{_MONTHS})\s\d{{1,2}}\b(?:,?\s{_YEAR})?)"
)
_DAY: Final = rf"(?:(?:{_words(WEEKDAYS)})\.?,?\s+)?{_NUMBERS}"
_DASH: Final = r"\s*[-–—]\s*"
_HOUR: Final = r"\d{1,2}(?:[.:,]\d{2})?"
_CLOCK: Final = late(
    rf"(?:,\s*)?(?:(?:\b(?:{CLOCK})\s*)(?P<a>{_HOUR})|(?<![\d.])(?P<b>\d{{1,2}}:\d\d))"
    rf"(?:{_DASH}(?:(?:{CLOCK})\s*)?(?P<c>{_HOUR})(?![\d.]))?",
)
_MONTH: Final = rf"(?P<month>(?:{_MONTHS})(?:\s{_YEAR})?)(?![^\W_])"
_UNTIL: Final = tuple(
    late(pattern)
    for pattern in (
        rf"{UNTIL}\s*:?\s*(?P<day>{_DAY})",
        rf"(?P<day>{_DAY})\s*{UNTIL}",
        rf"{_MONTH}\s+(?:{MONTH_END})(?:\s+(?:{UNTIL}))?",
        rf"(?:{UNTIL}\s+)?(?:{MONTH_END})\s+{_MONTH}",
        rf"{UNTIL}\s+{_MONTH}",
        rf"{_MONTH}\s+{UNTIL}",
    )
)
_SINCE_WORD: Final = rf"\b(?:{_words(SINCE)})(?![^\W_])"
_SPAN: Final = late(
    rf"(?:{_SINCE_WORD}\s+)?(?P<since>(?:{_DAY})|\d{{1,2}}\.?)(?:{_DASH}|\s+(?:{_words(TO)})\s+)(?P<until>{_DAY})"
)
_SINCE: Final = late(rf"(?P<since>{_DAY})\s*{_SINCE_WORD}|{_SINCE_WORD}\s*(?P<behind>{_DAY})")
_WEEKDAY: Final = late(rf"(?:{_words(WEEKDAYS)})(?![^\W_])")
#: What stands in brackets is a clause of its own.
_BRACKETS: Final = str.maketrans("()", ", ")
_ENDS_IN_AND: Final = late(rf"{AND}\s*$")
#: What says how often something is.
_RHYTHM: Final = late(rf"(?<![^\W_])(?:{_words([*WEEKDAYS, *UNITS, *WORKDAYS, *WEEKEND_DAYS])})(?![^\W_])")
_COUNT: Final = late(rf"(?:\b(?:{IN_ALL})\s+)?\b(?P<n>\d{{1,3}}|{_words(NUMBERS)})\s+{TIMES}\s*(?=[,;.]|$)")
_HOLIDAYS: Final = late(rf"(?:,\s*)?{WITHOUT}\s+{ON_HOLIDAYS}|(?:,\s*)?{ON_HOLIDAYS}\s+{WITHOUT}")
_WITHOUT: Final = late(rf"(?:,\s*)?{WITHOUT}(?:\s+(?:i|in|den|the|on))?\s+(?P<days>.+)$")


@lru_cache(2_000)
def read_said(text: str, *, every: bool = False) -> tuple[Said, ...]:
    """Return the rules of words; raise RepeatError.

    >>> [(one.starts, one.until) for one in read_said("maanantaisin klo 10 ja torstaisin klo 12, 31.5. asti")]
    [('10', '31.5.'), ('12', '31.5.')]
    """
    found: list[Said] = []
    for part in filter(str.strip, text.split(";")):
        found += _one(" ".join(part.casefold().translate(_BRACKETS).split()), every=every)
    return tuple(found) or (Said(read_rhythm(text, every=every)),)


def _one(words: str, *, every: bool) -> list[Said]:
    until, until_month, words = _cut_until(words)
    words, skip = _cut(_HOLIDAYS, words)
    words, days = _cut(_WITHOUT, words)
    parts = [part.strip(" ,") for part in re.split(WITHOUT, days["days"])] if days else []
    months = tuple(month for part in parts for month in months_alone(part))
    without = ", ".join(part for part in parts if part and not months_alone(part))
    words, count = _cut(_COUNT, words)
    clocks = list(_CLOCK.finditer(words))
    words, rhythms = _with_clocks(words, clocks)
    since = ""
    for pattern in (_SPAN, _SINCE):
        rest, match = _cut_day(pattern, words)
        if match is not None:
            named = match.groupdict()
            since = _bare(named.get("since") or named.get("behind") or "", rest)
            until = until or named.get("until") or ""
            rhythms = [(_cut_day(pattern, rhythm)[0], starts, ends) for rhythm, starts, ends in rhythms]
            break
    return [
        Said(
            read_rhythm(rhythm, every=every),
            starts,
            ends,
            since,
            until,
            until_month,
            _count(count["n"]) if count else 0,
            bool(skip),
            without,
            months,
        )
        for rhythm, starts, ends in rhythms
    ]


def _cut(pattern: re.Pattern[str], words: str) -> tuple[str, re.Match[str] | None]:
    """Return words without what a pattern finds first, and what it found."""
    match = pattern.search(words)
    if match is None:
        return words, None
    return f"{words[: match.start()]} {words[match.end() :]}".strip(" ,"), match


def _cut_day(pattern: re.Pattern[str], words: str) -> tuple[str, re.Match[str] | None]:
    """Cut a day out; a weekday before it stays where no other says when it is: ``joka tiistai 31.5. asti``."""
    rest, match = _cut(pattern, words)
    if match is None or (_RHYTHM.search(rest) and not _ENDS_IN_AND.search(words[: match.start()])):
        return rest, match
    first = next(name for name, found in match.groupdict().items() if found)
    weekday = _WEEKDAY.match(match[first])
    if weekday is None:
        return rest, match
    return f"{words[: match.start()]} {weekday[0]} {words[match.end() :]}".strip(" ,"), match


def _bare(day: str, rhythm: str) -> str:
    """Return a day without a weekday that says when it is repeated."""
    weekday = _WEEKDAY.match(day)
    taken = weekday is not None and re.search(rf"(?<![^\W_]){weekday[0]}(?![^\W_])", rhythm)
    return day[weekday.end() :].lstrip(" .,") if weekday and taken else day


def _cut_until(words: str) -> tuple[str, str, str]:
    for pattern in _UNTIL:
        rest, match = _cut_day(pattern, words)
        if match is not None:
            parts = match.groupdict()
            return _bare(parts.get("day") or "", rest), parts.get("month") or "", rest
    return "", "", words


def _with_clocks(words: str, clocks: list[re.Match[str]]) -> tuple[str, list[tuple[str, str, str]]]:
    """Return the words without hours, and each rhythm with its own: ``maanantaisin klo 10 ja torstaisin klo 12``."""
    if not clocks:
        return words, [(words, "", "")]
    found: list[tuple[str, str, str]] = []
    at = 0
    for number, clock in enumerate(clocks):
        end = clock.start() if number + 1 < len(clocks) else len(words)
        rhythm = f"{words[at : clock.start()]} {words[clock.end() : end]}" if end == len(words) else words[at:end]
        rhythm = re.sub(rf"^[\s,]*(?:{AND})\s", "", rhythm) if found else rhythm
        found.append((rhythm.strip(" ,"), clock["a"] or clock["b"], clock["c"] or ""))
        at = clock.end()
    return " ".join(rhythm for rhythm, _, _ in found), found


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else int(NUMBERS[number])


def months_alone(words: str) -> tuple[int, ...]:
    """Return the months of words that name nothing else: ``heinäkuussa``, ``kesä–elokuussa``."""
    parts = re.findall(r"[^\W\d_]+|[-–]\s*(?=[^\W\d_])|\S", re.sub(rf"-(?=\s+{AND})", " ", words))
    found: list[int] = []
    through = False
    for part in parts:
        if part.strip() in ("-", "–"):
            through = bool(found)
        elif part in MONTH_FORMS:
            month = MONTH_FORMS[part]
            first = found[-1] + 1 if through else month
            found += [(number - 1) % 12 + 1 for number in range(first, first + (month - first) % 12 + 1)]
            through = False
        elif not re.fullmatch(rf",|{AND}|i|in", part):
            return ()
    return tuple(dict.fromkeys(found))


def month_named(text: str) -> str:
    """Return the month of a last day that is told by it, ``elokuun loppuun``, with its year; ``""`` for any other."""
    words = re.sub(rf"{MONTH_END}|{UNTIL}", " ", " ".join(text.casefold().split())).strip()
    match = re.fullmatch(_MONTH, words)
    return match["month"] if match else ""
