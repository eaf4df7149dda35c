"""Time zones of feeds: VTIMEZONE as two observances with yearly rules, the one form that every app reads right.

Lists of dates (RDATE) instead of rules make ical.js, vobject and Outlook show the whole summer an hour wrong.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.frozen import dataclass
from seurantalo.model.record import Moment

HELSINKI: Final = (
    b"BEGIN:VTIMEZONE\r\n"
    b"TZID:Europe/Helsinki\r\n"
    b"BEGIN:DAYLIGHT\r\n"
    b"TZOFFSETFROM:+0200\r\n"
    b"TZOFFSETTO:+0300\r\n"
    b"TZNAME:EEST\r\n"
    b"DTSTART:19960331T030000\r\n"
    b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    b"END:DAYLIGHT\r\n"
    b"BEGIN:STANDARD\r\n"
    b"TZOFFSETFROM:+0300\r\n"
    b"TZOFFSETTO:+0200\r\n"
    b"TZNAME:EET\r\n"
    b"DTSTART:19961027T040000\r\n"
    b"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    b"END:STANDARD\r\n"
    b"END:VTIMEZONE\r\n"
)

_FIRST, _LAST = 1970, 2037  # the years for which the tz database lists changes of the clock one by one
_DAY_NAMES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the clock: its instant, wall time before it, offsets in seconds."""

    wall: datetime
    before: int
    after: int
    name: str

    @property
    def weeks(self) -> tuple[int, ...]:
        """The weeks of the month that this weekday may mean in a rule: ``(4, -1)`` where it is both."""
        nth = (self.wall.day - 1) // 7 + 1
        last = (self.wall + timedelta(days=7)).month != self.wall.month
        return (nth, -1) if last else (nth,)


def _offset(zone: ZoneInfo, instant: int) -> int:
    offset = datetime.fromtimestamp(instant, zone).utcoffset()
    assert offset is not None  # noqa: S101 - ZoneInfo always has one
    return int(offset.total_seconds())


def _changes(zone: ZoneInfo, year: int) -> list[_Change]:
    """Return the changes of the clock in a year (UTC), in order."""
    found = []
    day = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    end = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
    before = _offset(zone, day)
    while day < end:
        after = _offset(zone, day + 86_400)
        if after != before:
            low, high = day, day + 86_400
            while high - low > 1:
                middle = (low + high) // 2
                if _offset(zone, middle) == before:
                    low = middle
                else:
                    high = middle
            wall = datetime.fromtimestamp(high, UTC).replace(tzinfo=None) + timedelta(seconds=before)
            found.append(_Change(wall, before, after, datetime.fromtimestamp(high, zone).tzname() or ""))
            before = after
        day += 86_400
    return found


def _alike(one: _Change, other: _Change) -> bool:
    """Tell whether one yearly rule may give both changes."""
    return (one.before, one.after, one.wall.month, one.wall.time(), one.wall.weekday()) == (
        other.before,
        other.after,
        other.wall.month,
        other.wall.time(),
        other.wall.weekday(),
    )


def _utc_offset(seconds: int) -> str:
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    return f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}"


def _observance(name: str, change: _Change, rule: str) -> list[str]:
    return [
        f"BEGIN:{name}",
        f"TZOFFSETFROM:{_utc_offset(change.before)}",
        f"TZOFFSETTO:{_utc_offset(change.after)}",
        f"TZNAME:{change.name}",
        f"DTSTART:{change.wall:%Y%m%dT%H%M%S}",
        *([f"RRULE:{rule}"] if rule else []),
        f"END:{name}",
    ]


def _component(key: str, observances: list[list[str]]) -> bytes:
    lines = ["BEGIN:VTIMEZONE", f"TZID:{key}", *(line for part in observances for line in part), "END:VTIMEZONE"]
    return "".join(f"{line}\r\n" for line in lines).encode()


def _derive(key: str) -> tuple[bytes, int] | None:
    """Return a zone's VTIMEZONE and the first year it holds for; None where two yearly rules cannot tell it."""
    zone = ZoneInfo(key)
    if not _changes(zone, _LAST):
        first = _LAST
        while first > _FIRST and not _changes(zone, first - 1):
            first -= 1
        offset = _offset(zone, int(datetime(first, 7, 1, tzinfo=UTC).timestamp()))
        name = datetime(first, 7, 1, tzinfo=zone).tzname() or ""
        fixed = _Change(datetime(first, 1, 1), offset, offset, name)
        return _component(key, [_observance("STANDARD", fixed, "")]), first + 1
    pattern = _changes(zone, _LAST)
    if len(pattern) != 2:
        return None
    weeks = [set(change.weeks) for change in pattern]
    first = _LAST
    starts = pattern
    for year in range(_LAST, _FIRST - 1, -1):
        changes = _changes(zone, year)
        if len(changes) != 2 or not all(map(_alike, changes, pattern)):
            break
        narrowed = [kept & set(change.weeks) for kept, change in zip(weeks, changes, strict=True)]
        if not all(narrowed):
            break
        weeks, starts, first = narrowed, changes, year
    if first > 2020:
        return None  # nothing steady: the rules changed lately, or the weekday wanders
    observances = [
        _observance(
            "DAYLIGHT" if change.after > change.before else "STANDARD",
            change,
            f"FREQ=YEARLY;BYMONTH={change.wall.month};BYDAY={min(nth)}{_DAY_NAMES[change.wall.weekday()]}",
        )
        for change, nth in zip(starts, weeks, strict=True)
    ]
    return _component(key, observances), first + 1


class FeedZone:
    """A zone as feeds use it. Get one from :func:`feed_zone`."""

    __slots__ = ("_steady", "component", "first_year", "key", "zone")

    def __init__(self, key: str) -> None:
        """Take the name of a zone of the tz database; raise ZoneInfoNotFoundError for another name."""
        self.key = key
        self.zone = ZoneInfo(key)
        derived = (HELSINKI, 1997) if key == "Europe/Helsinki" else _derive(key)
        self.component: bytes = derived[0] if derived else b""
        """The VTIMEZONE; empty where two yearly rules cannot tell the zone, so that its times go out in UTC."""
        self.first_year: int = derived[1] if derived else 0
        """The first year for which the VTIMEZONE is right."""
        self._steady: dict[date, bool] = {}

    def instant(self, wall: datetime) -> int:
        """Return the UTC epoch seconds of a wall time; of an ambiguous one the first (RFC 5545, 3.3.5)."""
        return int(wall.replace(tzinfo=self.zone).timestamp())

    def steady(self, day: date) -> bool:
        """Tell whether the clock stands unchanged from the day's start to its end."""
        known = self._steady.get(day)
        if known is None:
            midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
            known = midnight.utcoffset() == (midnight + timedelta(days=1)).utcoffset()
            self._steady[day] = known
        return known

    def unclear(self, wall: datetime) -> bool:
        """Tell whether clocks show a wall time twice or never; apps differ about both."""
        return not self.steady(wall.date()) and len(self._offsets(wall)) > 1

    def _offsets(self, *walls: datetime) -> set[timedelta | None]:
        return {wall.replace(tzinfo=self.zone, fold=fold).utcoffset() for wall in walls for fold in (0, 1)}

    def tells(self, wall: datetime) -> bool:
        """Tell whether the VTIMEZONE is right for a wall time and all later ones."""
        return bool(self.component) and wall.year >= self.first_year

    def plain(self, starts: Moment, ends: Moment) -> bool:
        """Tell whether a stretch of wall time says the same to every app, as whole days do.

        It does not where the clock changes within it, where an end exists twice or not at all, and where the
        VTIMEZONE does not reach: such times go out in UTC.
        """
        if not isinstance(starts, datetime) or not isinstance(ends, datetime):
            return True
        if not self.tells(starts):
            return False
        if starts.date() == ends.date() and self.steady(starts.date()):
            return True
        return len(self._offsets(starts, ends)) == 1


@cache
def feed_zone(key: str) -> FeedZone:
    """Return the zone; raise ZoneInfoNotFoundError for a name that the tz database does not have."""
    return FeedZone(key)
