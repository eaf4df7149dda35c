"""What somebody looks for: where, when in the day, for how long, how many days in a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from seurantalo.frozen import dataclass
from seurantalo.model.settings import Settings
from seurantalo.planner.free.hours import WHOLE_DAY, DayPart, Hours, hours_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A municipality, and the days from ``first`` to ``last``; no weekdays means that it may begin on any.

    >>> from seurantalo.planner.free import FreeDates
    >>> first, last, tuesdays = date(2027, 3, 15), date(2027, 3, 28), frozenset({1})
    >>> wish = Wish(municipality="vimpeli", first=first, last=last, weekdays=tuesdays)
    >>> [rated.day.isoformat() for rated in FreeDates(community, calendar, settings).rank(wish)]
    ['2027-03-16', '2027-03-23']
    """

    municipality: str
    first: date
    last: date
    """The last day of all."""
    audiences: tuple[str, ...] = ()
    venue: str | None = None
    room: str | None = None
    """A room of the venue; None: whichever is free."""
    weekdays: frozenset[int] = frozenset()
    """On which it may begin; 0 for Monday."""
    hours: Hours | None = None
    """The time of day in which it has to fit; None: the evening, of several days the whole of each."""
    length: int | None = None
    """Minutes that it needs of those hours, in one piece; None: all of them, of a part of the day a usual evening."""
    days: int = 1
    """Days in a row: the hours are needed on each."""


def settled(wish: Wish, settings: Settings) -> Wish:
    """Return a wish that says all: hours and length are what the site takes them to be where nobody asked.

    >>> wish = Wish(municipality="vimpeli", first=date(2027, 3, 15), last=date(2027, 3, 28))
    >>> settled(wish, settings).hours, settled(wish, settings).length
    (Hours(starts=960, ends=1320), 180)
    """
    hours, length = wish.hours, wish.length
    if hours is None:
        hours = hours_of(DayPart.EVENING, settings) if wish.days == 1 else WHOLE_DAY
        if length is None and not hours.whole_day:
            length = settings.free_hours * 60
    return replace(wish, hours=hours, length=min(length or hours.minutes, hours.minutes))
