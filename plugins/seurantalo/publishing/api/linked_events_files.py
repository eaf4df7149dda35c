"""The pages of Linked Events: what is coming within a year, and the places and words that it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import Final, TypeVar

import orjson

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.vocabulary import Audience, Theme
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import LINKED_EVENTS
from seurantalo.publishing.api.linked_events import LinkedEvents
from seurantalo.publishing.api.linked_texts import LinkedTexts, in_paragraphs
from seurantalo.publishing.api.listing import JSON, Planned
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.feeds.brief import Briefs

T = TypeVar("T")

#: Objects on a page; the service itself gives at most as many.
PAGE: Final = 100
#: So many events are held on to in words from the pages to their own files; of more, one at a time.
_REMEMBERED: Final = 2_000
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
    events = _Events(linked, community, values)
    yield from _pages(values, "event", events.places, events.at, events.of)
    for name in dates:
        content = partial(_dumped, partial(events.whole, name))
        yield Planned(_path(values, linked.event_url(name)), JSON, "", 1, content, partial(events.near, (name,)))
    terms: list[Audience | Theme] = [*community.audiences.values(), *community.themes.values()]
    forms = sorted({community.events[name].format for name in dates})
    words = [*map(linked.keyword, terms), *map(linked.form, forms)]
    for kind, some in (("place", list(_places(community, linked, dates))), ("keyword", words)):
        # Which there are follows from events; what they say does not.
        yield from _pages(values, kind, some, lambda one: one, lambda part: [one["@id"] for one in part])
        for one in some:
            yield Planned(_path(values, one["@id"]), JSON, "", 1, partial(orjson.dumps, one))


def _path(values: Values, url: str) -> str:
    """Return the path of the file of an object alone: what its ``@id`` leads to."""
    return url.removeprefix(values.url(""))


def _dumped(make: Callable[[], Json]) -> bytes:
    return orjson.dumps(make())


class _Events:
    """The events, each put into words with its dates when it is first asked for.

    The single dates of a series have no files: they stand beside it in the pages, and inside it in its own file.
    """

    def __init__(self, linked: LinkedEvents, community: Community, values: Values) -> None:
        self._linked, self._community, self._values = linked, community, values
        self._made: dict[str, list[Json]] = {}
        events = community.events
        self.places = [(name, place) for name in linked.told for place in range(linked.object_count(events[name]))]
        """Which object of which event stands where: 0 is the event itself, the others are its dates."""

    def at(self, place: tuple[str, int]) -> Json:
        """Return the object at a place."""
        name, number = place
        found = self._of(name)[number]
        described = self._community.events[name].description
        if not number or described is None:
            return found
        # A series is described once: to it each of its dates leads. What other languages say is of the date alone.
        told = {code or self._values.unsaid for code, _ in described.versions}
        short = {code: words for code, words in found["short_description"].items() if code in told}
        return found | {"description": found["description"] | in_paragraphs(short)}

    def of(self, places: Sequence[tuple[str, int]]) -> list[object]:
        """Return the events of objects, with those that they belong to or consist of, and which objects they are."""
        return [*self.near(dict.fromkeys(name for name, _ in places)), *places]

    def near(self, names: Iterable[str]) -> list[object]:
        """Return events with those that they belong to or consist of."""
        events, linked = self._community.events, self._linked
        found: list[object] = [events[name] for name in names]
        wholes = (events[name].part_of for name in names)
        found += [whole in linked.told for whole in wholes if whole is not None]
        found += [part for name in names for part in linked.parts(name)]
        return found

    def whole(self, name: str) -> Json:
        """Return an event itself, with its dates inside."""
        event, *dates = self._of(name)
        return self._linked.with_dates(event, dates)

    def _of(self, name: str) -> list[Json]:
        made = self._made.get(name)
        if made is None:
            event = self._community.events[name]
            if len(self._linked.told) > _REMEMBERED:
                self._made.clear()
            made = list(self._linked.event(event, providers(self._community, event, self._values)))
            self._made[name] = made
        return made


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


def _pages(
    values: Values,
    name: str,
    places: Sequence[T],
    at: Callable[[T], Json],
    events: Callable[[Sequence[T]], Sequence[object]] = lambda _: (),
) -> Iterator[Planned]:
    """Yield pages of objects that lead to each other; an empty list has one page.

    ``at`` returns one by its place, ``events`` those that some are made of.
    """
    numbers = range(1, max((len(places) + PAGE - 1) // PAGE, 1) + 1)

    def url(other: int) -> str | None:
        return values.url(f"{LINKED_EVENTS}{name}/{other}.json") if other in numbers else None

    def content(number: int) -> bytes:
        meta = {"count": len(places), "next": url(number + 1), "previous": url(number - 1)}
        return orjson.dumps({"meta": meta, "data": [at(one) for one in _part(places, number)]})

    def told(number: int) -> Sequence[object]:
        return [*events(_part(places, number)), len(places)]

    for number in numbers:
        path, count = f"{LINKED_EVENTS}{name}/{number}.json", len(_part(places, number))
        yield Planned(path, JSON, "", count, partial(content, number), partial(told, number))


def _part(places: Sequence[T], number: int) -> Sequence[T]:
    return places[(number - 1) * PAGE : number * PAGE]
