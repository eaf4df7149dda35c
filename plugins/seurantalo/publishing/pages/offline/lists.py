"""Which pages a device keeps: a list for each municipality, and a shorter one where none is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

import orjson

from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, EVENTS, FOLDERS, FRONT, OFFLINE
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.publication import Files
from seurantalo.publishing.traces.questions import Question

#: Days ahead of which the events' pages are kept.
DAYS: Final = 28
#: The largest number of events in a list; ``worker.js`` has its own bound on pages and bytes.
MOST: Final = 120


def offline_lists(ctx: PageContext) -> Files:
    """Return the lists by path: ``ilman-yhteytta/vimpeli.json``; none where the site has switched this off.

    Each is ``{"pages": [[address, title, when, last day]]}``; pages of no day have two parts only.
    """
    names = ("sivut", *ctx.community.municipalities) if ctx.settings.offline else ()
    places = {f"{OFFLINE}{name}.json": name for name in sorted(names)}
    common = ((FRONT, ctx.site.name), (CALENDAR, ctx.say("Calendar")), (OFFLINE, ctx.say("Read without coverage")))

    def make(path: str) -> bytes:
        name, pages = places[path], [*map(list, common)]
        if name in ctx.community.municipalities:
            pages.append([f"{FOLDERS[Kind.MUNICIPALITY]}{name}/", ctx.names[Kind.MUNICIPALITY][name]])
            pages += KEPT.ask(ctx, name)
        return orjson.dumps({"pages": pages})

    return Files(tuple(places), make)


def _kept(ctx: PageContext, name: str) -> list[list[str]]:
    return list(_events(ctx, EventsBy(ctx).coming(ctx.community.municipalities[name])))


#: The events of a municipality that a device keeps.
KEPT: Final = Question("kept offline", _kept)


def _events(ctx: PageContext, dates: Iterable[Occurrence]) -> Iterator[list[str]]:
    """Yield the events of the coming weeks, each by its next date."""
    told: set[str] = set()
    last = ctx.today + timedelta(days=DAYS)
    for one in dates:
        if one.first_day <= last and one.event.id not in told and len(told) < MOST:
            told.add(one.event.id)
            when = wording.when(one.starts_local, None if one.ends_assumed else one.ends_local, ctx.lang)
            yield [f"{EVENTS}{one.event.id}/", ctx.words(one.title), when, one.last_day.isoformat()]
