"""Evidence, adoption, activity, completeness, staleness, kinship and conversations."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.wiki.records import (
    TODAY,
    OneDay,
    adoption,
    comment,
    community,
    dates_of,
    event,
    practice,
    question,
    text,
)

from seurantalo.model.event import EventStatus
from seurantalo.model.handbook import Comment, Summary, SummaryPoint
from seurantalo.model.parts import Contact
from seurantalo.model.practice import AdoptionStatus, Endorsement, PracticeKind, PracticeStage
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.wiki import (
    Evidence,
    Mark,
    PracticeLog,
    Section,
    Thread,
    activity,
    adoptions_in,
    adoptions_of,
    comments_on,
    completeness,
    contact_is_old,
    evidence,
    needs_outcome,
    newer_than_summary,
    practice_is_old,
    practice_log,
    related_practices,
    threads,
)


def test_adopters_stand_furthest_first() -> None:
    found = [
        adoption("a", AdoptionStatus.INTERESTED),
        adoption("b", AdoptionStatus.IN_USE, since=date(2026, 6, 1)),
        adoption("c", AdoptionStatus.IN_USE, since=date(2026, 5, 1)),
        adoption("d", AdoptionStatus.STOPPED),
    ]
    whole = community(practice(), *found)
    assert [one.id for one in adoptions_of(whole, practice())] == ["c", "b", "a", "d"]
    assert [one.id for one in adoptions_in(whole, whole.municipalities["soini"])] == ["c", "b", "a", "d"]
    assert adoptions_in(whole, whole.municipalities["vimpeli"]) == ()


def test_evidence_is_counted_and_not_claimed() -> None:
    held = event("aamu", date(2026, 5, 1), 20)
    one = practice(
        implementers=("kunta",),
        endorsements=tuple(
            Endorsement(organisation="toinen", date=date(2026, month, 1), why=text("Hyvä.")) for month in (5, 6)
        ),
    )
    whole = community(
        one,
        held,
        adoption("oma", AdoptionStatus.IN_USE, "kunta"),
        adoption("muu", AdoptionStatus.TRYING, "seura"),
        adoption("aie", AdoptionStatus.PLANNED, "toinen"),
    )
    log = practice_log(whole, one, dates_of(OneDay(held, date(2026, 5, 1))), TODAY)
    assert evidence(whole, one, log) == (
        Mark(Evidence.HELD, 1),
        Mark(Evidence.SPREAD, 2),
        Mark(Evidence.ATTENDED, 20),
        Mark(Evidence.LAST_HELD, 1, day=date(2026, 5, 1)),
        Mark(Evidence.ADOPTED, 1),
        Mark(Evidence.ENDORSED, 1),
    )
    assert evidence(whole, practice("uusi"), PracticeLog()) == ()


@pytest.mark.parametrize(
    ("days", "active"),
    [((), False), ((date(2026, 1, 11),), True), ((date(2026, 1, 10),), False), ((date(2027, 1, 11),), True)],
)
def test_a_year_without_events_is_quiet(days: tuple[date, ...], active: bool) -> None:
    assert activity([OneDay(event("a", day), day) for day in days], TODAY).active is active


def test_activity_knows_the_last_and_the_next_and_forgets_the_cancelled() -> None:
    days = [date(2027, 2, 1), date(2026, 12, 1), date(2027, 1, 20), date(2026, 11, 1)]
    dates = [OneDay(event(f"e{n}", day), day) for n, day in enumerate(days)]
    dates.append(OneDay(event("x", date(2027, 1, 12)), date(2027, 1, 12), cancelled=True))
    found = activity(dates, TODAY)
    assert found.last is not None
    assert found.next is not None
    assert (found.last.first_day, found.next.first_day, found.past, found.coming) == (
        date(2026, 12, 1),
        date(2027, 1, 20),
        2,
        2,
    )


def test_completeness_asks_for_what_the_page_lacks() -> None:
    found = completeness(practice(why=text("Siksi."), lessons=(text("Opittiin."),)), PracticeLog())
    assert found.present == (Section.WHY, Section.LESSONS)
    others = {Section.DESIGN_CHOICES, Section.EFFECTIVE_FROM, Section.COMPOSITION, Section.CADENCE}
    assert set(found.missing) == set(Section) - set(found.present) - others - {Section.DECISION}


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (PracticeKind.CASE, set()),
        (PracticeKind.EXPERIMENT, {Section.HYPOTHESIS, Section.PERIOD, Section.STEPS, Section.CONDITIONS}),
        (PracticeKind.MODEL, {Section.COMPOSITION, Section.CADENCE, Section.STEPS, Section.CONDITIONS}),
        (
            PracticeKind.TRAILBLAZER,
            {Section.DESIGN_CHOICES, Section.EFFECTIVE_FROM, Section.COMPOSITION, Section.CONDITIONS},
        ),
    ],
)
def test_each_kind_is_asked_for_what_is_its_own(kind: PracticeKind, asked: set[Section]) -> None:
    case = set(completeness(practice(kinds=(PracticeKind.CASE,)), PracticeLog()).missing)
    assert set(completeness(practice(kinds=(kind,)), PracticeLog()).missing) - case == asked


def test_what_was_decided_is_asked_once_the_experiment_is_over() -> None:
    over = practice(stage=PracticeStage.ENDED)
    assert Section.DECISION in completeness(over, PracticeLog()).missing
    assert Section.DECISION not in completeness(practice(), PracticeLog()).missing


@pytest.mark.parametrize(
    ("checked", "old"), [(None, True), (date(2026, 1, 11), False), (date(2026, 1, 10), True), (TODAY, False)]
)
def test_a_contact_gets_old_in_a_year(checked: date | None, old: bool) -> None:
    assert contact_is_old(Contact(role=text("Sihteeri"), checked=checked), TODAY) is old


@pytest.mark.parametrize(
    ("reviewed", "created", "old"),
    [
        (None, None, True),
        (None, date(2025, 1, 11), False),
        (date(2025, 1, 10), date(2026, 12, 1), True),
        (date(2025, 2, 28), None, False),
    ],
)
def test_a_practice_gets_old_in_two_years(reviewed: date | None, created: date | None, old: bool) -> None:
    assert practice_is_old(practice(reviewed=reviewed, created=created), TODAY) is old


def test_the_last_of_february_has_a_year_of_its_own() -> None:
    leap = practice(reviewed=date(2024, 2, 29))
    assert not practice_is_old(leap, date(2026, 2, 28))
    assert practice_is_old(leap, date(2026, 3, 1))


def test_an_outcome_is_asked_for_after_two_weeks_of_events_that_happen_once() -> None:
    once = event("kerran", date(2026, 12, 27))
    assert not needs_outcome(once, OneDay(once, date(2026, 12, 28)), TODAY)
    assert needs_outcome(once, OneDay(once, date(2026, 12, 27)), TODAY)
    assert not needs_outcome(once, None, TODAY)
    told = event("kerrottu", date(2026, 12, 1), 5)
    assert not needs_outcome(told, OneDay(told, date(2026, 12, 1)), TODAY)
    weekly = event("kerho", date(2026, 12, 1), repeats=Recurrence(frequency=Frequency.WEEKLY))
    assert not needs_outcome(weekly, OneDay(weekly, date(2026, 12, 1)), TODAY)
    off = event("peruttu", date(2026, 12, 1), status=EventStatus.CANCELLED)
    assert not needs_outcome(off, OneDay(off, date(2026, 12, 1)), TODAY)


def test_kinship_weighs_what_few_share_and_leaves_out_what_is_linked() -> None:
    one = practice(themes=("harvinainen", "yleinen"), based_on=("pohja",))
    others = (
        practice("harva", themes=("harvinainen",)),
        practice("pohja", themes=("harvinainen", "yleinen")),
        practice("tavallinen", themes=("yleinen",), kinds=(PracticeKind.MODEL,)),
        practice("tavallisempi", themes=("yleinen",)),
        practice("vieras", themes=("musiikki",)),
        practice("jatko", themes=("harvinainen",), based_on=("aamiainen",)),
    )
    whole = community(one, *others)
    assert [found.id for found in related_practices(whole, one)] == ["harva", "tavallisempi", "tavallinen"]
    assert [found.id for found in related_practices(whole, one, 1)] == ["harva"]


def test_a_conversation_stands_under_what_it_answers() -> None:
    first, second = comment("eka", date(2018, 10, 1)), comment("toka", date(2018, 10, 2))
    reply = comment("vastaus", date(2018, 10, 3), "eka")
    deeper = comment("jatko", date(2018, 10, 4), "vastaus")
    found = threads((deeper, reply, second, first))
    assert found == (Thread(first, (Thread(reply, (Thread(deeper),)),)), Thread(second))


def test_answers_in_a_circle_are_all_shown() -> None:
    ring = (comment("a", date(2018, 1, 1), "b"), comment("b", date(2018, 1, 2), "a"))
    tail = comment("c", date(2018, 1, 3), "a")
    itself = comment("d", date(2018, 1, 4), "d")
    assert threads((*ring, tail, itself)) == (Thread(ring[0], (Thread(tail),)), Thread(ring[1]), Thread(itself))


@given(st.lists(st.integers(min_value=0, max_value=11), min_size=12, max_size=12))
def test_no_comment_is_lost_or_doubled(answers: list[int]) -> None:
    comments = [comment(f"k{n:02}", date(2018, 1, 1), f"k{to:02}") for n, to in enumerate(answers)]
    assert sorted(flat(threads(comments))) == sorted(one.id for one in comments)


def flat(found: tuple[Thread, ...]) -> list[str]:
    return [name for one in found for name in (one.comment.id, *flat(one.replies))]


def test_a_long_chain_of_answers_is_only_long() -> None:
    chain = [comment(f"k{n}", date(2018, 1, 1), f"k{n - 1}" if n else "") for n in range(5_000)]
    (found,) = threads(chain)
    length = 1
    while found.replies:
        (found,) = found.replies
        length += 1
    assert length == 5_000


def test_a_summary_gets_old_when_somebody_comments_after_it() -> None:
    asked = question(summary=Summary(as_of=date(2018, 10, 1), points=(SummaryPoint(text=text("Näin.")),)))
    same_day, later = comment("a", date(2018, 10, 1)), comment("b", date(2018, 10, 2))
    found: tuple[Comment, ...] = comments_on(community(asked, later, same_day), asked)
    assert found == (same_day, later)
    assert newer_than_summary(asked, found) == (later,)
    assert newer_than_summary(asked, (same_day,)) == ()
    assert newer_than_summary(question(), found) == ()
