"""The front page: what is on, and the three things people come to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Weight
from seurantalo.model.practice import Practice
from seurantalo.model.record import UNKNOWN_REVISION, Kind
from seurantalo.planner.clashes import Level
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import CALENDAR, CLASHES, FOLDERS, FRONT, SUBSCRIBE
from seurantalo.publishing.pages.calendar.days import DayView, by_first_day, day_views
from seurantalo.publishing.pages.clash.page import next_day
from seurantalo.publishing.pages.shared.calendar_link import site_feeds
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import all_examples, event_rows
from seurantalo.publishing.pages.shared.guides import add_event_links, guide_links, pending_link, year_link
from seurantalo.publishing.pages.shared.practice_card import practice_card
from seurantalo.publishing.pages.shared.theme_look import record_cover
from seurantalo.publishing.pages.shared.updated import Updated, updated
from seurantalo.publishing.pages.shared.view import Card, Link
from seurantalo.publishing.pages.shared.when_tabs import WhenTab, when_tabs
from seurantalo.publishing.publication import Page
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

DAYS: Final = 7
MOST_EVENTS: Final = 20
#: Fewer events than this in the week: the next ones are shown as well.
FEW_EVENTS: Final = 6
NEXT_EVENTS: Final = 6
CLASH_DAYS: Final = 28
PRACTICES: Final = 3
_H1: Final = re.compile(r"\s*<h1[ >]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The front page. ``intro`` is clean HTML; ``own_title`` is False where it brings its own ``h1``."""

    title: str
    lead: str
    own_title: bool
    intro: Markup
    tabs: tuple[WhenTab, ...]
    actions: tuple[Link, ...]
    days: tuple[DayView, ...]
    left_out: int
    upcoming: Markup
    examples: bool
    clash_line: str
    clashes_href: str
    pending: Link | None
    practices: tuple[Card, ...]
    practices_href: str
    """The way to all of them; ``""`` where there are none, not even unfinished ones."""
    municipalities: tuple[Card, ...]
    calendar: str
    wheel: Link
    add: tuple[Link, ...]
    guide: tuple[Link, ...]
    zone: str
    updated: Updated


def _week(ctx: PageContext) -> Sequence[Occurrence]:
    return ctx.calendar.listed_between(ctx.today, ctx.today + timedelta(days=DAYS))


def _near_clashes(ctx: PageContext) -> int:
    border = ctx.today + timedelta(days=CLASH_DAYS)
    days = (next_day(one, ctx.today) for one in ctx.clashes.findings if one.level is not Level.INFO)
    return sum(day <= border for day in days)


#: What lists of days show of the coming week.
WEEK: Final = Question(
    "front week", _week, lambda ctx: {one.event.id for one in _week(ctx)}, since=Change.OUTLINE, alone=True
)
#: Whether all that is coming is invented.
ONLY_EXAMPLES: Final = Question("only examples", lambda ctx: all_examples(ctx.coming), since=Change.OUTLINE)
#: How many events are coming in each municipality.
EVENTS_AHEAD: Final = Question(
    "ahead by municipality",
    lambda ctx: Counter(one.event.municipality for one in ctx.next_of.values()),
    since=Change.OUTLINE,
)
#: How many clashes there are in the coming weeks.
NEAR_CLASHES: Final = Question("near clashes", _near_clashes)


def front_view(ctx: PageContext) -> FrontView:
    """Return the front page."""
    intro = ctx.introduction
    root = ""
    week = WEEK.ask(ctx)
    chosen = (
        week if len(week) <= MOST_EVENTS else tuple(one for one in week if one.event.weight is not Weight.ROUTINE)
    )
    chosen = chosen[:MOST_EVENTS]
    examples = ONLY_EXAMPLES.ask(ctx)
    days = by_first_day(chosen, ctx.today, ctx.today + timedelta(days=DAYS))
    count = NEAR_CLASHES.ask(ctx)
    add = add_event_links(ctx, root)
    upcoming = _upcoming(ctx) if sum(not one.cancelled for one in week) < FEW_EVENTS else ()
    return FrontView(
        title=ctx.site.name,
        lead=ctx.site.description,
        own_title=_H1.match(intro) is None,
        intro=Markup(intro),  # noqa: S704 (made by the host from the project's own page)
        tabs=when_tabs(ctx, root),
        actions=(
            Link(ctx.lang.say("Open the calendar"), CALENDAR),
            Link(ctx.lang.say("Subscribe to the calendar"), SUBSCRIBE),
        ),
        days=tuple(day_views(ctx, days, root, total=MOST_EVENTS, more_href=CALENDAR, year=True, marked=not examples)),
        left_out=sum(not one.cancelled for one in week) - sum(not one.cancelled for one in chosen),
        upcoming=event_rows(ctx, root).of(upcoming, marked=not examples) if upcoming else Markup(),
        examples=examples,
        clash_line=ctx.lang.count("{n} clash in the coming weeks", "{n} clashes in the coming weeks", count)
        if count
        else ctx.lang.say("No clashing dates in the coming weeks"),
        clashes_href=CLASHES,
        pending=pending_link(ctx, root),
        practices=tuple(practice_card(ctx, one, root) for one in newest(ctx.community.practices.values())),
        practices_href=FOLDERS[Kind.PRACTICE] if ctx.community.practices else "",
        municipalities=_municipalities(ctx, root),
        calendar=CALENDAR,
        wheel=year_link(ctx, root),
        add=add,
        guide=guide_links(ctx, root),
        zone=ctx.settings.timezone,
        updated=updated(ctx),
    )


def _upcoming(ctx: PageContext) -> Sequence[Occurrence]:
    """Return the next events after the week, each once."""
    border = ctx.today + timedelta(days=DAYS)
    later = sorted(
        (one for one in ctx.next_of.values() if one.first_day > border), key=lambda one: (one.starts_at, one.event.id)
    )
    return later[:NEXT_EVENTS]


def newest(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Return the newest practices that are more than a stub: by the day they were written down, then by id."""
    whole = [one for one in practices if not one.stub]
    return tuple(sorted(whole, key=lambda one: (-_written(one).toordinal(), one.id))[:PRACTICES])


def _written(practice: Practice) -> date:
    if practice.created is not None:
        return practice.created
    revision = practice.revision
    return date.min if revision == UNKNOWN_REVISION else revision.created.date()


def _municipalities(ctx: PageContext, root: str) -> tuple[Card, ...]:
    counts = EVENTS_AHEAD.ask(ctx)
    tiles = []
    for name in ctx.community.municipalities:
        link = ctx.link(Kind.MUNICIPALITY, name, root)
        ahead = ctx.lang.count("{n} coming event", "{n} coming events", counts[name]) if counts[name] else ""
        tiles.append(Card(link.text, link.href, ahead, cover=record_cover(ctx.community.municipalities[name], {})))
    return tuple(sorted(tiles, key=lambda one: one.title.casefold()))


def front_page(ctx: PageContext) -> Page:
    """Return the front page."""
    view = front_view(ctx)
    return Page(
        address=FRONT,
        title=view.title,
        body=ctx.render("site/front_page.html", view=view),
        description=ctx.site.description,
        feeds=site_feeds(ctx),
    )
