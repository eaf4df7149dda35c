"""The directory: who is where, active or quiet, whom to ask; as pages, as a table and as an address book."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import Any

import pytest
from tests.pages.small_region import common, context, text
from tests.pages.wiki_region import EVIL, region

from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import Contact
from seurantalo.model.record import Record
from seurantalo.publishing.pages.people.directory import directory_index, directory_pages, home_rows
from seurantalo.publishing.pages.people.directory_files import directory_files
from seurantalo.publishing.pages.people.directory_parts import PAGE_SIZE
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.organisation_list import organisations_view
from seurantalo.publishing.publication import Page
from seurantalo.publishing.spreadsheet import csv_file
from seurantalo.publishing.vcard import vcard


def association(identifier: str, municipality: str | None = "vimpeli", **more: Any) -> Organisation:
    fields: dict[str, Any] = {
        "name": text(identifier.capitalize()),
        "organisation_type": OrganisationType.ASSOCIATION,
        **more,
    }
    return Organisation(**common(identifier), municipality=municipality, **fields)


def pages(*more: Record, today: date = date(2027, 1, 11)) -> dict[str, Page]:
    return {page.address: page for page in directory_pages(context(*region(*more), today=today))}


def test_every_municipality_has_its_page_and_the_region_its_own() -> None:
    found = pages(association("maakuntaliitto", None, region="Etelä-Pohjanmaa"))
    assert list(found) == ["hakemisto/koko.seutu/", "hakemisto/soini/", "hakemisto/vimpeli/"]
    assert found["hakemisto/koko.seutu/"].title == "Hakemisto: Koko seutu"
    assert "Maakuntaliitto" in found["hakemisto/koko.seutu/"].body


def test_types_stand_in_the_plural_and_are_counted_in_one_sentence() -> None:
    company = association("kahvila", organisation_type=OrganisationType.COMPANY)
    body = pages(association("toinen-seura"), company)["hakemisto/vimpeli/"].body
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", body) == ["Yhdistykset", "Yritykset", "Kunta"]
    assert "Yhdistykset: 2, yritykset: 1, kunta: 1." in body


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2027, 1, 11), "toimii"), (date(2027, 9, 1), "toimii"), (date(2029, 1, 1), "hiljaa")],
)
def test_who_is_active_is_counted_from_events(today: date, state: str) -> None:
    row = pages(today=today)["hakemisto/vimpeli/"].body.split('<tr data-keys="')[1]
    assert f"tila:{state}" in row
    assert "Kylän &amp; järven seura ry" in row
    assert "tarkistettu 1.1.2024" in row


def test_thousands_are_divided_into_pages_of_the_same_depth() -> None:
    found = pages(*(association(f"y{n:04}") for n in range(450)))
    here = [address for address in found if address.startswith("hakemisto/vimpeli")]
    assert here == ["hakemisto/vimpeli.2/", "hakemisto/vimpeli.3/", "hakemisto/vimpeli/"]
    assert all(page.body.count("<tr data-keys") <= PAGE_SIZE for page in found.values())
    assert sum(found[address].body.count("<tr data-keys") for address in here) == 452


def test_a_region_of_thousands_is_listed_by_municipality() -> None:
    ctx = context(*region(*(association(f"y{n:04}") for n in range(600))))
    view = organisations_view(ctx, "../")
    assert view.letters == ()
    assert [(link.text, link.href, link.note) for link in view.homes] == [
        ("Soini", "../hakemisto/soini/", "1"),
        ("Vimpeli", "../hakemisto/vimpeli/", "602"),
    ]
    place = next(page for page in municipality_pages(ctx) if page.address == "kunnat/vimpeli/")
    assert place.body.count('href="../../yhdistykset/') < 250
    assert "ja 402 muuta hakemistossa" in place.body


def test_the_table_of_municipalities_counts_who_is_active() -> None:
    fresh = association(
        "tuore", contact=Contact(role=text("Sihteeri"), email="a@example.org", checked=date(2026, 11, 2))
    )
    row = next(one for one in home_rows(context(*region(fresh)), "../") if one.home.text == "Vimpeli")
    assert (row.total, row.active) == (3, 1)
    assert 'href="../hakemisto/kaikki.csv"' in directory_index(context(*region())).body


def test_a_regional_organisation_says_its_region_and_no_municipality() -> None:
    ctx = context(*region(association("maakuntaliitto", None, region="Etelä-Pohjanmaa"), association("seutu", None)))
    found = {page.title: page.body for page in organisation_pages(ctx)}
    assert "Yhdistys · Etelä-Pohjanmaa" in found["Maakuntaliitto"]
    assert "Yhdistys · Koko seutu" in found["Seutu"]
    assert "kunnat/" not in found["Maakuntaliitto"]


def test_the_table_opens_in_a_spreadsheet() -> None:
    evil = association("evil", name=text(f'=HYPERLINK("x");{EVIL}'))
    files = {file.path: file.content for file in directory_files(context(*region(evil)))}
    assert sorted(files) == list(files)
    content = files["hakemisto/vimpeli.csv"]
    assert content.startswith(b"\xef\xbb\xbfNimi;Tyyppi;Kunta;")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    assert rows[1][0] == f'\'=HYPERLINK("x");{EVIL}'
    mine = dict(zip(rows[0], next(row for row in rows if row[-1] == "kylaseura"), strict=True))
    assert mine["Sähköposti"] == "info@example.org"
    assert mine["Tarkistettu"] == "2024-01-01"
    assert mine["Tilanne"] == "toimii"
    assert mine["Seuraava tapahtuma"] == "2027-01-12"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("+358 40 123", "+358 40 123"),
        ("+cmd", "'+cmd"),
        ("@x", "'@x"),
        ('a"b', '"a""b"'),
        ("a\nb", '"a\nb"'),
        ("", ""),
    ],
)
def test_cells_that_would_run_do_not(cell: str, written: str) -> None:
    assert csv_file(("N",), [(cell,)]).decode("utf-8-sig") == f"N\r\n{written}\r\n"


def test_an_address_book_has_roles_and_no_persons() -> None:
    contact = Contact(
        role=text("Sihteeri; rahasto"), email="info@example.org", phone="06 123", checked=date(2026, 1, 2)
    )
    one = association("seura", name=text("Kylän, järven seura ry"))
    card = vcard(one, contact, "fi", "koe", "https://a.example/ä/", "Vimpeli")
    assert card.decode().split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Kylän\\, järven seura ry",
        "N:Kylän\\, järven seura ry;;;;",
        "ORG:Kylän\\, järven seura ry",
        "TITLE:Sihteeri\\; rahasto",
        "X-ABShowAs:COMPANY",
        "EMAIL;TYPE=INTERNET:info@example.org",
        "TEL;TYPE=WORK:06 123",
        "ADR;TYPE=WORK:;;;Vimpeli;;;",
        "URL:https://a.example/%C3%A4/",
        "REV:2026-01-02",
        "UID:urn:uuid:33ef4031-af9c-5b28-bdc0-61ec5d428016",
        "END:VCARD",
        "",
    ]


def test_who_has_no_contact_has_no_card() -> None:
    files = {file.path: file.content for file in directory_files(context(*region()))}
    assert {path for path in files if path.endswith(".vcf")} == {"hakemisto/kaikki.vcf", "hakemisto/vimpeli.vcf"}
    assert files["hakemisto/kaikki.vcf"].count(b"BEGIN:VCARD") == 1
