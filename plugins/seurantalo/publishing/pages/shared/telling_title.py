"""Titles where nothing else tells two events apart: in the cells of a month, in short lists.

Lists with a line of facts name the organisers there.
"""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.texts import titled
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question


def shared_titles(ctx: PageContext) -> frozenset[str]:
    """Return the titles that events of several organisers have; it is asked for once."""
    organisers: dict[str, str] = {}
    shared: set[str] = set()
    for dates in ctx.calendar.series:
        event = dates[0].event
        # Only a change can give a date another title.
        titles = {ctx.words(one.title) for one in dates} if event.changes else (ctx.words(event.title),)
        for title in titles:
            if organisers.setdefault(title, event.organisers[0]) != event.organisers[0]:
                shared.add(title)
    return frozenset(shared)


#: Whether events of several organisers have a title.
IS_SHARED: Final = Question("title shared", lambda ctx, title: title in ctx.once(shared_titles), since=Change.TOLD)


def telling_title(ctx: PageContext, one: Occurrence) -> str:
    """Return the title of a date, with the first organiser where an event of somebody else has the same title."""
    title = ctx.words(one.title)
    if not IS_SHARED.ask(ctx, title):
        return title
    return titled(title, ctx.names[Kind.ORGANISATION][one.event.organisers[0]])
