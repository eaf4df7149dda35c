"""``seurantalo adopt``: the files that it writes pass the check and lead to the practice's page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import ROOT, seurantalo


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real region, to be written into."""
    project = tmp_path_factory.mktemp("region")
    for folder in ("content", "events"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def files(region: Path) -> set[str]:
    folders = (region / "content", region / "events")
    return {path.relative_to(region).as_posix() for folder in folders for path in folder.rglob("*.*")}


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_what_it_writes_passes_the_check(region: Path, lang: str) -> None:
    before = files(region)
    said = seurantalo(
        *("adopt", "pienten-kuntien-osallisuusmalli", "--municipality", "Soini", "--organisation", "Soinin kunta"),
        *("--lang", lang),
        cwd=region,
    )
    assert (said.code, said.err) == (0, "")
    made = files(region) - before
    assert made == {line.partition(":")[0] for line in said.out.splitlines()}
    assert len(made) == 4
    checked = seurantalo("check", cwd=region)
    assert checked.code == 0, checked.out
    # Where it is held is for the adopters to say.
    told = [line for line in checked.out.splitlines() if any(name in line for name in made)]
    assert [line for line in told if "ei selviä, missä se on" not in line] == []
    again = seurantalo("adopt", "pienten-kuntien-osallisuusmalli", "--organisation", "soinin-kunta", cwd=region)
    assert (again.code, files(region)) == (2, before | made)
    assert "content/adoptions/soini-pienten-kuntien-osallisuusmalli.md kertoo jo" in again.err
    for name in made:
        (region / name).unlink()


def test_a_breakfast_round_in_another_town_finds_a_free_morning(region: Path) -> None:
    said = seurantalo(
        "adopt", "kumppanuusaamiainen", "--organisation", "tuusulan-kunta", "--from", "1.5.2027", cwd=region
    )
    event = "events/2027/05/kumppanuusaamiainen-tuusula-2027.yml"
    assert said.out.splitlines() == [
        "content/adoptions/tuusula-kumppanuusaamiainen.md",
        f"{event}: Kumppanuusaamiainen Tuusulassa, ti 4.5.2027 klo 8 (vapaa)",
    ]


def test_a_dry_run_writes_nothing(region: Path) -> None:
    before = files(region)
    said = seurantalo(
        "adopt", "ELPO", "--organisation", "Soinin kunta", "--status", "kiinnostunut", "--dry-run", cwd=region
    )
    assert "tilanne: kiinnostunut\n" in said.out
    assert files(region) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("kumppanuusaamianen", "--organisation", "soinin-kunta"), "Tarkoititko ”kumppanuusaamiainen”?"),
        (("elpo", "--organisation", "soinin-kunt"), "Tarkoititko ”soinin-kunta”?"),
        (("elpo", "--organisation", "soinin-kunta", "--municipality", "Sointi"), "Tarkoititko ”soini”?"),
        (("elpo", "--organisation", "soinin-kunta", "--from", "1.5.2020"), "--from (1.5.2020) on mennyt"),
        (("elpo", "--organisation", "soinin-kunta", "--status", "lopetettu"), "--status: ”lopetettu” ei käy."),
    ],
)
def test_what_is_not_known_is_told(arguments: tuple[str, ...], words: str) -> None:
    said = seurantalo("adopt", *arguments)
    assert said.code == 2
    assert words in said.err
