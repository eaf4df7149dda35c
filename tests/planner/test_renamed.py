"""Which events that came are ones that are gone: pairs with an answer, and several of them at once."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.feeds.builders import event, text

from seurantalo.model.event import Event
from seurantalo.planner.renamed import renamed

TODAY = date(2027, 1, 4)
CASES = yaml.safe_load((Path(__file__).parent / "renamed.yml").read_text(encoding="utf-8"))


def made(name: str, fields: dict[str, Any]) -> Event:
    """An event of a case. YAML's own times are what it says they are."""
    values = {**CASES[0]["old"], "description": None, **fields}
    for key in ("title", "description"):
        values[key] = text(values[key]) if values[key] else None
    for key in ("organisers", "pending_month"):
        values[key] = tuple(values[key]) if values.get(key) else None
    starts = values.pop("starts")
    one = event(name, datetime.fromisoformat(starts) if starts else TODAY, **values)
    return one if starts else dataclasses.replace(one, starts=None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_title_date_hall_and_organiser_judge(case: dict[str, Any]) -> None:
    old = case.get("old", {})
    found = list(renamed([made("old", old)], [made("new", {**old, **case["new"]})], today=TODAY))
    assert [(a.id, b.id) for a, b in found] == ([("old", "new")] if case["one"] else [])


def test_the_likest_are_taken_and_each_once() -> None:
    gone = [made("kirppis", {}), made("toukokirppis", {"starts": "2027-05-20 18:00"})]
    come = [made("b", {"starts": "2027-05-21 18:00"}), made("a", {"title": "Kirppis koululla"})]
    assert [(a.id, b.id) for a, b in renamed(gone, come, today=TODAY)] == [("kirppis", "a"), ("toukokirppis", "b")]
    assert [b.id for _, b in renamed(gone, come[:1], today=TODAY)] == ["b"]


def test_a_copy_that_was_there_before_is_taken_on_its_very_day_only() -> None:
    gone = [made("kirppis", {})]
    copy, next_one = made("kirppis-koululla", {}), made("toinen", {"starts": "2027-05-07 18:00"})
    assert [b.id for _, b in renamed(gone, [], [copy, next_one], today=TODAY)] == ["kirppis-koululla"]
    assert list(renamed(gone, [], [next_one], today=TODAY)) == []


def test_a_stored_uid_is_sure() -> None:
    gone, come = (
        made("a", {"uid": "x@example.org"}),
        made("b", {"uid": "x@example.org", "starts": "2029-01-01 18:00"}),
    )
    assert [(a.id, b.id) for a, b in renamed([gone], [come], today=TODAY)] == [("a", "b")]
