"""A municipality's free days for programs: ``vapaat.json`` beside the page, and the file of dates that it names.

The page asks about all its twelve months, so that one file has them; the other is the same for years of programs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.free import DayPart, For, ReasonKind, When, hours_of, points_of
from seurantalo.planner.free.reasons import MOST_POINTS
from seurantalo.publishing.addresses import free_dates_file, free_file
from seurantalo.publishing.feeds.lines import clean
from seurantalo.publishing.pages.calendar.free.grid import span_of
from seurantalo.publishing.pages.calendar.free.places import bookable_venues
from seurantalo.publishing.pages.calendar.free.schema import schema_files
from seurantalo.publishing.pages.calendar.free.seasons import Season, SeasonWriter
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Files

_BY_PEOPLE = frozenset({ReasonKind.EVENT, ReasonKind.NEIGHBOUR, ReasonKind.MAJOR, ReasonKind.ROUTINE})


def free_files(ctx: PageContext) -> Files:
    """Return the files of each municipality, and the two schemas that tell what is in them."""
    schemas = {file.path: file.content for file in schema_files()}
    whole = Season("paivat", ctx.today, span_of(ctx.today)[1])
    writer = SeasonWriter(ctx, (whole,))
    shared = _rules(ctx) | {
        "seasons": [{"from": whole.first.isoformat(), "to": whole.last.isoformat(), "path": f"{whole.name}.json"}]
    }
    venues, names = bookable_venues(ctx), ctx.names[Kind.MUNICIPALITY]
    indexes = {free_file(name): name for name in ctx.community.municipalities}
    files = {free_dates_file(name): name for name in indexes.values()}

    def index_of(name: str) -> bytes:
        index = {
            "$schema": "../vapaat.schema.json",
            "municipality": {"id": name, "name": clean(names[name])},
            "municipalities": {place: clean(names[place]) for place in sorted(ctx.free_dates.ground.catchment[name])},
            "venues": {venue.id: _venue(ctx, venue) for venue in venues.get(name, ())},
            **shared,
        }
        return orjson.dumps(index, option=orjson.OPT_APPEND_NEWLINE)

    def make(path: str) -> bytes:
        if path in files:
            [(_, content)] = writer.seasons(files[path])
            return content
        return index_of(indexes[path]) if path in indexes else schemas[path]

    return Files((*schemas, *(path for path in sorted((*indexes, *files)))), make)


def _venue(ctx: PageContext, venue: Venue) -> dict[str, Any]:
    return {
        "name": clean(ctx.names[Kind.VENUE][venue.id]),
        "rooms": [{"id": room.id, "name": clean(ctx.words(room.name))} for room in venue.rooms],
        "margin_minutes": ctx.settings.setup_margin if venue.setup_margin is None else venue.setup_margin,
        "margin_is_stated": venue.setup_margin is not None,
    }


def _rules(ctx: PageContext) -> dict[str, Any]:
    """Return what is the same for all municipalities: how days are weighed."""
    ground, settings = ctx.free_dates.ground, ctx.settings
    return {
        "from": ctx.today.isoformat(),
        "to": span_of(ctx.today)[1].isoformat(),
        "timezone": settings.timezone,
        "lead_days": settings.free_lead_days,
        "usual_minutes": settings.free_hours * 60,
        "evening": [f"{hour:02}:00" for hour in (settings.evening_starts, settings.evening_ends)],
        "parts": {part.value: hours_of(part, settings).in_digits for part in DayPart},
        "points": {kind.value: _points(kind, When.SAME) for kind in ReasonKind},
        "points_apart": {kind.value: _points(kind, When.APART) for kind in sorted(_BY_PEOPLE)},
        "grades": {grade.value: most for grade, most in MOST_POINTS.items()},
        "audiences": {name: sorted(ground.audience_line(name)) for name in ctx.community.audiences},
    }


def _points(kind: ReasonKind, when: When) -> int | Mapping[str, int]:
    by_audience = {whom.value: points_of(kind, whom, when) for whom in For}
    return (
        by_audience if len(set(by_audience.values())) > 1 or kind is ReasonKind.ROUTINE else by_audience[For.UNKNOWN]
    )
