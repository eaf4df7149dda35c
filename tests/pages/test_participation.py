"""Taking part: stages on a time line, ideas from raised to answered, what became of them, the matrix."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests.pages.small_region import common, context, event, text
from tests.pages.wiki_region import EVIL, region

from seurantalo.model.participation import (
    BudgetReason,
    BudgetWay,
    Idea,
    IdeaOutcome,
    IdeaStage,
    OutcomeKind,
    ParticipatoryBudget,
    Process,
    ProcessStage,
    Vote,
)
from seurantalo.model.record import Kind, Record
from seurantalo.publishing.pages.calendar.month import month_pages
from seurantalo.publishing.pages.participation.idea import idea_index, idea_pages, idea_path, idea_view
from seurantalo.publishing.pages.participation.idea_outcomes import (
    MOST_IN_GROUP,
    idea_outcomes_index,
    idea_outcomes_pages,
)
from seurantalo.publishing.pages.participation.overview import budgeting_page, matrix_rows, participation_page
from seurantalo.publishing.pages.participation.process import (
    Phase,
    phase_of,
    process_card,
    process_pages,
    process_view,
)
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link

TODAY = date(2027, 1, 11)


def process(**more: Any) -> Process:
    fields: dict[str, Any] = {
        "title": text("Tilat ja kyydit"),
        "stages": (
            ProcessStage(n=1, name=text("Pöytä"), starts=date(2026, 11, 4), ends=date(2026, 11, 4), convener="Kunta"),
            ProcessStage(n=2, name=text("Paja"), starts=date(2027, 1, 13), ends=date(2027, 1, 13), size="30"),
            ProcessStage(n=3, name=text("Viestintä"), starts=date(2026, 11, 4), how=text("Aina.")),
            ProcessStage(n=4, name=text("Joskus")),
        ),
        "owner": "kunta",
        "municipality": "vimpeli",
        "template": "aamiainen",
    }
    return Process(**{**common("tilat"), **fields, **more})


def idea(identifier: str = "keittio", **more: Any) -> Idea:
    fields: dict[str, Any] = {
        "title": text("Keittiö vuorolle"),
        "topic": text("Tilat"),
        "raised": date(2026, 11, 4),
        "stage": IdeaStage.NEW,
        "municipality": "vimpeli",
    }
    return Idea(**{**common(identifier), **fields, **more})


def outcome(reason: BudgetReason = BudgetReason.PLANNING, way: BudgetWay = BudgetWay.TASK) -> IdeaOutcome:
    return IdeaOutcome(
        kind=OutcomeKind.BUDGET,
        text=text("Otetaan talousarvioon."),
        date=date(2026, 12, 1),
        amount=Decimal(6400),
        budgeting=ParticipatoryBudget(reason=reason, way=way),
        events=("kokous",),
        practices=("aamiainen",),
        projects=("liitto",),
    )


def site(*more: Record, today: date = TODAY) -> PageContext:
    return context(*region(*more), today=today)


@pytest.mark.parametrize(
    ("starts", "ends", "phase"),
    [
        (None, None, Phase.OPEN),
        (date(2027, 1, 1), date(2027, 1, 10), Phase.PAST),
        (date(2027, 1, 1), date(2027, 1, 11), Phase.NOW),
        (date(2027, 1, 11), None, Phase.NOW),
        (date(2027, 1, 12), None, Phase.COMING),
        (None, date(2027, 2, 1), Phase.NOW),
    ],
)
def test_where_a_stage_stands(starts: date | None, ends: date | None, phase: Phase) -> None:
    assert phase_of(ProcessStage(n=1, name=text("X"), starts=starts, ends=ends), TODAY) is phase


def test_stages_stand_on_a_line_with_their_events_and_ideas() -> None:
    held = event("paja", datetime(2027, 1, 13, 18), process="tilat", stage=2)
    ctx = site(process(), held, idea(process="tilat"))
    view = process_view(ctx, ctx.community.processes["tilat"])
    assert [(one.days, one.phase) for one in view.stages] == [
        ("4.11.2026", Phase.PAST),
        ("13.1.2027", Phase.COMING),
        ("4.11.2026 alkaen", Phase.NOW),
        ("päivät eivät ole tiedossa", Phase.OPEN),
    ]
    assert view.stages[1].events == (Link("Paja", "../../tapahtumat/paja/", "ke 13.1.2027"),)
    assert [(one.start, one.length) for one in view.stages] == [
        ("0.00%", "1.41%"),
        ("98.59%", "1.41%"),
        ("0.00%", "100.00%"),
        ("", ""),
    ]
    assert [tick.words for tick in view.ticks] == ["12/2026", "1/2027"]
    assert view.today == "95.77%"
    assert [card.title for card in view.ideas] == ["Keittiö vuorolle"]


@pytest.mark.parametrize(
    ("starts", "ends", "ticks"),
    [
        (date(2026, 11, 4), date(2027, 12, 31), ["12", "3/2027", "6", "9", "12"]),
        (date(2027, 1, 1), date(2027, 6, 30), ["1/2027", "2", "3", "4", "5", "6"]),
        (date(2027, 1, 1), date(2032, 12, 31), ["1/2027", "1/2028", "1/2029", "1/2030", "1/2031", "1/2032"]),
        (date(2027, 1, 10), date(2027, 2, 10), ["2/2027"]),
        (date(2027, 1, 10), date(2027, 1, 20), []),
    ],
)
def test_months_below_the_line_have_room_on_a_phone(starts: date, ends: date, ticks: list[str]) -> None:
    ctx = site(process(stages=(ProcessStage(n=1, name=text("Kysely"), starts=starts, ends=ends),)))
    view = process_view(ctx, ctx.community.processes["tilat"])
    assert [tick.words for tick in view.ticks] == ticks


def test_a_process_without_days_has_no_line() -> None:
    ctx = site(process(stages=(ProcessStage(n=1, name=text("Joskus")),)))
    view = process_view(ctx, ctx.community.processes["tilat"])
    assert (view.ticks, view.today) == ((), "")
    assert "st-gantt" not in next(page.body for page in process_pages(ctx) if page.title == "Tilat ja kyydit")


def test_a_card_tells_what_is_now_and_what_is_next() -> None:
    ctx = site(process())
    found = process_card(ctx, ctx.community.processes["tilat"], "../")
    assert found.meta == ("nyt: Viestintä, 4.11.2026 alkaen", "seuraavaksi: Paja, 13.1.2027")
    over = site(process(stages=(ProcessStage(n=1, name=text("X"), ends=date(2026, 1, 1)),)))
    assert process_card(over, over.community.processes["tilat"], "").meta == ("kaikki vaiheet on käyty",)


def test_what_is_over_stands_apart_and_asks_for_nothing() -> None:
    past = ProcessStage(n=1, name=text("Kysely"), ends=date(2026, 1, 1), open_to="Kaikille")
    open_days = ProcessStage(n=1, name=text("Joskus"))
    ctx = site(
        process(),
        process(**common("ranta"), title=text("Ranta"), stages=(past,)),
        process(**common("auki"), stages=(open_days,)),
    )
    pages = {page.address: page.body for page in process_pages(ctx)}
    over = pages["osallistuminen/ranta/"]
    assert "Oli avoin: Kaikille" in over
    assert "Ideoita ei kirjattu." in over
    assert "Sinun ideasi voi olla ensimmäinen." not in over
    assert "Sinun ideasi voi olla ensimmäinen." in pages["osallistuminen/tilat/"]
    going, done = participation_page(ctx).body.split('<h2 id="paattyneet">Päättyneet</h2>')
    assert "Ranta" not in going
    assert "Ranta" in done
    assert "päivät eivät ole tiedossa" in going
    assert "Päättyneet" not in participation_page(site(process())).body


def test_the_calendar_s_months_tell_of_stages() -> None:
    months = {page.address: page.body for page in month_pages(site(process()))}
    assert 'href="../../osallistuminen/tilat/#vaihe-2"' in months["kalenteri/2027-01/"]
    assert "#vaihe-2" not in months["kalenteri/2027-02/"]
    assert "#vaihe-3" in months["kalenteri/2027-02/"]


@pytest.mark.parametrize(
    ("fields", "way"),
    [
        ({}, ["*esitetty 4.11.2026", "äänestetty", "työn alla", "päätetty", "tehty"]),
        (
            {"stage": IdeaStage.DECIDED, "answer": text("Hyvä."), "outcomes": (outcome(),)},
            ["esitetty 4.11.2026", "työn alla", "*päätetty 1.12.2026", "tehty"],
        ),
        (
            {
                "stage": IdeaStage.DECLINED,
                "answer": text("Ei nyt."),
                "votes": (Vote(count=12, method="kädet", date=date(2026, 11, 20)),),
            },
            ["esitetty 4.11.2026", "äänestetty 20.11.2026", "*ei edennyt"],
        ),
    ],
)
def test_the_way_of_an_idea(fields: dict[str, Any], way: list[str]) -> None:
    steps = idea_path(site(), idea(**fields))
    told = [f"{'*' if step.state == 'now' else ''}{step.words} {step.day}".strip() for step in steps]
    assert told == way


def test_an_idea_s_page_tells_votes_answer_and_outcomes() -> None:
    votes = (Vote(count=1234, method="verkossa", date=date(2026, 11, 20)),)
    one = idea(stage=IdeaStage.DONE, answer=text("Kiitos."), outcomes=(outcome(),), votes=votes, raised_at="kokous")
    ctx = site(one)
    view = idea_view(ctx, one)
    assert [(count, method) for method, _, count in view.votes] == [("1\u00a0234", "verkossa")]
    assert "Kiitos." in view.answer
    (found,) = view.outcomes
    assert found.way == "kunnan budjettiin"
    assert found.meta == ("1.12.2026", "6\u00a0400\u00a0€")
    assert [link.href for link in found.links] == [
        "../../tapahtumat/kokous/",
        "../../kaytannot/aamiainen/",
        "../../yhdistykset/liitto/",
    ]
    assert found.budgeting == Link(
        "Yhteinen suunnittelu × tehtävä tai toimiala", "../../osallistuva-budjetointi/#planning-task"
    )


def test_an_idea_without_an_answer_says_that_it_gets_one() -> None:
    (page,) = (page for page in idea_pages(site(idea())))
    assert "Ei vielä vastausta." in page.body


def test_what_became_of_every_idea_of_a_municipality() -> None:
    ctx = site(
        idea("a", stage=IdeaStage.DONE, answer=text("Kiitos."), outcomes=(outcome(),)),
        idea("b", stage=IdeaStage.DECLINED, answer=text("Putki jäätyy.")),
        idea("c"),
        idea("d", municipality="soini"),
    )
    pages = {page.address: page for page in idea_outcomes_pages(ctx)}
    body = pages["mita-ideoista-tuli/vimpeli/"].body
    assert re.findall(r'<h2 id="(\w+)">', body) == ["tuli", "odottaa", "ei"]
    assert "3 ideaa, niistä 2 on saanut vastauksen." in body
    assert "Kunnan budjettiin." in body
    assert "Putki jäätyy." in body
    assert "Odottaa vastausta, esitetty 4.11.2026" in body
    assert pages["mita-ideoista-tuli/vimpeli/"].searchable
    assert "mita-ideoista-tuli/vimpeli/" in idea_outcomes_index(ctx).body
    assert "mita-ideoista-tuli/vimpeli/" not in idea_outcomes_index(site()).body


def test_a_municipality_without_ideas_leads_to_where_all_ideas_are() -> None:
    ctx = site(idea("d", municipality="soini"))
    assert [page.address for page in idea_outcomes_pages(ctx)] == ["mita-ideoista-tuli/soini/"]
    bodies = {page.address: page.body for page in municipality_pages(ctx)}
    assert '<a href="../../mita-ideoista-tuli/soini/">Mitä ideoista tuli?</a>' in bodies["kunnat/soini/"]
    assert '<a href="../../mita-ideoista-tuli/">Mitä ideoista tuli?</a>' in bodies["kunnat/vimpeli/"]


def test_thousands_of_ideas_make_bounded_pages() -> None:
    ctx = site(*(idea(f"i{n:04}") for n in range(2_000)))
    (page,) = (page for page in idea_outcomes_pages(ctx) if page.address == "mita-ideoista-tuli/vimpeli/")
    assert page.body.count("st-fate__title") == MOST_IN_GROUP
    assert f"ja {ctx.lang.number(2000 - MOST_IN_GROUP)} muuta" in page.body
    assert idea_index(ctx).body.count("st-card__title") == 30
    assert participation_page(ctx).body.count("ideat/i") == 6


def test_the_matrix_has_five_reasons_and_four_ways() -> None:
    many = [
        idea(f"i{n}", stage=IdeaStage.DONE, answer=text("Kyllä."), outcomes=(outcome(), outcome())) for n in range(7)
    ]
    rows = matrix_rows(site(*many, idea("x", outcomes=(outcome(BudgetReason.SAVING, BudgetWay.AREA),))), "../")
    assert [row.title for row in rows] == [
        "Rahan jakaminen",
        "Tulojen ja resurssien kartoitus",
        "Yhteinen suunnittelu",
        "Säästöjen valinta",
        "Yhteisten haasteiden ratkaisu",
    ]
    assert all(len(row.cells) == 4 for row in rows)
    filled = {cell.anchor: (len(cell.examples), cell.more) for row in rows for cell in row.cells if cell.examples}
    assert filled == {"planning-task": (5, 2), "saving-area": (1, 0)}
    assert rows[3].cells[1].examples[0][0] == Link("Keittiö vuorolle", "../ideat/x/", "Vimpeli")


def test_what_people_wrote_is_escaped() -> None:
    evil = idea("evil", title=text(EVIL), topic=text(EVIL), text=text(EVIL), outcomes=(outcome(),), raised_where=EVIL)
    ctx = site(evil, process(title=text(EVIL)))
    pages = (
        *idea_pages(ctx),
        *process_pages(ctx),
        *idea_outcomes_pages(ctx),
        participation_page(ctx),
        budgeting_page(ctx),
    )
    assert [page.address for page in pages if EVIL in page.body] == []


def test_empty_pages_say_what_to_do() -> None:
    empty = context()
    assert "Juuri nyt mikään ei ole käynnissä." in participation_page(empty).body
    assert "Sinun ideasi voi olla ensimmäinen." in idea_index(empty).body
    assert budgeting_page(empty).body.count("ei vielä esimerkkiä") == 20
    assert Kind.IDEA.value not in participation_page(empty).title
