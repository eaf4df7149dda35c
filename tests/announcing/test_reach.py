"""What reaches nobody: events without a channel, floods, silent organisers, and who missed what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.announcing.making import ABOUT, PAPER, SETTINGS, SOCIAL, event, ledger, region, with_

from seurantalo.announcing import Announcing, floods, missed_by, silent, without_channel
from seurantalo.model import Text
from seurantalo.model.channel import ByDefault, Doers, Refusal
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan, Doer
from seurantalo.model.event import EventStatus, Format, Registration, Weight
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.record import Record
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Clashes

NAMED = ChannelPlan(defaults=False, choices=(ChannelChoice(channel="lehti"),))
SKIPPED = ChannelPlan(defaults=True, choices=(ChannelChoice(channel="lehti", skipped=True),))
PAPERS = with_(PAPER, default=ByDefault())


def plan(*records: Record, today: date = date(2027, 5, 10)) -> Announcing:
    community = region(*records)
    return Announcing(community, make_calendar(community, SETTINGS, today), Clashes((), (), today), SETTINGS, today)


def at(day: int, month: int = 5) -> datetime:
    return datetime(2027, month, day, 18)


def group(name: str) -> Organisation:
    return Organisation(
        id=name,
        name=Text.plain(name),
        organisation_type=OrganisationType.ASSOCIATION,
        municipality="vimpeli",
        **ABOUT,
    )


@pytest.mark.parametrize(
    ("said", "is_without"),
    [
        ({}, True),
        ({"channel_plan": NAMED}, False),
        ({"channel_plan": ChannelPlan(defaults=False)}, False),  # decided: nowhere
        ({"channel_plan": NAMED, "format": Format.MEETING}, True),  # the paper takes no meetings
        ({"stated_weight": Weight.ROUTINE}, False),
        ({"status": EventStatus.CANCELLED}, False),
        ({"status": EventStatus.TENTATIVE}, False),
        ({"status": EventStatus.POSTPONED}, False),
    ],
)
def test_events_without_a_channel(said: dict[str, Any], is_without: bool) -> None:
    paper = with_(PAPER, refuses=(Refusal.MEETINGS,))
    found = plan(paper, event("a", at(24), **said))
    assert [one.id for one in without_channel(found)] == ["a"] * is_without


def test_an_event_without_a_channel_is_named_once_and_while_it_is_to_come() -> None:
    found = plan(PAPER, event("b", at(28)), event("a", at(24)), event("past", at(9)))
    assert [one.id for one in without_channel(found)] == ["a", "b"]
    assert without_channel(plan(PAPERS, event("a", at(24)))) == ()


def test_the_usual_channel_that_is_skipped_is_none() -> None:
    assert [one.id for one in without_channel(plan(PAPERS, event("a", at(24), channel_plan=SKIPPED)))] == ["a"]


def test_an_issue_that_is_to_tell_of_too_much() -> None:
    events = (
        *(event(f"e{number}", at(24 + number)) for number in range(5)),
        event("great", at(30), stated_weight=Weight.MAJOR),
        event("race", at(29), registration=Registration(until=date(2027, 5, 27))),
        event("early", at(17)),
    )
    found = floods(plan(with_(PAPERS, most=4), *events))
    assert [(one.issue.id, len(one.entries), one.over) for one in found] == [("2027-05-19", 7, 3)]
    assert found[0].before is not None
    assert found[0].before.id == "2027-05-12"
    assert [one.occurrence.event.id for one in found[0].earlier] == ["great", "race", "e0"]
    assert floods(plan(with_(PAPERS, most=7), *events)) == ()


def test_nothing_goes_to_an_issue_that_is_full_sent_or_too_late() -> None:
    events = [event(f"e{number}", at(24 + number)) for number in range(4)]
    before = [event(f"b{number}", at(17 + number)) for number in range(2)]
    paper = with_(PAPERS, most=3)
    assert [one.earlier for one in floods(plan(with_(paper, most=2), *events, *before))] == [()]
    assert len(floods(plan(paper, *events, *before))[0].earlier) == 1
    assert [one.earlier for one in floods(plan(paper, *events, *before, today=date(2027, 5, 11)))] == [()]
    sent = ledger("lehti", "2027-05-12", date(2027, 5, 9), ("b0", date(2027, 5, 17), "klo 18"))
    assert [one.earlier for one in floods(plan(paper, *events, *before, sent))] == [()]


def test_what_the_paper_does_not_take_does_not_flood_it() -> None:
    paper = with_(PAPERS, most=1, refuses=(Refusal.MEETINGS,))
    assert floods(plan(paper, event("a", at(24)), event("b", at(25), format=Format.MEETING))) == ()
    assert floods(plan(with_(SOCIAL, most=1, default=ByDefault()), event("a", at(24)), event("b", at(25)))) == ()


def test_organisers_that_announce_nothing() -> None:
    events = (
        event("told", at(20, 4)),
        event("quiet", at(21, 4), organisers=("quiet",)),
        event("old", datetime(2026, 3, 1, 18), organisers=("old",)),
        event("coming", at(21, 4), organisers=("coming",)),
        event("next", at(24), organisers=("coming",), channel_plan=NAMED),
        event("cancelled", at(21, 4), organisers=("cancelled",), status=EventStatus.CANCELLED),
    )
    told = ledger("lehti", "2027-04-14", date(2027, 4, 12), ("told", date(2027, 4, 20), "klo 18"))
    groups = [group(name) for name in ("quiet", "old", "coming", "cancelled")]
    assert [one.id for one in silent(plan(PAPER, *groups, *events, told))] == ["quiet"]
    # Where nothing is written down nobody can tell.
    assert silent(plan(PAPER, *groups, *events)) == ()


def test_who_missed_what() -> None:
    own = ChannelPlan(defaults=True, choices=(ChannelChoice(channel="lehti", doer=Doer.ORGANISER),))
    events = (event("a", at(18)), event("b", at(19), channel_plan=own), event("c", at(20)))
    found = missed_by(plan(with_(PAPERS, doers=Doers(sends=Doer.EDITOR)), *events, today=date(2027, 5, 12)))
    assert [(one.channel.id, one.doer, [each.key[0] for each in one.entries]) for one in found] == [
        ("lehti", Doer.EDITOR, ["c", "a"]),
        ("lehti", Doer.ORGANISER, ["b"]),
    ]
