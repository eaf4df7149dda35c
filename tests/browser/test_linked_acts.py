"""Links that carry more than a new record: one date of a repeating event, a day that is not known yet, a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.test_propose import (
    PHONE,
    PLACE_TAKEN,
    copied_link,
    event_id,
    open_form,
    write,
    write_event,
)
from tests.browser.walking import text_of_files

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.browser.conftest import Site

CANCELLED = "muutokset:\n  - päivä: {day}\n    tilanne: peruttu\n    huomautus: Hiihtoloma.\n"
MOVED = (
    "muutokset:\n  - päivä: {day}\n    alkaa: 7.12.2027 klo 18\n    päättyy: 7.12.2027 klo 20\n"
    "    huomautus: Hiihtoloma.\n"
)
OPEN = "tilanne: lykätty\n"


def opened_by_the_editor(page: Page) -> str:
    """The text of the files once the link was opened in another tab."""
    link = copied_link(page)
    page.goto("about:blank")
    page.goto(link)
    page.locator("[data-ready]").wait_for()
    return text_of_files(page)


@pytest.mark.parametrize(("act", "wanted"), [("peru", CANCELLED), ("siirra", MOVED)])
@PHONE
def test_one_date_of_a_repeating_event_reaches_the_editor_as_one_date(
    page: Page, site: Site, act: str, wanted: str
) -> None:
    open_form(page, site, f"#{act}={event_id(site, repeats=True, changes=False, status=False, ends='2027')}")
    form = page.locator(f"form[data-act={'cancel' if act == 'peru' else 'move'}]")
    # Nobody cancels a whole year by leaving a list as it was.
    assert form.locator("[data-date]").input_value() == ""
    page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla").click()
    expect(page.locator("[data-faults] li")).to_have_text(["Täytä kohta ”Mikä kerta?”."])
    day = form.locator("[data-date] option").nth(3).get_attribute("value") or ""
    form.locator("[data-date]").select_option(day)
    if act == "siirra":
        assert form.locator("[name=starts_day]").input_value() == day
        write(page, "starts_day", "2027-12-07")
        write(page, "starts_time", "18:00")
        write(page, "ends_time", "20:00")
    form.locator("[data-why]").fill("Hiihtoloma.")
    told = wanted.format(day=".".join(str(int(part)) for part in reversed(day.split("-"))))
    assert told in text_of_files(page)
    text = opened_by_the_editor(page)
    assert told in text
    assert text.count("tilanne:") == told.count("tilanne:")
    assert form.locator("[data-date]").input_value() == day
    assert form.locator("[data-why]").input_value() == "Hiihtoloma."


@PHONE
def test_a_day_that_is_not_known_yet_reaches_the_editor(page: Page, site: Site) -> None:
    open_form(page, site, f"#siirra={event_id(site, repeats=False, status=False, starts='2027')}")
    for name in ("starts_day", "starts_time", "ends_time"):
        write(page, name, "")
    assert OPEN in text_of_files(page)
    assert OPEN in opened_by_the_editor(page)


@PHONE
def test_what_changes_nothing_is_not_sent(page: Page, site: Site) -> None:
    open_form(page, site, f"#muuta={event_id(site, repeats=False, status=False, starts='2027')}")
    page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla").click()
    expect(page.locator("[data-faults] li")).to_have_text(["Mitään ei ole vielä muutettu."])


@PHONE
@pytest.mark.parametrize("lost", ["ehdota/muutettavat", "api/v1/events"])
def test_an_event_that_nobody_hands_out_just_now_is_not_said_to_be_gone(page: Page, site: Site, lost: str) -> None:
    page.route(f"**/{lost}/*.json", lambda route: route.abort())
    open_form(page, site, "#muuta=kurkifestivaali")
    said = "Tapahtumaa ei saatu haettua. Tarkista verkkoyhteys ja lataa sivu uudelleen."
    expect(page.get_by_text(said)).to_be_visible()
    page.unroute(f"**/{lost}/*.json")
    open_form(page, site, "#muuta=ei-ole")
    expect(page.get_by_text("Tapahtumaa ei löytynyt.")).to_be_visible()
    open_form(page, site, "#muuta=kurkifestivaali")
    expect(page.locator("textarea[name=description]")).not_to_have_value("")


@PHONE
def test_an_answer_to_a_comment_says_where_it_goes_and_stays_an_answer(page: Page, site: Site) -> None:
    addresses = [
        (path, address)
        for path in sorted(site.folder.glob("kasikirja/*/index.html"))
        for address in re.findall(r'href="[^"]*ehdota/kommentti/([^"]*vastaus=[^"]*)"', path.read_text("utf-8"))
    ]
    path, address = addresses[0]
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", path.read_text("utf-8"), re.DOTALL)
    assert heading is not None
    open_form(page, site, address.replace("&amp;", "&"), "kommentti/")
    about = page.locator("form:not([hidden]) [data-about]")
    expect(about).to_contain_text("Vastaus kommenttiin sivulla ”")
    write(page, "text", "Meillä samoin.")
    write(page, "by", "Sihteeri")
    answered = f"\nvastaus kommenttiin: {address.rpartition('=')[2]}\n"
    assert answered in text_of_files(page)
    with page.expect_navigation():
        page.locator("[data-clear]").last.click()
    page.locator("[data-ready]").wait_for()
    expect(about).to_contain_text("Vastaus kommenttiin sivulla ”")
    write(page, "text", "Meillä samoin.")
    write(page, "by", "Sihteeri")
    assert answered in opened_by_the_editor(page)
    expect(about).to_contain_text("Vastaus kommenttiin sivulla ”")


@PHONE
def test_a_comment_on_no_page_is_not_sent(page: Page, site: Site) -> None:
    open_form(page, site, "#kohde=handbook/ei-ole", "kommentti/")
    write(page, "text", "Meillä samoin.")
    write(page, "by", "Sihteeri")
    page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla").click()
    told = "Avaa sivu, jota haluat kommentoida, ja paina siellä ”Kirjoita kommentti”."
    expect(page.locator("[data-faults] li")).to_have_text([told])


@PHONE
def test_a_link_that_this_page_or_browser_cannot_open_says_so(page: Page, site: Site) -> None:
    open_form(page, site)
    write_event(page)
    link = copied_link(page)
    told = page.locator("[data-notice]")
    fragment = link.rpartition("#")[2]
    for folder, other in (("idea/", fragment), ("tapahtuma/", "e2.abc.abcd")):
        open_form(page, site, f"#{other}", folder)
        expect(told).to_have_text("Tässä linkissä ei ole ehdotusta.")
    # A page of its own: what it lacks, it lacks for good.
    old = page.context.new_page()
    old.add_init_script("delete window.DecompressionStream")
    open_form(old, site, f"#{fragment}")
    expect(old.locator("[data-notice]")).to_contain_text("Tämä selain on liian vanha linkin avaamiseen.")
    old.close()


@PHONE
def test_a_series_is_offered_days_on_which_all_of_it_is_free(page: Page, site: Site) -> None:
    """A hall that is taken on some Tuesdays of the spring is not offered as free on the Tuesday after."""
    open_form(page, site)
    write_event(page, venue="Rintaluoman nuorisoseurantalo", starts_day="2027-01-12", starts_time="14:00")
    write(page, "ends_time", "16:00")
    page.locator("summary", has_text="Tapahtuma toistuu").click()
    page.locator("[name=repeats]").first.select_option("week")
    page.locator("[data-until]").fill("2027-05-31")
    taken = page.locator("[data-findings] > li").filter(has_text=PLACE_TAKEN)
    expect(taken).to_have_count(1)
    days = page.locator("[data-days] button")
    expect(days.first).to_be_visible()
    assert "ti" not in {text.split()[0] for text in days.all_inner_texts()}
    assert "Rintaluoman nuorisoseurantalo" not in page.locator("[data-venues] button").all_inner_texts()
    days.first.click()
    page.clock.run_for(700)
    expect(taken).to_have_count(0)


@PHONE
def test_a_remembered_draft_is_remembered_while_one_goes_on(page: Page, site: Site) -> None:
    open_form(page, site)
    page.get_by_label("Muista tällä laitteella 30 päivää").check()
    write(page, "name", "Hiihtoretki")
    page.clock.run_for(500)
    page.evaluate("sessionStorage.clear()")
    open_form(page, site)
    expect(page.get_by_label("Muista tällä laitteella 30 päivää")).to_be_checked()
    write(page, "name", "Hiihtoretki 2")
    page.clock.run_for(500)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('seurantalo')).length") == 1
