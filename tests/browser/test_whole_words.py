"""On a phone no name is cut, and no word touches the edge of its box or breaks where it would fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from tests.browser.conftest import launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from tests.browser.conftest import Screen, Site

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)]

#: Pixels at least between the words of a box and its border.
ROOM: Final = 3
#: The words of some boxes, with the least room beside their text on either side; and whether they are cut.
TIGHT: Final = """(selectors) => selectors.flatMap(([words, box]) => [...document.querySelectorAll(words)]
  .filter((each) => each.offsetParent)
  .map((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const text = range.getBoundingClientRect(), around = each.closest(box).getBoundingClientRect();
    return [each.textContent.trim(), Math.min(text.left - around.left, around.right - text.right)];
  }))"""
#: The lines of an element, as they break.
LINES: Final = """(selector) => {
  const each = document.querySelector(selector), lines = [];
  const walk = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  let top = null;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (let at = 0; at < node.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (top === null || Math.abs(box.top - top) > 8) lines.push("");
      top = box.top;
      lines[lines.length - 1] += node.data[at];
    }
  }
  return lines.map((line) => line.trim());
}"""


def test_tabs_and_days_keep_room_within_their_borders(page: Page, site: Site) -> None:
    page.goto(f"{site.address}yhdistykset/rintaluoman-nuorisoseura/")
    tiles = page.evaluate(TIGHT, [[".st-date__range", ".st-date"]])
    page.goto(f"{site.address}kunnat/kauhava/")
    tabs = page.evaluate(TIGHT, [[".st-period__words", "a"]])
    assert tiles
    assert len(tabs) == 3
    assert {words: room for words, room in (*tiles, *tabs) if room < ROOM} == {}


def test_words_after_a_contact_keep_their_distance_from_its_border(page: Page, site: Site) -> None:
    page.goto(f"{site.address}paikat/harjukentta/")
    gap = page.evaluate("""() => document.querySelector(".st-prose").getBoundingClientRect().top
      - [...document.querySelectorAll(".st-contact")].at(-1).getBoundingClientRect().bottom""")
    assert gap > 12


def test_the_name_of_the_site_is_whole(page: Page, site: Site) -> None:
    page.goto(f"{site.address}kalenteri/")
    assert page.evaluate(LINES, ".md-header__topic .md-ellipsis") == ["Järviseudun", "seurantalo"]
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("(one) => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight + 1")


def test_an_address_breaks_after_a_slash_and_a_heading_between_words(page: Page, site: Site) -> None:
    page.goto(f"{site.address}tilaa/paikka-vimpelin-kokoushuone/")
    lines = page.evaluate(LINES, ".st-sheet__url")
    assert all(line.endswith(("/", "-")) for line in lines[:-1])
    page.goto(f"{site.address}hyvinvointi/kauhava/")
    assert page.evaluate(LINES, "h1") == ["Hyvinvointipuu:", "Kauhava"]


def test_drawings_are_seen_in_colours_of_the_reader_and_not_on_paper(
    browser: Browser, site: Site, screen: Screen
) -> None:
    """Nothing is left of a mask where it has no background: only a gap."""
    # In a browser of its own: what it is told of colours reaches pages that others have open in the same one.
    own = launched(browser.browser_type)
    page = own.new_page(viewport={"width": screen.width, "height": screen.height})
    drawn = """() => ["display", "backgroundColor"].map((one) =>
      getComputedStyle(document.querySelector(".st-event p"), "::before")[one])"""
    page.emulate_media(forced_colors="active", color_scheme="light")
    page.goto(f"{site.address}kalenteri/")
    assert page.evaluate(drawn) == ["inline-block", "rgb(0, 0, 0)"]
    page.emulate_media(media="print")
    assert page.evaluate(drawn)[0] == "none"
    tile = 'getComputedStyle(document.querySelector(".st-day .st-date")).breakInside'
    assert page.evaluate(tile) == "avoid"
    own.close()


@pytest.mark.parametrize("address", ["menetelmat/", "kalenteri/2027-02/"])
def test_on_a_desktop_tables_show_all_their_columns_and_break_no_word(page: Page, site: Site, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.address + address)
    cut = """() => [...document.querySelectorAll(".st-methods")].filter((each) => each.scrollWidth > each.clientWidth)
      .length"""
    assert page.evaluate(cut) == 0
    titles = page.locator(".st-methods tbody th a, .st-slot span", has_text="Kumppanuus").all()
    assert titles
    for each in titles:
        each.evaluate('(one) => { one.id = "looked-at"; }')
        lines = page.evaluate(LINES, "#looked-at")
        assert all(len(line.split()[0]) > 1 for line in lines[1:]), lines
        each.evaluate('(one) => one.removeAttribute("id")')
