"""The dates of events by the records that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from seurantalo.model.record import Kind, Record
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.shared.context import PageContext

#: Further from a day than any zone's clock is from UTC, in seconds (they reach from -12 to +14 hours).
_ANY_ZONE: Final = 15 * 3600


_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of a record that are over, and those that are not; both in order of start."""

    past: list[Occurrence]
    coming: list[Occurrence]


def _dealt(ctx: PageContext) -> Mapping[tuple[Kind, str], _Dates]:
    """Deal every date that lists show out to its records; the pages of several kinds ask for the same."""
    calendar, today = ctx.calendar, ctx.today
    midnight = (today.toordinal() - _EPOCH_DAY) * 86_400
    over, ahead = midnight - _ANY_ZONE, midnight + _ANY_ZONE
    dates: Mapping[tuple[Kind, str], _Dates] = defaultdict(lambda: _Dates([], []))
    for found in calendar.listed:
        event, venue = found.event, found.venue
        records = [dates[Kind.MUNICIPALITY, event.municipality]]
        records += [dates[Kind.ORGANISATION, name] for name in event.organisers]
        records += [dates[Kind.PRACTICE, name] for name in event.practices]
        if venue is not None:
            records.append(dates[Kind.VENUE, venue])
        # Local days cost more to find out than seconds: they are asked for around today only.
        coming = found.starts_at >= ahead or (found.ends_at > over and found.last_day >= today)
        for record in records:
            (record.coming if coming else record.past).append(found)
    return dict(dates)


class EventsBy:
    """The calendar's dates by municipality, organiser, venue and practice, each list in order of start."""

    __slots__ = ("_dates",)

    def __init__(self, ctx: PageContext) -> None:
        """Deal every date out once."""
        self._dates = ctx.once(_dealt)

    def coming(self, record: Record) -> tuple[Occurrence, ...]:
        """Return the dates of a record that are not over."""
        dates = self._dates.get((record.KIND, record.id))
        return tuple(dates.coming) if dates else ()

    def past(self, record: Record) -> tuple[Occurrence, ...]:
        """Return the dates of a record that are over and were not cancelled, latest first."""
        dates = self._dates.get((record.KIND, record.id))
        return tuple([found for found in reversed(dates.past) if not found.cancelled]) if dates else ()

    def around_today(self, record: Record) -> tuple[Occurrence, ...]:
        """Return the next date alone, or all past ones: to tell whether something is alive no more is needed."""
        dates = self._dates.get((record.KIND, record.id))
        if dates is None:
            return ()
        return next(((found,) for found in dates.coming if not found.cancelled), tuple(dates.past))


def by_year(dates: Iterable[Occurrence]) -> tuple[tuple[int, int], ...]:
    """Return (year, events) for dates, latest year first; an event that repeats counts once a year."""
    found: dict[int, set[str]] = defaultdict(set)
    for one in dates:
        found[one.first_day.year].add(one.event.id)
    return tuple((year, len(found[year])) for year in sorted(found, reverse=True))
