"""Make the pictures of the guides anew: `.venv/bin/python scripts/guide_pictures.py`.

Somebody with a phone adds an event to the region, as the guide says, and what to press has a ring around it. Look at
the pictures before you land them: they change where the pages do, and with the letters of another machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Locator, Page, sync_playwright
from tests.browser.conftest import OTHER_HOSTS, TODAY, Site, build_site, served
from tests.browser.walking import PHONE, Walker, phone

from _environment import ROOT, require_chromium

PICTURES: Final = ROOT / "content" / "ohjeet" / "kuvat"
#: What the reader is to press.
RING: Final = "outline: 4px solid #c62828; outline-offset: 3px; border-radius: 8px;"
#: Nothing that floats over the page, and no cursor.
QUIET: Final = (
    ".md-top { display: none } .md-header { position: static !important } * { caret-color: transparent !important }"
)
#: Fields of days and hours show them in the browser's own language, which is seldom installed: here as a phone does.
IN_FINNISH: Final = """() => {
  for (const one of document.querySelectorAll("input[type=date], input[type=time]")) {
    const [year, month, day] = one.value.split("-").map(Number);
    const clock = one.value.replace(/^0/, "").replace(":", ".");
    const shown = one.type === "time" ? clock : one.value && `${day}.${month}.${year}`;
    Object.assign(one.dataset, { was: one.type, value: one.value });
    one.type = "text";
    one.value = shown;
  }
}"""
AS_BEFORE: Final = """() => {
  for (const one of document.querySelectorAll("[data-was]")) {
    one.type = one.dataset.was;
    one.value = one.dataset.value;
    delete one.dataset.was;
  }
}"""
MARGIN: Final = 12
TALLEST: Final = 700


def main() -> None:
    """Build the region, walk, and write the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        build_site(Path(name))
        root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        browser = playwright.chromium.launch(
            executable_path=require_chromium(),
            args=[OTHER_HOSTS, *root],
        )
        with served(Path(name)) as site:
            for stem, taken in pictures(browser, site):
                path = PICTURES / f"{stem}.webp"
                Image.open(BytesIO(taken)).convert("RGB").save(path, "WEBP", quality=72, method=6)
                print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()


def pictures(browser: Browser, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures by name, in the order of the guides."""
    context = phone(browser, scale=2)
    context.clock.install(time=f"{TODAY}T10:00:00+02:00")
    walker = Walker(context.new_page(), site)
    page = walker.page
    walker.go("")
    add = page.get_by_role("link", name="Lisää tapahtuma", exact=True).last
    yield "etusivu", seen(page, page.locator("header.md-header"), add, ring=add)
    walker.tap(add)
    form = page.locator("form[data-act=event]")
    form.locator("[data-more]").first.wait_for()
    walker.fill(form.get_by_label("Tapahtuman nimi"), "Pelimannien ilta")
    walker.fill(form.get_by_label("Kuka järjestää?"), "Savonjärven kyläyhdistys ry")
    walker.fill(form.get_by_label("Paikka (valinnainen)"), "Savonjärven kappeli")
    starts = form.get_by_role("group", name="Päivä ja aika")
    yield "kysymykset", seen(page, page.locator("h1"), form.get_by_label("Paikka (valinnainen)"))
    walker.fill(starts.get_by_label("Päivä"), "2027-03-13")
    walker.fill(starts.get_by_label("Kellonaika"), "18:00")
    walker.fill(form.get_by_role("group", name="Päättyy").get_by_label("Kellonaika"), "20:00")
    free = form.locator("[data-free]")
    free.locator("button").first.wait_for()
    yield "samaan-aikaan", seen(page, form.locator("[data-check] h2"), free, ring=free.locator("button").first)
    walker.tap(free.locator("button").first)
    walker.fill(form.get_by_label("Mitä siellä tapahtuu?"), "Viulut ja haitari soivat. Kahvit väliajalla.")
    card = form.locator("[data-card]")
    yield "nakyy-nain", seen(page, card, card)
    send = page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla")
    yield "laheta", seen(page, send, page.locator(".st-send p.st-note").first, ring=send)
    walker.tap(send)
    page.locator("[data-sent] p").wait_for()
    yield from of_the_editor(browser, site, walker.letter().link)
    context.close()


def of_the_editor(browser: Browser, site: Site, link: str) -> Iterator[tuple[str, bytes]]:
    """Yield what one sees who opens the link of a letter; and what an unfinished form says."""
    context = phone(browser, scale=2)
    context.clock.install(time=f"{TODAY}T10:00:00+02:00")
    page = context.new_page()
    page.goto(link)
    page.locator("[data-notice] p").wait_for()
    yield "linkista", seen(page, page.locator("h1"), page.locator("[data-notice]"))
    buttons = page.locator("[data-editor]")
    yield "vie-kalenteriin", seen(page, buttons, buttons, ring=buttons.locator("button").first)
    page.goto(f"{site.address}tapahtumat/kevatkonsertti-kuikanlaulu/")
    move = page.get_by_role("link", name="Siirrä tapahtuma")
    yield "sivun-lopussa", seen(page, move.locator("xpath=.."), move.locator("xpath=.."), ring=move)
    move.tap()
    page.locator("form:not([hidden]) [data-about]").get_by_text("Kuikanlaulun").wait_for()
    yield "siirra", seen(page, page.locator("h1"), page.get_by_role("group", name="Päättyy"))
    page.goto(f"{site.address}ehdota/paikka/")
    page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla").tap()
    faults = page.locator("[data-faults]")
    faults.locator("li").first.wait_for()
    yield "korjaa-nama", seen(page, faults, page.locator("form [data-fault]").first)
    context.close()


def seen(page: Page, first: Locator, last: Locator, *, ring: Locator | None = None) -> bytes:
    """Return the page from one thing to another, with a ring around what is to be pressed."""
    if ring is not None:
        ring.evaluate("(one, style) => { one.style.cssText += style }", RING)
    page.add_style_tag(content=QUIET)
    page.evaluate("document.activeElement.blur()")
    page.evaluate(IN_FINNISH)
    top, bottom = (one.evaluate("one => one.getBoundingClientRect().toJSON()") for one in (first, last))
    scrolled = page.evaluate("scrollY")
    begins = max(0, top["y"] + scrolled - MARGIN)
    ends = bottom["y"] + scrolled + bottom["height"] + MARGIN
    clip = FloatRect(x=0, y=begins, width=PHONE["width"], height=min(ends - begins, TALLEST))
    taken = page.screenshot(full_page=True, clip=clip, animations="disabled")
    page.evaluate(AS_BEFORE)
    if ring is not None:
        ring.evaluate("one => one.removeAttribute('style')")
    return taken


if __name__ == "__main__":
    main()
