"""A calendar file of some dates: what a week holds, for who adds it once."""

from __future__ import annotations

from datetime import date, datetime

from icalendar import Calendar
from tests.pages.small_region import context, event, places, weekly

from seurantalo.publishing.feeds.feed_files import CalendarFeeds


def feeds() -> CalendarFeeds:
    ctx = context(*places(), event("tanssit", datetime(2027, 1, 16, 17), datetime(2027, 1, 16, 23)), weekly())
    return CalendarFeeds(ctx.community, ctx.calendar, ctx.settings, ctx.site, ctx.uids)


def test_only_the_dates_asked_for_are_there_with_the_uids_of_the_feeds() -> None:
    made = feeds()
    week = made.calendar.between(date(2027, 1, 11), date(2027, 1, 17))
    calendar = Calendar.from_ical(made.of_dates(week))
    starts = {str(one["UID"]): one.decoded("DTSTART").replace(tzinfo=None) for one in calendar.walk("VEVENT")}
    assert starts == {
        made.uids.of_event(made.community.events["kerho"]): datetime(2027, 1, 12, 18),
        made.uids.of_event(made.community.events["tanssit"]): datetime(2027, 1, 16, 17),
    }
    assert all("RRULE" not in one for one in calendar.walk("VEVENT"))
    assert "METHOD" not in calendar


def test_a_week_with_nothing_is_a_calendar_all_the_same() -> None:
    calendar = Calendar.from_ical(feeds().of_dates(()))
    assert [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]
