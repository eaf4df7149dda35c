"""The page of one calendar: a button for each app, and on paper a sheet for the notice board."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FEED_GROUPS, FOLDERS, SUBSCRIBE, own_calendar
from seurantalo.publishing.feeds.contents import Feed
from seurantalo.publishing.feeds.news import ATOM, news_links
from seurantalo.publishing.pages.calendar.subscribe.apps import Subscription, subscription
from seurantalo.publishing.pages.calendar.subscribe.calendars import HAS_ARCHIVES, IN_FILE, KIND_WORDS, CalendarList
from seurantalo.publishing.pages.calendar.subscribe.limits import LimitsView, limits_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.made_of import note_made_of
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import FeedLink, Page, Pages, depth_prefix


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCalendarView:
    """The page of one calendar. ``about`` leads to the record's page, ``news`` to its feed of news."""

    title: str
    kind: str
    lead: str
    note: str
    crumbs: tuple[Link, ...]
    subscription: Subscription
    about: Link | None
    news: Link | None
    organisations: tuple[Link, ...]
    venues: tuple[Link, ...]
    wider: tuple[Link, ...]
    instructions: str
    """Where it is told how to subscribe in each app."""
    limits: LimitsView | None


def own_calendar_pages(ctx: PageContext) -> Pages:
    """Return a page for each calendar, by address."""

    def make(name: str) -> Page:
        calendars = ctx.plain.once(CalendarList)
        feed = calendars.own[name]
        if ctx.recorder is not None:
            HAS_ARCHIVES.ask(ctx)
            # How many of them fit goes by what they tell.
            note_made_of(ctx, IN_FILE, feed.path)
            for one in chain.from_iterable(_within(calendars, feed)):
                # Only how many events it has is shown.
                ctx.recorder.note((IN_FILE.name, one.path))
        return _page(calendars, feed)

    # Every record has one, whatever it holds: to list the pages no events need be chosen.
    records = ctx.community.by_kind
    addresses = sorted(own_calendar(FEED_GROUPS[kind], name) for kind in KIND_WORDS for name in records[kind])
    return Pages(tuple([address.removeprefix(SUBSCRIBE).rstrip("/") for address in addresses]), make)


def _within(calendars: CalendarList, one: Feed) -> tuple[Sequence[Feed], Sequence[Feed]]:
    """Return the calendars of organisations and of venues that the page of a municipality's leads to."""
    return calendars.within.get(one.record_id, ((), ())) if one.kind is Kind.MUNICIPALITY else ((), ())


def own_calendar_view(calendars: CalendarList, kind: Kind, one: Feed) -> OwnCalendarView:
    """Return the page of a calendar."""
    ctx = calendars.ctx
    say = ctx.say
    kind_words = say(KIND_WORDS[kind])
    page = own_calendar(FEED_GROUPS[kind], one.record_id)
    root = depth_prefix(page)
    people, venues = _within(calendars, one)
    news = news_links(ctx.site, ctx.lang, kind, one.record_id, one.title)
    municipality = getattr(ctx.community.by_kind[kind][one.record_id], "municipality", None)
    wider = [Link(say("All events"), f"{root}{SUBSCRIBE}")]
    if municipality is not None:
        name = ctx.names[Kind.MUNICIPALITY][municipality]
        wider.insert(0, Link(name, f"{root}{own_calendar(FEED_GROUPS[Kind.MUNICIPALITY], municipality)}"))
    return OwnCalendarView(
        title=one.title,
        kind=kind_words[:1].upper() + kind_words[1:],
        lead=say("The events in your own calendar: new ones come by themselves."),
        note=ctx.lang.count("{n} event, past ones included", "{n} events, past ones included", one.event_count)
        if one.event_count
        else say("No events just now. Those to come will appear by themselves."),
        crumbs=(Link(ctx.say("Front page"), root), Link(say("Subscribe to the calendar"), f"{root}{SUBSCRIBE}")),
        subscription=subscription(ctx, one.path, one.title, page, root),
        about=Link(one.title, f"{root}{FOLDERS[kind]}{one.record_id}/") if kind in FOLDERS else None,
        news=next((Link(found.title, f"{root}{found.path}") for found in news if found.path.endswith(ATOM)), None),
        organisations=tuple(calendars.link(each, root) for each in people),
        venues=tuple(calendars.link(each, root) for each in venues),
        wider=tuple(wider),
        instructions=f"{root}{SUBSCRIBE}#ohjeet",
        limits=limits_view(calendars, one, root),
    )


def _page(calendars: CalendarList, one: Feed) -> Page:
    ctx, kind = calendars.ctx, one.kind
    if kind is None:
        raise ValueError(f"{one.path} is about no record")
    view = own_calendar_view(calendars, kind, one)
    return Page(
        address=own_calendar(FEED_GROUPS[kind], one.record_id),
        title=ctx.lang.say("Subscribe: {name}", name=one.title),
        body=ctx.render("calendar/subscribe/own_calendar.html", view=view),
        description=ctx.lang.say("{name}: the events in your own calendar.", name=one.title),
        searchable=False,
        feeds=(FeedLink(one.path, one.title), *news_links(ctx.site, ctx.lang, kind, one.record_id, one.title)),
    )
