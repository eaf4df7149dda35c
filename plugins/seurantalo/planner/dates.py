"""From an event to its dates: the rule, the dates that differ, missing ends, and the zone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from seurantalo.model.event import NOT_HELD, Change, Event, EventStatus
from seurantalo.model.record import Moment, day_of
from seurantalo.model.settings import Settings
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.lengths import assumed_length
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.recurrence import expand, like
from seurantalo.planner.zone import Zone

_ONE_DAY: Final = timedelta(days=1)


class DateMaker:
    """Works out dates; keeps what many events share (zones and holidays)."""

    __slots__ = ("_here", "_holidays", "_horizon", "_settings", "_zones")

    def __init__(self, settings: Settings, horizon: date) -> None:
        """``horizon`` is the last day to which repetition is carried on."""
        self._settings = settings
        self._horizon = horizon
        # Which days are holidays is the same in every language; English needs no second set of names.
        self._holidays = HolidayCalendar()
        self._here = Zone(settings.timezone)
        self._zones: dict[str, Zone] = {settings.timezone: self._here}

    def dates_of(self, event: Event, starts: Moment) -> tuple[Sequence[Occurrence], bool]:
        """Return the event's dates, and whether the oldest ones were left out because there were too many."""
        dates, shortened = self._dates_of(event, starts)
        if event.planned_starts is not None and dates and dates[0].planned is None:
            planned = self._seen_here(self._zone(event.timezone), event.planned_starts)
            if planned != dates[0].starts_local:
                dates = [replace(dates[0], planned=planned), *dates[1:]]
        return dates, shortened

    def left(self, dates: Iterable[Occurrence]) -> list[Occurrence]:
        """Return the days that dates have left for other days: each as long as the date that came in its place."""
        moved = ((one, one.planned) for one in dates)
        return [self._left(one, planned) for one, planned in moved if planned and day_of(planned) not in one.days]

    def _left(self, one: Occurrence, planned: Moment) -> Occurrence:
        if isinstance(planned, datetime):
            starts_at = self._here.epoch(planned)
            ends_at = starts_at + one.ends_at - one.starts_at
            ends: Moment = self._here.wall(ends_at)
        else:
            ends = planned + (one.last_day - one.first_day)
            starts_at, ends_at = self._here.day_starts(planned), self._here.day_starts(ends + _ONE_DAY)
        return Occurrence(
            event=one.event,
            starts_at=starts_at,
            ends_at=ends_at,
            starts_local=planned,
            ends_local=ends,
            recurrence_id=one.recurrence_id,
            status=EventStatus.MOVED,
            ends_assumed=True,
            moved_to=one,
        )

    def _dates_of(self, event: Event, starts: Moment) -> tuple[Sequence[Occurrence], bool]:
        zone = self._zone(event.timezone)
        span, assumed = self._span(event, starts)
        changes = {change.date.toordinal(): change for change in event.changes} if event.changes else None
        if event.repeats is None:
            change = changes.get(starts.toordinal()) if changes else None
            return (self._occurrence(event, zone, starts, span, assumed, change),), False
        expansion = expand(starts, event.repeats, self._horizon, self._holidays.is_holiday)
        extras = expansion.extras
        if changes is None and not extras:
            return [
                self._occurrence(event, zone, wall, span, assumed) for wall in expansion.starts
            ], expansion.shortened
        given = {wall.toordinal() for wall in expansion.starts if wall not in extras}
        found: list[Occurrence] = []
        for wall in expansion.starts:
            day, extra = wall.toordinal(), wall in extras
            # A change is about the rule's date; about an added one only where the rule gives nothing that day.
            change = changes.get(day) if changes and not (extra and day in given) else None
            found.append(self._occurrence(event, zone, wall, span, assumed, change, extra=extra))
        return found, expansion.shortened

    def moved(self, event: Event, starts: Moment, day: date) -> Occurrence:
        """Return the date of an event that is held once as if it began on another day, as long as it is."""
        span, assumed = self._span(event, starts)
        by = day - day_of(starts)
        return self._occurrence(event, self._zone(event.timezone), starts + by, span, assumed)

    def _zone(self, name: str) -> Zone:
        zone = self._zones.get(name)
        if zone is None:
            zone = self._zones[name] = Zone(name)
        return zone

    def _span(self, event: Event, starts: Moment) -> tuple[timedelta, bool]:
        """Return the event's length in wall time (whole days: beyond the first), and whether it is assumed."""
        ends = event.ends
        if not isinstance(starts, datetime):
            if ends is None:
                return timedelta(0), False
            return max(timedelta(0), day_of(ends) - starts), False
        if ends is not None and (end := _end_of(ends)) > starts:
            return end - starts, False
        return assumed_length(event, self._settings), True

    def _occurrence(
        self,
        event: Event,
        zone: Zone,
        given: Moment,
        span: timedelta,
        assumed: bool,  # noqa: FBT001 (positional: called for every date)
        change: Change | None = None,
        *,
        extra: bool = False,
    ) -> Occurrence:
        starts, status, stated_ends, planned = given, event.status, None, None
        if change is not None:
            if change.starts is not None:
                starts = change.starts if isinstance(change.starts, datetime) else like(change.starts, given)
                if starts != given:
                    planned = self._seen_here(zone, given)
                    status = status if status in NOT_HELD else EventStatus.MOVED
                if isinstance(starts, datetime) is not isinstance(given, datetime):
                    # One of a series of whole days got an hour, and the series knows no length in hours.
                    span, assumed = assumed_length(event, self._settings), True
            status = change.status or status
            stated_ends = change.ends
        if not isinstance(starts, datetime):
            last = starts + span
            if stated_ends is not None:
                last = max(starts, day_of(stated_ends))
            # A day is a day wherever it is told of: it has no zone.
            here = self._here
            starts_at, ends_at = here.day_starts(starts), here.day_starts(last + _ONE_DAY)
            # By position: this is done for every date.
            return Occurrence(
                event,
                starts_at,
                ends_at,
                starts,
                last,
                given,
                status,
                False,  # noqa: FBT003
                extra,
                change,
                None,
                planned,
            )
        ends = starts + span
        if stated_ends is not None and (wall_end := _changed_end(stated_ends, ends)) > starts:
            ends, assumed = wall_end, False
        if zone is self._here and (instants := zone.span(starts, ends)) is not None:
            # Most events end on the day on which they begin, and no clock changes.
            starts_at, ends_at = instants
            return Occurrence(
                event, starts_at, ends_at, starts, ends, given, status, assumed, extra, change, None, planned
            )
        starts_at, ends_at = zone.epoch(starts), zone.epoch(ends)
        if zone.changes_on(starts) or zone.changes_on(ends):
            length = ends - starts
            starts, ends = zone.existing(starts), zone.existing(ends)
            if ends_at <= starts_at:
                # The clock change swallowed the end: keep the length instead.
                ends = starts + length
                ends_at = zone.epoch(ends)
        abroad = None
        if zone is not self._here:
            abroad = starts, ends
            starts, ends = self._here.wall(starts_at), self._here.wall(ends_at)
        return Occurrence(
            event, starts_at, ends_at, starts, ends, given, status, assumed, extra, change, abroad, planned
        )

    def _seen_here(self, zone: Zone, moment: Moment) -> Moment:
        """Return what the clocks of the site's readers show at a wall time of a zone."""
        if zone is self._here or not isinstance(moment, datetime):
            return moment
        return self._here.wall(zone.epoch(moment))


def _changed_end(stated: Moment, usual: datetime) -> datetime:
    """Return the end of a changed date; a bare day keeps the usual time of the end."""
    return stated if isinstance(stated, datetime) else datetime.combine(stated, usual.time())


def _end_of(ends: Moment) -> datetime:
    """Return an end as wall time, exclusive: a bare day ends at its midnight."""
    if isinstance(ends, datetime):
        return ends
    return datetime.combine(ends, datetime.min.time()) + _ONE_DAY
