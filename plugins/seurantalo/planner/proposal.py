"""Days to propose for gatherings that follow each other in a municipality: quiet ones, in the middle of the week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from seurantalo.planner.free import FreeDates, Hours, RatedDay, Wish

#: Nothing is proposed sooner: people need time to be asked.
LEAD: Final = timedelta(weeks=6)
#: The first gathering is sought within this time from the first day that it could be, each later one within less.
FIRST_SPAN: Final = timedelta(weeks=6)
NEXT_SPAN: Final = timedelta(weeks=3)
#: Tuesday to Thursday.
WEEKDAYS: Final = frozenset({1, 2, 3})


def propose_days(
    free: FreeDates,
    municipality: str,
    gatherings: Sequence[tuple[int, Hours]],
    first: date,
    audiences: tuple[str, ...] = (),
) -> tuple[RatedDay, ...]:
    """Return a day for each gathering, the first from ``first`` on.

    Each has the weeks that pass at least since the one before it, and its hours; of the days in question it is the
    best, and among equals the soonest.
    """
    days: list[RatedDay] = []
    wish = Wish(
        municipality=municipality, first=first, last=first + FIRST_SPAN, audiences=audiences, weekdays=WEEKDAYS
    )
    for gap, hours in gatherings:
        wish = replace(wish, hours=hours)
        if days:
            begins = days[-1].day + timedelta(weeks=max(gap, 1))
            wish = replace(wish, first=begins, last=begins + NEXT_SPAN)
        days.append(free.rank(wish)[0])
    return tuple(days)
