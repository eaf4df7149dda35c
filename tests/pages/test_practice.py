"""The page of a practice and the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.pages.small_region import SITE, context, places
from tests.pages.wiki_region import full_practice, practices, region

from seurantalo.publishing.pages.practice import PracticeView, practice_pages, practice_view
from seurantalo.publishing.pages.practice_library import library_view
from seurantalo.publishing.pages.practice_parts import LogRow
from seurantalo.publishing.pages.view import Badge, Link, Tone
from seurantalo.publishing.pages.wiki_view import EventsBy


def shown(lang: str = "fi", today: date = date(2027, 1, 11)) -> PracticeView:
    ctx = context(*region(), lang=lang, today=today)
    return practice_view(ctx, EventsBy(ctx), ctx.community.practices["aamiainen"])


def test_the_log_writes_itself_with_the_plan_beside_what_came_true() -> None:
    log: tuple[LogRow, ...] = shown().log
    assert [(row.day, row.title.text if row.title else "", row.amount, row.plan) for row in log] == [
        ("14.2.2018", "Aamu-2018", "27 osallistujaa", ""),
        ("17.4.2018", "Kumppanuuspöytä", "10 osallistujaa", "suunniteltu 18.4.2018, pidetty 17.4.2018"),
        ("13.6.2018", "", "", ""),
    ]
    assert log[1].follow_ups == ("Perustetaan ryhmä (Kunta, viimeistään 1.10.2018)",)
    assert log[1].more == "1 havainto, 1 sovittu asia"
    assert log[1].title == Link("Kumppanuuspöytä", "../../tapahtumat/poyta-2018/")


def test_the_log_speaks_swedish_and_english() -> None:
    assert shown("sv").log[1].plan == "planerad 18.4.2018, hållen 17.4.2018"
    assert shown("en").log[1].plan == "planned 18 April 2018, held 17 April 2018"


def test_totals_say_what_it_has_come_to() -> None:
    assert shown().totals == (
        "pidetty 2 kertaa",
        "yhteensä 37 osallistujaa",
        "viimeksi 17.4.2018",
        "seuraavaksi 10.2.2027",
    )


def test_what_speaks_for_it_is_counted() -> None:
    assert shown().marks == (
        Badge("1 muu tekee samoin", Tone.GOOD),
        Badge("tehty 2 kunnassa", Tone.GOOD),
        Badge("pidetty 2 kertaa", Tone.GOOD),
        Badge("1 suosittelee", Tone.INFO),
        Badge("1 lähde", Tone.PLAIN),
    )


def test_unknown_sums_are_said_to_be_unknown() -> None:
    assert [(row.funder.text, row.amount) for row in shown().money] == [
        ("Maakunnan liitto", "summa ei tiedossa"),
        ("Kunta", "1\u00a0500\u00a0€"),
        ("Yhteensä", "summa ei tiedossa"),
    ]
    assert shown().money[0].funder.href == "../../yhdistykset/liitto/"


def test_past_events_without_an_outcome_are_asked_about() -> None:
    assert shown().untold == (Link("Aamu-2026", "../../tapahtumat/aamu-2026/"),)


def test_come_and_see_shows_what_is_ahead() -> None:
    assert [card.title for card in shown().coming] == ["Aamu-2027"]
    assert shown(today=date(2027, 3, 1)).coming == ()


def test_adopters_tell_how_far_they_are_and_what_they_do_otherwise() -> None:
    (row,) = shown().adopters
    assert (row.adopter.text, row.status, row.since, row.changed) == (
        "Kylän & järven seura ry",
        Badge("kokeilee", Tone.INFO),
        "alkaen 20.3.2018",
        ("Pöytä aamiaisen sijaan.",),
    )


def test_steps_say_who_calls_and_how_many() -> None:
    assert [(step.title, step.meta) for step in shown().steps] == [
        ("Kutsu", ("Koolle kutsuu: Kunta", "Koko: 5–15")),
        ("Kuuntele", ()),
    ]


def test_a_whole_page_asks_for_nothing() -> None:
    assert shown().missing == ()


def test_a_stub_invites_to_write_more() -> None:
    ctx = context(*region())
    view = practice_view(ctx, EventsBy(ctx), ctx.community.practices["mimmit"])
    (notice,) = view.notices
    assert f"{notice.title} {notice.text}" == (
        "Tämä sivu on vasta alku. Enempää ei vielä tiedetä. Olitko mukana? Kerro, mitä tehtiin ja mitä siitä seurasi."
    )
    assert notice.links == (Link("Kirjoita lisää", "https://git.example.org/edit/main/content/mimmit.md"),)
    assert view.missing[:3] == (
        "Miksi näin tehtiin?",
        "Miten tämä toimii käytännössä?",
        "Kuka tekee ja kenen kanssa?",
    )
    assert len(view.missing) == 11


def test_a_site_without_an_edit_address_shows_no_dead_link() -> None:
    ctx = context(*region(), site=replace(SITE, edit_url=""))
    view = practice_view(ctx, EventsBy(ctx), ctx.community.practices["mimmit"])
    assert (view.notices[0].links, view.edit, view.adopt) == ((), "", "")
    assert all('href=""' not in page.body for page in practice_pages(ctx))


def test_a_page_that_nobody_looks_through_says_so() -> None:
    old = replace(full_practice(), reviewed=date(2024, 1, 1))
    ctx = context(*region(old))
    view = practice_view(ctx, EventsBy(ctx), old)
    assert view.notices[0].title == "Tätä sivua ei ole katsottu läpi kahteen vuoteen."


def test_relations_go_both_ways() -> None:
    ctx = context(*region())
    found = {
        name: [
            (fact.term, [link.text for link in fact.links])
            for fact in practice_view(ctx, EventsBy(ctx), one).relations
        ]
        for name, one in ctx.community.practices.items()
    }
    assert found["aamiainen"] == [
        ("Pohjautuu", ["Yrittäjien aamukahvit"]),
        ("Vastaa kysymykseen", ["Millä tavoin?"]),
    ]
    assert found["aamukahvit"] == [("Tähän pohjautuvat", ["Kumppanuusaamiainen"])]


def test_the_library_groups_by_kind_and_narrows_by_what_there_is() -> None:
    view = library_view(context(*region()), "../")
    assert [(group.title, [card.title for card in group.cards]) for group in view.groups] == [
        ("Toimintamallit", ["Kumppanuusaamiainen"]),
        ("Tapaukset", ["Yrittäjien aamukahvit", "Mimmien ilta"]),
    ]
    assert [choice.label for choice in view.choices] == ["Laji", "Kunta", "Vaihe"]
    card = view.groups[0].cards[0]
    assert set(card.keys.split()) == {
        *("laji:experiment", "laji:model", "vaihe:ended", "teema:kyla", "kunta:vimpeli", "kunta:soini"),
    }
    used = {key for group in view.groups for one in group.cards for key in one.keys.split()}
    assert {value for choice in view.choices for value, _ in choice.options} <= used


def test_one_practice_needs_no_filter() -> None:
    records = [one for one in places() if one.KIND != "practice"]
    alone = replace(practices()[1], themes=())
    assert library_view(context(*records, alone), "../").choices == ()
