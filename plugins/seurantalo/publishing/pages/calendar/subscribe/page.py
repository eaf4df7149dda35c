"""The page of calendars: all events with a button for each app, and the way to every other calendar."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import SUBSCRIBE
from seurantalo.publishing.feeds.news import news_links
from seurantalo.publishing.pages.calendar.subscribe.apps import (
    Subscription,
    instructions,
    subscription,
)
from seurantalo.publishing.pages.calendar.subscribe.calendars import NAMES, CalendarList, calendars_of
from seurantalo.publishing.pages.calendar.subscribe.limits import LimitsView, limits_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.follow import PlainFeed, plain_feed
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import FeedLink, Heading, Page, depth_prefix

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
#: Of a group with more calendars than this only those with events are named, and no more than this: the page must
#: open at once also where a region has thousands of organisations. The rest are found by name and by municipality.
MOST: Final = 320


@dataclass(frozen=True, slots=True)
class CalendarGroup:
    """The calendars of a kind by name; ``more`` of them are not named here."""

    title: str
    anchor: str
    links: tuple[Link, ...]
    folded: bool
    more: int
    plain: tuple[PlainFeed, ...] = ()
    """Calendars without pages of their own: their addresses are copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    """The page of calendars. ``names`` is the file behind the field that finds a calendar by its name."""

    title: str
    everything: Subscription | None
    groups: tuple[CalendarGroup, ...]
    archives: tuple[Link, ...]
    names: str
    instructions: Markup
    limits: LimitsView | None


def subscribe_view(calendars: CalendarList) -> SubscribeView:
    """Return the calendar of all events, the others by kind, then the archives."""
    ctx, root = calendars.ctx, depth_prefix(SUBSCRIBE)
    everything = next((one for one in calendars.feeds if one.kind is None and one.year is None), None)
    return SubscribeView(
        title=everything.title if everything is not None else "",
        everything=subscription(ctx, everything.path, everything.title, SUBSCRIBE, root) if everything else None,
        groups=(
            *(group for kind, title, anchor in GROUPS if (group := _group(calendars, kind, title, anchor)).links),
            _for_organisers(calendars),
        ),
        archives=tuple(
            Link(one.title, f"{root}{one.path}", ctx.lang.count("{n} event", "{n} events", one.event_count))
            for one in calendars.feeds
            if one.year is not None
        ),
        names=f"{root}{NAMES}",
        instructions=ctx.once(instructions),
        limits=limits_view(calendars, everything, root) if everything is not None else None,
    )


def _group(calendars: CalendarList, kind: Kind, title: str, anchor: str) -> CalendarGroup:
    feeds = calendars.by_kind[kind]
    named = feeds if len(feeds) <= MOST else tuple(one for one in feeds if one.event_count)[:MOST]
    return CalendarGroup(
        title=calendars.ctx.lang.say(title),
        anchor=anchor,
        links=tuple(calendars.link(one, depth_prefix(SUBSCRIBE)) for one in named),
        folded=len(named) > OPEN_UP_TO,
        more=len(feeds) - len(named),
    )


def _for_organisers(calendars: CalendarList) -> CalendarGroup:
    """Return the calendars of tentative dates, of series, and of what channels are to tell, where they have events.

    They have no pages of their own: their addresses are copied.
    """
    ctx, root = calendars.ctx, depth_prefix(SUBSCRIBE)
    feeds = [one for one in calendars.feeds if one.kind in (Kind.EVENT, Kind.CHANNEL)]
    # An empty calendar of reserved dates is news in itself: every date is sure.
    named = [one for one in feeds if one.event_count or (one.kind is Kind.EVENT and not one.record_id)][:MOST]
    return CalendarGroup(
        title=ctx.lang.say("For organisers and the editors"),
        anchor="jarjestajille",
        links=(),
        folded=len(named) > OPEN_UP_TO,
        more=0,
        plain=tuple(plain_feed(ctx, one.path, one.title, root, str(one.event_count)) for one in named),
    )


def subscribe_page(ctx: PageContext) -> Page:
    """Return the page of all calendars."""
    view = subscribe_view(calendars_of(ctx))
    say = ctx.lang.say
    feeds: tuple[FeedLink, ...] = ()
    if view.everything is not None:
        path = view.everything.file.removeprefix(depth_prefix(SUBSCRIBE))
        feeds = (FeedLink(path, view.title), *news_links(ctx.site, ctx.lang, None, "", ctx.site.name))
    return Page(
        address=SUBSCRIBE,
        title=say("Subscribe to the calendar"),
        body=ctx.render("calendar/subscribe/page.html", view=view),
        description=say("The events in your own calendar: new ones come by themselves."),
        searchable=False,
        feeds=feeds,
        headings=(
            Heading("kaikki", say("All events")),
            Heading("ohjeet", say("How it is done")),
            *((Heading("valitse", say("Choose your own")),) if view.groups else ()),
            *(Heading(group.anchor, group.title, 3) for group in view.groups),
            *((Heading("arkisto", say("Earlier years")),) if view.archives else ()),
        ),
    )
