"""The drawer of pages by the thousand, on a phone: for keys, and for letters twice as large."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
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


def test_the_drawer_leaves_room_to_close_it_however_large_the_letters(site: Site, page: Page) -> None:
    page.goto(site.address + PAGE)
    page.add_style_tag(content=LARGE)
    page.locator("header label[for=__drawer]").click()
    page.wait_for_function("document.querySelector('.st-drawer').getBoundingClientRect().left === 0")
    drawer = page.locator(".st-drawer")
    assert drawer.evaluate("drawer => drawer.getBoundingClientRect().right <= innerWidth - 44")
    assert drawer.evaluate("drawer => drawer.scrollWidth <= drawer.clientWidth")
