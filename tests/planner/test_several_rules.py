"""What the planner makes of an event with several rules, beside its dates."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.planner.builders import SETTINGS, calendar_of, make_community, make_event

from seurantalo.model.event import Event, Weight
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition
from seurantalo.planner.clashes import find_clashes

MONTHLY, WEEKLY = Frequency.MONTHLY, Frequency.WEEKLY


def club(first: Recurrence, second: Recurrence) -> Event:
    """A group that meets on Tuesday 30 November 2027 and on Monday 29 November first."""
    more = Repetition(starts=datetime(2027, 11, 29, 12), ends=datetime(2027, 11, 29, 13), rule=second)
    return make_event("a", "2027-11-30 18:00", "2027-11-30 19:00", repeats=first, further=(more,), venue="talo")


@pytest.mark.parametrize(
    ("first", "second", "weight"),
    [
        (MONTHLY, MONTHLY, Weight.NORMAL),
        (WEEKLY, MONTHLY, Weight.ROUTINE),
        (MONTHLY, WEEKLY, Weight.ROUTINE),
    ],
)
def test_one_frequent_rule_makes_an_event_routine(first: Frequency, second: Frequency, weight: Weight) -> None:
    found = club(Recurrence(frequency=first, count=2), Recurrence(frequency=second, count=2))
    assert found.weight is weight


@pytest.mark.parametrize(("skip", "rules"), [(True, []), (False, ["holiday"])])
def test_each_rule_says_for_itself_that_it_leaves_holidays_out(skip: bool, rules: list[str]) -> None:
    """Monday 6 December 2027 is Independence Day; the rule of Tuesdays leaves holidays out."""
    event = club(
        Recurrence(frequency=WEEKLY, count=2, skip_holidays=True),
        Recurrence(frequency=WEEKLY, count=2, skip_holidays=skip),
    )
    found = find_clashes(make_community(event), calendar_of(event), SETTINGS).findings
    assert [one.rule for one in found] == rules


def test_dates_of_all_rules_meet_those_of_others() -> None:
    group = club(Recurrence(frequency=WEEKLY, count=2), Recurrence(frequency=WEEKLY, count=1))
    other = make_event("b", "2027-11-29 12:30", "2027-11-29 14:00", venue="talo")
    found = find_clashes(make_community(group, other), calendar_of(group, other), SETTINGS).findings
    assert [one.rule for one in found] == ["venue"]
