"""When an event is, in words: its span and its hours."""

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
from seurantalo.model.record import Moment, day_of

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
    "weekday",
    "when",
]

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
