"""When what a VEVENT says last became another: LAST-MODIFIED, DTSTAMP and SEQUENCE (RFC 5545, 3.8.7.2 to 3.8.7.4).

Apps that see the same instant again may keep what they have. So it rises with the event's file, with what the event
shows of its venues, organisers, themes and municipality, and where the passing of time alone changes the entry: when
dates of a repeating event come within sight, and when a date that was cancelled is told of no longer. It is never the
time of the build, and an event that nothing has touched keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.settings import Settings
from seurantalo.planner.occurrence import Occurrence

_DAY = timedelta(days=1)
_NEVER = datetime.min.replace(tzinfo=UTC)
#: From here minutes are counted: a day before every calendar of ours. Never change it.
_FIRST_MINUTE: Final = datetime(2000, 1, 1, tzinfo=UTC)


def sequence_of(modified: datetime) -> int:
    """Return the SEQUENCE of what was last changed at an instant: the whole minutes since the year 2000 began (UTC).

    It never falls while LAST-MODIFIED rises, whatever became of the history; 32 bits last until the year 6083.

    >>> sequence_of(datetime(2027, 1, 4, 12, tzinfo=UTC))
    14205600
    """
    return max(0, int((modified - _FIRST_MINUTE).total_seconds()) // 60)


def first_of_month(day: date) -> date:
    """Return the day itself where it is the first of its month, else that of the next one."""
    return day if day.day == 1 else (day.replace(day=1) + 32 * _DAY).replace(day=1)


class Modified:
    """Instants of the last change; knows those of the places and organisers that many events share."""

    def __init__(self, community: Community, settings: Settings) -> None:
        """Take the records that events show something of."""
        self._settings = settings
        self._zone = ZoneInfo(settings.timezone)
        self._of_municipality = {
            name: one.revision.outward or _NEVER for name, one in community.municipalities.items()
        }
        self._of_organisation = {
            name: one.revision.outward or _NEVER for name, one in community.organisations.items()
        }
        self._of_theme = {name: one.revision.outward or _NEVER for name, one in community.themes.items()}
        self._of_venue = {
            name: max(one.revision.outward or _NEVER, self._of_municipality[one.municipality])
            for name, one in community.venues.items()
        }
        self._about: dict[tuple[str, tuple[str, ...], tuple[str, ...], str | None], datetime] = {}

    def of(self, event: Event, shown: Sequence[Occurrence], every: Sequence[Occurrence]) -> datetime:
        """Return when the event's entry with the dates ``shown`` became what it is; ``every`` are all its dates."""
        about = (event.municipality, event.organisers, event.themes, event.venue)
        known = self._about.get(about)
        if known is None:
            known = self._about[about] = self._of_records(*about)
        found = [event.revision.modified, known]
        if event.changes:
            found += [self._of_venue[change.venue] for change in event.changes if change.venue is not None]
        if event.repeats is not None:
            found += [*self._in_sight(shown), *self._told(shown, every)]
        return max(found)

    def _of_records(
        self, municipality: str, organisers: tuple[str, ...], themes: tuple[str, ...], venue: str | None
    ) -> datetime:
        """Return the last change of the records that an event shows something of."""
        found = [self._of_municipality[municipality]]
        found += [self._of_organisation[name] for name in organisers]
        found += [self._of_theme[name] for name in themes]
        return max(found if venue is None else [*found, self._of_venue[venue]])

    def _in_sight(self, shown: Sequence[Occurrence]) -> Iterable[datetime]:
        """Yield when the last date by the rule came within sight: on the first of a month (see ``Selection``)."""
        for one in reversed(shown):
            if not one.extra:
                day = datetime.fromtimestamp(one.starts_at, self._zone).date()
                yield self._midnight(first_of_month(day + _DAY - timedelta(days=self._settings.horizon_days)))
                return

    def _told(self, shown: Sequence[Occurrence], every: Sequence[Occurrence]) -> Iterable[datetime]:
        """Yield when dates that are not held left the entry: at the midnight after the last day they are told of."""
        if len(shown) == len(every):
            return
        kept = set(map(id, shown))
        grace = timedelta(days=self._settings.cancelled_days)
        for one in every:
            if one.status is EventStatus.POSTPONED and id(one) not in kept:
                yield self._midnight(one.last_day + _DAY)
            elif one.status is EventStatus.CANCELLED and id(one) not in kept:
                ends = datetime.fromtimestamp(one.ends_at - 1, self._zone).date()
                yield self._midnight(ends + grace + _DAY)

    def _midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=self._zone).astimezone(UTC)
