"""Beside each event's page stands its file, for the form on which it is changed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from seurantalo.model.settings import Settings
from seurantalo.project import Project
from seurantalo.publishing.publication import File, Site

TALK = """---
otsikko: Ilta  # tarkista
päivä: 12.6.2027
aika: 18–20
järjestäjä: vimpelin-martat
paikka: seurantalo
---

Kahvia.
"""


def project(tmp_path: Path) -> Project:
    """A small project with one event, as people write it."""
    base = Path(__file__).resolve().parents[1] / "reading" / "base"
    shutil.copytree(base / "content", tmp_path / "content")
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "ilta.md").write_text(TALK, encoding="utf-8")
    return Project.open(tmp_path, tmp_path / "content", Settings(today="2027-01-04"), Site(name="Koe"))


def files(project: Project) -> Iterable[File]:
    """The published files, made when they are asked for."""
    publication, problems = project.publish()
    assert publication is not None, problems
    [kind] = [kind for kind in publication.bulk_files if kind.kind == "event-sources"]
    return kind


def test_an_event_has_its_file_beside_its_page(tmp_path: Path) -> None:
    """Path, git's name for it, its text, where each field stands and what the file itself says, and nothing else."""
    [file] = files(project(tmp_path))
    assert file.path == "tapahtumat/ilta/ilta.json"
    git = subprocess.run(["git", "hash-object", "events/ilta.md"], cwd=tmp_path, capture_output=True, check=True)
    assert json.loads(file.content) == {
        "kind": "event",
        "path": "events/ilta.md",
        "blob": git.stdout.decode().strip(),
        "text": TALK,
        "values": {
            "title": "Ilta",
            "starts": "2027-06-12T18:00",
            "ends": "2027-06-12T20:00",
            "organisers": ["vimpelin-martat"],
            "venue": "seurantalo",
            "description": "Kahvia.",
        },
        "lines": {
            "title": [2, 2],
            "date": [3, 3],
            "time": [4, 4],
            "organisers": [5, 5],
            "venue": [6, 6],
            "description": [9, 9],
        },
        "comments": {"title": ["# tarkista"]},
        "body": "description",
    }


def test_a_file_that_is_gone_has_none(tmp_path: Path) -> None:
    """It was read, and removed before the site was made."""
    made = files(project(tmp_path))
    (tmp_path / "events" / "ilta.md").unlink()
    assert list(made) == []
