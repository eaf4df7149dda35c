"""The drawer of a phone: for keys, and for letters twice as large."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.test_large_letters import LARGE

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

PAGE = "tapahtumat/perheiden-pyorapaiva-vimpeli/"

pytestmark = pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)


def test_who_moves_by_keys_sees_the_link_of_the_drawer_that_is_next(site: Site, page: Page) -> None:
    page.goto(site.address + PAGE)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.st-drawer li a')"):
            break
    page.wait_for_function("document.activeElement.closest('.st-drawer').getBoundingClientRect().left === 0")
    for _ in range(12):
        page.keyboard.press("Tab")
    page.wait_for_function("document.querySelector('.st-drawer').getBoundingClientRect().right <= 0")


@pytest.mark.parametrize("path", ["", PAGE], ids=["front", "event"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_open_the_drawer_by_its_button_and_close_it(site: Site, page: Page, path: str, key: str) -> None:
    page.goto(site.address + path)
    button = page.get_by_role("button", name="Navigaatio")
    for _ in range(3):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press(key)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a:focus")).to_have_count(1)
    page.wait_for_function("document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    page.wait_for_function("document.querySelector('.md-sidebar--primary').getBoundingClientRect().right <= 0")


def test_keys_pass_by_the_closed_levels_of_the_drawer_and_open_them(site: Site, page: Page) -> None:
    page.goto(site.address)
    level = page.locator(".md-nav--primary label.md-nav__link[tabindex]").first
    links = level.locator("xpath=following::nav[1]//a")
    level.focus()
    page.keyboard.press("Tab")
    expect(
        page.locator(":is(.md-nav--primary > ul > li > a, .md-nav--primary > ul > li > div > a):focus")
    ).to_have_count(1)
    level.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "link => getComputedStyle(link).visibility === 'visible'", arg=links.first.element_handle()
    )
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()


def test_what_opens_a_level_of_the_drawer_and_the_level_have_its_name(site: Site, page: Page) -> None:
    page.goto(site.address)
    arrows = page.locator(".md-nav--primary label.md-nav__link[tabindex]")
    names = [" ".join(words.split()) for words in arrows.all_text_contents()]
    assert names
    assert all(names)
    arrows.first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name=names[0], exact=True)).to_be_visible()


def test_the_drawer_leaves_room_to_close_it_however_large_the_letters(site: Site, page: Page) -> None:
    page.goto(site.address + PAGE)
    page.add_style_tag(content=LARGE)
    page.locator("header label[for=__drawer]").click()
    page.wait_for_function("document.querySelector('.st-drawer').getBoundingClientRect().left === 0")
    drawer = page.locator(".st-drawer")
    assert drawer.evaluate("drawer => drawer.getBoundingClientRect().right <= innerWidth - 44")
    assert drawer.evaluate("drawer => drawer.scrollWidth <= drawer.clientWidth")
