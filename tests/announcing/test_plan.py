"""What the plan says as a whole: lists of what is due, missed and to correct, order, windows, faster channels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.announcing.making import (
    HOME,
    PAPER,
    RADIO,
    SETTINGS,
    SOCIAL,
    WRITTEN,
    channel,
    event,
    ledger,
    region,
    with_,
)

from seurantalo.announcing import Announcing, State, issue_by_id, issues_between
from seurantalo.model import Event, Text
from seurantalo.model.channel import (
    Before,
    ByDefault,
    ChannelType,
    Covering,
    Covers,
    DeadlineRule,
    Delivery,
    Doers,
    EntryOrder,
    ListedIssue,
    Refusal,
    SameDay,
    Unit,
)
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan, Doer
from seurantalo.model.event import EventStatus, Format, Registration, Weight
from seurantalo.model.place import Municipality
from seurantalo.model.record import Record
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes

USUAL: dict[str, Any] = {"default": ByDefault()}
PAPERS = with_(PAPER, **USUAL)
TODAY = date(2027, 5, 10)
LINE = "klo 18–20; Seurantalo; Vimpeli"


def plan(*records: Record, today: date = TODAY) -> Announcing:
    community = region(*records)
    calendar = make_calendar(community, SETTINGS, today)
    return Announcing(community, calendar, find_clashes(community, calendar, SETTINGS), SETTINGS, today)


def names(entries: Any) -> list[str]:
    return [f"{one.channel.id} {one.occurrence.event.id}" for one in entries]


def at(day: int, hour: int = 18, month: int = 5) -> datetime:
    return datetime(2027, month, day, hour)


def test_entries_stand_by_day_municipality_and_hour() -> None:
    alajarvi = Municipality(id="alajarvi", name=Text.plain("Alajärvi"), locative=Text.plain("Alajärvellä"), **about())
    ahtari = Municipality(id="ahtari", name=Text.plain("Ähtäri"), locative=Text.plain("Ähtärissä"), **about())
    events = (
        event("d", at(29, 18)),
        event("c", at(29, 12), municipality="ahtari", venue=None),
        event("b", at(29, 20), municipality="alajarvi", venue=None),
        event("a", at(28, 20)),
        event("e", at(29, 10)),
    )
    for order, expected in (
        ((), "abedc"),
        ((EntryOrder.DAY,), "aecdb"),
        ((EntryOrder.MUNICIPALITY,), "baedc"),
    ):
        found = plan(with_(PAPERS, order=order), alajarvi, ahtari, *events)
        entries = found.entries(paper_issue(found))
        assert "".join(one.occurrence.event.id for one in entries) == expected


def about() -> dict[str, Any]:
    return {"origin": HOME[0].origin, "revision": WRITTEN}


def paper_issue(found: Announcing, issue: str = "2027-05-19") -> Any:
    return issue_by_id(found.community.channels["lehti"], issue)


def test_corrections_stand_first() -> None:
    told = ledger("lehti", "2027-05-12", date(2027, 5, 10), ("b", date(2027, 5, 23), "klo 9; Seurantalo; Vimpeli"))
    found = plan(PAPERS, event("a", at(24)), event("b", at(23)), told, today=date(2027, 5, 13))
    entries = found.entries(paper_issue(found))
    assert [(one.occurrence.event.id, one.is_correction, one.mark) for one in entries] == [
        ("b", True, "changed"),
        ("a", False, "none"),
    ]


def test_what_is_due_on_some_days() -> None:
    some = with_(
        SOCIAL,
        **USUAL,
        deadline=DeadlineRule(Before(3, Unit.DAY)),
        reminder=DeadlineRule(SameDay(), time(8)),
    )
    found = plan(PAPERS, some, event("juhla", at(26)), event("tanssit", at(29)))
    assert names(found.due(date(2027, 5, 17), date(2027, 5, 17))) == ["lehti juhla", "lehti tanssit"]
    assert names(found.due(date(2027, 5, 18), date(2027, 5, 22))) == []
    assert names(found.due(date(2027, 5, 23), date(2027, 5, 25))) == ["some juhla"]
    assert names(found.due(date(2027, 5, 26), date(2027, 5, 26))) == ["some juhla", "some tanssit"]
    assert names(found.due(date(2027, 5, 29), date(2027, 5, 29))) == ["some tanssit"]


def test_long_leads_and_early_registration_are_found() -> None:
    board = channel("taulu", ChannelType.BOARD, **USUAL, deadline=DeadlineRule(Before(2, Unit.MONTH)))
    early = event("leiri", at(20, month=7), registration=Registration(until=date(2027, 6, 20)))
    listed = channel(
        "meili",
        **USUAL,
        issues=(
            ListedIssue(appears=date(2027, 7, 1), deadline=date(2027, 4, 20)),
            ListedIssue(appears=date(2027, 8, 1)),
        ),
    )
    found = plan(board, listed, early, today=date(2027, 4, 1))
    assert names(found.due(date(2027, 4, 20), date(2027, 4, 20))) == ["meili leiri", "taulu leiri"]


def test_what_was_missed_the_latest_first() -> None:
    events = (event("a", at(18)), event("b", at(25)), event("c", at(26)), event("weekly", at(27), **routine()))
    found = plan(PAPERS, *events, today=date(2027, 5, 18))
    assert names(found.missed()) == ["lehti c", "lehti b", "lehti a"]
    assert names(found.missed(days=1)) == ["lehti c", "lehti b"]
    assert names(plan(PAPERS, *events, today=date(2027, 7, 18)).missed()) == []


def test_what_shows_the_calendar_by_itself_misses_nothing_and_shows_what_is_cancelled() -> None:
    events = (event("a", at(18)), event("b", at(19), status=EventStatus.CANCELLED))
    for kind in (ChannelType.SCREEN, ChannelType.REGIONAL_CALENDAR):
        found = plan(channel("x", kind, **USUAL), *events, today=date(2027, 5, 30))
        assert found.missed() == ()
        entries = found.between("x", date(2027, 5, 18), date(2027, 5, 19))
        assert [(one.state, one.mark) for one in entries] == [("planned", "none"), ("planned", "cancelled")]


def routine() -> dict[str, Any]:
    return {"stated_weight": Weight.ROUTINE}


def test_pages_show_four_past_issues_and_eight_to_come() -> None:
    found = plan(PAPERS, with_(SOCIAL, **USUAL), event("a", at(18)), event("b", at(18, month=9)), today=TODAY)
    issues = [one.id for one in found.issues("lehti")]
    assert len(issues) == 12
    assert issues[3:5] == ["2027-05-05", "2027-05-12"]
    assert [one.id for one in found.issues("some")] == ["a-2027-05-18"]


def test_who_does_it() -> None:
    paper = with_(PAPERS, doers=Doers(sends=Doer.MUNICIPALITY))
    own = ChannelPlan(defaults=True, choices=(ChannelChoice(channel="lehti", doer=Doer.ORGANISER),))
    found = plan(paper, event("a", at(24)), event("b", at(25), channel_plan=own, channels=("lehti",)))
    assert [one.doer for one in found.entries(paper_issue(found))] == [Doer.MUNICIPALITY, Doer.ORGANISER]


def test_one_event_written_twice_is_shown_beside_both() -> None:
    found = plan(
        PAPERS,
        event("a", at(24), title=Text.plain("Kevätkonsertti")),
        event("b", at(24), title=Text.plain("Kevätkonsertti")),
    )
    assert [one.twin for one in found.entries(paper_issue(found))] == ["b", "a"]


def test_an_invented_event_comes_unasked_to_invented_channels_only() -> None:
    invented = event("a", at(24), demo=True)
    assert names(plan(PAPERS, invented).of_event("a")) == []
    assert names(plan(with_(PAPERS, demo=True), invented).of_event("a")) == ["lehti a"]
    named = ChannelPlan(defaults=False, choices=(ChannelChoice(channel="lehti"),))
    assert names(plan(PAPERS, with_(invented, channel_plan=named)).of_event("a")) == ["lehti a"]


def test_defaults_are_by_municipality_form_and_weight() -> None:
    for paper, comes in (
        (with_(PAPER, default=None), False),
        (with_(PAPERS, municipalities=("vimpeli",)), True),
        (with_(PAPERS, municipalities=("soini",)), False),
        (with_(PAPER, default=ByDefault(weights=(Weight.MAJOR,))), False),
        (with_(PAPER, default=ByDefault(weights=tuple(Weight))), True),
        (with_(PAPER, default=ByDefault(formats=(event("x", at(1)).format,))), True),
        (with_(PAPER, default=ByDefault(formats=())), True),
    ):
        assert bool(plan(paper, event("a", at(24))).of_event("a")) == comes
    every = with_(PAPER, default=ByDefault(weights=tuple(Weight)))
    assert plan(every, event("a", at(24), **routine())).of_event("a") == ()


def test_faster_channels_are_those_that_people_still_read_before_it() -> None:
    radio, far = with_(RADIO, **USUAL), with_(SOCIAL, id="kaukana", municipalities=("soini",))
    told = ledger("lehti", "2027-05-19", date(2027, 5, 17), ("a", date(2027, 5, 29), "klo 9; Seurantalo; Vimpeli"))
    records = (PAPERS, radio, SOCIAL, far, event("a", at(29)), told)
    (entry,) = plan(*records, today=date(2027, 5, 25)).to_correct()
    assert entry.correction is None
    assert [one.id for one in plan(*records, today=date(2027, 5, 25)).faster(entry)] == ["some", "radio"]
    assert [one.id for one in plan(*records, today=date(2027, 5, 28)).faster(entry)] == ["some"]
    assert plan(*records, today=date(2027, 5, 30)).faster(entry) == ()


def test_an_invented_event_and_one_that_a_channel_does_not_take_have_fewer() -> None:
    meeting = with_(SOCIAL, id="some2", refuses=(Refusal.MEETINGS,))
    told = ledger("lehti", "2027-05-19", date(2027, 5, 17), ("a", date(2027, 5, 29), "klo 9; Seurantalo; Vimpeli"))
    paper = with_(PAPERS, demo=True)
    for said, expected in (
        ({"demo": True}, ["some3"]),
        ({"format": Format.MEETING}, ["some", "some3"]),
        ({}, ["some", "some2", "some3"]),
    ):
        records = (paper, SOCIAL, meeting, with_(SOCIAL, id="some3", demo=True), event("a", at(29), **said), told)
        found = plan(*records, today=date(2027, 5, 25))
        assert [one.id for one in found.faster(found.to_correct()[0])] == expected


def test_what_was_told_of_an_event_that_is_gone() -> None:
    told = ledger("lehti", "2027-05-19", date(2027, 5, 17), ("poissa", date(2027, 5, 29), "klo 9"))
    found = plan(PAPERS, event("a", at(29)), told)
    assert [(one.channel.id, one.event, one.last.facts) for one in found.vanished()] == [("lehti", "poissa", "klo 9")]
    assert [one.occurrence.event.id for one in found.entries(paper_issue(found))] == ["a"]


def test_an_event_that_is_gone_matters_to_those_who_would_still_go_there() -> None:
    told = ledger("lehti", "2027-05-19", date(2027, 5, 17), ("poissa", date(2027, 5, 29), LINE))
    # Its day is over; it has another name; it was told that it is off; it was never told.
    assert plan(PAPERS, told, today=date(2027, 5, 29)).vanished() != ()
    assert plan(PAPERS, told, today=date(2027, 5, 30)).vanished() == ()
    assert plan(PAPERS, event("a", at(29), former_ids=("poissa",)), told).vanished() == ()
    off = (date(2027, 5, 24), ("poissa", date(2027, 5, 29), "klo 18; Seurantalo; Vimpeli; –; –; peruttu"))
    assert plan(PAPERS, told, ledger("lehti", "2027-05-26", *off)).vanished() == ()
    assert plan(PAPERS, with_(told, delivery=Delivery.FAILED)).vanished() == ()
    # It was told to have moved: those who read that go there on the new day.
    off = (date(2027, 5, 24), ("poissa", date(2027, 5, 29), f"{LINE}; –; –; siirretty 2027-06-12 klo 17–19"))
    (gone,) = plan(PAPERS, told, ledger("lehti", "2027-05-26", *off)).vanished()
    assert (gone.day, gone.last.facts) == (date(2027, 6, 12), "klo 17–19; Seurantalo; Vimpeli; –; –")


def test_a_correction_says_the_new_day_as_people_write_it() -> None:
    told = ledger("lehti", "2027-05-19", date(2027, 5, 17), ("a", date(2027, 5, 29), LINE))
    (entry,) = plan(PAPERS, event("a", at(12, month=6)), told, today=date(2027, 5, 20)).to_correct()
    assert entry.change is not None
    assert entry.change.now.endswith("; siirretty 2027-06-12 klo 18–20")
    assert [one.now for one in entry.change.differences] == ["klo 18", "siirretty 12.6.2027 klo 18–20"]


def test_who_told_that_it_has_moved_tells_of_the_new_day_in_its_own_issue() -> None:
    told = ledger("lehti", "2027-05-19", date(2027, 5, 17), ("a", date(2027, 5, 29), LINE))
    moved = event("a", at(12, month=6))
    found = plan(PAPERS, moved, told, today=date(2027, 5, 20))
    lines = found.told_of(found.to_correct())
    assert [(one.day, one.facts) for one in lines] == [
        (date(2027, 5, 29), "klo 18; Seurantalo; Vimpeli; –; –; siirretty 2027-06-12 klo 18–20")
    ]
    (line,) = lines
    second = ledger("lehti", "2027-05-26", date(2027, 5, 24), (line.event, line.day, line.facts))
    found = plan(PAPERS, moved, told, second, today=date(2027, 5, 25))
    assert found.to_correct() == ()
    assert [one.key[1] for one in found.entries(paper_issue(found, "2027-06-02"))] == [date(2027, 6, 12)]


def test_a_ledger_knows_an_event_by_its_former_name() -> None:
    told = ledger(
        "lehti", "2027-05-19", date(2027, 5, 17), ("vanha", date(2027, 5, 29), "klo 18–20; Seurantalo; Vimpeli")
    )
    found = plan(PAPERS, event("a", at(29), former_ids=("vanha",)), told)
    assert [one.state for one in found.of_event("a")] == [State.SENT]


CHANNELS = (
    with_(PAPERS, id="viikko", covers=None),
    PAPERS,
    with_(RADIO, **USUAL),
    with_(PAPERS, id="oma", covers=Covers(Covering.WEEKDAYS)),
    with_(PAPERS, id="perjantai", appears=(4,), deadline=None, covers=Covers(Covering.WEEKDAYS, 4, 6)),
    with_(SOCIAL, **USUAL),
    channel("kk", covers=Covers(Covering.NEXT_MONTH), **USUAL),
    channel("meili", **USUAL, issues=tuple(ListedIssue(appears=date(2027, month, 14)) for month in range(1, 13))),
)


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 30) | st.none(), st.integers(0, 3)), min_size=1, max_size=6)
)
def test_each_date_is_planned_in_one_issue_of_each_channel(said: list[tuple[int, int | None, int]]) -> None:
    events: list[Event] = []
    for number, (after, lead, longer) in enumerate(said):
        starts = datetime(2027, 5, 20, 12) + timedelta(days=after)
        until = None if lead is None else Registration(until=(starts - timedelta(days=lead)).date())
        events.append(
            replace(event(f"e{number}", starts), ends=starts + timedelta(days=longer, hours=2), registration=until)
        )
    found = plan(*CHANNELS, *events, today=date(2027, 1, 4))
    for one in CHANNELS:
        told: dict[str, list[str]] = {}
        for issue in issues_between(one, date(2027, 3, 1), date(2027, 9, 30)):
            for entry in found.entries(issue):
                told.setdefault(entry.occurrence.event.id, []).append(issue.id)
                assert issue.appears is not None
                assert issue.appears <= entry.occurrence.first_day
                assert entry.due is None or entry.due.day < issue.appears
        for each in events:
            current = [entry.issue.id for entry in found.of_event(each.id) if entry.channel.id == one.id]
            assert told.get(each.id, []) == (current if one.id != "some" else [])
            assert len(current) <= 1


@pytest.mark.parametrize("day", [date(2027, 5, 10), date(2027, 5, 17), date(2027, 5, 18), date(2027, 5, 30)])
def test_the_same_day_gives_the_same_plan(day: date) -> None:
    records = (*CHANNELS, event("a", at(24)), event("b", at(29)))
    one, other = plan(*records, today=day), plan(*records, today=day)
    assert one.of_event("a") == other.of_event("a")
    assert one.missed() == other.missed()
