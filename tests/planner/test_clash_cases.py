"""Golden cases: each document of cases/*.yml is a small region and what must be found in it.

A new case needs no Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.planner.builders import SETTINGS, make_community
from tests.planner.compact import line, records

from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes
from seurantalo.planner.clashes.rules import CODES

FOLDER = Path(__file__).parent / "cases"
KEYS = {"about", "today", "events", "municipalities", "venues", "expect", "past", "agreed", "problems"}


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yml")):
        # BaseLoader: every scalar stays text.
        for case in yaml.load_all(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            yield pytest.param(case, id=f"{path.stem}: {case['about']}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= KEYS
    community = make_community(*records(case))
    calendar = make_calendar(community, SETTINGS, date.fromisoformat(case.get("today", "2027-01-01")))

    clashes = find_clashes(community, calendar, SETTINGS)

    found = {
        "expect": [line(finding) for finding in clashes.findings],
        "past": [line(finding) for finding in clashes.past],
        "agreed": [line(finding) for finding in clashes.agreed],
        "problems": [problem.code for problem in (*calendar.problems, *clashes.problems)],
    }
    assert found == {key: case.get(key) or [] for key in found}


def test_every_rule_has_a_case_that_speaks_and_one_that_is_silent() -> None:
    by_rule: dict[str, int] = {}
    silent = 0
    for param in cases():
        (case,) = param.values
        lines = [*case.get("expect", ()), *case.get("past", ()), *case.get("agreed", ())]
        silent += not lines
        for each in lines:
            by_rule[each.split()[1]] = by_rule.get(each.split()[1], 0) + 1
    assert set(by_rule) == CODES
    assert silent >= 15
