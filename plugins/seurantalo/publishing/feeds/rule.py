"""Recurrence rules (RFC 5545, 3.3.10) as text, and the days that they give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final, Literal

from seurantalo.frozen import dataclass
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday

_NAMES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: By the numbers that dateutil has for them.
_FREQUENCIES: Final[dict[Frequency, Literal[0, 1, 2, 3]]] = {
    Frequency.DAILY: 3,
    Frequency.WEEKLY: 2,
    Frequency.MONTHLY: 1,
    Frequency.YEARLY: 0,
}


@dataclass(frozen=True, slots=True)
class _Parts:
    """The BY parts of a rule with those spelled out that RFC 5545 takes from DTSTART.

    So the rule keeps its meaning when the series has to start at a later instance, and 29 February stays
    29 February in apps that would slide it to 1 March.
    """

    weekdays: tuple[Weekday, ...]
    month_days: tuple[int, ...]
    months: tuple[int, ...]
    positions: tuple[int, ...]


def _parts(rule: Recurrence, anchor: date) -> _Parts:
    weekdays, month_days, months = rule.by_weekday, rule.by_month_day, rule.by_month
    if rule.frequency is Frequency.WEEKLY:
        days = sorted({weekday.day for weekday in weekdays}) or [anchor.weekday()]
        weekdays = tuple(Weekday(day) for day in days)
    elif rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY) and not weekdays:
        if rule.frequency is Frequency.YEARLY and not months and not month_days:
            months = (anchor.month,)
        month_days = month_days or (anchor.day,)
    return _Parts(weekdays, month_days, months, rule.by_set_position)


def rule_text(rule: Recurrence, anchor: date, until: str) -> str:
    """Return the value of RRULE. ``anchor`` is the event's first day, ``until`` the last start, ready to write."""
    parts = _parts(rule, anchor)
    words = [f"FREQ={rule.frequency}"]
    if rule.interval > 1:
        words.append(f"INTERVAL={rule.interval}")
    for name, values in (
        ("BYMONTH", parts.months),
        ("BYMONTHDAY", parts.month_days),
        ("BYDAY", [f"{weekday.nth or ''}{_NAMES[weekday.day]}" for weekday in parts.weekdays]),
        ("BYSETPOS", parts.positions),
    ):
        if values:
            words.append(f"{name}={','.join(map(str, values))}")
    if rule.week_start:  # a week begins on Monday where nothing is said (RFC 5545, 3.3.10)
        words.append(f"WKST={_NAMES[rule.week_start]}")
    return ";".join([*words, f"UNTIL={until}"])


def rule_days(rule: Recurrence, anchor: date, last: date) -> list[date]:
    """Return the days from ``anchor`` to ``last`` that the rule gives, its own end and exclusions not regarded."""
    parts = _parts(rule, anchor)
    if not (parts.months or parts.month_days or parts.positions):
        if rule.frequency is Frequency.DAILY and not parts.weekdays:
            return list(_every(anchor, rule.interval, last))
        if rule.frequency is Frequency.WEEKLY:
            first, final = anchor.toordinal(), last.toordinal()
            week = first - (anchor.weekday() - rule.week_start) % 7
            places = sorted((weekday.day - rule.week_start) % 7 for weekday in parts.weekdays)
            weeks = range(week, final + 1, 7 * rule.interval)
            return [
                date.fromordinal(day)
                for start in weeks
                for place in places
                if first <= (day := start + place) <= final
            ]
    from dateutil import rrule  # noqa: PLC0415 (most rules are weekly)

    found = rrule.rrule(
        _FREQUENCIES[rule.frequency],
        dtstart=datetime.combine(anchor, time()),
        interval=rule.interval,
        wkst=rule.week_start,
        byweekday=[rrule.weekday(part.day, part.nth or None) for part in parts.weekdays] or None,
        bymonthday=parts.month_days or None,
        bymonth=parts.months or None,
        bysetpos=parts.positions or None,
        until=datetime.combine(last, time()),
    )
    return [moment.date() for moment in found]


def _every(first: date, step: int, last: date) -> Iterable[date]:
    """Yield every ``step``-th day; ``last`` is near enough to the years that dates can tell."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1, step))
