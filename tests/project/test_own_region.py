"""Another region follows the README: one command founds its site, and empty pages say where to begin."""

from __future__ import annotations

import re
import shutil
from itertools import chain
from pathlib import Path

import pytest
from tests.cli.conftest import seurantalo

from seurantalo.cli.site_file import open_project
from seurantalo.publishing.publication import Publication

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Run it for your own region")[2]
TODAY = "2027-01-04"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    (command,) = re.findall(r"(?m)^    seurantalo (init kainuu .+)$", GUIDE)
    said = seurantalo(*command.split(), cwd=tmp_path, SEURANTALO_TODAY=TODAY)
    assert (said.code, said.err) == (0, "")
    return tmp_path / "kainuu"


def published(root: Path) -> Publication:
    publication, problems = open_project(root, TODAY).publish()
    assert [problem for problem in problems if problem.code != "history-missing"] == []
    assert publication is not None
    return publication


def page(publication: Publication, address: str) -> str:
    every = chain(publication.pages, *publication.bulk)
    return next(page.body for page in every if page.address == address)


def test_the_command_of_the_guide_is_a_region(region: Path) -> None:
    publication = published(region)
    (event,) = region.glob("events/*/*/*.yml")
    month = f"{event.parent.parent.name}-{event.parent.name}"
    for address in (f"kalenteri/{month}/", "kunnat/kuhmo/", "paikat/esimerkkikylan-kylatalo/"):
        assert "Kyläilta" in page(publication, address)


def test_an_emptied_region_is_whole_and_says_where_to_begin(region: Path) -> None:
    for folder in ("events", "content/municipalities", "content/organisations", "content/venues"):
        shutil.rmtree(region / folder)
    (region / "content/vocabulary/channels.yml").unlink()
    assert "Aloita tästä" in page(published(region), "kunnat/")
