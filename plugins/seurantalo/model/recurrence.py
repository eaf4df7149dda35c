"""Repetition of an event: an RFC 5545 recurrence rule in wall time, with the dates that differ from it."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum

from seurantalo.frozen import dataclass
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
class AddedDate:
    """A date that somebody wrote by hand. ``ends`` is None where it lasts as long as the others."""

    starts: Moment
    ends: Moment | None = None


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
    own_ends: tuple[tuple[Moment, Moment], ...] = ()
    """Start and end of those extra dates whose end is their own."""
    skip_holidays: bool = False
    line: int = field(default=0, compare=False)
    """The line of the file on which it stands; 0 where that is not known."""

    @property
    def by_hand(self) -> bool:
        """True where the dates follow no rule: the rule gives one, and the others were written one by one."""
        return self.count == 1


def one_by_one(*more: Moment) -> Recurrence:
    """Return the recurrence of an event with dates that follow no rule: its start, and ``more`` starts.

    >>> one_by_one(datetime(2027, 2, 11, 18)).by_hand
    True
    """
    # Yearly, so that it does not count as a weekly routine.
    return Recurrence(frequency=Frequency.YEARLY, count=1, include=more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A rule with the first of its dates: an event on Mondays at ten and on Thursdays at noon has two."""

    starts: Moment
    ends: Moment | None = None
    rule: Recurrence
