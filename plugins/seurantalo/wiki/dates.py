"""What this room must know of an event's date. The planner's occurrences fit without being imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, TypeAlias

from seurantalo.model.event import Event
from seurantalo.model.record import Moment


class Dated(Protocol):
    """One date of an event, in wall time of the site's zone."""

    @property
    def event(self) -> Event:
        """The event."""

    @property
    def starts_at(self) -> int:
        """Seconds since 1970-01-01 UTC."""

    @property
    def starts_local(self) -> Moment:
        """The start: a date for whole days."""

    @property
    def first_day(self) -> date:
        """The local day on which it begins."""

    @property
    def last_day(self) -> date:
        """The last local day it belongs to."""

    @property
    def planned(self) -> Moment | None:
        """When it was first to begin, where that was at another time."""

    @property
    def cancelled(self) -> bool:
        """True where nothing happens on this date."""


#: Returns the dates of an event, by its id, in order (``Calendar.of_event``).
DatesOf: TypeAlias = Callable[[str], Sequence[Dated]]
