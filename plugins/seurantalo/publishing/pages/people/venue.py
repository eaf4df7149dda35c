"""The pages of venues: what there is, who may use it, and when it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS, address
from seurantalo.publishing.pages.shared.calendar_link import FeedView, feed_view
from seurantalo.publishing.pages.shared.cards import status_badges, time_words
from seurantalo.publishing.pages.shared.coming import MOST_COMING
from seurantalo.publishing.pages.shared.contact import ContactView, contact_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import badges_html
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.follow import FollowView, follow_view
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import VENUE_KINDS
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.on_map import directions_address
from seurantalo.publishing.pages.shared.record import Frame, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.rows import safe
from seurantalo.publishing.pages.shared.texts import marked, prose
from seurantalo.publishing.pages.shared.view import Fact, Link, Notice, fact_list
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.status import moved_words

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

    frame: Frame
    text: Markup
    first_facts: tuple[Fact, ...]
    """Where it is, and whose."""
    directions: str
    """The address of the way there; ``""`` where its place on the map is not known."""
    follow: FollowView
    contact: ContactView | None
    """Whom to ask: its owner's contact."""
    facts: tuple[Fact, ...]
    rooms: tuple[RoomRow, ...]
    bookings: Sequence[Occurrence]
    """The next times at which the venue, or a room of it, is taken."""
    bookings_html: Markup
    more: int
    with_rooms: bool
    feed: FeedView
    add: Link


def venue_view(ctx: PageContext, venue: Venue) -> VenueView:
    """Return the page of a venue."""
    root = depth_prefix(address(venue))
    coming = EventsBy(ctx).coming(venue)
    owner = ctx.community.organisations[venue.owner] if venue.owner is not None else None
    rooms = {room.id: ctx.words(room.name) for room in venue.rooms}
    bookings = coming[:MOST_COMING]
    private = Notice(ctx.say("Not for hire."), ctx.say("The venue is for its owner's own events."))
    with_rooms = bool(rooms) or any(found.room for found in bookings)
    return VenueView(
        frame=frame(
            ctx,
            venue,
            ctx.say("Venues"),
            kicker=f"{ctx.say(VENUE_KINDS[venue.venue_kind])} · {ctx.names[Kind.MUNICIPALITY][venue.municipality]}",
            invented=ctx.say("This venue does not exist. It shows what a page can be."),
            notices=(private,) if venue.private else (),
            told=_TOLD,
        ),
        text=prose(ctx, venue.text, root, "t-", 2),
        first_facts=fact_list(
            (ctx.say("Address"), venue.address),
            (ctx.say("Municipality"), ctx.links(Kind.MUNICIPALITY, (venue.municipality,), root)),
            (ctx.say("Owner"), ctx.links(Kind.ORGANISATION, (venue.owner,), root)),
        ),
        directions=directions_address(venue.coordinates) if venue.coordinates is not None else "",
        follow=follow_view(ctx, venue, root),
        contact=contact_view(ctx, owner.contact) if owner is not None and owner.contact is not None else None,
        facts=_facts(ctx, venue, root),
        rooms=tuple(
            RoomRow(ctx.words(room.name), ctx.lang.number(room.capacity) if room.capacity is not None else "")
            for room in venue.rooms
        ),
        bookings=bookings,
        bookings_html=Markup(  # noqa: S704 (every row is made of safe pieces)
            "\n".join(ctx.once(_Bookings, root).rows(rooms if with_rooms else None, bookings, example=not venue.demo))
        ),
        more=sum(not one.cancelled for one in coming[MOST_COMING:]),
        with_rooms=with_rooms,
        feed=feed_view(venue, root, ctx.say("The venue's events to your calendar")),
        add=Link(ctx.say("Add an event here"), form_address(root, Act.EVENT, paikka=venue.id)),
    )


def _facts(ctx: PageContext, venue: Venue, root: str) -> tuple[Fact, ...]:
    say, minutes = ctx.say, venue.setup_margin
    return fact_list(
        (say("On the map"), _on_map(ctx, venue)),
        (say("Room for"), seats(ctx, venue.capacity)),
        (say("Accessibility"), marked(ctx, venue.accessibility, root)),
        (say("Between two events"), ctx.lang.count("{n} minute", "{n} minutes", minutes) if minutes else ""),
    )


def _on_map(ctx: PageContext, venue: Venue) -> tuple[Link, ...]:
    if venue.coordinates is None:
        return ()
    north, east = f"{venue.coordinates.latitude:.5f}", f"{venue.coordinates.longitude:.5f}"
    on_map = f"https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=17/{north}/{east}"
    return (Link("OpenStreetMap", on_map), Link(ctx.say("open in a map app"), f"geo:{north},{east}"))


def seats(ctx: PageContext, capacity: int | None) -> str:
    """Return for how many people there is room; ``""`` where nobody has told."""
    return "" if capacity is None else ctx.lang.count("{n} person", "{n} people", capacity)


class _Bookings:
    """Writes the times at which venues are taken as rows; what the dates of an event share is written once."""

    def __init__(self, ctx: PageContext, root: str) -> None:
        self._ctx, self._root = ctx, root
        self._days: dict[tuple[date, date], str] = {}
        self._known: dict[tuple[str, bool], str] = {}

    def rows(self, rooms: Mapping[str, str] | None, dates: Iterable[Occurrence], *, example: bool) -> Iterator[str]:
        """Yield a row for each date; ``rooms`` are the names of a venue's rooms, None for no such column.

        ``example`` marks invented events, where the venue itself is not.
        """
        ctx = self._ctx
        for one in dates:
            first, last = one.first_day, one.last_day
            time = time_words(ctx, one) if first == last else ""
            room = f"<td>{safe(_room(ctx, rooms, one.room or ''))}</td>" if rooms is not None else ""
            off = ' class="st-off"' if one.cancelled else ""
            what = self._event(one, example=example)
            yield f"<tr{off}>{self._day(first, last)}<td>{safe(time)}</td>{room}{what}</tr>"

    def _day(self, first: date, last: date) -> str:
        found = self._days.get((first, last))
        if found is None:
            lang = self._ctx.lang
            words = wording.day(first, lang) if first == last else wording.days(first, last, lang)
            head = f'<th scope="row"><time datetime="{first.isoformat()}">{safe(words)}</time></th>'
            found = self._days[first, last] = head
        return found

    def _event(self, one: Occurrence, *, example: bool) -> str:
        if not one.as_its_event:
            return self._told(one, example=example)
        key = (one.event.id, example)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._told(one, example=example)
        return found

    def _told(self, one: Occurrence, *, example: bool) -> str:
        """Return what is on, and by whom."""
        ctx, event = self._ctx, one.event
        organisers = ", ".join([ctx.names[Kind.ORGANISATION][name] for name in event.organisers[:2]])
        notes = " · ".join([words for words in (moved_words(one, ctx.lang), organisers) if words])
        note = f' <span class="st-note">{safe(notes)}</span>' if notes else ""
        badges = badges_html(status_badges(ctx, event, one.status, example=example))
        return f'<td><a href="{self._root}{EVENTS}{event.id}/">{safe(ctx.words(one.title))}</a>{badges}{note}</td>'


def _room(ctx: PageContext, rooms: Mapping[str, str], room: str) -> str:
    return rooms.get(room, room) or (ctx.say("the whole venue") if rooms else "")


def _page(ctx: PageContext, venue: Venue) -> Page:
    view = venue_view(ctx, venue)
    description = ", ".join(one for one in (view.frame.kicker.replace(" · ", ", "), venue.address) if one)
    return record_page(ctx, venue, "people/venue.html", view, description)


#: A page for each of the venues, by address.
venue_pages: Final = record_pages(lambda community: community.venues, _page)
