"""An event to come that says nowhere where it is, is asked for its place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.planner.builders import TODAY, calendar_of, make_event

from seurantalo.model.event import Event, EventStatus, External
from seurantalo.model.problem import Problem, Severity
from seurantalo.planner.places import nowhere

PLACED = {"venue": "talo"}


def told(*events: Event, days: int = 0) -> list[str]:
    return [one.path for one in nowhere(calendar_of(*events, today=TODAY + timedelta(days=days)))]


def test_an_event_without_a_place_is_told_once() -> None:
    (problem,) = nowhere(calendar_of(make_event("a", "2027-03-13 18:00")))
    assert problem == Problem("place-missing", "events/a.yml", 3, 5, "venue", (), Severity.NOTICE)


@pytest.mark.parametrize(
    "fields",
    [
        PLACED,
        {"online": "https://example.org"},
        {"demo": True},
        {"external": External(calendar="Kunnan kalenteri")},
        {"status": EventStatus.CANCELLED},
        {"status": EventStatus.POSTPONED},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_nothing_is_told_where_no_place_is_wanted(fields: dict[str, Any]) -> None:
    assert told(make_event("a", "2027-03-13 18:00", **fields)) == []


def test_nothing_is_told_of_what_is_over_or_has_parts_with_places() -> None:
    assert told(make_event("a", "2027-03-13 18:00"), days=365) == []
    whole, part = make_event("a", "2027-03-13 18:00"), make_event("b", "2027-03-13 18:00", part_of="a", **PLACED)
    assert told(whole, part) == []
