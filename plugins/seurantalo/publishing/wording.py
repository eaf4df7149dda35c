"""Dates, times and repetition in words, as people of each language write them.

The patterns are messages of the catalogue (``pages_calendar.po``), so a language decides about its own order and
dots: ``ti 13.1.2027 klo 18–20``, ``Tue 13 January 2027, 18:00–20:00``.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.model.event import Event
from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday

_WORKDAYS: Final = (0, 1, 2, 3, 4)
_MIDNIGHT: Final = time(0)


@cache
def _pattern(lang: Language, message: str) -> str:
    return lang.say(message)


def _say(lang: Language, message: str, **values: object) -> str:
    """Return ``lang.say`` with each message looked up once: dates are the most frequent words of a site."""
    words = _pattern(lang, message)
    return words.format(**values) if values else words


def weekday(day: date, lang: Language) -> str:
    """Return a day of the week in two or three letters: ``ti``, ``Tue``."""
    index = day.weekday()
    return lang.weekdays[index][:3] if lang.code == "en" else lang.weekdays_short[index]


def month_short(month: int, lang: Language) -> str:
    """Return a month's name for a small place: ``tammi``, ``jan``, ``June``."""
    name = lang.months[month - 1]
    if lang.code == "fi":
        return name.removesuffix("kuu")
    return name if len(name) <= 4 else name[:3]


def month_title(year: int, month: int, lang: Language) -> str:
    """Return a month as a heading: ``Tammikuu 2027``."""
    return f"{lang.months[month - 1].capitalize()} {year}"


def _month(day: date, lang: Language) -> str:
    return lang.months[day.month - 1] if lang.code == "en" else str(day.month)


@cache
def day(when: date, lang: Language) -> str:
    """Return a day with its weekday and year: ``ti 13.1.2027``."""
    return _say(
        lang,
        "{weekday} {day} {month} {year}",
        weekday=weekday(when, lang),
        day=when.day,
        month=_month(when, lang),
        year=when.year,
    )


@cache
def day_of_year(when: date, lang: Language) -> str:
    """Return a day with its weekday, the year being known: ``ti 13.1.``."""
    return _say(lang, "{weekday} {day} {month}", weekday=weekday(when, lang), day=when.day, month=_month(when, lang))


@cache
def plain_day(when: date, lang: Language) -> str:
    """Return a day without its weekday: ``13.1.2027``."""
    return _say(lang, "{day} {month} {year}", day=when.day, month=_month(when, lang), year=when.year)


def days(first: date, last: date, lang: Language) -> str:
    """Return several days: ``pe–su 25.–27.6.2027``. A week or more goes without weekdays; one day is a day."""
    if first == last:
        return day(first, lang)
    return _range(first, last, lang, weekdays=last - first < timedelta(days=7))


def plain_days(first: date, last: date, lang: Language) -> str:
    """Return several days without weekdays: ``12.1.–25.5.2027``."""
    return plain_day(first, lang) if first == last else _range(first, last, lang, weekdays=False)


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
    return _say(
        lang,
        pattern,
        weekday=weekday(first, lang),
        day=first.day,
        month=_month(first, lang),
        year=first.year,
        last_weekday=weekday(last, lang),
        last_day=last.day,
        last_month=_month(last, lang),
        last_year=last.year,
    )


@cache
def clock(at: time, lang: Language) -> str:
    """Return a time of day as bare numbers: ``18``, ``18.30``, ``18:00``."""
    hour = f"{at.hour:02}" if lang.code == "en" else str(at.hour)
    if at.minute:
        return _say(lang, "{hour}:{minute}", hour=hour, minute=f"{at.minute:02}")
    return _say(lang, "{hour}:00", hour=hour)


@cache
def hours(starts: time, ends: time | None, lang: Language) -> str:
    """Return a span in one day as bare numbers: ``18–20``. Midnight at the end is 24."""
    first = clock(starts, lang)
    if ends is None:
        return first
    last = _say(lang, "{hour}:00", hour=24) if ends == _MIDNIGHT else clock(ends, lang)
    return f"{first}–{last}"


@cache
def at(starts: time, ends: time | None, lang: Language) -> str:
    """Return the hours that stand alone in a list: ``klo 18–20``."""
    return _say(lang, "{time}", time=hours(starts, ends, lang))


def _on(words: str, numbers: str, lang: Language) -> str:
    return _say(lang, "{date}, {time}", date=words, time=numbers)


def last_day(starts: Moment, ends: Moment | None) -> date:
    """Return the last local day of a span; the midnight that ends an evening belongs to the evening's day."""
    if ends is None:
        ends = starts
    if not isinstance(ends, datetime):
        return ends
    if ends.time() == _MIDNIGHT and isinstance(starts, datetime) and ends > starts:
        return ends.date() - timedelta(days=1)
    return ends.date()


def first_day(starts: Moment) -> date:
    """Return the local day on which something starts."""
    return starts.date() if isinstance(starts, datetime) else starts


def when(starts: Moment, ends: Moment | None, lang: Language) -> str:
    """Return a span in words.

    Datetimes are wall time with the end exclusive, dates are whole days with the last one included. Leave
    ``ends`` out where it was only assumed: ``ti 13.1.2027 klo 18``.
    """
    first, last = first_day(starts), last_day(starts, ends)
    if not isinstance(starts, datetime):
        return days(first, last, lang)
    end = ends.time() if isinstance(ends, datetime) and ends > starts else None
    if first == last or end is None:
        return _on(day(first, lang), hours(starts.time(), end, lang), lang)
    opening = (day_of_year if first.year == last.year else day)(first, lang)
    closing = _say(lang, "{hour}:00", hour=24) if end == _MIDNIGHT else clock(end, lang)
    return f"{_on(opening, clock(starts.time(), lang), lang)} – {_on(day(last, lang), closing, lang)}"


def hours_or_days(starts: Moment, ends: Moment | None, lang: Language) -> str:
    """Return what a list says beside the date: ``klo 18–20``, ``koko päivä``, or the days of a longer event."""
    if first_day(starts) != last_day(starts, ends):
        return when(starts, ends, lang)
    if not isinstance(starts, datetime):
        return _say(lang, "all day")
    return at(starts.time(), ends.time() if isinstance(ends, datetime) and ends > starts else None, lang)


def planned_and_held(planned: Moment, held: Moment, lang: Language) -> str:
    """Return ``suunniteltu 18.4.2018, pidetty 17.4.2018``; on one day the hours, which then differ."""
    first, second = first_day(planned), first_day(held)
    if first != second:
        words = plain_day(first, lang), plain_day(second, lang)
    else:
        words = when(planned, None, lang), when(held, None, lang)
    return lang.say("planned {planned}, held {held}", planned=words[0], held=words[1])


def recurrence_words(event: Event, lang: Language, last: date | None = None) -> str:
    """Return how an event repeats, ``""`` where it does not: ``joka toinen tiistai klo 18–19.30, 12.1.–25.5.2027``.

    ``last`` is the day of the last occurrence where the rule is bounded by a count.
    """
    rule = event.repeats
    if rule is None or event.starts is None:
        return ""
    words = _rule_words(rule, first_day(event.starts), lang)
    if isinstance(event.starts, datetime):
        same = isinstance(event.ends, datetime) and last_day(event.starts, event.ends) == event.starts.date()
        end = event.ends.time() if same and isinstance(event.ends, datetime) else None
        words = _on(words, hours(event.starts.time(), end, lang), lang)
    first = first_day(event.starts)
    last = (rule.until or last) if rule.until or rule.count else None
    if last is not None:
        words = f"{words}, {plain_days(first, max(first, last), lang)}"
    else:
        words = f"{words}, {_say(lang, 'from {date}', date=plain_day(first, lang))}"
    return f"{words}, {_say(lang, 'not on public holidays')}" if rule.skip_holidays else words


def _rule_words(rule: Recurrence, first: date, lang: Language) -> str:
    if rule.by_set_position:
        return _say(lang, "repeats by its own rule")
    if rule.frequency is Frequency.MONTHLY:
        return _monthly(rule, first, lang)
    if rule.frequency is Frequency.YEARLY:
        return _every(rule.interval, ("every year", "every other year", "every {n} years"), lang)
    if rule.frequency is Frequency.DAILY and not (rule.by_weekday and rule.interval == 1):
        return _every(rule.interval, ("every day", "every other day", "every {n} days"), lang)
    return _weekly(rule, first, lang)


def _every(interval: int, messages: tuple[str, str, str], lang: Language) -> str:
    return _say(lang, messages[min(interval, 3) - 1], n=interval)


def _weekly(rule: Recurrence, first: date, lang: Language) -> str:
    chosen = tuple(sorted({found.day for found in rule.by_weekday})) or (first.weekday(),)
    if len(chosen) == 1 and rule.interval <= 2:
        return _say(
            lang,
            "every {weekday}" if rule.interval == 1 else "every other {weekday}",
            weekday=lang.weekdays[chosen[0]],
        )
    repeated = (
        "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays",
    )  # fmt: skip
    weekdays = (
        _say(lang, "Monday to Friday")
        if chosen == _WORKDAYS
        else listed([_say(lang, repeated[index]) for index in chosen], lang)
    )
    if rule.interval == 1:
        return weekdays
    if rule.interval == 2:
        return _say(lang, "every other week, {weekdays}", weekdays=weekdays)
    return _say(lang, "every {n} weeks, {weekdays}", n=rule.interval, weekdays=weekdays)


def _monthly(rule: Recurrence, first: date, lang: Language) -> str:
    if rule.by_weekday:
        found = [_nth_weekday(chosen, lang) for chosen in rule.by_weekday]
    else:
        found = [
            _say(lang, "the last day") if number == -1 else _say(lang, "day {n}", n=number)
            for number in rule.by_month_day or (first.day,)
        ]
    chosen = listed(found, lang)
    if rule.interval == 1:
        return _say(lang, "{days} of the month", days=chosen)
    if rule.interval == 2:
        return _say(lang, "every other month, {days}", days=chosen)
    return _say(lang, "every {n} months, {days}", n=rule.interval, days=chosen)


def _nth_weekday(chosen: Weekday, lang: Language) -> str:
    messages = {
        0: "every {weekday}",
        1: "the first {weekday}",
        2: "the second {weekday}",
        3: "the third {weekday}",
        4: "the fourth {weekday}",
        5: "the fifth {weekday}",
        -1: "the last {weekday}",
        -2: "the second last {weekday}",
    }
    message = messages.get(chosen.nth, "{weekday} by its own rule")
    return _say(lang, message, weekday=lang.weekdays[chosen.day])


def listed(words: list[str], lang: Language) -> str:
    """Return words as a list in a sentence: ``a, b ja c``."""
    if len(words) < 2:
        return "".join(words)
    return _say(lang, "{first} and {last}", first=", ".join(words[:-1]), last=words[-1])
