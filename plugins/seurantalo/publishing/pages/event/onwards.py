"""What changes about a repeating event from a day on, in words for its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seurantalo.model.event import Change, Event
from seurantalo.model.record import Kind, day_of
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.cards import time_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.status import status_word


def onwards_words(ctx: PageContext, event: Event, dates: Sequence[Occurrence]) -> Iterator[str]:
    """Yield a line for what holds now from some day on, and for each such change to come: ``1.3. alkaen: Uusi sali``.

    ``dates`` are all of the event's.
    """
    onwards = [change for change in event.changes if change.onwards]
    past = [change for change in onwards if change.date <= ctx.today]
    for change in (*past[-1:], *onwards[len(past) :]):
        words = list(_words(ctx, event, change, dates))
        if words:
            begins = ctx.lang.say("from {date}", date=wording.plain_day(change.date, ctx.lang))
            text = ctx.lang.say("{term}: {text}", term=begins, text=", ".join(words))
            yield f"{text[:1].upper()}{text[1:]}"


def _words(ctx: PageContext, event: Event, change: Change, dates: Sequence[Occurrence]) -> Iterator[str]:
    if change.status is not None and (status := status_word(change.status, ctx.lang)):
        yield status
    if change.title is not None:
        yield ctx.words(change.title)
    if change.starts is not None or change.ends is not None:
        # The clocks of the site's readers are those of a date that is as all from then on.
        usual = (one for one in dates if day_of(one.recurrence_id) >= change.date and one.planned is None)
        if (first := next(usual, None)) is not None:
            yield time_words(ctx, first)
    venue = change.venue or event.venue
    if change.venue is not None:
        yield ctx.names[Kind.VENUE][change.venue]
    if change.room is not None and venue is not None:
        rooms = ctx.community.venues[venue].rooms
        yield next((ctx.words(one.name) for one in rooms if one.id == change.room), change.room)
    if change.note is not None:
        yield ctx.words(change.note)
