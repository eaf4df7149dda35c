"""What people come for is done in few taps: on a phone and on a desktop, with JavaScript and without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.browser.errands.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page
    from tests.browser.conftest import Site

ERRANDS: list[dict[str, Any]] = yaml.safe_load((HERE / "errands.yml").read_text(encoding="utf-8"))
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
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand["name"])
def test_an_errand_is_done(errands_site: Site, walked: Page, errand: dict[str, Any]) -> None:
    assert len(errand["taps"]) <= errand["most"]
    walked.goto(errands_site.address)
    for tap in errand["taps"]:
        ((kind, words),) = tap.items()
        target(walked, kind, words).click()
    walked.wait_for_url(errands_site.address + errand["ends"])
    if "sees" in errand:
        walked.locator("article").get_by_text(errand["sees"]).locator("visible=true").first.wait_for()
    if "link" in errand:
        walked.locator(f'article a[href*="{errand["link"]}"]').locator("visible=true").first.wait_for()


def target(page: Page, kind: str, words: str) -> Locator:
    """What is tapped: the first that can be seen in the page itself."""
    # Long words may have soft hyphens, and a whole card may be the link.
    said = re.compile("\u00ad?".join(map(re.escape, words)))
    found = page.locator("article").locator("summary" if kind == "summary" else "a")
    return found.filter(has_text=said).locator("visible=true").first
