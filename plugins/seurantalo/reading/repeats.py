"""Repetition in plain words, or as an RFC 5545 rule; both become one Recurrence."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.model.record import Moment
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.reading.input_words import (
    AND,
    EVERY,
    IN_MONTH,
    INTERVALS,
    OF_MONTH,
    ORDINALS,
    UNITS,
    WEEKDAYS,
    WORKDAYS,
)

_ICAL_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY: Final = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)\Z")
#: What stands between the words of days: ``ma, ti ja to``.
_BETWEEN: Final = re.compile(rf"(?:[\s,]|{AND})+")
#: Ordinals such as ``toiseksi viimeinen``.
_IN_TWO_WORDS: Final = re.compile("|".join(sorted(word for word in ORDINALS if " " in word)) or r"(?!)")


class RepeatError(ValueError):
    """Words or a rule that say nothing about repetition; ``code`` and ``values`` as in a Problem."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code and the values."""
        super().__init__(code)
        self.code = code
        self.values = values


def read_words(words: str) -> Recurrence:
    """Return the rule of words: ``joka toinen tiistai``, ``kuukauden viimeinen päivä``; raise RepeatError.

    >>> read_words("joka kuukauden viimeinen perjantai").by_weekday
    (Weekday(day=4, nth=-1),)
    """
    text = " ".join(re.sub(rf"^{EVERY}\s", "", words.casefold().strip()).split())
    of_month = re.sub(IN_MONTH, "", text)
    if of_month != text:
        on = read_on(re.sub(rf"^\s*{EVERY}\s", "", of_month))
        if isinstance(on, Weekday):
            return Recurrence(frequency=Frequency.MONTHLY, by_weekday=(on,))
        return Recurrence(frequency=Frequency.MONTHLY, by_month_day=(on,))
    try:
        frequency, interval, days = read_every(text)
    except RepeatError as error:
        raise RepeatError(error.code, found=words[:60]) from None
    return Recurrence(frequency=frequency, interval=interval, by_weekday=days)


def read_every(words: str) -> tuple[Frequency, int, tuple[Weekday, ...]]:
    """Return (frequency, interval, weekdays) of ``2 viikkoa``, ``toinen tiistai``, ``tiistaisin ja torstaisin``."""
    parts = [part for part in _BETWEEN.split(words.casefold().replace(".", "")) if part]
    interval = 1
    if len(parts) > 1 and parts[0].isdecimal():
        interval = int(parts.pop(0))
    elif len(parts) > 1 and parts[0] in INTERVALS:
        interval = INTERVALS[parts.pop(0)]
    if len(parts) == 1 and 1 <= interval <= 99:
        word = parts[0]
        if word in UNITS:
            return UNITS[word], interval, ()
        if word in WORKDAYS and interval == 1:
            return Frequency.WEEKLY, 1, tuple(Weekday(day) for day in range(5))
    if parts and 1 <= interval <= 99 and all(part in WEEKDAYS for part in parts):
        return Frequency.WEEKLY, interval, tuple(Weekday(day) for day in sorted({WEEKDAYS[part] for part in parts}))
    raise RepeatError("not-an-interval", found=words[:60])


def read_on(words: str) -> Weekday | int:
    """Return a weekday (``ti``, ``1. ti``, ``viimeinen su``) or a day of the month (``15.``, ``viimeinen päivä``)."""
    text = " ".join(re.sub(rf"{IN_MONTH}|{OF_MONTH}", "", words.casefold()).split())
    parts = _IN_TWO_WORDS.sub(lambda found: f"{ORDINALS[found[0]]}", text).split()
    if len(parts) == 1:
        word = parts[0].rstrip(".")
        if word in WEEKDAYS:
            return Weekday(WEEKDAYS[word])
        if re.fullmatch(r"-?\d{1,2}", word) and (1 <= int(word) <= 31 or -31 <= int(word) <= -1):
            return int(word)
        if word in ORDINALS:
            return ORDINALS[word]
        if match := _BYDAY.match(word.upper()):
            return Weekday(_ICAL_DAYS.index(match[2]), int(match[1] or 0))
    if len(parts) == 2:
        first, day = parts[0].rstrip("."), WEEKDAYS.get(parts[1].rstrip("."))
        nth = int(first) if re.fullmatch(r"-?[1-5]", first) else ORDINALS.get(first)
        if day is not None and nth is not None:
            return Weekday(day, nth)
    raise RepeatError("not-a-repeat-day", found=words[:60])


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
