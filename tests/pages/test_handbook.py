"""The pages of the handbook."""

from __future__ import annotations

from datetime import date

from tests.pages.small_region import common, context, text
from tests.pages.wiki_region import QUESTION, region

from seurantalo.model.handbook import Comment
from seurantalo.publishing.pages.shared.view import Badge, Link, Tone
from seurantalo.publishing.pages.wiki.handbook import (
    QuestionView,
    question_cards,
    question_pages,
    question_view,
)
from seurantalo.publishing.pages.wiki.methods import methods_page, methods_view
from seurantalo.publishing.pages.wiki.practice.relations import relations


def shown(*more: Comment, lang: str = "fi") -> QuestionView:
    ctx = context(*region(*more), lang=lang)
    return question_view(ctx, ctx.community.questions[QUESTION])


def test_points_cite_comments_of_the_page_and_the_way_to_do_it() -> None:
    (point,) = shown().points
    assert point.cites == (Link("Seura", "#kommentti-seura"),)
    assert point.method == Link("Kumppanuusaamiainen", "../../kaytannot/aamiainen/")
    assert point.text == "<p><strong>Illat.</strong></p>"


def test_the_summary_tells_its_day_and_what_came_after() -> None:
    view = shown()
    assert (view.as_of, view.newer) == ("Tilanne 1.10.2018", "1 kommentti on uudempi kuin tämä yhteenveto.")
    assert shown(lang="sv").newer == "1 kommentar är nyare än den här sammanfattningen."


def test_comments_stand_under_what_they_answer_and_say_where_they_came_from() -> None:
    first, second = shown().comments.comments
    assert (first.anchor, first.depth, first.by, first.relayed) == (
        "kommentti-seura",
        0,
        Link("Seura"),
        "välitetty: Facebook-ryhmästä toimituksen kautta",
    )
    assert (second.depth, second.by, second.answers, second.new) == (
        1,
        Link("Vastaus", "../../yhdistykset/kunta/"),
        Link("Seura", "#kommentti-seura"),
        True,
    )


def test_a_long_quarrel_is_set_in_only_so_far() -> None:
    chain = [
        Comment(
            **common(f"{QUESTION}/k{n}"),
            date=date(2019, 1, 1),
            by="Kyläläinen",
            on_question=QUESTION,
            in_reply_to=f"{QUESTION}/k{n - 1}" if n else None,
            text=text("Ei!"),
        )
        for n in range(1_200)
    ]
    view = shown(*chain)
    assert len(view.comments.comments) == 1_202
    assert max(one.depth for one in view.comments.comments) == 3
    (page,) = question_pages(context(*region(*chain)))
    assert page.body.count("<article") == 1_202


def test_the_index_counts_comments_and_practices() -> None:
    (card,) = question_cards(context(*region()), "../")
    assert (card.kicker, card.title, card.meta) == ("Kysymys 12", "Millä tavoin?", ("2 kommenttia", "1 käytäntö"))


def test_methods_stand_by_municipality_with_what_has_come_of_them() -> None:
    view = shown().methods
    assert [place.text for place in view.places] == ["Soini", "Vimpeli"]
    (row,) = view.rows
    assert row.practice == Link("Kumppanuusaamiainen", "../../kaytannot/aamiainen/")
    soini, vimpeli = row.cells
    assert (soini.badge, soini.held) == (Badge("kokeilee", Tone.INFO), "")
    assert soini.words == "Kylän & järven seura ry kokeilee"
    assert (vimpeli.badge, vimpeli.held) == (None, "pidetty 2 kertaa")


def test_a_new_comment_is_written_in_a_form_and_an_answer_knows_what_it_answers() -> None:
    view = shown()
    assert view.comments.write == f"../../ehdota/kommentti/#kohde=handbook/{QUESTION}"
    assert view.comments.comments[0].reply == f"../../ehdota/kommentti/#kohde=handbook/{QUESTION}&vastaus=seura"


def test_the_trail_of_a_comment_leads_both_ways() -> None:
    grown = Comment(
        **common(f"{QUESTION}/alku"),
        date=date(2019, 1, 1),
        by="Kylä",
        on_question=QUESTION,
        became_practice="aamukahvit",
        text=text("Tästä se alkoi."),
    )
    assert shown(grown).comments.comments[-1].became == Link("Yrittäjien aamukahvit", "../../kaytannot/aamukahvit/")
    ctx = context(*region(grown))
    facts = {fact.term: fact.links for fact in relations(ctx, ctx.community.practices["aamukahvit"], "../../")}
    assert facts["Sai alkunsa kommentista"] == (
        Link("Kylä", f"../../kasikirja/{QUESTION}/#kommentti-alku", "1.1.2019"),
    )


def test_the_whole_table_names_what_nobody_has_tried() -> None:
    ctx = context(*region())
    view = methods_view(ctx, ctx.community.practices.values(), "../")
    assert [row.practice.text for row in view.rows] == ["Kumppanuusaamiainen"]
    assert [link.text for link in view.untried] == ["Mimmien ilta", "Yrittäjien aamukahvit"]
    assert methods_page(ctx).body.count("<h1>") == 1
