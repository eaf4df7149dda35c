"""Addresses of pages that have moved: who has one in a bookmark or an old letter comes to where the page stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route
    from tests.browser.conftest import Site

#: Pages that the site is made to have.
THERE = ("vuosi/karstula-aiemmat/", "vuosi/karstula-2027/", "mita-ideoista-tuli/", "sv/vuosi/karstula-aiemmat/")
LOST = "Tällä osoitteella ei ole sivua"

pytestmark = pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)


def visit(page: Page, site: Site, address: str) -> None:
    """Open an address of a site whose host answers as hosts do: its page for lost readers, with status 404."""
    lost = (site.folder / "404.html").read_text(encoding="utf-8")
    there = {f"{site.address}{one}" for one in THERE}

    def answer(route: Route) -> None:
        is_there = route.request.url in there
        route.fulfill(
            status=200 if is_there else 404,
            content_type="text/html; charset=utf-8",
            body="<h1>Siirtynyt</h1>" if is_there else lost,
        )

    for part in ("vuosi", "mita-ideoista-tuli", "sv", "olematon"):
        page.route(f"{site.address}{part}/**", answer)
    page.goto(f"{site.address}{address}")


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("vuosi/karstula-2019/", "vuosi/karstula-aiemmat/#vuosi-2019"),
        ("vuosi/karstula-2028/", "vuosi/karstula-2027/#vuosi-2028"),
        ("vuosi/karstula-2019/index.html", "vuosi/karstula-aiemmat/#vuosi-2019"),
        ("mita-ideoista-tuli/karstula/", "mita-ideoista-tuli/"),
        ("sv/vuosi/karstula-2019/", "sv/vuosi/karstula-aiemmat/#vuosi-2019"),
    ],
)
def test_an_old_address_leads_on(page: Page, site: Site, old: str, now: str) -> None:
    visit(page, site, old)
    page.wait_for_url(f"{site.address}{now}")
    assert page.locator("h1").inner_text() == "Siirtynyt"


@pytest.mark.parametrize("address", ["vuosi/soini-2019/", "olematon/karstula-2019/", "vuosi/karstula-19/"])
def test_an_address_that_never_was_leads_nowhere(page: Page, site: Site, address: str) -> None:
    visit(page, site, address)
    page.wait_for_load_state("networkidle")
    assert page.url == f"{site.address}{address}"
    assert LOST in page.locator("h1").inner_text()
