"""The pages of events: thousands, so each is made when asked for and costs little."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Final

from markupsafe import Markup

from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import EVENTS, event_feed
from seurantalo.publishing.feeds import has_event_file
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.event_surroundings import Surroundings, surroundings
from seurantalo.publishing.pages.event_view import event_view, shown_occurrence
from seurantalo.publishing.pages.json_ld import Shared, event_json, script_json
from seurantalo.publishing.prose import plain_text
from seurantalo.publishing.publication import BulkPages, FeedLink, Page, depth_prefix, sorted_by_address
from seurantalo.publishing.templating import filled, macro

ROOT: Final = depth_prefix(f"{EVENTS}x/")
DESCRIPTION_LENGTH: Final = 200


def event_pages(ctx: PageContext) -> BulkPages:
    """Return the pages of all events, by address."""
    events = sorted_by_address(ctx.community.events)

    shared = Shared()

    @cache
    def around() -> Surroundings:
        return surroundings(ctx, ROOT)

    def make(start: int, stop: int) -> Iterator[Page]:
        for name in events[start:stop]:
            yield event_page(ctx, around(), ctx.community.events[name], shared)

    return BulkPages(kind=Kind.EVENT.value, folder=EVENTS, names=events, make=make)


def event_page(ctx: PageContext, around: Surroundings, event: Event, shared: Shared | None = None) -> Page:
    """Return one event's page; ``shared`` remembers what events have in common."""
    dates = ctx.calendar.of_event(event.id)
    shown = shown_occurrence(ctx, dates)
    view = event_view(ctx, around, event, dates, shown)
    words = ctx.words(event.description)
    summary = plain_text(words, DESCRIPTION_LENGTH, rendered=view.description) if words else ""
    found = event_json(ctx, event, shown, dates[-1].first_day if dates else None, summary, shared)
    body = filled(
        "event.html",
        ctx.lang,
        view=view,
        date_rows=macro("date_rows", ctx.lang),
        finding_item=macro("finding_item", ctx.lang, "finding.html"),
        json=Markup(script_json(found, shared)) if found is not None else "",  # noqa: S704 (script_json leaves no sign of HTML)
    )
    place = ctx.names[Kind.MUNICIPALITY][event.municipality]
    return Page(
        address=f"{EVENTS}{event.id}/",
        title=view.title,
        body=body,
        description=f"{view.when}, {place}. {summary}".strip(),
        # What was fetched is mended in its own calendar: no page leads to the file of its snapshot.
        source=event.origin.path if event.external is None else "",
        feeds=(FeedLink(event_feed(event.id), view.title),) if has_event_file(ctx.calendar, event.id) else (),
        searchable=not dates or dates[-1].last_day >= ctx.today - timedelta(days=ctx.settings.search_past_days),
        words=_words(ctx, event),
    )


def _words(ctx: PageContext, event: Event) -> str:
    """Return what people look for besides the title and the summary: place, organisers, themes."""
    place = (ctx.names[Kind.VENUE][event.venue],) if event.venue is not None else ()
    organisations, themes = ctx.names[Kind.ORGANISATION], ctx.names[Kind.THEME]
    organisers = (organisations[name] for name in event.organisers)
    return " ".join((*place, *organisers, *(themes[name] for name in event.themes)))
