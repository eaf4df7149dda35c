"""When what a VEVENT says last became another: LAST-MODIFIED and DTSTAMP (RFC 5545, 3.8.7.2 and 3.8.7.3).

Apps that see the same instant again may keep what they have. So it rises with the event's file, with what the event
shows of its venues, organisers and municipality, and where the passing of time alone changes the entry: when dates of
a repeating event come within sight, and when a date that was cancelled is told of no longer. It is never the time of
the build, and an event that nothing has touched keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Revision
from seurantalo.model.settings import Settings
from seurantalo.planner.occurrence import Occurrence

_DAY = timedelta(days=1)


def first_of_month(day: date) -> date:
    """Return the day itself where it is the first of its month, else that of the next one."""
    return day if day.day == 1 else (day.replace(day=1) + 32 * _DAY).replace(day=1)


class Modified:
    """Instants of the last change; remembers those of the places and organisers that many events share."""

    def __init__(self, community: Community, settings: Settings) -> None:
        """Take the records that events show something of."""
        self._community, self._settings = community, settings
        self._zone = ZoneInfo(settings.timezone)
        self._shared: dict[tuple[str, tuple[str, ...], tuple[str | None, ...]], datetime | None] = {}

    def of(self, event: Event, shown: Sequence[Occurrence], every: Sequence[Occurrence]) -> datetime:
        """Return when the event's entry with the dates ``shown`` became what it is; ``every`` are all its dates."""
        found = event.revision.modified
        venues = (event.venue, *(change.venue for change in event.changes)) if event.changes else (event.venue,)
        key = (event.municipality, event.organisers, venues)
        if key not in self._shared:
            self._shared[key] = self._of_others(*key)
        others = self._shared[key]
        if others is not None and others > found:
            found = others
        if event.repeats is not None:
            found = max([found, *self._in_sight(shown), *self._told(shown, every)])
        return found

    def _of_others(
        self, municipality: str, organisers: tuple[str, ...], venues: tuple[str | None, ...]
    ) -> datetime | None:
        community = self._community
        found: list[Revision] = [community.municipalities[municipality].revision]
        found += [community.organisations[name].revision for name in organisers]
        for name in filter(None, venues):
            venue = community.venues[name]
            found += [venue.revision, community.municipalities[venue.municipality].revision]
        return max((one.outward for one in found if one.outward is not None), default=None)

    def _in_sight(self, shown: Sequence[Occurrence]) -> Iterable[datetime]:
        """Yield when the last date by the rule came within sight: on the first of a month (see ``Selection``)."""
        for one in reversed(shown):
            if not one.extra:
                day = datetime.fromtimestamp(one.starts_at, self._zone).date()
                yield self._midnight(first_of_month(day + _DAY - timedelta(days=self._settings.horizon_days)))
                return

    def _told(self, shown: Sequence[Occurrence], every: Sequence[Occurrence]) -> Iterable[datetime]:
        """Yield when dates that were cancelled left the entry: at the midnight after their days of grace."""
        if len(shown) == len(every):
            return
        kept = set(map(id, shown))
        grace = timedelta(days=self._settings.cancelled_days)
        for one in every:
            if one.status is EventStatus.CANCELLED and id(one) not in kept:
                ends = datetime.fromtimestamp(one.ends_at - 1, self._zone).date()
                yield self._midnight(ends + grace + _DAY)

    def _midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=self._zone).astimezone(UTC)
