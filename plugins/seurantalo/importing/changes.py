"""One date of a foreign series that differs becomes a change of our files, which says no more than what differs."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from seurantalo.frozen import dataclass
from seurantalo.importing.own_properties import Written
from seurantalo.importing.places import Place
from seurantalo.importing.series import DateChange
from seurantalo.importing.times import Times, between, moved
from seurantalo.model.event import Change, EventStatus
from seurantalo.model.record import Moment, day_of
from seurantalo.model.text import Text


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a series, or of one of its dates."""

    times: Times
    title: str
    status: EventStatus
    place: Place

    def usual(self, day: date) -> Times:
        """Return when it is on another day, at the same time of day."""
        return moved(self.times, day - day_of(self.times.starts), self.times.zone)


class ChangeMaker:
    """Makes the changes of one series, in the order of their days."""

    def __init__(self, series: Said) -> None:
        """Take what is said of the series."""
        self.series = series
        self._since: Said | None = None
        """What holds from a day on that has come already."""

    def change(self, change: DateChange, said: Said, note: Written) -> Change | None:
        """Return the change, None where nothing differs.

        What a change does not say is as in the series, or as it is since a day before: it is left out only where
        these two agree with it.
        """
        usual = [one for one in (self.series, None if change.onwards else self._since) if one is not None]
        # An extra date of the series has an hour of its own.
        given = moved(self.series.times, between(change.given, self.series.times.starts), said.times.zone)
        on_day = [given if one is self.series else one.usual(change.day) for one in usual]
        starts, ends = bare(said.times.starts), said.times.ends
        # The length of the series goes with a moved start by itself.
        as_long = all(one.ends is not None and _length(one) == _length(said.times) for one in on_day)
        place, venue = said.place, said.place.venue
        elsewhere = venue is not None and any(
            (one.place.venue, one.place.room) != (venue, place.room) for one in usual
        )
        made = Change(
            date=change.day,
            onwards=change.onwards,
            starts=None if all(one.starts == starts for one in on_day) else starts,
            ends=None if ends is None or as_long else bare(ends),
            status=None if all(one.status is said.status for one in usual) else said.status,
            title=None if all(one.title == said.title for one in usual) else Text.plain(said.title),
            venue=venue if elsewhere else None,
            room=place.room if elsewhere else None,
            note=_text(note),
        )
        if change.onwards:
            self._since = said
        return None if made == Change(date=change.day, onwards=change.onwards) else made


def bare(moment: Moment) -> Moment:
    """Return a moment without its fold, which our files have no sign for."""
    return moment.replace(fold=0) if isinstance(moment, datetime) else moment


def _length(times: Times) -> timedelta | None:
    return None if times.ends is None else times.ends - times.starts


def _text(value: Written) -> Text | None:
    if isinstance(value, dict):
        return Text(tuple(value.items())) if value else None
    return Text.plain(value) if isinstance(value, str) and value else None
