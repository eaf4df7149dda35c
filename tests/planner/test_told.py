"""Of all that rules say about two events: what is told, on which days, and what is left out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event

from seurantalo.model.event import Event, Format, Weight
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Among, Clashes, Entry, Ground, Level, PairRule, find_clashes
from seurantalo.planner.clashes.finding import Facts
from seurantalo.planner.clashes.pairing import listed_days
from seurantalo.planner.clashes.rules import RULES

ALL_OFF = " ".join(rule.code for rule in RULES)
FIRST = date(2027, 3, 2)


def search(*events: Event, settings: Settings = SETTINGS, today: date = TODAY, **options: Any) -> Clashes:
    community = make_community(*events)
    return find_clashes(community, make_calendar(community, settings, today), settings, **options)


@pytest.mark.parametrize(
    ("days", "most", "expected"),
    [
        ([11, 10, 12], 2, ([10, 11], 1)),
        ([10, 11], 2, ([10, 11], 0)),
        ([10], 2, ([10], 0)),
        # Today is still to come; what has passed is left out beside it.
        ([12, 9, 10], 5, ([10, 12], 0)),
        ([8, 7, 9], 2, ([8, 9], 1)),
        ([8, 9], 2, ([8, 9], 0)),
        ([9], 2, ([9], 0)),
    ],
)
def test_days_to_come_are_listed_or_else_the_last_ones(
    days: list[int], most: int, expected: tuple[list[int], int]
) -> None:
    assert listed_days(days, date.fromordinal(10), most) == expected


def told(levels: dict[str, list[Level | None]], **options: Any) -> list[tuple[str, str, list[int]]]:
    """What is told of two series that meet each day, where rules of a site's own say this on those days."""

    def rule(code: str, said: list[Level | None]) -> PairRule:
        def judge(a: Entry, b: Entry, _ground: Ground) -> Level | None:
            number = a.day - FIRST.toordinal()
            return said[number] if a.day == b.day and number < len(said) else None

        def facts(a: Entry, _b: Entry, _ground: Ground) -> Facts:
            return (("day", str(a.day - FIRST.toordinal())),)

        return PairRule(code, (Among.DAY,), judge, facts)

    daily = Recurrence(frequency=Frequency.DAILY, count=4)
    events = [
        make_event(name, f"2027-03-02 1{n}:00", title=name, repeats=daily, stated_weight=Weight.NORMAL)
        for n, name in enumerate("ab")
    ]
    own = [rule(code, said) for code, said in levels.items()]
    clashes = search(*events, settings=Settings(rules_off=ALL_OFF), own_rules=own, **options)
    for finding in clashes:
        assert finding.fact("day") == str((finding.dates[0] - FIRST).days)
    return [(each.rule, each.level.value, [(day - FIRST).days for day in each.dates]) for each in clashes]


HARD, SOFT, INFO, NO = Level.HARD, Level.SOFT, Level.INFO, None


def test_a_day_is_told_once_by_the_rule_that_weighs_most_on_any_day() -> None:
    assert told({"one": [SOFT, NO], "other": [INFO, HARD]}) == [("other", "hard", [0, 1])]
    assert told({"one": [SOFT, SOFT], "other": [HARD, NO]}) == [("other", "hard", [0]), ("one", "soft", [1])]
    # Of two that weigh the same the first is heard.
    assert told({"one": [SOFT, NO], "other": [SOFT, SOFT]}) == [("one", "soft", [0]), ("other", "soft", [1])]


def test_a_remark_goes_without_saying_where_there_is_more_to_say() -> None:
    assert told({"one": [SOFT, NO], "other": [NO, INFO]}) == [("one", "soft", [0])]
    assert told({"one": [INFO, NO], "other": [NO, INFO]}) == [("one", "info", [0])]
    assert told({"one": [NO, NO], "other": [NO, INFO]}) == [("other", "info", [1])]


def test_the_facts_are_those_of_the_first_day_that_is_listed() -> None:
    assert told({"one": [HARD, SOFT, SOFT]}) == [("one", "hard", [0, 1, 2])]
    assert told({"one": [HARD, SOFT, SOFT]}, today=FIRST + timedelta(days=1)) == [("one", "hard", [1, 2])]


def test_where_all_rules_are_off_nothing_is_looked_at() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=2)
    shared: dict[str, Any] = {"venue": "talo", "organisers": ("seura",), "practices": ("kahvila",)}
    events = [
        *(make_event(name, format=Format.DANCE, **shared) for name in "ab"),
        *(make_event(name, repeats=weekly, **shared) for name in "cd"),
    ]
    assert search(*events).examined > 0
    clashes = search(*events, settings=Settings(rules_off=ALL_OFF))
    assert (clashes.examined, clashes.capped, list(clashes)) == (0, 0, [])


@pytest.mark.parametrize(("starts", "examined"), [("21:00", 0), ("20:59:59", 1)])
def test_weekly_groups_one_after_the_other_are_not_looked_at(starts: str, examined: int) -> None:
    """An hour is allowed for a night in which clocks change."""
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=2)
    clashes = search(
        make_event("a", "2027-03-02 18:00", "2027-03-02 20:00", repeats=weekly),
        make_event("b", f"2027-03-02 {starts}", "2027-03-02 22:00", repeats=weekly),
    )
    assert clashes.examined == examined


@pytest.mark.parametrize(("today", "kept"), [(date(2027, 3, 3), ["a.b", "b.c"]), (date(2027, 3, 4), ["a.c", "b.c"])])
def test_remarks_about_what_is_to_come_are_kept_before_those_about_what_has_been(
    today: date, kept: list[str]
) -> None:
    """One remark for each event is enough: the nearest, and of those to come, today's included."""
    events = [
        make_event(name, f"2027-03-0{day} 18:00", format=Format.CONCERT)
        for name, day in (("a", 2), ("b", 3), ("c", 5))
    ]
    assert len(list(search(*events, today=today))) == 3
    found = search(*events, settings=Settings(clash_notes=1), today=today)
    assert sorted(finding.id.removeprefix("near-miss.") for finding in found) == kept
    assert found.capped == 1
