"""Which days are good for an event that has no day yet: each day of a span, weighed and put in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.entries import Ground
from seurantalo.planner.dates_by_day import DatesByDay, Days, dates_by_day
from seurantalo.planner.free.against import Against, is_standing
from seurantalo.planner.free.floor import Floor, Need, Piece
from seurantalo.planner.free.hours import Hours, Instants, Span
from seurantalo.planner.free.reasons import (
    ORDER,
    For,
    Grade,
    Reason,
    ReasonKind,
    When,
    grade_of,
    points_of,
)
from seurantalo.planner.free.wish import Wish, settled
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.zone import Zone

#: Returns what is made for a key, once.
Keep: TypeAlias = Callable[[tuple[object, ...], Callable[[], Any]], Any]

_ABOUT_PEOPLE: Final = frozenset({ReasonKind.EVENT, ReasonKind.NEIGHBOUR, ReasonKind.MAJOR, ReasonKind.ROUTINE})
_BY_AUDIENCE: Final = frozenset({ReasonKind.EVENT, ReasonKind.NEIGHBOUR, ReasonKind.ROUTINE})


class Weighed(NamedTuple):
    """A reason with whom its event is for, when in the day that is, and what it weighs in points."""

    reason: Reason
    whom: For = For.UNKNOWN
    when: When = When.SAME
    points: int = 0


@dataclass(frozen=True, slots=True)
class RatedDay:
    """A day with what speaks against it, the weightiest first; ``points`` are 0 for the best.

    Of several days in a row the points are those of the worst of them, and of the venue.

    >>> saturday = Wish(municipality="vimpeli", first=date(2027, 3, 20), last=date(2027, 3, 20))
    >>> rated = FreeDates(community, calendar, settings).rank(saturday)[0]
    >>> rated.points, rated.grade.value, [each.reason.occurrence.event.id for each in rated.reasons]
    (4, 'possible', ['konsertti', 'tanssit'])
    """

    day: date
    last: date
    """The last of the days in a row; of one day, the day itself."""
    points: int
    grade: Grade
    reasons: tuple[Weighed, ...] = ()
    free: tuple[Piece, ...] = ()
    """When which room of the venue is free on the first day, in pieces that are long enough; none without a venue."""


class FreeDates:
    """Weighs days. One walk over the calendar is shared; the rest is worked out for the places asked about.

    >>> weekend = Wish(municipality="vimpeli", first=date(2027, 3, 20), last=date(2027, 3, 21))
    >>> [(rated.day.isoformat(), rated.points) for rated in FreeDates(community, calendar, settings).rank(weekend)]
    [('2027-03-21', 0), ('2027-03-20', 4)]
    """

    def __init__(
        self,
        community: Community,
        calendar: Calendar,
        settings: Settings,
        by_day: DatesByDay | None = None,
        keep: Keep | None = None,
    ) -> None:
        """Take a community with its calendar; days are weighed from the calendar's today on.

        ``by_day`` are the calendar's dates, where somebody is to know which of them are read; ``keep`` then keeps
        what was made of them.
        """
        self.community = community
        self.settings = settings
        self.ground = Ground(community, settings)
        self.by_day = dates_by_day(community, calendar) if by_day is None else by_day
        self._zone = calendar.zone
        self._clocks = Zone(calendar.zone)
        self._reasons = Against(community, self.ground, self.by_day)
        self._for: dict[tuple[tuple[str, ...], tuple[str, ...]], For] = {}
        self._instants: dict[Hours, Instants] = {}
        self._kept: dict[tuple[object, ...], Any] = {}
        self._keep = self._kept_here if keep is None else keep

    def rank(self, wish: Wish) -> tuple[RatedDay, ...]:
        """Return the days on which a wish may begin, the best first, and the sooner first among equals."""
        known = self.rated(wish)
        found = []
        for number in self.starts(wish):
            day = date.fromordinal(number)
            found.append(known.get(number) or RatedDay(day, date.fromordinal(number + wish.days - 1), 0, Grade.FREE))
        found.sort(key=lambda rated: (rated.points, rated.day))
        return tuple(found)

    def starts(self, wish: Wish) -> list[int]:
        """Return the days on which a wish may begin, as ordinal numbers."""
        days = range(wish.first.toordinal(), wish.last.toordinal() + 2 - wish.days)
        # Ordinal 1 is a Monday.
        return [day for day in days if not wish.weekdays or (day - 1) % 7 in wish.weekdays]

    def rated(self, wish: Wish) -> Mapping[int, RatedDay]:
        """Return the days of a wish that have something on, by ordinal number; all others are free.

        Where a venue was asked for, all days are in it, with the hours at which it is free.
        """
        wish = settled(wish, self.settings)
        against = self.against(wish.municipality, wish.first, wish.last)
        routine = self.by_day.routine_of(wish.municipality)
        asker = _Asker(self, wish, against, routine)
        starts = self.starts(wish)
        if wish.venue:
            return {number: asker.rated(range(number, number + wish.days)) for number in starts}
        busy = against.keys() | routine.keys()
        if wish.days == 1:
            return {number: asker.rated_alone(number) for number in sorted(busy.intersection(starts))}
        runs = (range(number, number + wish.days) for number in starts)
        return {days.start: asker.rated(days) for days in runs if not busy.isdisjoint(days)}

    def instants(self, hours: Hours) -> Instants:
        """Return when certain hours are, in the site's zone."""
        found = self._instants.get(hours)
        if found is None:
            found = self._instants[hours] = Instants(self._zone, hours)
        return found

    def on_clocks(self, span: Span) -> tuple[datetime, datetime]:
        """Return what the clocks of the site's readers show at the start and the end of a span."""
        return self._clocks.wall(span[0]), self._clocks.wall(span[1])

    def floor(self, venue: str) -> Floor:
        """Return the floor of a venue."""

        def made() -> Floor:
            return Floor(self.community.venues[venue], self.settings, self.by_day.days_of(Kind.VENUE, venue))

        found: Floor = self._keep(("floor", venue), made)
        return found

    def compared(self, theirs: tuple[str, ...], wanted: tuple[str, ...]) -> For:
        """Return whether two lists of audiences mean the same people; unknown where one of them is empty."""
        if not theirs or not wanted:
            return For.UNKNOWN
        key = (theirs, wanted)
        found = self._for.get(key)
        if found is None:
            line = self.ground.audience_line
            same = any(one in line(other) or other in line(one) for one in theirs for other in wanted)
            found = self._for[key] = For.SAME if same else For.OTHERS
        return found

    def against(self, municipality: str, first: date, last: date) -> Mapping[int, tuple[Reason, ...]]:
        """Return what speaks against the days of a municipality, whatever the hours and the venue."""
        span = range(first.toordinal(), last.toordinal() + 1)
        known: Mapping[int, tuple[Reason, ...]] = self._keep(
            ("against", municipality, first, last), lambda: self._reasons.of(municipality, span)
        )
        return known

    def _kept_here(self, key: tuple[object, ...], make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]


class _Asker:
    """Weighs the days of one wish."""

    def __init__(self, free: FreeDates, wish: Wish, against: Mapping[int, tuple[Reason, ...]], routine: Days) -> None:
        self._free = free
        self._wish = wish
        self._against = against
        self._routine = routine
        hours = wish.hours or Hours(0, 0)
        self._whole_day = hours.whole_day
        self._length = (wish.length or hours.minutes) * 60
        self._instants = free.instants(hours)
        settings = free.settings
        self._evening = range(settings.evening_starts * 60, settings.evening_ends * 60 + 1)
        self._in_evening = hours.starts in self._evening
        self._floor = free.floor(wish.venue) if wish.venue else None

    def rated_alone(self, day: int) -> RatedDay:
        """Return a single day of which no venue is asked, weighed: what every page asks of every day."""
        weighed = self._of_day(day, self._instants.on(day))
        if len(weighed) > 1:
            weighed.sort(key=_weight)
        points = sum([each.points for each in weighed])
        first = date.fromordinal(day)
        return RatedDay(first, first, points, grade_of(points), tuple(weighed))

    def rated(self, days: range) -> RatedDay:
        """Return days in a row, weighed."""
        spans = [self._instants.on(day) for day in days]
        weighed, pieces = self._of_venue(days, spans)
        told = {id(each.reason.occurrence) for each in weighed}
        points = sum(each.points for each in weighed)
        worst = 0
        seen: set[tuple[object, ...]] = set()
        for day, span in zip(days, spans, strict=True):
            found = [each for each in self._of_day(day, span) if id(each.reason.occurrence) not in told]
            worst = max(worst, sum(each.points for each in found))
            for each in found:
                reason = each.reason
                key = (
                    reason.kind,
                    id(reason.occurrence),
                    reason.day,
                    id(reason.period),
                    reason.count,
                    reason.weekend,
                )
                if key not in seen:
                    seen.add(key)
                    weighed.append(each)
        weighed.sort(key=_weight)
        points += worst
        grade = grade_of(points, {each.reason.kind for each in weighed})
        first, last = date.fromordinal(days.start), date.fromordinal(days.stop - 1)
        return RatedDay(first, last, points, grade, tuple(weighed), pieces)

    def _of_venue(self, days: range, spans: Sequence[Span]) -> tuple[list[Weighed], tuple[Piece, ...]]:
        if self._floor is None:
            return [], ()
        need = Need(days, spans, self._length, self._whole_day, self._wish.room)
        answer = self._floor.ask(need)
        weighed, rooms = [], 0
        for kind, one in answer.reasons:
            # However many rooms are not to be had, one that is will do.
            rooms += kind is ReasonKind.ROOM
            points = 0 if kind is ReasonKind.ROOM and rooms > 1 else points_of(kind)
            weighed.append(Weighed(Reason(kind, one, one.event.municipality), points=points))
        return weighed, answer.free

    def _of_day(self, day: int, span: Span) -> list[Weighed]:
        found = [self._weighed(reason, day, span) for reason in self._against.get(day, ())]
        if group := self._group(day, span):
            found.append(group)
        return found

    def _weighed(self, reason: Reason, day: int, span: Span) -> Weighed:
        one, kind = reason.occurrence, reason.kind
        if one is None or kind not in _ABOUT_PEOPLE:
            return Weighed(reason, points=points_of(kind))
        whom = self._free.compared(one.event.audiences, self._wish.audiences) if kind in _BY_AUDIENCE else For.UNKNOWN
        when = self._when(one, day, span)
        return Weighed(reason, whom, when, points_of(kind, whom, when))

    def _group(self, day: int, span: Span) -> Weighed | None:
        """Return the weekly groups of a day as one reason: the first of those that weigh most stands for all."""
        most, count, found = 0, 0, (For.UNKNOWN, When.SAME)
        first: Occurrence | None = None
        for one in self._routine.get(day, ()):
            # Of what meets at the very venue, the floor says whether that matters.
            if is_standing(one, self._free.settings.standing_days) or (
                self._wish.venue is not None and one.venue == self._wish.venue
            ):
                continue
            whom = self._free.compared(one.event.audiences, self._wish.audiences)
            when = self._when(one, day, span)
            points = points_of(ReasonKind.ROUTINE, whom, when)
            count += points > 0
            if points > most:
                most, first, found = points, one, (whom, when)
        if first is None:
            return None
        return Weighed(Reason(ReasonKind.ROUTINE, first, self._wish.municipality, count=count), *found, most)

    def _when(self, one: Occurrence, day: int, span: Span) -> When:
        if one.starts_at < span[1] and span[0] < one.ends_at:
            return When.SAME
        starts = one.starts_local
        if self._in_evening and isinstance(starts, datetime) and starts.toordinal() == day:
            minutes = starts.hour * 60 + starts.minute
            if minutes in self._evening:
                return When.EVENING
        return When.APART


def _weight(each: Weighed) -> tuple[int, int]:
    return -each.points, ORDER[each.reason.kind]
