"""The other pages of a site of invented events, so that other generators build the pages that we do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bench.generate import EVENTS_PER_ORGANISATION, TODAY, Event, municipalities

LONGEST_LIST: Final = 400
#: The weeks around today's that have pages of their own.
WEEKS: Final = range(-35, 54)
#: The last day of which dates are told.
LAST_DAY: Final = TODAY + timedelta(days=730)
#: Whose calendars can be followed, each on a page of its own: folder, and how that page is called.
FOLLOWED: Final = {"kunnat": "kunta", "paikat": "paikka", "teemat": "teema", "kenelle": "kohderyhma", "yhdistykset": "yhdistys"}  # fmt: skip  # noqa: E501 (a table)
#: Dates, weekly groups apart, up to which an earlier year of a municipality shares a page with others, and below
#: which a later one stands on this year's.
MOST_TOGETHER: Final = 40
LEAST_ALONE: Final = 12
#: Pages on which events are proposed, and the one that tells what can be written of them.
FORMS: Final = ("idea", "kaytanto", "kayttoonotto", "kommentti", "paikka", "tapahtuma", "yhdistys")
FIELDS: Final = ("ohjeet", "kentat", "Kentät")
#: Folder, id and title of a page.
Key = tuple[str, str, str]


@dataclass(frozen=True)
class ListPage:
    """A page of another kind that a site makes of the events: an organisation's, a venue's, a town's, a year's."""

    folder: str
    id: str
    title: str
    events: tuple[Event, ...]


def list_pages(events: list[Event], longest: int = LONGEST_LIST) -> list[ListPage]:
    """The other pages of the site, as bare lists of events.

    Those on which ours shows no events (how to follow a calendar, the contacts of a town's associations)
    have a heading only; those that ours keeps short are short: no list is longer than ``longest``.
    """
    found: dict[Key, list[Event]] = {}
    organisations = max(len(events) // EVENTS_PER_ORGANISATION, 1)
    for number, (slug, town, _) in enumerate(municipalities()):
        for folder in ("kunnat", "vapaat-paivat", *["hakemisto"] * (number < organisations)):
            found[folder, slug, town] = []
        found["vuosi", f"{slug}-{TODAY.year}", f"{town} {TODAY.year}"] = []
    for key in [FIELDS, *(("ehdota", form, form.capitalize()) for form in FORMS), *_months_to_come(events)]:
        found[key] = []
    days = {day for event in events for day in event.days if day <= LAST_DAY}
    weeks = {_week(TODAY + timedelta(weeks=number)) for number in WEEKS} & set(map(_week, days))
    months = {f"{day:%Y-%m}" for day in days}
    found |= {("kalenteri", name, name): [] for name in months | weeks}
    years = _year_pages(events)
    for event in sorted(events, key=lambda one: (one.day, one.id)):
        week, month, year = _week(event.day), f"{event.day:%Y-%m}", f"{event.day.year}"
        own = (("kalenteri", month, month), ("vuosi", year, year), years[event.town, event.day.year])
        for key in (*event.lists, *own, *[("kalenteri", week, week)] * (week in weeks)):
            found.setdefault(key, []).append(event)
    for key in {*years.values(), *(("vuosi", f"{day.year}", f"{day.year}") for day in days)}:
        found.setdefault(key, [])
    pages = [ListPage(*key, tuple(some[:longest])) for key, some in found.items()]
    pages += [
        ListPage("tilaa", f"{FOLLOWED[page.folder]}-{page.id}", page.title, ())
        for page in pages
        if page.folder in FOLLOWED
    ]
    return sorted(pages, key=lambda page: (page.folder, page.id))


def _months_to_come(events: Iterable[Event]) -> set[Key]:
    """The months of this year and the next that have a page of clashes."""
    months = {f"{event.day:%Y-%m}" for event in events if TODAY <= event.day <= date(TODAY.year + 1, 12, 31)}
    return {("paallekkaisyydet", month, month) for month in months}


def _year_pages(events: Iterable[Event]) -> dict[tuple[tuple[str, str], int], Key]:
    """The page on which a year of a municipality is told: years with few dates share one."""
    known = Counter((event.town, day.year) for event in events for day in event.days)
    single = Counter((event.town, event.day.year) for event in events if event.times == 1)
    pages: dict[tuple[tuple[str, str], int], Key] = {}
    for (slug, town), year in known:
        number = single[(slug, town), year]
        name, title = f"{slug}-{year}", f"{town} {year}"
        if year < TODAY.year and number <= MOST_TOGETHER:
            name, title = f"{slug}-aiemmat", f"{town}, aiemmat vuodet"
        elif year > TODAY.year and number < LEAST_ALONE:
            name, title = f"{slug}-{TODAY.year}", f"{town} {TODAY.year}"
        pages[(slug, town), year] = ("vuosi", name, title)
    return pages


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-vko{week:02}"
