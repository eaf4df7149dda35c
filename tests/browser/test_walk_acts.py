"""What else one may propose, each from the page that it belongs to: a letter goes, and its file passes the check."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import TODAY
from tests.browser.walking import Walker, file_of, goes_into_the_region, phone, recorded
from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator
    from tests.browser.conftest import Site

CONCERT = "events/2027/03/kevatkonsertti-kuikanlaulu.yml"


@pytest.fixture
def walker(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Walker]:
    with recorded(phone(browser), request.node.name) as context:
        context.clock.install(time=f"{TODAY}T10:00:00+02:00")
        yield Walker(context.new_page(), site)


def opened(walker: Walker, location: str, link: str) -> Locator:
    """Open a page, tap its link, and return the form that it leads to, once that is filled in."""
    walker.go(location)
    walker.tap(walker.page.get_by_role("article").get_by_role("link", name=link, exact=True))
    form = walker.page.locator("form[data-act]:not([hidden])")
    walker.page.locator(".st-send:not([hidden])").wait_for()
    return form


def sent(walker: Walker) -> tuple[str, str]:
    """Send by mail; return path and text of the file that goes."""
    walker.tap(walker.page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla"))
    walker.page.locator("[data-sent]").get_by_text("Sähköpostisi avautuu").wait_for()
    assert walker.letter().link.startswith(f"{walker.site.address}ehdota/")
    assert len(walker.done) <= 24
    return file_of(walker.page)


def changes(path: str, text: str) -> list[str]:
    """What is other in a file than in the region's own."""
    before = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return [
        line
        for line in unified_diff(before, text.splitlines(), n=0, lineterm="")
        if line[:3] not in ("---", "+++", "@@ ")
    ]


def fill_move(walker: Walker, form: Locator) -> None:
    form.locator("[data-about]").get_by_text("Kuikanlaulun").wait_for()
    walker.fill(form.get_by_role("group", name="Uusi päivä ja aika").get_by_label("Päivä"), "2027-03-19")


def fill_nothing(walker: Walker, form: Locator) -> None:
    form.locator("[data-about]").get_by_text(" · ").wait_for()


def fill_change(walker: Walker, form: Locator) -> None:
    form.locator("[data-about]").get_by_text("Kuikanlaulun").wait_for()
    walker.fill(form.get_by_label("Tapahtuman nimi"), "Kuikanlaulun kevätilta")


def fill_one_date(walker: Walker, form: Locator) -> None:
    form.locator("[data-which]").wait_for()
    walker.choose(form.locator("[data-date]"), form.locator("[data-date] option").nth(2).inner_text())
    walker.fill(form.get_by_label("Miksi?"), "Tori on remontissa.")


def fill_outcome(walker: Walker, form: Locator) -> None:
    form.locator("[data-about]").get_by_text(" · ").wait_for()
    walker.fill(form.get_by_label("Montako tuli?"), "64")
    walker.tap(walker.page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla"))
    expect(walker.page.locator("[data-faults] li")).to_have_text(["Täytä kohta ”Miten meni?”."])
    walker.fill(form.get_by_role("textbox", name="Miten meni?"), "Satoi, ja silti tuli väkeä.")


EVENTS = {
    "move": (
        CONCERT, "Siirrä tapahtuma", fill_move,
        ["-alkaa: 13.3.2027 klo 18", "-päättyy: 13.3.2027 klo 19.30", "+alkaa: 19.3.2027 klo 18"],
    ),
    "cancel": (CONCERT, "Peru tapahtuma", fill_nothing, ["+tilanne: peruttu"]),
    "change": (
        CONCERT, "Muuta tapahtumaa", fill_change,
        ["-otsikko: Kuikanlaulun kevätkonsertti", "+otsikko: Kuikanlaulun kevätilta"],
    ),
    "cancel one date": ("events/2027/05/soinin-iltatori.yml", "Peru tapahtuma", fill_one_date, ["+muutokset:"]),
    "confirm": ("events/2027/11/vierailuesitys-soini.yml", "Vahvista päivä", fill_nothing, ["+tilanne: vahvistettu"]),
    "outcome": (
        "events/2026/12/joulupolku-savonjarvi-2026.yml", "Kerro, miten kävi", fill_outcome,
        ["+toteutuma:", "+  osallistujia: 64"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", EVENTS)
def test_what_becomes_of_an_event(walker: Walker, tmp_path: Path, act: str) -> None:
    path, link, fill, expected = EVENTS[act]
    form = opened(walker, f"tapahtumat/{path.rpartition('/')[2].removesuffix('.yml')}/", link)
    fill(walker, form)
    changed, text = sent(walker)
    assert changed == path
    told = changes(path, text)
    assert [line for line in expected if line not in told] == []
    assert len(told) <= 8
    goes_into_the_region(tmp_path, path, text)


def fill_organisation(walker: Walker, form: Locator) -> None:
    walker.fill(form.get_by_label("Nimi").first, "Mallikylän martat")
    walker.choose(form.get_by_label("Millainen toimija se on?"), "Yhdistys")
    walker.choose(form.get_by_label("Kunta (valinnainen)"), "Vimpeli")


def fill_venue(walker: Walker, form: Locator) -> None:
    walker.fill(form.get_by_label("Nimi").first, "Mallikylän seurantalo")
    walker.choose(form.get_by_label("Kunta").first, "Vimpeli")


def fill_practice(walker: Walker, form: Locator) -> None:
    walker.fill(form.get_by_label("Miksi sitä kutsutte?"), "Kylän yhteinen peräkärry")
    walker.fill(
        form.get_by_label("Mitä se on, yhdellä tai kahdella lauseella?"), "Kylä osti peräkärryn, jota lainataan."
    )
    walker.fill(form.get_by_label("Miksi teette sitä?"), "Kaikilla ei ole varaa omaan.")
    walker.fill(form.get_by_label("Miten teette sen?"), "Avain on kylätalolla.")
    walker.tap(form.locator("label").filter(has_text="Tapaus"))
    walker.choose(form.get_by_label("Kuinka pitkällä se on?"), "Käynnissä")
    walker.tap(form.locator("label").filter(has_text="Osallisuus"))
    contact = form.get_by_role("group", name="Yhteystiedot")
    walker.fill(contact.get_by_label("Rooli", exact=True), "Sihteeri")
    walker.fill(contact.get_by_label("Roolin sähköposti"), "sihteeri@mallikyla.example.org")


RECORDS: dict[str, tuple[str, str, Callable[[Walker, Locator], None], str]] = {
    "organisation": (
        "yhdistykset/",
        "Lisää yhdistys",
        fill_organisation,
        "content/organisations/mallikylan-martat.md",
    ),
    "venue": ("paikat/", "Lisää paikka", fill_venue, "content/venues/mallikylan-seurantalo.yml"),
    "practice": ("kaytannot/", "Lisää käytäntö", fill_practice, "content/practices/kylan-yhteinen-perakarry.md"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_is_added(walker: Walker, tmp_path: Path, kind: str) -> None:
    location, link, fill, expected = RECORDS[kind]
    form = opened(walker, location, link)
    fill(walker, form)
    path, text = sent(walker)
    assert path == expected
    goes_into_the_region(tmp_path, path, text)


def test_an_organiser_who_is_new_comes_with_the_event(walker: Walker, tmp_path: Path) -> None:
    page = walker.page
    walker.go("ehdota/tapahtuma/")
    page.locator(".st-send:not([hidden])").wait_for()
    form = page.locator("form[data-act=event]")
    walker.fill(form.get_by_label("Tapahtuman nimi"), "Marttojen ilta")
    walker.fill(form.get_by_label("Kuka järjestää?"), "Mallikylän martat")
    beside = form.locator("[data-beside]")
    walker.choose(beside.get_by_label("Millainen toimija se on?"), "Yhdistys")
    walker.choose(beside.get_by_label("Kunta"), "Vimpeli")
    walker.fill(form.get_by_label("Paikka (valinnainen)"), "Savonjärven kylätalo")
    walker.fill(form.get_by_role("group", name="Päivä ja aika").get_by_label("Päivä"), "2027-03-17")
    walker.fill(form.get_by_label("Mitä siellä tapahtuu?"), "Neulotaan.")
    path, text = sent(walker)
    event, _, rest = text.partition("\n\n")
    beside_path, _, organisation = rest.strip("\n").partition("\n\n")
    assert "järjestäjä: mallikylan-martat\n" in event
    assert (path, beside_path) == (
        "events/2027/03/marttojen-ilta-2027.yml",
        "content/organisations/mallikylan-martat.md",
    )
    goes_into_the_region(tmp_path, beside_path, f"{organisation}\n")
    goes_into_the_region(tmp_path, path, f"{event}\n")


def test_a_comment_is_answered(walker: Walker, tmp_path: Path) -> None:
    walker.go("kasikirja/12-vuoropuhelu/")
    walker.tap(walker.page.locator("[href$='vastaus=01-elpo']"))
    form = walker.page.locator("form[data-act=comment]:not([hidden])")
    walker.page.locator(".st-send:not([hidden])").wait_for()
    walker.fill(form.get_by_label("Kommenttisi"), "Meillä ryhmä kokoontuu kylätalolla.")
    walker.fill(form.get_by_label("Kuka kirjoittaa?"), "Kylätalon isännistö")
    path, text = sent(walker)
    assert path.startswith("content/handbook/12-vuoropuhelu/comments/")
    assert "vastaus kommenttiin: 01-elpo\n" in text
    goes_into_the_region(tmp_path, path, text)


def test_how_it_repeats_is_told_as_its_page_will_tell_it(walker: Walker) -> None:
    page = walker.page
    walker.go("ehdota/tapahtuma/")
    page.locator(".st-send:not([hidden])").wait_for()
    form = page.locator("form[data-act=event]")
    starts = form.get_by_role("group", name="Päivä ja aika")
    walker.fill(starts.get_by_label("Päivä"), "2027-01-12")
    walker.fill(starts.get_by_label("Kellonaika"), "18:00")
    walker.tap(page.get_by_text("Tapahtuma toistuu"))
    told = form.locator("[data-dates]")
    walker.choose(form.get_by_label("Toistuu", exact=True), "kerran kuussa, samana viikonpäivänä")
    told.get_by_text(
        "kuukauden toinen tiistai klo 18, 12.1.2027 alkaen. 12.1., 9.2., 9.3., 13.4., 11.5., 8.6. …"
    ).wait_for()
    walker.choose(form.get_by_label("Toistuu", exact=True), "joka toinen viikko")
    walker.fill(form.get_by_label("Mihin päivään asti"), "2027-05-25")
    walker.fill(form.get_by_label("Ei näinä päivinä"), "23.2.2027")
    words = "joka toinen tiistai klo 18, 12.1.–25.5.2027, paitsi ti 23.2."
    days = "Päivät: 12.1., 26.1., 9.2., 9.3., 23.3., 6.4. …, yhteensä 9"
    told.get_by_text(f"{words} {days}").wait_for()
    walker.choose(form.get_by_label("Toistuu", exact=True), "kerran kuussa, kuun viimeisenä samana viikonpäivänä")
    walker.tap(page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla"))
    fault = "Aloituspäivä ei ole mikään näistä päivistä. Vaihda aloituspäivä tai toistopäivät."
    expect(page.locator("[data-faults] li").get_by_text(fault, exact=True)).to_be_visible()
