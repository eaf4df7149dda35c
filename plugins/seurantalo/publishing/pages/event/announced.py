"""Where an event is announced: in which channels, by when, and where that stands; roles, never people."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.announcing.entry import Entry, State
from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import channel_address
from seurantalo.publishing.pages.channels.words import due_words, state_badge
from seurantalo.publishing.pages.event.surroundings import Surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import fact_row
from seurantalo.publishing.pages.shared.view import Link

#: What a person has decided, or a channel does not take, is told only where the event's file speaks of the channel.
_QUIET = (State.NOT_TOLD, State.NOT_ADMITTED, State.TOO_LATE)


def announced_row(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence | None) -> str:
    """Return the fact of where an event is announced; ``""`` where nobody has said, and nothing is usual."""
    if not ctx.community.channels:
        return ""
    heading = ctx.say("Announced in")
    if shown is None or shown.last_day < ctx.today:
        links = tuple(_link(ctx, around, name, "") for name in event.channels)
        return fact_row(heading, links) if links else ""
    if event.channel_plan.nowhere:
        return fact_row(heading, (Link(ctx.say("nowhere: so it was decided")),))
    return fact_row(heading, links) if (links := tuple(_links(ctx, around, event, shown))) else ""


def _links(ctx: PageContext, around: Surroundings, event: Event, shown: Occurrence) -> Iterator[Link]:
    by_channel: dict[str, list[Entry]] = {}
    for entry in ctx.announcing.of_event(event.id):
        by_channel.setdefault(entry.channel.id, []).append(entry)
    for name, entries in by_channel.items():
        told = [one for one in entries if one.state not in _QUIET or one.choice is not None]
        if told:
            yield _link(ctx, around, name, _note(ctx, _that_matters(told, shown)))


def _that_matters(entries: list[Entry], shown: Occurrence) -> Entry:
    """Return the entry of the date that the page is about, else the first one."""
    return next((one for one in entries if one.occurrence.first_day == shown.first_day), entries[0])


def _note(ctx: PageContext, entry: Entry) -> str:
    """Return by when something is to be done, or what was."""
    if entry.occurrence.cancelled and not entry.state.is_told:
        return ""
    if entry.state is State.PLANNED and entry.due is None:
        rule = entry.channel.deadline_words
        return f"({ctx.lang.say('deadline: {rule}', rule=rule)})" if rule else ""
    if entry.state in (State.PLANNED, State.TODAY) and entry.due is not None:
        return f"({due_words(entry.due, ctx.lang, ctx.today)})"
    why = entry.choice.why if entry.choice is not None and entry.choice.skipped else ""
    words = state_badge(entry, ctx.lang).text
    return f"({words}: {why})" if why else f"({words})"


def _link(ctx: PageContext, around: Surroundings, name: str, note: str) -> Link:
    return Link(ctx.names[Kind.CHANNEL][name], f"{around.root}{channel_address(name)}", note)
