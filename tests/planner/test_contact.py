"""Whom to ask about a clash, and which of the two organisers should look at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.planner.builders import (
    SETTINGS,
    TODAY,
    make_community,
    make_event,
    make_municipality,
    make_organisation,
    text,
)

from seurantalo.model.event import Event, Format
from seurantalo.model.parts import Contact
from seurantalo.model.record import Revision
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Finding, Level, find_clashes, sides, whom_to_ask


def contact(name: str) -> Contact:
    return Contact(role=text("Sihteeri"), email=f"{name}@example.org")


def asked(event: Event, *reachable: str) -> list[tuple[str, str]]:
    """Names and addresses; the organisers and the municipality named have a contact."""
    organisations = [
        replace(make_organisation(name), contact=contact(name) if name in reachable else None)
        for name in event.organisers
    ]
    contacts = (contact("kunta"), contact("toinen")) if "vimpeli" in reachable else ()
    community = make_community(make_municipality("vimpeli", contacts=contacts), *organisations, event)
    return [
        (ask.name.in_language("fi"), ask.contact.email if ask.contact else "")
        for ask in whom_to_ask(community, event)
    ]


def test_the_events_own_contact_is_asked_for_its_first_organiser() -> None:
    event = make_event("a", organisers=("seura", "martat"), contact=contact("juhla"))
    assert asked(event, "seura", "martat", "vimpeli") == [("Seura", "juhla@example.org")]


def test_else_all_organisers_that_can_be_reached() -> None:
    event = make_event("a", organisers=("seura", "martat", "vpk"))
    assert asked(event, "seura", "vpk", "vimpeli") == [("Seura", "seura@example.org"), ("Vpk", "vpk@example.org")]


def test_else_the_municipality_beside_the_organisers_names() -> None:
    event = make_event("a", organisers=("seura",))
    assert asked(event, "vimpeli") == [("Seura", ""), ("Vimpeli", "kunta@example.org")]
    assert asked(event) == [("Seura", "")]


def test_a_contact_without_an_organiser_is_the_municipalitys_matter() -> None:
    event = make_event("a", organisers=(), contact=contact("juhla"))
    assert asked(event, "vimpeli") == [("Vimpeli", "kunta@example.org")]


def found(*events: Event) -> Finding:
    community = make_community(*events)
    (finding,) = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS).findings
    return finding


def pair(first: int, second: int) -> Finding:
    """Two in one hall, whose files are of these days of January."""
    days = (datetime(2026, 1, day, tzinfo=UTC) for day in (first, second))
    revisions = [Revision(day, day) for day in days]
    return found(*(make_event(name, venue="talo", revision=each) for name, each in zip("ab", revisions, strict=True)))


def of(finding: Finding, *changed: str) -> str:
    mine, other = sides(finding, changed)
    return mine.id + (other.id if other else "")


@pytest.mark.parametrize(("changed", "expected"), [("a", "ab"), ("b", "ba")])
def test_what_was_just_changed_looks_first(changed: str, expected: str) -> None:
    assert [of(pair(*order), changed) for order in ((1, 2), (2, 1))] == [expected, expected]


def test_else_what_came_later_and_else_the_first_by_name() -> None:
    assert [of(pair(1, 2)), of(pair(2, 1)), of(pair(1, 1))] == ["ba", "ab", "ab"]
    assert [of(pair(1, 2), "a", "b"), of(pair(2, 1), "a", "b")] == ["ba", "ab"]


def test_a_finding_about_one_event_has_one_side() -> None:
    assert of(found(make_event("a", "2027-12-06 18:00")), "b") == "a"


def test_remarks_and_questions_press_nobody() -> None:
    clash = pair(1, 2)
    remark = found(*(make_event(name, f"2027-03-1{name == 'b':d} 18:00", format=Format.CONCERT) for name in "ab"))
    question = found(*(make_event(name, title="Rieha") for name in "ab"))
    assert [(one.level, one.pressing) for one in (clash, remark, question)] == [
        (Level.HARD, True),
        (Level.INFO, False),
        (Level.SOFT, False),
    ]


def test_the_same_search_finds_the_same_and_shows_no_machinery() -> None:
    assert pair(1, 2) == pair(1, 2)
    assert "partial" not in repr(pair(1, 2))
    assert "RuleWords" not in repr(pair(1, 2))
