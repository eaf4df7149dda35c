from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest

from seurantalo.publishing.feeds.timezones import HELSINKI, FeedZone, _derive, feed_zone


def test_helsinki_is_what_the_tz_database_says() -> None:
    assert _derive("Europe/Helsinki") == (HELSINKI, 1997)


@pytest.mark.parametrize(
    "key",
    [
        "Europe/Helsinki",
        "Europe/Stockholm",
        "Europe/London",
        "America/New_York",
        "Australia/Sydney",
        "Asia/Tokyo",
        "UTC",
    ],
)
def test_a_component_gives_the_offsets_of_the_tz_database(key: str) -> None:
    zone = feed_zone(key)
    read = icalendar.Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + zone.component + b"END:VCALENDAR\r\n")
    [component] = read.timezones
    there = component.to_tz(lookup_tzid=False)
    hour = datetime(zone.first_year, 1, 1, 12)
    while hour.year < 2038:
        # Wall times away from the nights of a change, which to_tz and PEP 495 tell apart differently.
        assert hour.replace(tzinfo=there).utcoffset() == hour.replace(tzinfo=ZoneInfo(key)).utcoffset()
        hour += timedelta(days=1)


def test_changes_are_rules_and_never_lists_of_dates() -> None:
    for key in ("Europe/Stockholm", "America/New_York", "Australia/Sydney"):
        component = feed_zone(key).component
        assert component.count(b"\r\nRRULE:FREQ=YEARLY;BYMONTH=") == 2
        assert b"RDATE" not in component
    assert feed_zone("America/New_York").first_year == 2008
    assert b"BYMONTH=3;BYDAY=2SU" in feed_zone("America/New_York").component


@pytest.mark.parametrize("key", ["Africa/Casablanca", "Asia/Jerusalem"])
def test_what_two_rules_cannot_tell_has_no_component(key: str) -> None:
    zone = feed_zone(key)
    assert zone.component == b""
    assert not zone.plain(datetime(2027, 6, 1, 12), datetime(2027, 6, 1, 13))


def test_every_zone_of_the_database_has_an_answer() -> None:
    for key in sorted(available_timezones())[::25]:
        component = FeedZone(key).component
        assert component == b"" or component.startswith(f"BEGIN:VTIMEZONE\r\nTZID:{key}\r\n".encode())


@pytest.mark.parametrize(
    ("starts", "ends", "plain"),
    [
        (datetime(2027, 3, 27, 18), datetime(2027, 3, 27, 23), True),
        (datetime(2027, 3, 27, 22), datetime(2027, 3, 28, 2), True),
        (datetime(2027, 3, 27, 22), datetime(2027, 3, 28, 3), False),
        (datetime(2027, 3, 28, 5), datetime(2027, 3, 28, 6), True),
        (datetime(2027, 10, 31, 1), datetime(2027, 10, 31, 2, 59), True),
        (datetime(2027, 10, 31, 1), datetime(2027, 10, 31, 3), False),
        (datetime(2027, 10, 31, 4), datetime(2027, 10, 31, 5), True),
        (datetime(2027, 1, 1, 12), datetime(2027, 12, 1, 12), True),
        (datetime(1996, 6, 1, 12), datetime(1996, 6, 1, 13), False),
        (datetime(1997, 6, 1, 12), datetime(1997, 6, 1, 13), True),
    ],
)
def test_wall_time_is_plain_away_from_clock_changes(starts: datetime, ends: datetime, plain: bool) -> None:
    assert feed_zone("Europe/Helsinki").plain(starts, ends) is plain


def test_an_instant_is_the_first_of_two() -> None:
    zone = feed_zone("Europe/Helsinki")
    assert zone.instant(datetime(2027, 10, 31, 3, 30)) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC).timestamp()
