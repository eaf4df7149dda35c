"""The list of venues: where there is room for how many, by municipality; of very many the way to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from seurantalo.model.headings import slug
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.pages.people.venue import seats
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import (
    Choice,
    by_name,
    list_page,
    named_options,
    real_choices,
    worded_options,
)
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import VENUE_KINDS
from seurantalo.publishing.pages.shared.record import demo_badges
from seurantalo.publishing.pages.shared.view import Entry, Group, Link
from seurantalo.publishing.publication import Page, depth_prefix

#: More venues than this are listed by municipality only, on the pages of the municipalities.
MOST_LISTED: Final = 500

#: How many people a hall must take, as the list can be narrowed to.
SIZES: Final = (30, 80, 150, 300)


def venue_groups(ctx: PageContext, root: str) -> tuple[Group[Entry], ...]:
    """Return every venue under its municipality, both in alphabetical order."""
    grouped = _by_municipality(ctx)
    places, names = ctx.names[Kind.MUNICIPALITY], ctx.names[Kind.VENUE]
    return tuple(
        Group(
            places[place],
            f"kunta-{slug(place)}",
            tuple(_entry(ctx, ctx.community.venues[name], root) for name in by_name(grouped[place], names)),
        )
        for place in by_name(grouped, places)
    )


def _by_municipality(ctx: PageContext) -> Mapping[str, Sequence[str]]:
    """Return the ids of the venues in each municipality."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for venue in ctx.community.venues.values():
        grouped[venue.municipality].append(venue.id)
    return grouped


def _entry(ctx: PageContext, venue: Venue, root: str) -> Entry:
    rooms = len(venue.rooms)
    largest = max((venue.capacity or 0, *(room.capacity or 0 for room in venue.rooms)))
    sizes = [f"koko:{size}" for size in SIZES if largest >= size]
    counted = ctx.lang.count("{n} room", "{n} rooms", rooms) if rooms else ""
    about = (ctx.say(VENUE_KINDS[venue.venue_kind]), seats(ctx, venue.capacity), counted, venue.address)
    return Entry(
        ctx.name(venue),
        f"{root}{address(venue)}",
        tuple(filter(None, about)),
        demo_badges(ctx, venue),
        " ".join([f"kunta:{venue.municipality}", f"laji:{venue.venue_kind}", *sizes]),
    )


def _choices(ctx: PageContext) -> tuple[Choice, ...]:
    venues = ctx.community.venues.values()
    places, kinds = {one.municipality for one in venues}, {one.venue_kind for one in venues}
    sizes = tuple((f"koko:{size}", ctx.lang.count("{n} person", "{n} people", size)) for size in SIZES)
    return real_choices(
        Choice(ctx.say("Municipality"), "kunta", named_options("kunta", places, ctx.names[Kind.MUNICIPALITY])),
        Choice(ctx.say("Kind of venue"), "laji", worded_options(ctx, "laji", kinds, VENUE_KINDS)),
        Choice(ctx.say("Room for at least"), "koko", sizes),
    )


def place_links(ctx: PageContext, root: str) -> tuple[Link, ...]:
    """Return a link to the venues of each municipality, on its page, with how many there are."""
    grouped, names = _by_municipality(ctx), ctx.names[Kind.MUNICIPALITY]
    return tuple(
        Link(names[place], f"{root}{FOLDERS[Kind.MUNICIPALITY]}{place}/#paikat", str(len(grouped[place])))
        for place in by_name(grouped, names)
    )


def venue_index(ctx: PageContext) -> Page:
    """Return the list of venues."""
    folder = FOLDERS[Kind.VENUE]
    root = depth_prefix(folder)
    few = len(ctx.community.venues) <= MOST_LISTED
    groups = venue_groups(ctx, root) if few else ()
    return list_page(
        ctx,
        folder,
        "people/venues.html",
        ctx.say("Venues"),
        ctx.say("Halls, houses and fields where the region meets."),
        groups=groups,
        choices=_choices(ctx) if groups else (),
        places=() if few else place_links(ctx, root),
        new=form_address(root, Act.VENUE),
    )
