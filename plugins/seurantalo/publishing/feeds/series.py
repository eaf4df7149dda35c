"""From an event's occurrences to the VEVENTs that say them: a series, its exceptions, and dates of their own.

What happens when is the calendar's word alone. The rule of the file is only a shorter way to say it: every date
that the rule gives and the calendar has not is excluded, and every date that the calendar has and the rule cannot
give becomes a VEVENT of its own. RDATE is never used: five of nine engines tried mishandle it, and so does Outlook.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Final, NamedTuple

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Repetition
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.rule import rule_days
from seurantalo.publishing.feeds.timezones import FeedZone
from seurantalo.publishing.feeds.uid import Uids

_DAY: Final = timedelta(days=1)
#: The rule gives days only, or wall times only.
_BY_RULE: Final = attrgetter("recurrence_id", "starts_at")
_STATUS: Final = {
    EventStatus.TENTATIVE: "TENTATIVE",
    EventStatus.POSTPONED: "CANCELLED",
    EventStatus.CANCELLED: "CANCELLED",
}


def ical_status(status: EventStatus) -> str:
    """Return the STATUS of RFC 5545, 3.8.1.11, which knows none for what is postponed: its day is cancelled."""
    return _STATUS.get(status, "CONFIRMED")


class Rule(NamedTuple):
    """What says the dates of a series. ``last`` is the start of its last instance, in wall time."""

    repetition: Repetition
    last: Moment
    excluded: tuple[Moment, ...]


class Entry(NamedTuple):
    """One VEVENT to be.

    ``starts`` and ``ends`` are wall times, or days; the end is exclusive. ``instants`` are the same in UTC epoch
    seconds where wall time would not say the same to every app (see ``FeedZone.plain``). ``occurrence`` is what its
    texts and its status come from; None: the event itself (a series). ``shown`` are the occurrences that an app
    shall see from this VEVENT, its exceptions not counted.
    """

    uid: str
    starts: Moment
    ends: Moment
    occurrence: Occurrence | None
    shown: tuple[Occurrence, ...]
    instants: tuple[int, int] | None = None
    recurrence_id: Moment | None = None
    rule: Rule | None = None


def entries(
    event: Event, occurrences: Sequence[Occurrence], zone: FeedZone, uids: Uids, *, in_utc: bool = False
) -> tuple[Entry, ...]:
    """Return the VEVENTs of an event in order: of each rule the series, its exceptions, then dates of their own.

    ``occurrences`` are those that the feeds show (see ``selection``), at least one. With ``in_utc`` the times of an
    event without a rule are instants.
    """
    if event.repeats is None:
        return tuple([_own(one, uids.of_event(event), zone, in_utc=in_utc) for one in occurrences])
    found: list[Entry] = []
    for number, rule in enumerate(event.repetitions):
        dates = [one for one in occurrences if one.rule == number]
        found += _Series(event, rule, dates, zone, uids).entries(uids.of_rule(event, number + 1))
    return tuple(found)


def _end(occurrence: Occurrence) -> Moment:
    """Return the exclusive end in wall time; for whole days the day after the last."""
    ends = occurrence.ends_in_zone
    return ends if isinstance(ends, datetime) else ends + _DAY


def _own(
    occurrence: Occurrence, uid: str, zone: FeedZone, recurrence_id: Moment | None = None, *, in_utc: bool = False
) -> Entry:
    """Return the VEVENT of one occurrence: of its own, or (with ``recurrence_id``) an exception of its series."""
    starts, ends = occurrence.starts_in_zone, _end(occurrence)
    is_plain = occurrence.whole_day or (not in_utc and zone.plain(starts, ends))
    return Entry(
        uid=uid,
        starts=starts,
        ends=ends,
        instants=None if is_plain else (occurrence.starts_at, occurrence.ends_at),
        occurrence=occurrence,
        shown=(occurrence,),
        recurrence_id=recurrence_id,
    )


class _Series:
    """The dates that one rule of an event gives, and those that were written beside it."""

    def __init__(
        self, event: Event, rule: Repetition, occurrences: Sequence[Occurrence], zone: FeedZone, uids: Uids
    ) -> None:
        self.event, self.rule, self.zone, self.uids = event, rule, zone, uids
        self.by_rule = sorted([one for one in occurrences if not one.extra], key=_BY_RULE)
        self.extra = [one for one in occurrences if one.extra]
        self.whole_day = not isinstance(rule.starts, datetime)
        usual = [one for one in self.by_rule if one.change is None] or self.by_rule
        self.length = next(map(_length, usual), _DAY)

    def entries(self, uid: str) -> list[Entry]:
        walls = self._walls() if self.by_rule else []
        unclear, bent = self._troubled(walls)
        series: list[Entry] = []
        carried: set[int] = set()
        for stretch in _stretches(walls, self._members(walls), unclear, bent):
            carried.update(map(id, stretch.values()))
            begins = next(iter(stretch.values()))
            name = self._apart("instead", begins) if series else uid
            # One date is no series.
            series += (
                self._series(walls, stretch, bent, name) if len(stretch) > 1 else [_own(begins, name, self.zone)]
            )
        apart = [("instead", one) for one in self.by_rule if id(one) not in carried]
        alone = [*apart, *(("also", one) for one in self.extra)]
        ordered = sorted((one.starts_at, self._apart(kind, one), one) for kind, one in alone)
        return [*series, *(_own(one, name, self.zone) for _, name, one in ordered)]

    def _apart(self, kind: str, one: Occurrence) -> str:
        return self.uids.of_date(self.event, kind, one.recurrence_id)

    def _walls(self) -> list[Moment]:
        """Return every start that the rule gives, in wall time, from the first to the last of the calendar's."""
        starts, last = self.rule.starts, day_of(self.by_rule[-1].recurrence_id)
        days = rule_days(self.rule.rule, day_of(starts), last)
        if not isinstance(starts, datetime):
            return [*days]
        if not self.zone.tells(starts):
            return []  # no VTIMEZONE can say it: each date stands alone, in UTC
        clock = starts.time()
        return [datetime.combine(day, clock) for day in days]

    def _troubled(self, walls: list[Moment]) -> tuple[set[Moment], set[Moment]]:
        """Return the starts that clocks show twice or never, and those from which the clock bends the length."""
        steady, length = self.zone.steady, self.length
        near = [
            wall
            for wall in walls
            if isinstance(wall, datetime) and not (steady(wall.date()) and (wall + length).date() == wall.date())
        ]
        return (
            {wall for wall in near if self.zone.unclear(wall)},
            {wall for wall in near if not self.zone.plain(wall, wall + length)},
        )

    def _members(self, walls: list[Moment]) -> dict[Moment, Occurrence]:
        """Return the occurrences that the series can carry, as they are or as exceptions, by the rule's start."""
        place = {wall: index for index, wall in enumerate(walls)}
        found = {
            one.recurrence_id: one
            for one in self.by_rule
            if one.recurrence_id in place and isinstance(one.starts_in_zone, datetime) is not self.whole_day
        }
        moved = {
            wall: day_of(one.starts_in_zone)
            for wall, one in found.items()
            if day_of(one.starts_in_zone) != day_of(wall)
        }
        for wall, to in moved.items():
            index = place[wall]
            before, after = walls[:index][-1:], walls[index + 1 : index + 2]
            # Outlook and Exchange refuse an exception that passes a neighbour or shares its day.
            if any(to <= max(day_of(other), moved.get(other, date.min)) for other in before) or any(
                to >= min(day_of(other), moved.get(other, date.max)) for other in after
            ):
                del found[wall]
        return found

    def _series(
        self, walls: list[Moment], members: dict[Moment, Occurrence], bent: set[Moment], uid: str
    ) -> list[Entry]:
        first, last = next(iter(members)), next(reversed(members))
        exceptions = {wall: one for wall, one in members.items() if wall in bent or not self._as_the_series(one)}
        master = Entry(
            uid=uid,
            starts=first,
            ends=first + self.length,
            occurrence=None,
            shown=tuple([one for wall, one in members.items() if wall not in exceptions]),
            rule=Rule(
                self.rule, last, tuple([wall for wall in walls if wall not in members and first < wall < last])
            ),
        )
        return [master, *(_own(one, uid, self.zone, wall) for wall, one in exceptions.items())]

    def _as_the_series(self, one: Occurrence) -> bool:
        """Tell whether the occurrence is just what the rule says, in time, place, title and status."""
        if one.starts_in_zone != one.recurrence_id or _length(one) != self.length:
            return False
        event = self.event
        if one.change is None:
            return one.status is event.status or _told_as(one.status) == _told_as(event.status)
        return (one.title, one.venue, one.room, one.change.note, _told_as(one.status)) == (
            event.title,
            event.venue,
            event.room,
            None,
            _told_as(event.status),
        )


def _told_as(status: EventStatus) -> tuple[str, bool]:
    """Return what a VEVENT tells of a status: its STATUS, and whether its title says that it is postponed."""
    return ical_status(status), status is EventStatus.POSTPONED


def _stretches(
    walls: list[Moment], members: dict[Moment, Occurrence], unclear: set[Moment], bent: set[Moment]
) -> list[dict[Moment, Occurrence]]:
    """Return the members in the stretches that one rule may carry; nearly always there is one.

    A night on which the rule's hour does not exist, or exists twice, ends a stretch: no app can be told of it
    in wall time, not even to leave it out. And no stretch begins with a date whose length the clock bends:
    apps would carry that length on to all others.
    """
    stretches: list[dict[Moment, Occurrence]] = []
    stretch: dict[Moment, Occurrence] = {}
    for wall in walls:
        if wall in unclear:
            stretches.append(stretch)
            stretch = {}
        elif wall in members and (stretch or wall not in bent):
            stretch[wall] = members[wall]
    return [one for one in (*stretches, stretch) if one]


def _length(occurrence: Occurrence) -> timedelta:
    starts, ends = occurrence.starts_in_zone, _end(occurrence)
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        return ends - starts
    return day_of(ends) - day_of(starts)
