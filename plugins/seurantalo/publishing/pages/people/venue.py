"""The pages of venues: what there is, who may use it, and when it is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS, address
from seurantalo.publishing.pages.shared.calendar_link import FeedView, feed_links, feed_view
from seurantalo.publishing.pages.shared.cards import status_badges, time_words
from seurantalo.publishing.pages.shared.coming import MOST_COMING
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.demo import demo_notice
from seurantalo.publishing.pages.shared.event_list import badges_html
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.frame import crumbs, headings
from seurantalo.publishing.pages.shared.labels import VENUE_KINDS
from seurantalo.publishing.pages.shared.mentions import Told, mention_facts
from seurantalo.publishing.pages.shared.other_language import marked
from seurantalo.publishing.pages.shared.rows import safe
from seurantalo.publishing.pages.shared.texts import prose
from seurantalo.publishing.pages.shared.view import Fact, Link, Notice
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

#: What the calendar of the venue tells.
_TOLD: Told = frozenset({(Kind.EVENT, "venue"), (Kind.EVENT, "changes.venue")})


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room of a venue."""

    name: str
    capacity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueView:
    """The page of a venue."""

    title: str
    kicker: str
    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    text: Markup
    facts: tuple[Fact, ...]
    rooms: tuple[RoomRow, ...]
    bookings: Sequence[Occurrence]
    """The next times at which the venue, or a room of it, is taken."""
    bookings_html: Markup
    more: int
    with_rooms: bool
    feed: FeedView
    mentions: tuple[Fact, ...]
    edit: str


def venue_pages(ctx: PageContext) -> Pages:
    """Return a page for each of the venues, by address."""
    venues = ctx.community.venues
    return Pages(sorted_by_address(venues), lambda name: _page(ctx, ctx.once(EventsBy), venues[name]))


def venue_view(ctx: PageContext, events: EventsBy, venue: Venue) -> VenueView:
    """Return the page of a venue."""
    root = depth_prefix(address(venue))
    coming = events.coming(venue)
    rooms = {room.id: ctx.words(room.name) for room in venue.rooms}
    bookings = coming[:MOST_COMING]
    with_rooms = bool(rooms) or any(found.room for found in bookings)
    return VenueView(
        title=ctx.names[Kind.VENUE][venue.id],
        kicker=f"{ctx.lang.say(VENUE_KINDS[venue.venue_kind])} · {ctx.names[Kind.MUNICIPALITY][venue.municipality]}",
        crumbs=crumbs(ctx, root, Kind.VENUE, ctx.say("Venues")),
        notices=demo_notice(ctx, venue, ctx.say("This venue does not exist. It shows what a page can be."))
        + (
            (Notice(ctx.say("Not for hire."), ctx.say("The venue is for its owner's own events.")),)
            if venue.private
            else ()
        ),
        text=prose(ctx, venue.text, root, "t-", 2),
        facts=_facts(ctx, venue, root),
        rooms=tuple(
            RoomRow(ctx.words(room.name), ctx.lang.number(room.capacity) if room.capacity is not None else "")
            for room in venue.rooms
        ),
        bookings=bookings,
        bookings_html=Markup(  # noqa: S704 (every row is made of safe pieces)
            "\n".join([_booking(ctx, rooms if with_rooms else None, found, root) for found in bookings])
        ),
        more=len(coming) - len(bookings),
        with_rooms=with_rooms,
        feed=feed_view(venue, root, ctx.say("The venue's events to your calendar")),
        mentions=mention_facts(ctx, venue, root, _TOLD),
        edit=ctx.edit_url(venue),
    )


def _facts(ctx: PageContext, venue: Venue, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    facts = [Fact(say("Municipality"), (ctx.link(Kind.MUNICIPALITY, venue.municipality, root),))]
    if venue.address:
        facts.insert(0, Fact(say("Address"), (Link(venue.address),)))
    if venue.coordinates is not None:
        north, east = f"{venue.coordinates.latitude:.5f}", f"{venue.coordinates.longitude:.5f}"
        on_map = f"https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=17/{north}/{east}"
        in_app = Link(say("open in a map app"), f"geo:{north},{east}")
        facts.append(Fact(say("On the map"), (Link("OpenStreetMap", on_map), in_app)))
    if venue.capacity is not None:
        facts.append(Fact(say("Room for"), (Link(seats(ctx, venue.capacity)),)))
    if venue.accessibility is not None:
        facts.append(Fact(say("Accessibility"), (Link(marked(ctx, venue.accessibility)),)))
    if venue.owner is not None:
        facts.append(Fact(say("Owner"), (ctx.link(Kind.ORGANISATION, venue.owner, root),)))
    if venue.setup_margin:
        minutes = ctx.lang.count("{n} minute", "{n} minutes", venue.setup_margin)
        facts.append(Fact(say("Between two events"), (Link(minutes),)))
    return tuple(facts)


def seats(ctx: PageContext, capacity: int | None) -> str:
    """Return for how many people there is room; ``""`` where nobody has told."""
    return "" if capacity is None else ctx.lang.count("{n} person", "{n} people", capacity)


def _booking(ctx: PageContext, rooms: Mapping[str, str] | None, found: Occurrence, root: str) -> str:
    """Return a time at which the venue is taken as a row; ``rooms`` are its rooms' names, None for no such column."""
    event, first, last = found.event, found.first_day, found.last_day
    day = wording.day(first, ctx.lang) if first == last else wording.days(first, last, ctx.lang)
    time = time_words(ctx, found) if first == last else ""
    room = f"<td>{safe(_room(ctx, rooms, found.room or ''))}</td>" if rooms is not None else ""
    organisers = ", ".join([ctx.names[Kind.ORGANISATION][name] for name in event.organisers[:2]])
    off = ' class="st-off"' if found.cancelled else ""
    note = f' <span class="st-note">{safe(organisers)}</span>' if organisers else ""
    return (
        f"<tr{off}>"
        f'<th scope="row"><time datetime="{first.isoformat()}">{safe(day)}</time></th><td>{safe(time)}</td>{room}'
        f'<td><a href="{root}{EVENTS}{event.id}/">{safe(ctx.words(found.title))}</a>'
        f"{badges_html(status_badges(ctx, event, found.status))}{note}</td></tr>"
    )


def _room(ctx: PageContext, rooms: Mapping[str, str], room: str) -> str:
    return rooms.get(room, room) or (ctx.say("the whole venue") if rooms else "")


def _page(ctx: PageContext, events: EventsBy, venue: Venue) -> Page:
    view = venue_view(ctx, events, venue)
    say = ctx.say
    return Page(
        address=address(venue),
        title=view.title,
        body=ctx.render("people/venue.html", view=view),
        description=", ".join(one for one in (view.kicker.replace(" · ", ", "), venue.address) if one),
        source=venue.origin.path,
        feeds=feed_links(ctx, venue),
        headings=headings(
            ("tilat", say("Rooms"), view.rooms),
            ("varaukset", say("When it is taken"), True),
            ("viittaukset", say("What speaks of this"), view.mentions),
        ),
    )
