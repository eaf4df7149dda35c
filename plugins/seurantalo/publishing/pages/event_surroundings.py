"""What lies around the events, worked out once for all their pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from seurantalo.model.event import Event
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, EVENTS, FEED_GROUPS, SUBSCRIBE, feed, month_address
from seurantalo.publishing.pages.cards import date_block, time_words
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.rows import FactRow, LinkRow, anchor, fact_row, link_row
from seurantalo.publishing.pages.view import DateBlock, Link
from seurantalo.publishing.templating import macro

#: Neighbours kept for each municipality and day: those shown, and the event itself.
_KEPT = 6
_MAP = "https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=16/{latitude}/{longitude}"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of the pages of one day's events, with its HTML."""

    block: DateBlock | None
    crumbs: tuple[Link, ...]
    date: Markup
    trail: Markup


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Look-ups for the event pages, all of which stand at one depth under the same ``root``."""

    root: str
    beginning: Mapping[tuple[str, date], Sequence[Occurrence]]
    """What begins on a day in a municipality; at most six, in order."""
    series: Mapping[str, Sequence[Event]]
    venues: Mapping[str, tuple[FactRow, ...]]
    """Address and map of each venue."""
    links: Mapping[tuple[Kind, str], Link]
    """Every record that an event may name, but events."""
    feeds: Mapping[tuple[Kind, str], Link]
    """The calendar of each record that has one, to subscribe to."""
    _rows: dict[tuple[str, tuple[str, ...]], FactRow] = field(default_factory=dict)
    _heads: dict[tuple[date, date] | None, Head] = field(default_factory=dict)
    _neighbours: dict[tuple[str, date], tuple[tuple[str, LinkRow], ...]] = field(default_factory=dict)

    def row(self, term: str, kind: Kind, names: tuple[str, ...]) -> FactRow:
        """Return the fact that names records of a kind, the same for all events that name them under the term."""
        found = self._rows.get((term, names))
        if found is None:
            found = self._rows[term, names] = fact_row(term, tuple(self.links[kind, name] for name in names))
        return found

    def shared_row(self, term: str, key: tuple[str, ...], links: Callable[[], tuple[Link, ...]]) -> FactRow:
        """Return a fact that many events have; ``key`` says which links it holds."""
        found = self._rows.get((term, key))
        if found is None:
            found = self._rows[term, key] = fact_row(term, links())
        return found

    def feed_row(self, ctx: PageContext, municipality: str, organisers: tuple[str, ...]) -> FactRow:
        """Return the calendars that one can subscribe to and that hold an event, then the way to all of them."""
        names = (municipality, *organisers)
        found = self._rows.get(("", names))
        if found is None:
            groups = ((Kind.MUNICIPALITY, municipality), *((Kind.ORGANISATION, name) for name in organisers))
            every = Link(ctx.say("All calendars"), f"{self.root}{SUBSCRIBE}")
            links = (*(self.feeds[group] for group in groups), every)
            found = self._rows["", names] = fact_row(ctx.say("Follow in your calendar"), links)
        return found

    def head(self, ctx: PageContext, days: tuple[date, date] | None) -> Head:
        """Return the top of the pages of what is on from the first to the last day; None: the date is pending."""
        found = self._heads.get(days)
        if found is None:
            block = date_block(ctx, *days) if days else None
            crumbs: tuple[Link, ...] = (Link(ctx.say("Calendar"), f"{self.root}{CALENDAR}"),)
            if days:
                first = days[0]
                month = wording.month_title(first.year, first.month, ctx.lang)
                place = f"{self.root}{month_address(first.year, first.month)}#p-{first.isoformat()}"
                crumbs = (*crumbs, Link(month, place))
            found = self._heads[days] = Head(
                block,
                crumbs,
                macro("date_picture", ctx.lang)(block) if block else Markup(),
                macro("crumb_trail", ctx.lang)(crumbs),
            )
        return found

    def neighbours(self, ctx: PageContext, municipality: str, day: date) -> tuple[tuple[str, LinkRow], ...]:
        """Return the ids and the links of the events that begin on a day in a municipality; at most six."""
        key = (municipality, day)
        found = self._neighbours.get(key)
        if found is None:
            found = self._neighbours[key] = tuple(
                (one.event.id, _neighbour(ctx, one, self.root)) for one in self.beginning[key]
            )
        return found


def surroundings(ctx: PageContext, root: str) -> Surroundings:
    """Walk the calendar once and return what the event pages look up."""
    beginning: dict[tuple[str, date], list[Occurrence]] = {}
    for occurrence in ctx.calendar.occurrences:
        key = (occurrence.event.municipality, occurrence.first_day)
        if key not in beginning:
            beginning[key] = [occurrence]
        elif len(beginning[key]) < _KEPT:
            beginning[key].append(occurrence)
    series: dict[str, list[Event]] = {}
    for event in ctx.community.events.values():
        if event.series:
            series.setdefault(event.series, []).append(event)
    return Surroundings(
        root,
        beginning,
        series,
        {name: _venue_facts(ctx, venue) for name, venue in ctx.community.venues.items()},
        {
            (kind, name): anchor(ctx.link(kind, name, root))
            for kind, table in ctx.community.by_kind.items()
            if kind not in (Kind.EVENT, Kind.COMMENT)
            for name in table
        },
        {
            # Every record of these kinds has a feed, if an empty one; tests/pages/test_event.py holds them together.
            (kind, name): anchor(Link(title, subscription(ctx, feed(FEED_GROUPS[kind], name), root)))
            for kind in (Kind.MUNICIPALITY, Kind.ORGANISATION)
            for name, title in ctx.names[kind].items()
        },
    )


def _neighbour(ctx: PageContext, occurrence: Occurrence, root: str) -> LinkRow:
    venue = occurrence.venue
    note = time_words(ctx, occurrence) + (f" · {ctx.names[Kind.VENUE][venue]}" if venue else "")
    return link_row(ctx.words(occurrence.title), f"{root}{EVENTS}{occurrence.event.id}/", note)


def subscription(ctx: PageContext, path: str, root: str) -> str:
    """Return the address that subscribes to a feed; the plain file's where the site's own address is not known."""
    if not ctx.site.url:
        return f"{root}{path}"
    return f"webcal://{ctx.site.url.partition('://')[2]}{path}"


def _venue_facts(ctx: PageContext, venue: Venue) -> tuple[FactRow, ...]:
    say = ctx.say
    found: list[Link] = []
    if venue.address:
        found.append(Link(venue.address))
    if venue.coordinates is not None:
        place = venue.coordinates
        found.append(
            Link(say("map"), _MAP.format(latitude=f"{place.latitude:.5f}", longitude=f"{place.longitude:.5f}"))
        )
    return (fact_row(say("Address"), tuple(found)),) if found else ()
