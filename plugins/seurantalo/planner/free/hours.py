"""Times of day in which an event has to fit, and the instants that they are on each day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.settings import Settings
from seurantalo.planner.zone import Zone

MINUTES_OF_DAY: Final = 1_440
#: Instants (seconds since 1970-01-01 UTC), the end exclusive.
Span = tuple[int, int]


class DayPart(StrEnum):
    """A time of day that has a name.

    >>> from seurantalo.model.settings import Settings
    >>> [(part.value, hours_of(part, Settings()).starts // 60) for part in DayPart]
    [('morning', 8), ('afternoon', 12), ('daytime', 8), ('evening', 16), ('day', 0)]
    """

    MORNING = "morning"
    AFTERNOON = "afternoon"
    DAYTIME = "daytime"
    EVENING = "evening"
    DAY = "day"
    """From midnight to midnight."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Wall time in minutes from midnight, the end exclusive; what ends on the next day has more than 1,440.

    >>> Hours(1_080, 1_260).minutes, Hours(1_320, 1_500).ends_at
    (180, datetime.time(1, 0))
    """

    starts: int
    ends: int

    @property
    def minutes(self) -> int:
        """How long it is, on a day without a clock change."""
        return self.ends - self.starts

    @property
    def whole_day(self) -> bool:
        """True from midnight to midnight."""
        return self.starts == 0 and self.ends == MINUTES_OF_DAY

    @property
    def in_digits(self) -> tuple[str, str]:
        """Start and end as programs read them; midnight at the end is 24:00.

        >>> Hours(0, 1_440).in_digits, Hours(1_320, 1_500).in_digits
        (('00:00', '24:00'), ('22:00', '01:00'))
        """
        ends = "24:00" if self.ends == MINUTES_OF_DAY else f"{self.ends_at:%H:%M}"
        return f"{self.starts_at:%H:%M}", ends

    @property
    def starts_at(self) -> time:
        """What clocks show at the start."""
        return _clock(self.starts)

    @property
    def ends_at(self) -> time:
        """What clocks show at the end."""
        return _clock(self.ends)


WHOLE_DAY: Final = Hours(0, MINUTES_OF_DAY)


def hours_of(part: DayPart, settings: Settings) -> Hours:
    """Return the hours of a part of the day; when the evening begins and ends is the site's own matter.

    >>> from seurantalo.model.settings import Settings
    >>> hours_of(DayPart.EVENING, Settings()), hours_of(DayPart.AFTERNOON, Settings(evening_starts=17))
    (Hours(starts=960, ends=1320), Hours(starts=720, ends=1020))
    """
    evening = settings.evening_starts * 60
    noon = min(_NOON, evening)
    ends = settings.evening_ends * 60
    hours: Mapping[DayPart, Hours] = {
        DayPart.MORNING: Hours(min(_MORNING, noon), noon or _NOON),
        DayPart.AFTERNOON: Hours(noon, max(evening, noon + 60)),
        DayPart.DAYTIME: Hours(min(_MORNING, noon), max(evening, noon + 60)),
        DayPart.EVENING: Hours(evening, ends if ends > evening else MINUTES_OF_DAY),
        DayPart.DAY: WHOLE_DAY,
    }
    return hours[part]


_MORNING: Final = 8 * 60
_NOON: Final = 12 * 60


class Instants:
    """When certain hours are, day by day, in one zone; each is worked out once.

    >>> starts, ends = Instants("Europe/Helsinki", Hours(0, 1_440)).on(date(2027, 3, 28).toordinal())
    >>> (ends - starts) // 3600
    23
    """

    __slots__ = ("_hours", "_known", "_zone")

    def __init__(self, zone: str, hours: Hours) -> None:
        """Take an IANA name."""
        self._zone = Zone(zone)
        self._hours = hours
        self._known: dict[int, Span] = {}

    def on(self, day: int) -> Span:
        """Return the instants of the hours that begin on a day (an ordinal number)."""
        found = self._known.get(day)
        if found is None:
            midnight = datetime.fromordinal(day)
            starts, ends = (
                self._zone.epoch(midnight + timedelta(minutes=minutes))
                for minutes in (self._hours.starts, self._hours.ends)
            )
            found = self._known[day] = (starts, ends)
        return found


def _clock(minutes: int) -> time:
    minutes %= MINUTES_OF_DAY
    return time(minutes // 60, minutes % 60)
