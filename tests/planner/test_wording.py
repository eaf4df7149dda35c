"""What is said of a finding whichever rule it is: days that moved, holds, guessed ends, who was first."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.planner.builders import SETTINGS, make_community, make_event

from seurantalo.language import language
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Revision
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Finding, advice, explain, find_clashes

EN = language("en")
EARLY, LATE = (Revision(datetime(2026, 1, day, tzinfo=UTC), datetime(2026, 1, day, tzinfo=UTC)) for day in (1, 2))


def in_one_hall(a: dict[str, Any], b: dict[str, Any], today: date = date(2027, 1, 1)) -> Finding:
    events: list[Event] = [
        make_event(name, fields.pop("starts", "2027-03-13 18:00"), **{"venue": "talo", **fields})
        for name, fields in (("a", dict(a)), ("b", dict(b)))
    ]
    community = make_community(*events)
    (found,) = find_clashes(community, make_calendar(community, SETTINGS, today), SETTINGS)
    return found


CLASH = "At the same time in the same place (Talo): “a” and “b”, Sat 13 March 2027."
FIRST_PLANNED = " “{}” was first planned for Fri 12 March 2027."
HELD = " “{}” was planned for Fri 12 March 2027 and held on Sat 13 March 2027."
MOVED = {"planned_starts": "2027-03-12 18:00"}


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ({}, {}, ""),
        (MOVED, {}, FIRST_PLANNED.format("a")),
        ({}, MOVED, FIRST_PLANNED.format("b")),
        ({**MOVED, "status": EventStatus.HELD}, MOVED, HELD.format("a") + FIRST_PLANNED.format("b")),
        # Another hour of the same day is no other day.
        ({"planned_starts": "2027-03-13 12:00"}, {}, ""),
        ({"planned_starts": "2027-03-13"}, {}, ""),
    ],
)
def test_a_day_that_moved_is_told_with_the_day_it_was_planned_for(
    a: dict[str, Any], b: dict[str, Any], told: str
) -> None:
    assert explain(in_one_hall(a, b, date(2027, 3, 14)), EN) == CLASH + told


def test_of_a_series_that_moved_nothing_is_told_but_on_its_first_day() -> None:
    """It began on the 6th; the finding is about the 13th."""
    lasting = {"starts": date(2027, 3, 11), "ends": date(2027, 3, 13), "planned_starts": "2027-03-04"}
    assert "planned" in explain(in_one_hall(lasting, {"starts": "2027-03-11 18:00"}), EN)
    assert "planned" not in explain(in_one_hall(lasting, {}), EN)


AGREE = "Agree on which of the two changes its time or room."
OK = "If you have agreed on it, write that in one of the files (clash_ok)."
HELD_FOR_NOW = {"status": EventStatus.TENTATIVE}
ENDS = {"ends": datetime(2027, 3, 13, 20)}


@pytest.mark.parametrize(
    ("a", "b", "remarks"),
    [
        (ENDS, ENDS, ""),
        ({}, ENDS, "No end is given for “a”; its length is a guess. "),
        (ENDS, {}, "No end is given for “b”; its length is a guess. "),
        ({}, {}, "No end is given for “a” and “b”; its length is a guess. "),
        ({**ENDS, **HELD_FOR_NOW}, ENDS, "The date of “a” is only reserved for now. "),
        (ENDS, {**ENDS, **HELD_FOR_NOW}, "The date of “b” is only reserved for now. "),
        ({**ENDS, **HELD_FOR_NOW}, {**ENDS, **HELD_FOR_NOW}, "Both dates are only reserved for now. "),
        ({**ENDS, "revision": EARLY}, {**ENDS, "revision": LATE}, "“a” was in the calendar first. "),
        ({**ENDS, "revision": LATE}, {**ENDS, "revision": EARLY}, "“b” was in the calendar first. "),
        ({**ENDS, "revision": LATE}, {**ENDS, "revision": LATE}, ""),
    ],
)
def test_remarks_are_told_between_the_advice_and_the_way_out(
    a: dict[str, Any], b: dict[str, Any], remarks: str
) -> None:
    assert advice(in_one_hall(a, b), EN) == f"{AGREE} {remarks}{OK}"
