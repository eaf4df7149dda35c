"""A site whose folders have other names: proposals name files as everywhere, and land where the site keeps them."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from tests.browser_modules import in_node
from tests.cli.conftest import MKDOCS_YML, WOMEN, git, seurantalo
from tests.receiving.issue.github import rendered
from tests.workflows.issues import FILE, FILLED

from seurantalo.cli.site_file import open_project
from seurantalo.model.record import Kind
from seurantalo.proposing import Act, Proposal, ProposedFile, file_text, pack, text_tables, unpack
from seurantalo.proposing.wire import json_of
from seurantalo.receiving.issue.answered import unpacked

ROOT = Path(__file__).resolve().parents[2]
DANCE = "otsikko: Tanssit\nalkaa: 19.6.2027 klo 18\njärjestäjä: vimpelin-martat\npaikka: seurantalo\n"
OPTIONS = (
    "repo_url: https://github.com/example/kalenteri\nedit_uri: edit/main/sivut/\n"
    + MKDOCS_YML.replace("docs_dir: content", "docs_dir: sivut")
    + "      events_folder: data/tapahtumat\n"
)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    base = ROOT / "tests" / "reading" / "base"
    shutil.copytree(base / "content", tmp_path / "sivut")
    (tmp_path / "sivut" / "organisations" / "vimpelin-martat.md").write_text(WOMEN, encoding="utf-8")
    file = tmp_path / "data" / "tapahtumat" / "2027" / "tanssit.yml"
    file.parent.mkdir(parents=True)
    file.write_text(DANCE, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(OPTIONS, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "--quiet", "-m", "Alku")
    return tmp_path


def issue(region: Path, body: str, tmp: Path) -> dict[str, str | None]:
    """The files that an issue makes, by path; the same proposal opens the form."""
    told = {"action": "opened", "issue": {"number": 12, "title": "", "body": body}}
    event, found = tmp / "event.json", tmp / "found.json"
    event.write_text(json.dumps(told), encoding="utf-8")
    said = seurantalo("issue", "--event", str(event), "--output", str(found), cwd=region)
    assert (said.code, said.err) == (0, "")
    one = unpacked(found.read_bytes(), ["data/tapahtumat/", "sivut/"])
    assert unpack(one.answer.form).files[0].path.startswith("events/2027/")
    return dict(one.files.files)


def test_an_issue_becomes_files_in_the_sites_own_folders(
    region: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answers = {**FILLED, "venue": "Uusi lava", "municipality": "Vimpeli"}
    found = issue(region, rendered(Act.EVENT, answers), tmp_path_factory.mktemp("issue"))
    assert found == {
        "data/tapahtumat/2027/06/kesajuhla-2027.yml": FILE.replace("seurantalo", "uusi-lava"),
        "sivut/venues/uusi-lava.yml": "nimi: Uusi lava\nkunta: vimpeli\n",
    }
    changed = rendered(Act.CHANGE, {"tapahtuma": "Tanssit", "muutos": "hinta: 5 €"})
    assert issue(region, changed, tmp_path_factory.mktemp("change")) == {
        "data/tapahtumat/2027/tanssit.yml": DANCE.replace("järj", "hinta: 5 €\njärj")
    }


def test_a_link_becomes_a_file_there(region: Path) -> None:
    file = ProposedFile(
        kind=Kind.VENUE, path="content/venues/lava.yml", values={"name": "Lava", "municipality": "vimpeli"}
    )
    said = seurantalo("new", "--from", pack(Proposal(act=Act.VENUE, files=(file,))), cwd=region)
    assert (said.code, said.err) == (0, "")
    assert (region / "sivut" / "venues" / "lava.yml").read_text(encoding="utf-8") == "nimi: Lava\nkunta: vimpeli\n"


def test_the_form_and_the_pages_lead_to_those_folders(region: Path) -> None:
    project = open_project(region, "2027-01-04")
    project.read()
    made, _ = project.publish()
    assert made is not None
    files = {file.path: file.content for kind in made.bulk_files for file in kind}
    source = json.loads(files["ehdota/muutettavat/0.json"])["tanssit"]
    assert source["path"] == "events/2027/tanssit.yml"
    pages = {page.address: page.body for page in made.pages}
    assert "/new/main/sivut/handbook" in pages["kasikirja/"]
    assert "/main/content/" not in "".join(pages.values())

    config = re.search(r'data-propose="([^"]*)"', pages["ehdota/paikka/"])
    assert config is not None
    values = {"name": "Lava", "municipality": "vimpeli"}
    file = ProposedFile(kind=Kind.VENUE, path="content/venues/lava.yml", values=values)
    out = {"proposal": json_of(Proposal(act=Act.VENUE, files=(file,))), "source": None}
    told = json.loads(unescape(config[1]))
    [[made_of]] = in_node("propose-send.js", "textsOf", [[out, told]])
    text = file_text("venue", values, text_tables([Kind.VENUE], "fi"))
    assert made_of == {"path": "sivut/venues/lava.yml", "text": text}
