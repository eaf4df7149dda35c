"""``seurantalo new --from-text``: a notice becomes a file that passes the check, or JSON for other programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import MKDOCS_YML, ROOT, seurantalo

NOTICE = "Kesätanssit la 12.6.2027 klo 18–21 Seurantalolla. Järj. Vimpelin Martat. Liput 5 €. Puh. 040 123 4567"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    for folder in ("content", "events"):
        shutil.copytree(ROOT / "tests" / "reading" / "base" / folder, tmp_path / folder)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    (tmp_path / "ilmoitus.txt").write_text(NOTICE, encoding="utf-8")
    return tmp_path


def test_a_notice_becomes_a_file(region: Path) -> None:
    said = seurantalo("new", "--from-text", "ilmoitus.txt", "audience=kaikki", cwd=region)

    assert said.code == 0, said.out
    written = (region / "events" / "2027" / "06" / "kesatanssit-2027.yml").read_text(encoding="utf-8")
    assert written == (
        "otsikko: Kesätanssit\nalkaa: 12.6.2027 klo 18\npäättyy: 12.6.2027 klo 21\nhinta: Liput 5 €\nkuvaus: |\n"
        "  Kesätanssit la 12.6.2027 klo 18–21 Seurantalolla. Järj. Vimpelin Martat. Liput 5 €.\n"
        "järjestäjä: vimpelin-martat\npaikka: seurantalo\nkenelle: kaikki\n"
    )
    assert "Jätimme puhelinnumerot ja sähköpostiosoitteet pois" in said.out


def test_what_is_guessed_and_missing_is_told(region: Path) -> None:
    (region / "ilmoitus.txt").write_text("Tanssit huomenna Seurantalolla", encoding="utf-8")

    said = seurantalo("new", "--from-text", "ilmoitus.txt", "--dry-run", cwd=region)

    assert "Nämä on päätelty, joten tarkista ne: alkaa" in said.out
    assert "Tekstistä puuttuu: järjestäjä, aika" in said.out


def test_a_program_gets_json(region: Path) -> None:
    said = seurantalo("new", "--from-text", "ilmoitus.txt", "--format", "json", cwd=region)

    found = json.loads(said.out)
    assert said.code == 0
    assert list(found) == ["values", "guessed", "spans", "missing", "notes"]
    assert found["values"]["organisers"] == ["vimpelin-martat"]
    assert found["spans"]["venue"] == [NOTICE.index("Seurantalolla"), NOTICE.index(". Järj")]


def test_a_file_that_is_not_there_is_told(region: Path) -> None:
    said = seurantalo("new", "--from-text", "muu.txt", cwd=region)

    assert said.code == 2
    assert "Tiedostoa muu.txt ei ole." in said.err
