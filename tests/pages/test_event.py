"""The pages of events: what they say, and that no text of a file can break out of its place."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.pages.small_region import common, context, event, places, rich_records, text, weekly

from seurantalo.model.event import EventStatus, Registration
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import WebLink
from seurantalo.model.record import Kind
from seurantalo.publishing.feeds import feed_list
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.event import ROOT, event_page, event_pages
from seurantalo.publishing.pages.event_surroundings import subscription, surroundings
from seurantalo.publishing.pages.event_view import EventView, event_view, shown_occurrence
from seurantalo.publishing.publication import Page
from seurantalo.publishing.templating import environment

GOLDEN = Path(__file__).parent / "golden" / "event.html"


def view_of(ctx: PageContext, name: str) -> EventView:
    dates = ctx.calendar.of_event(name)
    found = ctx.community.events[name]
    return event_view(ctx, surroundings(ctx, ROOT), found, dates, shown_occurrence(ctx, dates))


def page_of(ctx: PageContext, name: str) -> Page:
    return event_page(ctx, surroundings(ctx, ROOT), ctx.community.events[name])


def fact(view: EventView, term: str) -> list[tuple[str, str]]:
    return [(link.text, link.href) for one in view.facts if one.term == term for link in one.links]


def test_an_event_with_everything_in_it(pytestconfig: pytest.Config) -> None:
    body = page_of(context(*rich_records()), "kylapaiva").body
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text(body, encoding="utf-8")
    assert body == GOLDEN.read_text(encoding="utf-8")


def test_a_moved_event_says_when_it_was_to_be() -> None:
    view = view_of(context(*rich_records()), "kylapaiva")
    assert [(one.title, one.text) for one in view.notices] == [
        ("Uusi aika.", "Piti olla pe 15.1.2027 klo 12."),
        ("Esimerkki.", "Tapahtuma on keksitty näyttämään, miten sivusto toimii."),
    ]
    assert view.when == "la 16.1.2027 klo 12–18.30"


@pytest.mark.parametrize(
    ("more", "notice"),
    [
        ({"status": EventStatus.CANCELLED}, ("Peruttu.", "Tapahtumaa ei järjestetä.")),
        ({"status": EventStatus.POSTPONED}, ("Lykätty.", "Uutta päivää ei vielä tiedetä.")),
        (
            {"status": EventStatus.TENTATIVE, "hold_until": date(2027, 2, 1)},
            ("Päivä varmistamatta.", "Päivä on varattuna ma 1.2.2027 asti."),
        ),
        ({"status": EventStatus.TENTATIVE}, ("Päivä varmistamatta.", "Järjestäjä vahvistaa päivän myöhemmin.")),
    ],
)
def test_a_status_is_the_first_thing_said(more: dict[str, Any], notice: tuple[str, str]) -> None:
    ctx = context(*places(), event("ilta", datetime(2027, 3, 2, 18), datetime(2027, 3, 2, 20), **more))
    assert [(one.title, one.text) for one in view_of(ctx, "ilta").notices] == [notice]


def test_an_event_that_has_been_says_so_and_offers_no_calendar_file() -> None:
    ctx = context(*places(), event("ilta", datetime(2026, 3, 2, 18), datetime(2026, 3, 2, 20)))
    view = view_of(ctx, "ilta")
    assert [one.title for one in view.notices] == ["Tämä tapahtuma on jo ollut."]
    assert view.actions == ()


def test_an_event_without_a_date_is_a_full_page() -> None:
    ctx = context(*places(), event("seminaari", None, pending_month=(2027, 5)))
    view = view_of(ctx, "seminaari")
    assert (view.head.block, view.when, view.neighbours) == (None, "Toukokuu 2027", ())
    page = page_of(ctx, "seminaari")
    assert page.feeds == ()
    assert "ld+json" not in page.body


def test_a_series_shows_six_dates_and_keeps_the_rest() -> None:
    view = view_of(context(*places(), weekly(), today=date(2027, 1, 20)), "kerho")
    assert view.recurrence == "joka tiistai klo 18–19.30, 12.1.–25.5.2027"
    assert view.when == "ti 2.2.2027 klo 18–19.30"
    assert [(row.words, row.off, [one.text for one in row.badges]) for row in view.next_dates[:2]] == [
        ("ti 26.1.2027 klo 18–19.30", True, ["peruttu"]),
        ("ti 2.2.2027 klo 18–19.30", False, []),
    ]
    assert [(row.words, row.note) for row in view.past_dates] == [
        ("ti 19.1.2027 klo 18–19.30", "Seurala · Ota lamppu"),
        ("ti 12.1.2027 klo 18–19.30", ""),
    ]
    assert (len(view.next_dates), len(view.later_dates), view.more_dates) == (6, 12, 0)


def test_where_and_who_are_links() -> None:
    view = view_of(context(*rich_records()), "kylapaiva")
    assert fact(view, "Paikka") == [
        ("Seurala", "../../paikat/seurala/"),
        ("Iso sali", ""),
        ("Vimpeli", "../../kunnat/vimpeli/"),
    ]
    assert fact(view, "Järjestäjä") == [("Kylän & järven seura ry", "../../yhdistykset/kylaseura/")]
    assert fact(view, "Yhteystiedot")[1:] == [
        ("info@example.org", "mailto:info@example.org"),
        ("06 123 456", "tel:06123456"),
    ]
    assert [(one.text, one.note) for one in view.neighbours] == [
        ("Tori", "klo 10–14"),
        ("Kahvit", "klo 13–14"),
        ("Tanssit", "klo 17–23 · Seurala"),
    ]


def test_what_belongs_together_is_told_on_both_sides() -> None:
    ctx = context(*rich_records())
    told = {one.term: [link.text for link in one.links] for one in view_of(ctx, "kylapaiva").related}
    assert told == {
        "Ohjelmaan kuuluu": ["Kahvit"],
        "Yhdessä": ["Tori"],
        "Samassa sarjassa": ["Kylapaiva-2026"],
        "Hyvä käytäntö": ["Kumppanuusaamiainen"],
        "Osallisuusprosessi": ["Osallisuusmalli"],
        "Täällä syntyneet ideat": ["Uusi lava"],
    }
    assert [one.term for one in view_of(ctx, "kahvit").related] == ["Osa kokonaisuutta"]


def test_an_agreed_clash_is_shown_with_its_reason() -> None:
    view = view_of(context(*rich_records()), "kylapaiva")
    assert [one.agreed for one in view.agreed] == ["Sovittu: Väki on eri (3.1.2027)"] * len(view.agreed)
    assert view.agreed


def test_pages_come_in_address_order_and_name_their_source() -> None:
    pages = list(event_pages(context(*rich_records())))
    assert [page.address for page in pages] == sorted(page.address for page in pages)
    assert {page.source for page in pages if page.address == "tapahtumat/tori/"} == {"events/tori.md"}
    assert all(page.body.startswith('<header class="st-head">\n<h1>') for page in pages)
    assert all(page.body.count("<h1") == 1 for page in pages)


HOSTILE = "<script>alert(1)</script> \"x\" 'y' </script><!-- & \u2028"


def hostile_context() -> PageContext:
    records = [one for one in places() if one.id != "kylaseura"]
    bad = text(HOSTILE)
    organisation = Organisation(
        **common("kylaseura"), name=bad, organisation_type=OrganisationType.ASSOCIATION, municipality="vimpeli"
    )
    found = event(
        "paha",
        datetime(2027, 1, 16, 12),
        datetime(2027, 1, 16, 18),
        title=bad,
        price=bad,
        accessibility=bad,
        description=bad,
        room=HOSTILE,
        venue="seurala",
        online="javascript:alert(1)",
        registration=Registration(text=bad, url="javascript:alert(2)"),
        links=(WebLink(url="data:text/html,x", title=bad),),
    )
    neighbour = event("naapuri", datetime(2027, 1, 16, 12), datetime(2027, 1, 16, 18), title=bad)
    return context(*records, organisation, found, neighbour)


def test_hostile_texts_stay_texts() -> None:
    body = page_of(hostile_context(), "paha").body
    scripts = re.findall(r"<script[^>]*>", body)
    assert scripts == ['<script type="application/ld+json">']
    assert body.count("</script>") == 1
    assert "<!--" not in body
    schemes = set(re.findall(r'href="([a-z]+):', body))
    assert schemes == {"https", "webcal"}


def test_json_ld_gives_hostile_texts_back_as_they_were() -> None:
    body = page_of(hostile_context(), "paha").body
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    assert found is not None
    assert json.loads(found[1])["name"] == HOSTILE


def test_written_out_pieces_are_those_of_the_macros() -> None:
    """event.html writes the header, the notices, the date and the facts out; they must not drift away."""
    ctx = context(*rich_records())
    view = view_of(ctx, "kylapaiva")
    macros = environment(ctx.lang).get_template("macros.html").module
    body = squeezed(page_of(ctx, "kylapaiva").body)
    assert squeezed(macros.page_header(view.title, view.kicker, "", view.head.crumbs)) in body  # type: ignore[attr-defined]
    assert squeezed(macros.facts(view.facts)) in body  # type: ignore[attr-defined]
    assert squeezed(macros.buttons(view.actions)) in body  # type: ignore[attr-defined]
    for one in view.notices:
        assert squeezed(macros.notice(one)) in body  # type: ignore[attr-defined]


def test_the_calendars_to_follow_are_those_that_there_are() -> None:
    ctx = context(*rich_records())
    listed = {
        (one.kind, one.record_id): (one.title, subscription(ctx, one.path, ROOT))
        for one in feed_list(ctx.community, ctx.calendar, ctx.settings, ctx.lang)
        if one.kind in (Kind.MUNICIPALITY, Kind.ORGANISATION)
    }
    assert {key: (one.text, one.href) for key, one in surroundings(ctx, ROOT).feeds.items()} == listed


def squeezed(html: str) -> str:
    return re.sub(r"\s*\n\s*", "", html).replace("> <", "><").strip()
