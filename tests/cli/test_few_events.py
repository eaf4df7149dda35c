"""What a change of a few event files brings is told as if all files had been read: random proposals, compared."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.cli.conftest import CHOIR, MKDOCS_YML, WOMEN, Commit, git

from seurantalo.cli.change import change, check
from seurantalo.cli.check_words import Answer, as_commands, as_object, as_text
from seurantalo.cli.few_events import change_of_few
from seurantalo.cli.site_file import open_project
from seurantalo.project import Project

PROPOSALS = int(os.environ.get("SEURANTALO_PROPOSALS", "40"))
TITLES = ("Kylän tanssit", "Kuoron konsertti", "Kahvila auki", "Talvinen retki", "Iltojen peli")
PLACES = ("seurantalo", "koulu", "museo")
PLAIN = "kuvaus: |\n  Tervetuloa mukaan!\n\n  Kahvia ja *pullaa*, katso [sivu](https://kyla.example.org/kahvit).\n"


def everyday(chance: Random, more: str = "") -> str:
    """An event of the everyday form; often on the same few days, at the same few places."""
    day, hour = f"{chance.randrange(1, 6)}.{chance.choice((3, 6))}.2027", chance.randrange(8, 19)
    return (
        f"otsikko: {chance.choice(TITLES)}\nalkaa: {day} klo {hour}\npäättyy: {day} klo {hour + 2}\n"
        f"järjestäjä: [{chance.choice(('vimpelin-martat', 'kuikan-kuoro'))}]\npaikka: {chance.choice(PLACES)}\n"
        f"{more}{PLAIN}"
    )


def odd(chance: Random, ids: list[str]) -> str:
    """An event that is not of that form: it names others, has another identity, repeats, or is broken."""
    other = chance.choice(ids)
    more = chance.choice(
        (
            f"osa: {other}\n",
            f"yhdessä: [{other}]\n",
            f"entinen tunnus: {other}\n",
            f"entinen tunnus: {chance.choice(('vanha', 'ikivanha'))}\n",
            f"uid: {chance.choice(('a', 'b'))}@kyla.example.org\n",
            f"päällekkäisyys sovittu: [{{kanssa: {other}, miksi: Sovittu yhdessä}}]\n",
            "toistuu: {joka: viikko, kertoja: 6}\n",
            "toistuu: {joka: viikko, asti: 30.12.2027, ei pyhinä: kyllä}\n",
            "toistuu: {joka: viikko, asti: 1.1.2020}\n",
            "tilanne: peruttu\n",
            "paikka: koulu\n",
            "hinta: soita 040 123 4567\n",
            "kuva: {tiedosto: kuvat/talo.gif, vaihtoehtoinen teksti: Talo}\n",
            "kuva: {tiedosto: kuvat/poissa.gif, vaihtoehtoinen teksti: Talo}\n",
            "teemat: [ei-ole]\n",
            "\tx\n",
            f"linkit: [{{nimi: Toinen, url: 'https://x.example/{other}'}}]\n",
        )
    )
    text = everyday(chance, more)
    return chance.choice(
        (
            text,
            text,
            text.replace("Tervetuloa", f"[[tapahtuma:{other}]]"),
            text.replace("Tervetuloa", f"[[tapahtuma:{chance.choice(TITLES)}]]"),
            text.replace("Tervetuloa", f"[täällä]({other}.yml)"),
            text.replace("otsikko", "otsake"),
            text.replace("2027", "2019"),
            text.replace("paikka: ", "kunta: vimpeli\n# "),
        )
    )


class Proposals:
    """A project with some events, and proposals to change it."""

    def __init__(self, root: Path, commit: Commit, seed: int) -> None:
        self.root, self.commit, self.chance = root, commit, Random(seed)
        self.files: dict[str, str] = {}

    @property
    def ids(self) -> list[str]:
        return [name.rpartition("/")[2].removesuffix(".yml") for name in self.files] or ["ei-ole"]

    def path(self) -> str:
        """A place for a file; where a record of that id is already, most often that."""
        name = f"t{self.chance.randrange(14)}"
        there = [path for path in self.files if path.endswith(f"/{name}.yml")]
        if there and self.chance.random() < 0.9:
            return there[0]
        return f"events/{self.chance.choice(('2027', '2027/06', 'muut'))}/{name}.yml"

    def event(self) -> str:
        return odd(self.chance, self.ids) if self.chance.random() < 0.5 else everyday(self.chance)

    def base(self, *, broken: bool) -> None:
        for _ in range(9):
            self.files[self.path()] = everyday(self.chance)
        good = dict(self.files)
        for _ in range(1 if broken else 8):
            self.files = good | {self.path(): odd(self.chance, self.ids) for _ in range(3)}
            self.write({})
            if broken or check(opened(self.root)).reading.community is not None:
                break
            for name in self.files.keys() - good.keys():
                (self.root / name).unlink()
            self.files = dict(good)
        self.write({})
        if self.chance.random() < 0.3:
            self.write({"content/practices/retki.md": practice(self.chance.choice(self.ids))})
        self.commit({})

    def write(self, files: dict[str, str | None]) -> None:
        for name, content in {**self.files, **files}.items():
            place = self.root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                place.unlink(missing_ok=True)
            else:
                place.write_text(content, encoding="utf-8")

    def propose(self) -> None:
        """Change, add, move or remove some files, in the working tree, a commit, or both."""
        for _ in range(self.chance.choice((1, 1, 1, 2, 4))):
            known = sorted(self.files)
            name = self.chance.choice(known)
            text = self.files[name]
            what = self.chance.randrange(8)
            if what < 2:
                self.files[self.path()] = self.event()
            elif what == 2:
                self.files[name] = self.event()
            elif what == 3:
                self.files[name] = text.replace("klo", "kello").replace("Kahvia", "Teetä")
            elif what == 4:
                self.write({name: None})
                del self.files[name]
            elif what == 5:
                self.write({name: None})
                del self.files[name]
                self.files[self.path()] = text
            elif what == 6:
                self.files[name] = text.replace("Tervetuloa", "Tulkaa")
            else:
                (self.root / name).write_bytes(text.replace("\n", "\r\n").encode())
                continue
            self.write({})
            if self.chance.random() < 0.3 and git(self.root, "status", "--porcelain"):
                self.commit({})


def practice(other: str) -> str:
    return (
        "---\notsikko: Retki\nlajit: kokeilu\ntiivistelmä: Retki metsään.\nvaihe: päättynyt\ntynkä: kyllä\n---\n"
        f"Katso [[tapahtuma:{other}]].\n"
    )


def opened(root: Path) -> Project:
    return open_project(root, "2027-02-01", "")


def said(project: Project, files: int, found: Any) -> tuple[object, ...]:
    answer = Answer(project.lang, files, found.added, found)
    return as_object(answer), list(as_text(answer)), list(as_commands(answer)), found.left and len(found.left)


def compared(root: Path, revision: str) -> bool:
    """Compare both ways; tell whether the short one was gone."""
    project = opened(root)
    told = change_of_few(project, revision, 0)
    if told is None:
        return False
    whole = opened(root)
    checked = check(whole)
    found = change(whole, checked, revision)
    short, long = said(project, told[0].files, told[1]), said(whole, checked.reading.files, found)
    assert short[:3] == long[:3]
    return True


@pytest.fixture
def places(project: Path, commit: Commit) -> None:
    for name in PLACES[1:]:
        (project / f"content/venues/{name}.yml").write_text(f"nimi: {name}\nkunta: vimpeli\n", encoding="utf-8")
    commit({})


@pytest.mark.parametrize("seed", range(PROPOSALS))
@pytest.mark.usefixtures("places")
def test_it_is_told_as_if_all_had_been_read(project: Path, commit: Commit, seed: int) -> None:
    made = Proposals(project, commit, seed)
    made.base(broken=seed % 10 == 9)
    before = git(made.root, "rev-parse", "HEAD")
    made.propose()
    compared(made.root, before)


@pytest.mark.usefixtures("places")
def test_it_is_gone_for_an_event_and_not_for_another_record(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": everyday(Random(1))})
    commit({"events/konsertti.yml": everyday(Random(2))})
    assert compared(project, "HEAD^")
    assert change_of_few(opened(project), "HEAD^") is None  # so few are read as soon
    (project / "content/organisations/kuikan-kuoro.md").write_text(WOMEN, encoding="utf-8")
    assert not compared(project, "HEAD^")
    (project / "content/organisations/kuikan-kuoro.md").write_text(CHOIR, encoding="utf-8")
    assert compared(project, "HEAD^")
    (project / "mkdocs.yml").write_text(MKDOCS_YML.replace("Koe", "Toinen"), encoding="utf-8")
    assert not compared(project, "HEAD^")
