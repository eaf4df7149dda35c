"""Dates that were told and that the calendar has no more: the file's day was changed, or is not known any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Moment
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar, calendar_of
from seurantalo.planner.occurrence import Occurrence


class GoneDates:
    """Finds the date that an event had on a day, as what became of it: moved, postponed, or no more."""

    def __init__(self, calendar: Calendar, settings: Settings) -> None:
        """Take the dates of today."""
        self._calendar, self._settings = calendar, settings
        self._left: dict[tuple[str, date], Occurrence] | None = None

    def on(self, event: Event, day: date) -> Occurrence | None:
        """Return the date of an event that begins on a day, or what has become of it.

        Whoever moves an event may write only its new day. So a single event that is on another day now has moved
        there; one whose day is not known is postponed; of a series a date that the rule gives no more is cancelled.
        """
        dates = self._calendar.of_event(event.id)
        found = next((one for one in dates if one.first_day == day), None)
        if found is not None:
            return found
        if self._left is None:
            self._left = {(one.event.id, one.first_day): one for one in reversed(self._calendar.left)}
        left = self._left.get((event.id, day))
        return left if left is not None else self._made(event, day, dates)

    def _made(self, event: Event, day: date, dates: tuple[Occurrence, ...]) -> Occurrence | None:
        if event.repeats is None and dates:
            new = dates[0]
            status = new.status if new.cancelled else EventStatus.MOVED
            return self._as_if(event, _like(new.starts_local, day), status, new)
        pending = event.date_pending or not dates
        status = (
            EventStatus.POSTPONED if pending and event.status is not EventStatus.CANCELLED else EventStatus.CANCELLED
        )
        return self._as_if(event, _like(dates[0].starts_local, day) if dates else day, status, None)

    def _as_if(
        self, event: Event, starts: Moment, status: EventStatus, moved_to: Occurrence | None
    ) -> Occurrence | None:
        """Return the date that the event would have if it were held once, on another day."""
        single = replace(
            event, starts=starts, ends=None, status=EventStatus.CONFIRMED, repeats=None, further=(), changes=(),
            planned_starts=None, hold_until=None, timezone=self._settings.timezone,
        )  # fmt: skip
        made = next(iter(calendar_of([single], self._settings, self._calendar.today).occurrences), None)
        return (
            None if made is None else replace(made, event=event, status=status, ends_assumed=True, moved_to=moved_to)
        )


def _like(starts: Moment, day: date) -> Moment:
    """Return a day with the hour of another start."""
    return datetime.combine(day, starts.time()) if isinstance(starts, datetime) else day
