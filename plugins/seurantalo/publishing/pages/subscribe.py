"""The page that lists every calendar, with a button for each app and how to use them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import SUBSCRIBE
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.feeds.feed_files import feed_list
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.view import Link
from seurantalo.publishing.pages.wiki_view import google, outlook, webcal
from seurantalo.publishing.publication import FeedLink, Heading, Page, depth_prefix
from seurantalo.publishing.templating import render

#: The groups of the page in order: kind, heading, anchor.
GROUPS: Final = (
    (Kind.MUNICIPALITY, "By municipality", "kunnat"),
    (Kind.AUDIENCE, "By audience", "kohderyhmat"),
    (Kind.THEME, "By theme", "teemat"),
    (Kind.ORGANISATION, "By organiser", "yhdistykset"),
    (Kind.VENUE, "By venue", "paikat"),
    (Kind.PRACTICE, "By practice", "kaytannot"),
)
#: Groups with more calendars than this are folded.
OPEN_UP_TO: Final = 12


class Listed(Protocol):
    """What the page must know of a feed (``seurantalo.publishing.feeds.feed_files.Feed``)."""

    @property
    def path(self) -> str:
        """The path in the site."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def kind(self) -> Kind | None:
        """The kind of the record that it is about."""

    @property
    def event_count(self) -> int:
        """How many events it holds."""

    @property
    def year(self) -> int | None:
        """The year of an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """A calendar with an address for each app. Without the site's address there is only the file."""

    title: str
    note: str
    webcal: str
    google: str
    outlook: str
    https: str
    file: str
    empty: bool


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """The calendars of a kind. Those without events come after the others, by name only."""

    title: str
    anchor: str
    rows: tuple[FeedRow, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class SubscribeView:
    """The page of calendars."""

    everything: FeedRow | None
    groups: tuple[FeedGroup, ...]
    archives: tuple[Link, ...]
    jumps: tuple[Link, ...]
    absolute: bool


def subscribe_view(ctx: PageContext, feeds: Iterable[Listed]) -> SubscribeView:
    """Return every calendar: that of all events first, then by kind, then the archives."""
    root = depth_prefix(SUBSCRIBE)
    everything: FeedRow | None = None
    rows: Mapping[Kind, list[tuple[Listed, FeedRow]]] = {kind: [] for kind, _, _ in GROUPS}
    archives = []
    for one in feeds:
        row = _row(ctx, one, root)
        if one.year is not None:
            archives.append(Link(one.title, row.file, row.note))
        elif one.kind is None:
            everything = row
        elif one.kind in rows:
            rows[one.kind].append((one, row))
    groups = tuple(
        FeedGroup(
            ctx.lang.say(title),
            anchor,
            tuple(row for _, row in sorted(rows[kind], key=lambda pair: (pair[1].empty, sort_key(pair[0].title)))),
            len(rows[kind]) > OPEN_UP_TO,
        )
        for kind, title, anchor in GROUPS
        if rows[kind]
    )
    return SubscribeView(
        everything=everything,
        groups=groups,
        archives=tuple(archives),
        jumps=tuple(Link(group.title, f"#{group.anchor}", str(len(group.rows))) for group in groups),
        absolute=bool(ctx.site.url),
    )


def _row(ctx: PageContext, one: Listed, root: str) -> FeedRow:
    site = ctx.site
    return FeedRow(
        title=one.title,
        note=ctx.lang.count("{n} event", "{n} events", one.event_count)
        if one.event_count
        else ctx.lang.say("no events just now"),
        webcal=webcal(site, one.path),
        google=google(site, one.path),
        outlook=outlook(site, one.path, f"{site.name}: {one.title}"),
        https=f"{site.url}{one.path}" if site.url else "",
        file=f"{root}{one.path}",
        empty=not one.event_count,
    )


def subscribe_page(ctx: PageContext) -> Page:
    """Return the page of all calendars."""
    view = subscribe_view(ctx, feed_list(ctx.community, ctx.calendar, ctx.settings, ctx.lang))
    say = ctx.lang.say
    return Page(
        address=SUBSCRIBE,
        title=say("Subscribe to the calendar"),
        body=render("subscribe.html", ctx.lang, view=view),
        description=say("The events in your own calendar: new ones come by themselves."),
        searchable=False,
        feeds=(FeedLink(view.everything.file.removeprefix(depth_prefix(SUBSCRIBE)), view.everything.title),)
        if view.everything is not None
        else (),
        headings=(
            Heading("kaikki", say("All events")),
            Heading("ohjeet", say("How it is done")),
            *(Heading(group.anchor, group.title) for group in view.groups),
            *((Heading("arkisto", say("Earlier years")),) if view.archives else ()),
        ),
    )
