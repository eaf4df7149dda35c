"""What speaks of a record: links that others own, and links in running text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.pages.small_region import common, context, event, text
from tests.pages.wiki_region import region

from seurantalo.model.event import Outcome, Registration
from seurantalo.model.participation import Idea, IdeaOutcome, IdeaStage, OutcomeKind
from seurantalo.model.parts import AgendaItem, LogEntry
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind, Record
from seurantalo.publishing.pages.shared.mentions import MOST_MENTIONS, Told, mention_facts
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.wiki import mentions_in_texts


def idea(name: str = "keittio", **more: object) -> Idea:
    fields = {
        "title": text("Keittiö vuorolle"),
        "topic": text("Tilat"),
        "raised": date(2026, 11, 4),
        "stage": IdeaStage.NEW,
        "municipality": "vimpeli",
    }
    return Idea(**common(name), **{**fields, **more})  # type: ignore[arg-type]


def facts(record: tuple[Kind, str], *more: Record, told: Told = frozenset()) -> dict[str, list[Link]]:
    ctx = context(*region(*more))
    target = ctx.community.by_kind[record[0]][record[1]]
    return {fact.term: list(fact.links) for fact in mention_facts(ctx, target, "../../", told)}


def test_a_link_in_a_text_is_told_at_its_other_end() -> None:
    speaking = event(
        "ilta", date(2027, 3, 1), description=text("Mukana [[yhdistys:liitto]] ja [[paikka:seurala|talo]].")
    )
    assert facts((Kind.ORGANISATION, "liitto"), speaking)["Tapahtumat"] == [Link("Ilta", "../../tapahtumat/ilta/")]
    assert "Tapahtumat" in facts((Kind.VENUE, "seurala"), speaking)


def test_what_the_page_tells_elsewhere_is_not_told_twice() -> None:
    speaking = event("ilta", date(2027, 3, 1), description=text("[[yhdistys:kylaseura]]"))
    told = frozenset({(Kind.EVENT, "organisers")})
    assert "Tapahtumat" not in facts((Kind.ORGANISATION, "kylaseura"), speaking, told=told)


def test_a_link_deep_inside_a_record_counts() -> None:
    outcome = IdeaOutcome(kind=OutcomeKind.PROJECT, text=text("Tehdään [[paikka:seurala]]."), projects=("liitto",))
    assert facts((Kind.ORGANISATION, "liitto"), idea(outcomes=(outcome,)))["Ideat"][0].text == "Keittiö vuorolle"
    assert facts((Kind.VENUE, "seurala"), idea(outcomes=(outcome,)))["Ideat"][0].text == "Keittiö vuorolle"


@pytest.mark.parametrize(
    "more",
    [
        {"accessibility": text("Kysy: [[yhdistys:liitto]].")},
        {"registration": Registration(text=text("Ilmoita: [[yhdistys:liitto]]."))},
        {"agenda": (AgendaItem(text=text("[[yhdistys:liitto|Liitto]] laulaa")),)},
        {"log": (LogEntry(date=date(2027, 2, 1), text=text("Sovittiin: [[yhdistys:liitto]].")),)},
        {"outcome": Outcome(summary=text("Hyvä ilta."), findings=(text("[[yhdistys:liitto]] lainasi äänet."),))},
    ],
    ids=lambda more: next(iter(more)),
)
def test_a_link_in_any_text_of_an_event_counts(more: dict[str, Any]) -> None:
    assert facts((Kind.ORGANISATION, "liitto"), event("ilta", date(2027, 3, 1), **more))["Tapahtumat"] == [
        Link("Ilta", "../../tapahtumat/ilta/")
    ]


def test_a_link_in_the_access_to_a_venue_counts() -> None:
    hall = Venue(
        **common("halli"), name=text("Halli"), municipality="vimpeli", accessibility=text("[[paikka:seurala]]")
    )
    assert facts((Kind.VENUE, "seurala"), hall)["Paikat"] == [Link("Halli", "../../paikat/halli/")]


def test_a_comment_leads_to_its_question() -> None:
    (link,) = facts((Kind.ORGANISATION, "kunta"))["Kommentit"]
    assert link == Link("Vastaus: Millä tavoin?", "../../kasikirja/12-vuoropuhelu/#kommentti-vastaus")


def test_many_mentions_are_counted() -> None:
    many = [idea(f"i{n:03}", text=text("[[yhdistys:liitto]]")) for n in range(500)]
    links = facts((Kind.ORGANISATION, "liitto"), *many)["Ideat"]
    assert len(links) == MOST_MENTIONS + 1
    assert links[-1] == Link(f"ja {500 - MOST_MENTIONS} muuta")


def test_nobody_mentions_themselves_and_broken_links_mention_nobody() -> None:
    alone = event("ilta", date(2027, 3, 1), description=text("[[tapahtuma:ilta]] [[yhdistys:ei-ole]] [[outo:x]]"))
    found = mentions_in_texts(context(*region(alone)).community)
    assert all(record.id != "ilta" for records in found.values() for record in records)
