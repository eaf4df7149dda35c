"""The other pages of a site of invented events, so that other generators build the pages that we do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bench.generate import TODAY, Event

LONGEST_LIST: Final = 400
EVENTS: Final = "tapahtumat"


@dataclass(frozen=True)
class Region:
    """What generators are given: events, over how many past years they lie, and which other pages ours makes."""

    events: list[Event]
    past_years: int
    #: Folder and id of each.
    pages: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class ListPage:
    """A page of another kind that a site makes of the events: an organisation's, a venue's, a town's, a year's."""

    folder: str
    id: str
    title: str
    events: tuple[Event, ...]


def pages_of_site(site: Path) -> frozenset[tuple[str, str]]:
    """Return folder and id of each page of a built site, but for those of which there is one of a kind."""
    found = set()
    for path in site.rglob("index.html"):
        parts = path.parent.relative_to(site).parts
        # Who has events in folders of months may have their pages there too.
        if len(parts) == 2 or (len(parts) > 2 and parts[0] == EVENTS):
            found.add((parts[0], parts[-1]))
    return frozenset(found)


def list_pages(region: Region, longest: int = LONGEST_LIST) -> list[ListPage]:
    """The other pages of the site, as bare lists of events.

    Those on which ours shows no events (how to follow a calendar, the contacts of a town's associations)
    have a heading only; those that ours keeps short are short: no list is longer than ``longest``.
    """
    found: dict[tuple[str, str], list[Event]] = {key: [] for key in sorted(region.pages) if key[0] != EVENTS}
    titles: dict[tuple[str, str], str] = {}
    for event in sorted(region.events, key=lambda one: (one.day, one.id)):
        for folder, name, title in (*event.lists, *_of_dates(event, region.pages)):
            if (folder, name) in found:
                found[folder, name].append(event)
                titles[folder, name] = title
    return [ListPage(*key, titles.get(key, key[1]), tuple(some[:longest])) for key, some in found.items()]


def _of_dates(event: Event, pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The pages that list an event because of its first day."""
    day, (slug, town) = event.day, event.town
    for name in (f"{day:%Y-%m}", _week(day)):
        yield "kalenteri", name, name
    yield "vuosi", f"{day.year}", f"{day.year}"
    # Years with few dates share a page.
    shared = f"{slug}-aiemmat" if day.year < TODAY.year else f"{slug}-{TODAY.year}"
    name = f"{slug}-{day.year}"
    yield "vuosi", name if ("vuosi", name) in pages else shared, town


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-vko{week:02}"
