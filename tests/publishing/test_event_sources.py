"""The files of events stand on shelves, for the form on which they are changed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import orjson
import pytest
from tests.browser_modules import in_node
from tests.proposing.test_change import source

from seurantalo.model.settings import Settings
from seurantalo.project import Project
from seurantalo.publishing.pages.event.source import packed, shelf, source_json
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


def project(tmp_path: Path, today: str = "2027-01-04", edit_url: str = "") -> Project:
    """A small project with one event, as people write it."""
    base = Path(__file__).resolve().parents[1] / "reading" / "base"
    shutil.copytree(base / "content", tmp_path / "content")
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "ilta.md").write_text(TALK, encoding="utf-8")
    return Project.open(tmp_path, tmp_path / "content", Settings(today=today), Site(name="Koe", edit_url=edit_url))


def files(project: Project) -> Iterable[File]:
    """The published files, made when they are asked for."""
    publication, problems = project.publish()
    assert publication is not None, problems
    [kind] = [kind for kind in publication.bulk_files if kind.kind == "event-sources"]
    return kind


def test_a_shelf_has_the_files_of_its_events(tmp_path: Path) -> None:
    """Path, git's name for it, its text, where each field stands and what the file itself says, and nothing else."""
    [file] = files(project(tmp_path))
    assert file.path == "ehdota/muutettavat/0.json"
    git = subprocess.run(["git", "hash-object", "events/ilta.md"], cwd=tmp_path, capture_output=True, check=True)
    assert json.loads(file.content) == {
        "ilta": {
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
            },
            "prose": {"description": 0},
            "lines": "title@2 date time organisers venue description@9",
            "comments": {"title": ["# tarkista"]},
            "body": "description",
        }
    }


#: Texts as people write them, and whether the form reads them from the file's lines.
WRITTEN = (
    ("kuvaus: Kahvia.\n", False),
    ("kuvaus: |\n  Kahvia.\n\n  - ja pullaa\n", True),
    ("kuvaus: |\n    Kahvia.\n    Ja teetä.\nhinta: 3 €\n", True),
    ("kuvaus: |\n   Kahvia.\n", False),
    ("kuvaus: >\n  Kahvia\n  ja teetä.\n", False),
    ("kuvaus:\n  fi: |\n    Kahvia.\n  sv: Kaffe.\n", False),
    ("kuvaus: |\n  Kahvia.  # ei huomautus\n", True),
)


@pytest.mark.parametrize(("description", "is_read"), WRITTEN)
def test_the_form_has_every_long_text_back(description: str, is_read: bool) -> None:
    each = source(f"otsikko: Ilta\nalkaa: 12.6.2027 klo 18\njärjestäjä: vimpelin-martat\n{description}")
    files = json.loads(orjson.dumps({"ilta": packed(each)}))
    assert ("description" not in files["ilta"]["values"]) is is_read
    [found, other] = in_node("propose-source.js", "unpacked", [[files, "ilta"], [files, "toString"]])
    found.pop("prose", None)
    assert found == json.loads(orjson.dumps(source_json(each)))
    assert other is None


#: The form's module, with what it would fetch given to it.
TOGETHER = """import { unpacked, whole } from "./propose-source.js";
export const together = async (files, id, months) =>
  whole(files, id, async (month) => months[month]).then((found) => unpacked(found, id), String);
"""
HEAD = "otsikko: Ilta\nalkaa: 12.6.2027 klo 18\njärjestäjä: vimpelin-martat\n"
PARAGRAPHS = "\n\n".join(["Kahvia ja pullaa 😀 " * 24, "- laulua\n- *teetä*", "Lopuksi."])


def folded(indent: int) -> str:
    return "\n".join(line.rstrip() and " " * indent + line.rstrip() for line in PARAGRAPHS.split("\n"))


@pytest.mark.parametrize(
    ("written", "is_left"),
    [
        (
            f"{HEAD}kuvaus: |\n{folded(2)}\nhinta: 3 €\n",
            1,
        ),
        (f"otsikko: Ilta\nkuvaus: |\n{folded(4)}\n\n\nalkaa: 12.6.2027 klo 18\njärjestäjä: vimpelin-martat\n", 1),
        (f"---\n{HEAD}---\n\n{folded(0)}\n", 1),
        (f"{HEAD}kuvaus: |\n{folded(3)}\n", 0),
    ],
)
def test_a_long_description_is_left_to_the_open_data_and_the_form_has_the_file_whole(
    tmp_path: Path, written: str, is_left: int
) -> None:
    koe = project(tmp_path)
    (tmp_path / "events" / "ilta.md").unlink()
    ending = "md" if written.startswith("---") else "yml"
    (tmp_path / "events" / f"ilta.{ending}").write_text(written, encoding="utf-8")
    publication, problems = koe.publish()
    assert publication is not None, problems
    made = {
        file.path: json.loads(file.content)
        for kind in publication.bulk_files
        for file in kind
        if file.path.endswith(".json")
    }
    shelves = made["ehdota/muutettavat/0.json"]
    months = {month: made[f"api/v1/events/{month}.json"] for month in ("2027-06",) if is_left}
    assert ("told" in shelves["ilta"]) is bool(is_left)
    assert ("Lopuksi." in shelves["ilta"]["text"]) is not bool(is_left)
    newer = json.loads(json.dumps(months).replace("Lopuksi.", "Lopuksi teetä."))
    calls = [[shelves, "ilta", months], [shelves, "ilta", newer], [shelves, "toString", months]]
    [found, other, none] = in_node("koe.js", "together", calls, {"koe.js": TOGETHER})
    assert found["text"] == written
    assert found["values"]["description"].endswith("Lopuksi.")
    assert (other == "Error: published anew meanwhile") is bool(is_left)
    assert none is None


def test_the_form_finds_the_shelf_of_an_event_by_its_id() -> None:
    names = ["a", "juhannus-2027", "kevaan-yhteislaulu-salmisuolla-472", "1", "ääkköset"]
    calls = [(name, shelves) for name in names for shelves in (1, 8, 256)]
    assert in_node("propose-source.js", "shelf", [list(call) for call in calls]) == [shelf(*call) for call in calls]


def test_a_file_that_is_gone_has_none(tmp_path: Path) -> None:
    """It was read, and removed before the site was made."""
    made = files(project(tmp_path))
    (tmp_path / "events" / "ilta.md").unlink()
    assert [json.loads(file.content) for file in made] == [{}]


@pytest.mark.parametrize(
    ("today", "edit_url", "is_there"),
    [
        ("2028-06-30", "https://git.example.org/edit/main/", True),
        ("2028-07-01", "https://git.example.org/edit/main/", False),
        ("2028-07-01", "", True),
    ],
)
def test_what_is_over_for_a_year_is_changed_in_its_file(
    tmp_path: Path, today: str, edit_url: str, is_there: bool
) -> None:
    """Where the site says how that is reached; the event's page leads to the one or to the other."""
    koe = project(tmp_path, today, edit_url)
    assert [list(json.loads(file.content)) for file in files(koe)] == [["ilta"]] * is_there
    publication, _ = koe.publish()
    assert publication is not None
    page = next(page for pages in publication.bulk for page in pages if page.address == "tapahtumat/ilta/")
    assert ("#muuta=ilta" in page.body) is is_there
    assert ("https://git.example.org/edit/main/events/ilta.md" in page.body) is bool(edit_url)
