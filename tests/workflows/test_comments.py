"""A comment on a page comes as an issue, filled in by hand or packed by the site's form, and becomes its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import git
from tests.receiving.issue.github import rendered
from tests.workflows.issues import Issue
from tests.workflows.proposals import Forge

from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act
from seurantalo.proposing.wire import Proposal, ProposedFile, pack

FILLED = {"text": "Kahvit ovat hyvät.\n\nTulemme taas.", "by": "Sihteeri", "by_organisation": "Vimpelin Martat"}
FILE = """\
---
päivä: 4.1.2027
kirjoittaja: Sihteeri
kirjoittajan yhdistys: vimpelin-martat
---
Kahvit ovat hyvät.

Tulemme taas.
"""
FOLDER = "content/practices/kumppanuusaamiainen/comments"


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    found = Issue(Forge.begun(tmp_path))
    found.title = "Kommentti: "
    return found


def handed(artifact: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(json.loads(artifact.read_text(encoding="utf-8"))["files"])["files"]
    return found


@pytest.mark.parametrize(
    ("target", "folder"),
    [
        ("https://koe.example/kaytannot/kumppanuusaamiainen/", FOLDER),
        ("https://koe.example/kasikirja/12-vuoropuhelu/#kommentti-01", "content/handbook/12-vuoropuhelu/comments"),
    ],
)
def test_a_comment_becomes_a_file_beside_what_it_is_about(issue: Issue, target: str, folder: str) -> None:
    issue.body = rendered(Act.COMMENT, {"kohde": target, **FILLED})
    _, artifact = issue.happens("opened")
    assert handed(artifact) == {f"{folder}/2027-01-04-sihteeri.md": FILE}
    assert "Korjattavaa ei ole." in issue.said


def test_which_page_it_is_about_is_asked(issue: Issue) -> None:
    issue.body = rendered(Act.COMMENT, {"kohde": "https://koe.example/kaytannot/joku-muu/", **FILLED})
    _, artifact = issue.happens("opened")
    assert handed(artifact) == {}
    assert "- **Mitä sivua kommentti koskee?** Sivun osoite tai käytännön nimi." in issue.said


def test_a_second_comment_of_the_same_day_has_a_name_of_its_own(issue: Issue) -> None:
    issue.forge.write({f"{FOLDER}/2027-01-04-sihteeri.md": FILE})
    issue.forge.commit("Kommentti")
    git(issue.forge.home, "pull", "--quiet")
    issue.body = rendered(Act.COMMENT, {"kohde": "Kumppanuusaamiainen", **FILLED})
    _, artifact = issue.happens("opened")
    assert list(handed(artifact)) == [f"{FOLDER}/2027-01-04-sihteeri-2.md"]


def test_a_comment_that_the_sites_form_has_packed_is_taken_as_it_is(issue: Issue) -> None:
    values = {"date": "2027-01-04", "by": "Sihteeri", "by_organisation": "vimpelin-martat", "text": FILLED["text"]}
    file = ProposedFile(kind=Kind.COMMENT, path=f"{FOLDER}/2027-01-04-sihteeri.md", values=values)
    issue.body = rendered(Act.COMMENT, {"ehdotus": pack(Proposal(act=Act.COMMENT, files=(file,)))})
    _, artifact = issue.happens("opened")
    assert handed(artifact) == {file.path: FILE}
    assert "Korjattavaa ei ole." in issue.said
