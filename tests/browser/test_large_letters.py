"""Letters twice as large on a phone (WCAG 1.4.4): nothing is cut off, and nobody must scroll sideways to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.browser.conftest import Site

#: Material's own size is 125 % of the reader's.
LARGE = "html { font-size: 250% !important; }"
#: What reaches beyond the screen; what scrolls by itself, and Material's drawer, may.
_BEYOND = """() => [...document.querySelectorAll("header *, main *")].filter((one) => {
  if (!one.checkVisibility({ visibilityProperty: true })) return false;
  if (one.closest(".md-sidebar, .st-visually-hidden")) return false;
  const { width, right } = one.getBoundingClientRect();
  if (width < 2 || right <= innerWidth + 1) return false;
  for (let around = one.parentElement; around !== document.body; around = around.parentElement) {
    if (getComputedStyle(around).overflowX !== "visible") return false;
  }
  return true;
}).map((one) => `${one.tagName}.${one.className}`)"""


@pytest.mark.parametrize(
    "location",
    ["", "kalenteri/", "kalenteri/2027-vko20/", "tapahtumat/perheiden-pyorapaiva-vimpeli/", "tilaa/", "upota/"],
)
def test_nothing_reaches_beyond_a_phone(browser: Browser, site: Site, location: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=False, locale="fi-FI", service_workers="block"
    )
    page = context.new_page()
    page.goto(site.address + location)
    page.add_style_tag(content=LARGE)
    assert page.evaluate(_BEYOND) == []
    context.close()
