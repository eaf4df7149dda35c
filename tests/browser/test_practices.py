"""Practices in a browser: the pages are accessible, and a neighbour's practice can be taken up from one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Accessibility, Site

PAGES = (
    "kaytannot/",
    "kaytannot/kumppanuusaamiainen/",
    "kaytannot/mimmien-ilta/",
    "kaytannot/pienten-kuntien-osallisuusmalli/ota-kayttoon/",
    "kasikirja/12-vuoropuhelu/",
    "menetelmat/",
)
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("location", PAGES)
def test_everybody_can_read_it(page: Page, site: Site, accessibility: Accessibility, location: str) -> None:
    page.goto(site.address + location)
    for summary in page.locator("main details > summary").all()[:3]:
        summary.click()
    assert accessibility(page) == []
    assert page.evaluate(TOO_WIDE) <= 0


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_a_practice_is_taken_up_without_writing_a_line(page: Page, site: Site) -> None:
    page.goto(site.address + "kaytannot/palvelupaja/")
    page.get_by_role("link", name="Ota käyttöön").click()
    page.locator("summary", has_text="Vimpeli").click()
    links = page.locator("#kunta-vimpeli").get_by_role("link", name="Lisää tämä tiedosto")
    given = [parse_qs(urlsplit(link.get_attribute("href") or "").query) for link in links.all()]
    assert [one["filename"][0] for one in given] == ["vimpeli-palvelupaja.md", "palvelupaja-vimpeli-2027.yml"]
    assert "käyttöönottaja: vimpelin-kunta" in given[0]["value"][0]
    assert "tilanne: alustava" in given[1]["value"][0]
    assert page.locator("#kunta-vimpeli pre").nth(1).inner_text().strip() == given[1]["value"][0].strip()
