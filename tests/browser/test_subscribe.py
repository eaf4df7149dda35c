"""Subscribing, in a browser: copying the address, finding a calendar, the sheet for the notice board."""

from __future__ import annotations

import base64
import re

import pytest
import zxingcpp
from playwright.sync_api import Page, expect
from tests.browser.conftest import SCREENS, Accessibility, OpenPage, Site, started

VIMPELI = "tilaa/kunta-vimpeli/"
#: An address that a calendar app opens.
WEBCAL = re.compile(r"^webcal://.*/ical/yhdistys/[a-z0-9-]+\.ics$")
DESKTOP = pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)


def test_the_address_is_copied(open_page: OpenPage, site: Site) -> None:
    # A page of its own: its clock stands still.
    page = open_page(SCREENS["desktop-light"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.install(time="2027-01-04T12:00:00+02:00")
    page.goto(f"{site.address}{VIMPELI}")
    page.locator("a[data-copy][data-ready]").first.wait_for()
    page.clock.pause_at("2027-01-04T12:10:00+02:00")
    page.get_by_role("link", name="Kopioi osoite").click()
    expect(page.get_by_role("link", name="Kopioitu")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Kalenterin osoite").input_value()
    assert copied.startswith("https://")
    assert copied.endswith("/ical/kunta/vimpeli.ics")
    page.clock.run_for(2_500)
    expect(page.get_by_role("link", name="Kopioi osoite")).to_be_visible()


def test_a_calendar_is_found_by_its_name(page: Page, site: Site, accessibility: Accessibility) -> None:
    page.goto(f"{site.address}tilaa/")
    field = page.get_by_label("Etsi kalenteri nimellä")
    field.fill("hyvin")
    results = page.locator("#loytyneet-kalenterit a")
    expect(results.first).to_be_visible()
    field.fill("vimp")
    expect(results.first).to_have_text("Vimpeli")
    expect(page.locator("form.st-find [role=status]")).to_contain_text("kalentereita löytyi")
    assert accessibility(page) == []
    field.fill("JARVIS kyl")  # no dots, other case, beginnings of two words
    expect(results.first).to_contain_text("Järviseudun kylätalo")
    field.fill("xyzzy")
    expect(page.locator("form.st-find [role=status]")).to_have_text("Sen nimistä kalenteria ei ole.")
    expect(results).to_have_count(0)
    field.fill("vimp")
    expect(results.first).to_have_text("Vimpeli")
    field.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vimpeli")
    assert page.url == f"{site.address}{VIMPELI}"


def test_without_scripts_every_calendar_is_reached_by_links(open_page: OpenPage, site: Site) -> None:
    page = open_page(SCREENS["phone-dark"], scripts=False)
    page.goto(f"{site.address}tilaa/")
    expect(page.get_by_label("Etsi kalenteri nimellä")).to_be_hidden()
    expect(page.get_by_role("button", name="Tulosta ilmoitustaululle")).to_be_hidden()
    page.get_by_role("link", name="Vimpeli", exact=False).first.click()
    page.wait_for_url(f"{site.address}{VIMPELI}")
    page.locator("a[href*='tilaa/yhdistys-']").first.click()
    expect(page.get_by_role("link", name="Apple")).to_have_attribute("href", WEBCAL)
    page.close()


@DESKTOP
def test_a_link_that_opens_nothing_says_so(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{VIMPELI}")
    started(page, "ehdota/follow.js")
    told = page.get_by_text("Eikö mitään avautunut?")
    expect(told).to_have_count(0)
    page.get_by_role("link", name="Apple").click()
    expect(told).to_be_visible()


def test_a_menu_leaves_out_what_opens_nothing_here(page: Page, site: Site, accessibility: Accessibility) -> None:
    page.goto(f"{site.address}kunnat/vimpeli/")
    page.locator("article summary", has_text="Seuraa").click()
    expect(page.locator("article details[open] a", has_text="Google")).to_be_visible()
    expect(page.locator("article details[open] a", has_text="Apple")).to_be_hidden()
    assert accessibility(page) == []


@DESKTOP
def test_the_sheet_shows_the_name_the_code_and_the_address_on_one_page(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{VIMPELI}")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Apple")).to_be_hidden()
    expect(page.locator(".st-sheet__url")).to_be_visible()
    picture = page.locator(".st-qr").screenshot()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    width, height, grey = _pixels(page, picture)
    view = zxingcpp.ImageView(grey, width, height, zxingcpp.ImageFormat.Lum)
    (code,) = zxingcpp.read_barcodes(view, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    assert code.text.endswith(f"/{VIMPELI}")


def _pixels(page: Page, picture: bytes) -> tuple[int, int, bytes]:
    """The picture as grey values; the browser itself unpacks it."""
    found = page.evaluate(
        """async (data) => {
            const image = new Image();
            image.src = `data:image/png;base64,${data}`;
            await image.decode();
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.width, image.height];
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const pixels = context.getImageData(0, 0, image.width, image.height).data;
            return [image.width, image.height, [...pixels].filter((_, index) => index % 4 === 0)];
        }""",
        base64.b64encode(picture).decode(),
    )
    width, height, grey = found
    return width, height, bytes(grey)


@DESKTOP
def test_the_print_button_prints(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{VIMPELI}")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Tulosta ilmoitustaululle").click()
    page.wait_for_function("window.printed")
