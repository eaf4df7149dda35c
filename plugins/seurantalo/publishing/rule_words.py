"""How an event repeats, in words: only what is true of all the dates that it has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from seurantalo.language.catalogue import Language
from seurantalo.language.dates import day_of_year, hours, on, plain_day, plain_days
from seurantalo.model.event import Event
from seurantalo.model.record import day_of
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, Weekday
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.wording import last_day

__all__ = ["goes_on", "recurrence_words"]

_WORKDAYS: Final = (0, 1, 2, 3, 4)
#: Rules by which 29 February comes in every leap year.
_LEAP_INTERVALS: Final = (1, 2, 4)
#: Days from one leap day to the next (but for 2100).
_FROM_LEAP_DAY: Final = 1461
#: The most days from one date of a rule to the next.
_LONGEST: Final = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 31, Frequency.YEARLY: 366}
#: How often something is: each time, every other time, after a number of them.
RHYTHMS: Final = {
    "day": ("every day", "every other day", "every {n} days"),
    "weekday": ("every {weekday}", "every other {weekday}"),
    "week": ("{weekdays}", "every other week, {weekdays}", "every {n} weeks, {weekdays}"),
    "month": ("{days} of the month", "every other month, {days}", "every {n} months, {days}"),
    "year": ("every year", "every other year", "every {n} years"),
}
#: Days of the week, Monday first, on each of which something is.
REPEATED: Final = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
#: Which of a month a weekday is.
NTH: Final = {
    0: "every {weekday}",
    1: "the first {weekday}",
    2: "the second {weekday}",
    3: "the third {weekday}",
    4: "the fourth {weekday}",
    5: "the fifth {weekday}",
    -1: "the last {weekday}",
    -2: "the second last {weekday}",
}
OTHER_NTH: Final = "{weekday} by its own rule"
#: How many dates that are left out are named.
_MOST_NAMED: Final = 4


def recurrence_words(event: Event, lang: Language, dates: Sequence[Occurrence] = ()) -> str:
    """Return how an event repeats, ``""`` where it does not: each of its rules, one after the other.

    ``dates`` are all that it has, in order. Where they follow no rule, or the smaller part of a rule, the words count
    them.

    >>> from dataclasses import replace
    >>> rule = Recurrence(frequency=Frequency.WEEKLY, interval=2, until=date(2027, 5, 29))
    >>> recurrence_words(replace(event, repeats=rule), lang)
    'joka toinen lauantai klo 18–20, 20.3.–29.5.2027'
    """
    told = [
        found
        for number, rule in enumerate(event.repetitions)
        if (found := _told(rule, [one for one in dates if one.rule == number], lang))
    ]
    if len({(one.last, one.ending) for one in told}) == 1 and all(one.rhythm for one in told):
        # "on Mondays at ten and on Thursdays at noon": what they have in common is said once.
        rhythm = lang.listed([one.rhythm for one in told])
        told = [_Told(rhythm, min(one.first for one in told), told[0].last, told[0].ending)]
    return "; ".join(_in_one(one, lang) for one in told)


class _Told(NamedTuple):
    """A rule in words: its rhythm, from when and until when it holds, what is said at the end."""

    rhythm: str
    first: date
    last: date | None
    ending: str


def _told(repetition: Repetition, dates: Sequence[Occurrence], lang: Language) -> _Told | None:
    rule = repetition.rule
    days = [one.first_day for one in dates]
    if rule.by_hand or (dates and not _is_true(repetition, dates)):
        return _Told("", min(days), max(days), _counted(days, lang)) if len(days) > 1 else None
    first = day_of(repetition.starts)
    words = _rule_words(rule, first, lang)
    if isinstance(repetition.starts, datetime):
        ends = repetition.ends
        same = isinstance(ends, datetime) and last_day(repetition.starts, ends) == first
        end = ends.time() if same and isinstance(ends, datetime) else None
        words = on(words, hours(repetition.starts.time(), end, lang), lang)
    counted = rule.count and days and not goes_on(repetition, dates)
    last = rule.until or (_last_by_rule(dates) if counted else None)
    ending = lang.say("not on public holidays") if rule.skip_holidays else ""
    known = last or (_last_by_rule(dates) if dates else date.max)
    left_out = _left_out([day for day in rule.exclude if day <= known], lang)
    return _Told(words, first, last, ", ".join(filter(None, (ending, left_out))))


def _last_by_rule(dates: Sequence[Occurrence]) -> date:
    """Return the last day that the rule gives, in the event's zone, be the date of that day moved or not."""
    return max(day_of(one.recurrence_id) for one in dates if not one.extra)


def _left_out(days: Sequence[date], lang: Language) -> str:
    """Return which dates of a rule are left out, or how many where they are more than one reads."""
    if not days:
        return ""
    if len(days) > _MOST_NAMED:
        return lang.count("{n} date left out", "{n} dates left out", len(days))
    in_one_year = len({one.year for one in days}) == 1
    named = [day_of_year(one, lang) if in_one_year else plain_day(one, lang) for one in sorted(days)]
    return lang.say("except {days}", days=lang.listed(named))


def _in_one(told: _Told, lang: Language) -> str:
    if not told.rhythm:
        return told.ending
    if told.last is not None:
        span = plain_days(told.first, max(told.first, told.last), lang)
    else:
        span = lang.say("from {date}", date=plain_day(told.first, lang))
    return ", ".join(filter(None, (told.rhythm, span, told.ending)))


def _is_true(repetition: Repetition, dates: Sequence[Occurrence]) -> bool:
    """Tell whether most of the dates are those of the rule, and the rule has most of its own.

    One date is no rhythm, unless the rule goes on when the calendar ends.
    """
    by_rule = sum(not one.extra and one.planned is None for one in dates)
    left_out = sum(by_rule and day <= _last_by_rule(dates) for day in repetition.rule.exclude)
    enough = by_rule > 1 or (by_rule == 1 and goes_on(repetition, dates))
    return enough and 2 * left_out < max(by_rule, 2) and len(dates) < 2 * by_rule


def goes_on(repetition: Repetition, dates: Sequence[Occurrence]) -> bool:
    """Tell whether a rule gives dates after those that the calendar knows.

    >>> rule = Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 5, 29))
    >>> goes_on(Repetition(starts=event.starts, ends=None, rule=rule), calendar.of_event("konsertti"))
    True
    """
    rule = repetition.rule
    if rule.count is not None:
        return not rule.skip_holidays and sum(not one.extra for one in dates) + len(rule.exclude) < rule.count
    if rule.until is None:
        return True
    first = day_of(repetition.starts)
    leap = (first.month, first.day) == (2, 29) and rule.frequency is Frequency.YEARLY
    longest = _FROM_LEAP_DAY if leap else _LONGEST[rule.frequency] * rule.interval
    return rule.until - _last_by_rule(dates) >= timedelta(days=longest)


def _counted(days: Sequence[date], lang: Language) -> str:
    times = lang.count("{n} time", "{n} times", len(days))
    return f"{times}, {plain_days(min(days), max(days), lang)}"


def _rule_words(rule: Recurrence, first: date, lang: Language) -> str:
    """Return what a rule says; of one for which there are no words, that it has its own."""
    words = ""
    if not rule.by_set_position:
        match rule.frequency:
            case Frequency.MONTHLY:
                words = _monthly(rule, first, lang)
            case Frequency.YEARLY:
                words = _yearly(rule, first, lang)
            case Frequency.DAILY if not (rule.by_month or rule.by_month_day or rule.by_weekday):
                words = _every("day", rule.interval, lang)
            case _ if not (rule.by_month or rule.by_month_day):
                if rule.frequency is Frequency.WEEKLY or rule.interval == 1:
                    words = _weekly(rule, first, lang)
    return words or lang.say("repeats by its own rule")


def _yearly(rule: Recurrence, first: date, lang: Language) -> str:
    """Return the words for a day that comes once a year; ``""`` where it may come more often."""
    weekdays = len(rule.by_weekday)
    if len(rule.by_month) > 1 or len(rule.by_month_day) > 1 or weekdays > 1:
        return ""
    if (rule.by_month_day and (weekdays or not rule.by_month)) or (weekdays and not rule.by_weekday[0].nth):
        return ""
    if (first.month, first.day) == (2, 29) and rule.by_month_day in ((), (29,)) and not weekdays:
        return lang.say("in leap years") if rule.interval in _LEAP_INTERVALS else ""
    return _every("year", rule.interval, lang)


def _every(unit: str, interval: int, lang: Language, **values: str) -> str:
    message = RHYTHMS[unit][min(interval, 3) - 1]
    # The days themselves say that they come each week, in whatever language.
    return values["weekdays"] if message == "{weekdays}" else lang.say(message, n=interval, **values)


def _weekly(rule: Recurrence, first: date, lang: Language) -> str:
    chosen = tuple(sorted({found.day for found in rule.by_weekday})) or (first.weekday(),)
    if len(chosen) == 1 and rule.interval <= 2:
        return _every("weekday", rule.interval, lang, weekday=lang.weekdays[chosen[0]])
    weekdays = (
        lang.say("Monday to Friday")
        if chosen == _WORKDAYS
        else lang.listed([lang.say(REPEATED[index]) for index in chosen])
    )
    return _every("week", rule.interval, lang, weekdays=weekdays)


def _monthly(rule: Recurrence, first: date, lang: Language) -> str:
    """Return the words for days of a month; ``""`` where there are none for them."""
    if rule.by_month or (rule.by_weekday and rule.by_month_day) or any(day < -1 for day in rule.by_month_day):
        return ""
    if rule.by_weekday:
        found = [_nth_weekday(chosen, lang) for chosen in rule.by_weekday]
    else:
        found = [
            lang.say("the last day") if number == -1 else lang.say("day {n}", n=number)
            for number in rule.by_month_day or (first.day,)
        ]
    return _every("month", rule.interval, lang, days=lang.listed(found))


def _nth_weekday(chosen: Weekday, lang: Language) -> str:
    return lang.say(NTH.get(chosen.nth, OTHER_NTH), weekday=lang.weekdays[chosen.day])
