"""A recurrence rule in the plain words of an event file, where there are words for it; else as a rule."""

from __future__ import annotations

from seurantalo.language import Tongue
from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday


def in_words(recurrence: Recurrence, starts: Moment, tongue: Tongue) -> tuple[str, tuple[str, ...]] | None:
    """Return what ``joka`` and ``päivinä`` say of a rule in a language; None where only a rule can say it."""
    words = tongue.repetition
    stretches = {
        Frequency.DAILY: words.day,
        Frequency.WEEKLY: words.week,
        Frequency.MONTHLY: words.month,
        Frequency.YEARLY: words.year,
    }
    one, many, *_ = stretches[recurrence.frequency]
    every = one if recurrence.interval == 1 else f"{recurrence.interval} {many}"
    days: tuple[str, ...] | None = None
    if recurrence.frequency is Frequency.YEARLY:
        days = () if _is_own_day(recurrence, starts) else None
    elif recurrence.by_month:
        days = None
    elif recurrence.frequency is Frequency.MONTHLY:
        days = _of_month(recurrence, starts, tongue)
    elif recurrence.by_month_day or recurrence.by_set_position or any(day.nth for day in recurrence.by_weekday):
        days = None
    elif recurrence.frequency is Frequency.DAILY:
        days = None if recurrence.by_weekday else ()
    else:
        days = _of_week(recurrence, starts, tongue)
        if days == tongue.weekdays_in_dates[:5] and recurrence.interval == 1:
            return words.workday[0], ()
    return None if days is None else (every, days)


def _of_week(recurrence: Recurrence, starts: Moment, tongue: Tongue) -> tuple[str, ...] | None:
    days = {day.day for day in recurrence.by_weekday} or {starts.weekday()}
    if len(days) > 1 and recurrence.interval > 1 and recurrence.week_start:
        return None  # which week a day belongs to depends on where weeks begin
    return () if days == {starts.weekday()} else tuple(tongue.weekdays_in_dates[day] for day in sorted(days))


def _is_own_day(recurrence: Recurrence, starts: Moment) -> bool:
    """Tell whether a yearly rule means the day of the start, and nothing else."""
    if recurrence.by_weekday or recurrence.by_set_position:
        return False
    if not recurrence.by_month:
        # Days without a month would be days of every month (RFC 5545, 3.3.10).
        return not recurrence.by_month_day
    return recurrence.by_month == (starts.month,) and recurrence.by_month_day in ((), (starts.day,))


def _of_month(recurrence: Recurrence, starts: Moment, tongue: Tongue) -> tuple[str, ...] | None:
    weekdays = recurrence.by_weekday
    if len(recurrence.by_set_position) == 1 and len(weekdays) == 1 and not recurrence.by_month_day:
        # BYDAY=SU;BYSETPOS=-1 is what Outlook writes for BYDAY=-1SU.
        weekdays = () if weekdays[0].nth else (Weekday(weekdays[0].day, recurrence.by_set_position[0]),)
        if not weekdays:
            return None
    elif recurrence.by_set_position:
        return None
    if recurrence.by_month_day:
        if weekdays:
            return None
        if recurrence.by_month_day == (starts.day,):
            return ()
        last = f"{tongue.repetition.ordinals[-1][0]} {tongue.repetition.of_month[-1]}"
        return tuple(f"{day}." if day > 0 else last if day == -1 else str(day) for day in recurrence.by_month_day)
    if any(not (-5 <= day.nth <= 5 and day.nth) for day in weekdays):
        return None
    last = tongue.repetition.ordinals[-1][0]
    return tuple(
        f"{last if day.nth == -1 else f'{day.nth}.'} {tongue.weekdays_in_dates[day.day]}" for day in weekdays
    )
