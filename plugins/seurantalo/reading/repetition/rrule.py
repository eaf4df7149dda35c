"""Repetition as an RFC 5545 rule (3.3.10)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.reading.repetition.error import RepeatError

_ICAL_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY: Final = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)\Z")


def read_rule(text: str, zone: ZoneInfo, starts: Moment) -> Recurrence:
    """Return the recurrence of an RRULE value (RFC 5545, 3.3.10); raise RepeatError for what we do not carry."""
    rule = text.strip().removeprefix("RRULE:")
    parts: dict[str, str] = {}
    for part in filter(None, rule.upper().split(";")):
        name, _, value = part.partition("=")
        if not value or name in parts:
            raise RepeatError("rule-unreadable", found=part[:60])
        parts[name] = value
    try:
        frequency = Frequency(parts.pop("FREQ", ""))
    except ValueError:
        raise RepeatError("rule-frequency", found=text[:60]) from None
    by_weekday = tuple(_byday(value, text) for value in parts.pop("BYDAY", "").split(",") if value)
    until = parts.pop("UNTIL", "")
    count = parts.pop("COUNT", "")
    if until and count:
        raise RepeatError("until-and-count")
    recurrence = Recurrence(
        frequency=frequency,
        interval=_numbers(parts.pop("INTERVAL", "1"), 1, 99)[0],
        by_weekday=by_weekday,
        by_month_day=_numbers(parts.pop("BYMONTHDAY", ""), -31, 31),
        by_month=_numbers(parts.pop("BYMONTH", ""), 1, 12),
        by_set_position=_numbers(parts.pop("BYSETPOS", ""), -366, 366),
        week_start=_week_start(parts.pop("WKST", "MO")),
        until=_until(until, zone, starts) if until else None,
        count=_numbers(count, 1, 2_000)[0] if count else None,
    )
    if parts:
        raise RepeatError("rule-part", found=min(parts))
    return recurrence


def _byday(value: str, text: str) -> Weekday:
    match = _BYDAY.match(value)
    if match is None:
        raise RepeatError("rule-unreadable", found=text[:60])
    return Weekday(_ICAL_DAYS.index(match[2]), int(match[1] or 0))


def _numbers(text: str, low: int, high: int) -> tuple[int, ...]:
    values = []
    for part in filter(None, text.split(",")):
        if not re.fullmatch(r"[+-]?\d{1,4}", part) or not low <= int(part) <= high or int(part) == 0:
            raise RepeatError("rule-unreadable", found=part[:60])
        values.append(int(part))
    return tuple(values)


def _week_start(text: str) -> int:
    if text not in _ICAL_DAYS:
        raise RepeatError("rule-unreadable", found=text[:60])
    return _ICAL_DAYS.index(text)


def _until(text: str, zone: ZoneInfo, starts: Moment) -> date:
    """Return the last possible day. An UNTIL with a time is an instant: it may fall before that day's start."""
    match = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?", text)
    if match is None:
        raise RepeatError("rule-unreadable", found=f"UNTIL={text}"[:60])
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if not match[4]:
            return day
        last = datetime.combine(day, time(int(match[4]), int(match[5]), int(match[6])))
    except ValueError:
        raise RepeatError("rule-unreadable", found=f"UNTIL={text}"[:60]) from None
    if match[7]:
        # In UTC; without the Z it is wall time, as the event itself is.
        last = last.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    if isinstance(starts, datetime) and last.time() < starts.time():
        return last.date() - timedelta(days=1)
    return last.date()
