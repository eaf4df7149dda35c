"""How an event repeats, as a canonical value: in the words of the form, or as a rule where it has none."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, Weekday
from seurantalo.proposing.canonical import Value, is_empty, moment_text

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_STRETCHES: Final = {
    Frequency.DAILY: "day",
    Frequency.WEEKLY: "week",
    Frequency.MONTHLY: "month",
    Frequency.YEARLY: "year",
}
_ICAL_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def start_and_end(starts: Moment, ends: Moment | None) -> Value:
    """Return a date that was written by hand.

    >>> start_and_end(datetime(2027, 2, 3, 17), None)
    {'starts': '2027-02-03T17:00'}
    """
    return {"starts": moment_text(starts), **({"ends": moment_text(ends)} if ends is not None else {})}


def added_dates(rule: Recurrence) -> list[Value]:
    """Return the dates beside a rule.

    >>> added_dates(Recurrence(frequency=Frequency.WEEKLY, include=(date(2027, 2, 3),)))
    [{'starts': '2027-02-03'}]
    """
    ends = dict(rule.own_ends)
    return [start_and_end(each, ends.get(each)) for each in rule.include]


def rule_value(repetition: Repetition, *, several: bool) -> Value:
    """Return a rule in the words of the form, or as calendar apps write it where these have none for it."""
    rule, starts = repetition.rule, repetition.starts
    on = _on(rule, starts)
    found: dict[str, Value]
    if on is None:
        found = {"rule": as_rule(rule)}
    else:
        stretch = _STRETCHES[rule.frequency]
        found = {"every": stretch if rule.interval == 1 else f"{rule.interval} {stretch}s"}
        if on:
            found["on"] = on
    if several:
        found["starts"] = moment_text(starts)
        found["ends"] = moment_text(repetition.ends) if repetition.ends is not None else None
    found["until"] = moment_text(rule.until) if rule.until is not None else None
    found["count"] = rule.count
    found["except"] = [moment_text(day) for day in rule.exclude]
    found["also"] = added_dates(rule)
    found["skip_holidays"] = rule.skip_holidays
    return {name: value for name, value in found.items() if not is_empty(value)}


def _on(rule: Recurrence, starts: Moment) -> list[str] | None:
    """Return the days of a rule; none where it goes by its first date; None where the form has no words for it."""
    own_month = rule.by_month in ((), (starts.month,))
    if rule.by_set_position or (rule.by_weekday and rule.by_month_day):
        return None
    days = [_day(each) for each in rule.by_weekday] + [str(day) for day in rule.by_month_day]
    if rule.frequency is Frequency.YEARLY:
        own_day = not rule.by_weekday and rule.by_month_day in ((), (starts.day,))
        return [] if own_month and own_day and bool(rule.by_month) >= bool(rule.by_month_day) else None
    if rule.by_month or (rule.frequency is Frequency.DAILY and days):
        return None
    with_number = [bool(each.nth) for each in rule.by_weekday]
    if rule.frequency is Frequency.WEEKLY:
        weeks_matter = rule.interval > 1 and rule.week_start and len(days) > 1
        return None if any(with_number) or rule.by_month_day or weeks_matter else days
    return days if all(with_number) else None


def _day(weekday: Weekday) -> str:
    return f"{weekday.nth} {WEEKDAYS[weekday.day]}" if weekday.nth else WEEKDAYS[weekday.day]


def as_rule(rule: Recurrence) -> str:
    """Return the rule in RFC 5545's form (3.3.10), without its end."""
    words = [f"FREQ={rule.frequency}"]
    if rule.interval > 1:
        words.append(f"INTERVAL={rule.interval}")
    for name, values in (
        ("BYMONTH", rule.by_month),
        ("BYMONTHDAY", rule.by_month_day),
        ("BYDAY", tuple(f"{day.nth or ''}{_ICAL_DAYS[day.day]}" for day in rule.by_weekday)),
        ("BYSETPOS", rule.by_set_position),
    ):
        if values:
            words.append(f"{name}={','.join(map(str, values))}")
    if rule.week_start:
        words.append(f"WKST={_ICAL_DAYS[rule.week_start]}")
    return ";".join(words)
