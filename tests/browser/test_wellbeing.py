"""Well-being trees in a browser: real letters stay on their clouds, leaves lead to their organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Accessibility, Screen, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

TREES = ["alajarvi", "evijarvi", "kauhava", "lappajarvi", "soini", "vimpeli"]
# Words of leaves that reach beyond the picture, or over other words of the same picture.
STRAY = """
    () => {
        const picture = [...document.querySelectorAll(".st-tree__picture")].find((one) => one.checkVisibility());
        const whole = picture.getBoundingClientRect();
        const words = [...picture.querySelectorAll("text:not(.st-tree__apple-number)")]
            .map((one) => [one.textContent, one.getBoundingClientRect()]);
        const outside = words.filter(([, box]) => box.left < whole.left || box.right > whole.right);
        // Lines of one name stand close: their boxes may share a sliver.
        const over = words.filter(([, one], n) => words.slice(0, n).some(([, other]) =>
            one.left < other.right - 1 && other.left < one.right - 1
            && one.top < other.bottom - 4 && other.top < one.bottom - 4));
        return [...outside, ...over].map(([text]) => text);
    }
"""


@pytest.mark.parametrize("name", TREES)
def test_names_stay_in_their_places(page: Page, site: Site, name: str) -> None:
    page.goto(f"{site.address}hyvinvointi/{name}/")
    assert page.evaluate(STRAY) == []


def test_each_screen_has_one_tree_and_nothing_violates_wcag(
    page: Page, site: Site, screen: Screen, accessibility: Accessibility
) -> None:
    page.goto(f"{site.address}hyvinvointi/vimpeli/")
    shown = page.locator(".st-tree__picture:visible")
    assert shown.count() == 1
    kind = "narrow" if screen.width < 600 else "wide"
    assert f"st-tree__picture--{kind}" in (shown.get_attribute("class") or "")
    assert accessibility(page) == []
    page.goto(f"{site.address}hyvinvointi/")
    assert accessibility(page) == []


def test_leaves_and_apples_can_be_followed_from_the_front_page(page: Page, site: Site, screen: Screen) -> None:
    page.goto(site.address + "hyvinvointi/")
    page.locator(".st-forest").get_by_role("link", name="Vimpeli").click()
    page.wait_for_url("**/hyvinvointi/vimpeli/")
    picture = page.locator(".st-tree__picture:visible")
    picture.get_by_role("link", name="Sekakuoro Kuikanlaulu").click()
    page.wait_for_url("**/yhdistykset/sekakuoro-kuikanlaulu/")
    page.go_back()
    page.locator(".st-tree__picture:visible .st-tree__fruit").first.click()
    page.wait_for_url("**/tapahtumat/kumppanuusaamiainen-vimpeli-2018/")


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_on_paper_the_wide_tree_stands_even_from_a_phone(page: Page, site: Site) -> None:
    page.goto(f"{site.address}hyvinvointi/soini/")
    page.emulate_media(media="print")
    assert page.locator(".st-tree__picture--wide").is_visible()
    assert not page.locator(".st-tree__picture--narrow").is_visible()
