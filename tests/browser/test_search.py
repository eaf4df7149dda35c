"""The search in a browser: over every page, by mouse, finger and keys, and what stands there without scripts."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests import small
from tests.browser.conftest import SCREENS, Accessibility, OpenPage, Site, exactly, served
from tests.once import once

import _site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
TODAY = "2027-01-04"
MKDOCS_YML = """\
site_name: Koe
site_url: https://koe.example/
docs_dir: content
theme:
  name: material
  language: fi
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: custom, accent: custom,
       toggle: {icon: material/weather-night, name: Tumma}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, accent: custom,
       toggle: {icon: material/weather-sunny, name: Vaalea}}
plugins:
  - search
  - seurantalo: {language: fi, search: SEARCH}
"""
EVENT = """\
otsikko: %s
alkaa: %s klo 18
järjestäjä: vimpelin-martat
paikka: seurantalo
kenelle: [kaikki]
kuvaus: Tule mukaan.
"""
FILES = {
    "content/index.md": "# Koe\n\nAlku.\n",
    "events/2027/02/talvikirppis.yml": EVENT % ("Talvikirppis", "13.2.2027"),
    "events/2027/03/lastenkirppis.yml": EVENT % ("Lastenkirppis", "13.3.2027"),
    "events/2027/03/tanssit.yml": EVENT % ("Pääsiäistanssit", "20.3.2027"),
}
RESULTS = ".st-search__results a"
FIELD = "#st-search-field"
#: What stands first after a question of two words, and what it tells.
FIRST = "Talvikirppis\nla 13.2.2027 klo 18 · Seurantalo, Vimpeli"


def build(search: str, folder: Path) -> None:
    files = FILES | {"mkdocs.yml": MKDOCS_YML.replace("SEARCH", search)}
    _site.build(folder / "site", TODAY, small.project(folder / "project", files))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(once(tmp_path_factory, "own-search", partial(build, "own")) / "site") as site:
        yield site


def answered(page: Page, words: str) -> None:
    """Wait for what is found for the last letter, too: the way to all that is found leads with the question."""
    page.locator(f".st-search__all[href$='?q={quote(words, safe='')}']").wait_for()


def asked(page: Page, words: str) -> list[str]:
    page.locator(FIELD).fill(words)
    answered(page, words)
    return page.locator(RESULTS).all_inner_texts()


def test_nothing_of_it_is_loaded_before_it_is_opened(page: Page, own: Site, accessibility: Accessibility) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(own.address, wait_until="networkidle")
    assert [url for url in loaded if "search" in url or "/haku/" in url] == []
    page.locator("header .st-find").click()
    second = "Lastenkirppis\nla 13.3.2027 klo 18 · Seurantalo, Vimpeli"
    assert asked(page, "kirppiksellä")[:2] == [FIRST, second]
    assert any(url.endswith("/haku/tiedot/sanat.json") for url in loaded)
    assert [url for url in loaded if not url.startswith(own.address)] == []
    number = page.locator(RESULTS).count()
    assert page.locator("[role=status]").inner_text() == f"{number} osumaa"
    assert page.locator(".st-search h2").first.inner_text() == "Tulevat tapahtumat"
    assert accessibility(page) == []
    sizes = [one.bounding_box() for one in page.locator("dialog :is(a, button, input)").all()]
    assert min(min(box["width"], box["height"]) for box in sizes if box) >= 44
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(FIELD).fill("ooppera")
    page.locator("[role=status]", has_text="Haulla ”ooppera” ei löytynyt mitään.").wait_for()
    assert page.locator(RESULTS).count() == 0
    page.get_by_role("link", name="Avaa haku omalla sivullaan").click()
    page.wait_for_url("**/haku/?q=ooppera")


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_keys_open_it_walk_through_it_and_close_it(page: Page, own: Site) -> None:
    page.goto(own.address)
    link = page.locator("header .st-find")
    link.focus()
    page.keyboard.press("/")
    page.locator(f"{FIELD}:focus").wait_for()
    # Here it is a letter like any other.
    page.keyboard.type("kirppis/")
    expect(page.locator(FIELD)).to_have_value("kirppis/")
    answered(page, "kirppis/")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text(exactly(FIRST), use_inner_text=True)
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text(re.compile("^Lastenkirppis"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    if page.locator("dialog[open]").count():
        # The first has emptied the field.
        page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".st-find")).to_be_focused()
    page.keyboard.press("/")
    page.locator(f"{FIELD}:focus").wait_for()
    page.keyboard.type("tanssi")
    answered(page, "tanssi")
    expect(page.locator(RESULTS).first).to_contain_text("Pääsiäistanssit")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tapahtumat/tanssit/")


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_the_page_answers_its_address_and_the_key_can_be_switched_off(
    page: Page, own: Site, accessibility: Accessibility
) -> None:
    page.goto(f"{own.address}haku/?q=lasten+kirppikset")
    page.locator(RESULTS).first.wait_for()
    assert page.locator(RESULTS).first.inner_text().startswith("Lastenkirppis")
    assert accessibility(page) == []
    page.get_by_label("Näppäin / avaa haun").uncheck()
    page.goto(own.address)
    page.keyboard.press("/")
    page.locator("header .st-find").focus()
    expect(page.locator("dialog")).to_have_count(0)


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_without_the_network_it_says_so_and_shows_other_ways(page: Page, own: Site) -> None:
    page.route("**/haku/tiedot/*", lambda route: route.abort())
    page.goto(own.address)
    page.locator("header .st-find").click()
    page.wait_for_url("**/haku/")
    page.get_by_text("Hakua ei saatu ladattua. Onko verkkoyhteys päällä?").wait_for()
    assert page.locator("[data-search-page] li").all_inner_texts() == ["Kalenteri", "Yhdistysten hakemisto", "Teemat"]


def test_without_scripts_its_page_says_what_is_possible(open_page: OpenPage, own: Site) -> None:
    page = open_page(SCREENS["phone-dark"], scripts=False)
    page.goto(own.address)
    page.locator("header .st-find").click()
    page.wait_for_url(f"{own.address}haku/")
    assert "Haku toimii vain, kun selaimen JavaScript on päällä." in page.locator("article").inner_text()
    ways = page.locator("[data-search-page] a").all()
    assert [way.inner_text() for way in ways] == ["Kalenteri", "Yhdistysten hakemisto", "Teemat"]
    for way in ways:
        address = page.evaluate("(link) => link.href", way.element_handle())
        assert page.request.get(address).ok, address


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_the_search_of_the_theme_stays_where_it_is_chosen(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = once(tmp_path_factory, "theme-search", partial(build, "theme")) / "site"
    assert not (folder / "haku").exists()
    with served(folder) as site:
        page.goto(site.address)
        assert page.locator(".st-find").count() == 0
        page.locator(".md-header__button[for=__search]").click()
        page.locator(".md-search__input").press_sequentially("Talvikirppis")
        first = page.locator(".md-search-result__link").first
        expect(first).to_have_attribute("href", re.compile("tapahtumat/talvikirppis/"))
