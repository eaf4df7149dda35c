"""The days named beside a clash: how many, how far, and what keeps a day from being named."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event, make_municipality

from seurantalo.model.event import Event, EventStatus, Format
from seurantalo.model.record import Moment, Record
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import FreeDays


def near(plan: Event, around: date, *others: Record, **bounds: int) -> list[int]:
    """Return days of the month."""
    community = make_community(plan, *others)
    free = FreeDays(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    return [day.day for day in free.near(plan, around, **bounds)]


def test_three_days_are_named_and_a_fortnight_either_way_is_near() -> None:
    plan = make_event("plan", "2027-10-04 18:00")
    assert near(plan, date(2027, 10, 15)) == [14, 15, 16]
    assert near(plan, date(2027, 10, 15), most=99) == list(range(1, 30))


@pytest.mark.parametrize(
    ("starts", "ends", "free"),
    [
        ("2027-12-01 18:00", None, [1, 2, 3, 4, 7]),
        ("2027-12-01 18:00", datetime(2027, 12, 1, 20), [1, 2, 3, 4, 7]),
        ("2027-12-01 18:00", datetime(2027, 12, 2, 20), [1, 2, 3, 7]),
        ("2027-12-01", date(2027, 12, 3), [1, 2, 7]),
    ],
)
def test_no_day_of_it_is_a_holiday_or_an_eve(starts: str, ends: Moment | None, free: list[int]) -> None:
    """Independence Day is the 6th."""
    plan = make_event("plan", starts, ends)
    assert near(plan, date(2027, 12, 4), within=3, most=9) == free


def test_a_hold_is_moved_as_if_it_were_certain() -> None:
    """Beside another journey a hold is told in a lighter voice; as a place to go that day is none the better."""
    plan = make_event("plan", "2027-10-04 18:00", format=Format.DANCE, status=EventStatus.TENTATIVE)
    other = make_event("other", "2027-10-15 12:00", format=Format.DANCE, municipality="soini")
    soini = make_municipality("soini", neighbours=("vimpeli",))
    assert near(plan, date(2027, 10, 15), other, soini, within=1) == [14, 16]
