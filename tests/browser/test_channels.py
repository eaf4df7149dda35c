"""Texts of the outbox are copied with one press, and the screen of a hall shows seven whole rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Accessibility, OpenPage, Screen, Site
from tests.channels.test_screen import FOLDER, copies, pages, site

from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.channels.screen import ROWS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

HALL = Screen(1920, 1080, "light")
TEXT = "button[data-copy-from]"


def to_a_text(page: Page, site: Site) -> None:
    """Open the first page of a channel that has a text to copy."""
    texts = sorted(site.folder.glob("kanavat/*/**/index.html"))
    found = next(one for one in texts if "data-copy-from" in one.read_text(encoding="utf-8"))
    page.goto(f"{site.address}{found.relative_to(site.folder).as_posix()}")


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_a_text_is_copied_with_one_press(page: Page, site: Site) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    to_a_text(page, site)
    button = page.locator(TEXT).first
    button.wait_for()
    button.click()
    told = page.locator(".st-paste__told").first
    told.get_by_text("Kopioitu").wait_for()
    assert told.get_attribute("role") == "status"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("pre.st-paste").first.text_content()
    page.context.clear_permissions()


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_where_nothing_may_be_copied_the_text_is_selected(page: Page, site: Site) -> None:
    to_a_text(page, site)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator(TEXT).first.click()
    page.locator(".st-paste__told").first.get_by_text("Teksti on valittu").wait_for()
    assert page.evaluate("String(getSelection())").strip() == page.locator("pre.st-paste").first.inner_text().strip()


def test_without_a_script_the_text_is_there_and_no_button(open_page: OpenPage, site: Site) -> None:
    page = open_page(Screen(390, 844, "light"), scripts=False)
    to_a_text(page, site)
    assert page.locator("pre.st-paste").first.is_visible()
    assert not page.locator(TEXT).first.is_visible()


@pytest.fixture(scope="module")
def hall(open_page: OpenPage, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The screen of a hall with thirty events, the first of them with a very long title."""
    folder: Path = tmp_path_factory.mktemp("hall")
    files = {one.path: one.content for one in asset_files() if one.path.endswith("bare.css")}
    files |= {path: html.encode() for path, html in pages(site(*copies(30))).items()}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    page = open_page(HALL)
    page.goto((folder / FOLDER / "index.html").as_uri())
    return page


def test_seven_rows_with_the_longest_title_fit_on_a_screen(hall: Page) -> None:
    bottoms = hall.eval_on_selector_all("li", "(all) => all.map((one) => one.getBoundingClientRect().bottom)")
    assert len(bottoms) == ROWS
    assert max(bottoms) < hall.evaluate("document.querySelector('footer').getBoundingClientRect().top") + 2
    assert hall.evaluate("document.documentElement.scrollHeight") <= HALL.height
    assert hall.evaluate("document.documentElement.scrollWidth") <= HALL.width
    # Two whole lines of the longest title, its place below them.
    row = hall.locator("li").first
    box, where = row.bounding_box(), row.locator(".where").bounding_box()
    assert box is not None
    assert where is not None
    assert where["y"] + where["height"] <= box["y"] + box["height"] + 1


def test_the_screen_is_read_by_everybody(hall: Page, accessibility: Accessibility) -> None:
    # A screen in a hall has nobody who could ask for the next page (WCAG 2.2.1: the timing is essential).
    assert [one for one in accessibility(hall) if not one.startswith("meta-refresh")] == []
