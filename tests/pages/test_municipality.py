"""The pages of municipalities."""

from __future__ import annotations

from datetime import date, timedelta

from tests.pages.small_region import context, event
from tests.pages.wiki_region import region

from seurantalo.model.record import Record
from seurantalo.publishing.pages.calendar.agenda import agenda_view
from seurantalo.publishing.pages.people.municipality import (
    MunicipalityView,
    municipality_index,
    municipality_pages,
    municipality_view,
)
from seurantalo.publishing.pages.shared.coming import MOST_COMING
from seurantalo.publishing.pages.shared.view import Link


def shown(*more: Record, lang: str = "fi") -> MunicipalityView:
    ctx = context(*region(*more), lang=lang)
    return municipality_view(ctx, ctx.community.municipalities["vimpeli"])


def test_what_is_ahead_and_weekly_groups_once() -> None:
    coming = shown().coming
    assert [one.event.id for one in coming.events] == ["kokous", "aamu-2027"]
    assert [one.event.id for one in coming.weekly] == ["kerho"]
    assert "<p><span>joka tiistai klo 18–19.30, 12.1.–25.5.2027</span>" in coming.weekly_html
    assert "st-date" not in coming.weekly_html
    assert "<span>Vimpeli</span>" not in coming.events_html + coming.weekly_html
    assert coming.feed.title == "Vimpeli: tapahtumat omaan kalenteriin"
    assert coming.feed.page == "../../tilaa/kunta-vimpeli/"


def test_a_busy_place_shows_the_next_thirty_and_counts_the_rest() -> None:
    first = date(2027, 5, 1)
    coming = shown(*(event(f"e{n:02}", first + timedelta(days=n)) for n in range(40))).coming
    assert (len(coming.events), coming.more) == (MOST_COMING, 12)


def test_facts_contacts_and_breaks() -> None:
    view = shown()
    assert [(fact.term, [link.text for link in fact.links]) for fact in view.facts] == [
        ("Maakunta", ["Etelä-Pohjanmaa"]),
        ("Asukkaita", ["2\u00a0700"]),
        ("Kielet", ["suomi"]),
        ("Naapurit", ["Soini"]),
        ("Kuntanumero", ["934"]),
    ]
    assert [(one.role, one.checked, one.old) for one in view.contacts] == [
        ("Yhdistysyhteyshenkilö", "tätä ei ole vielä tarkistettu", True)
    ]
    assert view.breaks == (("Hiihtoloma", "1.–7.3.2027"),)


def test_past_events_are_counted_by_year() -> None:
    assert shown().years == ((2026, "1 tapahtuma"), (2018, "2 tapahtumaa"))


def test_organisations_stand_by_type_and_practices_say_who_uses_them() -> None:
    view = shown()
    assert [(group.title, [link.text for link in group.items]) for group in view.organisations] == [
        ("Yhdistykset", ["Kylän & järven seura ry"]),
        ("Kunta", ["Vimpelin kunta"]),
    ]
    assert view.practices == (Link("Kumppanuusaamiainen", "../../kaytannot/aamiainen/"),)
    ctx = context(*region())
    soini = municipality_view(ctx, ctx.community.municipalities["soini"])
    assert soini.practices == (
        Link("Kumppanuusaamiainen", "../../kaytannot/aamiainen/", "Kylän & järven seura ry: kokeilee"),
    )


def test_a_place_where_nothing_happens_says_so_kindly() -> None:
    pages = {page.address: page.body for page in municipality_pages(context(*region()))}
    assert "Juuri nyt ei ole tulossa tapahtumia." in pages["kunnat/soini/"]
    assert "Tilaa kalenteri, niin näet heti, kun seuraava tulee." in pages["kunnat/soini/"]


def test_only_where_something_is_coming_one_asks_when() -> None:
    """The agenda that the tabs lead to offers the municipality, also where its next event comes after the list."""
    later = event("syksylla", date(2027, 9, 1), municipality="soini", venue=None)
    ctx = context(*region(later))
    places = ctx.community.municipalities
    coming = {one.event.municipality for one in ctx.calendar.listed if one.last_day >= ctx.today}
    assert {name for name in places if municipality_view(ctx, places[name]).tabs} == coming
    where = agenda_view(ctx).where
    assert where is not None
    assert {name for name, _ in where.options} == coming
    assert "soini" in coming


def test_the_index_counts_what_each_place_has() -> None:
    body = municipality_index(context(*region())).body
    assert body.index(">Soini<") < body.index(">Vimpeli<")
    assert "3 tapahtumaa tulossa" in body
    assert "2 toimijaa" in body
