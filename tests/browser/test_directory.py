"""The directory, the venues and the themes in a browser: what is chosen is shown, and the way on keeps the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)


def shown(page: Page, rows: str) -> list[str]:
    """The keys of the rows that are to be seen."""
    script = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.keys)"
    keys: list[str] = page.locator(rows).evaluate_all(script)
    return keys


def test_the_directory_shows_only_who_is_quiet(site: Site, page: Page) -> None:
    page.goto(f"{site.address}hakemisto/vimpeli/")
    page.locator("form[data-started]").wait_for()
    everyone = shown(page, "tr[data-keys]")
    page.locator("select[name=tila]").select_option("tila:hiljaa")
    page.wait_for_url("**?tila=hiljaa")
    quiet = shown(page, "tr[data-keys]")
    assert 0 < len(quiet) < len(everyone)
    assert quiet == [keys for keys in everyone if "tila:hiljaa" in keys]


def test_a_hall_for_three_hundred_is_found(site: Site, page: Page) -> None:
    page.goto(f"{site.address}paikat/?koko=300")
    page.locator("form[data-started]").wait_for()
    found = shown(page, "#lista li[data-keys]")
    assert found
    assert all("koko:300" in keys for keys in found)


def test_a_theme_leads_to_its_events_in_the_calendar(site: Site, page: Page) -> None:
    page.goto(f"{site.address}teemat/kulttuuri/")
    page.get_by_role("link", name="kalenterissa").click()
    page.wait_for_url("**/kalenteri/?teema=kulttuuri")
    page.locator("[data-agenda-number]", has_text="(1)").wait_for()
    assert page.locator("[name=teema][value=kulttuuri]").is_checked()
