"""A page links every style sheet of ours that has a rule for something on it, and pages load no other module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from screens import kinds
from seurantalo.publishing.addresses import ASSETS
from seurantalo.publishing.assets import asset_files

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

#: Sheets of single kinds of pages: what is left when those of all pages, of frames and of the search are gone.
OF_KINDS: Final = sorted(
    file.path
    for file in asset_files()
    if file.path.endswith(".css")
    and not file.is_linked
    and file.path.removeprefix(ASSETS).count("/") == 0
    and file.path != f"{ASSETS}search.css"
)
#: Selectors of a sheet that find something on the page, without what a browser adds or a finger does.
FIND: Final = """(sheets) => {
  const linked = new Set([...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href));
  const found = [];
  const look = (rules, name) => {
    for (const rule of rules) {
      if (rule.selectorText) {
        const selector = rule.selectorText.replace(/::[\\w-]+|:(?:hover|focus[\\w-]*|active|target|checked)/g, "");
        if (/\\.st-/.test(selector) && document.querySelector(selector)) found.push(`${name}: ${rule.selectorText}`);
      } else if (rule.cssRules) look(rule.cssRules, name);
    }
  };
  for (const [address, text] of Object.entries(sheets)) {
    if (linked.has(address)) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    look(sheet.cssRules, address.split("/").pop());
  }
  return found;
}"""


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_every_page_has_the_rules_for_what_it_shows(page: Page, site: Site) -> None:
    assert len(OF_KINDS) > 5
    sizes = {one: site.file_of(one).stat().st_size for one in site.locations}
    sheets = {f"{site.address}{path}": site.file_of(path).read_text(encoding="utf-8") for path in OF_KINDS}
    missing, styled = {}, set()
    for kind, address in kinds(sizes).items():
        page.goto(site.address + address, wait_until="domcontentloaded")
        if found := page.evaluate(FIND, sheets):
            missing[kind] = found
        styled |= {one for one in sheets if page.locator(f'link[href$="{one.rpartition("/")[2]}"]').count()}
    assert missing == {}
    assert styled == set(sheets)
