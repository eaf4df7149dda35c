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
from seurantalo.publishing.publication import File

#: Days ahead of which the events' pages are kept.
DAYS: Final = 28
#: The largest number of events in a list; ``worker.js`` has its own bound on pages and bytes.
MOST: Final = 120


def offline_lists(ctx: PageContext) -> Iterator[File]:
    """Yield the lists by path: ``ilman-yhteytta/vimpeli.json``; none where the site has switched this off.

    Each is ``{"pages": [[address, title, when, last day]]}``; pages of no day have two parts only.
    """
    if not ctx.settings.offline:
        return
    common = ((FRONT, ctx.site.name), (CALENDAR, ctx.say("Calendar")), (OFFLINE, ctx.say("Read without coverage")))
    by_record = EventsBy(ctx)
    lists = {"sivut": tuple(map(list, common))}
    for name, record in ctx.community.municipalities.items():
        own = (f"{FOLDERS[Kind.MUNICIPALITY]}{name}/", ctx.names[Kind.MUNICIPALITY][name])
        lists[name] = (*map(list, (*common, own)), *_events(ctx, by_record.coming(record)))
    for name in sorted(lists):
        yield File(f"{OFFLINE}{name}.json", orjson.dumps({"pages": lists[name]}))


def _events(ctx: PageContext, dates: Iterable[Occurrence]) -> Iterator[list[str]]:
    """Yield the events of the coming weeks, each by its next date."""
    told: set[str] = set()
    last = ctx.today + timedelta(days=DAYS)
    for one in dates:
        if one.first_day <= last and one.event.id not in told and len(told) < MOST:
            told.add(one.event.id)
            when = wording.when(one.starts_local, None if one.ends_assumed else one.ends_local, ctx.lang)
            yield [f"{EVENTS}{one.event.id}/", ctx.words(one.title), when, one.last_day.isoformat()]
