"""Whether something is alive: its last date and its next one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.wiki.dates import Dated

#: Without a date for this long and with none ahead, it is quiet.
QUIET_AFTER: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """The last date that has passed, the next one, and how many there are on either side of today.

    >>> alive = activity(dates_of("poyta-talvi"), today)
    >>> alive.next.first_day, alive.past, alive.coming, alive.active
    (datetime.date(2027, 2, 9), 0, 1, True)
    """

    last: Dated | None = None
    next: Dated | None = None
    past: int = 0
    coming: int = 0
    active: bool = False
    """A date lies ahead, or one was held within a year."""


def activity(dates: Iterable[Dated], today: date) -> Activity:
    """Return the activity that dates in any order amount to on the day ``today``; cancelled ones don't count.

    >>> held = dates_of("poyta-syksy")
    >>> [activity(held, day).active for day in (date(2027, 11, 10), date(2027, 11, 11))]
    [True, False]
    """
    found = sorted((one for one in dates if not one.cancelled), key=lambda one: (one.starts_at, one.event.id))
    past = [one for one in found if one.last_day < today]
    coming = [one for one in found if one.last_day >= today]
    last = max(past, key=lambda one: (one.last_day, one.starts_at, one.event.id), default=None)
    return Activity(
        last=last,
        next=coming[0] if coming else None,
        past=len(past),
        coming=len(coming),
        active=bool(coming) or (last is not None and today - last.last_day <= QUIET_AFTER),
    )
