"""A calendar that does not hold everything says so: on its page, at the desk, among open data and in the log."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import unescape

from tests.pages.small_region import SITE, context, event, places

from seurantalo.language import language
from seurantalo.model.record import Record
from seurantalo.publishing import Parts, publish
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.pages.calendar.subscribe.calendars import CalendarList
from seurantalo.publishing.pages.calendar.subscribe.limits import cut_problems, limits_view
from seurantalo.publishing.pages.calendar.subscribe.own_calendar import own_calendar_pages
from seurantalo.publishing.pages.calendar.subscribe.page import subscribe_page
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.site.desk import desk_page
from seurantalo.publishing.pages.site.open_data import open_data_page
from seurantalo.reading.report import format_text

#: Ten days of January, and one in an earlier year.
EVENTS = [event(f"ilta-{day:02}", datetime(2027, 1, day, 18)) for day in range(11, 21)]
OLD = event("vanha", date(2020, 5, 1))
SENTENCE = "Kalenterin 10 tapahtumasta mahtuu mukaan 7: 11.1.2027–17.1.2027."


def small(*records: Record, events: int = 7) -> PageContext:
    """A site whose calendars hold this many events."""
    ctx = context(*places(), *records)
    return replace(ctx, settings=replace(ctx.settings, feed_events=events))


def words(body: str) -> str:
    """What a page says, without markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_the_pages_of_calendars_say_what_they_hold_and_where_the_rest_is() -> None:
    ctx = small(*EVENTS)
    own = {page.address: page for page in own_calendar_pages(ctx)}
    told = (
        f"{SENTENCE} Loput ovat suppeammissa kalentereissa ja avoimessa datassa. Suppeammat kalenterit · Avoin data"
    )
    for page in (subscribe_page(ctx), own["tilaa/kunta-vimpeli/"]):
        assert told in words(page.body)
    assert 'href="../#valitse"' not in subscribe_page(ctx).body
    assert 'href="../../tilaa/#valitse"' in own["tilaa/kunta-vimpeli/"].body
    assert 'href="../../avoin-data/#muut"' in own["tilaa/kunta-vimpeli/"].body
    assert "mahtuu mukaan" not in own["tilaa/kunta-soini/"].body


def test_what_fits_says_nothing_and_older_events_are_named_by_the_day_from_which_they_are_apart() -> None:
    assert "mahtuu mukaan" not in subscribe_page(small(*EVENTS, events=10)).body
    found = CalendarList(ctx=small(*EVENTS, OLD, events=10))
    view = limits_view(found, found.feeds[0], "../")
    assert view is not None
    assert view.sentences == ("Ennen 5.7.2026 päättyneet tapahtumat ovat omissa tiedostoissaan vuosittain.",)
    assert [(link.text, link.href) for link in view.links] == [("Aiemmat vuodet", "../tilaa/#arkisto")]
    assert limits_view(CalendarList(ctx=small(*EVENTS, events=10)), found.feeds[0], "../") is None


def test_what_is_told_is_what_the_file_holds() -> None:
    ctx = small(*EVENTS, *(event(f"eilen-{day}", datetime(2027, 1, day, 18)) for day in (1, 2)))
    feeds = CalendarFeeds(ctx.community, ctx.calendar, ctx.settings, ctx.site)
    files = {file.path: file.content for file in feeds.files}
    whole, held = next(one for one in feeds.cut() if one[0].feed.path == "ical/kaikki.ics")
    assert (whole.feed.event_count, held.count) == (12, 7)
    assert files["ical/kaikki.ics"].count(b"BEGIN:VEVENT") == 7
    assert held.days == (date(2027, 1, 11), date(2027, 1, 11) + timedelta(days=6))


def test_the_desk_open_data_and_the_log_tell_of_it() -> None:
    ctx = small(*EVENTS)
    assert f"Kaikki tapahtumat {SENTENCE}" in words(desk_page(ctx).body)
    assert f"Kaikki tapahtumat. {SENTENCE}" in words(open_data_page(ctx).body)
    problems = [one for one in cut_problems(ctx) if one.path == "ical/kunta/vimpeli.ics"]
    told = "”Vimpeli (kunta)” 10 tapahtumasta 7 mahtuu sen tiedostoon: suurempaa sovellukset eivät jaksa lukea."
    assert told in format_text(problems, language("fi"))
    parts = Parts(
        community=ctx.community,
        calendar=ctx.calendar,
        clashes=ctx.clashes,
        settings=ctx.settings,
        site=ctx.site,
        today=ctx.today,
    )
    assert [one.code for one in publish(parts).problems if one.path == "ical/kaikki.ics"] == ["calendar-cut"]
    nothing = small(*EVENTS, events=10)
    assert list(cut_problems(nothing)) == []
    assert "Kalenterit, joihin kaikki ei mahdu" not in desk_page(nothing).body
    assert (
        "enintään 10 tapahtumaa ja 900 kilotavua, ja menneistä viimeiset 180 päivää" in open_data_page(nothing).body
    )


def test_a_site_that_does_not_know_its_address_tells_it_too() -> None:
    ctx = replace(small(*EVENTS), site=replace(SITE, url=""))
    assert SENTENCE in words(subscribe_page(ctx).body)


def test_a_calendar_into_which_nothing_fits_says_so() -> None:
    ctx = context(*places(), *EVENTS)
    ctx = replace(ctx, settings=replace(ctx.settings, feed_bytes=8_100))
    assert "Yksikään sen 10 tapahtumasta ei mahdu tähän kalenteriin." in words(subscribe_page(ctx).body)
