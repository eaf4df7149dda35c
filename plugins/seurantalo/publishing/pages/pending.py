"""The page of events whose date is not known yet."""

from __future__ import annotations

from dataclasses import dataclass

from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, PENDING
from seurantalo.publishing.pages.cards import pending_card
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.guides import guide_link
from seurantalo.publishing.pages.view import EventCard, Link
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.templating import render


@dataclass(frozen=True, slots=True)
class PendingGroup:
    """Events that wait for a day of one month, or of any."""

    title: str
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingView:
    """The page of events without a date."""

    count: int
    groups: tuple[PendingGroup, ...]
    crumbs: tuple[Link, ...]
    actions: tuple[Link, ...]


def pending_view(ctx: PageContext) -> PendingView:
    """Return the events without a date, those with a month first."""
    root = depth_prefix(PENDING)
    groups: dict[tuple[int, int], list[EventCard]] = {}
    nowhen = (9999, 12)
    for event in sorted(ctx.calendar.pending, key=lambda one: (one.pending_month or nowhen, one.id)):
        groups.setdefault(event.pending_month or nowhen, []).append(pending_card(ctx, event, root))
    calendar = Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}")
    return PendingView(
        count=len(ctx.calendar.pending),
        groups=tuple(
            PendingGroup(
                ctx.lang.say("No month yet") if month == nowhen else wording.month_title(*month, ctx.lang),
                tuple(found),
            )
            for month, found in groups.items()
        ),
        crumbs=(calendar,),
        actions=(calendar, guide_link(ctx, root)),
    )


def pending_page(ctx: PageContext) -> Page:
    """Return the page ``paivamaara-avoinna/``."""
    view = pending_view(ctx)
    return Page(
        address=PENDING,
        title=ctx.lang.say("Date pending"),
        body=render("pending.html", ctx.lang, view=view),
        description=ctx.lang.count("{n} event waits for its date", "{n} events wait for their date", view.count),
    )
