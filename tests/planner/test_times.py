"""How two dates lie beside each other, to the second: overlapping, after a night, on one evening, days apart."""

from __future__ import annotations

import pytest
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event

from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Entry, Ground
from seurantalo.planner.clashes.times import after_a_night, days_between, overlap, same_day, same_evening


def pair(a: str, b: str) -> tuple[Entry, Entry]:
    """Two dates of one March: ``13 18:00/13 20:00`` by the hour, ``13/15`` by the day."""
    events = []
    for name, told in (("a", a), ("b", b)):
        starts, ends = (f"2027-03-{each}" for each in told.split("/"))
        events.append(make_event(name, starts, ends))
    community = make_community(*events)
    calendar, ground = make_calendar(community, SETTINGS, TODAY), Ground(community, SETTINGS)
    first, second = (ground.entry(calendar.of_event(name)[0]) for name in "ab")
    return first, second


@pytest.mark.parametrize(
    ("a", "b", "margin", "expected"),
    [
        ("13 18:00/13 20:00", "13 20:00/13 21:00", 0, False),
        ("13 18:00/13 20:00:01", "13 20:00/13 21:00", 0, True),
        ("13 18:00/13 20:00", "13 20:00/13 21:00", 1, True),
        ("13 18:00/13 20:00", "13 20:30/13 21:00", 1_800, False),
        ("13 18:00/13 20:00", "13 20:30/13 21:00", 1_801, True),
        ("13 08:00/13 22:00", "13 12:00/13 13:00", 0, True),
        ("13/13", "14 00:00/14 02:00", 0, False),
        ("13/13", "13 23:59/14 02:00", 0, True),
    ],
)
def test_ends_are_no_part_of_a_date(a: str, b: str, margin: int, expected: bool) -> None:
    x, y = pair(a, b)
    assert overlap(x, y, margin) is overlap(y, x, margin) is expected
    if margin == 0:
        assert overlap(x, y) is expected


@pytest.mark.parametrize(
    ("night", "morning", "expected"),
    [
        ("13 21:00/14 02:00", "14 00:00:01/14 03:00", True),
        ("13 21:00/14 02:00", "14 09:00/14 10:00", True),
        ("13 21:00/14 02:00", "14 11:59/14 13:00", True),
        ("13 21:00/14 02:00", "14 12:00/14 13:00", False),
        ("13 21:00/14 02:00", "14 00:00/14 03:00", False),
        ("13 21:00/14 02:00", "14/14", False),
        ("13 21:00/14 02:00", "15 09:00/15 10:00", False),
        # It ends as the day does; a minute of the next one is enough.
        ("13 21:00/14 00:00", "14 09:00/14 10:00", False),
        ("13 21:00/14 00:01", "14 09:00/14 10:00", True),
        # No night at all.
        ("14 14:00/14 16:00", "14 09:00/14 10:00", False),
        ("13 14:00/13 16:00", "14 09:00/14 10:00", False),
    ],
)
def test_the_morning_after_ends_at_noon(night: str, morning: str, expected: bool) -> None:
    x, y = pair(night, morning)
    assert after_a_night(x, y) is after_a_night(y, x) is expected


@pytest.mark.parametrize(
    ("a", "b", "evening", "day", "days"),
    [
        ("13 18:00/13 20:00", "13 21:00/13 22:00", True, True, 0),
        ("13 18:00/13 20:00", "13 10:00/13 11:00", False, True, 0),
        ("13 18:00/13 20:00", "14 18:00/14 20:00", False, False, 1),
        ("13 10:00/13 11:00", "13 12:00/13 13:00", False, True, 0),
        ("13/15", "15/17", False, True, 0),
        ("13/15", "14/14", False, True, 0),
        ("13/15", "16/16", False, False, 1),
        ("13/15", "20 18:00/20 19:00", False, False, 5),
    ],
)
def test_evenings_and_days(a: str, b: str, evening: bool, day: bool, days: int) -> None:
    x, y = pair(a, b)
    assert same_evening(x, y) is same_evening(y, x) is evening
    assert same_day(x, y) is same_day(y, x) is day
    assert days_between(x, y) == days_between(y, x) == days
