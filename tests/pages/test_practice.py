"""The page of a practice and the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.pages.small_region import SITE, common, context, places, text
from tests.pages.wiki_region import full_practice, practices, region

from seurantalo.model.handbook import Comment
from seurantalo.model.practice import Practice, PracticeKind, PracticeStage
from seurantalo.model.text import Text
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.mentions import mention_facts
from seurantalo.publishing.pages.shared.view import Badge, Link, Tone
from seurantalo.publishing.pages.wiki.practice.library import LibraryView, library_view
from seurantalo.publishing.pages.wiki.practice.page import PracticeView, practice_pages, practice_view
from seurantalo.publishing.pages.wiki.practice.parts import LogRow, practice_logs


def view_of(ctx: PageContext, name: str) -> PracticeView:
    one = ctx.community.practices[name]
    return practice_view(ctx, one)


def library(ctx: PageContext) -> LibraryView:
    return library_view(ctx, "../", practice_logs(ctx))


def shown(lang: str = "fi", today: date = date(2027, 1, 11)) -> PracticeView:
    ctx = context(*region(), lang=lang, today=today)
    return view_of(ctx, "aamiainen")


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
    assert shown("sv").log[1].plan == "planerat 18.4.2018, hållet 17.4.2018"
    assert shown("en").log[1].plan == "planned 18 April 2018, held 17 April 2018"


def test_totals_say_what_it_has_come_to() -> None:
    assert shown().totals == (
        "pidetty 2 kertaa",
        "yhteensä 37 osallistujaa",
        "viimeksi 17.4.2018",
        "seuraavaksi 10.2.2027",
    )


def test_what_has_a_date_to_come_is_not_said_to_have_ended() -> None:
    records = [replace(one, stage=PracticeStage.ENDED) if isinstance(one, Practice) else one for one in region()]
    stages = [
        view_of(context(*records, today=today), "aamiainen").badges for today in (date(2027, 1, 11), date(2029, 1, 1))
    ]
    assert stages == [(), (Badge("päättynyt", Tone.PLAIN),)]


def test_what_speaks_for_it_is_counted() -> None:
    assert shown().marks == (
        Badge("pidetty 2 kertaa", Tone.GOOD),
        Badge("tehty 2 kunnassa", Tone.GOOD),
        Badge("37 osallistujaa", Tone.GOOD),
        Badge("viimeksi 4/2018", Tone.PLAIN),
        Badge("1 päivä siirtyi", Tone.PLAIN),
        Badge("1 muu tekee samoin", Tone.GOOD),
        Badge("1 suosittelee", Tone.INFO),
        Badge("1 lähde", Tone.PLAIN),
    )


def test_unknown_sums_are_said_to_be_unknown() -> None:
    assert [(funder.text, amount) for funder, amount in shown().money] == [
        ("Maakunnan liitto", "summa ei tiedossa"),
        ("Kunta", "1\u00a0500\u00a0€"),
        ("Yhteensä", "summa ei tiedossa"),
    ]
    assert shown().money[0][0].href == "../../yhdistykset/liitto/"


def test_past_events_without_an_outcome_are_asked_about() -> None:
    assert shown().asks.untold == (Link("Aamu-2026", "../../ehdota/tapahtuma/#toteutui=aamu-2026", "14.2.2026"),)


def test_come_and_see_shows_what_is_ahead() -> None:
    assert ">Aamu-2027</a>" in shown().coming
    assert not shown(today=date(2027, 3, 1)).coming


def test_adopters_tell_how_far_they_are_and_what_they_do_otherwise() -> None:
    (row,) = shown().adopters
    assert (row.adopter.text, row.status, row.since, row.changed) == (
        "Kylän & järven seura ry",
        Badge("kokeilee", Tone.INFO),
        "20.3.2018 alkaen",
        ("Pöytä aamiaisen sijaan.",),
    )


def test_steps_say_who_calls_and_how_many() -> None:
    assert [(title, meta) for title, meta, _ in shown().steps] == [
        ("Kutsu", ("Koolle kutsuu: Kunta", "Koko: 5–15")),
        ("Kuuntele", ()),
    ]


def test_a_whole_page_asks_for_nothing() -> None:
    assert [one.text for one in shown().asks.questions] == [
        "Mitä kokeilulla haluttiin selvittää?",
        "Mitä päätettiin, kun se päättyi?",
    ]
    told = replace(full_practice(), hypothesis=text("Tuleeko väkeä?"), decision=text("Jatketaan."))
    asks = view_of(context(*region(told)), "aamiainen").asks
    assert (asks.questions, asks.progress) == ((), "Kerrottuja kohtia: 16/16.")


def test_a_stub_invites_to_write_more() -> None:
    ctx = context(*region())
    view = view_of(ctx, "mimmit")
    (notice,) = view.frame.notices
    assert f"{notice.title} {notice.text}" == (
        "Tämä sivu on vasta alku. Enempää ei vielä tiedetä. Olitko mukana? Kerro, mitä tehtiin ja mitä siitä seurasi."
    )
    assert notice.links == (Link("Kirjoita lisää", "https://git.example.org/edit/main/content/mimmit.md"),)
    assert [(one.text, one.field) for one in view.asks.questions] == [
        ("Miksi näin tehtiin?", "miksi"),
        ("Miten tämä toimii käytännössä?", "miten"),
        ("Kuka tekee ja kenen kanssa?", "toteuttajat"),
        ("Mitä se vaati?", "resurssit"),
        ("Mitä se maksoi ja kuka maksoi?", "budjetti"),
        ("Mitä siitä seurasi?", "hyödyt"),
        ("Mitä opitte?", "opit"),
        ("Keneltä muut voivat kysyä?", "yhteystieto"),
        ("Mistä voi lukea lisää?", "lähteet"),
    ]
    assert view.asks.file == "content/mimmit.md"


def test_a_site_without_an_edit_address_shows_no_dead_link() -> None:
    ctx = context(*region(), site=replace(SITE, edit_url=""))
    view = view_of(ctx, "mimmit")
    assert (view.frame.notices[0].links, view.frame.edit) == ((), "")
    assert all('href=""' not in page.body for page in practice_pages(ctx))


def test_a_page_that_nobody_looks_through_says_so() -> None:
    old = replace(full_practice(), reviewed=date(2024, 1, 1))
    ctx = context(*region(old))
    (notice,) = view_of(ctx, "aamiainen").frame.notices
    assert notice.title == "Tätä sivua ei ole katsottu läpi kahteen vuoteen."
    assert notice.links == (Link("Katso sivu läpi", "https://git.example.org/edit/main/content/aamiainen.md"),)


def test_a_contact_that_nobody_has_checked_comes_with_the_file_to_mend() -> None:
    (notice,) = shown(today=date(2027, 12, 1)).frame.notices
    assert (notice.title, notice.links[0].text) == (
        "Yhteystietoa ei ole tarkistettu vuoteen.",
        "Tarkista yhteystieto",
    )


def test_relations_go_both_ways() -> None:
    ctx = context(*region())
    found = {
        name: [(fact.term, [link.text for link in fact.links]) for fact in view_of(ctx, name).relations]
        for name in ctx.community.practices
    }
    assert found["aamiainen"] == [
        ("Pohjautuu", ["Yrittäjien aamukahvit"]),
        ("Vastaa kysymykseen", ["Millä tavoin?"]),
    ]
    assert found["aamukahvit"] == [("Tähän pohjautuvat", ["Kumppanuusaamiainen"])]


def test_the_library_groups_by_kind_and_narrows_by_what_there_is() -> None:
    view = library(context(*region()))
    assert [(group.title, [card.title for card in group.items]) for group in view.groups] == [
        ("Toimintamallit", ["Kumppanuusaamiainen"]),
        ("Tapaukset", ["Yrittäjien aamukahvit", "Mimmien ilta"]),
    ]
    assert [choice.label for choice in view.choices] == ["Laji", "Kunta", "Vaihe"]
    card = view.groups[0].items[0]
    assert card.proof == "pidetty 2 kertaa · yhteensä 37 osallistujaa · viimeksi 17.4.2018 · seuraavaksi 10.2.2027"
    assert set(card.keys.split()) == {
        *("laji:experiment", "laji:model", "vaihe:ended", "teema:kyla", "kunta:vimpeli", "kunta:soini"),
    }
    used = {key for group in view.groups for one in group.items for key in one.keys.split()}
    assert {value for choice in view.choices for value, _ in choice.options} <= used


def test_one_practice_needs_no_filter() -> None:
    records = [one for one in places() if one.KIND != "practice"]
    alone = replace(practices()[1], themes=())
    assert library(context(*records, alone)).choices == ()


def test_each_kind_tells_what_is_its_own_and_nothing_twice() -> None:
    model, experiment = shown().kinds
    assert (model.title, model.text) == ("Toimintamalli", "Valmiita toimintatapoja, joita saa kopioida.")
    assert [(fact.term, fact.links[0].text) for fact in model.facts] == [
        ("Vaiheet", "2 vaihetta"),
        ("Kuinka usein", "Kerran vuodessa."),
        ("Ketkä ovat mukana", "Johto ja yhdistykset."),
    ]
    assert [(fact.term, fact.links[0].text) for fact in experiment.facts] == [
        ("Kokeiltiin", "1.10.2017–31.12.2018"),
        ("Sai alkunsa", "Yrittäjien aamukahvit"),
    ]
    assert (model.choices, experiment.choices) == (("Aamiainen, ei kokous.",), ())


def test_a_trailblazer_tells_what_it_replaced_and_from_when_on() -> None:
    bold = replace(full_practice(), kinds=(PracticeKind.TRAILBLAZER,), based_on=(), replaces=("aamukahvit",))
    (view,) = view_of(context(*region(bold)), "aamiainen").kinds
    assert [(fact.term, fact.links[0].text) for fact in view.facts] == [
        ("Voimassa alkaen", "1.12.2017"),
        ("Korvaa", "Yrittäjien aamukahvit"),
        ("Ketkä ovat mukana", "Johto ja yhdistykset."),
        ("Lakiperuste", "Kuntalaki"),
    ]


def test_words_in_another_language_say_which() -> None:
    view = shown("en")
    assert view.frame.title == '<span lang="fi">Kumppanuusaamiainen</span>'
    swedish = replace(full_practice(), why=Text((("sv", "Tack & **tröskel**."),)))
    assert view_of(context(*region(swedish)), "aamiainen").why == (
        '<div lang="sv"><p>Tack &amp; <strong>tröskel</strong>.</p></div>'
    )
    assert "lang=" not in shown().frame.title


def test_comments_on_a_practice_stand_on_its_page() -> None:
    first = Comment(
        **common("aamiainen/01"),
        date=date(2026, 11, 1),
        by="Kyläseura",
        on_practice="aamiainen",
        text=text("Kahvi riittää."),
    )
    answer = Comment(
        **common("aamiainen/02"),
        date=date(2026, 11, 2),
        by="Kunta",
        by_organisation="kunta",
        on_practice="aamiainen",
        in_reply_to="aamiainen/01",
        text=text("Samoin meillä."),
    )
    ctx = context(*region(first, answer))
    view = view_of(ctx, "aamiainen")
    assert [(one.by.text, one.depth) for one in view.comments.comments] == [("Kyläseura", 0), ("Kunta", 1)]
    assert view.comments.write == "../../ehdota/kommentti/#kohde=practices/aamiainen"
    page = practice_pages(ctx).make("aamiainen")
    assert "Kahvi riittää." in page.body
    assert ("kommentit", "Kommentit") in [(one.id, one.title) for one in page.headings]
    (told,) = [
        one for one in mention_facts(ctx, ctx.community.organisations["kunta"], "../../") if one.term == "Kommentit"
    ]
    assert Link("Kunta: Kumppanuusaamiainen", "../../kaytannot/aamiainen/#kommentti-02") in told.links
