"""Frames of coming events on the pages of others: another origin, no cookie, light or dark, as high as their list."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Accessibility, Site, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PLAIN = "<!doctype html><html lang=fi><title>Kunta</title><body style='background:#fff'>"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Another origin; what stands on its page is given by each test."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "sitemap.xml").write_text("<loc>https://kunta.example.org/</loc>", encoding="utf-8")
    with served(folder) as other:
        yield other


@pytest.fixture(scope="module")
def frame(site: Site) -> str:
    """The frame of the municipality with most to show."""
    found = max(sorted(site.folder.glob("upota/kunnat/*/index.html")), key=lambda one: one.stat().st_size)
    return f"{found.parent.relative_to(site.folder).as_posix()}/"


def put(page: Page, elsewhere: Site, html: str) -> None:
    """Show a page of the other origin; of its own name, for within a second nobody knows that a file is another."""
    name = f"kunta-{sha256(html.encode()).hexdigest()[:8]}.html"
    (elsewhere.folder / name).write_text(PLAIN + html, encoding="utf-8")
    page.goto(f"{elsewhere.address}{name}")


def lines(site: Site, frame: str) -> str:
    """Return the lines that the page about embedding gives, for another frame."""
    return (
        f'<iframe src="{site.address}{frame}" title="Menot" style="width:100%;height:480px;border:0"></iframe>'
        f'<script src="{site.address}assets/seurantalo/ehdota/upota.js" async></script>'
    )


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_the_frame_is_as_high_as_its_list_and_links_leave_it(
    page: Page, site: Site, elsewhere: Site, frame: str
) -> None:
    put(page, elsewhere, lines(site, frame))
    page.wait_for_function("document.querySelector('iframe').clientHeight != 480")
    inside = page.frames[1]
    fits = "Math.ceil(document.body.getBoundingClientRect().height) <= innerHeight"
    inside.wait_for_function(fits)
    assert inside.evaluate("document.documentElement.scrollHeight - innerHeight") == 0
    assert page.context.cookies() == []
    inside.locator("li a").first.click()
    page.wait_for_url(f"{site.address}tapahtumat/**")


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_others_can_not_set_the_height(page: Page, site: Site, elsewhere: Site, frame: str) -> None:
    asks = "setInterval(() => parent.postMessage({seurantaloHeight: 4000}, '*'), 20)"
    put(
        page, elsewhere, f'<iframe srcdoc="<script>{asks}</script>" style="height:90px"></iframe>{lines(site, frame)}'
    )
    page.wait_for_function("document.querySelectorAll('iframe')[1].clientHeight != 480")
    page.evaluate(
        """addEventListener("message", ({ data }) => { globalThis.asked ||= data.seurantaloHeight === 4000; })"""
    )
    page.wait_for_function("globalThis.asked")
    assert page.evaluate("document.querySelector('iframe').clientHeight") == 90
    assert page.evaluate("document.querySelectorAll('iframe')[1].clientHeight") != 4000


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_colours_and_size_are_chosen_in_the_address(page: Page, site: Site, frame: str) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    seen = {}
    for wished in ("", "#vaalea", "#tumma"):
        page.goto("about:blank")
        page.goto(f"{site.address}{frame}{wished}")
        seen[wished] = page.evaluate(paper)
    assert seen == {"": "rgb(30, 33, 41)", "#vaalea": "rgb(255, 255, 255)", "#tumma": "rgb(30, 33, 41)"}
    page.goto(f"{site.address}{frame}?koko=pieni")
    assert page.locator("li").count() > 5
    assert page.locator("li:visible").count() == 5


def test_a_frame_is_accessible(page: Page, site: Site, frame: str, accessibility: Accessibility) -> None:
    page.goto(f"{site.address}{frame}")
    assert accessibility(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_what_is_chosen_stands_in_the_lines_and_is_shown(page: Page, site: Site) -> None:
    page.goto(f"{site.address}upota/")
    page.locator("#upotus-teema-mika").select_option(index=1)
    page.locator("#upotus-teema-varit").select_option("#tumma")
    chosen = page.locator("#upotus-teema-mika option").nth(1).get_attribute("value")
    expect(page.locator("#upotus-teema")).to_contain_text(f'/{chosen}#tumma"')
    expect(page.locator("#upotus-teema-kehys")).to_have_attribute("src", f"../{chosen}#tumma")


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_lines_are_of_the_municipality_from_which_one_comes(page: Page, site: Site) -> None:
    page.goto(f"{site.address}kunnat/vimpeli/")
    page.get_by_role("link", name="Näytä nämä tapahtumat omalla sivustollasi").click()
    page.wait_for_url("**/upota/?kunta=vimpeli")
    expect(page.locator("#upotus-kunta")).to_contain_text("/upota/kunnat/vimpeli/")
    expect(page.locator("#upotus-kunta-kehys")).to_have_attribute("src", "../upota/kunnat/vimpeli/")
