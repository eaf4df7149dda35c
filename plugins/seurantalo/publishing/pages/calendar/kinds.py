"""The kinds of pages and files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CALENDAR, EVENTS, FEEDS, FREE, PENDING, SUBSCRIBE, YEARS
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.calendar.agenda import agenda_page
from seurantalo.publishing.pages.calendar.free.files import free_files
from seurantalo.publishing.pages.calendar.free.page import free_index, free_pages
from seurantalo.publishing.pages.calendar.month import month_pages
from seurantalo.publishing.pages.calendar.pending import pending_page
from seurantalo.publishing.pages.calendar.subscribe.calendars import calendar_files, names_file
from seurantalo.publishing.pages.calendar.subscribe.own_calendar import own_calendar_pages
from seurantalo.publishing.pages.calendar.subscribe.page import subscribe_page
from seurantalo.publishing.pages.calendar.week import week_pages
from seurantalo.publishing.pages.calendar.year.index import year_index
from seurantalo.publishing.pages.calendar.year.page import year_pages
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import OF_EVENTS, OF_FREE_DAYS, Part
from seurantalo.publishing.publication import Pages

AGENDA: Final = PageKind(
    "agenda",
    CALENDAR,
    alone(agenda_page),
    reads={Kind.AUDIENCE, Kind.VENUE, Part.DATES, Part.NAMES},
    order=20,
    is_traced=True,
)


def _months_and_weeks(ctx: PageContext) -> Pages:
    """Return the pages of both: they stand in one folder, and are filled into one shell."""
    months, weeks = month_pages(ctx), week_pages(ctx)
    named = set(weeks.names)
    return Pages((*months.names, *weeks.names), lambda name: (weeks if name in named else months).make(name))


MONTHS: Final = PageKind(
    "month",
    CALENDAR,
    _months_and_weeks,
    reads={Kind.PROCESS, Part.DATES, Part.NAMES},
    order=310,
    bulk=True,
    is_traced=True,
)

KINDS: Final = (
    AGENDA,
    MONTHS,
    PageKind("pending", PENDING, alone(pending_page), reads={Part.DATES, Part.NAMES}, order=70, is_traced=True),
    PageKind(
        "free-index", FREE, alone(free_index), reads={Part.NAMES}, order=40, is_traced=True, styles=("free.css",)
    ),
    PageKind(
        "free", FREE, free_pages, reads=OF_FREE_DAYS, order=390, bulk=True, is_traced=True, styles=("free.css",)
    ),
    PageKind(
        "year-index",
        YEARS,
        alone(year_index),
        reads={Kind.MUNICIPALITY, Part.DATES, Part.NAMES},
        order=50,
        is_traced=True,
        styles=("year.css",),
    ),
    PageKind(
        "year",
        YEARS,
        year_pages,
        reads={Kind.MUNICIPALITY, Part.DATES, Part.NAMES},
        order=410,
        bulk=True,
        is_traced=True,
        styles=("year.css",),
    ),
    PageKind(
        "subscribe",
        SUBSCRIBE,
        alone(subscribe_page),
        reads={Kind.CHANNEL, *OF_EVENTS},
        order=280,
        is_traced=True,
        styles=("subscribe.css",),
    ),
    PageKind(
        "own-calendar",
        SUBSCRIBE,
        own_calendar_pages,
        reads={Kind.CHANNEL, *OF_EVENTS},
        order=460,
        bulk=True,
        is_traced=True,
        with_composed=True,
        styles=("subscribe.css",),
    ),
)

FILES: Final = (
    FileKind(
        "calendars",
        (EVENTS, FEEDS),
        calendar_files,
        reads={Kind.CHANNEL, *OF_EVENTS, Part.WRITTEN},
        is_traced=True,
        with_composed=True,
    ),
    FileKind("calendar-names", (SUBSCRIBE,), names_file, reads={Kind.CHANNEL, *OF_EVENTS}, with_composed=True),
    FileKind("free-days", (FREE,), free_files, reads=OF_FREE_DAYS, is_traced=True),
)
