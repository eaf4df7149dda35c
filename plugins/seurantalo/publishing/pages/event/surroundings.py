"""What lies around the events, worked out once for all their pages."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.event import Event
from seurantalo.model.parts import Contact
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, EVENTS, FEED_GROUPS, SUBSCRIBE, month_address, own_calendar
from seurantalo.publishing.feeds.lines import ascii_uri
from seurantalo.publishing.pages.shared.cards import date_block, time_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.on_map import directions_address
from seurantalo.publishing.pages.shared.rows import Anchor, anchor, fact_row, link_row, safe
from seurantalo.publishing.pages.shared.telling_title import telling_title
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.prose import ProseContext
from seurantalo.publishing.publication import depth_prefix
from seurantalo.publishing.status import status_word
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: The way from an event's page to the root of the site.
ROOT: Final = depth_prefix(f"{EVENTS}x/")
#: Neighbours of a municipality and day: those shown, and the event itself.
_MOST: Final = 6
_FIRST_DAY: Final = attrgetter("first_day")
_NOTHING: Final[tuple[Sequence[int], Sequence[Occurrence]]] = ((), ())
#: Stands for a day in the way to its month.
_DAY: Final = "{DAY}"
_MAP = "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of the pages of one day's events, as HTML: the day as a block, and the way here."""

    date: str
    trail: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Look-ups for the event pages, all of which stand at one depth under the same ``root``. Rows are HTML."""

    root: str
    venues: Mapping[str, str]
    """The row with address and map of each venue, if an empty one."""
    directions: Mapping[str, str]
    """The button to the directions to each venue whose place on the map is known."""
    links: Mapping[tuple[Kind, str], Link]
    """Every record that an event may name, but events."""
    feeds: Mapping[tuple[Kind, str], Anchor]
    """The page of the calendar of each record that has one: how to subscribe in each app.

    Not the feed itself: a ``webcal:`` address does nothing in Chrome and Firefox on Android, nor in any browser
    without a program for it.
    """
    every_calendar: Anchor
    """The way to all of them."""
    prose: ProseContext
    """Where descriptions stand."""
    searched_from: date
    """The search knows of events that are on this day or later."""
    addresses: str
    """The beginning of the whole address of each event; ``""`` where the site does not know its own."""
    _rows: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)
    _heads: dict[tuple[date, date] | None, Head] = field(default_factory=dict)

    def row(self, term: str, kind: Kind, names: tuple[str, ...]) -> str:
        """Return the fact that names records of a kind, the same for all events that name them under the term."""
        found = self._rows.get((term, names))
        if found is None:
            found = self._rows[term, names] = fact_row(term, [self.links[kind, name] for name in names])
        return found

    def shared_row(self, term: str, key: tuple[str, ...], links: Callable[[], tuple[Link, ...]]) -> str:
        """Return a fact that many events have; ``key`` says which links it holds."""
        found = self._rows.get((term, key))
        if found is None:
            found = self._rows[term, key] = fact_row(term, links())
        return found

    def asked(self, ctx: PageContext, organiser: str, row: Callable[[PageContext, Contact], str]) -> str:
        """Return whom to ask at an organiser, the same for all of its events; ``""`` where it has not told."""
        key = ("contact", (organiser,))
        found = self._rows.get(key)
        if found is None:
            contact = ctx.community.organisations[organiser].contact
            found = self._rows[key] = row(ctx, contact) if contact is not None else ""
        return found

    def calendars(self, term: str, event: Event) -> str:
        """Return the calendars that one can subscribe to and that hold an event, then the way to all of them."""
        key = (event.municipality, *event.organisers)
        found = self._rows.get((term, key))
        if found is None:
            feeds = self.feeds
            of_organisers = [feeds[Kind.ORGANISATION, name] for name in event.organisers]
            links = (feeds[Kind.MUNICIPALITY, event.municipality], *of_organisers, self.every_calendar)
            found = self._rows[term, key] = fact_row(term, links)
        return found

    def piece(self, name: str, key: tuple[str, ...], make: Callable[[], str]) -> str:
        """Return HTML that many events have; ``key`` says of what it is made."""
        found = self._rows.get((name, key))
        if found is None:
            found = self._rows[name, key] = make()
        return found

    def head(self, ctx: PageContext, days: tuple[date, date] | None) -> Head:
        """Return the top of the pages of what is on from the first to the last day; None: the date is pending."""
        found = self._heads.get(days)
        if found is None:
            found = self._heads[days] = _head(ctx, self.root, days)
        return found

    def neighbours(self, ctx: PageContext, event: Event, day: date) -> list[str]:
        """Return the rows of the other events that begin on a day in an event's municipality; at most six."""
        place = event.municipality
        found = ctx.keep(("neighbours", place, day), lambda: _all_beginning(ctx, place, day, self.root))
        return [row for name, row in found if name != event.id]


def _head(ctx: PageContext, root: str, days: tuple[date, date] | None) -> Head:
    calendar = Link(ctx.say("Calendar"), f"{root}{CALENDAR}")
    trail = ctx.templates.macro("crumb_trail")
    if days is None:
        return Head("", trail((calendar,), is_searched=False))
    first = days[0]
    way = ctx.keep(("way to a month", root, first.year, first.month), lambda: _way_to(ctx, root, calendar, first))
    picture = ctx.templates.macro("date_picture")(date_block(ctx, *days))
    return Head(f"{picture}\n", way.replace(_DAY, first.isoformat()))


def _way_to(ctx: PageContext, root: str, calendar: Link, day: date) -> str:
    """Return the way to a day's month, with a mark where the day is to stand."""
    words = wording.month_title(day.year, day.month, ctx.lang)
    month = Link(words, f"{root}{month_address(day.year, day.month)}#p-{_DAY}")
    return str(ctx.templates.macro("crumb_trail")((calendar, month), is_searched=False))


def by_beginning(ctx: PageContext) -> Mapping[str, tuple[Sequence[int], Sequence[Occurrence]]]:
    """Return the dates of each municipality in the order of their first days, those of a day in the calendar's.

    Before them those days as numbers: a day is found among them without a look at the dates.
    """
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in ctx.calendar.occurrences:
        found[occurrence.event.municipality].append(occurrence)
    for dates in found.values():
        dates.sort(key=_FIRST_DAY)
    return {
        place: (array("i", [one.first_day.toordinal() for one in dates]), dates) for place, dates in found.items()
    }


def _series(ctx: PageContext) -> Mapping[str, Sequence[Event]]:
    found: dict[str, list[Event]] = {}
    for event in ctx.community.events.values():
        if event.series:
            found.setdefault(event.series, []).append(event)
    return found


def _beginning_on(ctx: PageContext, place: str, day: str) -> Sequence[Occurrence]:
    days, dates = ctx.once(by_beginning).get(place, _NOTHING)
    first = date.fromisoformat(day).toordinal()
    start = bisect_left(days, first)
    return dates[start : bisect_right(days, first, start, min(start + _MOST, len(days)))]


#: What begins on a day in a municipality; at most six, in order.
BEGINNING: Final = Question(
    "beginning",
    _beginning_on,
    lambda ctx, place, day: {one.event.id for one in _beginning_on(ctx, place, day)},
    since=Change.OUTLINE,
    alone=True,
)
#: The events of a series.
SERIES: Final = Question("series", lambda ctx, name: ctx.once(_series).get(name, ()), since=Change.OUTLINE)


def surroundings(ctx: PageContext) -> Surroundings:
    """Return what the event pages look up."""
    root = ROOT
    return Surroundings(
        root,
        {name: _venue_facts(ctx, venue) for name, venue in ctx.community.venues.items()},
        {name: _directions(ctx, venue) for name, venue in ctx.community.venues.items() if venue.coordinates},
        {
            (kind, name): anchor(ctx.link(kind, name, root))
            for kind, table in ctx.community.by_kind.items()
            if kind not in (Kind.EVENT, Kind.COMMENT)
            for name in table
        },
        {
            # Every record of these kinds has a feed, if an empty one; tests/pages/test_event.py holds them together.
            (kind, name): anchor(Link(title, f"{root}{own_calendar(FEED_GROUPS[kind], name)}"))
            for kind in (Kind.MUNICIPALITY, Kind.ORGANISATION)
            for name, title in ctx.names[kind].items()
        },
        anchor(Link(ctx.say("All calendars"), f"{root}{SUBSCRIBE}")),
        ProseContext(community=ctx.community, language=ctx.lang.code, prefix=root, heading_level=2, id_prefix="d-"),
        ctx.today - timedelta(days=ctx.settings.search_past_days),
        ascii_uri(f"{ctx.site.url}{EVENTS}") if "://" in ctx.site.url else "",
    )


def _all_beginning(ctx: PageContext, place: str, day: date, root: str) -> Sequence[tuple[str, str]]:
    """Return what begins on a day in a municipality as rows, with its id; nothing for one that is alone."""
    beginning = BEGINNING.ask(ctx, place, day.isoformat())
    return [(one.event.id, _neighbour(ctx, one, root)) for one in beginning] if len(beginning) > 1 else []


def _neighbour(ctx: PageContext, occurrence: Occurrence, root: str) -> str:
    venue = ctx.names[Kind.VENUE][occurrence.venue] if occurrence.venue else ""
    parts = (time_words(ctx, occurrence), venue, status_word(occurrence.status, ctx.lang))
    note = " · ".join([part for part in parts if part])
    return link_row(Link(telling_title(ctx, occurrence), f"{root}{EVENTS}{occurrence.event.id}/", note))


def _venue_facts(ctx: PageContext, venue: Venue) -> str:
    found = [Link(venue.address)] if venue.address else []
    if (place := venue.coordinates) is not None:
        on_map = _MAP.format(latitude=f"{place.latitude:.5f}", longitude=f"{place.longitude:.5f}")
        found.append(Link(ctx.say("map"), on_map))
    return fact_row(ctx.say("Address"), found) if found else ""


def _directions(ctx: PageContext, venue: Venue) -> str:
    """Return the button that leads to the directions; a plain link, so nobody is told until it is pressed."""
    place = venue.coordinates
    if place is None:
        return ""
    way = directions_address(place)
    return f'<a class="st-button" href="{way}">{safe(ctx.say("Directions"))}</a>\n'
