"""Which dates the sweep lays beside each other: at limits, at the turn of the week, in groups that share a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event, make_municipality

from seurantalo.model.event import Event, Weight
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Entry, Ground
from seurantalo.planner.clashes.sweep import Budget, Run, beside, meeting, near_in_days, overlapping, run

PLENTY = 1_000
ROUTINE = Weight.ROUTINE


def entries(*events: Event) -> list[Entry]:
    """Return the dates in the order of their starts."""
    community = make_community(make_municipality("soini", neighbours=("vimpeli",)), *events)
    calendar, ground = make_calendar(community, SETTINGS, TODAY), Ground(community, SETTINGS)
    return sorted((ground.entry(each) for each in calendar.occurrences), key=lambda entry: entry.starts_at)


def runs(*events: Event) -> list[Run]:
    calendar = make_calendar(make_community(*events), SETTINGS, TODAY)
    return [run(calendar.of_event(event.id)) for event in events]


def at(name: str, starts: str, ends: str, **fields: Any) -> Event:
    """An event of one March."""
    return make_event(name, f"2027-03-{starts}", f"2027-03-{ends}", **fields)


def weekly(name: str, starts: str, ends: str, count: int = 2, **fields: Any) -> Event:
    return at(name, starts, ends, **{"repeats": Recurrence(frequency=Frequency.WEEKLY, count=count), **fields})


def names(pairs: Iterator[tuple[Entry, Entry]]) -> list[str]:
    return [a.sheet.id + b.sheet.id for a, b in pairs]


def met(margin: int, *events: Event) -> list[str]:
    return [f"{a.event.id}{b.event.id} {a.first_day.day}" for a, b in meeting(runs(*events), margin, Budget(PLENTY))]


def test_what_begins_within_the_margin_is_laid_beside() -> None:
    dates = entries(
        at("a", "02 10:00", "02 12:00"),
        at("b", "02 11:59", "02 12:00"),
        at("c", "02 12:00", "02 13:00"),
        at("d", "02 12:30", "02 13:00"),
    )
    assert names(overlapping(dates, 0, Budget(PLENTY))) == ["ab", "cd"]
    assert names(overlapping(dates, 1, Budget(PLENTY))) == ["ab", "ac", "bc", "cd"]
    assert names(overlapping(dates, 1_800, Budget(PLENTY))) == ["ab", "ac", "bc", "cd"]
    assert names(overlapping(dates, 1_801, Budget(PLENTY))) == ["ab", "ac", "ad", "bc", "bd", "cd"]


@pytest.mark.parametrize(("morning", "told"), [("13:59", ["ab"]), ("14:00", [])])
def test_after_a_night_the_next_twelve_hours_are_looked_at(morning: str, told: list[str]) -> None:
    night, day = at("a", "02 20:00", "03 02:00"), at("a", "03 00:30", "03 02:00")
    later = at("b", f"03 {morning}", "03 15:00")
    assert names(overlapping(entries(night, later), 0, Budget(PLENTY))) == told
    assert names(overlapping(entries(night, later), 43_201, Budget(PLENTY))) == ["ab"]
    assert names(overlapping(entries(day, later), 0, Budget(PLENTY))) == []


def test_a_routine_date_is_laid_beside_what_is_not_only() -> None:
    dates = entries(
        at("a", "02 10:00", "02 12:00", stated_weight=ROUTINE),
        at("b", "02 10:30", "02 12:00", stated_weight=ROUTINE),
        at("c", "02 11:00", "02 12:00"),
        at("d", "02 11:30", "02 12:00", stated_weight=ROUTINE),
        at("e", "02 12:00", "02 13:00"),
    )
    assert names(overlapping(dates, 0, Budget(PLENTY))) == ["ac", "bc", "cd"]


def test_days_apart_are_counted_from_the_end_to_the_start() -> None:
    dates = entries(
        at("a", "02", "04"), at("b", "04 10:00", "04 12:00"), at("c", "05", "05"), at("d", "08 10:00", "08 12:00")
    )
    assert [names(near_in_days(dates, apart, Budget(PLENTY))) for apart in (0, 1, 3, 4)] == [
        ["ab"],
        ["ab", "ac", "bc"],
        ["ab", "ac", "bc", "cd"],
        ["ab", "ac", "ad", "bc", "bd", "cd"],
    ]


def _all_of_one_day(count: int) -> dict[str, Callable[[Budget], Iterator[Any]]]:
    one = entries(*(at(f"e{n}", "02 10:00", "02 12:00") for n in range(count)))
    groups = runs(*(weekly(f"e{n}", "02 10:00", "02 12:00", 1) for n in range(count)))
    return {
        "overlapping": lambda budget: overlapping(one, 0, budget),
        "near_in_days": lambda budget: near_in_days(one, 0, budget),
        "meeting": lambda budget: meeting(groups, 0, budget),
        "beside": lambda budget: beside({("dance", one[0].day): one}, {"vimpeli": ["vimpeli"]}, budget),
    }


@pytest.mark.parametrize("way", ["overlapping", "near_in_days", "meeting", "beside"])
def test_every_group_has_its_full_number_and_the_rest_is_counted(way: str) -> None:
    look = _all_of_one_day(4)[way]
    budget = Budget(5)
    assert [len(list(look(budget))) for _ in range(3)] == [5, 5, 5]
    assert (budget.examined, budget.skipped) == (15, 3)


def test_every_day_has_its_full_number() -> None:
    """A night counts for the day on which it begins; here Monday's ends on Tuesday, in UTC too."""
    groups = [weekly(f"{day}{n}", f"0{day} 20:00", f"0{day + 1} 04:00") for day in (1, 2) for n in range(3)]
    budget = Budget(3)
    assert len(list(meeting(runs(*groups), 0, budget))) == 12
    assert (budget.examined, budget.skipped) == (6, 0)


def test_weekly_groups_meet_in_the_order_in_which_they_are_given() -> None:
    groups = [weekly(name, "02 10:00", "02 11:00", 1) for name in "abcdefgh"]
    expected = [f"{one}{other} 2" for place, one in enumerate("abcdefgh") for other in "abcdefgh"[place + 1 :]]
    assert met(0, *groups) == expected


@pytest.mark.parametrize(
    ("margin", "starts", "expected"),
    [(0, "11:59", ["ab 2", "ab 9"]), (0, "12:00", []), (1_800, "12:29", ["ab 2", "ab 9"]), (1_800, "12:30", [])],
)
def test_weekly_groups_meet_to_the_minute(margin: int, starts: str, expected: list[str]) -> None:
    """Whichever is given first."""
    early, late = ("02 10:00", "02 12:00"), (f"02 {starts}", "02 13:00")
    assert met(margin, weekly("a", *early), weekly("b", *late)) == expected
    assert met(margin, weekly("a", *late), weekly("b", *early)) == expected


def test_the_turn_of_the_week_is_no_wall() -> None:
    """Seconds since 1970 turn their week on a Thursday, at two at night in Finland's winter."""
    night, morning = weekly("a", "03 23:00", "04 04:00"), weekly("b", "04 03:00", "04 05:00")
    assert met(0, night, morning) == ["ab 3", "ab 10"]
    assert met(0, night, weekly("b", "04 04:00", "04 05:00")) == []
    assert met(1_800, night, weekly("b", "04 04:29", "04 05:00")) == ["ab 3", "ab 10"]


def test_two_runs_of_one_event_do_not_meet() -> None:
    """Dates with a change of their own are a run of their own."""
    (group,) = runs(weekly("a", "02 10:00", "02 11:00", 3))
    parts = [run(group.dates[:1]), run(group.dates[:2]), run(group.dates[2:])]
    assert list(meeting(parts, 0, Budget(PLENTY))) == []


def test_a_run_knows_its_hours_and_how_long_it_can_be() -> None:
    hour = 3_600
    (even,) = runs(weekly("a", "23 10:00", "23 12:00", 3))
    # An hour more for a night in which clocks change; in UTC summer's dates begin an hour earlier.
    assert (even.length, len(even.hours), len(even.dates)) == (3 * hour, 2, 3)
    (single,) = runs(at("a", "02 10:00", "02 12:00", stated_weight=ROUTINE))
    assert (single.length, single.hours) == (2 * hour, {(5 * 24 + 8) * hour})
    own = Recurrence(
        frequency=Frequency.WEEKLY,
        count=2,
        include=(datetime(2027, 3, 6, 10),),
        own_ends=((datetime(2027, 3, 6, 10), datetime(2027, 3, 6, 15)),),
    )
    (longest,) = runs(weekly("a", "02 10:00", "02 12:00", repeats=own))
    assert longest.length == 5 * hour
    second = Repetition(
        starts=datetime(2027, 3, 3, 10),
        ends=datetime(2027, 3, 3, 16),
        rule=Recurrence(frequency=Frequency.WEEKLY, count=2),
    )
    (both,) = runs(weekly("a", "02 10:00", "02 12:00", further=(second,)))
    assert both.length == 6 * hour


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ("vimpeli vimpeli", ["ab"]),
        ("vimpeli soini", ["ba"]),
        ("vimpeli", []),
        ("vimpeli muualla", []),
        ("soini vimpeli vimpeli", ["ab", "ac", "bc"]),
    ],
)
def test_journeys_meet_here_and_next_door(places: str, expected: list[str]) -> None:
    dates = entries(
        *(at(name, "02", "02", municipality=place) for name, place in zip("abc", places.split(), strict=False))
    )
    catchment = {"vimpeli": ["soini", "vimpeli"], "soini": ["soini", "vimpeli"], "muualla": ["muualla"]}
    assert sorted(names(beside({("dance", dates[0].day): dates}, catchment, Budget(PLENTY)))) == expected
