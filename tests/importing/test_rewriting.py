"""Only the lines concerned are written anew: what people have put around them stays."""

from __future__ import annotations

import pytest

from seurantalo.importing.rewriting import language_of, line_of, rewritten

FILE = """\
# Oma huomautus
otsikko: Hallitus   # nimi
alkaa: "12.1.2027 klo 17" # muista
päättyy: 12.1.2027 klo 18.30

toistuu:
  joka: kuukausi
  päivinä: [2. ti]  # toinen tiistai
  # kuusi kertaa
  määrä: 6
muutokset:
- päivä: 2027-04-13
  alkaa: 14.4.2027 klo 16
  # Salmi
  paikka: salmitalo
järjestäjä: kosken-martat

# Paikka sovittu
paikka: koulu
kuvaus: |
  Eka

  # ei huomautus
  Toka
# loppu
"""
CALENDAR = """\
otsikko: "Hallitus: kokous"
alkaa: 12.1.2027 klo 18
päättyy: 12.1.2027 klo 19
toistuu:
  joka: kuukausi
  päivinä: [2. ti]
  määrä: 8
  paitsi: [11.5.2027]
muutokset:
  - päivä: 9.3.2027
    tilanne: peruttu
  - päivä: 13.4.2027
    alkaa: 14.4.2027 klo 16
    paikka: salmitalo
  - päivä: 8.6.2027
    tilanne: peruttu
tilanne: alustava
järjestäjä: kosken-martat
tila: sali
kuvaus: |
  Uusi
"""


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize(
    ("name", "gone", "come"),
    [
        ("title", ["otsikko: Hallitus   # nimi"], ['otsikko: "Hallitus: kokous"   # nimi']),
        ("starts", ['alkaa: "12.1.2027 klo 17" # muista'], ["alkaa: 12.1.2027 klo 18 # muista"]),
        ("ends", ["päättyy: 12.1.2027 klo 18.30"], ["päättyy: 12.1.2027 klo 19"]),
        ("repeats", ["  määrä: 6"], ["  määrä: 8", "  paitsi: [11.5.2027]"]),
        (
            "changes",
            [],
            ["- päivä: 9.3.2027", "  tilanne: peruttu", "- päivä: 8.6.2027", "  tilanne: peruttu"],
        ),
        ("status", [], ["tilanne: alustava"]),
        ("room", [], ["tila: sali"]),
        ("venue", ["paikka: koulu"], []),
        ("organisers", [], []),
        ("description", ["  Eka", "  # ei huomautus", "  Toka"], ["  Uusi"]),
        ("price", [], []),
    ],
)
def test_a_field_is_written_and_no_other_line(name: str, gone: list[str], come: list[str]) -> None:
    before, after = lines(FILE), lines(rewritten(FILE, CALENDAR, [name]))
    left = list(before)
    for line in gone:
        left.remove(line)
    found = list(after)
    for line in come:
        found.remove(line)
    assert found == left


def test_changes_come_in_the_order_of_their_days() -> None:
    days = [line for line in lines(rewritten(FILE, CALENDAR, ["changes"])) if line.startswith("- päivä")]
    assert days == ["- päivä: 9.3.2027", "- päivä: 2027-04-13", "- päivä: 8.6.2027"]


def test_a_change_that_is_gone_goes_and_one_that_differs_keeps_its_comments() -> None:
    other = CALENDAR.replace("klo 16", "klo 15").replace("  - päivä: 9.3.2027\n    tilanne: peruttu\n", "")
    assert rewritten(FILE, other, ["changes"]).count("# Salmi") == 1
    assert "alkaa: 14.4.2027 klo 15\n" in rewritten(FILE, other, ["changes"])
    without = CALENDAR.partition("muutokset")[0]
    assert "muutokset" not in rewritten(FILE, without, ["changes"])


def test_a_list_on_one_line_becomes_the_calendars() -> None:
    file = "otsikko: X\nmuutokset: [{päivä: 9.3.2027, tilanne: peruttu}]  # sovittu\nalkaa: 12.1.2027\n"
    assert rewritten(file, CALENDAR, ["changes"]).startswith(
        "otsikko: X\n# sovittu\nmuutokset:\n  - päivä: 9.3.2027\n"
    )


def test_a_file_without_a_last_line_break_gets_one() -> None:
    assert (
        rewritten("otsikko: X\nalkaa: 12.1.2027", CALENDAR, ["room"]) == "otsikko: X\nalkaa: 12.1.2027\ntila: sali\n"
    )


def test_the_place_of_a_field_and_the_language_of_the_keys() -> None:
    assert (line_of(FILE, "venue"), line_of(FILE, "price")) == (19, 1)
    assert language_of(FILE, ("sv", "fi", "en")) == "fi"
    assert language_of("titel: X\nbörjar: 1.5.2027\narrangör: y\n", ("fi", "sv", "en")) == "sv"
