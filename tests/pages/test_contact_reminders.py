"""Letters that ask whether a contact is still right, word for word."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.pages.small_region import SITE, TODAY, context, event, text
from tests.pages.test_directory import association
from tests.pages.wiki_region import region

from seurantalo.language import language
from seurantalo.model.parts import Contact, Period
from seurantalo.model.record import Record
from seurantalo.publishing.contact_reminders import Letters, Reminder, letter_address
from seurantalo.publishing.pages.people.directory_files import directory_files
from seurantalo.publishing.pages.people.municipality import municipality_pages


def contact(role: str, email: str, checked: date | None = None) -> Contact:
    return Contact(role=text(role), email=email, checked=checked)


def letters(*more: Record, code: str = "fi") -> tuple[Reminder, ...]:
    ctx = context(*region(*more))
    found = Letters(SITE, language(code), TODAY).reminders(ctx.community, ctx.calendar.of_event)
    return tuple(one for one in found if one.address.endswith("@x.example.org"))


def lively(identifier: str, **more: Any) -> tuple[Record, Record]:
    """An association with a date within a year."""
    day = event(f"{identifier}-ilta", datetime(2026, 12, 1, 18), organisers=(identifier,))
    return association(identifier, **more), day


def test_a_letter_says_what_is_on_show_and_how_to_answer() -> None:
    (letter,) = letters(*lively("marttaseura", contact=contact("Sihteeri", "m@x.example.org", date(2025, 2, 3))))
    assert letter.subject == f"Onko yhteystieto yhä oikea? {SITE.name}"
    assert letter.body == (
        "Hei,\n"
        "\n"
        f"sivustolla {SITE.name} on tämä yhteystieto:\n"
        "\n"
        "Marttaseura: Sihteeri\n"
        "m@x.example.org\n"
        "Tarkistettu viimeksi 3.2.2025.\n"
        f"{SITE.url}yhdistykset/marttaseura/\n"
        f"Tiedosto: {SITE.edit_url}content/marttaseura.md\n"
        "\n"
        "Onko se yhä oikea?\n"
        "Vastaa ”kyllä” tai kirjoita, mikä on muuttunut. Yksi rivi riittää.\n"
        "\n"
        "Voit myös korjata tiedoston itse: kirjoita sen kohtaan ”yhteystieto” uusi päivä, "
        f"tarkistettu: {TODAY.day}.{TODAY.month}.{TODAY.year}.\n"
    )
    assert not letter.invented


def test_one_address_gets_one_letter() -> None:
    (letter,) = letters(
        *lively("eka", contact=contact("Sihteeri", "toimisto@x.example.org")),
        *lively("toka", contact=contact("Rahastonhoitaja", "Toimisto@x.example.org")),
        code="sv",
    )
    assert [one.id for one in letter.records] == ["eka", "toka"]
    assert "Stämmer de fortfarande?" in letter.lines
    assert letter.lines.count("Ingen har kontrollerat den ännu.") == 2


def test_who_is_asked_is_still_there() -> None:
    """Checked lately, quiet for years, ceased, without an address: no letter. Lasting activity: one."""
    since, until = Period(starts=date(2001, 1, 1)), Period(ends=date(2025, 12, 31))
    found = letters(
        *lively("tuore", contact=contact("Sihteeri", "tuore@x.example.org", TODAY)),
        association("hiljainen", contact=contact("Sihteeri", "hiljainen@x.example.org")),
        *lively("lopettanut", contact=contact("Sihteeri", "lopettanut@x.example.org"), active=until),
        *lively("osoitteeton", contact=contact("Sihteeri", "")),
        association("toimiva", contact=contact("Sihteeri", "toimiva@x.example.org"), active=since),
        *lively("esimerkki", contact=contact("Sihteeri", "esimerkki@x.example.org"), demo=True),
    )
    assert [(one.address, one.invented) for one in found] == [
        ("esimerkki@x.example.org", True),
        ("toimiva@x.example.org", False),
    ]


def test_a_mail_program_is_given_the_whole_letter() -> None:
    (letter,) = letters(*lively("marttaseura", contact=contact("Sihteeri", "m@x.example.org")))
    parts = urlsplit(letter_address(letter))
    assert (parts.scheme, parts.path) == ("mailto", letter.address)
    given = parse_qs(parts.query)
    assert given["subject"] == [letter.subject]
    assert given["body"][0].replace("\r\n", "\n") == letter.body.rstrip("\n")


def test_a_municipality_offers_the_letters_and_its_files_say_who_is_to_be_asked() -> None:
    """Of those who are still there; who has ceased is told of in the table, and not in the address book."""
    old, gone = contact("Sihteeri", "vanha@x.example.org"), contact("Sihteeri", "poissa@x.example.org")
    until = Period(ends=date(2025, 12, 31))
    ctx = context(*region(*lively("vanha", contact=old), *lively("poissa", contact=gone, active=until)))
    body = next(page for page in municipality_pages(ctx) if page.address == "kunnat/vimpeli/").body
    assert "mailto:vanha@x.example.org?subject=Onko%20yhteystieto" in body
    assert "poissa@x.example.org" not in body
    files = {file.path: file.content for file in directory_files(ctx)}
    header, *rows = csv.reader(io.StringIO(files["hakemisto/vimpeli.csv"].decode("utf-8-sig")), delimiter=";")
    told = {row[-1]: dict(zip(header, row, strict=True)) for row in rows}
    assert [(told[name]["Tarkistettava"], told[name]["Tilanne"]) for name in ("vanha", "poissa")] == [
        ("kyllä", "toimii"),
        ("", "lopettanut"),
    ]
    assert b"vanha@x.example.org" in files["hakemisto/vimpeli.vcf"]
    assert b"poissa@x.example.org" not in files["hakemisto/vimpeli.vcf"]
