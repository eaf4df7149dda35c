"""What is on where, day by day: the dates to come, dealt by municipality, venue and organiser.

One walk over the calendar deals the dates; the days of one place are sorted out when somebody asks about it. So a
question about one municipality costs what happens there, however large the region is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Final

from seurantalo.model.community import Community
from seurantalo.model.event import Weight
from seurantalo.model.record import Kind
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence

#: The groups of major events and of routine ones, beside those named by kinds of record.
_GREAT: Final = "major"
_ROUTINE: Final = "routine"
_IN_ORDER: Final = attrgetter("starts_at", "ends_at", "event.id")
#: Days (ordinal numbers) -> what is on, in the calendar's order.
Days = Mapping[int, Sequence[Occurrence]]


class DatesByDay:
    """The dates that are held from the calendar's today on. Cancelled and postponed ones are not in it."""

    __slots__ = ("_days", "_dealt", "_first")

    def __init__(self, community: Community, calendar: Calendar) -> None:
        """Deal the dates. Under a municipality stand those that are not routine, under venues and organisers all."""
        # A night that began yesterday may still be going on.
        first = calendar.today - timedelta(days=1)
        self._first = first.toordinal()
        self._days: dict[tuple[str, str], Days] = {}
        self._dealt: dict[tuple[str, str], list[Occurrence]] = {}
        for series in calendar.series:
            dates = [date for date in series if date.last_day >= first and not date.cancelled]
            if not dates:
                continue
            event = dates[0].event
            for organiser in event.organisers:
                self._deal(Kind.ORGANISATION, organiser, dates)
            if event.changes:
                for date in dates:
                    self._deal_one(community, date)
                continue
            if event.venue is not None:
                self._deal(Kind.VENUE, event.venue, dates)
            self._deal_to_place(event.municipality, event.weight, dates)

    def _deal_one(self, community: Community, date: Occurrence) -> None:
        """Deal a date that may be elsewhere than its event."""
        if date.venue is not None:
            self._deal(Kind.VENUE, date.venue, (date,))
        self._deal_to_place(municipality_of(date, community), date.event.weight, (date,))

    def _deal_to_place(self, municipality: str, weight: Weight, dates: Sequence[Occurrence]) -> None:
        self._deal(_ROUTINE if weight is Weight.ROUTINE else Kind.MUNICIPALITY, municipality, dates)
        if weight is Weight.MAJOR:
            self._deal(_GREAT, municipality, dates)

    def _deal(self, group: str, name: str, dates: Sequence[Occurrence]) -> None:
        key = (group, name)
        if key in self._dealt:
            self._dealt[key] += dates
        else:
            self._dealt[key] = list(dates)

    def days_of(self, kind: Kind, name: str) -> Days:
        """Return what is on in a municipality, at a venue or by an organiser, on each of its days."""
        return self._sorted_out((kind, name))

    def events_of(self, group: str, name: str) -> set[str]:
        """Return the ids of the events of all days of a group, which is a kind or another word."""
        return {date.event.id for date in self._dealt.get((group, name), ())}

    def routine_of(self, municipality: str) -> Days:
        """Return the routine events of a municipality: those that are held daily or weekly."""
        return self._sorted_out((_ROUTINE, municipality))

    def great_days_of(self, municipality: str) -> Days:
        """Return the major events of a municipality."""
        return self._sorted_out((_GREAT, municipality))

    def _sorted_out(self, key: tuple[str, str]) -> Days:
        found = self._days.get(key)
        if found is None:
            dates = self._dealt.get(key, [])
            dates.sort(key=_IN_ORDER)
            days: dict[int, list[Occurrence]] = {}
            for date in dates:
                first, last = date.first_day, date.last_day
                day = first.toordinal()
                for each in (day,) if last is first else range(max(day, self._first), last.toordinal() + 1):
                    if each in days:
                        days[each].append(date)
                    else:
                        days[each] = [date]
            found = self._days[key] = days
        return found


@lru_cache(maxsize=1)
def dates_by_day(community: Community, calendar: Calendar) -> DatesByDay:
    """Return the dates of a calendar by day; remembered for the one last asked about."""
    return DatesByDay(community, calendar)


def municipality_of(date: Occurrence, community: Community) -> str:
    """Return the municipality of a date, which may have been moved to a venue elsewhere."""
    change = date.change
    if change is None or change.venue is None:
        return date.event.municipality
    return community.venues[change.venue].municipality
