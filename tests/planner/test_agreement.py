"""What people and sites add to the search: agreements, rules of their own, free days, and what a change brings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event, text

from seurantalo.language import language
from seurantalo.model.event import AgreedClash, Event, Format
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import (
    Among,
    Clashes,
    Entry,
    FreeDays,
    Ground,
    Level,
    PairRule,
    advice,
    difference,
    explain,
    find_clashes,
)
from seurantalo.planner.clashes.rules import PAIR_RULES

AGREED = AgreedClash(with_event="b", why=text("Sovittu yhdessä"), agreed_on=date(2027, 2, 1))
PAIR = (make_event("a", venue="talo", agreed_clashes=(AGREED,)), make_event("b", venue="talo"))


def search(*events: Event, **options: Any) -> Clashes:
    community = make_community(*events)
    return find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS, **options)


@pytest.mark.parametrize("pair", [PAIR, PAIR[::-1]])
def test_an_agreement_in_either_file_moves_the_finding(pair: tuple[Event, Event]) -> None:
    clashes = search(*pair)
    assert clashes.findings == ()
    (found,) = clashes.agreed
    assert found.agreed is AGREED
    assert clashes.of_event("a") == clashes.of_event("b") == (found,)
    assert clashes.problems == ()


def test_it_lapses_when_the_history_says_that_something_changed() -> None:
    asked: list[tuple[str, AgreedClash, str]] = []

    def changed_since(event: Event, agreement: AgreedClash, other: Event) -> bool:
        asked.append((event.id, agreement, other.id))
        return True

    clashes = search(*PAIR, changed_since=changed_since)
    assert [finding.id for finding in clashes.findings] == ["venue.a.b"]
    assert clashes.agreed == ()
    (problem,) = clashes.problems
    assert (problem.code, problem.path, problem.field) == ("clash-agreement-lapsed", "events/a.yml", "clash_ok")
    assert problem.values == (("other", "b"),)
    assert asked == [("a", AGREED, "b")]


def test_an_agreement_in_the_other_file_may_still_stand() -> None:
    mine = AgreedClash(with_event="a", why=text("Sovittu uudelleen"))
    pair = (PAIR[0], make_event("b", venue="talo", agreed_clashes=(mine,)))
    clashes = search(*pair, changed_since=lambda event, _agreement, _other: event.id == "a")
    assert [finding.agreed for finding in clashes.agreed] == [mine]
    assert len(clashes.problems) == 1


def test_a_rule_of_ones_own() -> None:
    def judge(a: Entry, b: Entry, _ground: Ground) -> Level | None:
        forms = {a.sheet.event.format, b.sheet.event.format}
        return Level.SOFT if a.day == b.day and forms == {Format.SERVICE, Format.DANCE} else None

    rule = PairRule(
        "quiet-hour",
        (Among.DAY,),
        judge,
        facts=lambda _a, _b, _ground: (("hour", "11"),),
        sentence="No dance beside a service at {hour}: {event}, {other}, {dates}.",
    )
    events = (
        make_event("a", "2027-03-14 11:00", format=Format.SERVICE),
        make_event("b", "2027-03-14 12:30", format=Format.DANCE),
    )
    (found,) = search(*events, own_rules=(rule,)).findings
    assert (found.id, found.level) == ("quiet-hour.a.b", Level.SOFT)
    assert explain(found, language("en")) == "No dance beside a service at 11: “a”, “b”, Sun 14 March 2027."
    assert advice(found, language("en")).startswith("Look at both files.")


def test_days_named_beside_a_clash_please_the_rules_that_found_it() -> None:
    """A rule of one's own speaks against the days around; without our own rule about venues they are all free."""
    plan, other = make_event("plan", venue="talo"), make_event("b", venue="talo")
    far = make_event("far", "2027-03-14 09:00", venue="talo", format=Format.SERVICE)
    community = make_community(plan, other, far)
    calendar = make_calendar(community, SETTINGS, TODAY)

    def judge(a: Entry, b: Entry, _ground: Ground) -> Level | None:
        forms = {a.sheet.event.format, b.sheet.event.format}
        return Level.HARD if a.day == b.day and Format.SERVICE in forms else None

    def near(settings: Settings, *rules: PairRule) -> list[int]:
        clashes = find_clashes(community, calendar, settings, own_rules=rules)
        free = FreeDays(community, calendar, settings, clashes.rules)
        return [day.day for day in free.near(plan, date(2027, 3, 13), within=1)]

    assert near(SETTINGS) == [12, 14]
    assert near(SETTINGS, PairRule("quiet-sunday", (Among.DAY,), judge)) == [12]
    off = replace(SETTINGS, rules_off=" ".join(rule.code for rule in PAIR_RULES))
    assert near(off) == [12, 13, 14]


def test_what_a_change_adds_and_removes() -> None:
    before = search(make_event("a", venue="talo"), make_event("b", venue="talo"))
    after = search(make_event("a", venue="talo"), make_event("b", "2027-03-14 18:00"), make_event("c", venue="talo"))
    added, removed = difference(before, after)
    assert [finding.id for finding in added] == ["venue.a.c"]
    assert [finding.id for finding in removed] == ["venue.a.b"]
    assert difference(after, after) == ((), ())


def test_free_days_are_the_nearest_without_a_clash_or_a_holiday() -> None:
    plan = make_event("plan", "2027-05-03 18:00", "2027-05-03 20:00", venue="talo")
    others = [make_event(f"taken-{day}", f"2027-05-{day:02} 19:00", venue="talo") for day in (2, 3, 4, 8)]
    community = make_community(plan, *others)
    calendar = make_calendar(community, SETTINGS, TODAY)
    found = FreeDays(community, calendar, SETTINGS).near(plan, date(2027, 5, 3), within=6, most=9)
    # May Day and its eve, Ascension Day and its eve, and the taken days are left out.
    assert found == (date(2027, 4, 27), date(2027, 4, 28), date(2027, 4, 29), date(2027, 5, 7), date(2027, 5, 9))
    assert FreeDays(community, calendar, SETTINGS).near(plan, date(2027, 5, 3), within=6, most=2) == (
        date(2027, 4, 29),
        date(2027, 5, 7),
    )


def test_there_are_no_free_days_in_the_past_too_soon_or_without_a_time() -> None:
    event = make_event("a", datetime(2027, 1, 2, 18))
    community = make_community(event)
    calendar = make_calendar(community, SETTINGS, date(2027, 1, 3))
    at_once = replace(SETTINGS, free_lead_days=0)
    assert FreeDays(community, calendar, at_once).near(event, date(2027, 1, 2), within=1) == (date(2027, 1, 3),)
    assert FreeDays(community, calendar, SETTINGS).near(event, date(2027, 1, 2), within=8) == (date(2027, 1, 10),)
    assert FreeDays(community, calendar, SETTINGS).near(make_event("b", None), date(2027, 1, 2)) == ()


def test_a_new_event_need_not_be_in_the_community() -> None:
    community = make_community(make_event("a", venue="talo"))
    calendar = make_calendar(community, SETTINGS, TODAY)
    plan = make_event("new", "2027-03-13 19:00", venue="talo", organisers=("a-ry",))
    assert FreeDays(community, calendar, SETTINGS).near(plan, date(2027, 3, 13), within=1) == (
        date(2027, 3, 12),
        date(2027, 3, 14),
    )


def test_an_agreement_with_oneself_or_with_nobody_is_none() -> None:
    alone = make_event("a", venue="talo", agreed_clashes=(AgreedClash(with_event="a", why=text("Itse")),))
    nobody = make_event("b", venue="talo", agreed_clashes=(AgreedClash(with_event="gone", why=text("Poissa")),))
    clashes = search(alone, nobody, changed_since=lambda _event, _agreement, _other: True)
    assert [finding.id for finding in clashes.findings] == ["venue.a.b"]
    assert clashes.problems == ()
