"""An event's page on a phone: what everybody asks is on the first screen, with scripts and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import SCREENS, held, started

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import OpenPage, Site

pytestmark = pytest.mark.browser
#: A weekly group with a venue, a price, a contact of its organiser's and a rule of three lines.
EVENT = "tapahtumat/bandikellari/"
ASKED = {
    "what": "h1",
    "when": ".st-when__words",
    "where": "dt:text-is('Paikka')",
    "price": "dt:text-is('Hinta')",
    "whom to ask": "dt:text-is('Kysy lisää') + dd a",
    "calendar": "details.st-menu summary",
    "directions": ".st-buttons a[href*='/directions?']",
}
SHARED = """
Object.defineProperty(navigator, "share", { value: async (told) => { globalThis.told = told; }, configurable: true });
"""
#: Minutes at which the clock of the page begins and stands.
NOON, LATER = "2027-01-04T12:00:00+02:00", "2027-01-04T12:10:00+02:00"
COPIED = """
Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { globalThis.told = text; } } });
"""


def below(page: Page, selector: str) -> float:
    """The lower edge of an element, in pixels from the top of the screen."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box["y"] + box["height"]


@pytest.mark.parametrize("scripts", [True, False])
def test_what_everybody_asks_is_on_the_first_screen(open_page: OpenPage, site: Site, *, scripts: bool) -> None:
    page = open_page(SCREENS["phone-dark"], scripts=scripts)
    page.goto(site.address + EVENT)
    asked = ASKED | ({"share": "button[data-share]"} if scripts else {})
    assert {what: low for what, one in asked.items() if (low := below(page, one)) > 844} == {}
    expect(page.locator("button[data-share]")).to_be_visible(visible=scripts)
    page.locator("details.st-menu summary").click()
    found = [one.inner_text() for one in page.locator(".st-menu li a").all()]
    assert [words.split("\n")[0].split(" vain")[0] for words in found] == [
        "Puhelimen tai tietokoneen kalenteri",
        "Google-kalenteri",
        "Outlook verkossa",
    ]
    small = [box["height"] for one in page.locator(".st-menu li a").all() if (box := one.bounding_box())]
    assert min(small) >= 44


def test_the_page_is_shared_in_the_way_of_the_phone(open_page: OpenPage, site: Site) -> None:
    page = open_page(SCREENS["phone-dark"])
    page.add_init_script(SHARED)
    page.goto(site.address + EVENT + "#paivat")
    started(page, "ehdota/share.js")
    page.locator("button[data-share]").click()
    page.wait_for_function("globalThis.told")
    assert page.evaluate("told") == {"title": "Bändikellari", "url": site.address + EVENT}


def test_the_button_is_there_once_it_shares(open_page: OpenPage, site: Site) -> None:
    page = open_page(SCREENS["phone-dark"])
    button = page.locator("button[data-share]")
    with held(page, "**/ehdota/share.js") as let_go:
        page.goto(site.address + EVENT)
        expect(button).to_be_attached()
        expect(button).to_be_hidden()
        place = button.bounding_box()
        let_go()
    expect(button).to_be_visible()
    assert button.bounding_box() == place


def test_without_such_a_way_the_address_is_copied_and_that_is_told(open_page: OpenPage, site: Site) -> None:
    page = open_page(SCREENS["phone-dark"])
    page.add_init_script(COPIED)
    page.clock.install(time=NOON)
    page.goto(site.address + EVENT)
    started(page, "ehdota/share.js")
    page.clock.pause_at(LATER)
    button = page.locator("button[data-share]")
    words = button.inner_text()
    button.click()
    expect(button).to_have_text("Osoite kopioitu")
    assert page.evaluate("told") == site.address + EVENT
    page.clock.run_for(3_000)
    expect(button).to_have_text(words)


def test_the_header_says_the_title_once_the_heading_is_scrolled_away(open_page: OpenPage, site: Site) -> None:
    page = open_page(SCREENS["phone-dark"])
    page.goto(site.address + EVENT)
    page.wait_for_function("document.querySelectorAll('.md-header__topic').length === 2")
    page.mouse.wheel(0, 600)
    page.locator(".md-header__title--active").wait_for()
    title = page.locator(".md-header__topic").nth(1)
    page.wait_for_function("getComputedStyle(document.querySelectorAll('.md-header__topic')[1]).opacity === '1'")
    expect(title).to_have_text(page.locator("h1").inner_text().strip(), use_inner_text=True)
