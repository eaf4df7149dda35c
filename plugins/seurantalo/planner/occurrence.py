"""One date of an event, with everything about it that may differ from the event itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.event import NOT_HELD, Change, Event, EventStatus
from seurantalo.model.record import Moment
from seurantalo.model.text import Text

#: A night that ends by this hour belongs to the evening before.
MORNING: Final = timedelta(hours=6)
_ONE_DAY: Final = timedelta(days=1)
#: How long after its last day an event is asked about by few.
_REMEMBERED: Final = timedelta(days=365)
_INSTANT: Final = timedelta(microseconds=1)
#: Thousands of dates are on the same day, so they share it.
_day: Final = cache(date.fromordinal)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event on one date. ``starts_at`` and ``ends_at`` are seconds since 1970-01-01 UTC, the end exclusive.

    ``starts_local`` and ``ends_local`` are what the clocks of the site's readers show: for whole days dates, the last
    one included; else naive datetimes, the end exclusive. ``recurrence_id`` is the start that the rule gave, in wall
    time of the event's own zone (RFC 5545, 3.8.4.4). ``change`` is what the file says about this date alone.

    >>> concert = calendar.of_event("konsertti")[0]
    >>> concert.starts_local, (concert.ends_at - concert.starts_at) // 60, concert.days
    (datetime.datetime(2027, 3, 20, 18, 0), 120, (datetime.date(2027, 3, 20),))
    """

    event: Event
    starts_at: int
    ends_at: int
    starts_local: Moment
    ends_local: Moment
    recurrence_id: Moment
    status: EventStatus
    ends_assumed: bool = False
    """The file gives no end; it was taken from the form of the event."""
    extra: bool = False
    """Added by hand beside the rule. Feeds make it an event of its own, because Outlook and ical.js misread RDATE."""
    change: Change | None = None
    abroad: tuple[datetime, datetime] | None = None
    """Start and end in wall time of the event's own zone, where that is not the site's and an hour is known."""
    planned: Moment | None = None
    """When it was first to begin, as the clocks of the site's readers show it, where that was at another time."""
    rule: int = 0
    """By which of the event's rules it is, counted from 0."""
    moved_to: Occurrence | None = None
    """Of a day that the event has left (see ``Calendar.left``): the date that came in its place."""
    # Asked for far more often than occurrences are made: every page and every feed sorts dates by day.
    first_day: date = field(init=False, repr=False, compare=False)
    """The local day on which it begins."""
    last_day: date = field(init=False, repr=False, compare=False)
    """The last local day it belongs to: a night that ends by six in the morning is the evening before."""

    def __post_init__(self) -> None:
        """Work out the days."""
        starts, ends = self.starts_local, self.ends_local
        begun = starts.toordinal()
        first = last = _day(begun)
        if not isinstance(ends, datetime):
            last = ends
        elif ends.toordinal() != begun and self.ends_at - self.starts_at > 3600:
            last = max(_day((ends - MORNING - _INSTANT).toordinal()), first)
        object.__setattr__(self, "first_day", first)
        object.__setattr__(self, "last_day", last)

    @property
    def title(self) -> Text:
        """The title of this date."""
        change = self.change
        return self.event.title if change is None or change.title is None else change.title

    @property
    def venue(self) -> str | None:
        """The id of the venue of this date."""
        change = self.change
        return self.event.venue if change is None or change.venue is None else change.venue

    @property
    def room(self) -> str | None:
        """The room of this date. A change of venue leaves the series' room behind."""
        change = self.change
        if change is None or (change.room is None and change.venue is None):
            return self.event.room
        return change.room

    @property
    def cancelled(self) -> bool:
        """True where nothing happens on this date: cancelled, moved away, or postponed to a day that is not known."""
        return self.status in NOT_HELD or self.moved_to is not None

    @property
    def as_its_event(self) -> bool:
        """True where nothing but the time tells it from other dates of its event."""
        return self.change is None and self.planned is None and self.moved_to is None

    @property
    def starts_in_zone(self) -> Moment:
        """The start in wall time of the event's own zone: what rules and TZID of RFC 5545 are about."""
        return self.starts_local if self.abroad is None else self.abroad[0]

    @property
    def ends_in_zone(self) -> Moment:
        """The end in wall time of the event's own zone."""
        return self.ends_local if self.abroad is None else self.abroad[1]

    @property
    def whole_day(self) -> bool:
        """True where days are given and no times."""
        return not isinstance(self.starts_local, datetime)

    @property
    def days(self) -> tuple[date, ...]:
        """The local days it belongs to, in order."""
        first, last = self.first_day, self.last_day
        if first == last:
            return (first,)
        return tuple(first + _ONE_DAY * n for n in range((last - first).days + 1))


def is_long_over(dates: Iterable[Occurrence], today: date) -> bool:
    """Whether an event with these dates is no longer told at length; one without dates is."""
    since = remembered_from(today)
    has_dates = False
    for one in dates:
        has_dates = True
        if one.last_day >= since:
            return False
    return has_dates


@lru_cache(maxsize=8)
def remembered_from(today: date) -> date:
    """Return the day since which what is over is still told at length: a year before this month began.

    It moves on the first of a month: who fetches what is told of events fetches anew what has changed.
    """
    return today.replace(day=1) - _REMEMBERED
