"""The filters: narrow a list, keep the choice in the address, open with it again, and show everything again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

COUNT = "what => [...document.querySelectorAll(`main ${what}`)].filter((one) => one.offsetParent).length"


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
@pytest.mark.parametrize(
    ("location", "item"),
    [("kalenteri/", ".st-event"), ("kaytannot/", "[data-keys]"), ("yhdistykset/", "[data-keys]")],
)
def test_a_choice_narrows_the_list_and_stays_in_the_address(page: Page, site: Site, location: str, item: str) -> None:
    page.goto(site.address + location)
    form = page.locator("form.st-filter").first
    form.wait_for()
    everything = page.evaluate(COUNT, item)
    select = form.locator("select").first
    choice = select.locator("option").nth(1).get_attribute("value") or ""
    assert choice

    select.select_option(choice)
    narrowed = page.evaluate(COUNT, item)
    assert 0 < narrowed < everything
    assert str(narrowed) in form.locator("[role=status]").inner_text()

    page.goto(page.url)
    form.wait_for()
    assert (page.evaluate(COUNT, item), select.input_value()) == (narrowed, choice)

    form.locator("[type=reset]").click()
    page.wait_for_function("() => !location.search")
    assert page.evaluate(COUNT, item) == everything
