"""When one event date is, in the words of announcements: short, in whole words, and to be read aloud.

Names of months and their order are those of the catalogue; the year stands only where it would be mistaken.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.language.dates import (
    at,
    clock,
    day,
    day_of_year,
    days,
    days_of_year,
    month,
    month_of_list,
    on,
    plain_day,
)
from seurantalo.language.dates import hours as numbers_of
from seurantalo.planner.occurrence import Occurrence

#: From how far off on a date has its year.
YEAR_FROM: Final = timedelta(days=183)
_MIDNIGHT: Final = time(0)
_WEEK: Final = timedelta(days=7)
_TOLD: Final = re.compile(
    r"(?:[a-z]+\.? )?(?P<starts>[01]?\d|2[0-4])(?:[.:](?P<starts_minutes>[0-5]\d))?"
    r"(?:–(?P<ends>[01]?\d|2[0-4])(?:[.:](?P<ends_minutes>[0-5]\d))?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From when to when, as clocks of the site's readers show it.

    Hours are None for whole days; ``ends`` also where the file does not say it. ``far`` is true where the year has
    to be said.
    """

    first: date
    last: date
    starts: time | None = None
    ends: time | None = None
    ends_on: date | None = None
    """The day on which ``ends`` is: that after ``last`` for an evening that ends after midnight."""
    far: bool = False

    @property
    def over_night(self) -> bool:
        """True where the day of the end has to be said."""
        return self.last > self.first

    @property
    def is_long(self) -> bool:
        """True for a week and more: of that the days are said and no hours."""
        return self.last - self.first >= _WEEK

    @property
    def key(self) -> tuple[date, bool, time]:
        """By what dates are sorted: whole days first."""
        return (self.first, self.starts is not None, self.starts or _MIDNIGHT)


def span_of(occurrence: Occurrence, asked: date | None = None) -> Span:
    """Return when an event date is; ``asked`` is the day on which the text is read.

    >>> span_of(calendar.of_event("konsertti")[0]).starts
    datetime.time(18, 0)
    """
    starts, ends = occurrence.starts_local, occurrence.ends_local
    known = isinstance(ends, datetime) and not occurrence.ends_assumed and ends != starts
    return Span(
        first=occurrence.first_day,
        last=occurrence.last_day,
        starts=starts.time() if isinstance(starts, datetime) else None,
        ends=ends.time() if known and isinstance(ends, datetime) else None,
        ends_on=ends.date() if known and isinstance(ends, datetime) else None,
        far=asked is not None and occurrence.first_day - asked > YEAR_FROM,
    )


def hours(span: Span, lang: Language) -> str:
    """Return what stands under a heading that has the day: hours, ``""`` for a whole day, else the whole span.

    >>> hours(span_of(calendar.of_event("konsertti")[0]), lang)
    'klo 18–20'
    """
    if span.over_night:
        return dated(span, lang)
    return "" if span.starts is None else at(span.starts, span.ends, lang)


def hours_or_all_day(span: Span, lang: Language) -> str:
    """Return the hours, that it is all day, or the whole span, as the ledger has them.

    >>> hours_or_all_day(span_of(calendar.of_event("konsertti")[0]), lang)
    'klo 18–20'
    """
    return hours(span, lang) or lang.say("all day")


def told_hours(words: str, lang: Language) -> str:
    """Return hours that were told, perhaps in another language, in this one.

    >>> told_hours("18:00–20:30", lang)
    'klo 18–20.30'
    """
    found = _TOLD.fullmatch(words)
    if found is None:
        return words
    starts, ends = (_time(found[part], found[f"{part}_minutes"]) for part in ("starts", "ends"))
    return at(starts, ends, lang) if starts is not None else words


def _time(hour: str | None, minutes: str | None) -> time | None:
    return time(int(hour) % 24, int(minutes or 0)) if hour is not None else None


def dated(span: Span, lang: Language) -> str:
    """Return the day with its weekday in short, and the hours.

    >>> dated(span_of(calendar.of_event("konsertti")[0]), lang)
    'la 20.3. klo 18–20'
    """
    one = day if span.far else day_of_year
    if not span.over_night:
        return _with_hours(one(span.first, lang), span, lang)
    if span.starts is None or span.is_long:
        return _several(span, lang)
    return _from_to(one(span.first, lang), one(_end_day(span), lang), span, lang)


def in_words(span: Span, lang: Language) -> str:
    """Return the day with its weekday in full, and the hours.

    >>> in_words(span_of(calendar.of_event("konsertti")[0]), lang)
    'lauantaina 20.3. klo 18–20'
    """
    words = lang.tongue.texts
    if not span.over_night:
        return _with_hours(on_day(span.first, lang, far=span.far), span, lang)
    if span.is_long:
        return _several(span, lang)
    if span.starts is None:
        first, last = words.weekdays_from[span.first.weekday()], words.weekdays_until[span.last.weekday()]
        numbers = days_of_year(span.first, span.last, lang)
        return f"{first} {last} {numbers}"
    last = on_day(_end_day(span), lang, far=span.far)
    return _from_to(on_day(span.first, lang, far=span.far), last, span, lang)


def aloud(span: Span, lang: Language) -> str:
    """Return what is read aloud: the weekday and when it starts.

    >>> aloud(span_of(calendar.of_event("konsertti")[0]), lang)
    'lauantaina kello 18'
    """
    words = lang.tongue.texts
    if span.starts is not None:
        return f"{words.weekdays_aloud[span.first.weekday()]} {words.clock_aloud} {clock(span.starts, lang)}"
    if span.over_night and not span.is_long:
        return f"{words.weekdays_from[span.first.weekday()]} {words.weekdays_until[span.last.weekday()]}"
    return words.weekdays_aloud[span.first.weekday()]


def aloud_with_day(span: Span, lang: Language) -> str:
    """Return what is read aloud of another day than that of the other news: the day, and when it starts.

    >>> aloud_with_day(span_of(calendar.of_event("konsertti")[0]), lang)
    'lauantaina 20.3. kello 18'
    """
    if span.starts is None or span.is_long:
        return in_words(span, lang)
    words = lang.tongue.texts
    return f"{on_day(span.first, lang, far=span.far)} {words.clock_aloud} {clock(span.starts, lang)}"


def heading(when: date, lang: Language, *, far: bool = False) -> str:
    """Return a day as the heading of those that are on it.

    >>> heading(date(2027, 5, 24), lang)
    'Maanantai 24.5.'
    """
    name = lang.tongue.weekdays[when.weekday()]
    return f"{name[:1].upper()}{name[1:]} {plain_day(when, lang) if far else plain(when, lang)}"


def plain(when: date, lang: Language) -> str:
    """Return a day without its weekday and year.

    >>> plain(date(2027, 5, 19), lang)
    '19.5.'
    """
    return lang.say("{day} {month}", day=when.day, month=month_of_list(when.month, lang))


def numbers(span: Span, lang: Language) -> str:
    """Return the days in numbers alone: that of the start where an hour stands between the two.

    >>> numbers(span_of(calendar.of_event("konsertti")[0]), lang)
    '20.3.'
    """
    if span.over_night and (span.starts is None or span.is_long):
        return days_of_year(span.first, span.last, lang)
    return plain(span.first, lang)


def with_weekday(when: date | datetime, lang: Language) -> str:
    """Return a day with its weekday in short, and the hour where there is one.

    >>> with_weekday(datetime(2027, 5, 26, 12), lang)
    'ke 26.5. klo 12'
    """
    if isinstance(when, datetime):
        return on(day_of_year(when.date(), lang), clock(when.time(), lang), lang)
    return day_of_year(when, lang)


def on_day(when: date, lang: Language, *, far: bool = False) -> str:
    """Return a day with its weekday in full, as it stands in a sentence.

    >>> on_day(date(2027, 5, 29), lang)
    'lauantaina 29.5.'
    """
    numbers = plain_day(when, lang) if far else lang.say("{day} {month}", day=when.day, month=month(when.month, lang))
    return f"{lang.tongue.texts.weekdays_on[when.weekday()]} {numbers}"


def _with_hours(words: str, span: Span, lang: Language) -> str:
    if span.starts is None:
        return words
    return on(words, numbers_of(span.starts, span.ends, lang), lang)


def _several(span: Span, lang: Language) -> str:
    return days(span.first, span.last, lang) if span.far else _short_days(span, lang)


def _short_days(span: Span, lang: Language) -> str:
    numbers = days_of_year(span.first, span.last, lang)
    if span.is_long:
        return numbers
    short = lang.tongue.weekdays_in_dates
    return f"{short[span.first.weekday()]}–{short[span.last.weekday()]} {numbers}"


def _end_day(span: Span) -> date:
    """Return the day of the end: the midnight that ends an evening is the evening's."""
    return span.last if span.ends_on is None or span.ends == _MIDNIGHT else span.ends_on


def _from_to(first: str, last: str, span: Span, lang: Language) -> str:
    opening = on(first, clock(span.starts or _MIDNIGHT, lang), lang)
    if span.ends is None:
        return f"{opening} – {last}"
    closing = lang.say("{hour}:00", hour=24) if span.ends == _MIDNIGHT else clock(span.ends, lang)
    return f"{opening} – {on(last, closing, lang)}"
