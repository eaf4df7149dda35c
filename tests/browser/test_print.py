"""Pages on paper: no sheet is nearly blank, no table is cut, and a month is one sheet on its side."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PageObject, PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)]

KINDS = (
    "",
    "kalenteri/",
    "kalenteri/2027-01/",
    "kalenteri/2027-vko02/",
    "kunnat/vimpeli/",
    "tapahtumat/isanpaivalounas-rintaluoma/",
    "kaytannot/",
    "kaytannot/hyvinvointipuu/",
    "paikat/",
    "yhdistykset/",
    "yhdistykset/rintaluoman-nuorisoseura/",
    "vapaat-paivat/vimpeli/",
    "vuosi/2027/",
    "hakemisto/vimpeli/",
    "paallekkaisyydet/",
)
#: Between the margins of an A4, in CSS pixels of 1/96 inch; and of one on its side.
UPRIGHT, SIDEWAYS = 673, 1047
#: Of the height of a sheet: to there at least it is filled where another follows, and where none does.
FILLED, BEGUN = 0.5, 0.1

#: What is wider than the sheet, or than the box that cuts it off.
CUT = """() => [...document.querySelectorAll("table, figure, pre, svg, h1, h2")].filter((each) => {
  const box = each.getBoundingClientRect();
  const around = each.parentElement.closest(".md-typeset__table, .md-content__inner, body");
  return box.width > 0 && !each.closest(".st-visually-hidden")
    && (box.right > document.documentElement.clientWidth + 1 || box.right > around.getBoundingClientRect().right + 1);
}).map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 40)}`)"""


def printed(page: Page, site: Site, address: str) -> list[PageObject]:
    page.goto(f"{site.address}{address}")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return list(PdfReader(BytesIO(pdf)).pages)


def filled(sheet: PageObject) -> float:
    """To which part of its height, from above, a sheet has words."""
    lowest = [float(sheet.mediabox.height)]

    def seen(text: str, cm: Any, tm: Any, _font: object, _size: object) -> None:
        if text.strip():
            lowest.append(cm[1] * tm[4] + cm[3] * tm[5] + cm[5])

    sheet.extract_text(visitor_text=seen)
    return 1 - min(lowest) / float(sheet.mediabox.height)


@pytest.mark.parametrize("address", KINDS)
def test_no_sheet_is_nearly_blank(page: Page, site: Site, address: str) -> None:
    *others, last = map(filled, printed(page, site, address))
    assert [sheet for sheet in others if sheet < FILLED] == []
    assert last >= BEGUN


@pytest.mark.parametrize("address", [*KINDS, "avoin-data/", "ohjeet/kentat/", "tilaa/"])
def test_nothing_is_cut(page: Page, site: Site, address: str) -> None:
    page.emulate_media(media="print")
    sideways = address.startswith(("kalenteri/2027-0", "vapaat-paivat/"))
    page.set_viewport_size({"width": SIDEWAYS if sideways else UPRIGHT, "height": 900})
    page.goto(f"{site.address}{address}")
    assert page.evaluate(CUT) == []


def test_a_month_is_a_sheet_on_its_side_and_its_days_are_listed_upright(page: Page, site: Site) -> None:
    first, *others = printed(page, site, "kalenteri/2027-01/")
    assert first.mediabox.width > first.mediabox.height
    assert all(sheet.mediabox.width < sheet.mediabox.height for sheet in others)
    assert "Tammikuu 2027" in first.extract_text()
    assert len(others) >= 1
