"""The same way without JavaScript, to the forge's own form; and with nothing but a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import TODAY, violations
from tests.browser.walking import Walker, file_of, goes_into_the_region, phone
from tests.receiving.issue.github import rendered

from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act
from seurantalo.proposing.new_file import new_file
from seurantalo.receiving.issue.filled import filled_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page
    from tests.browser.conftest import Site

MOST_STEPS = 24
FILE = """\
otsikko: Pelimannien ilta
alkaa: 2027-03-12 klo 18:00
päättyy: klo 20:00
kuvaus: |
  Viulut ja haitari.
  Kahvit.
järjestäjä: savonjarven-kylayhdistys
paikka: savonjarven-kappeli
kenelle: Kaikki, Lapset
"""


def test_without_javascript_the_forge_asks_the_same(browser: Browser, site: Site, tmp_path: Path) -> None:
    context = phone(browser, scripts=False)
    walker = Walker(context.new_page(), site)
    page = walker.page
    walker.go("")
    walker.tap(page.get_by_role("link", name="Lisää tapahtuma", exact=True).first)
    form = page.locator("form[data-act=event]")
    walker.fill(form.get_by_label("Tapahtuman nimi"), "Pelimannien ilta")
    walker.fill(form.get_by_label("Kuka järjestää?"), "savonjarven-kylayhdistys")
    walker.fill(form.get_by_label("Paikka (valinnainen)"), "savonjarven-kappeli")
    starts = form.get_by_role("group", name="Päivä ja aika")
    walker.fill(starts.get_by_label("Päivä"), "2027-03-12")
    walker.fill(starts.get_by_label("Kellonaika"), "18:00")
    walker.fill(form.get_by_role("group", name="Päättyy").get_by_label("Kellonaika"), "20:00")
    walker.fill(form.get_by_label("Mitä siellä tapahtuu?"), "Viulut ja haitari.\nKahvit.")
    walker.fill(form.get_by_label("Kenelle se on?"), "Kaikki, Lapset")
    visible = [one.inner_text() for one in page.locator("main button").all() if one.is_visible()]
    assert [words.strip() for words in visible] == ["Jatka: GitHub", "Takaisin ylös"]
    mail = page.get_by_role("link", name="toimitus@seurantalo.example.org")
    assert mail.get_attribute("href") == "mailto:toimitus@seurantalo.example.org"
    walker.tap(page.get_by_role("button", name="Jatka: GitHub"))
    asked = urlsplit(walker.asked("github.com"))
    assert len(walker.done) <= MOST_STEPS
    context.close()

    assert asked.path == "/example/seurantalo/issues/new"
    answers = {name: ", ".join(values) for name, values in parse_qs(asked.query).items()}
    assert answers.pop("template") == "tapahtuma.yml"
    filled = filled_in("Tapahtuma: ", rendered(Act.EVENT, answers))
    assert filled is not None
    text = new_file(Kind.EVENT, filled.values, "fi")
    assert text == FILE
    goes_into_the_region(tmp_path, "events/2027/03/pelimannien-ilta-2027.yml", text)


def test_a_keyboard_is_enough(browser: Browser, site: Site) -> None:
    context = browser.new_context(locale="fi-FI", timezone_id="Europe/Helsinki", reduced_motion="reduce")
    context.clock.install(time=f"{TODAY}T10:00:00+02:00")
    walker = Walker(context.new_page(), site)
    page = walker.page
    walker.go("ehdota/tapahtuma/")
    page.locator("[data-way=mail]").wait_for()
    form = page.locator("form[data-act=event]")
    send = page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla")

    # An empty form says what is missing, and leads there.
    reach(page, send)
    page.keyboard.press("Enter")
    faults = page.locator("[data-faults]")
    faults.locator("li").first.wait_for()
    assert faults.evaluate("one => one === document.activeElement")
    assert page.title().startswith("Virhe:")
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    title = form.get_by_label("Tapahtuman nimi")
    assert title.evaluate("one => one === document.activeElement")

    page.keyboard.type("Pelimannien ilta")
    reach(page, form.get_by_label("Kuka järjestää?"))
    page.keyboard.type("Savonjärven kyläyhdistys ry")
    reach(page, form.get_by_label("Paikka (valinnainen)"))
    page.keyboard.type("Savonjärven kappeli")
    reach(page, form.get_by_role("group", name="Päivä ja aika").get_by_label("Päivä"))
    type_into(page, "2027-03-13", "03132027", "13032027")
    reach(page, form.get_by_role("group", name="Päivä ja aika").get_by_label("Kellonaika"))
    type_into(page, "18:00", "0600PM", "1800")
    reach(page, form.get_by_label("Mitä siellä tapahtuu?"))
    page.keyboard.type("Viulut ja haitari.")
    free = form.locator("[data-days] button").first
    free.wait_for()
    reach(page, free, back=True)
    page.keyboard.press("Enter")
    form.locator("[data-free]").wait_for(state="hidden")
    assert form.locator("[data-check] h2").evaluate("one => one === document.activeElement")
    reach(page, form.locator("input[name=audience]").first)
    page.keyboard.press("Space")
    reach(page, send)
    page.keyboard.press("Enter")
    page.locator("[data-sent]").get_by_text("Sähköpostisi avautuu").wait_for()
    assert walker.letter().lines[:2] == ("Lisää tapahtuma: Pelimannien ilta", "pe 12.3.2027 klo 18")
    assert page.title().startswith("Lisää tapahtuma")
    assert "kenelle: kaikki\n" in file_of(page)[1]
    context.close()


def type_into(page: Page, wanted: str, *orders: str) -> None:
    """Type a day or an hour in the order of the browser's own language: few machines have more than English."""
    for digits in orders:
        page.keyboard.type(digits)
        if page.evaluate("document.activeElement.value") == wanted:
            return
        for _ in range(4):
            page.keyboard.press("Backspace")
            page.keyboard.press("ArrowLeft")
    raise AssertionError(wanted)


def reach(page: Page, wanted: Locator, *, back: bool = False) -> None:
    """Press Tab until something has the focus; all on the way there can be seen, and nothing covers it."""
    for _ in range(120):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
        page.wait_for_function(IN_SIGHT)
    raise AssertionError(f"never reached: {wanted}")


#: WCAG 2.4.7 and 2.4.11: the focus is where one sees it.
IN_SIGHT = """() => {
    const one = document.activeElement;
    if (!one.closest("article") || one.matches("input[type=checkbox], input[type=radio]")) return true;
    const { x, y, width, height } = one.getBoundingClientRect();
    const above = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20));
    return width > 0 && height > 0 && above !== null && (one.contains(above) || above.contains(one));
}"""
