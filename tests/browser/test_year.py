"""The pages of years in a browser: what the pictures promise holds with real letters, on screens and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

YEARS = ["vuosi/2027/", "vuosi/alajarvi-2027/", "vuosi/soini-2027/"]

# The boxes of labels as they are drawn, in pixels, with that of the whole picture first.
BOXES = """
    () => [".st-wheel__picture", ...document.querySelectorAll(".st-wheel__label")].map((one) => {
        const box = (typeof one === "string" ? document.querySelector(one) : one).getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom];
    })
"""
# Words in the pictures that are wider than what they stand in.
CURVED = """
    () => [...document.querySelectorAll(".st-wheel__picture textPath")]
        .filter((one) => {
            const path = document.querySelector(one.getAttribute("href"));
            return one.getComputedTextLength() > path.getTotalLength();
        })
        .map((one) => one.textContent)
"""


def boxes(page: Page) -> tuple[list[float], list[list[float]]]:
    whole, *labels = page.evaluate(BOXES)
    return whole, labels


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
@pytest.mark.parametrize("location", YEARS)
def test_no_label_touches_another_or_leaves_the_picture(page: Page, site: Site, location: str) -> None:
    page.goto(site.address + location)
    whole, labels = boxes(page)
    for one in labels:
        assert whole[0] <= one[0]
        assert one[2] <= whole[2]
        assert whole[1] <= one[1] + 1
        assert one[3] <= whole[3] + 1
    touching = [
        (one, other)
        for n, one in enumerate(labels)
        for other in labels[:n]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert touching == []
    assert page.evaluate(CURVED) == []


def test_names_of_months_fit_their_arcs(page: Page, site: Site) -> None:
    page.goto(site.address + "vuosi/2027/")
    assert page.evaluate(CURVED) == []
    assert page.locator(".st-wheel__month-link").count() == 12


@pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
def test_on_a_phone_the_wheel_fills_the_width_and_the_names_stand_below(page: Page, site: Site) -> None:
    page.goto(site.address + "vuosi/2027/")
    frame = page.locator(".st-wheel__frame").bounding_box()
    dots = page.locator(".st-wheel__dot")
    assert frame is not None
    assert frame["width"] == pytest.approx(frame["height"], abs=1)
    for n in range(dots.count() - 1):
        box = dots.nth(n).bounding_box()
        assert box is not None
        assert frame["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    assert not page.locator(".st-wheel__label").first.is_visible()
    assert page.locator(".st-year__named li").count() == dots.count() - 1
    assert page.locator(".st-year__named").is_visible()


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_pictures_lead_to_events_months_weeks_and_days(page: Page, site: Site) -> None:
    page.goto(site.address + "vuosi/alajarvi-2027/")
    page.get_by_role("link", name="Kesäkuu", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Kesäkuu 2027")
    page.go_back()
    page.get_by_role("link", name="17.–19.9. Kurkien lähtö").click()
    expect(page.locator("h1")).to_have_text(re.compile("^Kurkien lähtö"))
    page.go_back()
    page.locator("a:has(> .st-wheel__bar--3)").first.click()
    page.wait_for_url("**#v-2027-09-13")
    expect(page.locator(":target")).to_have_text(re.compile("^Viikko 37"), use_inner_text=True)
    page.locator("a:has(> .st-days__busy)").first.click()
    page.wait_for_url("**/kalenteri/2027-01/#p-2027-01-16")
    expect(page.locator(":target")).to_have_text(re.compile("^la"), use_inner_text=True)


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_the_keyboard_stops_at_events_and_months_but_not_at_every_day(page: Page, site: Site) -> None:
    page.goto(site.address + "vuosi/alajarvi-2027/")
    stops = page.locator("main svg a:not([tabindex='-1'])").count()
    assert 12 <= stops <= 12 + 24


@pytest.mark.parametrize("width", [718, 1047])  # A4 and A3 within margins of 10 mm, in CSS pixels
@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_the_first_sheet_holds_the_whole_wheel_and_its_words(page: Page, site: Site, width: int) -> None:
    height = width * 277 / 190
    page.set_viewport_size({"width": width, "height": round(height)})
    page.emulate_media(media="print")
    for location in YEARS:
        page.goto(site.address + location)
        box = page.locator(".st-year__words").bounding_box()
        wheel = page.locator(".st-wheel__picture").bounding_box()
        assert box is not None
        assert wheel is not None
        assert box["y"] + box["height"] <= height
        assert wheel["width"] >= 0.97 * width
        assert page.locator(".st-wheel__label").count() == 0 or page.locator(".st-wheel__label").first.is_visible()
