"""A municipality's free days for programs: the file ``vapaat.json`` beside the page, told in a guide."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from seurantalo.model.record import Kind
from seurantalo.planner.free import For, Reason, ReasonKind, ReasonWords, points_of
from seurantalo.planner.free.reasons import MOST_POINTS
from seurantalo.publishing.addresses import free_file
from seurantalo.publishing.pages.calendar.free.grid import span_of
from seurantalo.publishing.pages.calendar.free.page import bookable_venues
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File


def free_files(ctx: PageContext) -> Iterator[File]:
    """Yield a file for each municipality, by path."""
    words = ReasonWords(ctx.community, ctx.lang)
    rules, venues = _rules(), bookable_venues(ctx)
    for name in ctx.community.municipalities:
        content = json.dumps(
            _days(ctx, name, words, sorted(venues.get(name, ()))) | rules,
            ensure_ascii=False,
            separators=(",", ":"),
        )
        yield File(free_file(name), f"{content}\n".encode(errors="replace"))


def _days(ctx: PageContext, name: str, words: ReasonWords, venues: Iterable[str]) -> dict[str, Any]:
    first, last = span_of(ctx.today)
    against = ctx.free_dates.against(name, ctx.today, last)
    span = range(ctx.today.toordinal(), last.toordinal() + 1)
    by_day = ctx.free_dates.by_day
    taken = {venue: [_iso(day) for day in sorted(by_day.taken_days(venue)) if day in span] for venue in venues}
    return {
        "municipality": {"id": name, "name": ctx.names[Kind.MUNICIPALITY][name]},
        "from": max(first, ctx.today).isoformat(),
        "to": last.isoformat(),
        "days": {_iso(day): [_reason(reason, words) for reason in reasons] for day, reasons in against.items()},
        "taken": {venue: days for venue, days in taken.items() if days},
    }


@cache
def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _reason(reason: Reason, words: ReasonWords) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": reason.kind, "text": words.say(reason)}
    if reason.occurrence is not None:
        event = reason.occurrence.event
        found |= {"event": event.id, "municipality": reason.municipality, "audiences": list(event.audiences)}
        if reason.occurrence.venue:
            found["venue"] = reason.occurrence.venue
    return found


def _rules() -> dict[str, Any]:
    return {
        "points": {
            kind.value: {whom.value: points_of(kind, whom) for whom in For}
            if points_of(kind, For.SAME) != points_of(kind)
            else points_of(kind)
            for kind in ReasonKind
        },
        "grades": {grade.value: most for grade, most in MOST_POINTS.items()},
    }
