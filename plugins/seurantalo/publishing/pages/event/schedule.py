"""schema.org/Schedule: the rules of an event, and the dates that are not as a rule says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from seurantalo.model.event import Event
from seurantalo.model.record import day_of
from seurantalo.model.recurrence import Frequency, Repetition
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.rule import rule_days

_SCHEMA: Final = "https://schema.org/"
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PERIODS: Final = {Frequency.DAILY: "D", Frequency.WEEKLY: "W", Frequency.MONTHLY: "M", Frequency.YEARLY: "Y"}


def schedules(event: Event, dates: Sequence[Occurrence], zone: str) -> list[dict[str, Any]]:
    """Return a Schedule for each rule of an event, then one for each date that no rule gives.

    ``dates`` are all of the event's, ``zone`` is that of the site's readers, in which single dates are told. At least
    one Schedule of an event that repeats and has dates.
    """
    found: list[dict[str, Any]] = []
    for number, rule in enumerate(event.repetitions):
        given = [one for one in dates if one.rule == number]
        if not rule.rule.by_hand:
            found.append(_of_rule(rule, event.timezone, given))
        others = [one for one in given if not one.cancelled and (rule.rule.by_hand or _is_other(one))]
        found += [_alone(one) | {"scheduleTimezone": zone} for one in others]
    return found


def _is_other(one: Occurrence) -> bool:
    """Tell whether a date is not where its rule puts it."""
    return one.extra or one.starts_in_zone != one.recurrence_id


def _of_rule(repetition: Repetition, zone: str, dates: Sequence[Occurrence]) -> dict[str, Any]:
    """Return a rule as far as the terms reach; what it gives and is not held then is an ``exceptDate``."""
    rule, starts, ends = repetition.rule, repetition.starts, repetition.ends
    found: dict[str, Any] = {
        "@type": "Schedule",
        "repeatFrequency": f"P{rule.interval}{_PERIODS[rule.frequency]}",
        "scheduleTimezone": zone,
        "startDate": day_of(starts).isoformat(),
    }
    if isinstance(starts, datetime):
        found["startTime"] = starts.time().isoformat()
        if isinstance(ends, datetime) and ends - starts < timedelta(days=1):
            found["endTime"] = ends.time().isoformat()
    if rule.by_weekday:
        if rule.frequency is Frequency.MONTHLY and all(day.nth for day in rule.by_weekday):
            short = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
            found["byDay"] = [f"{day.nth}{short[day.day]}" for day in rule.by_weekday]
        else:
            found["byDay"] = [f"{_SCHEMA}{_DAYS[day.day]}" for day in rule.by_weekday]
    if rule.by_month_day:
        found["byMonthDay"] = list(rule.by_month_day)
    if rule.by_month:
        found["byMonth"] = list(rule.by_month)
    if rule.count:
        found["repeatCount"] = rule.count
    by_rule = [day_of(one.recurrence_id) for one in dates if not one.extra]
    if rule.until or by_rule:
        found["endDate"] = (rule.until or max(by_rule)).isoformat()
    if by_rule:
        held = {day_of(one.recurrence_id) for one in dates if not (one.cancelled or _is_other(one))}
        given = {*by_rule, *rule.exclude, *rule_days(rule, day_of(starts), max(by_rule))}
        if left_out := sorted(given - held):
            found["exceptDate"] = [day.isoformat() for day in left_out]
    return found


def _alone(one: Occurrence) -> dict[str, Any]:
    """Return a date that no rule gives as a Schedule of its own."""
    day = one.first_day.isoformat()
    own: dict[str, Any] = {"@type": "Schedule", "startDate": day, "endDate": day}
    if isinstance(one.starts_local, datetime) and isinstance(one.ends_local, datetime):
        own["startTime"] = one.starts_local.time().isoformat()
        if not one.ends_assumed and one.first_day == one.last_day:
            own["endTime"] = one.ends_local.time().isoformat()
    return own
