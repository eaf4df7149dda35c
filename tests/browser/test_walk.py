"""A volunteer gets an event in, from a phone: from the front page to a letter, over a date that clashes.

What the letter carries is opened by an editor, and the file that comes of it goes into the region as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import TODAY, violations
from tests.browser.walking import Walker, file_of, goes_into_the_region, phone, recorded, slow_network

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.browser.conftest import Site

#: The evening of a concert that is in the calendar already, at the same place.
TAKEN = "2027-03-13"
RIVAL = "Kuikanlaulun kevätkonsertti"
MOST_STEPS = 24  # of taps and fields


@pytest.fixture
def walker(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Walker]:
    with recorded(phone(browser), request.node.name) as context:
        context.clock.install(time=f"{TODAY}T10:00:00+02:00")
        yield Walker(context.new_page(), site)


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a walk."""

    walker: Walker
    link: str
    text: str


def fill_in(walker: Walker) -> None:
    """Answer the first six questions, for an evening on which the place is taken."""
    form = walker.page.locator("form[data-act=event]")
    walker.fill(form.get_by_label("Tapahtuman nimi"), "Pelimannien ilta")
    walker.fill(form.get_by_label("Kuka järjestää?"), "savonjärven kyläyhdistys ry")
    walker.fill(form.get_by_label("Paikka (valinnainen)"), "Savonjärven kappeli")
    starts = form.get_by_role("group", name="Päivä ja aika")
    walker.fill(starts.get_by_label("Päivä"), TAKEN)
    walker.fill(starts.get_by_label("Kellonaika"), "18:00")
    walker.fill(form.get_by_role("group", name="Päättyy").get_by_label("Kellonaika"), "20:00")


def finish(walker: Walker) -> None:
    """Take the first free day, say what happens and for whom, and send."""
    page = walker.page
    form = page.locator("form[data-act=event]")
    walker.tap(form.locator("[data-days] button").first)
    walker.fill(form.get_by_label("Mitä siellä tapahtuu?"), "Viulut ja haitari soivat.\nKahvit väliajalla.")
    walker.tap(form.locator("label").filter(has_text="Kaikki"))
    walker.tap(page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla"))
    page.locator("[data-sent]").get_by_text("Sähköpostisi avautuu").wait_for()


def from_the_front_page(walker: Walker) -> None:
    walker.go("")
    walker.tap(walker.page.get_by_role("link", name="Lisää tapahtuma", exact=True).first)  # in the header
    walker.page.locator("[data-script]:not([hidden])").first.wait_for()


def test_a_volunteer_gets_an_event_in(walker: Walker, browser: Browser, tmp_path: Path) -> None:
    page = walker.page
    page.emulate_media(color_scheme="dark")
    from_the_front_page(walker)
    assert violations(page) == []
    fill_in(walker)
    check = page.locator("form[data-act=event] [data-check]")
    check.get_by_text(RIVAL).first.wait_for()
    assert "kuoro@kuikanlaulu.example.org" in check.inner_text()
    assert violations(page) == []
    finish(walker)
    expect(check.locator("[data-findings]")).not_to_contain_text(RIVAL)
    assert violations(page) == []
    assert len(walker.done) <= MOST_STEPS, walker.done
    assert walker.left == []

    letter = walker.letter()
    assert walker.letters == [letter]
    assert letter.to == "toimitus@seurantalo.example.org"
    assert letter.lines[:3] == ("Lisää tapahtuma: Pelimannien ilta", "pe 12.3.2027 klo 18–20", "Savonjärven kappeli")
    path, text = file_of(page)
    assert path == "events/2027/03/pelimannien-ilta-2027.yml"
    assert "alkaa: 12.3.2027 klo 18\n" in text
    assert "kuvaus: |\n  Viulut ja haitari soivat.\n  Kahvit väliajalla.\n" in text
    the_editor_opens(browser, walker, letter.link, path, text)
    goes_into_the_region(tmp_path, path, text)


def the_editor_opens(browser: Browser, walker: Walker, link: str, path: str, text: str) -> None:
    """The editor sees what was sent, in a browser of their own, and takes the same file to the forge."""
    context = browser.new_context(locale="fi-FI", timezone_id="Europe/Helsinki")
    editor = Walker(context.new_page(), walker.site)
    editor.page.goto(link)
    editor.page.get_by_text("Ehdotus tuli linkistä").wait_for()
    assert editor.page.get_by_label("Tapahtuman nimi").input_value() == "Pelimannien ilta"
    assert violations(editor.page) == []
    assert file_of(editor.page) == (path, text)
    editor.page.get_by_role("button", name="Avaa: GitHub").click()
    asked = urlsplit(editor.asked("github.com"))
    assert asked.path == f"/example/seurantalo/new/main/{path.rpartition('/')[0]}"
    assert parse_qs(asked.query) == {"filename": [path.rpartition("/")[2]], "value": [text]}
    context.close()


def test_the_network_may_be_slow(walker: Walker) -> None:
    page = walker.page
    slow_network(page)
    # On a busy machine it is slower still.
    page.set_default_timeout(120_000)
    page.goto(f"{walker.site.address}ehdota/tapahtuma/", wait_until="commit")
    title = page.get_by_label("Tapahtuman nimi")
    title.fill("Pelimannien ilta")
    page.locator("[data-script]:not([hidden])").first.wait_for()
    assert title.input_value() == "Pelimannien ilta"
    fill_in(walker)
    page.locator("form[data-act=event] [data-check]").get_by_text(RIVAL).first.wait_for()
    finish(walker)
    assert walker.letter().lines[1] == "pe 12.3.2027 klo 18–20"
