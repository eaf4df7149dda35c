"""What a file is made of: said once for what makes it, so that a later build knows whether it would be the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from seurantalo.model.event import Event
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.linked_events import links_of_events
from seurantalo.publishing.publication import Files
from seurantalo.publishing.traces.answers import Answers
from seurantalo.publishing.traces.digests import digest
from seurantalo.publishing.traces.questions import Question


def note_made_of(ctx: PageContext, question: Question[Sequence[Any]], *about: str) -> None:
    """Note what something is made of: the answer to a question, and the events that the texts of its events link to.

    A link shows what an event is called. Where nobody asks what is read, nothing is done.
    """
    if ctx.recorder is None:
        return
    if ctx.plain.once(links_of_events):
        note_links(ctx, [one.id for one in question.ask(ctx, *about) if isinstance(one, Event)])
    else:
        question.note(ctx.recorder, *about)


def note_links(ctx: PageContext, events: Iterable[str]) -> None:
    """Note the events that the texts of some events link to."""
    links = ctx.plain.once(links_of_events)
    for event in links.keys() & events:
        for name in links[event]:
            ctx.community.events.get(name)


def noted(ctx: PageContext, question: Question[Sequence[Any]], files: Files) -> Files:
    """Return files of which is noted what each is made of when it is made: what ``question`` answers to its path."""

    def make(path: str) -> bytes:
        note_made_of(ctx, question, path)
        return files.make(path)

    return Files(files.paths, make)


def kept_of(
    ctx: PageContext,
    about: str,
    events: Iterable[Event],
    make: Callable[[], tuple[bytes, ...]],
    *,
    beside: object = (),
) -> tuple[bytes, ...]:
    """Return what is made of some events: as an earlier build has made it, where it would be the same now.

    It follows from the events, from those that their texts link to, and from all records that are no events.
    ``about`` tells it from whatever else is made of the same, ``beside`` is what else it follows from.
    """
    if ctx.whole is not None:
        # Of who may read only a part of the site it is not known what that follows from.
        return make()
    answers, linked = ctx.plain.once(Answers), ctx.plain.once(_linked)
    said = [f"{event.id} {answers.said(event)} {linked.get(event.id, '')}" for event in events]
    told = "\n".join([repr((about, beside)), *said])
    return ctx.kept_made(digest(answers.ground + told.encode()).hex(), make)


def _linked(ctx: PageContext) -> Mapping[str, str]:
    """Return what stands for what those say that events link to, by the ids of these."""
    answers, events = ctx.once(Answers), ctx.community.events

    def said(name: str) -> tuple[str, str | None]:
        return name, answers.said(events[name]) if name in events else None

    return {name: repr([said(one) for one in sorted(found)]) for name, found in ctx.once(links_of_events).items()}
