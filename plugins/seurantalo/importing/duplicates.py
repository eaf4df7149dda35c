"""Events that a calendar brings and that are here already, under another name: proposed, never merged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.one_event import OneEvent

#: Of what stays longer, so many days are compared.
_MOST_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An event that is here, and the first day on which the new one looks like it."""

    event: Event
    day: date


class Duplicates:
    """The dates that are here, by day and municipality, so that only the same day's events are compared."""

    def __init__(
        self, community: Community, calendar: Calendar, settings: Settings, *, only_own: bool = False
    ) -> None:
        """Take the dates of the project; ``only_own``: not those of events that were fetched from elsewhere."""
        self._one_event = OneEvent(community, settings)
        self._dates: dict[tuple[date, str], list[Occurrence]] = {}
        # Or two calendars that both have an event would each leave it to the other.
        self.add(one for one in calendar.occurrences if not only_own or one.event.external is None)

    def add(self, occurrences: Iterable[Occurrence]) -> None:
        """Take more dates: those of an event that is imported, beside which the next may be the same once more."""
        for one in occurrences:
            for day in one.days[:_MOST_DAYS]:
                self._dates.setdefault((day, one.event.municipality), []).append(one)

    def find(self, occurrences: Iterable[Occurrence]) -> Duplicate | None:
        """Return the event that one of the new dates looks like.

        The planner's judgement of the two. Weekly groups count here too: nobody wants one twice.
        """
        for occurrence in occurrences:
            for day in occurrence.days[:_MOST_DAYS]:
                for other in self._dates.get((day, occurrence.event.municipality), ()):
                    if self._one_event.judge(occurrence, other):
                        return Duplicate(other.event, occurrence.first_day)
        return None
