"""Moments for machines: RFC 3339 with the offset that holds on the day, or a bare date for whole days."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Final

from seurantalo.model.record import Moment
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.zone import Zone

_EPOCH: Final = datetime(1970, 1, 1)
_EPOCH_DAY: Final = _EPOCH.toordinal()


@cache
def _offset(seconds: int) -> str:
    """Return ``+02:00`` for 7,200 seconds east of UTC."""
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else '+'}{hours:02}:{rest // 60:02}"


@lru_cache(maxsize=4096)
def with_offset(local: datetime, seconds: int) -> str:
    """Return a wall time with its offset; ``seconds`` are the same instant's, since 1970-01-01 UTC.

    The offset is worked out from the two, which costs a tenth of asking the time zone: every date needs two.
    """
    day = (local.toordinal() - _EPOCH_DAY) * 86_400
    return local.isoformat() + _offset(day + local.hour * 3600 + local.minute * 60 + local.second - seconds)


_zone: Final = cache(Zone)


def in_zone(moment: Moment, zone: str) -> str:
    """Return a wall time with its offset: ``2027-03-13T18:00:00+02:00``; a day as it is: ``2027-03-13``."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.isoformat() + _offset(_zone(zone).offset(moment))


@lru_cache(maxsize=4096)
def utc_text(seconds: int) -> str:
    """Return UTC epoch seconds as ``2027-03-13T16:00:00Z``."""
    return f"{(_EPOCH + timedelta(seconds=seconds)).isoformat()}Z"


def span(occurrence: Occurrence) -> tuple[str, str]:
    """Return start and end of a date; the end is ``""`` where it was only assumed.

    Whole days are dates, the last one included.
    """
    starts, ends = occurrence.starts_local, occurrence.ends_local
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return starts.isoformat(), "" if occurrence.ends_assumed else ends.isoformat()
    first = with_offset(starts, occurrence.starts_at)
    return first, "" if occurrence.ends_assumed else with_offset(ends, occurrence.ends_at)
