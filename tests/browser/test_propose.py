"""The forms in which one proposes, in a browser: what they tell while one writes, and how a proposal leaves."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from playwright.sync_api import expect
from tests.browser.conftest import forget_storage, held
from tests.browser.walking import phone, text_of_files

from seurantalo.proposing import FORM

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page
    from tests.browser.conftest import Accessibility, Site

PHONE = pytest.mark.parametrize("screen", ["phone-dark"], indirect=True)
DESKTOP = pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)
TODAY = "2027-01-04T10:00:00+02:00"
PLACE_TAKEN = re.compile("samassa (paikassa|tilassa)")
PAGES = sorted({form.page for form in FORM.values()})


def open_form(page: Page, site: Site, fragment: str = "", folder: str = "tapahtuma/") -> None:
    """Open a form that is ready to be written in."""
    page.clock.set_fixed_time(TODAY)
    page.goto("about:blank")
    page.goto(f"{site.address}ehdota/{folder}{fragment}")
    page.locator("[data-ready]").wait_for()


def write(page: Page, name: str, text: str) -> None:
    page.locator(f"form:not([hidden]) [name={name}]").first.fill(text)
    page.locator(f"form:not([hidden]) [name={name}]").first.blur()


def write_event(page: Page, **more: str) -> None:
    """Answer what has to be answered, with names of the site."""
    answers = {
        "name": "Hiihtoretki",
        "organisers": "savonjärven kyläyhdistys",
        "venue": "Savonjärven kylätalo",
        "starts_day": "2027-02-20",
        "starts_time": "11:00",
        "ends_time": "14:00",
        "description": "Hiihdetään järven yli.",
    }
    for name, text in {**answers, **more}.items():
        write(page, name, text)


def copied_link(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text_of_files(page)
    page.locator("[data-way=copy]").click()
    expect(page.locator("[data-sent]")).to_contain_text("Linkki on kopioitu.")
    link: str = page.evaluate("navigator.clipboard.readText()")
    return link


def events_of(site: Site) -> list[dict[str, Any]]:
    """What forms are filled in from: every event's own file."""
    shelves = [json.loads(path.read_bytes()) for path in site.folder.glob("ehdota/muutettavat/*.json")]
    found = {name: one for files in shelves for name, one in files.items()}
    return [found[name] for name in sorted(found)]


def event_id(site: Site, **wanted: str | bool) -> str:
    """An event that says what is given: how a value begins, or whether there is one."""

    def fits(value: object, want: str | bool) -> bool:
        return bool(value) is want if isinstance(want, bool) else str(value or "").startswith(want)

    for found in events_of(site):
        if all(fits(found["values"].get(name), want) for name, want in wanted.items()):
            return re.sub(r"^.*/|\.\w+$", "", found["path"])
    raise LookupError(wanted)


@PHONE
def test_an_event_is_told_in_words_shown_as_it_will_be_and_written_as_a_file(page: Page, site: Site) -> None:
    open_form(page, site)
    write_event(page)
    expect(page.locator("#event-starts [data-told]")).to_have_text("lauantai 20. helmikuuta 2027")
    expect(page.locator("[data-field=organisers] [data-told]")).to_have_text("✓ Savonjärven kyläyhdistys ry, Vimpeli")
    assert text_of_files(page) == (
        "events/2027/02/hiihtoretki-2027.yml\n\n"
        "otsikko: Hiihtoretki\n"
        "alkaa: 20.2.2027 klo 11\n"
        "päättyy: 20.2.2027 klo 14\n"
        "kuvaus: |\n  Hiihdetään järven yli.\n"
        "järjestäjä: savonjarven-kylayhdistys\n"
        "paikka: savonjarven-kylatalo\n"
    )
    card = page.locator("[data-card]")
    expect(card).to_contain_text("Hiihtoretki")
    expect(card).to_contain_text("klo 11–14")
    expect(page.locator("form:not([hidden]) [data-said]")).not_to_be_empty()


@PHONE
def test_a_clash_is_told_with_whom_to_ask_and_a_free_day_is_taken_with_a_tap(page: Page, site: Site) -> None:
    open_form(page, site)
    taken = next(
        one["values"]
        for one in events_of(site)
        if {"venue", "starts", "ends"} <= one["values"].keys()
        and not {"repeats", "status"} & one["values"].keys()
        and "2027-03" < one["values"]["starts"] < "2027-06"
        and len(one["values"]["starts"]) > 10
        and "room" not in one["values"]
    )
    day, time = taken["starts"].split("T")
    write_event(page, venue=taken["venue"], starts_day=day, starts_time=time, ends_time="23:30")
    check = page.locator("form:not([hidden]) [data-check]")
    expect(check.locator("[data-findings]")).to_contain_text(PLACE_TAKEN)
    expect(check.locator("[data-findings]")).to_contain_text("Keneltä voi kysyä")
    days = check.locator("[data-days] button")
    expect(days).to_have_count(3)
    days.first.click()
    expect(page.locator("#event-starts-day")).not_to_have_value(day)
    expect(check.locator("[data-findings]")).not_to_contain_text(PLACE_TAKEN)


@PHONE
def test_what_cannot_be_fetched_is_said_and_blocks_nothing(page: Page, site: Site) -> None:
    page.route("**/ehdota/tiedot/**", lambda route: route.abort())
    open_form(page, site)
    write_event(page)
    page.locator("summary", has_text="Lisää paikasta").click()
    page.locator("#event-municipality").select_option("vimpeli")
    expect(page.locator("form:not([hidden]) [data-said]")).to_contain_text("ei saatu haettua")
    assert copied_link(page).startswith(f"{site.address}ehdota/tapahtuma/#e1.")


@PHONE
def test_a_new_organiser_and_place_travel_with_the_event(page: Page, site: Site) -> None:
    open_form(page, site)
    write_event(page, organisers="Mallikylän Martat ry", venue="Rantalava", ends_time="01:00", starts_time="20:00")
    organiser, venue = page.locator("[data-beside]").all()
    organiser.locator("select").first.select_option(label="Yhdistys")
    organiser.locator("select").nth(1).select_option("vimpeli")
    venue.locator("select").first.select_option("vimpeli")
    text = text_of_files(page)
    assert "järjestäjä: mallikylan-martat-ry\npaikka: rantalava\n" in text
    assert "päättyy: 21.2.2027 klo 1\n" in text
    assert "content/organisations/mallikylan-martat-ry.md\n\n---\nnimi: Mallikylän Martat ry\n" in text
    assert "content/venues/rantalava.yml\n\nnimi: Rantalava\nkunta: vimpeli\n" in text
    expect(page.locator("#event-ends [data-told]")).to_have_text("Päättyy seuraavana päivänä.")


@PHONE
def test_a_slip_or_an_ending_in_a_name_is_asked_about(page: Page, site: Site) -> None:
    open_form(page, site)
    write_event(page, organisers="Savonjärven kyläyhdistyss", venue="savonjärven kylätalolla")
    organiser, venue = (page.locator(f"[data-field={field}] [data-told]") for field in ("organisers", "venue"))
    expect(organiser).to_contain_text("Onko se jokin näistä? Savonjärven kyläyhdistys ry, Vimpeli")
    organiser.locator("button").first.click()
    expect(organiser).to_have_text("✓ Savonjärven kyläyhdistys ry, Vimpeli")
    venue.locator("button").first.click()
    expect(page.locator("[data-beside]")).to_have_count(0)
    assert "järjestäjä: savonjarven-kylayhdistys\npaikka: savonjarven-kylatalo\n" in text_of_files(page)


@DESKTOP
def test_a_draft_of_one_test_is_not_found_by_the_next(page: Page, site: Site) -> None:
    open_form(page, site)
    write(page, "name", "Hiihtoretki")
    forget_storage(page)
    # Later than the form waits for another key, as on a busy machine.
    page.clock.run_for(1_000)
    open_form(page, site)
    expect(page.locator("form:not([hidden]) [name=name]").first).to_have_value("")


@pytest.mark.parametrize("field", ["description", "starts_time"])
def test_what_is_told_late_pushes_nobody_away(page: Page, site: Site, field: str) -> None:
    open_form(page, site)
    written = page.locator(f"form:not([hidden]) [name={field}]")
    stands = "one => one.getBoundingClientRect().top"
    with held(page, "**/ehdota/saannot*.json") as let_go:
        write_event(page, venue="Savonjärven kappeli", starts_day="2027-03-13", starts_time="18:00", ends_time="")
        written.focus()
        stood = written.evaluate(stands)
        let_go()
        page.locator("[data-days] button").first.wait_for()
    # Pages are scrolled by whole pixels.
    page.wait_for_function(
        "([one, stood]) => Math.abs(one.getBoundingClientRect().top - stood) < 1.5",
        arg=[written.element_handle(), stood],
    )


@PHONE
def test_what_is_written_and_sent_before_the_form_is_filled_in_is_not_lost(page: Page, site: Site) -> None:
    name = event_id(site, repeats=False, price=False, starts="2027")
    with held(page, "**/ehdota/muutettavat/*.json") as let_go:
        page.goto(f"{site.address}ehdota/tapahtuma/#muuta={name}")
        page.locator("[data-begun]").wait_for()
        write(page, "name", "Uusi nimi")
        page.get_by_role("button", name="Lähetä ylläpidolle sähköpostilla").click()
        expect(page.locator("[data-sent]")).to_have_text("…")
        let_go()
    expect(page.locator("[data-sent]")).to_contain_text("Sähköpostisi avautuu")
    expect(page.locator("form:not([hidden]) [name=name]")).to_have_value("Uusi nimi")
    assert "otsikko: Uusi nimi\n" in text_of_files(page)
    expect(page.locator("[data-faults]")).to_be_hidden()


#: Pictures wait, each until it is let go; those that are made small are counted.
PATIENT = """() => {
    const { createImageBitmap: read } = globalThis, { toBlob } = HTMLCanvasElement.prototype;
    Object.assign(globalThis, { waiting: [], made: 0 });
    globalThis.createImageBitmap = async (...all) => {
        await new Promise((go) => waiting.push(go));
        return read(...all);
    };
    HTMLCanvasElement.prototype.toBlob = function (done, ...how) {
        toBlob.call(this, (blob) => { made += 1; done(blob); }, ...how);
    };
}"""


@DESKTOP
def test_a_picture_that_is_not_small_yet_is_waited_for_and_the_last_choice_holds(page: Page, site: Site) -> None:
    written = BytesIO()
    Image.new("RGB", (30, 20)).save(written, "PNG")
    open_form(page, site)
    write_event(page)
    page.evaluate(PATIENT)
    question = page.locator("form:not([hidden]) [data-field=image]")
    for number, name in enumerate(("eka.png", "toka.png"), start=1):
        question.locator("[data-picture]").set_input_files(
            {"name": name, "mimeType": "image/png", "buffer": written.getvalue()}
        )
        page.wait_for_function(f"waiting.length === {number}")
    page.locator("form:not([hidden]) details:has([data-picture]) > summary").click()
    question.locator("input:not([type=file])").first.fill("Hiihtäjiä järvellä.")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text_of_files(page)
    page.locator("[data-way=copy]").click()
    page.evaluate("waiting[1]()")
    expect(page.locator("[data-sent]")).to_contain_text("Linkki on kopioitu.")
    page.evaluate("waiting[0]()")
    page.wait_for_function("made === 2")
    expect(question.locator("[data-picture-told]")).to_contain_text("toka.jpg")
    link: str = page.evaluate("navigator.clipboard.readText()")
    open_form(page, site, link[link.index("#") :])
    expect(page.locator("[data-notice]")).to_contain_text("toka.jpg")


@PHONE
def test_a_pasted_text_fills_the_form_in(page: Page, site: Site) -> None:
    open_form(page, site)
    page.locator("details:has([data-paste-text]) > summary").click()
    page.locator("[data-paste-text]").fill("Hiihtoretki\nlauantaina 20.2.2027 klo 11-14\nSavonjärven kylätalo\n")
    page.locator("[data-read]").click()
    expect(page.locator("[data-paste-told]")).not_to_be_empty()
    expect(page.locator("form:not([hidden]) [name=name]").first).to_have_value("Hiihtoretki")
    expect(page.locator("#event-starts-day")).to_have_value("2027-02-20")
    expect(page.locator("#event-venue")).to_have_value("Savonjärven kylätalo")


@DESKTOP
def test_what_is_missing_is_listed_on_top_with_the_way_to_it(page: Page, site: Site) -> None:
    open_form(page, site)
    page.locator("[data-way=mail]").click()
    faults = page.locator("[data-faults]")
    expect(faults).to_be_focused()
    assert faults.locator("a").all_inner_texts() == [
        "Täytä kohta ”Tapahtuman nimi”.",
        "Täytä kohta ”Kuka järjestää?”.",
        "Täytä kohta ”Päivä ja aika”.",
        "Täytä kohta ”Mitä siellä tapahtuu?”.",
        "Valitse kunta tai kirjoita paikka.",
    ]
    assert page.title().startswith("Virhe: Lisää tapahtuma")
    faults.locator("a").last.click()
    expect(page.locator("#event-municipality")).to_be_focused()
    write_event(page, ends_time="14:00")
    page.locator("summary", has_text="Päivä ei ole vielä varma").click()
    page.locator("#event-status").select_option("tentative")
    page.locator("[data-way=mail]").click()
    expect(faults.locator("a")).to_have_text(["Kerro, mihin asti päivä on varattu."])


@DESKTOP
def test_a_link_opens_the_same_form_for_the_editor_and_a_cut_one_says_so(page: Page, site: Site) -> None:
    open_form(page, site)
    write_event(page)
    page.locator("summary", has_text="Kuka lähettää").click()
    page.locator("#sender-role").fill("Sihteeri")
    page.locator("#sender-email").fill("sihteeri@example.org")
    text, link = text_of_files(page), copied_link(page)
    open_form(page, site, link[link.index("#") :])
    expect(page.locator("[data-notice]")).to_contain_text("Lähettäjä: Sihteeri, sihteeri@example.org.")
    text_of_files(page)
    expect(page.locator("[data-text]")).to_have_text(text)
    editor = page.locator("[data-editor]")
    assert editor.locator("button:visible").all_inner_texts() == [
        "Avaa: GitHub",
        "Kopioi tiedosto",
        "Vastaa lähettäjälle",
    ]
    open_form(page, site, link[link.index("#") : -9])
    expect(page.locator("[data-notice]")).to_contain_text("Linkki on katkennut")
    assert page.input_value("#event-title") == ""


HOSTILE: tuple[dict[str, Any], ...] = (
    {"starts": {"a": 1}, "organisers": "x", "repeats": {"every": 5, "except": "x", "on": 3}, "audience": {"a": [7]}},
    {"title": "<img src=x onerror=alert(1)>", "description": "<script>alert(1)</script>", "agenda": [1], "room": 7},
    {"title": {"fi": {"x": 1}}, "contact": "x", "links": {"url": "javascript:alert(1)"}, "hold_until": [1]},
)


@pytest.mark.parametrize("values", HOSTILE)
@DESKTOP
def test_a_link_from_a_stranger_shows_text_and_breaks_nothing(page: Page, site: Site, values: dict[str, Any]) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    file = {"kind": "event", "path": "events/2027/06/x.yml", "set": values}
    page.goto(f"{site.address}ehdota/tapahtuma/")
    link = page.evaluate(
        "async (one) => (await import('../../assets/seurantalo/ehdota/proposal-link.js')).pack(one)",
        {"act": "event", "files": [file]},
    )
    open_form(page, site, f"#{link}")
    expect(page.locator("[data-editor]")).to_be_visible()
    expect(page.locator("[data-notice]")).to_contain_text("Ehdotus tuli linkistä.")
    text_of_files(page)
    assert errors == []
    assert page.locator(".st-propose :is(img, script, a[href^=javascript])").count() == 0


@DESKTOP
def test_a_forge_is_led_to_with_the_file_filled_in(page: Page, site: Site) -> None:
    page.context.route("https://github.com/**", lambda route: route.abort())
    open_form(page, site)
    write_event(page)
    page.locator(".st-send > p [data-way=forge]").click()
    link = page.locator("[data-sent] a")
    expect(link).to_have_text("events/2027/02/hiihtoretki-2027.yml")
    address = link.get_attribute("href") or ""
    assert address.startswith(
        "https://github.com/example/seurantalo/new/main/events/2027/02?filename=hiihtoretki-2027.yml"
    )
    assert "otsikko%3A+Hiihtoretki%0A" in address


@DESKTOP
def test_a_draft_survives_the_tab_and_can_be_thrown_away(page: Page, site: Site) -> None:
    open_form(page, site)
    write_event(page, organisers="Mallikylän Martat ry")
    page.clock.run_for(500)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('seurantalo'))") == []
    open_form(page, site)
    expect(page.locator("[data-notice]")).to_contain_text("Keskeneräinen ehdotuksesi on tässä.")
    assert page.input_value("#event-title") == "Hiihtoretki"
    expect(page.locator("[data-field=organisers] [data-beside] input").first).to_have_value("Mallikylän Martat ry")
    with page.expect_navigation():
        page.locator("[data-notice] button").click()
    page.locator("[data-ready]").wait_for()
    assert page.input_value("#event-title") == ""


@DESKTOP
def test_what_should_not_be_public_is_told_while_one_writes(page: Page, site: Site) -> None:
    open_form(page, site)
    write(page, "description", "Kysy numerosta 040 123 4567.")
    page.clock.run_for(500)
    expect(page.locator("[data-field=description] [data-personal]")).to_contain_text("näyttää puhelinnumerolta")
    write(page, "description", "Lähde klo 18.00, hinta 10 euroa, vuonna 2027.")
    page.clock.run_for(500)
    expect(page.locator("[data-field=description] [data-personal]")).to_have_count(0)


ACTS: dict[str, tuple[dict[str, str | bool], str]] = {
    "peru": ({"repeats": False, "status": False, "starts": "2027"}, "\ntilanne: peruttu\n"),
    "vahvista": ({"repeats": False, "status": "tentative"}, "\ntilanne: vahvistettu\n"),
    "muuta": ({"repeats": False, "price": False, "starts": "2027"}, "\nhinta: Vapaa pääsy\n"),
    "siirra": ({"repeats": False, "status": False, "starts": "2027"}, "\nalkaa: 19.6.2027 klo 18\n"),
    "toteutui": ({"repeats": False, "outcome": False, "starts": "2026"}, "\n  yhteenveto: |\n    Hieno ilta.\n"),
}


@pytest.mark.parametrize("act", ACTS)
@DESKTOP
def test_an_event_is_changed_by_its_own_lines_only(page: Page, site: Site, act: str) -> None:
    wanted, line = ACTS[act]
    name = event_id(site, **wanted)
    before = next(one["text"] for one in events_of(site) if one["path"].endswith(f"/{name}.yml"))
    open_form(page, site, f"#{act}={name}")
    if act == "muuta":
        page.locator("summary", has_text="Hinta ja ilmoittautuminen").click()
        write(page, "price", "Vapaa pääsy")
    elif act == "siirra":
        write(page, "starts_day", "2027-06-19")
        write(page, "starts_time", "18:00")
        write(page, "ends_time", "20:00")
    elif act == "toteutui":
        write(page, "outcome_summary", "Hieno ilta.")
    _, text = text_of_files(page).split("\n\n", 1)
    assert line in f"\n{text}"
    kept = set(before.splitlines()) & set(text.splitlines())
    assert len(kept) >= len(set(before.splitlines())) - 4
    assert copied_link(page)


@pytest.mark.parametrize("folder", PAGES)
@PHONE
def test_every_form_is_accessible_with_all_its_folds_open(
    page: Page, site: Site, accessibility: Accessibility, folder: str
) -> None:
    open_form(page, site, folder=folder)
    page.evaluate("document.querySelectorAll('.st-propose details').forEach((one) => { one.open = true; })")
    assert accessibility(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    wide = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    assert small_targets(page.locator(".st-propose :is(button, input, select):visible")) == []


def small_targets(found: Locator) -> list[str]:
    """What is lower than a finger is wide; a box is pressed by its label."""
    small: list[str] = found.evaluate_all(
        """(all) => all.filter((one) => {
            const box = (/checkbox|radio/.test(one.type) ? one.closest("label") : one).getBoundingClientRect();
            return box.height < 43.5;
        }).map((one) => one.outerHTML.slice(0, 120))"""
    )
    return small


def test_without_javascript_the_form_leads_to_the_forge_with_every_answer(browser: Browser, site: Site) -> None:
    context = phone(browser, scripts=False)
    page = context.new_page()
    context.route("https://github.com/**", lambda route: route.fulfill(body="forge"))
    page.goto(f"{site.address}ehdota/tapahtuma/")
    expect(page.locator("[data-script]:visible")).to_have_count(0)
    expect(page.locator("a", has_text="toimitus@seurantalo.example.org")).to_be_visible()
    write_event(page)
    page.locator("form:not([hidden]) button:visible", has_text="GitHub").click()
    page.wait_for_url("https://github.com/**")
    for name in ("template=tapahtuma.yml", "name=Hiihtoretki", "starts_day=2027-02-20", "starts_time=11%3A00"):
        assert name in page.url
    context.close()


@DESKTOP
def test_every_page_leads_to_the_form_in_one_step(page: Page, site: Site) -> None:
    for location in ("", "kalenteri/", "paikat/savonjarven-kylatalo/", "ohjeet/lisaa-tapahtuma/"):
        page.goto(site.address + location)
        link = page.locator("header a.st-add")
        expect(link).to_be_visible()
        assert link.evaluate("(one) => one.href") == f"{site.address}ehdota/tapahtuma/"


@DESKTOP
def test_what_is_known_already_is_filled_in(page: Page, site: Site) -> None:
    open_form(
        page, site, "#paikka=savonjarven-kylatalo&paiva=2027-06-12&aika=18:00&jarjestaja=savonjarven-kylayhdistys"
    )
    assert page.input_value("#event-venue") == "Savonjärven kylätalo"
    assert page.input_value("#event-organisers") == "Savonjärven kyläyhdistys ry"
    assert (page.input_value("#event-starts-day"), page.input_value("#event-starts-time")) == ("2027-06-12", "18:00")
