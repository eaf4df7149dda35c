"""What is taken in a municipality, season by season, as JSON: each date once, and each day's reasons by its number.

A form in a browser weighs days with these files alone (``free-hours.js``); a phone fetches what it asks about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final

import orjson

from seurantalo.frozen import dataclass
from seurantalo.model.event import EventStatus
from seurantalo.model.record import Kind
from seurantalo.planner.free import Reason, ReasonKind
from seurantalo.planner.free.against import is_standing
from seurantalo.planner.free.floor import hangs
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.lines import clean
from seurantalo.publishing.pages.calendar.free.places import reason_words
from seurantalo.publishing.pages.shared.context import PageContext

#: The months with which spring, summer and autumn begin.
SEASONS: Final = (1, 6, 9)
_EPOCH: Final = datetime(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Season:
    """Part of the days that the pages cover; ``name`` is that of its file, for years the same."""

    name: str
    first: date
    last: date


def seasons_of(first: date, last: date) -> tuple[Season, ...]:
    """Return the seasons of a span, in order; the first and the last may be cut short.

    >>> [(one.name, one.last.isoformat()) for one in seasons_of(date(2027, 8, 15), date(2027, 12, 31))]
    [('2027-06', '2027-08-31'), ('2027-09', '2027-12-31')]
    """
    found: list[Season] = []
    day = first
    while day <= last:
        month = max(one for one in SEASONS if one <= day.month)
        later = [one for one in SEASONS if one > day.month]
        ends = date(day.year, later[0], 1) if later else date(day.year + 1, 1, 1)
        ends -= timedelta(days=1)
        found.append(Season(f"{day.year}-{month:02}", day, min(ends, last)))
        day = ends + timedelta(days=1)
    return tuple(found)


class SeasonWriter:
    """Writes the seasons of many municipalities; what they share, it writes once."""

    def __init__(self, ctx: PageContext, seasons: Sequence[Season]) -> None:
        """Take the seasons that are wanted."""
        self._ctx = ctx
        self._seasons = seasons
        self._words = ctx.once(reason_words)
        self._dates: dict[int, orjson.Fragment] = {}
        self._iso = cache(lambda day: date.fromordinal(day).isoformat())
        self._said = cache(self._words.say)
        self._venues: dict[str, list[str]] = {}
        for venue in ctx.community.venues.values():
            self._venues.setdefault(venue.municipality, []).append(venue.id)

    def seasons(self, municipality: str) -> Iterator[tuple[Season, bytes]]:
        """Yield each season with the content of its file."""
        free = self._ctx.free_dates
        against = free.against(municipality, self._seasons[0].first, self._seasons[-1].last)
        routine = free.by_day.routine_of(municipality)
        venues = [free.by_day.days_of(Kind.VENUE, venue) for venue in self._venues.get(municipality, ())]
        for season in self._seasons:
            span = range(season.first.toordinal(), season.last.toordinal() + 1)
            numbers: dict[int, int] = {}
            rows: list[orjson.Fragment] = []
            # A night reaches into the season's first morning, and an evening may last beyond its last one.
            for days in venues:
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
            yield (
                season,
                orjson.dumps(
                    {
                        "$schema": "../kausi.schema.json",
                        "municipality": municipality,
                        "from": season.first.isoformat(),
                        "to": season.last.isoformat(),
                        "dates": rows,
                        "days": told,
                    },
                    option=orjson.OPT_APPEND_NEWLINE,
                ),
            )

    def _number(self, one: Occurrence, numbers: dict[int, int], rows: list[orjson.Fragment]) -> int:
        """Return the number of a date in a file, which is written there when it is first asked for."""
        found = numbers.get(id(one))
        if found is None:
            found = numbers[id(one)] = len(rows)
            row = self._dates.get(id(one))
            if row is None:
                row = self._dates[id(one)] = orjson.Fragment(orjson.dumps(self._row(one)))
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
    minutes = (int((at - _EPOCH).total_seconds()) - instant) // 60
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{at:%Y-%m-%dT%H:%M}{sign}{minutes // 60:02}:{minutes % 60:02}"
