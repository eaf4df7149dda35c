"""The kinds of pages and files of this subject."""

from __future__ import annotations

from collections.abc import Iterator
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
from seurantalo.publishing.pages.calendar.subscribe.calendars import CalendarList
from seurantalo.publishing.pages.calendar.subscribe.own_calendar import own_calendar_pages
from seurantalo.publishing.pages.calendar.subscribe.page import subscribe_page
from seurantalo.publishing.pages.calendar.year.index import year_index
from seurantalo.publishing.pages.calendar.year.page import year_pages
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import Part
from seurantalo.publishing.publication import File

AGENDA: Final = PageKind(
    name="agenda", folder=CALENDAR, pages=alone(agenda_page), reads={Part.DATES, Part.NAMES}, order=20
)
MONTHS: Final = PageKind(
    name="month",
    folder=CALENDAR,
    pages=month_pages,
    reads={Kind.PROCESS, Part.DATES, Part.NAMES},
    order=310,
    bulk=True,
)

KINDS: Final = (
    AGENDA,
    MONTHS,
    PageKind(name="pending", folder=PENDING, pages=alone(pending_page), reads={Part.DATES, Part.NAMES}, order=70),
    PageKind(name="free-index", folder=FREE, pages=alone(free_index), reads={Part.NAMES}, order=40),
    PageKind(
        name="free",
        folder=FREE,
        pages=free_pages,
        reads={Kind.AUDIENCE, Kind.EVENT, Kind.MUNICIPALITY, Kind.VENUE, Part.DATES, Part.NAMES},
        order=390,
        bulk=True,
    ),
    PageKind(
        name="year-index",
        folder=YEARS,
        pages=alone(year_index),
        reads={Kind.MUNICIPALITY, Part.DATES, Part.NAMES},
        order=50,
    ),
    PageKind(
        name="year",
        folder=YEARS,
        pages=year_pages,
        reads={Kind.MUNICIPALITY, Part.DATES, Part.NAMES},
        order=410,
        bulk=True,
    ),
    PageKind(
        name="subscribe",
        folder=SUBSCRIBE,
        pages=alone(subscribe_page),
        reads={
            Kind.AUDIENCE,
            Kind.CHANNEL,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.THEME,
            Kind.VENUE,
            Part.DATES,
            Part.NAMES,
        },
        order=280,
    ),
    PageKind(
        name="own-calendar",
        folder=SUBSCRIBE,
        pages=own_calendar_pages,
        reads={
            Kind.AUDIENCE,
            Kind.CHANNEL,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.THEME,
            Kind.VENUE,
            Part.DATES,
            Part.NAMES,
        },
        order=460,
        bulk=True,
    ),
)


def _calendars(ctx: PageContext) -> Iterator[File]:
    return ctx.once(CalendarList).feed_files()


def _names(ctx: PageContext) -> Iterator[File]:
    return ctx.once(CalendarList).names_file()


FILES: Final = (
    FileKind(
        name="calendars",
        folders=(EVENTS, FEEDS),
        files=_calendars,
        reads={
            Kind.AUDIENCE,
            Kind.CHANNEL,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.THEME,
            Kind.VENUE,
            Part.DATES,
            Part.NAMES,
        },
    ),
    FileKind(
        name="calendar-names",
        folders=(SUBSCRIBE,),
        files=_names,
        reads={
            Kind.AUDIENCE,
            Kind.CHANNEL,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.THEME,
            Kind.VENUE,
            Part.DATES,
            Part.NAMES,
        },
    ),
    FileKind(
        name="free-days",
        folders=(FREE,),
        files=free_files,
        reads={Kind.AUDIENCE, Kind.EVENT, Kind.MUNICIPALITY, Kind.VENUE, Part.DATES, Part.NAMES},
    ),
)
