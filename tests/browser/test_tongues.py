"""A site in three languages, in a browser: the choice of language, and proposals from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import SCREENS, Accessibility, Site, exactly, served
from tests.browser.test_offline import KEPT, keeping, wait_for
from tests.browser.tongues_site import TODAY, build_three
from tests.once import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PHONE = pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
DEEP = "tapahtumat/kahvit/"
LOOKED_AT = ("", "kalenteri/", DEEP, "ehdota/tapahtuma/", "kaytannot/talkoot/")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(once(tmp_path_factory, "three", build_three)) as site:
        yield site


def switch(page: Page, name: str) -> None:
    page.locator(".st-tongues > summary").click()
    page.get_by_role("banner").get_by_role("link", name=name, exact=True).click()


def test_the_choice_of_language_leads_to_the_same_page(page: Page, three: Site) -> None:
    page.goto(f"{three.address}{DEEP}?tuore=1")
    summary = page.locator(".st-tongues > summary")
    box = summary.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    assert summary.inner_text().replace("\n", "") == "FI, Kieli"
    for code, name, heading in (("sv", "Svenska", "Språk"), ("en", "English", "Language"), ("", "Suomi", "Kieli")):
        switch(page, name)
        page.wait_for_url(f"{three.address}{code}/{DEEP}" if code else f"{three.address}{DEEP}")
        expect(page.locator("html")).to_have_attribute("lang", code or "fi")
        expect(summary).to_contain_text(heading)
        expect(page.locator("h1")).to_contain_text("Kahvit")


@PHONE
def test_the_choice_of_language_goes_by_keys(page: Page, three: Site) -> None:
    page.goto(f"{three.address}sv/{DEEP}")
    page.locator(".st-tongues > summary").focus()
    page.keyboard.press("Enter")
    current = page.locator(".st-tongues a[aria-current]")
    expect(current).to_have_text("Svenska")
    for name in ("Suomi", "Svenska", "English"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(name)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{three.address}en/{DEEP}")


@PHONE
def test_what_is_in_one_language_says_so_once(page: Page, three: Site) -> None:
    page.goto(f"{three.address}sv/{DEEP}")
    expect(page.get_by_text("En del av texterna på sidan är på finska.")).to_have_count(1)
    assert page.locator("main [lang=fi]", has_text="Tule kahville.").count() == 1
    page.goto(f"{three.address}sv/tapahtumat/tanssit/")
    expect(page.locator("h1")).to_contain_text("Dans")
    expect(page.locator("main .st-other-language")).to_have_count(0)


@pytest.mark.parametrize("code", ["sv/", "en/"])
@PHONE
def test_pages_are_accessible_in_each_language(
    page: Page, three: Site, accessibility: Accessibility, code: str
) -> None:
    found = {}
    for path in LOOKED_AT:
        page.goto(f"{three.address}{code}{path}")
        page.locator(".st-tongues > summary").click()
        expect(page.locator(".st-tongues[open]")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS["phone-dark"].width, path
        if wrong := accessibility(page):
            found[path] = wrong
    assert found == {}


@PHONE
def test_a_proposal_in_swedish_is_a_file_in_the_sites_words(page: Page, three: Site) -> None:
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+02:00")
    page.goto(f"{three.address}sv/ehdota/tapahtuma/")
    page.locator("[data-ready]").wait_for()
    answers = {
        "name": "Skidutflykt",
        "organisers": "kyläyhdistys",
        "venue": "Huset",
        "starts_day": "2027-02-20",
        "starts_time": "11:00",
        "ends_time": "14:00",
        "description": "Vi åker skidor.",
    }
    for name, text in answers.items():
        page.locator(f"form:not([hidden]) [name={name}]").first.fill(text)
        page.locator(f"form:not([hidden]) [name={name}]").first.blur()
    expect(page.locator("#event-starts [data-told]")).to_have_text("lördag 20 februari 2027")
    page.locator("details:has([data-text]) > summary").click()
    written = (
        "events/2027/02/skidutflykt-2027.yml\n\n"
        "otsikko:\n  sv: Skidutflykt\n"
        "alkaa: 20.2.2027 klo 11\n"
        "päättyy: 20.2.2027 klo 14\n"
        "kuvaus:\n  sv: |\n    Vi åker skidor.\n"
        "järjestäjä: kyla\n"
        "paikka: talo\n"
    )
    # The fold tells that it is open a little later than it is.
    expect(page.locator("[data-text]")).to_have_text(exactly(written), use_inner_text=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-way=copy]").click()
    expect(page.locator("[data-sent]")).to_contain_text("Länken är kopierad")
    link: str = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{three.address}sv/ehdota/tapahtuma/#")
    # Whoever opens it in Finnish sees the same words, and sends on the same file.
    page.goto("about:blank")
    page.goto(link.replace("/sv/", "/"))
    page.locator("[data-ready]").wait_for()
    expect(page.locator("form:not([hidden]) [name=name]")).to_have_value("Skidutflykt")


def test_each_language_is_read_without_coverage_as_it_is_with_it(browser: Browser, three: Site) -> None:
    device = browser.new_context(viewport={"width": 390, "height": 844}, locale="fi-FI")
    page = keeping(device, three, "lampi")
    page.goto(f"{three.address}sv/")
    wait_for(page, KEPT, f"{three.address}sv/ilman-yhteytta/lampi.json")
    failed: list[str] = []
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    device.set_offline(True)
    # The agenda's day is the reader's, not that of the build, in both; a look at one took nothing from the other.
    for folder, told in (("", "Tallennettu"), ("sv/", "Sparat")):
        page.goto(f"{three.address}{folder}kalenteri/")
        assert page.locator("[data-kept]").inner_text().startswith(told)
        page.locator("form[data-agenda] details").wait_for()
        page.wait_for_function("!document.querySelector('[data-period]').hash")
    page.goto(f"{three.address}sv/ilman-yhteytta/")
    page.locator("[data-offline=list] a", has_text="Kalender").first.wait_for()
    device.close()
    assert failed == []
