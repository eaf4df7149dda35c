"""Agreements lapse by what git says of both files: real, small repositories, from the first commit to the notice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.reading.repository import Repository

from seurantalo.language import language
from seurantalo.model.problem import Problem
from seurantalo.model.settings import Settings
from seurantalo.project import Planned, Project
from seurantalo.publishing.publication import Site
from seurantalo.reading.report import format_text

BASE = Path(__file__).parent / "base"
VENUE = "nimi: Talo\nkunta: vimpeli\n"
CONCERT = (
    "otsikko: Konsertti\nalkaa: 1.5.2027 klo 18\npäättyy: 1.5.2027 klo 20\njärjestäjä: [vimpelin-martat]\n"
    "paikka: talo\nkenelle: [lapset, kaikki]\nkuvaus: Tervetuloa.\n"
)
DANCE = CONCERT.replace("Konsertti", "Tanssit").replace("klo 18", "klo 19").replace("klo 20", "klo 22")
AGREED = "päällekkäisyys sovittu: [{kanssa: tanssit, miksi: Sovittu yhdessä}]\n"


class Region:
    """A project in a repository; every change is a commit on the next day."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(BASE, folder)
        self.repository = Repository(folder)
        self.day = 0

    def commit(self, **events: str) -> None:
        self.day += 1
        self.repository.commit(self.day, **events)

    def plan(self, code: str = "fi") -> Planned:
        folder = self.repository.folder
        settings = Settings(today="2027-01-20", language=code)
        project = Project.open(folder, folder / "content", settings, Site(name="Koe", url="https://koe.example/"))
        reading = project.read()
        assert reading.community is not None, reading.problems
        return project.plan(reading.community)


@pytest.fixture
def region(tmp_path: Path) -> Region:
    made = Region(tmp_path / "project")
    (made.repository.folder / "content" / "venues").mkdir(parents=True, exist_ok=True)
    made.repository.write("content/venues/talo.yml", VENUE)
    made.commit(konsertti=CONCERT, tanssit=DANCE)
    made.commit(konsertti=CONCERT + AGREED)
    return made


def notices(planned: Planned) -> list[Problem]:
    return [problem for problem in planned.problems if problem.code == "clash-agreement-lapsed"]


def stands(region: Region) -> bool:
    """Whether the agreement holds; the finding and the notice must say the same."""
    planned = region.plan()
    agreed = [finding.id for finding in planned.clashes.agreed]
    lapsed = len(notices(planned))
    open_ones = [finding.id for finding in planned.clashes.findings if finding.level == "hard"]
    assert (agreed, lapsed, open_ones) in [
        (["venue.konsertti.tanssit"], 0, []),
        ([], 1, ["venue.konsertti.tanssit"]),
    ]
    return not lapsed


def test_what_was_agreed_stands(region: Region) -> None:
    assert stands(region)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("klo 22", "klo 23"),
        ("kenelle: [lapset, kaikki]", "kenelle: [lapset]"),
        ("alkaa: 1.5.2027 klo 19", "alkaa: 1.5.2027 klo 18.30"),
    ],
)
def test_it_lapses_when_the_other_event_changes(region: Region, old: str, new: str) -> None:
    region.commit(tanssit=DANCE.replace(old, new))
    assert not stands(region)


def test_it_lapses_when_its_own_event_changes(region: Region) -> None:
    region.commit(konsertti=CONCERT.replace("klo 20", "klo 21") + AGREED)
    assert not stands(region)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tervetuloa.", "Kaikki mukaan!"),
        ("otsikko: Tanssit", "otsikko: Iltatanssit"),
        ("alkaa: 1.5.2027 klo 19", "starts: 2027-05-01 19:00"),
        ("[lapset, kaikki]", "[kaikki, lapset]"),
    ],
)
def test_other_words_and_other_spellings_change_nothing(region: Region, old: str, new: str) -> None:
    region.commit(tanssit=DANCE.replace(old, new))
    assert stands(region)


def test_moved_and_moved_back_is_as_it_was_agreed(region: Region) -> None:
    region.commit(tanssit=DANCE.replace("1.5.", "2.5."))
    region.commit(tanssit=DANCE)
    assert stands(region)


@pytest.mark.parametrize(
    "again", [AGREED.replace("yhdessä", "uudelleen"), AGREED.replace("}", ", sovittu: 3.1.2027}")]
)
def test_writing_the_agreement_anew_is_agreeing_again(region: Region, again: str) -> None:
    region.commit(tanssit=DANCE.replace("klo 22", "klo 23"))
    assert not stands(region)
    region.commit(konsertti=CONCERT + again)
    assert stands(region)


def test_agreeing_and_moving_in_one_change_is_one_agreement(region: Region) -> None:
    region.commit(konsertti=CONCERT.replace("klo 20", "klo 21") + AGREED.replace("yhdessä", "taas"))
    assert stands(region)


def test_another_agreement_beside_it_renews_nothing(region: Region) -> None:
    region.commit(tanssit=DANCE.replace("klo 22", "klo 23"), retki=CONCERT.replace("Konsertti", "Retki"))
    region.commit(konsertti=CONCERT + AGREED.replace("}]", "}, {kanssa: retki, miksi: Sovittu}]"))
    assert [problem.values for problem in notices(region.plan())] == [(("other", "Tanssit"),)]


def test_a_renamed_file_is_the_same_event(region: Region) -> None:
    folder = region.repository.folder / "events"
    (folder / "2027").mkdir()
    (folder / "tanssit.yml").rename(folder / "2027" / "tanssit.yml")
    region.commit()
    assert stands(region)
    (folder / "2027" / "tanssit.yml").write_text(DANCE.replace("klo 22", "klo 23"), encoding="utf-8")
    region.commit()
    assert not stands(region)


def test_what_is_not_committed_yet_counts(region: Region) -> None:
    region.repository.write("events/tanssit.yml", DANCE.replace("klo 22", "klo 23"))
    assert not stands(region)
    region.repository.write("events/konsertti.yml", CONCERT + AGREED.replace("yhdessä", "uudelleen"))
    assert stands(region)


def test_without_history_every_agreement_stands(region: Region) -> None:
    shutil.rmtree(region.repository.folder / ".git")
    assert stands(region)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "fi",
            "Päällekkäisyydestä tapahtuman ”Tanssit” kanssa pitää sopia uudelleen: päivä, paikka tai kohderyhmä",
        ),
        (
            "sv",
            "Krocken med evenemanget ”Tanssit” behöver överenskommas på nytt: dag, plats eller målgrupp har ändrats.",
        ),
        ("en", "The clash with “Tanssit” must be agreed on again: date, place or audience has changed since."),
    ],
)
def test_the_notice_is_told_in_three_languages(region: Region, code: str, words: str) -> None:
    region.commit(tanssit=DANCE.replace("klo 22", "klo 23"))
    (notice,) = notices(region.plan(code))
    assert words in format_text([notice], language(code))
    assert notice.path == "events/konsertti.yml"
