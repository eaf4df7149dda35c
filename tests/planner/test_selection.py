"""Which routine dates are looked at: those near something else in their hall, to the second, over clock changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event, make_municipality, make_venue, moment

from seurantalo.model.event import Change, Event, EventStatus, Format, Weight
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Entry, Ground
from seurantalo.planner.clashes.selection import Selection, select

NO_DAYS: frozenset[date] = frozenset()


def dealt(*events: Event, days: frozenset[date] = NO_DAYS) -> Selection:
    """Two halls in one municipality: ``koulu`` needs no time between two events, ``talo`` does not say."""
    community = make_community(make_venue("koulu", setup_margin=0), make_venue("talo"), *events)
    return select(make_calendar(community, SETTINGS, TODAY), Ground(community, SETTINGS), days)


def dates_of(name: str, entries: list[Entry]) -> list[str]:
    """Days of an event's dates, as month and day."""
    return [f"{entry.occurrence.first_day:%m-%d}" for entry in entries if entry.sheet.id == name]


def weekly(starts: str, ends: str, *, count: int = 3, **fields: Any) -> Event:
    rule = Recurrence(frequency=Frequency.WEEKLY, count=count)
    return make_event("group", f"2027-{starts}", f"2027-{ends}", **{"venue": "koulu", "repeats": rule, **fields})


def single(starts: datetime | str, ends: datetime | str, **fields: Any) -> Event:
    first, last = (moment(f"2027-{each}") if isinstance(each, str) else each for each in (starts, ends))
    return make_event("feast", first, last, **{"venue": "koulu", **fields})


def near(group: Event, feast: Event, hall: str = "koulu") -> list[str]:
    return sorted(dates_of("group", dealt(group, feast).venues[hall]))


#: In Finland's winter a day of UTC begins at two at night.
@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("03-13 18:00", "03-13 20:00", ["03-13"]),
        ("03-14 01:30", "03-14 02:00", ["03-13"]),
        ("03-14 01:30", datetime(2027, 3, 14, 2, 0, 1), ["03-13"]),
        ("03-14 02:00", "03-14 03:00", []),
        ("03-12 18:00", "03-13 02:00", []),
        ("03-12 18:00", datetime(2027, 3, 13, 2, 0, 1), ["03-13"]),
        ("03-12 18:00", "03-14 12:00", ["03-13"]),
        ("03-13 12:00", "03-20 12:00", ["03-13", "03-20"]),
        ("03-14 12:00", "03-19 12:00", []),
        ("03-14 12:00", "03-20 02:00", []),
        ("03-14 12:00", datetime(2027, 3, 20, 2, 0, 1), ["03-20"]),
    ],
)
def test_dates_of_the_same_day_are_near(starts: str, ends: datetime | str, expected: list[str]) -> None:
    assert near(weekly("03-06 10:00", "03-06 11:00"), single(starts, ends)) == expected


def test_where_the_hall_does_not_say_it_an_hour_and_a_half_on_either_side_is_near() -> None:
    group = weekly("03-06 10:00", "03-06 11:00", venue="talo")
    for starts, ends, expected in (
        ("03-14 03:30", "03-14 04:00", []),
        ("03-14 03:29", "03-14 04:00", ["03-13"]),
        ("03-12 18:00", "03-13 00:30", []),
        ("03-12 18:00", "03-13 00:31", ["03-13"]),
    ):
        assert near(group, single(starts, ends, venue="talo"), "talo") == expected


@pytest.mark.parametrize(("last", "stays"), [("05-01", False), ("05-02", True)])
def test_what_stays_for_more_than_two_months_is_always_there(last: str, stays: bool) -> None:
    """62 days, and 63: what is always there is laid beside every date, before and after it too."""
    group = weekly("02-20 10:00", "02-20 11:00", count=15)
    found = near(group, single("03-01", last))
    assert found[0] == ("02-20" if stays else "03-06")
    assert len(found) == (15 if stays else 9)


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        # A whole day touches two days of UTC, and no others.
        ("03-06", "03-06", ["03-13"]),
        ("03-05", "03-05", []),
        # Two days and a half touch every day between: all are looked at.
        ("03-05 18:00", "03-07 20:00", ["03-05", "03-12", "03-19"]),
        ("03-05 10:00", "03-06 10:01", ["03-05", "03-12", "03-19"]),
        ("03-05 10:00", "03-06 10:00", ["03-12"]),
        # It ends as a day of UTC begins, and a second and a minute later.
        ("03-05 23:00", "03-06 02:00", []),
        ("03-05 23:00", "03-06 02:01", ["03-12"]),
        ("03-05 23:00", "03-06 02:00:01", ["03-12"]),
        ("03-05 23:00", "03-06 01:59", []),
    ],
)
def test_a_long_date_is_near_what_it_reaches(starts: str, ends: str, expected: list[str]) -> None:
    """Beside something on Saturday the 13th from two at night."""
    assert near(weekly(starts, ends), single("03-13 02:00", "03-13 12:00")) == expected


def test_an_hour_near_midnight_is_found_on_either_side_of_a_clock_change() -> None:
    """In spring half past two is one day of UTC earlier than it was in winter; in autumn half past midnight later."""
    spring = weekly("03-20 02:30", "03-20 03:30")
    assert near(spring, single("04-03 03:00", "04-03 03:20")) == ["04-03"]
    autumn = weekly("10-23 01:30", "10-23 02:30")
    assert near(autumn, single("11-06 02:05", "11-06 02:20")) == ["11-06"]


def test_dates_at_other_hours_are_found_too() -> None:
    """Dates written by hand, and a second rule, may lie where the first date does not: here over two at night."""
    feast = single("03-14 02:05", "03-14 02:30")
    extra = datetime(2027, 3, 14, 1, 30)
    rule = Recurrence(frequency=Frequency.WEEKLY, count=3, include=(extra,))
    assert near(weekly("03-03 12:00", "03-03 13:00", repeats=rule), feast) == ["03-14"]
    second = Repetition(
        starts=datetime(2027, 3, 7, 1, 30),
        ends=datetime(2027, 3, 7, 2, 30),
        rule=Recurrence(frequency=Frequency.WEEKLY, count=3),
    )
    assert near(weekly("03-03 12:00", "03-03 13:00", further=(second,)), feast) == ["03-14"]


def test_a_single_date_may_be_routine() -> None:
    once = make_event("group", "2027-03-13 10:00", "2027-03-13 11:00", venue="koulu", stated_weight=Weight.ROUTINE)
    assert near(once, single("03-13 18:00", "03-13 20:00")) == ["03-13"]
    assert near(once, single("03-14 18:00", "03-14 20:00")) == []


def test_an_organiser_has_an_hour_on_either_side_for_the_way() -> None:
    group = weekly("03-06 10:00", "03-06 11:00", organisers=("seura", "martat"))
    for starts, ends, expected in (
        ("03-14 03:00", "03-14 04:00", []),
        ("03-14 02:59", "03-14 04:00", ["03-13"]),
    ):
        feast = single(starts, ends, venue="talo", organisers=("seura",))
        found = dealt(group, feast)
        assert dates_of("group", found.organisers["seura"]) == expected
        # Nobody looks for what the other organiser has besides.
        assert "martat" not in found.organisers
        assert "koulu" not in found.venues


def test_a_date_of_its_own_is_laid_where_it_is() -> None:
    """One Saturday the group is in the other hall, and one Saturday it is cancelled."""
    changes = (
        Change(date=date(2027, 3, 13), venue="talo"),
        Change(date=date(2027, 3, 20), status=EventStatus.CANCELLED),
    )
    group = weekly("03-06 10:00", "03-06 11:00", count=4, changes=changes, organisers=("seura",))
    feast = single("03-01", "03-31", venue="talo", organisers=("vpk",))
    found = dealt(group, feast)
    assert dates_of("group", found.venues["talo"]) == ["03-13"]
    assert "koulu" not in found.venues
    assert "seura" not in found.organisers
    runs = [[f"{each.first_day:%m-%d}" for each in run.dates] for run in found.routine_venues["koulu"]]
    assert (runs, [len(run.dates) for run in found.routine_venues["talo"]]) == ([["03-06", "03-27"]], [1])
    assert sorted(len(run.dates) for run in found.routine_places["vimpeli"]) == [1, 2]
    both = dealt(group, single("03-01 10:00", "03-05 10:00", venue=None, organisers=("seura",)))
    assert dates_of("group", both.organisers["seura"]) == ["03-13"]


def test_dates_that_all_have_changes_are_laid_one_by_one() -> None:
    changes = tuple(Change(date=date(2027, 3, day), room="x", venue="talo") for day in (6, 13, 20))
    found = dealt(weekly("03-06 10:00", "03-06 11:00", changes=changes))
    assert [len(run.dates) for run in found.routine_venues["talo"]] == [1, 1, 1]
    assert "koulu" not in found.routine_venues


@pytest.mark.parametrize("status", [EventStatus.CANCELLED, EventStatus.POSTPONED])
def test_what_is_not_held_meets_nothing(status: EventStatus) -> None:
    found = dealt(single("03-13 10:00", "03-13 11:00", status=status))
    assert (found.places, found.venues, found.organisers) == ({}, {}, {})
    changes = tuple(Change(date=date(2027, 3, day), status=status) for day in (6, 13, 20))
    group = weekly("03-06 10:00", "03-06 11:00", changes=changes)
    assert dealt(group).routine_places == {}


SATURDAY = frozenset({date(2027, 3, 13)})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["03-13"]),
        ({"on_holiday": True}, []),
        ({"format": Format.SERVICE}, []),
        ({"repeats": Recurrence(frequency=Frequency.WEEKLY, count=3, skip_holidays=True)}, []),
        (
            {
                "repeats": Recurrence(
                    frequency=Frequency.WEEKLY, count=3, skip_holidays=True, include=(datetime(2027, 5, 1, 10),)
                )
            },
            ["03-13"],
        ),
    ],
)
def test_on_days_that_are_asked_for_routine_dates_are_wanted(fields: dict[str, Any], expected: list[str]) -> None:
    """But not those that leave holidays out, or are meant to be on them."""
    group = weekly("03-06 10:00", "03-06 11:00", **fields)
    assert dates_of("group", dealt(group, days=SATURDAY).routine_on_days) == expected
    assert dates_of("group", dealt(group).routine_on_days) == []


def test_a_single_routine_date_is_wanted_too() -> None:
    once = make_event("group", "2027-03-13 10:00", stated_weight=Weight.ROUTINE)
    assert dates_of("group", dealt(once, days=SATURDAY).routine_on_days) == ["03-13"]


def test_of_two_rules_both_have_to_leave_holidays_out() -> None:
    skips = Recurrence(frequency=Frequency.WEEKLY, count=3, skip_holidays=True)
    second = Repetition(starts=datetime(2027, 3, 6, 12), rule=replace(skips, skip_holidays=False))
    group = weekly("03-06 10:00", "03-06 11:00", repeats=skips, further=(second,))
    assert dates_of("group", dealt(group, days=SATURDAY).routine_on_days) == ["03-13", "03-13"]


def test_dates_of_days_on_end_are_wanted_whatever_the_day() -> None:
    skips = Recurrence(frequency=Frequency.WEEKLY, count=3, skip_holidays=True)
    group = weekly("03-05", "03-06", repeats=skips)
    assert dates_of("group", dealt(group, days=SATURDAY).routine_on_days) == ["03-05", "03-12", "03-19"]
    assert dealt(group).routine_on_days == []
    # Of two rules one may be of an evening, the other of days on end.
    second = Repetition(starts=date(2027, 3, 5), ends=date(2027, 3, 6), rule=skips)
    both = weekly("03-02 10:00", "03-02 11:00", repeats=skips, further=(second,))
    assert dates_of("group", dealt(both, days=SATURDAY).routine_on_days) == ["03-05", "03-12", "03-19"]


def test_great_days_are_guests_next_door_and_journeys_are_of_every_day() -> None:
    fields: dict[str, Any] = {"format": Format.MARKET, "stated_weight": Weight.MAJOR}
    feast = single("03-12", "03-14", municipality="soini", venue=None, **fields)
    community = make_community(make_municipality("soini", neighbours=("vimpeli",)), feast)
    found = select(make_calendar(community, SETTINGS, TODAY), Ground(community, SETTINGS))
    assert {name: dates_of("feast", entries) for name, entries in found.guests.items()} == {"vimpeli": ["03-12"]}
    first = date(2027, 3, 12).toordinal()
    assert sorted(day - first for kind, day in found.journeys if kind == "market") == [0, 1, 2]
    assert [dates_of("feast", found.around(place)) for place in ("soini", "vimpeli", "muualla")] == [
        ["03-12"],
        ["03-12"],
        [],
    ]


def test_zones_differ_where_two_do() -> None:
    home, away = single("03-13 10:00", "03-13 11:00"), make_event("b", timezone="Europe/Stockholm")
    assert [dealt(*events).abroad for events in ((), (home,), (home, away))] == [False, False, True]
