"""An event of somebody else's calendar says so: on its page, in lists, and in our feeds."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from markupsafe import escape
from tests.feeds import builders
from tests.pages.small_region import context, event, places

from seurantalo.model.community import Community
from seurantalo.model.event import External
from seurantalo.planner import make_calendar
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.pages.event.page import event_page
from seurantalo.publishing.pages.event.surroundings import surroundings
from seurantalo.publishing.pages.shared.event_list import event_rows

SOURCE = External(calendar="Kerhon <oma> kalenteri", url="https://kerho.example/ilta", uid="1@kerho")
WORDS = {
    "fi": ("Toisesta kalenterista.", "Tämän tapahtuman tiedot on haettu kalenterista ”Kerhon <oma> kalenteri”."),
    "sv": ("Från en annan kalender.", "Det här evenemanget har hämtats från ”Kerhon <oma> kalenteri”."),
    "en": ("From another calendar.", "This event was fetched from “Kerhon <oma> kalenteri”."),
}


@pytest.mark.parametrize("lang", WORDS)
def test_its_page_says_where_it_is_from_and_is_not_edited_here(lang: str) -> None:
    made = event("kerho-ilta", datetime(2027, 6, 1, 18), external=SOURCE)
    ctx = context(*places(), made, lang=lang)
    page = event_page(ctx, surroundings(ctx), made)
    body = page.body
    assert page.source == ""
    title, text = WORDS[lang]
    assert f"<strong>{title}</strong> {escape(text)}" in body
    assert f'<a href="https://kerho.example/ilta">{escape(SOURCE.calendar)}</a>' in body
    assert "<oma>" not in body
    assert "st-edit" not in body


def test_lists_name_its_calendar() -> None:
    made = event("kerho-ilta", datetime(2027, 6, 1, 18), external=SOURCE)
    ctx = context(*places(), made)
    html = event_rows(ctx, "").of(ctx.calendar.of_event("kerho-ilta"))
    assert '<span class="st-badge st-badge--plain">Kerhon &lt;oma&gt; kalenteri</span>' in html


def test_our_feeds_say_that_it_is_not_ours() -> None:
    made = builders.event("kerho-ilta", datetime(2027, 6, 1, 18), external=SOURCE)
    ours = builders.event("oma-ilta", datetime(2027, 6, 2, 18))
    community = Community([*builders.places(), made, ours])
    calendar = make_calendar(community, builders.SETTINGS, date(2027, 2, 10))
    files = CalendarFeeds(community, calendar, builders.SETTINGS, builders.SITE).files
    feed = next(file.content for file in files if file.path == "ical/kaikki.ics").decode().replace("\r\n ", "")
    first, second = feed.split("BEGIN:VEVENT")[1:]
    note = "DESCRIPTION:Toisesta kalenterista: Kerhon <oma> kalenteri (https://kerho.example/ilta)\\n\\n"
    assert note in first
    assert "Toisesta kalenterista" not in second
    # A UID of our own: in an app that follows both calendars, neither takes the other's place.
    assert "\r\nUID:1@kerho" not in feed
