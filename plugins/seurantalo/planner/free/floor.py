"""Whether a venue has its floor free at certain hours, room by room, and who has it else.

The same facts as in the rule about two events in one place (``planner/clashes/rules/venue.py``), asked the other way
round: not whether two dates meet, but where between them a third one fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.model.event import EventStatus, Format
from seurantalo.model.place import Venue
from seurantalo.model.settings import Settings
from seurantalo.planner.dates_by_day import Days
from seurantalo.planner.free.hours import Span
from seurantalo.planner.free.reasons import ReasonKind
from seurantalo.planner.occurrence import Occurrence


class State(IntEnum):
    """How a floor is, the best first."""

    FREE = 0
    ASK = 1
    """Somebody holds it tentatively, or there is little time to set up."""
    TAKEN = 2


class Need(NamedTuple):
    """What is asked of a floor: hours of each day in a row, and how many seconds of them in one piece."""

    days: range
    """Ordinal numbers."""
    spans: Sequence[Span]
    """The instants, one for each day."""
    length: int
    whole_day: bool
    room: str | None


class Piece(NamedTuple):
    """A stretch of time at which a room is free; a venue without rooms has None for one."""

    room: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Answer:
    """How the floor is, what speaks against it, and the pieces of the hours of the first day that are free."""

    state: State
    reasons: tuple[tuple[ReasonKind, Occurrence], ...] = ()
    free: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _Room:
    name: str | None
    state: State
    shown: Sequence[Occurrence]
    """Exhibitions."""
    reasons: tuple[tuple[ReasonKind, Occurrence], ...]
    free: tuple[Span, ...]


class Floor:
    """The floor of a venue. A venue without rooms is one room, and what names no room takes them all.

    >>> hall = Floor(community.venues["seurantalo"], settings, dates_by_day(community, calendar).days_of(
    ...     Kind.VENUE, "seurantalo"))
    >>> day, evening = date(2027, 3, 20).toordinal(), Instants("Europe/Helsinki", Hours(960, 1_320))
    >>> hall.ask(Need(range(day, day + 1), [evening.on(day)], 10_800, False, None)).state
    <State.TAKEN: 2>
    """

    __slots__ = ("_days", "_least", "_margin", "_rooms")

    def __init__(self, venue: Venue, settings: Settings, days: Days) -> None:
        """``days`` are what is on at the venue."""
        self._rooms: tuple[str | None, ...] = tuple(room.id for room in venue.rooms) or (None,)
        #: Seconds between two events: those that the venue itself asks for are kept, the site's are only usual.
        self._least = (venue.setup_margin or 0) * 60
        self._margin = (settings.setup_margin if venue.setup_margin is None else venue.setup_margin) * 60
        self._days = days

    def ask(self, need: Need) -> Answer:
        """Return how the floor is; of several rooms the best is the answer, and the others are told."""
        near = list(self._near(need.days))
        wanted = (need.room,) if need.room is not None else self._rooms
        if not near:
            return Answer(State.FREE, (), tuple(Piece(room, need.spans[0]) for room in wanted))
        rooms = [self._room(room, near, need) for room in wanted]
        best = min(room.state for room in rooms)
        good = [room for room in rooms if room.state is best]
        reasons = [reason for room in good for reason in room.reasons]
        if best is not State.TAKEN:
            if all(room.shown for room in good):
                reasons += ((ReasonKind.EXHIBITION, one) for one in good[0].shown)
            others = (one for room in rooms if room.state > best for _, one in room.reasons)
            reasons += ((ReasonKind.ROOM, one) for one in others)
        return Answer(
            best, tuple(_once(reasons)), tuple(Piece(room.name, span) for room in good for span in room.free)
        )

    def _near(self, days: range) -> Iterator[Occurrence]:
        """Yield what is on from the evening before to the morning after, each once."""
        seen: set[int] = set()
        for number in range(days.start - 1, days.stop + 1):
            for one in self._days.get(number, ()):
                if id(one) not in seen:
                    seen.add(id(one))
                    yield one

    def _room(self, room: str | None, near: Iterable[Occurrence], need: Need) -> _Room:
        firm: list[Occurrence] = []
        held: list[Occurrence] = []
        shown: list[Occurrence] = []
        for one in near:
            if room is not None and one.room is not None and one.room != room and one.room in self._rooms:
                continue
            if hangs(one):
                if any(one.starts_at < ends and starts < one.ends_at for starts, ends in need.spans):
                    shown.append(one)
            else:
                (held if one.status is EventStatus.TENTATIVE else firm).append(one)
        both = [*firm, *held]
        free = [self._gaps(span, both, self._margin, need) for span in need.spans]
        if all(free):
            return _Room(room, State.FREE, shown, (), tuple(free[0]))
        if not self._fits(firm, self._least, need):
            return _Room(
                room, State.TAKEN, shown, _all(ReasonKind.VENUE, self._touching(firm, self._least, need)), ()
            )
        roomy = self._fits(firm, self._margin, need)
        reasons = () if roomy else _all(ReasonKind.MARGIN, self._touching(firm, self._margin, need))
        if roomy or not self._fits(both, self._least, need):
            reasons += _all(ReasonKind.HOLD, self._touching(held, self._margin, need))
        return _Room(room, State.ASK, shown, reasons, ())

    def _fits(self, taken: Sequence[Occurrence], margin: int, need: Need) -> bool:
        return all(self._gaps(span, taken, margin, need) for span in need.spans)

    def _gaps(self, span: Span, taken: Iterable[Occurrence], margin: int, need: Need) -> list[Span]:
        """Return the pieces of a span that are free and long enough."""
        at, end = span
        # On the day on which clocks go forward the hours are one fewer.
        length = min(need.length, end - at)
        found: list[Span] = []
        for starts, ends in sorted(self._kept(one, margin, need) for one in taken):
            if starts >= end:
                break
            if starts - at >= length:
                found.append((at, starts))
            at = max(at, ends)
        if end - at >= length:
            found.append((at, end))
        return found

    def _touching(self, taken: Iterable[Occurrence], margin: int, need: Need) -> Iterator[Occurrence]:
        for one in taken:
            starts, ends = self._kept(one, margin, need)
            if any(starts < span[1] and span[0] < ends for span in need.spans):
                yield one

    def _kept(self, one: Occurrence, margin: int, need: Need) -> Span:
        """Return the time that a date keeps from others; whole days need no time between them and clock times."""
        if one.whole_day or need.whole_day:
            margin = 0
        return one.starts_at - margin, one.ends_at + margin


def hangs(one: Occurrence) -> bool:
    """True for an exhibition of more than a day: it leaves the floor to others, if its keeper agrees."""
    return one.event.format is Format.EXHIBITION and one.last_day > one.first_day


def _all(kind: ReasonKind, dates: Iterable[Occurrence]) -> tuple[tuple[ReasonKind, Occurrence], ...]:
    return tuple((kind, one) for one in dates)


def _once(reasons: Iterable[tuple[ReasonKind, Occurrence]]) -> Iterator[tuple[ReasonKind, Occurrence]]:
    """Yield each date once, in the order of time, with the first reason that it is given for."""
    found: dict[int, tuple[ReasonKind, Occurrence]] = {}
    for kind, one in reasons:
        found.setdefault(id(one), (kind, one))
    yield from sorted(found.values(), key=lambda each: (each[1].starts_at, each[1].ends_at, each[1].event.id))
