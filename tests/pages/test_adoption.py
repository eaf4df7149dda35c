"""The page that helps to take a practice up, and the files that it offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.pages.small_region import SITE, context, event
from tests.pages.wiki_region import adoptions, full_practice, practices, region

from seurantalo.language import TONGUES
from seurantalo.model.event import Format
from seurantalo.model.practice import Step
from seurantalo.model.text import Text
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.wiki.practice.adoption import AdoptionComposer, AdoptionView, adoption_pages
from seurantalo.publishing.pages.wiki.practice.parts import log_of


def view_of(ctx: PageContext, name: str = "aamiainen") -> AdoptionView:
    one = ctx.community.practices[name]
    return AdoptionComposer(ctx).view(one, log_of(ctx, one))


def test_the_files_are_written_in_the_words_of_the_site() -> None:
    view = view_of(context(*region()))
    place = view.places[-1]
    assert (place.name, place.adopter, place.already) == ("Vimpeli", "Vimpelin kunta", "")
    adoption, series = place.files
    assert adoption.path == "content/adoptions/vimpeli-aamiainen.md"
    assert adoption.text.startswith("---\nkäytäntö: aamiainen\n# Oman yhdistyksenne tunnus")
    assert "\nkäyttöönottaja: kunta\nkunta: vimpeli\ntilanne: suunnitteilla\nalkaen: 11.1.2027\n" in adoption.text
    assert series.title == "Kumppanuusaamiainen Vimpelissä"
    assert series.path == "events/2027/02/aamiainen-vimpeli-2027.yml"
    assert series.text.splitlines()[0] == "otsikko: Kumppanuusaamiainen Vimpelissä"
    assert (
        "alkaa: 24.2.2027 klo 18\npäättyy: 24.2.2027 klo 20\ntilanne: alustava\nvarattu asti: 10.2.2027\n"
        in series.text
    )
    assert (
        "  Teemme niin kuin kerrotaan sivulla [[käytäntö:aamiainen]].\n\n  **Vaiheet**\n\n  - Kutsu\n" in series.text
    )
    assert series.day.startswith("ke 24.2.2027 klo 18: vapaa")


def test_who_has_taken_it_up_already_is_told() -> None:
    there = replace(adoptions()[0], municipality="vimpeli")
    (place,) = view_of(context(*region(there))).places
    assert (place.name, place.already) == ("Vimpeli", "Kylän & järven seura ry kokeilee")


def test_the_link_opens_a_new_file_with_its_name_and_text() -> None:
    (file, *_) = view_of(context(*region())).places[-1].files
    link = urlsplit(file.href)
    assert link.path == "/new/main/content/adoptions"
    assert parse_qs(link.query) == {"filename": ["vimpeli-aamiainen.md"], "value": [file.text]}
    assert len(file.href) < 8_000


def test_a_text_too_long_for_an_address_has_to_be_copied() -> None:
    """GitLab takes the name of a file alone: the page says what to do with its text."""
    site = replace(SITE, edit_url="https://gitlab.com/example/kalenteri/-/edit/main/")
    ctx = replace(context(*region()), site=site)
    (file, *_) = view_of(ctx).places[-1].files
    assert file.href == (
        "https://gitlab.com/example/kalenteri/-/new/main/content/adoptions?file_name=vimpeli-aamiainen.md"
    )
    assert file.note == "Kopioi ensin alla oleva teksti ja liitä se sivulle, jonka linkki avaa."


def test_a_proposed_day_is_one_without_anything_else() -> None:
    busy = [
        event(f"e{day}", datetime(2027, month, day, 18), datetime(2027, month, day, 20))
        for month, day in ((2, 23), (2, 24), (2, 25), (3, 2))
    ]
    (_, series) = view_of(context(*region(), *busy)).places[-1].files
    assert series.day.startswith("ke 10.3.2027 klo 18: vapaa")


def test_names_that_are_taken_get_a_number() -> None:
    there = event("aamiainen-vimpeli-2027", date(2027, 6, 1))
    (_, series) = view_of(context(*region(), there)).places[-1].files
    assert series.path == "events/2027/02/aamiainen-vimpeli-2027-2.yml"


def test_steps_with_a_form_become_a_series_with_a_day_each() -> None:
    steps = (
        Step(title=Text.plain("Pöytä: avaus"), format=Format.TABLE),
        Step(title=Text.plain("Kerää ideat")),
        Step(title=Text.plain("Paja"), text=Text.plain("Kirjoita.\n\nÄänestä."), format=Format.WORKSHOP, weeks=5),
    )
    ctx = context(*region(replace(full_practice(), steps=steps)))
    (_, table, shop) = view_of(ctx).places[-1].files
    assert [one.path for one in (table, shop)] == [
        "events/2027/02/aamiainen-vimpeli-1-2027.yml",
        "events/2027/03/aamiainen-vimpeli-2-2027.yml",
    ]
    assert table.text.splitlines()[0] == 'otsikko: "Pöytä: avaus Vimpelissä"'
    assert "alkaa: 31.3.2027 klo 18" in shop.text
    assert "sarja: aamiainen-vimpeli-2027" in shop.text
    assert "  Kirjoita. Äänestä.\n\n  **Ennen tätä**\n\n  - Kerää ideat\n" in shop.text


@pytest.mark.parametrize(
    ("code", "starts", "status"),
    [
        ("fi", "alkaa: 24.2.2027 klo 18", "alustava"),
        ("sv", "börjar: 24.2.2027 kl 18", "preliminärt"),
        ("en", "starts: 2027-02-24 18:00", "tentative"),
    ],
)
def test_each_language_writes_its_own_words(code: str, starts: str, status: str) -> None:
    (_, series) = view_of(context(*region(), lang=code)).places[-1].files
    assert starts in series.text
    assert f": {status}\n" in series.text


def test_minutes_are_written_where_there_are_some() -> None:
    assert TONGUES["fi"].in_file(datetime(2027, 3, 2, 8, 5)) == "2.3.2027 klo 8.05"


def test_what_a_record_says_is_text_on_the_page() -> None:
    evil = replace(full_practice(), title=Text.plain("<script>alert('x')</script>"))
    ctx = context(*region(evil))
    pages = list(adoption_pages(ctx))
    assert "&lt;script&gt;" in pages[0].body
    assert all("<script>" not in page.body for page in pages)


def test_a_region_without_associations_says_so() -> None:
    view = view_of(context(practices()[1]), "mimmit")
    assert (view.places, view.command) == ((), "")
