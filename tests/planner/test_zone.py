"""Wall time to instants, on the two days that are unlike the others and on all the rest."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seurantalo.planner.zone import PlainTimes, Zone

ZONES = ("Europe/Helsinki", "Europe/Stockholm", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Tehran")


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        ("2027-03-28 02:59", "2027-03-28 00:59"),
        ("2027-03-28 03:00", "2027-03-28 01:00"),  # does not exist: an hour later, 04:00 summer time
        ("2027-03-28 03:30", "2027-03-28 01:30"),
        ("2027-03-28 04:00", "2027-03-28 01:00"),
        ("2027-10-31 02:59", "2027-10-30 23:59"),
        ("2027-10-31 03:30", "2027-10-31 00:30"),  # comes twice: the first
        ("2027-10-31 04:00", "2027-10-31 02:00"),
        ("2027-07-01 12:00", "2027-07-01 09:00"),
        ("1970-01-01 02:00", "1970-01-01 00:00"),
        ("1900-01-01 00:00:00", "1899-12-31 22:20:11"),  # Helsinki's own mean time
    ],
)
def test_helsinki(wall: str, utc: str) -> None:
    expected = datetime.fromisoformat(utc).replace(tzinfo=UTC).timestamp()
    assert Zone("Europe/Helsinki").epoch(datetime.fromisoformat(wall)) == expected


def test_a_time_in_the_gap_stands_after_it() -> None:
    zone = Zone("Europe/Helsinki")
    assert zone.existing(datetime(2027, 3, 28, 3, 30)) == datetime(2027, 3, 28, 4, 30)
    for wall in (datetime(2027, 3, 28, 2, 59), datetime(2027, 3, 28, 4), datetime(2027, 10, 31, 3, 30)):
        assert zone.existing(wall) == wall


def test_a_day_begins_when_clocks_do_even_without_a_midnight() -> None:
    # Cuba skips the hour after midnight.
    zone = Zone("America/Havana")
    skipped = zone.day_starts(date(2027, 3, 14))
    assert datetime.fromtimestamp(skipped, ZoneInfo("America/Havana")) == datetime(
        2027, 3, 14, 1, tzinfo=ZoneInfo("America/Havana")
    )


@given(name=st.sampled_from(ZONES), wall=st.datetimes(datetime(1960, 1, 1), datetime(2037, 12, 31)))
@example(name="Australia/Lord_Howe", wall=datetime(2027, 10, 3, 2, 15))
def test_the_same_as_the_standard_library(name: str, wall: datetime) -> None:
    wall = wall.replace(microsecond=0)
    aware = wall.replace(tzinfo=ZoneInfo(name))
    zone = Zone(name)
    assert zone.epoch(wall) == int(aware.timestamp())
    assert zone.existing(wall) == aware.astimezone(UTC).astimezone(ZoneInfo(name)).replace(tzinfo=None, fold=0)


@given(st.lists(st.integers(0, 60 * 24 * 400), min_size=2, max_size=20))
def test_the_cache_changes_no_answer(minutes: list[int]) -> None:
    warm = Zone("Europe/Helsinki")
    for minute in minutes:
        wall = datetime(2027, 1, 1) + timedelta(minutes=minute)
        assert warm.epoch(wall) == Zone("Europe/Helsinki").epoch(wall)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_a_time_of_a_plain_day_is_one_object_with_its_instant(wall: datetime) -> None:
    zone = Zone("Europe/Helsinki")
    times = PlainTimes(zone)
    assert times[wall] == (None if zone.changes_on(wall) else (wall, zone.epoch(wall)))
    assert times[wall + timedelta(0)] is times[wall]
