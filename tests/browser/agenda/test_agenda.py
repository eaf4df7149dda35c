"""The agenda in a browser: one tap to a period, many choices at once, a municipality that is remembered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from tests.browser.conftest import Accessibility, Site

#: A Monday; the site was built on it.
NOW = "2027-01-04T10:00:00+02:00"
SEEN = """() => [...document.querySelectorAll(".st-event p > a")]
  .filter((one) => one.checkVisibility()).map((one) => one.textContent)"""


BOTH = pytest.mark.parametrize("reader", [390, 1280], indirect=True)


@pytest.fixture
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page whose clock stands, and that remembers nothing; a phone's where no width is given."""
    width = getattr(request, "param", 390)
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if width == 390 else "light",
        reduced_motion="reduce",
        locale="fi-FI",
        timezone_id="Europe/Helsinki",
        service_workers="block",
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    yield page
    context.close()


def status(page: Page, words: str) -> None:
    expect(page.locator("[data-agenda-status]")).to_have_text(words)


def test_a_period_is_one_tap_from_the_front_page(reader: Page, agenda_site: Site) -> None:
    reader.goto(agenda_site.address)
    reader.get_by_role("link", name="Viikonloppu").click()
    reader.wait_for_url("**/kalenteri/?milloin=viikonloppu")
    status(reader, "3 tapahtumaa")
    reader.locator(".st-fold summary", has_text="Jo käynnissä: 1").click()
    expect(reader.locator(".st-event p > a:visible")).to_have_text(["Näyttely", "Talvirieha", "Kuoroilta"])
    reader.get_by_role("link", name="Tänään").click()
    status(reader, "2 tapahtumaa")
    expect(reader.get_by_role("link", name="Tänään")).to_have_attribute("aria-current", "true")
    reader.wait_for_url("**/kalenteri/?milloin=tanaan")
    reader.get_by_role("button", name="Näytä kaikki").click()
    reader.wait_for_url(re.compile(r"/kalenteri/$"))


@BOTH
def test_for_children_next_week_and_free(reader: Page, agenda_site: Site, accessibility: Accessibility) -> None:
    reader.goto(agenda_site.address)
    reader.get_by_role("link", name="Ensi viikko").click()
    reader.locator("summary", has_text="Rajaa").click()
    reader.get_by_label("Lapset").check()
    status(reader, "2 tapahtumaa ja 1 viikkoryhmä")
    reader.get_by_label("Maksuton").check()
    status(reader, "1 tapahtuma")
    assert reader.evaluate(SEEN) == ["Satutunti"]
    expect(reader.locator("summary", has_text="Rajaa")).to_have_text("Rajaa(2)")
    reader.wait_for_url("**/kalenteri/?milloin=ensi-viikko&hinta=maksuton&kenelle=lapset")
    assert accessibility(reader) == []

    reader.reload()
    status(reader, "1 tapahtuma")
    reader.locator("summary", has_text="Rajaa").click()
    expect(reader.get_by_label("Maksuton")).to_be_checked()


def test_the_municipality_is_remembered_of_who_is_faster_than_the_script(reader: Page, agenda_site: Site) -> None:
    with held(reader, "**/ehdota/agenda.js") as let_go:
        reader.goto(f"{agenda_site.address}kalenteri/", wait_until="commit")
        reader.locator("select[name=kunta]").select_option("vimpeli")
        let_go()
    expect(reader.locator("[data-agenda-kept]")).to_have_text("Muistetaan: Vimpeli – unohda")


def test_the_municipality_is_remembered_until_it_is_forgotten(reader: Page, agenda_site: Site) -> None:
    reader.goto(f"{agenda_site.address}kalenteri/")
    expect(reader.get_by_text("Muistetaan")).to_be_hidden()
    reader.locator("select[name=kunta]").select_option("vimpeli")
    reader.wait_for_url("**/?kunta=vimpeli")
    expect(reader.locator("[data-agenda-kept]")).to_have_text("Muistetaan: Vimpeli – unohda")

    reader.goto(agenda_site.address)
    reader.get_by_role("link", name="Viikonloppu").click()
    reader.wait_for_url("**/?milloin=viikonloppu&kunta=vimpeli")
    assert reader.evaluate(SEEN) == ["Talvirieha"]
    # What somebody else has sent is shown as it was sent.
    reader.goto(f"{agenda_site.address}kalenteri/?kenelle=kaikki")
    status(reader, "3 tapahtumaa ja 1 viikkoryhmä")
    reader.get_by_role("button", name="Näytä kaikki").click()
    reader.wait_for_url("**/?kunta=kaikki")

    reader.get_by_role("button", name="unohda").click()
    expect(reader.get_by_text("Muistetaan")).to_be_hidden()
    reader.wait_for_url(re.compile(r"/kalenteri/$"))
    reader.goto(f"{agenda_site.address}kalenteri/")
    assert reader.evaluate("localStorage.length") == 0
    assert reader.locator("select[name=kunta]").input_value() == ""


def test_addresses_of_before_are_understood(reader: Page, agenda_site: Site) -> None:
    reader.goto(f"{agenda_site.address}kalenteri/?kenelle=a:lapset&kunta=m:vimpeli")
    status(reader, "3 tapahtumaa ja 1 viikkoryhmä")
    reader.wait_for_url("**/?kunta=vimpeli&kenelle=lapset")


def test_words_weekdays_and_hours(reader: Page, agenda_site: Site) -> None:
    reader.goto(f"{agenda_site.address}kalenteri/")
    reader.locator("summary", has_text="Rajaa").click()
    reader.get_by_label("Sana nimessä").fill("NAYTTELY")
    status(reader, "1 tapahtuma")
    reader.wait_for_url("**/?q=NAYTTELY")
    reader.get_by_label("Sana nimessä").fill("")
    reader.get_by_label("Illalla (klo 17 alkaen)").check()
    reader.get_by_label("lauantai").check()
    # An exhibition is open at any hour.
    status(reader, "2 tapahtumaa")
    reader.get_by_label("Sana nimessä").fill("ei mitään")
    status(reader, "Näillä valinnoilla ei löytynyt mitään.")


def test_a_late_reader_is_told_of_their_own_day(reader: Page, agenda_site: Site) -> None:
    reader.clock.set_fixed_time("2027-01-08T10:00:00+02:00")
    reader.goto(f"{agenda_site.address}kalenteri/")
    expect(reader.get_by_role("link", name="Tänään")).to_contain_text("8.1.")
    reader.goto(f"{agenda_site.address}kalenteri/?milloin=ensi-viikko")
    status(reader, "2 tapahtumaa ja 2 viikkoryhmää")


@BOTH
def test_an_event_is_on_the_first_screen(reader: Page, agenda_site: Site, accessibility: Accessibility) -> None:
    reader.goto(f"{agenda_site.address}kalenteri/")
    reader.wait_for_function("document.querySelector('form[data-started]')")
    first = reader.locator(".st-day .st-event").first.bounding_box()
    assert first is not None
    assert first["y"] + first["height"] < 844
    assert accessibility(reader) == []


def test_without_scripts_dates_are_said_and_led_to(browser: Browser, agenda_site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(agenda_site.address)
    expect(page.get_by_text("Viikonloppu")).to_be_hidden()
    page.get_by_role("link", name="9.–10.1.").click()
    page.wait_for_url("**/kalenteri/?milloin=viikonloppu#p-2027-01-09")
    expect(page.get_by_role("link", name="Talvirieha")).to_be_in_viewport()
    expect(page.locator("#rajaa")).to_be_hidden()
    context.close()
