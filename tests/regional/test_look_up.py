"""`seurantalo regional`: what a regional calendar knows of the map becomes a file, and says what would be taken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import MKDOCS_YML, Said, seurantalo

from seurantalo.cli import download as network
from seurantalo.cli.download import DownloadError

CHANNELS = """\
alue:
  nimi: Maakunnan kalenteri
  tyyppi: aluekalenteri
  oletus: {paino: [suurtapahtuma, normaali]}
  aluekalenteri:
    osoite: https://api.maakunta.example/v1/
    lähde: jarviseutu
    julkaisija: jarviseutu:yhteinen
    avainsanat: {muu: maakunta:muu, konsertti: maakunta:vanha}
    paikat: {vimpeli: tprek:1}
"""
EVENT = """\
otsikko: Kesäkonsertti
alkaa: 2.3.2027 klo 18
järjestäjä: vimpelin-martat
kunta: vimpeli
hinta: 5 €
"""
BASE = "https://api.maakunta.example/v1/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": MKDOCS_YML,
        "content/vocabulary/channels.yml": CHANNELS,
        "content/municipalities/vimpeli.md": "---\nnimi: Vimpeli\nmissä: Vimpelissä\n---\n",
        "content/organisations/vimpelin-martat.md": (
            "---\nnimi: Vimpelin Martat ry\ntyyppi: yhdistys\nkunta: vimpeli\n"
            "yhteystieto: {rooli: Sihteeri, sähköposti: sihteeri@martat.example.org}\n---\n"
        ),
        "events/kesakonsertti.yml": EVENT,
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the calendar answers by address: an object, or a status."""
    answers: dict[str, object] = {
        f"{BASE}keyword/maakunta:muu/": {"id": "maakunta:muu", "deprecated": False},
        f"{BASE}keyword/maakunta:vanha/": {"id": "maakunta:uusi"},
        f"{BASE}place/tprek:1/": {"id": "tprek:1"},
    }

    def fake(url: str, _: object) -> bytes:
        answer = answers[url]
        if isinstance(answer, str):
            raise DownloadError("download-status", status=answer)
        return json.dumps(answer).encode()

    monkeypatch.setattr(network, "download", fake)
    return answers


def run(project: Path, *more: str) -> Said:
    return seurantalo("regional", "alue", "--project", str(project), *more)


def test_what_was_looked_up_is_a_file_and_what_is_gone_is_told(project: Path, calendar: dict[str, object]) -> None:
    said = run(project)
    assert said.err == ""
    assert (project / "content/regional/alue.json").read_text(encoding="utf-8").replace("\n", "") == (
        '{  "looked_up": "2027-01-04",  "keywords": {    "maakunta:muu": "here",    "maakunta:vanha": "gone"  },'
        '  "places": {    "tprek:1": "here"  },  "instead": {    "maakunta:vanha": "maakunta:uusi"  }}'
    )
    assert "maakunta:vanha ei ole siellä enää käytössä. Käytä tunnusta maakunta:uusi." in said.out
    assert "Kalenteriin menevät merkinnät: 1. Odottavat: 0." in said.out
    assert said.code == 1
    calendar[f"{BASE}keyword/maakunta:vanha/"] = {"id": "maakunta:vanha"}
    assert run(project).code == 0


def test_nothing_is_taken_before_the_look_up(project: Path) -> None:
    said = run(project, "--offline")
    assert "Kalenteriin menevät merkinnät: 0. Odottavat: 1." in said.out
    assert (
        "Tunnusta ”maakunta:muu” ei ole vielä haettu aluekalenterista. Aja komento: seurantalo regional alue"
        in said.out
    )
    assert not (project / "content/regional").exists()


@pytest.mark.parametrize("status", ["404", "410"])
def test_an_id_that_is_not_there_keeps_its_events_back(
    project: Path, calendar: dict[str, object], status: str
) -> None:
    calendar[f"{BASE}keyword/maakunta:muu/"] = status
    said = run(project)
    assert "maakunta:muu ei ole siellä käytössä." in said.out
    assert "Kalenteriin menevät merkinnät: 0. Odottavat: 1." in said.out


@pytest.mark.parametrize("answer", ["500", [], {"name": "x"}])
def test_a_calendar_that_fails_changes_nothing(project: Path, calendar: dict[str, object], answer: object) -> None:
    run(project)
    before = (project / "content/regional/alue.json").read_bytes()
    calendar[f"{BASE}place/tprek:1/"] = answer
    said = run(project)
    assert said.code == 2
    assert "Aluekalenteri ei vastannut, kun kysyttiin tunnusta ”tprek:1”. Mitään ei muutettu." in said.err
    assert (project / "content/regional/alue.json").read_bytes() == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda text: text.replace("https://api", "http://api"),
            "Aluekalenterin osoitteen alussa on oltava https://.",
        ),
        (lambda text: text.replace("alue:\n", "toinen:\n", 1), "Aluekalenteria ”alue” ei ole."),
    ],
)
def test_what_cannot_be_looked_up_is_told(project: Path, change: Callable[[str], str], said: str) -> None:
    path = project / "content/vocabulary/channels.yml"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert said in run(project).err
