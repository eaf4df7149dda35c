"""From an event to its dates: the rule, the dates that differ, missing ends, and the zone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from seurantalo.model.event import NOT_HELD, Change, Event, EventStatus
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Repetition
from seurantalo.model.settings import Settings
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.lengths import assumed_length
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.recurrence import expand, like
from seurantalo.planner.zone import PlainTimes, Zone

_ONE_DAY: Final = timedelta(days=1)


class _Own(NamedTuple):
    """What only some dates have."""

    change: Change | None = None
    usual: Moment | None = None
    """The start that the changes from a day on give; None where the rule's holds."""
    extra: bool = False
    rule: int = 0


_NOTHING: Final = _Own()


class DateMaker:
    """Works out dates; keeps what many events share (zones and holidays)."""

    __slots__ = ("_here", "_holidays", "_horizon", "_plain", "_settings", "_zones")

    def __init__(self, settings: Settings, horizon: date) -> None:
        """``horizon`` is the last day to which repetition is carried on."""
        self._settings = settings
        self._horizon = horizon
        # Which days are holidays is the same in every language; English needs no second set of names.
        self._holidays = HolidayCalendar()
        self._here = Zone(settings.timezone)
        self._plain = PlainTimes(self._here)
        self._zones: dict[str, Zone] = {settings.timezone: self._here}

    def dates_of(self, event: Event, starts: Moment) -> tuple[Sequence[Occurrence], bool]:
        """Return the event's dates, and whether the oldest ones were left out because there were too many."""
        dates, shortened = self._dates_of(event, starts)
        if event.planned_starts is not None and dates and dates[0].planned is None:
            planned = self._seen_here(self.zone(event.timezone), event.planned_starts)
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
            # Where nothing is held on the new day either, the way there leads nowhere.
            status=one.status if one.cancelled else EventStatus.MOVED,
            ends_assumed=True,
            moved_to=one,
        )

    def _dates_of(self, event: Event, starts: Moment) -> tuple[Sequence[Occurrence], bool]:
        if not event.repetitions:
            zone = self.zone(event.timezone)
            span, assumed = self._span(event, starts, event.ends)
            return (self._occurrence(event, zone, starts, span, assumed),), False
        first, *further = event.repetitions
        dates, shortened = self._by_rule(event, first, 0)
        if not further:
            return dates, shortened
        found = list(dates)
        given = {one.recurrence_id for one in found}
        for number, one in enumerate(further, 1):
            dates, cut = self._by_rule(event, one, number)
            # What two rules give is one date, that of the first.
            found += [date for date in dates if date.recurrence_id not in given]
            given.update(date.recurrence_id for date in dates)
            shortened = shortened or cut
        return found, shortened

    def _by_rule(self, event: Event, rule: Repetition, number: int) -> tuple[Sequence[Occurrence], bool]:
        """Return the dates of one of the event's rules, in the order that the rule gives."""
        zone = self.zone(event.timezone)
        span, assumed = self._span(event, rule.starts, rule.ends)
        expansion = expand(rule.starts, rule.rule, self._horizon, self._holidays.is_holiday)
        extras = expansion.extras
        if not (event.changes or extras or number):
            return [
                self._occurrence(event, zone, wall, span, assumed) for wall in expansion.starts
            ], expansion.shortened
        changes = _Changes(event, rule.starts)
        ends = dict(rule.rule.own_ends)
        given = {wall.toordinal() for wall in expansion.starts if wall not in extras}
        found: list[Occurrence] = []
        for wall in expansion.starts:
            extra = wall in extras
            length, guessed = self._span(event, wall, ends[wall]) if extra and wall in ends else (span, assumed)
            # A change is about the rule's date; about an added one only where the rule gives nothing that day.
            change, usual = changes.of(wall, alone=not (extra and wall.toordinal() in given))
            own = _Own(change, usual, extra, number)
            found.append(self._occurrence(event, zone, wall, length, guessed, own))
        return found, expansion.shortened

    def moved(self, event: Event, starts: Moment, day: date) -> Occurrence:
        """Return the date of an event that is held once as if it began on another day, as long as it is."""
        span, assumed = self._span(event, starts, event.ends)
        by = day - day_of(starts)
        return self._occurrence(event, self.zone(event.timezone), starts + by, span, assumed)

    def zone(self, name: str) -> Zone:
        """Return a zone by its IANA name, the same one for all who ask."""
        zone = self._zones.get(name)
        if zone is None:
            zone = self._zones[name] = Zone(name)
        return zone

    def _span(self, event: Event, starts: Moment, ends: Moment | None) -> tuple[timedelta, bool]:
        """Return a length in wall time (whole days: beyond the first), and whether it is assumed."""
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
        own: _Own = _NOTHING,
    ) -> Occurrence:
        change, usual, extra, rule = own
        starts, status, stated_ends, planned = given, event.status, None, None
        if change is not None:
            if change.starts is not None:
                starts = change.starts if isinstance(change.starts, datetime) else like(change.starts, given)
                if starts != (usual or given):
                    planned = self._seen_here(zone, usual or given)
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
                False,  # noqa: FBT003 (positional: called for every date)
                extra,
                change,
                None,
                planned,
                rule,
            )
        ends = starts + span
        if stated_ends is not None and (wall_end := _changed_end(stated_ends, ends)) > starts:
            ends, assumed = wall_end, False
        if zone is self._here and (begun := self._plain[starts]) and (over := self._plain[ends]):
            given = begun[0] if given is starts else given
            (starts, starts_at), (ends, ends_at) = begun, over
            return Occurrence(
                event, starts_at, ends_at, starts, ends, given, status, assumed, extra, change, None, planned, rule
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
            event, starts_at, ends_at, starts, ends, given, status, assumed, extra, change, abroad, planned, rule
        )

    def _seen_here(self, zone: Zone, moment: Moment) -> Moment:
        """Return what the clocks of the site's readers show at a wall time of a zone."""
        if zone is self._here or not isinstance(moment, datetime):
            return moment
        return self._here.wall(zone.epoch(moment))


class _Changes:
    """What an event's file says of single dates, and of all dates from a day on."""

    def __init__(self, event: Event, series: Moment) -> None:
        self._series = series
        self._by_day = {change.date: change for change in event.changes if not change.onwards}
        self._onwards = [change for change in event.changes if change.onwards]

    def of(self, wall: Moment, *, alone: bool) -> tuple[Change | None, Moment | None]:
        """Return what is so on the date that the rule gives, and its start before that date alone was moved."""
        day = day_of(wall)
        own = self._by_day.get(day) if alone else None
        since = next((change for change in reversed(self._onwards) if change.date <= day), None)
        if since is None:
            return own, None
        usual = self._on_day(since, wall)
        if own is None:
            return usual, usual.starts
        return _merged(own, usual, wall), usual.starts

    def _on_day(self, since: Change, wall: Moment) -> Change:
        """Return a change from a day on as that of one date."""
        starts, ends = wall, since.ends
        if isinstance(since.starts, datetime):
            starts = datetime.combine(wall, since.starts.time())
        begun = since.starts or like(since.date, self._series)
        if isinstance(ends, datetime) and isinstance(begun, datetime):
            ends = starts + (ends - begun)
        elif ends is not None:
            ends = day_of(starts) + (day_of(ends) - day_of(begun))
        moved = starts if starts != wall else None
        return replace(since, date=day_of(wall), starts=moved, ends=ends)


def _merged(own: Change, usual: Change, wall: Moment) -> Change:
    """Return a change of one date together with what is so from a day on."""
    starts, ends = own.starts, own.ends
    if starts is None:
        starts, ends = usual.starts, ends or usual.ends
    elif not isinstance(starts, datetime):
        starts = like(starts, usual.starts or wall)
    return replace(
        own,
        starts=starts,
        ends=ends,
        status=own.status or usual.status,
        title=own.title or usual.title,
        venue=own.venue or usual.venue,
        room=own.room or (usual.room if own.venue is None else None),
        note=own.note or usual.note,
    )


def _changed_end(stated: Moment, usual: datetime) -> datetime:
    """Return the end of a changed date; a bare day keeps the usual time of the end."""
    return stated if isinstance(stated, datetime) else datetime.combine(stated, usual.time())


def _end_of(ends: Moment) -> datetime:
    """Return an end as wall time, exclusive: a bare day ends at its midnight."""
    if isinstance(ends, datetime):
        return ends
    return datetime.combine(ends, datetime.min.time()) + _ONE_DAY
