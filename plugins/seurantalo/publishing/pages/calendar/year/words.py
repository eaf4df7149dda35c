"""A year in words: how much is on, which weeks are full, when it is quiet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from seurantalo.language.catalogue import Language
from seurantalo.planner.year import Silence, Week, WeekLoad, YearLoad
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext

#: Weeks of equal fullness that a sentence names; more are counted.
MOST_NAMED = 3
#: Silences that are told, longest first.
MOST_SILENCES = 3
#: A silence whose middle is this near to a change of months is named by it.
_NEAR_TURN = 6
_ONE_DAY = timedelta(days=1)


def short_days(ctx: PageContext, first: date, last: date) -> str:
    """Return days of a year that is known: ``la 12.6.``, ``14.–20.6.``, ``26.6.–18.7.``."""
    return wording.days_of_year(first, last, ctx.lang)


def week_words(ctx: PageContext, week: Week) -> str:
    """Return a week by number and days: ``Viikko 24, 14.–20.6.``."""
    return ctx.lang.say("Week {week}, {days}", week=week.number, days=short_days(ctx, week.first, week.last))


def week_anchor(week: Week) -> str:
    """Return the anchor of a week in the list of weeks."""
    return f"v-{week.first.isoformat()}"


@cache
def events_counted(number: int, lang: Language) -> str:
    """Return a number of events: ``4 tapahtumaa``."""
    return lang.count("{n} event", "{n} events", number)


@cache
def meetings_counted(number: int, lang: Language) -> str:
    """Return a number of dates of weekly groups: ``21 kerhokertaa``."""
    return lang.count("{n} meeting of weekly groups", "{n} meetings of weekly groups", number)


@cache
def amount(events: int, routine: int, lang: Language) -> str:
    """Return how much is on in a week: ``4 tapahtumaa ja 21 kerhokertaa``."""
    if not routine:
        return events_counted(events, lang)
    groups = meetings_counted(routine, lang)
    return lang.listed([events_counted(events, lang), groups]) if events else groups


def year_sentences(ctx: PageContext, load: YearLoad) -> tuple[str, ...]:
    """Return what there is to say of a year, the most important first."""
    if not load.events and load.year < ctx.today.year:
        return (ctx.lang.say("The calendar knows of no events in this year."),)
    if not load.events:
        return (ctx.lang.say("No events yet: the whole year is free."),)
    count = ctx.lang.count
    events = len(load.events)
    found = [count("The year has {n} event.", "The year has {n} events.", events)]
    if busiest := load.busiest:
        found.append(busiest_sentence(ctx, busiest))
    quiet = sorted(load.silences, key=lambda one: (-one.days, one.first))[:1]
    if quiet:
        found.append(ctx.lang.say("{time} is quiet.", time=silence_name(ctx, quiet[0])))
    elif (calmest := load.calmest) is not None and not calmest.events:
        found.append(ctx.lang.say("Week {week} has no events.", week=calmest.week.number))
    elif calmest is not None:
        found.append(
            count(
                "The calmest is week {week}: {n} event.",
                "The calmest is week {week}: {n} events.",
                calmest.events,
                week=calmest.week.number,
            )
        )
    return tuple(found)


def busiest_sentence(ctx: PageContext, weeks: Sequence[WeekLoad]) -> str:
    """Return which week is the fullest, or which are equally full."""
    count, events = ctx.lang.count, weeks[0].events
    if len(weeks) == 1:
        return count(
            "Week {week} is the fullest of the year: {n} event.",
            "Week {week} is the fullest of the year: {n} events.",
            events,
            week=weeks[0].week.number,
        )
    if len(weeks) == 2:
        return count(
            "Weeks {first} and {last} are the fullest of the year: {n} event in both.",
            "Weeks {first} and {last} are the fullest of the year: {n} events in both.",
            events,
            first=weeks[0].week.number,
            last=weeks[1].week.number,
        )
    if len(weeks) <= MOST_NAMED:
        named = ctx.lang.listed([str(week.week.number) for week in weeks])
        return count(
            "Weeks {weeks} are the fullest of the year: {n} event in each.",
            "Weeks {weeks} are the fullest of the year: {n} events in each.",
            events,
            weeks=named,
        )
    return count(
        "{weeks} weeks are equally full: {n} event in each.",
        "{weeks} weeks are equally full: {n} events in each.",
        events,
        weeks=len(weeks),
    )


def silences(ctx: PageContext, load: YearLoad) -> tuple[tuple[str, Silence], ...]:
    """Return the longest silences with their names, in order of the year."""
    longest = sorted(load.silences, key=lambda one: (-one.days, one.first))[:MOST_SILENCES]
    return tuple((silence_name(ctx, one), one) for one in sorted(longest, key=lambda one: one.first))


def silence_name(ctx: PageContext, silence: Silence) -> str:
    """Return a silence by what people call that time: ``Marraskuun alku``, ``Marras- ja joulukuun vaihde``."""
    first, last = silence.first, silence.last
    say, months = ctx.lang.say, ctx.lang.months
    if silence.days >= 365:
        return say("The whole year")
    # The first whole month, and the one after the last, counted from 0.
    begin, end = first.month - (first.day == 1), last.month - ((last + _ONE_DAY).day != 1)
    if end - begin > 1:
        return _capital(say("The time from {first} to {last}", first=months[begin], last=months[end - 1]))
    if end - begin == 1:
        return _capital(months[begin])
    middle = first + (last - first) // 2
    turn = (middle + timedelta(days=15)).replace(day=1)
    if abs((turn - middle).days) <= _NEAR_TURN and first < turn <= last:
        before = turn - timedelta(days=1)
        stem = ctx.lang.tongue.month_stems[before.month - 1]
        return _capital(say("the turn of {first} and {last}", first=stem, last=months[turn.month - 1]))
    month = months[middle.month - 1]
    if middle.day <= 10:
        return _capital(say("the beginning of {month}", month=month))
    if middle.day <= 20:
        return _capital(say("the middle of {month}", month=month))
    return _capital(say("the end of {month}", month=month))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
