"""When an event is, in words: its span, its hours, and how it repeats."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.language.dates import (
    at,
    clock,
    day,
    day_of_year,
    days,
    days_of_year,
    hours,
    month_of_list,
    month_short,
    month_title,
    on,
    plain_day,
    plain_days,
    weekday,
)
from seurantalo.model.event import Event
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday

__all__ = [
    "at",
    "clock",
    "day",
    "day_of_year",
    "days",
    "days_of_year",
    "hours",
    "hours_or_days",
    "month_of_list",
    "month_short",
    "month_title",
    "plain_day",
    "plain_days",
    "planned_and_held",
    "recurrence_words",
    "weekday",
    "when",
]

_WORKDAYS: Final = (0, 1, 2, 3, 4)
_MIDNIGHT: Final = time(0)


def last_day(starts: Moment, ends: Moment | None) -> date:
    """Return the last local day of a span; the midnight that ends an evening belongs to the evening's day."""
    if ends is None:
        ends = starts
    if not isinstance(ends, datetime):
        return ends
    if ends.time() == _MIDNIGHT and isinstance(starts, datetime) and ends > starts:
        return ends.date() - timedelta(days=1)
    return ends.date()


def when(starts: Moment, ends: Moment | None, lang: Language) -> str:
    """Return a span in words.

    Datetimes are wall time with the end exclusive, dates are whole days with the last one included. ``ends`` is None
    where it was only assumed.

    >>> when(datetime(2027, 3, 20, 18), datetime(2027, 3, 20, 20), lang)
    'la 20.3.2027 klo 18–20'
    >>> when(date(2027, 3, 20), date(2027, 3, 21), lang)
    'la–su 20.–21.3.2027'
    """
    first, last = day_of(starts), last_day(starts, ends)
    if not isinstance(starts, datetime):
        return days(first, last, lang)
    end = ends.time() if isinstance(ends, datetime) and ends > starts else None
    if first == last or end is None:
        return on(day(first, lang), hours(starts.time(), end, lang), lang)
    opening = (day_of_year if first.year == last.year else day)(first, lang)
    closing = lang.say("{hour}:00", hour=24) if end == _MIDNIGHT else clock(end, lang)
    return f"{on(opening, clock(starts.time(), lang), lang)} – {on(day(last, lang), closing, lang)}"


def hours_or_days(starts: Moment, ends: Moment | None, lang: Language) -> str:
    """Return what a list says beside the date: the hours, that it is all day, or the days of a longer event.

    >>> hours_or_days(datetime(2027, 3, 20, 18), None, lang), hours_or_days(date(2027, 3, 20), None, lang)
    ('klo 18', 'koko päivä')
    """
    if day_of(starts) != last_day(starts, ends):
        return when(starts, ends, lang)
    if not isinstance(starts, datetime):
        return lang.say("all day")
    return at(starts.time(), ends.time() if isinstance(ends, datetime) and ends > starts else None, lang)


def planned_and_held(planned: Moment, held: Moment, lang: Language) -> str:
    """Return when something was planned and when it was held; on one day the hours, which then differ.

    >>> planned_and_held(date(2018, 4, 18), date(2018, 4, 17), lang)
    'suunniteltu 18.4.2018, pidetty 17.4.2018'
    """
    first, second = day_of(planned), day_of(held)
    if first != second:
        words = plain_day(first, lang), plain_day(second, lang)
    else:
        words = when(planned, None, lang), when(held, None, lang)
    return lang.say("planned {planned}, held {held}", planned=words[0], held=words[1])


def recurrence_words(event: Event, lang: Language, last: date | None = None) -> str:
    """Return how an event repeats, ``""`` where it does not.

    ``last`` is the day of the last occurrence where the rule is bounded by a count.

    >>> from dataclasses import replace
    >>> rule = Recurrence(frequency=Frequency.WEEKLY, interval=2, until=date(2027, 5, 29))
    >>> recurrence_words(replace(event, repeats=rule), lang)
    'joka toinen lauantai klo 18–20, 20.3.–29.5.2027'
    """
    rule = event.repeats
    if rule is None or event.starts is None:
        return ""
    words = _rule_words(rule, day_of(event.starts), lang)
    if isinstance(event.starts, datetime):
        same = isinstance(event.ends, datetime) and last_day(event.starts, event.ends) == event.starts.date()
        end = event.ends.time() if same and isinstance(event.ends, datetime) else None
        words = on(words, hours(event.starts.time(), end, lang), lang)
    first = day_of(event.starts)
    last = (rule.until or last) if rule.until or rule.count else None
    if last is not None:
        words = f"{words}, {plain_days(first, max(first, last), lang)}"
    else:
        words = f"{words}, {lang.say('from {date}', date=plain_day(first, lang))}"
    return f"{words}, {lang.say('not on public holidays')}" if rule.skip_holidays else words


def _rule_words(rule: Recurrence, first: date, lang: Language) -> str:
    if rule.by_set_position:
        return lang.say("repeats by its own rule")
    if rule.frequency is Frequency.MONTHLY:
        return _monthly(rule, first, lang)
    if rule.frequency is Frequency.YEARLY:
        return _every(rule.interval, ("every year", "every other year", "every {n} years"), lang)
    if rule.frequency is Frequency.DAILY and not (rule.by_weekday and rule.interval == 1):
        return _every(rule.interval, ("every day", "every other day", "every {n} days"), lang)
    return _weekly(rule, first, lang)


def _every(interval: int, messages: tuple[str, str, str], lang: Language) -> str:
    return lang.say(messages[min(interval, 3) - 1], n=interval)


def _weekly(rule: Recurrence, first: date, lang: Language) -> str:
    chosen = tuple(sorted({found.day for found in rule.by_weekday})) or (first.weekday(),)
    if len(chosen) == 1 and rule.interval <= 2:
        return lang.say(
            "every {weekday}" if rule.interval == 1 else "every other {weekday}",
            weekday=lang.weekdays[chosen[0]],
        )
    repeated = (
        "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays",
    )  # fmt: skip
    weekdays = (
        lang.say("Monday to Friday")
        if chosen == _WORKDAYS
        else lang.listed([lang.say(repeated[index]) for index in chosen])
    )
    if rule.interval == 1:
        return weekdays
    if rule.interval == 2:
        return lang.say("every other week, {weekdays}", weekdays=weekdays)
    return lang.say("every {n} weeks, {weekdays}", n=rule.interval, weekdays=weekdays)


def _monthly(rule: Recurrence, first: date, lang: Language) -> str:
    if rule.by_weekday:
        found = [_nth_weekday(chosen, lang) for chosen in rule.by_weekday]
    else:
        found = [
            lang.say("the last day") if number == -1 else lang.say("day {n}", n=number)
            for number in rule.by_month_day or (first.day,)
        ]
    chosen = lang.listed(found)
    if rule.interval == 1:
        return lang.say("{days} of the month", days=chosen)
    if rule.interval == 2:
        return lang.say("every other month, {days}", days=chosen)
    return lang.say("every {n} months, {days}", n=rule.interval, days=chosen)


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
    return lang.say(message, weekday=lang.weekdays[chosen.day])
