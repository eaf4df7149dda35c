"""What is taken in a municipality, as JSON: each date once, and each day's reasons by its number.

A form in a browser weighs days with this alone (``free-hours.js``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final

import orjson

from seurantalo.lasting_json import lasting_json
from seurantalo.model.event import EventStatus
from seurantalo.model.record import Kind
from seurantalo.planner.free import Reason, ReasonKind
from seurantalo.planner.free.against import is_standing
from seurantalo.planner.free.floor import hangs
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.lines import clean
from seurantalo.publishing.pages.calendar.free.places import reason_words
from seurantalo.publishing.pages.shared.context import PageContext

_EPOCH: Final = date(1970, 1, 1).toordinal()


class TakenWriter:
    """Writes what is taken in many municipalities; what they share, it writes once."""

    def __init__(self, ctx: PageContext, first: date, last: date) -> None:
        """Take the days that are wanted."""
        self._ctx = ctx
        self._first, self._last = first, last
        self._words = ctx.once(reason_words)
        self._dates: dict[int, orjson.Fragment] = {}
        self._iso = cache(lambda day: date.fromordinal(day).isoformat())
        self._said = cache(self._words.say)
        self._venues: dict[str, list[str]] = {}
        for venue in ctx.community.venues.values():
            self._venues.setdefault(venue.municipality, []).append(venue.id)

    def taken(self, municipality: str) -> dict[str, Any]:
        """Return the dates of a municipality, and what speaks against each day."""
        free = self._ctx.free_dates
        against = free.against(municipality, self._first, self._last)
        routine = free.by_day.routine_of(municipality)
        span = range(self._first.toordinal(), self._last.toordinal() + 1)
        numbers: dict[int, int] = {}
        rows: list[orjson.Fragment] = []
        # A night reaches into the first morning, and an evening may last beyond the last one.
        for venue in self._venues.get(municipality, ()):
            days = free.by_day.days_of(Kind.VENUE, venue)
            for day in sorted(day for day in days if span.start - 1 <= day <= span.stop):
                for one in days[day]:
                    self._number(one, numbers, rows)
        told: dict[str, list[Any]] = {}
        for day in sorted(day for day in against.keys() | routine.keys() if day in span):
            found = [self._reason(reason, numbers, rows) for reason in against.get(day, ())]
            found += (
                {"kind": ReasonKind.ROUTINE, "date": self._number(one, numbers, rows)}
                for one in routine.get(day, ())
                if not is_standing(one, self._ctx.settings.standing_days)
            )
            if found:
                told[self._iso(day)] = found
        return {"dates": rows, "days": told}

    def _number(self, one: Occurrence, numbers: dict[int, int], rows: list[orjson.Fragment]) -> int:
        """Return the number of a date in a file, which is written there when it is first asked for."""
        found = numbers.get(id(one))
        if found is None:
            found = numbers[id(one)] = len(rows)
            row = self._dates.get(id(one))
            if row is None:
                row = self._dates[id(one)] = orjson.Fragment(lasting_json(self._row(one)))
            rows.append(row)
        return found

    def _reason(self, reason: Reason, numbers: dict[int, int], rows: list[orjson.Fragment]) -> dict[str, Any]:
        if reason.occurrence is None:
            return {"kind": reason.kind, "text": clean(self._said(reason))}
        return {
            "kind": reason.kind,
            "date": self._number(reason.occurrence, numbers, rows),
            "municipality": reason.municipality,
        }

    def _row(self, one: Occurrence) -> dict[str, Any]:
        starts, ends = one.starts_local, one.ends_local
        if not isinstance(ends, datetime):
            ends += timedelta(days=1)
        row: dict[str, Any] = {
            "event": one.event.id,
            "text": clean(self._words.title(one)),
            "starts": _with_offset(starts, one.starts_at),
            "ends": _with_offset(ends, one.ends_at),
        }
        more: Mapping[str, Any] = {
            "venue": one.venue,
            "room": one.room,
            "audiences": list(one.event.audiences),
            "whole_day": one.whole_day,
            "tentative": one.status is EventStatus.TENTATIVE,
            "exhibition": hangs(one),
        }
        return row | {name: value for name, value in more.items() if value}


def _with_offset(wall: date, instant: int) -> str:
    """Return a moment as in RFC 3339, with what the clocks of the site's readers are ahead of UTC."""
    at = wall if isinstance(wall, datetime) else datetime(wall.year, wall.month, wall.day)
    seconds = ((at.toordinal() - _EPOCH) * 24 + at.hour) * 3600 + at.minute * 60 + at.second
    minutes = (seconds - instant) // 60
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{at.isoformat(timespec='minutes')}{sign}{minutes // 60:02}:{minutes % 60:02}"
