"""The pages of Linked Events: what is coming within a year, and the places and words that it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Final

import orjson

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.vocabulary import Audience, Theme
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import LINKED_EVENTS
from seurantalo.publishing.api.linked_events import LinkedEvents
from seurantalo.publishing.api.linked_texts import LinkedTexts
from seurantalo.publishing.api.listing import JSON, Planned
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.brief import Briefs

#: Objects on a page; the service itself gives at most as many.
PAGE: Final = 100
#: Days ahead that a regional calendar is told of: whoever takes our events in comes back more often than that.
AHEAD: Final = 183

_NOT_IN_A_PREFIX: Final = re.compile(r"[^a-z0-9]+")


def linked_events_files(
    calendar: Calendar, community: Community, values: Values, briefs: Briefs, calendar_id: str
) -> Iterator[Planned]:
    """Yield the pages of events, places and keywords.

    Held dates are not announced, and what was before the first of this month is nobody's news. None for a site
    that does not know its address: every link of Linked Events is absolute.
    """
    if not values.site.url:
        return
    letters = unicodedata.normalize("NFKD", calendar_id.casefold()).encode("ascii", "ignore").decode()
    source = _NOT_IN_A_PREFIX.sub("-", letters).strip("-") or "seurantalo"
    dates = told_dates(calendar)
    linked = LinkedEvents(values, LinkedTexts(community, values, briefs), source, dates)
    objects: list[Json] = []
    wholes: list[Json] = []
    for name in dates:
        event = community.events[name]
        whole, *subs = linked.event(event, providers(community, event, values))
        objects += (whole, *subs)
        wholes.append(whole)
    terms: list[Audience | Theme] = [*community.audiences.values(), *community.themes.values()]
    forms = sorted({community.events[name].format for name in dates})
    words = [*map(linked.keyword, terms), *map(linked.form, forms)]
    places = list(_places(community, linked, dates))
    for kind, some, alone in (("event", objects, wholes), ("place", places, places), ("keyword", words, words)):
        yield from _pages(values, kind, some)
        yield from _alone(values, alone)


def _alone(values: Values, objects: list[Json]) -> Iterator[Planned]:
    """Yield each object as a file of its own: what its ``@id`` leads to.

    The single dates of a series have none: they stand beside it in the pages, where their ``@id`` is but a name.
    """
    for one in objects:
        yield Planned(one["@id"].removeprefix(values.url("")), JSON, "", 1, partial(orjson.dumps, one))


def told_dates(calendar: Calendar) -> dict[str, list[Occurrence]]:
    """Return the dates to announce by event, in order of start."""
    first = calendar.today.replace(day=1)
    found: dict[str, list[Occurrence]] = {}
    for one in calendar.between(first, first + timedelta(days=AHEAD)):
        if one.status is not EventStatus.TENTATIVE:
            found.setdefault(one.event.id, []).append(one)
    return found


def _places(community: Community, linked: LinkedEvents, dates: dict[str, list[Occurrence]]) -> Iterator[Json]:
    """Yield the venues that are named, and the municipalities of events that name none."""
    named = {(one.venue, one.event.municipality) for some in dates.values() for one in some}
    for venue in sorted({venue for venue, _ in named if venue is not None}):
        place = community.venues[venue]
        yield linked.place(place, community.municipalities[place.municipality])
    for name in sorted({name for venue, name in named if venue is None}):
        yield linked.place(None, community.municipalities[name])


def providers(community: Community, event: Event, values: Values) -> Json:
    """Return the names of an event's organisers by language."""
    names = [community.organisations[name].name for name in event.organisers]
    languages = sorted({language or values.unsaid for name in names for language, _ in name.versions})
    return {language: ", ".join(name.in_language(language) for name in names) for language in languages}


def _pages(values: Values, name: str, objects: list[Json]) -> Iterator[Planned]:
    """Yield pages of objects that lead to each other; an empty list has one page."""
    numbers = range(1, max((len(objects) + PAGE - 1) // PAGE, 1) + 1)
    for number in numbers:
        part = objects[(number - 1) * PAGE : number * PAGE]

        def url(other: int) -> str | None:
            return values.url(f"{LINKED_EVENTS}{name}/{other}.json") if other in numbers else None

        meta = {"count": len(objects), "next": url(number + 1), "previous": url(number - 1)}
        page = {"meta": meta, "data": part}
        yield Planned(f"{LINKED_EVENTS}{name}/{number}.json", JSON, "", len(part), partial(orjson.dumps, page))
