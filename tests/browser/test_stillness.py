"""Nothing on a page moves while it is opened: people tap what stands still (Cumulative Layout Shift)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

#: A fifth of what is said to be good (web.dev, Cumulative Layout Shift: 0.1).
MOST: Final = 0.02
_WATCH: Final = """
globalThis.moved = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) globalThis.moved += one.hadRecentInput ? 0 : one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("screen", ["phone-dark", "desktop-light"], indirect=True)
@pytest.mark.parametrize(
    "location",
    [
        "",
        "kalenteri/",
        "kalenteri/?milloin=ensi-viikko&kenelle=lapset",
        "kalenteri/2027-03/",
        "kalenteri/2027-vko03/",
        "kunnat/vimpeli/",
        "ehdota/tapahtuma/",
        "vapaat-paivat/",
        "tilaa/",
        "kaytannot/",
        "yhdistykset/",
        "paikat/",
        "paallekkaisyydet/",
        "tyopoyta/",
    ],
)
def test_nothing_moves_while_a_page_is_opened(page: Page, site: Site, location: str) -> None:
    page.add_init_script(_WATCH)
    # What moves by our doing moves each time; a busy machine moves something once.
    assert min(moved(page, site.address + location) for _ in range(2)) < MOST


def moved(page: Page, address: str) -> float:
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok
    page.wait_for_load_state("networkidle")
    return float(page.evaluate("globalThis.moved"))
