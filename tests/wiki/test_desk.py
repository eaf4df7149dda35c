"""The editor's desk: what waits, since when, whom to ask; and that one outcome takes an event off it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.pages.small_region import context, event, text
from tests.pages.wiki_region import region

from seurantalo.model.event import EventStatus, FollowUp, FollowUpStatus, Outcome
from seurantalo.model.participation import Idea, IdeaStage
from seurantalo.model.parts import Contact
from seurantalo.model.record import Record
from seurantalo.wiki import Chore, Pile, desk, external_links
from seurantalo.wiki.external_links import addresses_in

TODAY = date(2027, 1, 11)


def piles(*more: Record, today: date = TODAY, **options: Any) -> dict[Chore, Pile]:
    ctx = context(*region(*more), today=today)
    found = desk(ctx.community, ctx.calendar.of_event, today, "fi", **options)
    assert [one.chore for one in found] == sorted((one.chore for one in found), key=list(Chore).index)
    return {one.chore: one for one in found}


def names(pile: Pile | None) -> list[str]:
    return [task.record.id for task in pile.tasks] if pile is not None else []


def held(name: str, day: date, **more: Any) -> Record:
    return event(name, datetime(day.year, day.month, day.day, 18), **more)


@pytest.mark.parametrize(("days_ago", "asked"), [(0, False), (14, False), (15, True), (365, True), (366, False)])
def test_an_outcome_is_asked_for_after_two_weeks_and_for_a_year(days_ago: int, asked: bool) -> None:
    found = piles(held("juhla", TODAY - timedelta(days=days_ago)))
    assert ("juhla" in names(found.get(Chore.OUTCOME))) is asked


def test_an_outcome_takes_the_event_off_the_desk() -> None:
    day = date(2026, 12, 1)
    assert "juhla" in names(piles(held("juhla", day))[Chore.OUTCOME])
    told = held("juhla", day, outcome=Outcome(summary=text("Oli mukavaa.")), status=EventStatus.HELD)
    assert "juhla" not in names(piles(told).get(Chore.OUTCOME))


def test_the_latest_events_are_asked_about_first() -> None:
    found = piles(held("a", date(2026, 11, 1)), held("b", date(2026, 12, 1)), held("c", date(2026, 10, 1)))
    assert names(found[Chore.OUTCOME])[:3] == ["b", "a", "c"]


def test_only_the_most_urgent_are_kept_and_the_rest_counted() -> None:
    many = [held(f"j{n:02}", date(2026, 12, 1)) for n in range(30)]
    found = piles(*many, most=5)[Chore.OUTCOME]
    assert (names(found), found.total - len(found.tasks)) == (["j00", "j01", "j02", "j03", "j04"], found.total - 5)
    assert found.total >= 30


def test_holds_promises_and_passed_months() -> None:
    outcome = Outcome(
        summary=text("Oli."),
        follow_ups=(
            FollowUp(text=text("Perustetaan ryhmä"), owner="Kunta", due=date(2026, 10, 1)),
            FollowUp(text=text("Tehty jo"), due=date(2026, 10, 1), status=FollowUpStatus.DONE),
            FollowUp(text=text("Vasta keväällä"), due=date(2027, 5, 1)),
        ),
    )
    found = piles(
        held("varaus", date(2027, 5, 1), status=EventStatus.TENTATIVE, hold_until=date(2027, 1, 10)),
        held("tuore", date(2027, 5, 2), status=EventStatus.TENTATIVE, hold_until=date(2027, 1, 11)),
        held("kokous-2026", date(2026, 9, 1), outcome=outcome, status=EventStatus.HELD),
        event("avoin", None, pending_month=(2026, 12)),
        event("avoin-nyt", None, pending_month=(2027, 1)),
        event("peruttu", None, pending_month=(2026, 12), status=EventStatus.CANCELLED),
    )
    assert names(found[Chore.HOLD]) == ["varaus"]
    mine = [task for task in found[Chore.PROMISE].tasks if task.record.id == "kokous-2026"]
    assert [(task.about, task.since) for task in mine] == [("Perustetaan ryhmä (Kunta)", date(2026, 10, 1))]
    assert names(found[Chore.PENDING]) == ["avoin"]


def test_a_lapsed_agreement_is_told_by_the_file_that_the_planner_named() -> None:
    agreed = held("sovittu", date(2027, 3, 1))
    assert Chore.AGREEMENT not in piles(agreed)
    assert names(piles(agreed, lapsed=[agreed.origin.path])[Chore.AGREEMENT]) == ["sovittu"]


def test_old_contacts_say_whose_role_to_ask() -> None:
    found = piles()[Chore.CONTACT].tasks
    assert [(task.record.id, task.contact and task.contact.role, task.since) for task in found] == [
        ("vimpeli", text("Yhdistysyhteyshenkilö"), None),
        ("kylaseura", text("Sihteeri"), date(2024, 1, 1)),
    ]
    assert [task.who.id for task in found if task.who] == ["vimpeli", "kylaseura"]


def test_practices_grow_old_and_stubs_wait() -> None:
    assert names(piles()[Chore.STUB]) == ["mimmit"]
    old = piles(today=date(2029, 1, 1))[Chore.PRACTICE]
    assert names(old) == ["aamukahvit", "aamiainen"]


def test_a_summary_older_than_its_comments() -> None:
    (task,) = piles()[Chore.SUMMARY].tasks
    assert (task.record.id, task.since) == ("12-vuoropuhelu", date(2018, 10, 2))


@pytest.mark.parametrize(("stage", "waits"), [(IdeaStage.VOTED, True), (IdeaStage.DONE, False)])
def test_an_idea_waits_three_months_for_its_answer(stage: IdeaStage, waits: bool) -> None:
    ctx = context(*region())
    idea = Idea(
        id="keittio",
        origin=ctx.community.municipalities["vimpeli"].origin,
        title=text("Keittiö"),
        topic=text("Tilat"),
        raised=date(2026, 10, 13),
        stage=stage,
        municipality="vimpeli",
    )
    (found, later) = piles(idea), piles(idea, today=date(2027, 1, 12))
    assert Chore.ANSWER not in found
    assert (names(later.get(Chore.ANSWER)) == ["keittio"]) is waits
    if waits:
        assert later[Chore.ANSWER].tasks[0].contact == Contact(
            role=text("Yhdistysyhteyshenkilö"), email="yhdistykset@example.org"
        )


def test_the_event_s_own_contact_goes_before_the_organiser_s() -> None:
    contact = Contact(role=text("Juontaja"), email="juonto@example.org")
    one = held("juhla", date(2026, 12, 1))
    own = held("juhla", date(2026, 12, 1), contact=contact)
    tasks = [
        next(task for task in piles(each)[Chore.OUTCOME].tasks if task.record.id == "juhla") for each in (one, own)
    ]
    assert [task.contact.role.in_language("fi") for task in tasks if task.contact] == ["Sihteeri", "Juontaja"]


def test_web_addresses_are_found_in_fields_and_in_texts() -> None:
    links = external_links(context(*region()).community)
    assert [one.id for one in links["https://example.org/"]] == ["kylaseura"]
    assert [one.id for one in links["https://example.org/raportti"]] == ["raportti"]
    assert not [address for address in links if not address.startswith(("https://", "http://"))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Katso https://a.example/x.", ["https://a.example/x"]),
        ("[sivu](https://a.example/x_(y))", ["https://a.example/x_(y)"]),
        ("(https://a.example/), <http://b.example/?a=1&b=2>", ["https://a.example/", "http://b.example/?a=1&b=2"]),
        ("**https://a.example**", ["https://a.example"]),
        ("ftp://a.example javascript:alert(1)", []),
    ],
)
def test_an_address_ends_before_the_sentence_does(words: str, found: list[str]) -> None:
    assert list(addresses_in(words)) == found
