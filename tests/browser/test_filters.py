"""The filters: narrow a list, keep the choice in the address, open with it again, and show everything again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import held

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

COUNT = "what => [...document.querySelectorAll(`main ${what}`)].filter((one) => one.offsetParent).length"


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
@pytest.mark.parametrize(
    ("location", "item"),
    [
        ("kaytannot/", "[data-keys]"),
        ("yhdistykset/", "[data-keys]"),
        ("paallekkaisyydet/", "#paallekkain .st-finding"),
    ],
)
def test_a_choice_narrows_the_list_and_stays_in_the_address(page: Page, site: Site, location: str, item: str) -> None:
    page.goto(site.address + location)
    form = page.locator("form.st-filter[data-started]").first
    form.wait_for()
    everything = page.evaluate(COUNT, item)
    select = form.locator("select").first
    choice = select.locator("option").nth(1).get_attribute("value") or ""
    assert choice

    select.select_option(choice)
    page.wait_for_function("() => location.search")
    narrowed = page.evaluate(COUNT, item)
    assert 0 < narrowed < everything
    assert str(narrowed) in form.locator("[role=status]").inner_text()
    page.reload()
    form.wait_for()
    assert (page.evaluate(COUNT, item), select.input_value()) == (narrowed, choice)

    form.locator("[type=reset]").click()
    page.wait_for_function("() => !location.search")
    assert page.evaluate(COUNT, item) == everything


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_a_choice_before_the_script_is_there_narrows_and_stands_in_the_address_too(page: Page, site: Site) -> None:
    choice = page.locator("form.st-filter select").first
    with held(page, "**/assets/seurantalo/wiki.js") as let_go:
        page.goto(f"{site.address}kaytannot/")
        everything = page.evaluate(COUNT, "[data-keys]")
        choice.select_option(index=1)
        let_go()
    page.wait_for_function("() => location.search")
    assert 0 < page.evaluate(COUNT, "[data-keys]") < everything


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_clashes_are_narrowed_by_place_and_level_together(page: Page, site: Site) -> None:
    page.goto(site.address + "paallekkaisyydet/")
    form = page.locator("form.st-filter[data-started]")
    form.wait_for()
    keys = page.locator("#paallekkain .st-finding").evaluate_all("all => all.map((one) => one.dataset.keys)")
    wanted = {"kunta:lappajarvi", "taso:hard"}
    meant = [each for each in keys if wanted <= set(each.split())]
    assert 0 < len(meant) < len(keys)

    form.locator("select[name=kunta]").select_option("kunta:lappajarvi")
    form.locator("select[name=taso]").select_option("taso:hard")
    findings = page.locator("#paallekkain .st-finding:visible")
    expect(findings).to_have_count(len(meant))
    assert findings.evaluate_all("all => all.map((one) => one.dataset.keys)") == meant
    # A month or a place of which nothing is left has no heading either.
    for heading in page.locator("#paallekkain :is(h2, h3):visible").all():
        assert heading.locator("xpath=..").locator(".st-finding:visible").count()

    form.locator("select[name=kunta]").select_option("kunta:evijarvi")
    expect(findings).to_have_count(sum({"kunta:evijarvi", "taso:hard"} <= set(each.split()) for each in keys))
