"""Feeds that are not about one record's events: tentative dates, series, what channels are to tell, and archives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Final

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.fields.event import EVENT, EVENT_LINES
from seurantalo.model.fields.field import Shape
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.own_properties import own_lines
from seurantalo.publishing.feeds.plain import FEED_LIMIT, OVER_LIMIT
from seurantalo.publishing.feeds.selection import HEADER_BYTES, Chosen, Selection
from seurantalo.publishing.feeds.sizes import Sizes

#: What a VEVENT takes at most without the event's own texts: names and addresses of organisers, venue and themes.
_FRAME: Final = 3_000
#: Escapes double a text at most, and folds add three octets to every 75.
_WRITTEN: Final = 2.1
#: A character has four octets at most.
_OCTETS: Final = 4
#: The facts below a description that are texts.
_facts: Final = attrgetter(
    *(field.target_attribute for field in EVENT if field.name in EVENT_LINES and field.shape is Shape.TEXT)
)


def holds(selection: Selection) -> tuple[Chosen, ...]:
    """Return the events whose date is reserved and not confirmed: for those who look for a free day."""
    return tuple(one for one in selection.current if one.event.status is EventStatus.TENTATIVE)


def series(selection: Selection) -> Mapping[str, tuple[Chosen, ...]]:
    """Return the events of each series that has any, by its name."""
    found: dict[str, list[Chosen]] = {}
    for one in selection.current:
        if one.event.series:
            found.setdefault(one.event.series, []).append(one)
    return {name: tuple(found[name]) for name in sorted(found)}


def channels(selection: Selection) -> Mapping[str, tuple[Chosen, ...]]:
    """Return the events that each channel is to tell of, also of channels that have none just now."""
    found: dict[str, list[Chosen]] = {name: [] for name in sorted(selection.community.channels)}
    for one in selection.current:
        for name in dict.fromkeys(one.event.channels):
            found[name].append(one)
    return {name: tuple(events) for name, events in found.items()}


def archives(selection: Selection, settings: Settings, sizes: Sizes) -> Iterator[tuple[int, int, tuple[Chosen, ...]]]:
    """Yield the archives as (year, part, events), newest year first; a year that is too large has several parts.

    The list of feeds is made without the feeds, so the parts are cut by what the events take at most.
    """
    for year, events in sorted(selection.archived.items(), reverse=True):
        ends = sizes.of_year(str(year), partial(_ends_of_parts, selection, events, settings))
        for number, (start, end) in enumerate(pairwise((0, *ends)), start=1):
            yield year, number, events[start:end]


def _ends_of_parts(selection: Selection, events: Sequence[Chosen], settings: Settings) -> list[int]:
    room = settings.feed_bytes - HEADER_BYTES
    ends: list[int] = []
    octets = components = 0
    for place, one in enumerate(events):
        # As if all were told of what is not long over: parts stay as they are cut.
        size, count = at_most(one, OVER_LIMIT if selection.is_long_over(one.event) else FEED_LIMIT)
        if components and (octets + size > room or components + count > settings.feed_events):
            ends.append(place)
            octets = components = 0
        octets, components = octets + size, components + count
    return [*ends, len(events)]


def at_most(one: Chosen, limit: int = FEED_LIMIT) -> tuple[int, int]:
    """Return how many octets and VEVENTs an event takes at most; ``limit`` is how many characters describe it."""
    event = one.event
    # Beside the series: exceptions, added dates, and nights of a clock change, two a year and each cutting the rule.
    years = (one.ends_at - one.starts_at) // (365 * 86_400) + 1
    rules = len(event.repetitions)
    count = (
        1
        if event.repeats is None
        else min(len(one.occurrences) + rules, _apart(event, one.occurrences) + rules * (8 * years + 1))
    )
    excluded = 45 * len(one.occurrences) * (event.repeats is not None)
    return count * (
        _FRAME + int(_WRITTEN * _texts(event, limit)) + len(own_lines(event, None, limit=limit))
    ) + excluded, count


def _apart(event: Event, dates: Sequence[Occurrence]) -> int:
    """Return of how many dates the file says something beside its rules; of all, where a change holds onwards."""
    if any(change.onwards for change in event.changes):
        return len(dates)
    return len(event.changes) + sum(len(one.rule.include) for one in event.repetitions)


def _texts(event: Event, limit: int) -> int:
    """Return the octets of the event's own texts, in the language in which they are longest."""
    facts = [*_facts(event), event.registration.text if event.registration else None]
    facts += [item.text for item in event.agenda]
    facts += [text for change in event.changes for text in (change.title, change.note)]
    size = _octets(event.title) + len(event.online) + sum(_octets(text) for text in facts if text is not None)
    if event.description is not None:
        # A link to a record may become longer than it was.
        linked = any("[[" in words for _, words in event.description.versions)
        size += _OCTETS * limit if linked else min(_octets(event.description), _OCTETS * limit)
    return size


def _octets(text: Text) -> int:
    return max(len(words.encode(errors="replace")) for _, words in text.versions)
