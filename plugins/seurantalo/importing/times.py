"""When the events of foreign calendars are, and how they move from one clock to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeGuard
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.importing.entry import Entry
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Recurrence, Weekday

#: Every month has so many days.
_ALWAYS = 28


@dataclass(frozen=True, slots=True)
class Times:
    """When something is: wall times in ``zone``, or days, the last one included."""

    starts: Moment
    ends: Moment | None
    zone: ZoneInfo


def is_time(moment: Moment) -> TypeGuard[datetime]:
    """Tell whether a moment has a time of day."""
    return isinstance(moment, datetime)


def between(later: Moment, earlier: Moment) -> timedelta:
    """Return the time from one moment to another; of days, or where one of them is a day, in days."""
    if is_time(later) and is_time(earlier):
        return later - earlier
    return day_of(later) - day_of(earlier)


def moved(times: Times, shift: timedelta, zone: ZoneInfo) -> Times:
    """Return times that are later by ``shift``, in a zone."""
    return Times(times.starts + shift, times.ends + shift if times.ends is not None else None, zone)


def shifted(rule: Recurrence, shift: timedelta) -> Recurrence:
    """Return a rule whose extra dates are later by ``shift``; days stay."""
    return replace(rule, include=tuple(one + shift if is_time(one) else one for one in rule.include))


def days_later(rule: Recurrence, days: int) -> Recurrence | None:
    """Return a rule whose days are ``days`` later; None where no rule can say that.

    An evening of one zone is the next morning in another, and so its rule's Monday is a Tuesday there.
    """
    if not days:
        return rule
    of_month = tuple(day + days for day in rule.by_month_day)
    if rule.by_month or rule.by_set_position or any(day.nth for day in rule.by_weekday):
        return None
    if any(not 1 <= day <= _ALWAYS or not 1 <= day - days <= _ALWAYS for day in of_month):
        return None
    return replace(
        rule,
        by_weekday=tuple(Weekday((one.day + days) % 7) for one in rule.by_weekday),
        by_month_day=of_month,
        week_start=(rule.week_start + days) % 7 if rule.by_weekday and rule.interval > 1 else rule.week_start,
        until=rule.until + timedelta(days=days) if rule.until is not None else None,
    )


def from_utc(entry: Entry, shift: timedelta, zone: ZoneInfo) -> Entry:
    """Return an entry of a series in UTC as its series is meant; a date that is moved by an hour is so in earnest."""
    again, starts, ends = entry.again, entry.starts, entry.ends
    if again is None or again.moment == starts.moment:
        starts, ends = starts.shifted(shift, zone), ends.shifted(shift, zone) if ends is not None else None
    return replace(
        entry,
        again=again.shifted(shift, zone) if again is not None else None,
        starts=starts,
        ends=ends,
        excluded=tuple(stamp.shifted(shift, zone) for stamp in entry.excluded),
        added=tuple(stamp.shifted(shift, zone) for stamp in entry.added),
    )


def clock(moment: Moment) -> str:
    """Return the time of day as people write it, of a day its date."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return f"{moment.hour}.{moment:%M}" if moment.minute else str(moment.hour)
