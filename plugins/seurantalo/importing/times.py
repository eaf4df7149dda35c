"""When the events of foreign calendars are, and how they move from one clock to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeGuard
from zoneinfo import ZoneInfo

from seurantalo.importing.entry import Entry
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Recurrence


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
