"""A municipality's free days for programs: ``vapaat.json`` beside the page, which is about the same twelve months."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.free import DayPart, For, ReasonKind, When, hours_of, points_of
from seurantalo.planner.free.reasons import MOST_POINTS
from seurantalo.publishing.addresses import FREE, free_file
from seurantalo.publishing.feeds.lines import clean
from seurantalo.publishing.pages.calendar.free.form import WORDS, FormParts
from seurantalo.publishing.pages.calendar.free.grid import span_of
from seurantalo.publishing.pages.calendar.free.places import bookable_venues
from seurantalo.publishing.pages.calendar.free.schema import schema_files
from seurantalo.publishing.pages.calendar.free.taken import TakenWriter
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Files

_BY_PEOPLE = frozenset({ReasonKind.EVENT, ReasonKind.NEIGHBOUR, ReasonKind.MAJOR, ReasonKind.ROUTINE})


def free_files(ctx: PageContext) -> Files:
    """Return the file of each municipality, the schema that tells what is in them, and the words of their pages."""
    schemas = {file.path: file.content for file in schema_files()}
    writer, shared = TakenWriter(ctx, ctx.today, span_of(ctx.today)[1]), _rules(ctx)
    venues, names = bookable_venues(ctx), ctx.names[Kind.MUNICIPALITY]
    files = {free_file(name): name for name in ctx.community.municipalities}

    words = f"{FREE}{WORDS}"

    def make(path: str) -> bytes:
        if path == words:
            return orjson.dumps(FormParts(ctx).words(), option=orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS)
        name = files.get(path)
        if name is None:
            return schemas[path]
        found = {
            "$schema": "../vapaat.schema.json",
            "municipality": {"id": name, "name": clean(names[name])},
            "municipalities": {place: clean(names[place]) for place in sorted(ctx.free_dates.ground.catchment[name])},
            "venues": {venue.id: _venue(ctx, venue) for venue in venues.get(name, ())},
            **shared,
            **writer.taken(name),
        }
        return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)

    return Files((*schemas, words, *sorted(files)), make)


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
