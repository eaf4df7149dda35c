"""What speaks of a record: links that others own, and links in running text."""

from __future__ import annotations

from datetime import date

from tests.pages.small_region import common, context, event, text
from tests.pages.wiki_region import region

from seurantalo.model.participation import Idea, IdeaOutcome, IdeaStage, OutcomeKind
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
