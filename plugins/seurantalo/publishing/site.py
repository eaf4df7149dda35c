"""The whole site: a community, its dates and its clashes become one Publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Final

from seurantalo.language import language
from seurantalo.model.community import Community
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.planner import Calendar, HolidayCalendar
from seurantalo.planner.clashes import Clashes
from seurantalo.publishing.addresses import ASSETS, DIRECTORY, EVENTS, FEEDS, NEWS, SUBSCRIBE
from seurantalo.publishing.api import open_data_files
from seurantalo.publishing.directory_files import directory_files
from seurantalo.publishing.feeds import news_files
from seurantalo.publishing.file_words import ENGLISH, FileWords
from seurantalo.publishing.free_files import free_files
from seurantalo.publishing.pages.agenda import agenda_page
from seurantalo.publishing.pages.became import became_index, became_pages
from seurantalo.publishing.pages.calendar_list import CalendarList
from seurantalo.publishing.pages.campaign import campaign_index, campaign_pages
from seurantalo.publishing.pages.clashes import clash_month_pages, clashes_page
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.desk import desk_page
from seurantalo.publishing.pages.directory import directory_index, directory_pages
from seurantalo.publishing.pages.event import event_pages
from seurantalo.publishing.pages.fields import FieldRows, fields_page
from seurantalo.publishing.pages.forest import forest_page
from seurantalo.publishing.pages.free_days import free_index, free_pages
from seurantalo.publishing.pages.front import front_page
from seurantalo.publishing.pages.glossary import glossary_page
from seurantalo.publishing.pages.handbook import handbook_pages
from seurantalo.publishing.pages.idea import idea_index, idea_pages
from seurantalo.publishing.pages.month import month_pages
from seurantalo.publishing.pages.municipality import municipality_index, municipality_pages
from seurantalo.publishing.pages.open_data import open_data_page
from seurantalo.publishing.pages.organisation import organisation_pages
from seurantalo.publishing.pages.organisation_list import organisation_index
from seurantalo.publishing.pages.own_calendar import own_calendar_pages
from seurantalo.publishing.pages.participation import budgeting_page, participation_page
from seurantalo.publishing.pages.pending import pending_page
from seurantalo.publishing.pages.practice import practice_pages
from seurantalo.publishing.pages.process import process_pages
from seurantalo.publishing.pages.source import source_index, source_pages
from seurantalo.publishing.pages.subject import subject_index, subject_pages
from seurantalo.publishing.pages.subscribe import subscribe_page
from seurantalo.publishing.pages.venue import venue_pages
from seurantalo.publishing.pages.venue_list import venue_index
from seurantalo.publishing.pages.wellbeing import wellbeing_pages
from seurantalo.publishing.pages.year import year_pages
from seurantalo.publishing.pages.year_index import year_index
from seurantalo.publishing.publication import BulkFiles, File, Page, Publication, Site

#: Style sheets, modules and pictures of ours, by the ends of their names.
_ASSET_TYPES: Final = (".css", ".js", ".svg")
#: Where open data stands, all of its forms.
_API: Final = "api/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a site is made of. ``introduction`` is HTML for the front page; ``fields`` describe the files."""

    community: Community
    calendar: Calendar
    clashes: Clashes
    settings: Settings
    site: Site
    holidays: HolidayCalendar
    introduction: str = ""
    fields: FieldRows = ()
    file_words: FileWords = ENGLISH


def publish(content: Content) -> Publication:
    """Return the site's pages and files. Same content, same bytes."""
    lang = language(content.settings.language)
    context = PageContext(
        community=content.community,
        calendar=content.calendar,
        clashes=content.clashes,
        settings=content.settings,
        site=content.site,
        lang=lang,
        today=content.calendar.today,
        holidays=content.holidays,
        file_words=content.file_words,
    )

    calendars = CalendarList(ctx=context)
    published = (content.community, content.calendar, content.settings, content.site, calendars.uids)
    return Publication(
        pages=tuple(_pages(context, content, calendars)),
        bulk=(
            # The slowest first, so that no process is left alone with them at the end.
            month_pages(context),
            municipality_pages(context),
            organisation_pages(context),
            venue_pages(context),
            directory_pages(context),
            idea_pages(context),
            process_pages(context),
            became_pages(context),
            free_pages(context),
            clash_month_pages(context),
            year_pages(context),
            subject_pages(context, Kind.THEME),
            subject_pages(context, Kind.AUDIENCE),
            campaign_pages(context),
            source_pages(context),
            own_calendar_pages(calendars),
            wellbeing_pages(context),
            event_pages(context),
        ),
        files=tuple(_assets()),
        bulk_files=(
            BulkFiles(folders=(EVENTS, FEEDS), make=calendars.feed_files),
            BulkFiles(folders=(DIRECTORY,), make=partial(directory_files, context)),
            BulkFiles(folders=(_API,), make=partial(open_data_files, *published)),
            BulkFiles(folders=(NEWS,), make=partial(news_files, *published)),
            BulkFiles(folders=(SUBSCRIBE,), make=calendars.names_file),
            free_files(context),
        ),
    )


def _pages(context: PageContext, content: Content, calendars: CalendarList) -> Iterator[Page]:
    yield front_page(context, content.introduction)
    yield agenda_page(context)
    yield clashes_page(context)
    yield free_index(context)
    yield year_index(context)
    yield forest_page(context)
    yield pending_page(context)
    yield municipality_index(context)
    yield organisation_index(context)
    yield directory_index(context)
    yield venue_index(context)
    yield from practice_pages(context)
    yield from handbook_pages(context)
    yield participation_page(context)
    yield idea_index(context)
    yield became_index(context)
    yield budgeting_page(context)
    yield campaign_index(context)
    yield subject_index(context, Kind.THEME)
    yield subject_index(context, Kind.AUDIENCE)
    yield source_index(context)
    yield glossary_page(context)
    yield desk_page(context)
    yield subscribe_page(calendars)
    yield open_data_page(context)
    yield fields_page(context, content.fields)


def _assets() -> Iterator[File]:
    folder = files("seurantalo.publishing") / "assets"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(_ASSET_TYPES):
            yield File(f"{ASSETS}{entry.name}", entry.read_bytes())
