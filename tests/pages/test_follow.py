"""Whom to ask, the way there, and following: on the pages of organisations, venues and municipalities."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import Markup
from tests.pages.small_region import SITE, context
from tests.pages.wiki_region import region

from seurantalo.model.place import Coordinates, Municipality, Venue
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.venue import venue_pages
from seurantalo.publishing.pages.shared.context import PageContext

SEURALA = replace(
    next(one for one in region() if isinstance(one, Venue)),
    owner="kylaseura",
    coordinates=Coordinates(latitude=63.0028, longitude=23.8256),
)
PAGES = {
    "yhdistykset/kylaseura/": organisation_pages,
    "paikat/seurala/": venue_pages,
    "kunnat/vimpeli/": municipality_pages,
}
FEEDS = {
    "yhdistykset/kylaseura/": "yhdistys/kylaseura",
    "paikat/seurala/": "paikka/seurala",
    "kunnat/vimpeli/": "kunta/vimpeli",
}


def body(address: str, ctx: PageContext | None = None) -> str:
    pages = PAGES[address](ctx or context(*region(SEURALA)))
    return next(page.body for page in pages if page.address == address)


def menu(text: str, name: str) -> list[tuple[str, str]]:
    """The words and addresses of a menu, in order."""
    (found,) = re.findall(
        rf'<details class="st-menu"><summary class="st-button">{name}</summary>(.*?)</details>', text, re.DOTALL
    )
    links = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', found)
    return [(Markup(words).striptags(), Markup(address).unescape()) for address, words in links]


@pytest.mark.parametrize("address", PAGES)
def test_a_calendar_is_followed_in_each_app(address: str) -> None:
    feed = f"seurantalo.example.org/ical/{FEEDS[address]}.ics"
    quoted = feed.replace("/", "%2F")
    apple, google, outlook, copied, more = menu(body(address), "Seuraa")
    assert apple == ("Apple iPhone, iPad, Mac", f"webcal://{feed}")
    assert google == (
        "Google kalenteri verkossa, Android",
        f"https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F{quoted}",
    )
    assert outlook[0] == "Outlook verkossa"
    assert outlook[1].startswith(
        f"https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2F{quoted}&name=J%C3%A4"
    )
    assert copied == ("Kopioi osoite", f"../../ical/{FEEDS[address]}.ics")
    assert f'data-copy="https://{feed}"' in body(address)
    assert more == ("Muut sovellukset ja ohjeet", f"../../tilaa/{FEEDS[address].replace('/', '-')}/")


@pytest.mark.parametrize("address", PAGES)
def test_a_site_that_does_not_know_its_address_leads_to_the_page_of_the_calendar(address: str) -> None:
    ctx = replace(context(*region(SEURALA)), site=replace(SITE, url=""))
    assert [words for words, _ in menu(body(address, ctx), "Seuraa")] == ["Muut sovellukset ja ohjeet"]


@pytest.mark.parametrize("address", PAGES)
def test_what_one_comes_for_stands_before_what_is_on(address: str) -> None:
    text = body(address)
    first = [text.index("Keneltä voi kysyä"), text.index(">Seuraa<")]
    assert max(first) < text.index("</h1>") + 4_000
    assert max(first) < text.index(
        '<section class="st-section">\n<h2 id="' + ("varaukset" if "paikat" in address else "tapahtumat")
    )


def test_an_association_is_written_to_and_called_by_one_press() -> None:
    text = body("yhdistykset/kylaseura/")
    assert (
        '<a href="mailto:info@example.org"><strong>Lähetä sähköpostia</strong> <span>info@example.org</span></a>'
        in text
    )
    assert '<a href="tel:06123456"><strong>Soita</strong> <span>06 123 456</span></a>' in text


def test_a_venue_tells_the_way_and_asks_its_owner() -> None:
    text = body("paikat/seurala/")
    assert (
        '<a class="st-button st-button--primary" '
        'href="https://www.openstreetmap.org/directions?to=63.00280%2C23.82560" rel="noopener">Reittiohjeet</a>'
    ) in text
    assert 'href="mailto:info@example.org"' in text


def test_a_venue_off_the_map_and_without_an_owner_promises_neither() -> None:
    lone = replace(SEURALA, owner=None, coordinates=None)
    text = body("paikat/seurala/", context(*region(lone)))
    assert "Reittiohjeet" not in text
    assert "Keneltä voi kysyä" not in text


def test_a_municipality_names_whom_to_ask_in_a_menu() -> None:
    place = next(one for one in region() if isinstance(one, Municipality) and one.id == "vimpeli")
    asked = replace(place.contacts[0], email="kunta@example.org", phone="06 11")
    changed = replace(place, contacts=(asked,))
    found = menu(body("kunnat/vimpeli/", context(*region(changed))), "Keneltä voi kysyä")
    assert found == [
        ("Yhdistysyhteyshenkilö kunta@example.org", "mailto:kunta@example.org"),
        ("Yhdistysyhteyshenkilö 06 11", "tel:0611"),
    ]
