"""The pages of events: thousands, so each is made when asked for and costs little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence, is_long_over
from seurantalo.publishing.addresses import EVENTS, event_feed
from seurantalo.publishing.pages.event.body import event_body, when_words
from seurantalo.publishing.pages.event.found import event_found
from seurantalo.publishing.pages.event.json_ld import Shared, event_json
from seurantalo.publishing.pages.event.surroundings import Surroundings, surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prose import plain_text, render_prose
from seurantalo.publishing.publication import FeedLink, Page, Pages, sorted_by_address
from seurantalo.publishing.status import changes_words, moved_words, status_title, status_word

DESCRIPTION_LENGTH: Final = 200


def event_pages(ctx: PageContext) -> Pages:
    """Return the pages of all events, by address."""
    events = ctx.community.events
    shared = Shared()

    def make(name: str) -> Page:
        return event_page(ctx, ctx.once(surroundings), events[name], shared)

    return Pages(sorted_by_address(ctx.plain.community.events), make)


def event_page(ctx: PageContext, around: Surroundings, event: Event, shared: Shared | None = None) -> Page:
    """Return one event's page; ``shared`` remembers what events have in common."""
    dates = ctx.calendar.of_event(event.id)
    shown = shown_occurrence(ctx, dates)
    when = when_words(ctx, event, shown)
    text = ctx.words(event.description)
    description = render_prose(text, around.prose)
    place = ctx.names[Kind.MUNICIPALITY][event.municipality]
    # Of what is long over the page itself tells: its head is short, and search engines and links say when and where.
    long_over = is_long_over(dates, ctx.today)
    summary = plain_text(text, DESCRIPTION_LENGTH, rendered=description) if text and not long_over else ""
    title = ctx.words(event.title)
    over = bool(dates) and dates[-1].last_day < ctx.today
    status = _status(event, shown, ahead=bool(dates) and not over)
    # Whatever has a date has a calendar file.
    feeds = (FeedLink(event_feed(event.id), title),) if dates else ()
    pieces = event_body(ctx, around, event, dates, shown, when=when, description=description, long_over=long_over)
    changes = _changes(ctx, event, [one for one in dates if one is not shown]) if event.changes else ""
    # Search engines show what is to come; of what was, the site's open data tell.
    json = "" if over else event_json(ctx, event, shown, dates, summary, shared)
    return Page(
        address=f"{EVENTS}{event.id}/",
        title=status_title(title, status, ctx.lang),
        body="".join((*pieces, f'<script type="application/ld+json">{json}</script>\n' if json else "")),
        description=f"{_marked(ctx, when, shown, status)}, {place}. {changes}{summary}".strip(),
        # What was fetched is mended in its own calendar: no page leads to the file of its snapshot.
        source=event.origin.path if event.external is None else "",
        # Nobody adds to a calendar what is long over.
        feeds=() if long_over else feeds,
        searchable=not dates or dates[-1].last_day >= around.searched_from,
        words=_words(ctx, event),
        found=event_found(ctx, event, dates, shown, when),
        previewed=not long_over,
    )


def shown_occurrence(ctx: PageContext, dates: Sequence[Occurrence]) -> Occurrence | None:
    """Return the date that the page is about: the next that is held, else the next, else the last one."""
    if len(dates) < 2:
        return dates[0] if dates else None
    ahead = [found for found in dates if found.last_day >= ctx.today]
    if ahead:
        return next((found for found in ahead if not found.cancelled), ahead[0])
    return next((found for found in reversed(dates) if not found.cancelled), dates[-1])


def _changes(ctx: PageContext, event: Event, others: Sequence[Occurrence]) -> str:
    """Return which of the other dates are not as the rule says, with the space behind it."""
    words = changes_words(event, others, ctx.today, ctx.lang)
    return f"{words}. " if words else ""


def _status(event: Event, shown: Occurrence | None, *, ahead: bool) -> EventStatus:
    """Return the status that stands in the title: of a date that is over nobody needs to know that it had moved."""
    status = event.status if shown is None or event.repeats is not None else shown.status
    return EventStatus.CONFIRMED if status is EventStatus.MOVED and not ahead else status


def _marked(ctx: PageContext, when: str, shown: Occurrence | None, status: EventStatus) -> str:
    """Return when an event is with its status behind it, and where a date that has moved was to be."""
    status = shown.status if shown is not None else status
    marks = (status_word(status, ctx.lang), moved_words(shown, ctx.lang) if shown is not None else "")
    words = ", ".join([mark for mark in marks if mark])
    return f"{when} ({words})" if words else when


def _words(ctx: PageContext, event: Event) -> str:
    """Return what people look for besides the title and the summary: place, organisers, themes."""
    organisations, themes = ctx.names[Kind.ORGANISATION], ctx.names[Kind.THEME]
    found = [ctx.names[Kind.VENUE][event.venue]] if event.venue is not None else []
    found += [organisations[name] for name in event.organisers]
    found += [themes[name] for name in event.themes]
    return " ".join(found)
