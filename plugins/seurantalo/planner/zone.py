"""Wall time to instants, quickly: a zone's offset is looked up once a day and kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DAY: Final = 86_400


class Zone:
    """A time zone of the IANA database; answers in seconds since 1970-01-01 UTC.

    Wall times are naive datetimes. A time that occurs twice is the first one; a time that does not exist is read
    with the offset before the gap, so it stands as long after the gap (RFC 5545, 3.3.5; PEP 495, fold=0).
    """

    __slots__ = ("_offsets", "_zone", "name")

    def __init__(self, name: str) -> None:
        """Take an IANA name; raise ZoneInfoNotFoundError for one that is not known."""
        self.name = name
        self._zone = ZoneInfo(name)
        #: Day -> offset in seconds, or None on a day when it changes.
        self._offsets: dict[int, int | None] = {}

    def epoch(self, wall: datetime) -> int:
        """Return the instant of a wall time."""
        seconds = (wall.toordinal() - _EPOCH_DAY) * _DAY + wall.hour * 3600 + wall.minute * 60 + wall.second
        return seconds - self.offset(wall)

    def offset(self, wall: datetime) -> int:
        """Return by how many seconds the wall time is ahead of UTC."""
        day = wall.toordinal()
        try:
            offset = self._offsets[day]
        except KeyError:
            offset = self._offsets[day] = self._offset_of_day(day)
        return self._offset_at(wall) if offset is None else offset

    def wall(self, seconds: int) -> datetime:
        """Return what clocks show at an instant: the opposite of :meth:`epoch`.

        >>> Zone("Europe/Helsinki").wall(Zone("Europe/Stockholm").epoch(datetime(2027, 3, 16, 23, 30)))
        datetime.datetime(2027, 3, 17, 0, 30)
        """
        return (_EPOCH + timedelta(seconds=seconds)).astimezone(self._zone).replace(tzinfo=None, fold=0)

    def day_starts(self, day: date) -> int:
        """Return the instant at which a local day begins."""
        return self.epoch(datetime(day.year, day.month, day.day))

    def changes_on(self, wall: date) -> bool:
        """True where clocks change on the local day; cheap after :meth:`epoch` was asked about that day."""
        day = wall.toordinal()
        if day not in self._offsets:
            self._offsets[day] = self._offset_of_day(day)
        return self._offsets[day] is None

    def existing(self, wall: datetime) -> datetime:
        """Return the wall time itself, or the one that clocks show in its place where it does not exist."""
        if not self.changes_on(wall):
            return wall
        before = wall.replace(tzinfo=self._zone, fold=0).utcoffset()
        after = wall.replace(tzinfo=self._zone, fold=1).utcoffset()
        if before is None or after is None or after <= before:
            return wall
        return wall + (after - before)

    def comes_twice(self, wall: datetime) -> bool:
        """Return True for a wall time that clocks show twice, as they are turned back."""
        before = wall.replace(tzinfo=self._zone, fold=0).utcoffset()
        after = wall.replace(tzinfo=self._zone, fold=1).utcoffset()
        return before is not None and after is not None and after < before

    def _offset_of_day(self, day: int) -> int | None:
        midnight = datetime.fromordinal(day)
        offset = self._offset_at(midnight)
        return offset if offset == self._offset_at(midnight + timedelta(days=1)) else None

    def _offset_at(self, wall: datetime) -> int:
        offset = wall.replace(tzinfo=self._zone, fold=0).utcoffset()
        return 0 if offset is None else offset.days * _DAY + offset.seconds


class PlainTimes(dict[datetime, tuple[datetime, int] | None]):
    """Wall times of a zone, each with its instant, the same objects for all who ask.

    Tens of thousands of dates begin or end at the same time as others. None on a day on which clocks change.

    >>> times = PlainTimes(Zone("Europe/Helsinki"))
    >>> times[datetime(2027, 3, 20, 18)], times[datetime(2027, 3, 28, 18)]
    ((datetime.datetime(2027, 3, 20, 18, 0), 1805558400), None)
    """

    __slots__ = ("_zone",)

    def __init__(self, zone: Zone) -> None:
        """Begin with none."""
        self._zone = zone

    def __missing__(self, wall: datetime) -> tuple[datetime, int] | None:
        """Look up when a wall time is."""
        found = self[wall] = None if self._zone.changes_on(wall) else (wall, self._zone.epoch(wall))
        return found


def changes_of(name: str, first_year: int, last_year: int) -> list[tuple[int, int]]:
    """Return when clocks of a zone change in some years, and by how many seconds they are then ahead of UTC.

    The first pair is how it is at the beginning. Instants are seconds since 1970-01-01 UTC.

    >>> from seurantalo.planner.zone import changes_of
    >>> changes_of("Europe/Helsinki", 2027, 2027)
    [(1798754400, 7200), (1806195600, 10800), (1824944400, 7200)]
    """
    zone = Zone(name)
    at = zone.day_starts(date(first_year, 1, 1))
    found = [(at, _offset_after(zone, at))]
    for day in range(date(first_year, 1, 1).toordinal(), date(last_year, 12, 31).toordinal() + 1):
        if zone.changes_on(date.fromordinal(day)):
            starts, ends = (zone.day_starts(date.fromordinal(one)) for one in (day, day + 1))
            before = _offset_after(zone, starts)
            while ends - starts > 1:
                middle = (starts + ends) // 2
                starts, ends = (middle, ends) if _offset_after(zone, middle) == before else (starts, middle)
            found.append((ends, _offset_after(zone, ends)))
    return found


def _offset_after(zone: Zone, seconds: int) -> int:
    wall = zone.wall(seconds)
    return (wall.toordinal() - _EPOCH_DAY) * _DAY + wall.hour * 3600 + wall.minute * 60 + wall.second - seconds
