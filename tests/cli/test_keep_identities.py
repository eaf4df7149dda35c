"""`seurantalo keep-identities`: what version control alone knew of events is written into their files, once."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid5

import pytest
from tests.cli.conftest import seurantalo
from tests.reading.repository import Repository

from seurantalo.publishing.feeds.uid import NAMESPACE

FESTIVAL = """\
# Kyläseura pitää tätä.
otsikko:
  fi: Kesäjuhla
  sv: Sommarfest
alkaa: 12.6.2027 klo 18   # ovet auki 17

järjestäjä: vimpelin-martat
kuvaus: |
  Tanssia ja laulua.

  Koko kylä on mukana, ja kahvia saa koko illan ajan.
"""


@pytest.fixture
def repository(project: Path) -> Repository:
    made = Repository(project)
    made.commit(1)
    return made


def rename(repository: Repository, on: int, *pairs: tuple[str, str]) -> None:
    for old, new in pairs:
        (repository.folder / "events" / new).parent.mkdir(parents=True, exist_ok=True)
        repository.git("mv", f"events/{old}", f"events/{new}")
    repository.commit(on)


def texts(repository: Repository) -> dict[str, str]:
    folder = repository.folder / "events"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*.*"))
        if path.stem != "kevatkonsertti"
    }


def keep(repository: Repository, *options: str) -> list[str]:
    said = seurantalo("keep-identities", *options, cwd=repository.folder)
    assert (said.code, said.err) == (0, "")
    return said.out.splitlines()


def test_a_renamed_file_gets_one_line_and_is_else_as_it_was(repository: Repository) -> None:
    repository.commit(2, juhla=FESTIVAL, paikallaan=FESTIVAL.replace("12.6.", "13.6."))
    rename(repository, 3, ("juhla.yml", "kesajuhla.yml"))
    rename(repository, 4, ("kesajuhla.yml", "2027/suuri-kesajuhla.yml"), ("paikallaan.yml", "2027/paikallaan.yml"))
    before = texts(repository)
    said = ["events/2027/suuri-kesajuhla.yml: entiset tunnukset: [juhla, kesajuhla]"]
    assert keep(repository, "--dry-run") == [*said, "1 tiedosto saisi rivin."]
    assert texts(repository) == before
    assert keep(repository) == [*said, "1 tiedosto sai rivin."]
    after = texts(repository)
    line = "  sv: Sommarfest\nentiset tunnukset: [juhla, kesajuhla]\n"
    assert after.pop("2027/suuri-kesajuhla.yml") == FESTIVAL.replace("  sv: Sommarfest\n", line)
    assert after == {"2027/paikallaan.yml": before["2027/paikallaan.yml"]}
    # Once is enough, committed or not.
    assert keep(repository) == ["0 tiedostoa sai rivin."]
    repository.commit(5)
    assert keep(repository) == ["0 tiedostoa sai rivin."]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "\ufefftitel: Fest\r\nbörjar: 12.6.2027\r\narrangör: vimpelin-martat\r\n",
            "\ufefftitel: Fest\r\ntidigare id: juhla\r\nbörjar: 12.6.2027\r\narrangör: vimpelin-martat\r\n",
        ),
        (
            "starts: 2027-06-12\norganisers: vimpelin-martat\ntitle: Fest",
            "starts: 2027-06-12\norganisers: vimpelin-martat\ntitle: Fest\nformer id: juhla\n",
        ),
        (
            "alkaa: 12.6.2027\njärjestäjä: vimpelin-martat\notsikko: >\n  Pitkä\n\n  juhla\n# loppu\n",
            (
                "alkaa: 12.6.2027\njärjestäjä: vimpelin-martat\notsikko: >\n  Pitkä\n\n  juhla\n# loppu\n"
                "entinen tunnus: juhla\n"
            ),
        ),
        (
            "---\notsikko: Juhla\nalkaa: 12.6.2027\njärjestäjä: vimpelin-martat\n---\nTervetuloa!\n",
            (
                "---\notsikko: Juhla\nentinen tunnus: juhla\nalkaa: 12.6.2027\njärjestäjä: vimpelin-martat\n---\n"
                "Tervetuloa!\n"
            ),
        ),
    ],
    ids=["swedish with a mark and CRLF", "english without an end", "a title of several lines", "markdown"],
)
def test_the_line_fits_into_every_way_of_writing(repository: Repository, content: str, expected: str) -> None:
    ending = "md" if content.startswith("---") else "yml"
    path = repository.folder / "events" / f"juhla.{ending}"
    path.write_bytes(content.encode())
    repository.commit(2)
    rename(repository, 3, (f"juhla.{ending}", f"uusi.{ending}"))
    assert keep(repository)[-1] == "1 tiedosto sai rivin."
    assert texts(repository) == {f"uusi.{ending}": expected}
    assert seurantalo("check", cwd=repository.folder).code == 0


def test_where_the_old_name_is_anothers_the_uid_is_written(repository: Repository) -> None:
    """Version 1.0 told them apart as ``juhla`` and ``juhla~2``; whoever was first keeps the name's identity."""
    repository.commit(2, juhla=FESTIVAL)
    rename(repository, 3, ("juhla.yml", "vanha.yml"))
    repository.commit(4, juhla=FESTIVAL.replace("12.6.", "14.8.").replace("Tanssia ja laulua", "Aivan muuta asiaa"))
    calendar = uuid5(NAMESPACE, "Koe")
    assert keep(repository) == [
        f"events/juhla.yml: kalenteritunnus: {uuid5(calendar, 'juhla~2')}",
        f"events/vanha.yml: kalenteritunnus: {uuid5(calendar, 'juhla')}",
        "2 tiedostoa sai rivin.",
    ]
    assert keep(repository) == ["0 tiedostoa sai rivin."]


def test_what_cannot_be_written_is_told(repository: Repository) -> None:
    repository.commit(2, juhla="{otsikko: Juhla, alkaa: 12.6.2027, järjestäjä: vimpelin-martat}\n")
    rename(repository, 3, ("juhla.yml", "uusi.yml"))
    said = seurantalo("keep-identities", cwd=repository.folder)
    assert (said.code, said.out.splitlines()[0]) == (
        1,
        "events/uusi.yml: kirjoita tämä rivi käsin: entinen tunnus: juhla",
    )


def test_without_the_whole_history_nothing_is_guessed(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    repository.commit(2, juhla=FESTIVAL)
    rename(repository, 3, ("juhla.yml", "uusi.yml"))
    clone = tmp_path_factory.mktemp("clone") / "project"
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    said = seurantalo("keep-identities", cwd=clone)
    assert (said.code, said.out) == (2, "")
    assert "Historiasta on haettu vain osa: hae se ensin kokonaan" in said.err
