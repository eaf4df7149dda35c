"""Days of the year that have names: ``05-01``, ``06-19 fri`` (the first Friday from it on), ``easter-2``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from dateutil.easter import easter

from seurantalo.receiving.pasted.rhythm import DAYS

_EASTER: Final = "easter"
#: Behind a feast that people celebrate for days: which of them is meant is to be asked.
LONG: Final = "?"


def next_feast(day: str, today: date) -> date:
    """Return the next such day.

    >>> next_feast("easter-2", date(2027, 1, 4)), next_feast("06-19 fri", date(2027, 1, 4))
    (datetime.date(2027, 3, 26), datetime.date(2027, 6, 25))
    """
    found = _in_year(day, today.year)
    return found if found >= today else _in_year(day, today.year + 1)


def _in_year(day: str, year: int) -> date:
    told = day.rstrip(LONG)
    if told.startswith(_EASTER):
        return easter(year) + timedelta(days=int(told.removeprefix(_EASTER) or 0))
    found = date(year, int(told[:2]), int(told[3:5]))
    return found + timedelta(days=(DAYS.index(told[6:]) - found.weekday()) % 7) if told[6:] else found
