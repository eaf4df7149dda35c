"""What somebody told by hand and noted in the event's own file: ``radio: lähetetty 25.5.2027``.

Such a note has a day and no facts. What was said is what the file said on that day, if the history of the file is
known; else nothing is claimed, and no change is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, TypeAlias

from seurantalo.announcing.admission import is_weekly, season_starts
from seurantalo.announcing.book import Telling
from seurantalo.announcing.due import news_day
from seurantalo.announcing.gone_dates import GoneDates
from seurantalo.announcing.issues import Issue
from seurantalo.announcing.placing import Placing
from seurantalo.model.channel import Channel
from seurantalo.model.channel_plan import ChannelChoice
from seurantalo.model.event import Event
from seurantalo.model.record import day_of
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar, calendar_of
from seurantalo.planner.occurrence import Occurrence

#: Returns an event as its file was at the end of a day; None where that is not known.
AsThen: TypeAlias = Callable[[Event, date], Event | None]
#: A group whose season has begun may still be told in its first weeks.
_LATE: Final = timedelta(days=27)


class HandNotes:
    """Reads the notes of event files as tellings."""

    def __init__(
        self,
        calendar: Calendar,
        settings: Settings,
        as_then: AsThen,
        line_of: Callable[[Occurrence], str],
        placing_of: Callable[[Channel], Placing],
    ) -> None:
        """``line_of`` says a date's facts as the ledger has them; ``placing_of`` knows the issues of a channel."""
        self._calendar, self._settings = calendar, settings
        self._as_then, self._line_of, self._placing_of = as_then, line_of, placing_of

    def tellings(self, channel: Channel, event: Event, known: frozenset[date]) -> Iterator[Telling]:
        """Yield what the event's file says was told in a channel; ``known`` are the days that the ledger tells of."""
        choice = next((one for one in event.channel_plan.choices if one.channel == channel.id), None)
        if choice is None:
            return
        told = set(known)
        if choice.sent is not None:
            on = day_of(choice.sent)
            then, dates = self._then(event, on)
            one = _first_from(dates.of_event(event.id), on, weekly=is_weekly(then or event))
            if one is not None:
                told.add(one.first_day)
                yield self._telling(channel, one, on, known=then is not None)
        if choice.corrected is not None:
            yield from self._corrected(channel, event, choice, told)

    def _corrected(self, channel: Channel, event: Event, choice: ChannelChoice, told: set[date]) -> Iterator[Telling]:
        on = day_of(choice.corrected or date.min)
        then, dates = self._then(event, on)
        gone = GoneDates(dates, self._settings)
        for day in sorted(told):
            one = gone.on(then or event, day)
            if one is not None and day >= on:
                yield self._telling(channel, one, on, known=then is not None)

    def _then(self, event: Event, on: date) -> tuple[Event | None, Calendar]:
        """Return the event as it was, where that is known, and its dates then."""
        then = self._as_then(event, on)
        return then, self._calendar if then is None else calendar_of([then], self._settings, on)

    def _telling(self, channel: Channel, one: Occurrence, on: date, *, known: bool) -> Telling:
        facts = self._line_of(one) if known else None
        return Telling((one.event.id, one.first_day), facts, on, self._issue(channel, one))

    def _issue(self, channel: Channel, one: Occurrence) -> Issue | None:
        news = news_day(one.event, one.first_day)
        return self._placing_of(channel).of(one.event.id, one.first_day, one.last_day, news)


def _first_from(dates: tuple[Occurrence, ...], on: date, *, weekly: bool) -> Occurrence | None:
    """Return the date that was told on a day: the first from then on, else the last one before."""
    if weekly:
        starts = season_starts(dates)
        dates, on = tuple(one for one in dates if one.first_day in starts), on - _LATE
    held = [one for one in dates if not one.cancelled]
    return next((one for one in held if one.first_day >= on), held[-1] if held else None)
