"""The rules of channels and their due times in words: when it appears, what it covers, by when, and why by then."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from seurantalo.announcing.due import Due
from seurantalo.language import Language
from seurantalo.language.dates import clock, month, on, plain_day
from seurantalo.model.channel import (
    Channel,
    Covering,
    Covers,
    DeadlineRule,
)
from seurantalo.model.record import Moment, day_of
from seurantalo.planner.holidays import HolidayCalendar

#: Days of the week, Monday first, on each of which something is.
_EACH: Final = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_COVERS: Final = {
    Covering.UNTIL_NEXT: "until the next issue",
    Covering.NEXT_WEEK: "the week after",
    Covering.NEXT_MONTH: "the month after",
}
#: How many listed days are named.
_MOST_DAYS: Final = 12


def rule_text(rule: DeadlineRule, lang: Language) -> str:
    """Return a deadline's rule in the words of a language, whichever it is written in.

    >>> from datetime import time
    >>> from seurantalo.model.channel import InWeek
    >>> rule_text(DeadlineRule(InWeek(0, 1), time(12)), lang)
    'edellisen viikon maanantaina klo 12'
    """
    return rule.in_words(lang.tongue.deadlines)


def deadline_text(channel: Channel, lang: Language) -> str:
    """Return by when a channel wants its news: its rule, else the free words of its file; ``""`` without either.

    >>> from seurantalo.model.channel import ChannelType
    >>> from seurantalo.model import Text
    >>> from seurantalo.model.channel import SameDay
    >>> some = Channel(id="some", origin=event.origin, name=Text.plain("Some"), channel_type=ChannelType.SOCIAL,
    ...                deadline=DeadlineRule(SameDay()))
    >>> deadline_text(some, lang)
    'samana päivänä'
    """
    return channel.deadline_words if channel.deadline is None else rule_text(channel.deadline, lang)


def appears_text(channel: Channel, lang: Language, today: date | None = None) -> str:
    """Return when a channel appears; of a list the days to come; ``""`` where it has no such days.

    >>> from seurantalo.model.channel import ChannelType
    >>> from seurantalo.model import Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 appears=(0, 3))
    >>> appears_text(paper, lang)
    'maanantaisin ja torstaisin'
    """
    if channel.appears:
        return lang.listed([lang.say(_EACH[day]) for day in channel.appears])
    days = [one.appears for one in channel.issues if today is None or one.appears >= today][:_MOST_DAYS]
    return lang.listed([plain_day(day, lang) for day in days])


def covers_text(covers: Covers, lang: Language) -> str:
    """Return which days an issue tells about.

    >>> covers_text(Covers(Covering.WEEKDAYS, 4, 6), lang), covers_text(Covers(Covering.NEXT_WEEK), lang)
    ('pe–su', 'seuraava viikko')
    """
    if covers.what is not Covering.WEEKDAYS:
        return lang.say(_COVERS[covers.what])
    short = lang.tongue.weekdays_in_dates
    return short[covers.first] if covers.first == covers.last else f"{short[covers.first]}–{short[covers.last]}"


def moment_text(moment: Moment, lang: Language, *, year: bool = False) -> str:
    """Return by when, with the weekday in full; ``year`` where it is not known from elsewhere.

    >>> moment_text(datetime(2027, 5, 17, 12), lang), moment_text(date(2028, 1, 3), lang, year=True)
    ('maanantaina 17.5. klo 12', 'maanantaina 3.1.2028')
    """
    day = day_of(moment)
    numbers = plain_day(day, lang) if year else _numbers(day, lang)
    words = f"{lang.tongue.texts.weekdays_on[day.weekday()]} {numbers}"
    return on(words, clock(moment.time(), lang), lang) if isinstance(moment, datetime) else words


def due_text(due: Due, lang: Language, *, year: bool = False) -> str:
    """Return a due time, and why it is not on the day that the rule gives.

    >>> due_text(Due(datetime(2027, 5, 5, 12), date(2027, 5, 6), "Ascension Day"), lang)
    'keskiviikkona 5.5. klo 12, koska torstai on helatorstai'
    >>> due_text(Due(date(2027, 5, 7), date(2027, 5, 9)), lang)
    'perjantaina 7.5., koska 9.5. on sunnuntai'
    """
    words = moment_text(due.at, lang, year=year)
    reason = moved_text(due, lang)
    return lang.say("{due}, {reason}", due=words, reason=reason) if reason else words


def moved_text(due: Due, lang: Language) -> str:
    """Return why a due time is not on the day that the rule gives; ``""`` where it is.

    >>> moved_text(Due(date(2027, 3, 25), date(2027, 3, 29), "Easter Monday"), lang)
    'koska maanantai on toinen pääsiäispäivä'
    """
    day = due.moved_from
    if day is None:
        return ""
    weekday = lang.tongue.weekdays[day.weekday()]
    if due.holiday is None:
        return lang.say("because {day} is a {weekday}", weekday=weekday, day=_numbers(day, lang))
    name = HolidayCalendar(lang.code).name(day) or due.holiday
    return lang.say("because {weekday} is {holiday}", weekday=weekday, holiday=_inside(name, lang))


def _numbers(day: date, lang: Language) -> str:
    return lang.say("{day} {month}", day=day.day, month=month(day.month, lang))


def _inside(name: str, lang: Language) -> str:
    """Return a holiday's name as it stands inside a sentence."""
    keeps = name.startswith(lang.tongue.texts.capital_holidays)
    return name if keeps else f"{name[:1].lower()}{name[1:]}"
