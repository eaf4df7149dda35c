"""A small region of our own, built once, and pages of a phone and of a desktop to walk it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Site, served
from tests.once import LONGEST, once

from _environment import clean_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
#: A Monday.
TODAY = "2027-01-04"
FILES = {
    "mkdocs.yml": """\
site_name: Koe
site_url: https://koe.example/
docs_dir: content
theme: {name: material, language: fi, font: false, palette: {scheme: default, primary: custom, accent: custom}}
plugins:
  - seurantalo: {language: fi, editor_email: toimitus@koe.example}
""",
    "events/talvirieha.yml": """\
otsikko: Talvirieha
alkaa: 9.1.2027 klo 12
päättyy: klo 15
järjestäjä: vimpelin-martat
paikka: seurantalo
kenelle: [lapset]
hinta: Vapaa pääsy
""",
    "content/organisations/vimpelin-martat.md": """\
---
nimi: Vimpelin Martat
tyyppi: yhdistys
kunta: vimpeli
yhteystieto: {rooli: Sihteeri, sähköposti: martat@koe.example}
---
""",
}


def build(folder: Path) -> None:
    project = folder / "project"
    shutil.copytree(ROOT / "tests" / "reading" / "base", project)
    for name, content in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(content, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder / "site")],
        cwd=project,
        env=clean_environment() | {"SEURANTALO_TODAY": TODAY},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert not done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="session")
def errands_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(once(tmp_path_factory, "errands", build) / "site") as site:
        yield site
