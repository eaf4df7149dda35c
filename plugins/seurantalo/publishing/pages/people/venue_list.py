"""The list of venues: where there is room for how many, by municipality; of very many the way to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.markdown_dialect import slug
from seurantalo.publishing.pages.people.venue import seats
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.demo import demo_badges
from seurantalo.publishing.pages.shared.frame import Choice
from seurantalo.publishing.pages.shared.labels import VENUE_KINDS
from seurantalo.publishing.pages.shared.view import Badge, Link
from seurantalo.publishing.publication import Heading, Page, depth_prefix

#: More venues than this are listed by municipality only, on the pages of the municipalities.
MOST_LISTED: Final = 500

#: How many people a hall must take, as the list can be narrowed to.
SIZES: Final = (30, 80, 150, 300)


@dataclass(frozen=True, slots=True)
class VenueEntry:
    """A venue in the list of a municipality's venues. ``keys`` are what the form looks for."""

    title: str
    href: str
    kind: str
    capacity: str
    rooms: str
    address: str
    badges: tuple[Badge, ...]
    keys: str


@dataclass(frozen=True, slots=True)
class VenueGroup:
    """The venues of a municipality."""

    title: str
    anchor: str
    entries: tuple[VenueEntry, ...]


def venue_groups(ctx: PageContext, root: str) -> tuple[VenueGroup, ...]:
    """Return every venue under its municipality, both in alphabetical order."""
    grouped = _by_municipality(ctx)
    places, names = ctx.names[Kind.MUNICIPALITY], ctx.names[Kind.VENUE]
    return tuple(
        VenueGroup(
            places[place],
            f"kunta-{slug(place)}",
            tuple(
                _entry(ctx, venue, root) for venue in sorted(grouped[place], key=lambda one: sort_key(names[one.id]))
            ),
        )
        for place in sorted(grouped, key=lambda name: sort_key(places[name]))
    )


def _by_municipality(ctx: PageContext) -> dict[str, list[Venue]]:
    grouped: dict[str, list[Venue]] = defaultdict(list)
    for venue in ctx.community.venues.values():
        grouped[venue.municipality].append(venue)
    return grouped


def _entry(ctx: PageContext, venue: Venue, root: str) -> VenueEntry:
    rooms = len(venue.rooms)
    largest = max((venue.capacity or 0, *(room.capacity or 0 for room in venue.rooms)))
    sizes = [f"koko:{size}" for size in SIZES if largest >= size]
    return VenueEntry(
        title=ctx.names[Kind.VENUE][venue.id],
        href=f"{root}{address(venue)}",
        kind=ctx.say(VENUE_KINDS[venue.venue_kind]),
        capacity=seats(ctx, venue.capacity),
        rooms=ctx.lang.count("{n} room", "{n} rooms", rooms) if rooms else "",
        address=venue.address,
        badges=demo_badges(ctx, venue),
        keys=" ".join([f"kunta:{venue.municipality}", f"laji:{venue.venue_kind}", *sizes]),
    )


def _choices(ctx: PageContext) -> tuple[Choice, ...]:
    venues = ctx.community.venues.values()
    places = ctx.names[Kind.MUNICIPALITY]
    used = sorted({one.municipality for one in venues}, key=lambda name: sort_key(places[name]))
    kinds = {one.venue_kind for one in venues}
    choices = (
        Choice(ctx.say("Municipality"), "kunta", tuple((f"kunta:{name}", places[name]) for name in used)),
        Choice(
            ctx.say("Kind of venue"),
            "laji",
            tuple((f"laji:{kind}", ctx.say(title)) for kind, title in VENUE_KINDS.items() if kind in kinds),
        ),
        Choice(
            ctx.say("Room for at least"),
            "koko",
            tuple((f"koko:{size}", ctx.lang.count("{n} person", "{n} people", size)) for size in SIZES),
        ),
    )
    return tuple(one for one in choices if len(one.options) > 1)


def place_links(ctx: PageContext, root: str) -> tuple[Link, ...]:
    """Return a link to the venues of each municipality, on its page, with how many there are."""
    grouped = _by_municipality(ctx)
    names = ctx.names[Kind.MUNICIPALITY]
    return tuple(
        Link(names[place], f"{root}{FOLDERS[Kind.MUNICIPALITY]}{place}/#paikat", str(len(grouped[place])))
        for place in sorted(grouped, key=lambda name: sort_key(names[name]))
    )


def venue_index(ctx: PageContext) -> Page:
    """Return the list of venues."""
    folder = FOLDERS[Kind.VENUE]
    root = depth_prefix(folder)
    few = len(ctx.community.venues) <= MOST_LISTED
    groups = venue_groups(ctx, root) if few else ()
    return Page(
        address=folder,
        title=ctx.lang.say("Venues"),
        body=ctx.render(
            "people/venues.html",
            groups=groups,
            choices=_choices(ctx) if groups else (),
            places=() if few else place_links(ctx, root),
            new=ctx.site.new_file_url("content/venues"),
        ),
        description=ctx.lang.say("Halls, houses and fields where the region meets."),
        headings=tuple(Heading(group.anchor, group.title) for group in groups),
    )
