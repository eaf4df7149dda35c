"""A calendar that is imported again: what is said of each event that is here, and what is written into its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Said, Write, seurantalo

from seurantalo.cli import event_files

FIRST = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@koe
SUMMARY:Kevätkokous
DTSTART;TZID=Europe/Helsinki:20270315T180000
DTEND;TZID=Europe/Helsinki:20270315T200000
LOCATION:Seurantalo
DESCRIPTION:Kahvit ja vaalit
END:VEVENT
BEGIN:VEVENT
UID:2@koe
SUMMARY:Hallitus
DTSTART;TZID=Europe/Helsinki:20270112T170000
DTEND;TZID=Europe/Helsinki:20270112T183000
RRULE:FREQ=MONTHLY;COUNT=6;BYDAY=2TU
END:VEVENT
BEGIN:VEVENT
UID:3@koe
SUMMARY:Leiri
DTSTART;VALUE=DATE:20270514
DTEND;VALUE=DATE:20270517
END:VEVENT
END:VCALENDAR
"""
CANCELLED = """BEGIN:VEVENT
UID:2@koe
SUMMARY:Hallitus
RECURRENCE-ID;TZID=Europe/Helsinki:20270309T170000
DTSTART;TZID=Europe/Helsinki:20270309T170000
DTEND;TZID=Europe/Helsinki:20270309T183000
STATUS:CANCELLED
END:VEVENT
"""
LATER = FIRST.replace("20270315T180000", "20270316T190000").replace("20270315T200000", "20270316T210000")
LATER = LATER.replace("END:VCALENDAR\n", f"{CANCELLED}END:VCALENDAR\n")
MEETING, BOARD = "events/2027/03/kevatkokous.yml", "events/2027/01/hallitus.yml"


def importing(project: Path, calendar: str, *options: str) -> Said:
    (project / "koe.ics").write_text(calendar, encoding="utf-8")
    return seurantalo("import", "koe.ics", "--organisation", "vimpelin-martat", *options, cwd=project)


@pytest.fixture
def here(write: Write) -> Path:
    """The small project with the calendar in it."""
    root = write({})
    assert importing(root, FIRST).code == 0
    return root


def texts(project: Path) -> dict[str, str]:
    """The event files without what the next import remembers."""
    found = {
        path.relative_to(project).as_posix(): path.read_text("utf-8") for path in project.rglob("events/**/*.yml")
    }
    return {name: re.sub("# Tuotu kalenterista.*\n", "", text) for name, text in found.items()}


def edit(project: Path, name: str, old: str, new: str) -> None:
    text = (project / name).read_text("utf-8")
    assert old in text
    (project / name).write_text(text.replace(old, new), encoding="utf-8")


def test_what_has_changed_is_told_with_old_and_new_lines_and_not_written(here: Path) -> None:
    before = texts(here)
    said = importing(here, LATER)
    assert said.code == 0
    told = said.out.splitlines()
    assert [line.partition(" varoitus: ")[0] for line in told[:-1:2]] == [
        f"{BOARD}:1:1:",
        f"{MEETING}:2:1:",
        f"{MEETING}:3:1:",
    ]
    assert [line.partition("nyt toisin. ")[2] for line in told[:-1:2]] == [
        "Tiedostossa: –. Kalenterissa: muutokset: päivä: 9.3.2027, tilanne: peruttu.",
        "Tiedostossa: alkaa: 15.3.2027 klo 18. Kalenterissa: alkaa: 16.3.2027 klo 19.",
        "Tiedostossa: päättyy: 15.3.2027 klo 20. Kalenterissa: päättyy: 16.3.2027 klo 21.",
    ]
    assert set(told[1:-1:2]) == {"    Kirjoita muutos itse, tai anna sama komento valitsimella --update."}
    assert told[-1] == "Tuotiin 0 tapahtumaa, 1 on täällä ennallaan, 2 on muuttunut eikä niitä kirjoitettu."
    assert texts(here) == before


def test_update_writes_the_lines_concerned(here: Path) -> None:
    edit(here, MEETING, "järjestäjä:", "# sali on varattu\nkenelle: [kaikki]\njärjestäjä:")
    before = texts(here)
    said = importing(here, LATER, "--update")
    assert said.out.splitlines()[-3:] == [
        BOARD,
        MEETING,
        "Tuotiin 0 tapahtumaa, 1 on täällä ennallaan, 2 tiedostoa kirjoitettiin uudelleen.",
    ]
    after = texts(here)
    assert after[MEETING] == before[MEETING].replace("15.3.2027 klo 18", "16.3.2027 klo 19").replace(
        "15.3.2027 klo 20", "16.3.2027 klo 21"
    )
    assert after[BOARD] == before[BOARD].replace(
        "järjestäjä", "muutokset:\n  - päivä: 9.3.2027\n    tilanne: peruttu\njärjestäjä"
    )
    assert {name for name in after if after[name] != before[name]} == {MEETING, BOARD}
    assert importing(here, LATER).out == "Tuotiin 0 tapahtumaa, 3 on täällä ennallaan.\n"
    assert importing(here, FIRST, "--update").code == 0
    assert texts(here) == before


def test_what_people_have_changed_is_theirs(here: Path) -> None:
    edit(here, MEETING, "otsikko: Kevätkokous", "otsikko: Vuosikokous  # virallinen nimi")
    edit(here, MEETING, "  Kahvit ja vaalit", "  Kahvit, vaalit ja arvonta")
    assert importing(here, FIRST).out == "Tuotiin 0 tapahtumaa, 3 on täällä ennallaan.\n"
    importing(here, LATER, "--update")
    assert texts(here)[MEETING].startswith(
        "otsikko: Vuosikokous  # virallinen nimi\nalkaa: 16.3.2027 klo 19\npäättyy: 16.3.2027 klo 21\n"
    )


def test_what_both_have_changed_is_told_and_not_written_over(here: Path) -> None:
    edit(here, MEETING, "alkaa: 15.3.2027 klo 18", "alkaa: 15.3.2027 klo 18.30")
    before = texts(here)[MEETING]
    for _ in range(2):
        said = importing(here, LATER, "--update")
        (told,) = [line for line in said.out.splitlines() if line.startswith(f"{MEETING}:2:1: varoitus: ")]
        assert "on kalenterissa toisin, ja sen tiedostoa on muutettu käsin." in told
        assert told.endswith("Tiedostossa: alkaa: 15.3.2027 klo 18.30. Kalenterissa: alkaa: 16.3.2027 klo 19.")
        assert "1 on muuttunut eikä sitä kirjoitettu" in said.out
        assert texts(here)[MEETING] == before
    assert "tilanne: peruttu" in texts(here)[BOARD]


def test_a_file_of_which_nothing_is_remembered_is_not_written_over(here: Path) -> None:
    path = here / MEETING
    path.write_text(texts(here)[MEETING], encoding="utf-8")
    before = path.read_bytes()
    assert "on kalenterissa toisin kuin tiedostossaan. Tiedostossa: alkaa" in importing(here, LATER, "--update").out
    assert path.read_bytes() == before


def test_what_is_gone_from_the_calendar_is_told_and_stays(here: Path) -> None:
    start = FIRST.index("BEGIN:VEVENT\nUID:3@koe")
    said = importing(here, f"{FIRST[:start]}END:VCALENDAR\n", "--update")
    assert said.out == (
        "events/2027/05/leiri.yml:2:1: varoitus: Tapahtumaa ”Leiri” ei enää ole kalenterissa.\n"
        "    Jos se on peruttu, merkitse se tiedostoon perutuksi. Jos sitä ei ollutkaan, poista tiedosto.\n"
        "Tuotiin 0 tapahtumaa, 2 on täällä ennallaan, 1 on poistunut kalenterista.\n"
    )
    assert "events/2027/05/leiri.yml" in texts(here)


def test_an_entry_that_cannot_be_read_is_not_gone(here: Path) -> None:
    said = importing(here, FIRST.replace("20270514", "20270230"))
    assert "poistunut" not in said.out
    assert "import" not in said.err


def test_a_part_of_a_calendar_makes_nothing_gone(here: Path) -> None:
    start = FIRST.index("BEGIN:VEVENT\nUID:2@koe")
    said = importing(here, f"{FIRST[:start]}END:VCALENDAR\n")
    assert said.out == (
        "varoitus: Kalenterissa on vain 1 niistä 3 tulevasta tapahtumasta, jotka siitä on aiemmin tuotu.\n"
        "    Se näyttää kalenterin osalta, joten muista ei sanota mitään.\n"
        "Tuotiin 0 tapahtumaa, 1 on täällä ennallaan.\n"
    )


def test_a_calendar_of_others_makes_nothing_gone(here: Path) -> None:
    other = FIRST.replace("@koe", "@muu").replace("2027", "2028")
    assert "poistunut" not in importing(here, other).out


def test_a_venue_that_was_added_is_filled_in_as_the_advice_says(write: Write) -> None:
    project = write({})
    calendar = FIRST.replace("LOCATION:Seurantalo", "LOCATION:Harjun laavu")
    assert "ja tuo uudelleen valitsimella --update." in importing(project, calendar).out
    assert "  Paikka: Harjun laavu\n" in texts(project)[MEETING]
    (project / "content/venues/harjun-laavu.yml").write_text("nimi: Harjun laavu\nkunta: vimpeli\n", encoding="utf-8")
    importing(project, calendar, "--update")
    assert "paikka: harjun-laavu\nkuvaus: |\n  Kahvit ja vaalit\n" in texts(project)[MEETING]


def test_a_file_in_another_language_stays_in_it(here: Path) -> None:
    words = {"otsikko": "titel", "alkaa": "börjar", "päättyy": "slutar", "järjestäjä": "arrangör", "paikka": "plats"}
    for finnish, swedish in words.items():
        edit(here, MEETING, f"{finnish}:", f"{swedish}:")
    importing(here, LATER.replace("SUMMARY:Kevätkokous", "SUMMARY:PERUTTU: Kevätkokous"), "--update")
    assert "\nbörjar: 16.3.2027 kl 19\n" in texts(here)[MEETING]
    assert "\nläge: inställ" in texts(here)[MEETING]


def test_line_ends_and_a_byte_order_mark_stay(here: Path) -> None:
    path = here / MEETING
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    importing(here, LATER, "--update")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfotsikko")
    assert b"alkaa: 16.3.2027 klo 19\r\n" in content
    assert content.count(b"\n") == content.count(b"\r\n")


def test_what_fails_half_way_leaves_every_file_as_it_was(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in here.rglob("events/**/*.yml")}
    replace = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if "kevatkokous" in target.name:
            raise OSError("no space left")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    changed = {MEETING: "otsikko: X\n", BOARD: "otsikko: Y\n"}
    with pytest.raises(OSError, match="no space"):
        event_files.write_all(here, {"events/uusi.yml": "a"}, changed, event_files.read_texts(here, changed))
    assert {path: path.read_bytes() for path in here.rglob("events/**/*.yml")} == before


def test_a_file_that_was_changed_meanwhile_is_not_written_over(here: Path) -> None:
    read = event_files.read_texts(here, [MEETING])
    edit(here, MEETING, "otsikko: Kevätkokous", "otsikko: Vuosikokous")
    with pytest.raises(FileExistsError, match="changed meanwhile"):
        event_files.write_all(here, {}, {MEETING: "otsikko: X\n"}, read)
    assert texts(here)[MEETING].startswith("otsikko: Vuosikokous\n")


def test_a_list_of_dates_takes_the_place_of_a_start_and_gives_it_back(here: Path) -> None:
    before = texts(here)
    listed = FIRST.replace("20270315T200000\n", "20270315T200000\nRDATE;TZID=Europe/Helsinki:20270412T180000\n")
    assert importing(here, listed, "--update").code == 0
    assert texts(here)[MEETING].startswith(
        "otsikko: Kevätkokous\npäivät: [15.3.2027 klo 18, 12.4.2027 klo 18]\npäättyy: klo 20\njärjestäjä:"
    )
    importing(here, listed.replace("20270412", "20270413"), "--update")
    assert "päivät: [15.3.2027 klo 18, 13.4.2027 klo 18]\n" in texts(here)[MEETING]
    importing(here, FIRST, "--update")
    assert texts(here) == before


def test_a_rule_that_people_have_added_is_theirs(here: Path) -> None:
    edit(
        here,
        BOARD,
        "toistuu:\n  joka: kuukausi\n  päivinä: [2. ti]\n  määrä: 6\n",
        "toistuu:\n  - {joka: kuukausi, päivinä: [2. ti], määrä: 6}\n"
        "  - {joka: kuukausi, päivinä: [4. to], määrä: 3, alkaa: klo 18, päättyy: klo 19}\n",
    )
    before = texts(here)[BOARD]
    assert importing(here, FIRST).out == "Tuotiin 0 tapahtumaa, 3 on täällä ennallaan.\n"
    said = importing(here, FIRST.replace("COUNT=6", "COUNT=8"), "--update")
    assert "on kalenterissa toisin, ja sen tiedostoa on muutettu käsin" in said.out
    assert texts(here)[BOARD] == before


def test_a_markdown_file_is_told_of_and_stays(here: Path) -> None:
    text = texts(here)[MEETING].partition("kuvaus:")[0] + "kalenteritunnus: 1@koe\n"
    (here / MEETING).unlink()
    path = here / "events/2027/03/kevatkokous.md"
    path.write_text(f"---\n{text}---\nKahvit, *vaalit* ja arvonta\n", encoding="utf-8")
    before = path.read_bytes()
    assert importing(here, FIRST).out == "Tuotiin 0 tapahtumaa, 3 on täällä ennallaan.\n"
    said = importing(here, LATER, "--update")
    assert (
        "kevatkokous.md:3:1: varoitus: Tapahtuma ”Kevätkokous” on kalenterissa toisin kuin tiedostossaan." in said.out
    )
    assert path.read_bytes() == before
