"""Wall times that clocks skip or pass twice, where they are put forward and back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo


def time_is_missing(moment: datetime, zone: ZoneInfo) -> bool:
    """Return True for a wall time that the clocks jump over in spring."""
    return _has_change(moment.date(), zone) and _offset(moment, zone, 1) > _offset(moment, zone, 0)


def around_gap(moment: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return where the hour begins that the clocks jump over at a wall time, and where it ends."""
    minute = timedelta(minutes=1)
    first = last = moment.replace(second=0, microsecond=0)
    while time_is_missing(first - minute, zone):
        first -= minute
    while time_is_missing(last, zone):
        last += minute
    return first, last


def time_is_doubled(moment: datetime, zone: ZoneInfo) -> bool:
    """Return True for a wall time that the clocks pass twice in autumn."""
    return _has_change(moment.date(), zone) and _offset(moment, zone, 0) > _offset(moment, zone, 1)


@lru_cache(maxsize=4096)
def _has_change(day: date, zone: ZoneInfo) -> bool:
    """Tell whether clocks may be put forward or back on a day, so that nearly all days are asked about once."""
    hours = datetime(day.year, day.month, day.day), datetime(day.year, day.month, day.day, 23, 59, 59)
    return len({_offset(hour, zone, fold) for hour in hours for fold in (0, 1)}) > 1


def _offset(moment: datetime, zone: ZoneInfo, fold: int) -> timedelta:
    # PEP 495: in a gap or an overlap, fold=0 gives the offset before the change and fold=1 the one after it.
    offset = moment.replace(tzinfo=zone, fold=fold).utcoffset()
    return offset if offset is not None else timedelta()
