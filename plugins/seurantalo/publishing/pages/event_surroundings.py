"""What lies around the events, worked out once for all their pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from seurantalo.model.event import Event
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.feeds import feed_list
from seurantalo.publishing.pages.cards import time_words
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.view import Fact, Link

#: Neighbours kept for each municipality and day: those shown, and the event itself.
_KEPT = 6
_MAP = "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Look-ups for the event pages, all of which stand at one depth under the same ``root``."""

    root: str
    neighbours: Mapping[tuple[str, date], tuple[tuple[str, Link], ...]]
    """Event ids and links of those that begin on a day in a municipality; at most six, in order."""
    series: Mapping[str, tuple[Event, ...]]
    venues: Mapping[str, tuple[Fact, ...]]
    """Address and map of each venue."""
    links: Mapping[tuple[Kind, str], Link]
    """Every record that an event may name, but events."""
    feeds: Mapping[tuple[Kind, str], Link]
    """The calendar of each record that has one, to subscribe to."""


def surroundings(ctx: PageContext, root: str) -> Surroundings:
    """Walk the calendar once and return what the event pages look up."""
    neighbours: dict[tuple[str, date], list[tuple[str, Link]]] = {}
    for occurrence in ctx.calendar.occurrences:
        found = neighbours.setdefault((occurrence.event.municipality, occurrence.first_day), [])
        if len(found) < _KEPT:
            found.append((occurrence.event.id, _neighbour(ctx, occurrence, root)))
    series: dict[str, list[Event]] = {}
    for event in ctx.community.events.values():
        if event.series:
            series.setdefault(event.series, []).append(event)
    return Surroundings(
        root,
        {key: tuple(found) for key, found in neighbours.items()},
        {key: tuple(found) for key, found in series.items()},
        {name: _venue_facts(ctx, venue) for name, venue in ctx.community.venues.items()},
        {
            (kind, name): ctx.link(kind, name, root)
            for kind, table in ctx.community.by_kind.items()
            if kind not in (Kind.EVENT, Kind.COMMENT)
            for name in table
        },
        {
            (one.kind, one.record_id): Link(one.title, subscription(ctx, one.path, root))
            for one in feed_list(ctx.community, ctx.calendar, ctx.settings, ctx.lang)
            if one.kind is not None
        },
    )


def _neighbour(ctx: PageContext, occurrence: Occurrence, root: str) -> Link:
    venue = occurrence.venue
    note = time_words(ctx, occurrence) + (f" · {ctx.names[Kind.VENUE][venue]}" if venue else "")
    return Link(ctx.words(occurrence.title), f"{root}{EVENTS}{occurrence.event.id}/", note)


def subscription(ctx: PageContext, path: str, root: str) -> str:
    """Return the address that subscribes to a feed; the plain file's where the site's own address is not known."""
    if not ctx.site.url:
        return f"{root}{path}"
    return f"webcal://{ctx.site.url.partition('://')[2]}{path}"


def _venue_facts(ctx: PageContext, venue: Venue) -> tuple[Fact, ...]:
    say = ctx.say
    found: list[Link] = []
    if venue.address:
        found.append(Link(venue.address))
    if venue.coordinates is not None:
        place = venue.coordinates
        found.append(
            Link(say("map"), _MAP.format(latitude=f"{place.latitude:.5f}", longitude=f"{place.longitude:.5f}"))
        )
    return (Fact(say("Address"), tuple(found)),) if found else ()
