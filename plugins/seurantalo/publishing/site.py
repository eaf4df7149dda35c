"""The whole site: a community, its dates and its clashes become one Publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from seurantalo.language import language
from seurantalo.model.community import Community
from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.planner import Calendar, HolidayCalendar
from seurantalo.planner.clashes import Clashes
from seurantalo.publishing.addresses import DIRECTORY, EVENTS, FEEDS, NEWS, SUBSCRIBE
from seurantalo.publishing.api import open_data_files
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.feeds import news_files
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
from seurantalo.publishing.pages.clash.page import clash_month_pages, clashes_page
from seurantalo.publishing.pages.event.page import event_pages
from seurantalo.publishing.pages.participation.campaign import campaign_index, campaign_pages
from seurantalo.publishing.pages.participation.idea import idea_index, idea_pages
from seurantalo.publishing.pages.participation.idea_outcomes import became_index, became_pages
from seurantalo.publishing.pages.participation.overview import budgeting_page, participation_page
from seurantalo.publishing.pages.participation.process import process_pages
from seurantalo.publishing.pages.people.directory import directory_index, directory_pages
from seurantalo.publishing.pages.people.directory_files import directory_files
from seurantalo.publishing.pages.people.municipality import municipality_index, municipality_pages
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.organisation_list import organisation_index
from seurantalo.publishing.pages.people.venue import venue_pages
from seurantalo.publishing.pages.people.venue_list import venue_index
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.site.desk import desk_page
from seurantalo.publishing.pages.site.fields import fields_page
from seurantalo.publishing.pages.site.front_page import front_page
from seurantalo.publishing.pages.site.open_data import open_data_page
from seurantalo.publishing.pages.wiki.glossary import glossary_page
from seurantalo.publishing.pages.wiki.handbook import handbook_pages
from seurantalo.publishing.pages.wiki.practice.page import practice_pages
from seurantalo.publishing.pages.wiki.source import source_index, source_pages
from seurantalo.publishing.pages.wiki.theme_and_audience import subject_index, subject_pages
from seurantalo.publishing.pages.wiki.wellbeing.forest import forest_page
from seurantalo.publishing.pages.wiki.wellbeing.page import wellbeing_pages
from seurantalo.publishing.publication import BulkFiles, Page, Publication, Site

#: Where open data stands, all of its forms.
_API: Final = "api/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a site is made of. ``introduction`` is HTML for the front page."""

    community: Community
    calendar: Calendar
    clashes: Clashes
    settings: Settings
    site: Site
    holidays: HolidayCalendar
    introduction: str = ""


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
        files=tuple(asset_files()),
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
    yield fields_page(context)
