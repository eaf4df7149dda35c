"""Somebody writes down how it went, in one file: every page that counts it tells so in the next build."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from seurantalo.cli.site_file import open_project

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2027-02-15"
BREAKFAST = "kumppanuusaamiainen-lappajarvi-2027"
OUTCOME = """
toteutuma:
  osallistujia: 36
  yhteenveto: Puuro riitti, ja uusia kasvoja oli kymmenen.
  jatkotoimet:
    - teksti: Yhdistysten luettelo päivitetään.
      vastuutaho: Elinkeinojohtaja
      mennessä: 1.3.2027
"""
NEW_EVENT = f"""
otsikko: Kumppanuusaamiainen Tuusulassa
alkaa: 3.2.2027 klo 8
päättyy: klo 9.30
järjestäjä: [tuusulan-kunta]
kunta: tuusula
muoto: aamiainen
kenelle: [yhdistykset]
käytännöt: [kumppanuusaamiainen]
tilanne: pidetty
{OUTCOME}"""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("region")
    for folder in ("content", "events"):
        shutil.copytree(ROOT / folder, project / folder)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def pages(region: Path) -> Mapping[str, str]:
    """The words of the pages that this journey passes, as the files say now."""
    publication, problems = open_project(region, TODAY).publish()
    assert publication is not None, problems
    found = {page.address: page.body for page in publication.pages}
    wanted = {"yhdistykset/": {"tuusulan-kunta"}, "tapahtumat/": {BREAKFAST}}
    for bulk in publication.bulk:
        made = [bulk.pages.make(name) for name in bulk.pages.names if name in wanted.get(bulk.folder, ())]
        found |= {page.address: page.body for page in made}
    return {address: words(body) for address, body in found.items()}


def words(body: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_the_outcome_of_an_event_changes_all_that_counts_it(region: Path) -> None:
    path = next((region / "events").rglob(f"{BREAKFAST}.yml"))
    written = path.read_text(encoding="utf-8")
    before = pages(region)
    path.write_text(written + OUTCOME, encoding="utf-8")
    after = pages(region)
    path.write_text(written, encoding="utf-8")

    practice = "kaytannot/kumppanuusaamiainen/"
    for badge in ("pidetty 6 kertaa", "tehty 6 kunnassa", "164 osallistujaa", "viimeksi 4/2018", "1 päivä siirtyi"):
        assert badge in before[practice]
    for badge in ("pidetty 7 kertaa", "tehty 6 kunnassa", "200 osallistujaa", "viimeksi 1/2027", "1 päivä siirtyi"):
        assert badge in after[practice]
    assert "yhteensä 164 osallistujaa" in before[practice]
    assert "yhteensä 200 osallistujaa viimeksi 20.1.2027" in after[practice]
    assert "Puuro riitti" not in before[practice]
    assert "Puuro riitti" in after[practice]
    assert "Yhdistysten luettelo päivitetään. (Elinkeinojohtaja, viimeistään 1.3.2027)" in after[practice]

    assert "pidetty 6 kertaa · 6 kunnassa · yhteensä 164 osallistujaa" in before["kaytannot/"]
    assert "pidetty 7 kertaa · 6 kunnassa · yhteensä 200 osallistujaa" in after["kaytannot/"]
    assert "Lappajärvi kokeilee pidetty 1 kerran" in before["menetelmat/"]
    assert "Lappajärvi kokeilee pidetty 2 kertaa" in after["menetelmat/"]

    event = f"tapahtumat/{BREAKFAST}/"
    assert "36 osallistujaa" in after[event]
    assert "36 osallistujaa" not in before[event]

    desk = "tyopoyta/"
    assert "Kumppanuusaamiainen Lappajärvellä" in before[desk]
    assert "Kumppanuusaamiainen Lappajärvellä" not in after[desk]


def test_a_new_file_with_its_outcome_wakes_an_organisation(region: Path) -> None:
    before = pages(region)
    path = region / "events" / "2027" / "02" / "kumppanuusaamiainen-tuusula-2027.yml"
    path.write_text(NEW_EVENT, encoding="utf-8")
    after = pages(region)
    path.unlink()

    practice, organisation = "kaytannot/kumppanuusaamiainen/", "yhdistykset/tuusulan-kunta/"
    assert "tehty 7 kunnassa" in after[practice]
    assert "Tuusula pidetty 1 kerran" in after["menetelmat/"]
    assert "3.2.2027" not in before[organisation]
    assert "Viimeisin tapahtuma: 3.2.2027" in after[organisation]
    assert after["tyopoyta/"].count("Kumppanuusaamiainen Tuusulassa") == 0


def test_what_was_planned_and_what_was_held_stand_together_everywhere(region: Path) -> None:
    """Alajärvi's table was planned for one day and held on the day of Soini's breakfast."""
    found = pages(region)
    assert "suunniteltu 18.4.2018, pidetty 17.4.2018" in found["kaytannot/kumppanuusaamiainen/"]
    clashes = found["paallekkaisyydet/"]
    assert "”Kumppanuuspöytä Alajärvellä” oli suunniteltu ke 18.4.2018, mutta se pidettiin ti 17.4.2018." in clashes
