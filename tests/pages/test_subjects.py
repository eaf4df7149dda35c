"""Themes, audiences, sources, the glossary and good-deed campaigns."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.pages.small_region import common, context, event, text
from tests.pages.wiki_region import EVIL, region

from seurantalo.model.participation import Campaign, Deed
from seurantalo.model.parts import Period
from seurantalo.model.record import Record
from seurantalo.model.vocabulary import Audience, Term, Theme
from seurantalo.publishing.pages.participation.campaign import (
    campaign_index,
    campaign_pages,
    campaign_view,
    percent,
    state_badge,
)
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pages.wiki.glossary import glossary_page, term_entries
from seurantalo.publishing.pages.wiki.source import source_index, source_pages
from seurantalo.publishing.pages.wiki.theme_and_audience import (
    audience_index,
    audience_pages,
    term_view,
    theme_index,
    theme_pages,
)
from seurantalo.publishing.prose import ProseContext, render_prose
from seurantalo.wiki import related_themes

TODAY = date(2027, 1, 11)


def theme(identifier: str, broader: str | None = None, **more: Any) -> Theme:
    return Theme(**common(identifier), name=text(identifier.capitalize()), broader=broader, **more)


def site(*more: Record, today: date = TODAY) -> PageContext:
    return context(*region(*more), today=today)


def campaign(**more: Any) -> Campaign:
    fields: dict[str, Any] = {
        "title": text("Hyvän teon syksy"),
        "purpose": text("Penkkejä reitille."),
        "period": Period(starts=date(2026, 9, 1), ends=date(2027, 2, 28)),
        "deeds": (
            Deed(what=text("Haravointi"), offered=30, done=18, price=Decimal(15)),
            Deed(what=text("Seura"), offered=10, done=12),
        ),
        "raised": Decimal(575),
        "target": Decimal(1500),
        "organisation": "kylaseura",
        "municipality": "vimpeli",
        "events": ("kokous",),
    }
    return Campaign(**{**common("syksy"), **fields, **more})


def term(identifier: str = "poyta", **more: Any) -> Term:
    fields: dict[str, Any] = {"name": text("Kumppanuuspöytä"), "explanation": text("Pöytä, jossa sovitaan."), **more}
    return Term(**common(identifier), **fields)


def test_a_theme_shows_the_events_of_narrower_themes_too() -> None:
    ctx = site(
        theme("kulttuuri"),
        theme("kuoro", "kulttuuri"),
        event("laulu", datetime(2027, 2, 1, 18), themes=("kuoro",)),
        event("mennyt", datetime(2026, 2, 1, 18), themes=("kuoro",)),
    )
    view = term_view(ctx, ctx.community.themes["kulttuuri"])
    assert [one.event.id for one in view.coming.events] == ["laulu"]
    assert view.around == (Link("Kuoro", "../../teemat/kuoro/"),)
    below = term_view(ctx, ctx.community.themes["kuoro"])
    assert below.around == (Link("Kulttuuri", "../../teemat/kulttuuri/"),)


def test_a_theme_shows_practices_organisations_and_what_goes_with_it() -> None:
    ctx = site()
    view = term_view(ctx, ctx.community.themes["kyla"])
    assert [card.title for card in view.practices] == ["Kumppanuusaamiainen", "Yrittäjien aamukahvit"]
    assert view.organisations == (Link("Kylän & järven seura ry", "../../yhdistykset/kylaseura/"),)
    assert [fact.term for fact in view.frame.mentions] == ["Käsikirjan kysymykset"]


def test_thousands_of_events_make_a_bounded_page_with_a_way_to_the_rest() -> None:
    many = [
        event(f"e{n}", datetime(2027, 2, 1, 18) + timedelta(days=n % 300), themes=("kyla",)) for n in range(2_000)
    ]
    ctx = site(*many)
    view = term_view(ctx, ctx.community.themes["kyla"])
    assert len(view.coming.events) == 30
    assert view.all_events == Link("ja 1\u00a0970 muuta kalenterissa", "../../kalenteri/?teema=kyla")


def test_an_audience_has_its_page_and_its_calendar() -> None:
    ctx = site(event("peli", datetime(2027, 2, 1, 18), audiences=("nuoret",)))
    pages = {page.address: page for page in audience_pages(ctx)}
    assert list(pages) == ["kenelle/kaikki/", "kenelle/nuoret/"]
    assert "Peli" in pages["kenelle/kaikki/"].body
    assert pages["kenelle/nuoret/"].feeds[0].path == "ical/kohderyhma/nuoret.ics"


def test_the_list_has_narrower_words_below_broader_ones() -> None:
    ctx = site(theme("a"), theme("b", "a"), theme("c", "b"), event("x", datetime(2027, 2, 1, 18), themes=("c",)))
    body = theme_index(ctx).body
    assert body.index("teemat/a/") < body.index("teemat/b/") < body.index("teemat/c/") < body.index("teemat/kyla/")
    assert body.count('<span class="st-note">1</span>') == 3


def test_words_above_each_other_in_a_circle_are_still_shown() -> None:
    around = {name: theme(name, broader) for name, broader in (("a", "b"), ("b", "a"))}
    body = theme_index(site(*around.values())).body
    assert body.count("teemat/a/") == body.count("teemat/b/") == 1


def test_themes_that_meet_are_akin() -> None:
    ctx = site()
    practice = ctx.community.practices["aamukahvit"]
    assert related_themes(ctx.community, ctx.community.themes["kyla"]) == ()
    meeting = type(practice)(
        **common("kuoro"),
        title=text("Kuoro"),
        kinds=practice.kinds,
        lead=text("L"),
        stage=practice.stage,
        themes=("kyla", "musiikki"),
    )
    akin = site(meeting)
    assert [one.id for one in related_themes(akin.community, akin.community.themes["kyla"])] == ["musiikki"]


def test_a_source_tells_what_rests_on_it_in_fields_and_in_texts() -> None:
    ctx = site(event("ilta", date(2027, 3, 1), description=text("Kirjattu [[lähde:raportti]].")))
    (page,) = source_pages(ctx)
    assert page.address == "lahteet/raportti/"
    assert "kaytannot/aamiainen/" in page.body
    assert "tapahtumat/ilta/" in page.body
    assert 'href="https://example.org/raportti"' in page.body
    # What writers need is folded away: a reader's page shows no marks of theirs.
    before, _, folded = page.body.partition("<details")
    assert "[[" not in before
    assert "[[lähde:raportti]]" in folded
    assert "3 sivua viittaa tähän" in source_index(ctx).body


def test_a_word_of_the_glossary_can_be_linked_from_any_text() -> None:
    ctx = site(
        term(aliases=("pöytä",), see=("paja",), practices=("aamiainen",), sources=("raportti",)),
        term("paja", name=text("Paja")),
        event("ilta", date(2027, 3, 1), description=text("Kokoontuu [[sana:poyta|pöytä]].")),
    )
    linked = render_prose("[[sana:poyta]] ja [[ord:paja|verkstad]]", ProseContext(ctx.community, "fi", "../../"))
    assert linked == (
        '<p><a href="../../sanasto/#poyta">Kumppanuuspöytä</a> ja <a href="../../sanasto/#paja">verkstad</a></p>'
    )
    entry = next(one for one in term_entries(ctx, "../") if one.anchor == "poyta")
    assert entry.see == (Link("Paja", "#paja"),)
    assert entry.practices == (Link("Kumppanuusaamiainen", "../kaytannot/aamiainen/"),)
    assert entry.sources == (Link("Raportti (Hanke)", "../lahteet/raportti/"),)
    assert entry.used == (Link("Ilta", "../tapahtumat/ilta/"),)
    body = glossary_page(ctx).body
    assert 'id="poyta"' in body
    assert body.index("Katso:") < body.index("Hyvä käytäntö:") < body.index("Lähde:") < body.index("Käytössä täällä:")


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 8, 1), "alkaa 1.9.2026"),
        (date(2027, 2, 28), "käynnissä nyt"),
        (date(2027, 3, 1), "päättynyt"),
    ],
)
def test_whether_a_campaign_goes_on(today: date, words: str) -> None:
    assert state_badge(site(campaign(), today=today), campaign()).text == words


def test_a_campaign_counts_its_deeds_and_its_money() -> None:
    ctx = site(campaign())
    view = campaign_view(ctx, ctx.community.campaigns["syksy"])
    assert (view.deeds_done, view.money, view.percent) == (
        "Tekoja tehty 30, tarjolla 40",
        "Koossa 575\u00a0€, tavoite 1\u00a0500\u00a0€",
        38,
    )
    assert [(row.what, row.price, row.left) for row in view.deeds] == [
        ("Haravointi", "15\u00a0€", "12"),
        ("Seura", "", "0"),
    ]
    assert view.ask == Link("Pyydä tekoa", "mailto:info@example.org")
    assert campaign_index(ctx).body.count("Tekoja tehty 30, koossa 575\u00a0€.") == 1
    later = site(campaign(), today=date(2027, 4, 1))
    assert campaign_view(later, later.community.campaigns["syksy"]).ask is None
    pages = [next(iter(campaign_pages(one))).body for one in (ctx, later)]
    assert ["Jäljellä" in page for page in pages] == [True, False]


@pytest.mark.parametrize(
    ("raised", "target", "found"),
    [(None, Decimal(10), -1), (Decimal(5), None, -1), (Decimal(5), Decimal(0), -1), (Decimal(20), Decimal(10), 100)],
)
def test_how_much_of_the_target_is_in(raised: Decimal | None, target: Decimal | None, found: int) -> None:
    assert percent(campaign(raised=raised, target=target)) == found


def test_what_people_wrote_is_escaped() -> None:
    ctx = site(
        theme("evil", aliases=(EVIL,)),
        Audience(**common("paha"), name=text(EVIL)),
        term(name=text(EVIL), explanation=text(EVIL), aliases=(EVIL,)),
        campaign(title=text(EVIL), purpose=text(EVIL), deeds=(Deed(what=text(EVIL), offered=1, done=0),)),
    )
    pages = (
        *theme_pages(ctx),
        *audience_pages(ctx),
        audience_index(ctx),
        glossary_page(ctx),
        *campaign_pages(ctx),
        campaign_index(ctx),
    )
    assert [page.address for page in pages if EVIL in page.body] == []
