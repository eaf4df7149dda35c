"""The page of events whose date is not known yet."""

from __future__ import annotations

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Event
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, PENDING
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import event_rows
from seurantalo.publishing.pages.shared.guides import guide_links
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Page, depth_prefix


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingView:
    """The page of events without a date."""

    groups: tuple[tuple[str, Markup], ...]
    """(month, its events)"""
    crumbs: tuple[Link, ...]
    actions: tuple[Link, ...]


def pending_view(ctx: PageContext) -> PendingView:
    """Return the events without a date, those with a month first."""
    root = depth_prefix(PENDING)
    groups: dict[tuple[int, int], list[Event]] = {}
    nowhen = (9999, 12)
    for event in sorted(ctx.calendar.pending, key=lambda one: (one.pending_month or nowhen, one.id)):
        groups.setdefault(event.pending_month or nowhen, []).append(event)
    calendar = Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}")
    return PendingView(
        groups=tuple(
            (
                ctx.lang.say("No month yet") if month == nowhen else wording.month_title(*month, ctx.lang),
                event_rows(ctx, root).pending(found),
            )
            for month, found in groups.items()
        ),
        crumbs=(calendar,),
        actions=(calendar, *guide_links(ctx, root)),
    )


def pending_page(ctx: PageContext) -> Page:
    """Return the page ``paivamaara-avoinna/``."""
    count = ctx.lang.count(
        "{n} event waits for its date", "{n} events wait for their date", len(ctx.calendar.pending)
    )
    body = ctx.render("calendar/pending.html", view=pending_view(ctx))
    return Page(address=PENDING, title=ctx.say("Date not known"), body=body, description=count)
