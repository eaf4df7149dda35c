"""Events that a calendar brings and that are here already, under another name: proposed, never merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes.rules.duplicate import nearly_equal
from seurantalo.planner.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An event that is here, and the first day on which the new one looks like it."""

    event: Event
    day: date


class Duplicates:
    """The dates that are here, by day and municipality, so that only the same day's events are compared."""

    def __init__(self, calendar: Calendar, settings: Settings, *, only_own: bool = False) -> None:
        """Take the dates of the project; ``only_own``: not those of events that were fetched from elsewhere."""
        self._settings = settings
        self._dates: dict[tuple[date, str], list[Occurrence]] = {}
        for occurrence in calendar.occurrences:
            if only_own and occurrence.event.external is not None:
                # Or two calendars that both have an event would each leave it to the other.
                continue
            key = (occurrence.first_day, occurrence.event.municipality)
            self._dates.setdefault(key, []).append(occurrence)

    def find(self, occurrences: Iterable[Occurrence]) -> Duplicate | None:
        """Return the event that one of the new dates looks like: date and place are one, the titles nearly so.

        The planner's rule for the titles. Weekly groups count here too: nobody wants one twice.
        """
        for occurrence in occurrences:
            key = (occurrence.first_day, occurrence.event.municipality)
            for other in self._dates.get(key, ()):
                if _alike(occurrence, other, self._settings):
                    return Duplicate(other.event, occurrence.first_day)
        return None


def _alike(new: Occurrence, old: Occurrence, settings: Settings) -> bool:
    same_place = new.venue is None or old.venue is None or new.venue == old.venue
    overlap = new.starts_at < old.ends_at and old.starts_at < new.ends_at
    return same_place and overlap and nearly_equal(_title(new), _title(old), settings.duplicate_likeness)


def _title(occurrence: Occurrence) -> str:
    versions: Sequence[tuple[str, str]] = occurrence.title.versions
    return versions[0][1]
