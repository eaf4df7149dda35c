"""Repetition of an event: an RFC 5545 recurrence rule in wall time, with the dates that differ from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from seurantalo.model.record import Moment


class Frequency(StrEnum):
    """FREQ of RFC 5545, 3.3.10; nothing more frequent than a day."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Weekday:
    """BYDAY's part: ``day`` is 0 for Monday, ``nth`` is the week of the month (-1 the last; 0 every)."""

    day: int
    nth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A rule in the terms of RFC 5545, 3.3.10, applied to the event's wall time.

    ``until`` is the last possible day, inclusive. ``exclude`` are days without the event, ``include`` extra
    starts beside the rule. Without ``until`` and ``count`` the rule ends at the planner's horizon.

    Wall time: a club at six stays at six when clocks change, so rules know no zone and no instant. Feeds write no
    RDATE for ``include``, which Outlook and several calendar libraries read wrong, but an event of its own.

    >>> from seurantalo.planner.recurrence import expand
    >>> last_fridays = Recurrence(frequency=Frequency.MONTHLY, by_weekday=(Weekday(4, nth=-1),))
    >>> expand(datetime(2027, 1, 29, 18), last_fridays, horizon=date(2027, 4, 30)).starts[-1]
    datetime.datetime(2027, 4, 30, 18, 0)
    """

    frequency: Frequency
    interval: int = 1
    by_weekday: tuple[Weekday, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_set_position: tuple[int, ...] = ()
    week_start: int = 0
    until: date | None = None
    count: int | None = None
    exclude: tuple[date, ...] = ()
    include: tuple[Moment, ...] = ()
    skip_holidays: bool = False
