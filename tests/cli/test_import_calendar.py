"""`seurantalo import` as it is typed: what it writes, what it says, and that it overwrites nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Write, seurantalo

from seurantalo.cli.event_files import write_all

ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@koe
SUMMARY:Laulukerho
DTSTART;TZID=Europe/Helsinki:20270112T180000
DTEND;TZID=Europe/Helsinki:20270112T193000
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270520T150000Z
LOCATION:Seurantalo (Iso sali)
END:VEVENT
BEGIN:VEVENT
UID:2@koe
SUMMARY:Vanha juhla
DTSTART;VALUE=DATE:20200501
END:VEVENT
END:VCALENDAR
"""
#: What the next import remembers, at the end of a file.
MEMORY = re.compile(
    r"# Tuotu kalenterista\. Tästä seuraava tuonti näkee, mitä on muutettu käsin: \[[a-p]{8}( [a-z]+=[a-p]{6})+\]\n"
)
WRITTEN = """\
otsikko: Laulukerho
alkaa: 12.1.2027 klo 18
päättyy: 12.1.2027 klo 19.30
toistuu:
  joka: viikko
  päivinä: [ti, to]
  asti: 20.5.2027
järjestäjä: vimpelin-martat
paikka: seurantalo
tila: sali
kalenteritunnus: 1@koe
"""


def events(project: Path) -> list[str]:
    return sorted(path.relative_to(project).as_posix() for path in (project / "events").rglob("*.yml"))


def test_a_calendar_becomes_files_that_the_check_takes(write: Write) -> None:
    project = write({"koe.ics": ICS})
    said = seurantalo("import", "koe.ics", "--organisation", "vimpelin-martat", cwd=project)
    assert (said.code, said.err) == (0, "")
    assert said.out == ("events/2020/05/vanha-juhla.yml\nevents/2027/01/laulukerho.yml\nTuotiin 2 tapahtumaa.\n")
    text = (project / "events/2027/01/laulukerho.yml").read_text(encoding="utf-8")
    assert MEMORY.sub("", text) == WRITTEN
    assert MEMORY.fullmatch(text.splitlines(keepends=True)[-1])
    assert seurantalo("check", cwd=project).code == 0


def test_a_second_import_writes_nothing(write: Write) -> None:
    project = write({"koe.ics": ICS})
    seurantalo("import", "koe.ics", "--organisation", "vimpelin-martat", cwd=project)
    before = {name: (project / name).read_bytes() for name in events(project)}
    said = seurantalo("import", "koe.ics", "--organisation", "vimpelin-martat", cwd=project)
    assert (said.code, said.out) == (0, "Tuotiin 0 tapahtumaa, 2 on täällä ennallaan.\n")
    assert {name: (project / name).read_bytes() for name in events(project)} == before


def test_a_dry_run_shows_the_files_and_writes_none(write: Write) -> None:
    project = write({"koe.ics": ICS})
    arguments = ("--organisation", "vimpelin-martat", "--since", "1.1.2027", "--dry-run")
    said = seurantalo("import", "koe.ics", *arguments, cwd=project)
    assert MEMORY.sub("", said.out) == (
        f"\nevents/2027/01/laulukerho.yml\n{WRITTEN}Tuotaisiin 1 tapahtuma, 1 on jo ohi ja jätettiin pois.\n"
    )
    assert events(project) == ["events/kevatkonsertti.yml"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fi", "Tuotiin 0 tapahtumaa, 1 näyttää samalta kuin jokin jo oleva."),
        ("sv", "0 evenemang importerades, 1 liknar ett som redan finns."),
        ("en", "0 events imported, 1 looks like a duplicate."),
    ],
)
def test_a_duplicate_is_proposed_and_not_written(write: Write, lang: str, words: str) -> None:
    entry = "BEGIN:VEVENT\nUID:9\nSUMMARY:Kevätkonsertti!\nDTSTART:20270313T160000Z\nEND:VEVENT\n"
    project = write({"koe.ics": f"BEGIN:VCALENDAR\n{entry}END:VCALENDAR\n"})
    said = seurantalo("import", "koe.ics", "--organisation", "vimpelin-martat", "--lang", lang, cwd=project)
    assert said.out.splitlines()[-1] == words
    assert "events/kevatkonsertti.yml" in said.out
    assert events(project) == ["events/kevatkonsertti.yml"]
    arguments = ("--organisation", "vimpelin-martat", "--with-duplicates")
    assert seurantalo("import", "koe.ics", *arguments, cwd=project).code == 0
    assert events(project) == ["events/2027/03/kevatkonsertti-2027-03-13.yml", "events/kevatkonsertti.yml"]


def test_what_fails_half_way_leaves_nothing_behind(write: Write) -> None:
    # A file stands where a folder is needed: the second event can't be written.
    project = write({"koe.ics": ICS, "events/2027": ""})
    (project / "events/2027").rename(project / "events/tmp")
    (project / "events/tmp").unlink()
    root = project / "events"
    (root / "2027").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="2027"):
        write_all(project, {"events/2020/a.yml": "a", "events/2027/b.yml": "b"}, {}, {})
    assert not (root / "2020" / "a.yml").exists()


def test_a_file_that_came_there_meanwhile_stays_as_it_is(write: Write) -> None:
    project = write({"events/b.yml": "oma"})
    with pytest.raises(FileExistsError):
        write_all(project, {"events/a.yml": "a", "events/b.yml": "b"}, {}, {})
    assert (project / "events/b.yml").read_text(encoding="utf-8") == "oma"
    assert not (project / "events/a.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ei-ole.ics"], "Tiedostoa ei-ole.ics ei ole. Tarkoititko ”koe.ics”?"),
        (["content"], "content on kansio, ei kalenteritiedosto."),
        (
            ["koe.ics", "--organisation", "vimpelin-marta"],
            "yhdistys tai muu toimija ”vimpelin-marta”. Tarkoititko ”vimpelin-martat”?",
        ),
        (["koe.ics", "--venue", "linna"], "Ei löydy: paikka ”linna”. Tunnetut: seurantalo."),
        (["koe.ics", "--municipality", "vimpel"], "Ei löydy: kunta ”vimpel”. Tarkoititko ”vimpeli”?"),
        (["koe.ics", "--since", "eilen"], "--since: ”eilen” ei ole päivä. Kirjoita näin: 1.1.2027."),
    ],
)
def test_wrong_use_is_told_in_one_sentence(write: Write, arguments: list[str], words: str) -> None:
    project = write({"koe.ics": ICS})
    said = seurantalo("import", *arguments, cwd=project)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


def test_an_entry_that_was_not_carried_is_told_by_the_exit_code(write: Write) -> None:
    project = write({"koe.ics": ICS})
    said = seurantalo("import", "koe.ics", cwd=project)
    assert said.code == 1
    assert "koe.ics:3:1: virhe: Tapahtuman ”Laulukerho” järjestäjä ei ole tiedossa." in said.out
    assert events(project) == ["events/kevatkonsertti.yml"]


def test_a_private_address_is_not_asked(write: Write) -> None:
    project = write({})
    said = seurantalo("import", "http://127.0.0.1:1/x.ics", cwd=project)
    assert said.code == 1
    assert "ei ole julkisessa verkossa" in said.out
