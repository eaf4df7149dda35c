"""Which pages a device keeps: a list for each municipality, and a shorter one where none is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

import orjson
from markupsafe import Markup

from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, EVENTS, FRONT, OFFLINE, address
from seurantalo.publishing.pages.event.json_ld import in_script
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Files

#: Days ahead of which the events' pages are kept.
DAYS: Final = 28
#: The largest number of events in a list; ``worker.js`` has its own bound on pages and bytes.
MOST: Final = 120


def offline_lists(ctx: PageContext) -> Files:
    """Return ``ilman-yhteytta/sivut.json``, for devices on which no municipality is chosen; none where it is off.

    It is ``{"pages": [[address, title, when, last day]]}``; pages of no day have two parts only.
    """
    return Files(
        (f"{OFFLINE}sivut.json",) if ctx.settings.offline else (), lambda _: orjson.dumps({"pages": _common(ctx)})
    )


def kept_pages(ctx: PageContext, place: Municipality, coming: Iterable[Occurrence]) -> Markup:
    """Return the list of a municipality, which its own page carries for ``worker.js``: devices keep that page too."""
    if not ctx.settings.offline:
        return Markup()
    pages = [*_common(ctx), [address(place), ctx.names[Kind.MUNICIPALITY][place.id]], *_events(ctx, coming)]
    told = in_script(orjson.dumps({"pages": pages}).decode())
    return Markup(f'<script type="application/json" data-kept-pages>{told}</script>')  # noqa: S704 - escaped just above


def _common(ctx: PageContext) -> list[list[str]]:
    return [[FRONT, ctx.site.name], [CALENDAR, ctx.say("Calendar")], [OFFLINE, ctx.say("Read without coverage")]]


def _events(ctx: PageContext, dates: Iterable[Occurrence]) -> Iterator[list[str]]:
    """Yield the events of the coming weeks, each by its next date."""
    told: set[str] = set()
    last = ctx.today + timedelta(days=DAYS)
    for one in dates:
        if one.first_day <= last and one.event.id not in told and len(told) < MOST:
            told.add(one.event.id)
            when = wording.when(one.starts_local, None if one.ends_assumed else one.ends_local, ctx.lang)
            yield [f"{EVENTS}{one.event.id}/", ctx.words(one.title), when, one.last_day.isoformat()]
