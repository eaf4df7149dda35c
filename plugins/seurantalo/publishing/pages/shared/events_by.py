"""The dates of events by the records that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind, Record
from seurantalo.planner.calendar import BY_START
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import Part
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a record that are over, and those that are not; both in order of start."""

    past: Sequence[Occurrence]
    coming: Sequence[Occurrence]


_NO_DATES: Final = Dates((), ())


#: Kind of record -> the fields by which events belong to it.
_FIELDS: Final = {
    Kind.MUNICIPALITY: ("municipality",),
    Kind.ORGANISATION: ("organisers",),
    Kind.PRACTICE: ("practices",),
    Kind.VENUE: ("venue", "changes.venue"),
}


def _found(ctx: PageContext, kind: Kind, name: str) -> Dates:
    calendar, today = ctx.calendar, ctx.today
    # Who declares to read all dates may know whose they are.
    community = ctx.all_of(Part.DATES).community
    record = community.by_kind[kind].get(name)
    roles = community.roles(record) if record is not None else {}
    events = {one.id for field in _FIELDS[kind] for one in roles.get((Kind.EVENT, field), ())}
    if not events:
        return _NO_DATES
    left, dates = ctx.once(_left), list[Occurrence]()
    for event in events:
        dates += calendar.of_event(event)
        if event in left:
            dates += left[event]
    if kind is Kind.VENUE:
        dates = [one for one in dates if one.venue == name]
    dates.sort(key=BY_START)
    return Dates([one for one in dates if one.last_day < today], [one for one in dates if one.last_day >= today])


def _left(ctx: PageContext) -> Mapping[str, Sequence[Occurrence]]:
    """Return the days that dates have moved away from, by event."""
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for one in ctx.calendar.left:
        found[one.event.id].append(one)
    return found


def _dates_of(ctx: PageContext, kind: str, name: str) -> Dates:
    return ctx.once(_found, Kind(kind), name)


def _events_of(ctx: PageContext, kind: str, name: str) -> set[str]:
    dates = _dates_of(ctx, kind, name)
    return {one.event.id for some in (dates.past, dates.coming) for one in some}


#: The dates of a record.
DATES_OF: Final = Question("dates of", _dates_of, _events_of, since=Change.OUTLINE, alone=True)


class EventsBy:
    """The calendar's dates by municipality, organiser, venue and practice, each list in order of start."""

    __slots__ = ("_ctx",)

    def __init__(self, ctx: PageContext) -> None:
        """Take the context in which the dates of each record are looked up once."""
        self._ctx = ctx

    def _of(self, record: Record) -> Dates:
        return DATES_OF.ask(self._ctx, record.KIND.value, record.id)

    def coming(self, record: Record) -> tuple[Occurrence, ...]:
        """Return the dates of a record that are not over."""
        return tuple(self._of(record).coming)

    def has_coming(self, record: Record) -> bool:
        """Tell whether a record has dates that are not over."""
        return bool(self._of(record).coming)

    def past(self, record: Record) -> tuple[Occurrence, ...]:
        """Return the dates of a record that are over and were not cancelled, latest first."""
        return tuple([found for found in reversed(self._of(record).past) if not found.cancelled])

    def around_today(self, record: Record) -> tuple[Occurrence, ...]:
        """Return the next date alone, or all past ones: to tell whether something is alive no more is needed."""
        dates = self._of(record)
        return next(((found,) for found in dates.coming if not found.cancelled), tuple(dates.past))


def by_year(dates: Iterable[Occurrence]) -> tuple[tuple[int, int], ...]:
    """Return (year, events) for dates, latest year first; an event that repeats counts once a year."""
    found: dict[int, set[str]] = defaultdict(set)
    for one in dates:
        found[one.first_day.year].add(one.event.id)
    return tuple((year, len(found[year])) for year in sorted(found, reverse=True))
