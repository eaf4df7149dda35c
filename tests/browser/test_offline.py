"""Errand: to read what is on where there is no coverage, and never to take something old for new."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Accessibility, Screen, Site, served, started

from seurantalo.publishing.assets import without_comments
from seurantalo.publishing.pages.offline import __file__ as of_subject

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

PHONE = Screen(390, 844, "light")
STORES = "caches.keys()"
KEPT = """async (what) => {
    for (const name of await caches.keys()) {
        const store = await caches.open(name);
        if (await store.match(new URL(what, location.origin))) return true;
    }
    return false;
}"""
LISTED = """async (list) => {
    const { pages } = await (await caches.match(list)).json();
    return pages.map(([address]) => address);
}"""
HAS_NEW = """async (what) => {
    const kept = await caches.match(new URL(what, location.origin));
    return (await kept.text()).includes("id=uusi");
}"""
#: How often something is asked that is to come, a tenth of a second apart.
PATIENCE = 300
#: Makes all that is kept so many hours old.
AGED = """async (hours) => {
    for (const name of await caches.keys()) {
        const store = await caches.open(name);
        for (const request of await store.keys()) {
            const one = await store.match(request);
            const headers = new Headers(one.headers);
            headers.set("x-kept-at", String(Number(headers.get("x-kept-at")) - hours * 3600000));
            await store.put(request, new Response(await one.blob(), { headers }));
        }
    }
}"""


@pytest.fixture
def own_site(site_folder: Path, tmp_path: Path) -> Iterator[Site]:
    """A copy of the site in which files may be replaced, not written into."""
    folder = tmp_path / "site"
    shutil.copytree(site_folder, folder, copy_function=os.link)
    with served(folder) as own:
        yield own


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": PHONE.width, "height": PHONE.height}, locale="fi-FI", timezone_id="Europe/Helsinki"
    )
    yield context
    context.close()


def keeping(phone: BrowserContext, site: Site, municipality: str) -> Page:
    """Open the site as somebody who has chosen a municipality, until all is kept."""
    page = phone.new_page()
    page.goto(site.address)
    page.evaluate("name => localStorage.setItem('seurantalo:kunta', name)", municipality)
    page.reload()
    wait_for(page, KEPT, f"{site.address}ilman-yhteytta/{municipality}.json")
    return page


def wait_for(page: Page, question: str, what: str = "") -> None:
    """Ask the page until the answer is yes."""
    for _ in range(PATIENCE):
        if page.evaluate(question, what):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"not within {PATIENCE / 10:g} seconds: {question}")


def replace_text(site: Site, name: str, old: str, new: str) -> None:
    file = site.folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.unlink()
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_four_weeks_of_a_municipality_are_read_without_coverage(phone: BrowserContext, own_site: Site) -> None:
    page = keeping(phone, own_site, "vimpeli")
    phone.set_offline(True)
    page.goto(own_site.address)
    told = page.locator("[data-kept]").inner_text()
    assert re.fullmatch(r"Tallennettu \d+\.\d+\.\d{4} klo \d+\.\d\d – tiedot voivat olla vanhoja\.", told)
    page.goto(f"{own_site.address}kalenteri/?kunta=vimpeli")
    assert page.locator("[data-kept]").is_visible()
    # What makes pages look as they do is there too.
    assert page.evaluate("getComputedStyle(document.querySelector('[data-kept]')).borderInlineStartWidth") != "0px"
    page.goto(f"{own_site.address}tilaa/")
    assert "/ilman-yhteytta/" in page.url
    assert page.locator("[data-offline=missing]").is_visible()
    expect(page.locator("[data-offline=again]")).to_have_attribute("href", f"{own_site.address}tilaa/")
    event = page.locator("[data-offline=list] a[href*='/tapahtumat/']").first
    name = event.inner_text()
    event.click()
    expect(page.locator("h1")).to_have_text(name, use_inner_text=True)
    expect(page.locator("[data-kept]")).to_be_visible()
    phone.set_offline(False)
    page.reload()
    assert page.locator("[data-kept]").count() == 0


def test_what_is_older_than_four_weeks_is_not_shown(phone: BrowserContext, own_site: Site) -> None:
    page = keeping(phone, own_site, "vimpeli")
    page.evaluate(AGED, 27 * 24)
    phone.set_offline(True)
    page.goto(f"{own_site.address}kalenteri/")
    assert page.locator("[data-kept]").is_visible()
    page.evaluate(AGED, 25)
    page.goto(f"{own_site.address}kalenteri/")
    assert "/ilman-yhteytta/" in page.url


def test_a_new_page_is_shown_at_once_and_kept(phone: BrowserContext, own_site: Site) -> None:
    page = keeping(phone, own_site, "vimpeli")
    replace_text(own_site, "kalenteri/index.html", "<h1", "<p id=uusi>Uusi</p><h1")
    page.goto(f"{own_site.address}kalenteri/")
    assert page.locator("#uusi").is_visible()
    wait_for(page, HAS_NEW, "/kalenteri/")
    phone.set_offline(True)
    page.goto(f"{own_site.address}kalenteri/")
    assert page.locator("#uusi").is_visible()
    assert page.locator("[data-kept]").is_visible()


def test_frames_and_feeds_are_never_kept(phone: BrowserContext, own_site: Site) -> None:
    page = keeping(phone, own_site, "vimpeli")
    page.goto(f"{own_site.address}upota/")
    page.locator("iframe").first.scroll_into_view_if_needed()
    page.evaluate("fetch('../ical/kaikki.ics')")
    frame = page.locator("iframe").first.evaluate("frame => frame.src")
    # What is asked for after that is kept.
    replace_text(own_site, "kalenteri/index.html", "<h1", "<p id=uusi>Uusi</p><h1")
    page.goto(f"{own_site.address}kalenteri/")
    wait_for(page, HAS_NEW, "/kalenteri/")
    assert not page.evaluate(KEPT, frame)
    assert not page.evaluate(KEPT, "/upota/")
    assert not page.evaluate(KEPT, "/ical/kaikki.ics")


def test_a_site_that_switches_it_off_leaves_nothing_behind(phone: BrowserContext, own_site: Site) -> None:
    page = keeping(phone, own_site, "vimpeli")
    away = without_comments((own_site.folder.__class__(of_subject).parent / "worker-away.js").read_bytes())
    (own_site.folder / "sw.js").unlink()
    (own_site.folder / "sw.js").write_bytes(away)
    for file in (own_site.folder / "index.html", own_site.folder / "tilaa/index.html"):
        text = re.sub(r'<link rel="manifest"[^>]*>', "", file.read_text(encoding="utf-8"))
        file.unlink()
        file.write_text(text, encoding="utf-8")
    page.goto(f"{own_site.address}tilaa/")
    wait_for(page, "async () => !(await navigator.serviceWorker.getRegistrations()).length")
    assert page.evaluate(STORES) == []


def test_what_a_worker_of_the_site_as_it_was_drops_is_kept_anew(phone: BrowserContext, own_site: Site) -> None:
    places, now = "kunta ? new URL(`${root}${SITE.places}${kunta}/`, HERE) : list", "list, {"
    replace_text(own_site, "sw.js", f"{places}, {{", now)
    page = phone.new_page()
    page.goto(own_site.address)
    page.evaluate("localStorage.setItem('seurantalo:kunta', 'vimpeli')")
    page.reload()
    # It looks for a list of the municipality that is no longer there, and so keeps what all do.
    wait_for(page, KEPT, f"{own_site.address}ilman-yhteytta/sivut.json")
    page.evaluate(AGED, 7)
    replace_text(own_site, "sw.js", now, f"{places}, {{")
    page.goto(f"{own_site.address}kalenteri/")
    wait_for(page, KEPT, f"{own_site.address}ilman-yhteytta/vimpeli.json")
    listed = page.evaluate(LISTED, f"{own_site.address}ilman-yhteytta/vimpeli.json")
    assert any(address.startswith("tapahtumat/") for address in listed)


def test_a_reader_removes_all_and_nothing_comes_back(
    phone: BrowserContext, own_site: Site, accessibility: Accessibility
) -> None:
    page = keeping(phone, own_site, "vimpeli")
    page.goto(f"{own_site.address}ilman-yhteytta/")
    page.locator("[data-offline=list] a").first.wait_for()
    assert accessibility(page) == []
    page.locator("[data-offline=forget]").click()
    page.get_by_text("Poistettu.").wait_for()
    page.goto(own_site.address)
    started(page, "ehdota/keep.js")
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert page.evaluate(STORES) == []
    assert page.evaluate("localStorage.getItem('seurantalo:kunta')") is None
    page.goto(f"{own_site.address}ilman-yhteytta/")
    page.locator("#oma-kunta").select_option("soini")
    page.locator("[data-offline=list] a", has_text="Soini").first.wait_for()
    # Who chooses again while the first is being kept has the second.
    page.locator("#oma-kunta").select_option("lappajarvi")
    page.locator("#oma-kunta").select_option("vimpeli")
    page.locator("[data-offline=list] a", has_text="Vimpeli").first.wait_for()


def test_a_device_without_room_keeps_no_half_of_a_calendar(phone: BrowserContext, own_site: Site) -> None:
    page = phone.new_page()
    quota = {"origin": own_site.address.rstrip("/"), "quotaSize": 600_000}
    phone.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    page.goto(own_site.address)
    page.evaluate("localStorage.setItem('seurantalo:kunta', 'vimpeli')")
    page.reload()
    wait_for(page, KEPT, f"{own_site.address}ilman-yhteytta/vimpeli.json")
    assert page.evaluate(LISTED, f"{own_site.address}ilman-yhteytta/vimpeli.json") == []
    wait_for(page, KEPT, f"{own_site.address}ilman-yhteytta/")
    assert not page.evaluate(KEPT, f"{own_site.address}kalenteri/")
    phone.set_offline(True)
    page.goto(f"{own_site.address}tilaa/")
    assert "/ilman-yhteytta/" in page.url
    expect(page.locator("[data-offline=none]")).to_be_visible()
    assert page.locator("[data-offline=list] a").count() == 0
