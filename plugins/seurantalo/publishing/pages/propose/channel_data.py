"""What the form has to know of channels: who gets an event unasked, in which issue, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import orjson

from seurantalo.announcing.due import due_of, is_always_open
from seurantalo.announcing.issues import Issue, comes_out, issues_appearing, issues_between
from seurantalo.model.channel import (
    Before,
    Channel,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    MonthBefore,
    SameDay,
    WeekdayBefore,
)
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.publishing.addresses import PROPOSE_DATA
from seurantalo.publishing.pages.propose.sheets import EPOCH
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File

#: So far ahead people write of events with a channel in mind; and an issue may appear so long before what it tells.
_AHEAD: Final = timedelta(days=400)
_BEHIND: Final = timedelta(days=70)


def channel_data(ctx: PageContext) -> Iterator[File]:
    """Yield the one file; none where a site has no channels."""
    channels = ctx.community.channels
    if channels:
        holidays = HolidayCalendar()
        first, last = ctx.today - _BEHIND, ctx.today + _AHEAD
        span = (first + timedelta(days=n) for n in range(-120, (last - first).days))
        content = {
            "holidays": [_number(day) for day in span if holidays.is_holiday(day)],
            "channels": {name: channel_row(one, first, last, holidays) for name, one in sorted(channels.items())},
        }
        yield File(f"{PROPOSE_DATA}kanavat.json", orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE))


def channel_row(channel: Channel, first: date, last: date, holidays: HolidayCalendar) -> dict[str, Any]:
    """Return what the browser has to know of a channel, with its issues between two days."""
    default = channel.default
    issues = None
    if comes_out(channel):
        known = {
            one.id: one
            for one in (*issues_appearing(channel, first, last), *issues_between(channel, first, last))
        }  # fmt: skip
        ordered = sorted(known.values(), key=lambda one: (one.day, one.id))
        issues = [_issue(one, holidays) for one in ordered]
    return {
        "municipalities": list(channel.municipalities),
        "usual": default is not None,
        "weights": [one.value for one in default.weights] if default is not None else [],
        "formats": [one.value for one in default.formats] if default is not None else [],
        "refuses": [one.value for one in channel.refuses],
        "open": is_always_open(channel),
        "days": bool(channel.appears or channel.issues),
        "rule": _rule(channel.deadline) if channel.deadline is not None else None,
        "said": channel.deadline_words,
        "issues": issues,
    }


def _issue(issue: Issue, holidays: HolidayCalendar) -> list[int | None]:
    """Return its day, the days that it tells about, and by when it wants news, where that follows from it alone."""
    rule = issue.channel.deadline
    listed = any(
        one.appears == issue.appears and one.deadline is not None
        for one in (*issue.channel.exceptions, *issue.channel.issues)
    )
    by_event = rule is not None and _anchor(rule) is DeadlineAnchor.EVENT
    due = due_of(issue, None, holidays) if listed or not by_event else None
    days = [_number(issue.day), _number(issue.first), _number(issue.last)]
    if due is None:
        return [*days, None, None]
    return [*days, _number(due.day), _minutes(due.at.time()) if isinstance(due.at, datetime) else None]


def _anchor(rule: DeadlineRule) -> DeadlineAnchor | None:
    return rule.day.anchor if isinstance(rule.day, Before | WeekdayBefore) else None


def _rule(rule: DeadlineRule) -> dict[str, Any]:
    found: dict[str, Any] = {"day": "", "count": 0, "weekday": 0, "of": "", "anchor": _anchor(rule) or ""}
    match rule.day:
        case Before(count, unit, _):
            found |= {"day": "before", "count": count, "of": unit.value}
        case InWeek(weekday, weeks_earlier):
            found |= {"day": "week", "count": weeks_earlier, "weekday": weekday}
        case WeekdayBefore(weekday, _):
            found |= {"day": "weekday", "weekday": weekday}
        case MonthBefore(day):
            found |= {"day": "month", "count": day or 0}
        case SameDay():
            found |= {"day": "same"}
    return found | {"at": _minutes(rule.at) if rule.at is not None else None}


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _number(day: date) -> int:
    return day.toordinal() - EPOCH
