"""Where an event is announced, asked in a browser: the usual channels, their due dates, what comes of a choice."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.test_propose import PHONE, events_of, open_form, write, write_event
from tests.browser.walking import text_of_files

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from tests.browser.conftest import Accessibility, Site

#: With a folder in it, pictures of the form are left there.
SHOTS = os.environ.get("SHOTS", "")


def opened(page: Page, site: Site, fragment: str = "") -> Locator:
    """The fold with the question, open, once its dates are there."""
    open_form(page, site, fragment)
    fold = page.locator("form:not([hidden]) details:has([data-control=channels])").first
    fold.locator("summary").first.click()
    expect(fold.locator("[data-channel] [data-due]").first).to_be_attached()
    return fold


def usual_of(fold: Locator) -> dict[str, str]:
    """What is ticked, with what is said beside it."""
    rows = fold.locator("[data-channel]:has(:checked)")
    return {row.get_attribute("data-channel") or "": row.locator("[data-due]").inner_text() for row in rows.all()}


@PHONE
def test_the_usual_channels_are_ticked_and_each_says_by_when(
    page: Page, site: Site, accessibility: Accessibility
) -> None:
    fold = opened(page, site)
    write_event(page, venue="Savonjärven kylätalo", starts_day="2027-05-29")
    page.clock.run_for(400)
    expect(fold.locator("[data-channel=paikallislehti] [data-due]")).to_have_text("viimeistään ma 17.5. klo 12")
    first = usual_of(fold)
    assert "paikallislehti" in first
    assert "kanavat:" not in text_of_files(page)
    # The paper of the week before is gone for what is on this week.
    write(page, "starts_day", "2027-01-05")
    page.clock.run_for(400)
    expect(fold.locator("[data-channel=paikallislehti] [data-due]")).to_have_text("ei ehdi enää")
    if SHOTS:
        fold.screenshot(path=f"{SHOTS}/channels-phone.png")
    assert accessibility(page) == []


@PHONE
def test_what_is_chosen_stands_in_the_file(page: Page, site: Site) -> None:
    fold = opened(page, site)
    write_event(page, starts_day="2027-05-29")
    page.clock.run_for(400)
    expect(fold.locator("[data-channel=paikallislehti] input")).to_be_checked()
    fold.locator("[data-channel=paikallislehti] input").uncheck()
    assert "kanavat:\n  oletus:\n  paikallislehti: ei\n" in text_of_files(page)
    # Weekly groups come to no channel unasked; what somebody chose stays as it was chosen.
    fold.locator("[data-nowhere]").check()
    expect(fold.locator("[data-channel] :checked")).to_have_count(0)
    expect(fold.locator("[data-sum]")).to_have_text("ei kerrota missään")
    assert "kanavat: ei\n" in text_of_files(page)
    fold.locator("[data-nowhere]").uncheck()
    assert "kanavat:" not in text_of_files(page)
    expect(fold.locator("[data-channel=paikallislehti] input")).to_be_checked()
    fold.locator("details summary").click()
    fold.locator("[data-sentence=paikallislehti] input").fill("Tule hiihtämään.")
    assert "  paikallislehti:\n    virke: Tule hiihtämään.\n" in text_of_files(page)


@PHONE
def test_what_a_file_says_comes_back_and_stays(page: Page, site: Site) -> None:
    """An event whose file names a channel: changed elsewhere, its line stays; with one tick more, it has one more."""
    found = events_of(site)
    told = [one for one in found if isinstance(one["values"].get("channels"), list) and "starts" in one["values"]]
    if not told:
        pytest.skip("no event of the region names a channel")
    one = told[0]
    name = PurePosixPath(one["path"]).stem
    fold = opened(page, site, f"#muuta={name}")
    page.clock.run_for(400)
    named = [each if isinstance(each, str) else each["channel"] for each in one["values"]["channels"]]
    for each in named:
        if each != "default":
            expect(fold.locator(f"[data-channel={each}] input")).to_be_checked()
    write(page, "price", "7 €")
    stood = one["text"].split("kanavat:")[1].split("\n")[0]
    assert f"kanavat:{stood}\n" in text_of_files(page)


@pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
def test_on_a_desktop_the_dates_stand_beside_the_names(page: Page, site: Site) -> None:
    fold = opened(page, site)
    write_event(page, starts_day="2027-05-29")
    page.clock.run_for(400)
    row = fold.locator("[data-channel=paikallislehti]")
    # Both at one moment: what is found out about the date moves the list while it is looked at.
    name, due = row.evaluate(
        "row => ['label', '[data-due]'].map(one => row.querySelector(one).getBoundingClientRect().toJSON())"
    )
    assert due["x"] > name["x"]
    assert abs(due["y"] + due["height"] / 2 - name["y"] - name["height"] / 2) < 4
    if SHOTS:
        fold.screenshot(path=f"{SHOTS}/channels-desktop.png")
