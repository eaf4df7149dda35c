"""Days and hours in words, as people of each language write them.

The patterns are messages of the catalogue (``pages_calendar.po``), so a language decides about its own order and
dots: ``ti 13.1.2027 klo 18–20``, ``Tue 13 January 2027, 18:00–20:00``.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import cache
from typing import Final

from seurantalo.language.catalogue import Language

_MIDNIGHT: Final = time(0)


def weekday(day: date, lang: Language) -> str:
    """Return a day of the week in two or three letters, as it stands before a date.

    >>> weekday(date(2027, 1, 12), lang)
    'ti'
    """
    return lang.tongue.weekdays_in_dates[day.weekday()]


def month_short(month: int, lang: Language) -> str:
    """Return a month's name for a small place; ``month`` counts from one.

    >>> month_short(1, lang)
    'tammi'
    """
    return lang.tongue.months_short[month - 1]


def month_title(year: int, month: int, lang: Language) -> str:
    """Return a month as a heading; ``month`` counts from one.

    >>> month_title(2027, 1, lang)
    'Tammikuu 2027'
    """
    words = lang.say("{month} {year}", month=lang.months[month - 1], year=year)
    return f"{words[:1].upper()}{words[1:]}"


def month(number: int, lang: Language) -> str:
    """Return a month as it stands in a date: ``1``, ``January``."""
    return lang.months[number - 1] if lang.tongue.months_by_name else str(number)


def month_of_list(number: int, lang: Language) -> str:
    """Return a month as it stands in a date of a list, where names are short; Finnish counts its months there.

    >>> from seurantalo.language import language
    >>> month_of_list(1, lang), month_of_list(1, language("en"))
    ('1', 'Jan')
    """
    return month_short(number, lang) if lang.tongue.months_by_name else str(number)


@cache
def day(when: date, lang: Language) -> str:
    """Return a day with its weekday and year.

    >>> day(date(2027, 1, 12), lang)
    'ti 12.1.2027'
    """
    return lang.say(
        "{weekday} {day} {month} {year}",
        weekday=weekday(when, lang),
        day=when.day,
        month=month(when.month, lang),
        year=when.year,
    )


@cache
def day_of_year(when: date, lang: Language) -> str:
    """Return a day with its weekday, the year being known.

    >>> day_of_year(date(2027, 1, 12), lang)
    'ti 12.1.'
    """
    return lang.say(
        "{weekday} {day} {month}", weekday=weekday(when, lang), day=when.day, month=month(when.month, lang)
    )


@cache
def plain_day(when: date, lang: Language) -> str:
    """Return a day without its weekday.

    >>> plain_day(date(2027, 1, 12), lang)
    '12.1.2027'
    """
    return lang.say("{day} {month} {year}", day=when.day, month=month(when.month, lang), year=when.year)


def days(first: date, last: date, lang: Language) -> str:
    """Return several days; ``last`` is the last of them. A week or more goes without weekdays; one day is a day.

    >>> days(date(2027, 6, 25), date(2027, 6, 27), lang)
    'pe–su 25.–27.6.2027'
    """
    if first == last:
        return day(first, lang)
    return _range(first, last, lang, weekdays=last - first < timedelta(days=7))


def plain_days(first: date, last: date, lang: Language) -> str:
    """Return several days without weekdays; ``last`` is the last of them.

    >>> plain_days(date(2027, 1, 12), date(2027, 5, 25), lang)
    '12.1.–25.5.2027'
    """
    return plain_day(first, lang) if first == last else _range(first, last, lang, weekdays=False)


@cache
def days_of_year(first: date, last: date, lang: Language) -> str:
    """Return days of a year that is known; ``last`` is the last of them, and one day has its weekday.

    >>> days_of_year(date(2027, 6, 26), date(2027, 7, 18), lang)
    '26.6.–18.7.'
    """
    if first == last:
        return day_of_year(first, lang)
    months = {"month": month(first.month, lang), "last_month": month(last.month, lang)}
    pattern = "{day}–{last_day} {month}" if first.month == last.month else "{day} {month} – {last_day} {last_month}"
    return lang.say(pattern, day=first.day, last_day=last.day, **months)


def _range(first: date, last: date, lang: Language, *, weekdays: bool) -> str:
    if first.year != last.year:
        pattern = (
            "{weekday} {day} {month} {year} – {last_weekday} {last_day} {last_month} {last_year}"
            if weekdays
            else "{day} {month} {year} – {last_day} {last_month} {last_year}"
        )
    elif first.month != last.month:
        pattern = (
            "{weekday} {day} {month} – {last_weekday} {last_day} {last_month} {year}"
            if weekdays
            else "{day} {month} – {last_day} {last_month} {year}"
        )
    else:
        pattern = (
            "{weekday}–{last_weekday} {day}–{last_day} {month} {year}"
            if weekdays
            else "{day}–{last_day} {month} {year}"
        )
    return lang.say(
        pattern,
        weekday=weekday(first, lang),
        day=first.day,
        month=month(first.month, lang),
        year=first.year,
        last_weekday=weekday(last, lang),
        last_day=last.day,
        last_month=month(last.month, lang),
        last_year=last.year,
    )


@cache
def clock(at: time, lang: Language) -> str:
    """Return a time of day as bare numbers; a full hour has no minutes where the language leaves them out.

    >>> clock(time(18), lang), clock(time(18, 30), lang)
    ('18', '18.30')
    """
    hour = f"{at.hour:02}" if lang.tongue.padded_hours else str(at.hour)
    if at.minute:
        return lang.say("{hour}:{minute}", hour=hour, minute=f"{at.minute:02}")
    return lang.say("{hour}:00", hour=hour)


@cache
def hours(starts: time, ends: time | None, lang: Language) -> str:
    """Return a span in one day as bare numbers; only the start where ``ends`` is None. Midnight at the end is 24.

    >>> hours(time(18), time(0), lang)
    '18–24'
    """
    first = clock(starts, lang)
    if ends is None:
        return first
    last = lang.say("{hour}:00", hour=24) if ends == _MIDNIGHT else clock(ends, lang)
    return f"{first}–{last}"


@cache
def at(starts: time, ends: time | None, lang: Language) -> str:
    """Return the hours that stand alone in a list.

    >>> at(time(18), time(20), lang)
    'klo 18–20'
    """
    return lang.say("{time}", time=hours(starts, ends, lang))


def on(words: str, numbers: str, lang: Language) -> str:
    """Return a day, in words, with its hours: ``ti 13.1.2027 klo 18–20``."""
    return lang.say("{date}, {time}", date=words, time=numbers)
