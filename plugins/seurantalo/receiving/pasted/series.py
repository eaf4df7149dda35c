"""An event that repeats: its first day, its hours and its rule."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any, Final

from seurantalo.receiving.pasted.dates import Group, month_of
from seurantalo.receiving.pasted.found import Found, moment_of
from seurantalo.receiving.pasted.hours import ROLES, end_of, is_of_other, main_hours
from seurantalo.receiving.pasted.level import Notice
from seurantalo.receiving.pasted.rhythm import Rhythm
from seurantalo.receiving.pasted.times import Hours

#: Of a break, in days.
_LONGEST_BREAK: Final = 100


def read_series(
    notice: Notice, rhythm: Rhythm, groups: list[Group], hours: list[Hours], today: date, found: Found
) -> None:
    """Read an event that repeats."""
    events = [group for group in groups if group.role == "event" and group.days]
    first = events[0] if events else None
    start = first.days[0] if first else today
    if first is not None and not rhythm.weekdays and rhythm.unit == "week":
        rhythm.weekdays = [start.weekday()]
    if rhythm.unit == "week" and not rhythm.weekdays:
        rhythm.doubts = True
    begins = rhythm.first(start)
    if first is None or first.doubts or (begins != start and not first.is_range):
        found.guessed.add("starts")
    if first is None or first.doubts:
        found.note("weekday" if first else "no-first-day")
    rule = _rule(notice, rhythm, groups, first, begins)
    own = (first.hours if first else []) or [one for one in hours if not is_of_other(groups, one)]
    main = main_hours(own)
    found.values["starts"] = moment_of(begins, main.starts if main else None)
    if main is not None and (ends := end_of(own, main)) is not None:
        found.values["ends"] = moment_of(begins + timedelta(days=ends <= main.starts), ends)
    found.values["repeats"] = rule
    found.spans["repeats"] = [rhythm.start, rhythm.end]
    found.spans["starts"] = [first.start, first.end] if first else [rhythm.start, rhythm.end]
    by_days = rhythm.unit == "day" and first is not None and first.is_range
    if rhythm.doubts and not by_days:
        found.guessed.add("repeats")
        if len({one.starts for one in own if one.role in ROLES}) > 1 and len(rhythm.weekdays) > 1:
            found.guessed.add("starts")
    if notice.has("left_out", notice.masked) and "skip_holidays" not in rule:
        found.guessed.add("repeats")
    if len(events) > 1:
        found.guessed |= {"starts", "repeats"}
        found.note("several-dates")


def _rule(notice: Notice, rhythm: Rhythm, groups: list[Group], first: Group | None, begins: date) -> dict[str, Any]:
    """Return the rule as a file has it: how often, how long, and without which days."""
    rule: dict[str, Any] = {"every": rhythm.every}
    if rhythm.unit in ("week", "month") and rhythm.weekdays:
        rule["on"] = rhythm.on
    until = [group for group in groups if group.role == "until" and group.days]
    if first is not None and first.is_range:
        rule["until"] = first.days[-1].isoformat()
    elif until and until[0].days[0] > begins:
        rule["until"] = until[0].days[0].isoformat()
    else:
        _bound(notice, begins, rule)
    left_out = [day for group in groups if group.role == "except" for day in _left_out(group, rhythm)]
    if left_out:
        rule["except"] = [day.isoformat() for day in left_out]
    if notice.has("holidays", notice.low):
        rule["skip_holidays"] = True
    return rule


def _left_out(group: Group, rhythm: Rhythm) -> list[date]:
    """Return the days that are left out; of a range those on which it would be."""
    days = group.days
    if not group.is_range or len(days) < 2:
        return days
    count = min((days[1] - days[0]).days, _LONGEST_BREAK)
    return [day for n in range(count + 1) if rhythm.fits(day := days[0] + timedelta(days=n))]


def _bound(notice: Notice, begins: date, rule: dict[str, Any]) -> None:
    """Read how long it goes on: a number of times, or the end of a month."""
    match = notice.pattern("count").search(notice.masked)
    if match:
        rule["count"] = int(match["count"])
        return
    match = notice.pattern("month_end").search(notice.masked)
    if match:
        month = month_of(notice, match["before"] or match["behind"])
        if month:
            year = begins.year + (month < begins.month)
            rule["until"] = date(year, month, monthrange(year, month)[1]).isoformat()
