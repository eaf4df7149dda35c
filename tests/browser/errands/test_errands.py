"""What people come for is done in few taps: on a phone and on a desktop, with JavaScript and without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import expect
from tests.browser.conftest import started
from tests.browser.errands.conftest import HERE, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from tests.browser.conftest import Site

ERRANDS: list[dict[str, Any]] = yaml.safe_load((HERE / "errands.yml").read_text(encoding="utf-8"))
#: Where a step taps, and on what: what can be seen in the page itself, in its header, in the search.
PLACES = {
    "link": ("article", "a"),
    "summary": ("article", "summary"),
    "button": ("article", "button"),
    "pick": ("article", "label"),
    "header": ("header", "a"),
    "result": ("dialog", "a"),
}
WIDTHS = {"phone": 390, "desktop": 1280}


@pytest.fixture(scope="module", params=["scripts", "without"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "scripts")


@pytest.fixture(scope="module", params=WIDTHS)
def walked(request: pytest.FixtureRequest, browser: Browser, scripts: bool) -> Iterator[Page]:
    """A page at one width, with JavaScript or without."""
    context = browser.new_context(
        viewport={"width": WIDTHS[request.param], "height": 844},
        java_script_enabled=scripts,
        reduced_motion="reduce",
        locale="fi-FI",
        timezone_id="Europe/Helsinki",
        service_workers="block",
    )
    context.set_default_timeout(15_000)
    context.clock.set_fixed_time(f"{TODAY}T09:00:00+02:00")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand["name"])
def test_an_errand_is_done(errands_site: Site, walked: Page, scripts: bool, errand: dict[str, Any]) -> None:
    way = errand if scripts else errand | errand.get("without", {})
    assert way["most"] == len(way["steps"])
    walked.goto(errands_site.address)
    if scripts:
        # A tap before the module is there leads by the plain link, as without it.
        started(walked, "ehdota/when-tabs.js")
    for step in way["steps"]:
        take(walked, step)
    walked.wait_for_url(errands_site.address + way["ends"])
    if "sees" in way:
        walked.locator("article").get_by_text(way["sees"]).locator("visible=true").first.wait_for()
    if way.get("hides"):
        expect(walked.locator("article").get_by_text(way["hides"]).locator("visible=true")).to_have_count(0)
    if "link" in way:
        walked.locator(f'article a[href*="{way["link"]}"]').locator("visible=true").first.wait_for()


def take(page: Page, step: dict[str, str]) -> None:
    ((kind, words),) = step.items()
    if kind == "type":
        page.locator("dialog input[type=search]").fill(words)
        return
    # Long words may have soft hyphens, and a whole card may be the link.
    said = re.compile("\u00ad?".join(map(re.escape, words)))
    where, what = PLACES[kind]
    found = page.locator(where).locator(what)
    named = found.and_(page.get_by_label(words)) if kind == "header" else found.filter(has_text=said)
    named.locator("visible=true").first.click()
