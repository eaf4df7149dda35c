"""Another region follows the README: it takes ours out, and writes its own municipality, association and hall."""

from __future__ import annotations

import re
import shutil
from itertools import chain
from pathlib import Path

import pytest

from seurantalo.cli.site_file import open_project
from seurantalo.publishing.publication import Publication

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Run it for your own region")[2]
EVENT = "otsikko: Kevätkonsertti\nalkaa: la 20.3.2027 klo 18\njärjestäjä: vimpelin-martat\npaikka: seurantalo\n"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "events", tmp_path / "events")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    commands = re.findall(r"git rm -r?q (.+)", GUIDE)
    assert len(commands) == 2
    for name in " ".join(commands).split():
        path = tmp_path / "content" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return tmp_path


def published(root: Path) -> Publication:
    publication, problems = open_project(root, "2027-01-04").publish()
    assert [problem for problem in problems if problem.code != "history-missing"] == []
    assert publication is not None
    return publication


def page(publication: Publication, address: str) -> str:
    every = chain(publication.pages, *publication.bulk)
    return next(page.body for page in every if page.address == address)


def test_an_emptied_region_is_whole_and_says_where_to_begin(region: Path) -> None:
    body = page(published(region), "kunnat/")
    assert "Aloita tästä" in body
    assert "new/main/content/municipalities" in body


def test_the_files_of_the_guide_are_a_region(region: Path) -> None:
    names = re.findall(r"`(content/[a-z-]+/[a-z-]+\.(?:md|yml))`", GUIDE)
    texts = re.findall(r"```yaml\n(.*?)```", re.sub(r"(?m)^   ", "", GUIDE), re.DOTALL)
    assert len(names) == len(texts) == 3
    for name, text in zip(names, texts, strict=True):
        (region / name).parent.mkdir(parents=True)
        (region / name).write_text(text, encoding="utf-8")
    (region / "events").mkdir()
    (region / "events" / "kevatkonsertti.yml").write_text(EVENT, encoding="utf-8")
    publication = published(region)
    for address in ("kalenteri/2027-03/", "kunnat/vimpeli/", "paikat/seurantalo/", "yhdistykset/vimpelin-martat/"):
        assert "Kevätkonsertti" in page(publication, address)
    assert "Vimpelin seurantalo" in page(publication, "tapahtumat/kevatkonsertti/")
