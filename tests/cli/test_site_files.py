"""What ``check`` says of a site besides its records: its theme, its pages, and loose files in ``docs_dir``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import seurantalo

BASE = Path(__file__).parents[1] / "reading" / "base"
SITE = """site_name: Koe
docs_dir: content
theme:
  name: material
  language: {theme}
extra_javascript:
  - oma/kello.js
plugins:
  - seurantalo: {{language: fi, today: 2027-01-04}}
"""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    region = tmp_path_factory.mktemp("seutu")
    shutil.copytree(BASE, region, dirs_exist_ok=True)
    (region / "mkdocs.yml").write_text(SITE.format(theme="fi"), encoding="utf-8")
    return region


def told(region: Path, files: dict[str, str], theme: str = "fi") -> list[str]:
    (region / "mkdocs.yml").write_text(SITE.format(theme=theme), encoding="utf-8")
    places = [region / "content" / name for name in files]
    for place, text in zip(places, files.values(), strict=True):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    said = seurantalo("check", cwd=region).out.splitlines()
    for place in places:
        place.unlink()
    return [line for line in said[:-1] if ":" in line and not line.startswith((" ", "huomio", "events/"))]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ical/kaikki.ics", "Sivusto tekee omat tiedostonsa osoitteeseen ”ical/”"),
        ("API/v1/events.json", "Sivusto tekee omat tiedostonsa osoitteeseen ”api/”"),
        ("syotteet/oma.xml", "Sivusto tekee omat tiedostonsa osoitteeseen ”syotteet/”"),
        ("sitemap.xml", "Sivusto tekee omat tiedostonsa osoitteeseen ”sitemap.xml”"),
        ("kalenteri.md", "Kaksi lähdettä tekee saman sivun kalenteri/: content/kalenteri.md ja ”Kalenteri”"),
        ("Kalenteri/README.md", "Kaksi lähdettä tekee saman sivun kalenteri/: content/Kalenteri/README.md"),
        (
            "tapahtumat/kevatkonsertti.md",
            "Kaksi lähdettä tekee saman sivun tapahtumat/kevatkonsertti/: content/tapahtumat/kevatkonsertti.md ja ev",
        ),
    ],
)
def test_a_file_in_the_place_of_what_is_made_is_an_error(region: Path, name: str, line: str) -> None:
    found = told(region, {name: "hei\n"})
    assert [one for one in found if f"content/{name}:1:1: virhe: {line}" in one]


def test_other_files_are_nobodys_business(region: Path) -> None:
    files = ("index.md", "ohjeet/index.md", "liitteet/esite.txt", "tapahtumat/kuva.txt", "oma/kello.js", "kartta.svg")
    assert told(region, dict.fromkeys(files, "<svg/>\n")) == []


def test_what_a_browser_runs_is_named(region: Path) -> None:
    found = told(region, {"oma/muu.js": "", "sivu.html": "", "piirros.svg": '<svg onload="x()"/>'})
    assert [line.partition(": ")[2] for line in found] == [
        "varoitus: Selain suorittaa tämän tiedoston tai näyttää sen sivuston sivuna.",
        "varoitus: Piirroksessa on onload, jonka selain suorittaa tai lataa.",
        "varoitus: Selain suorittaa tämän tiedoston tai näyttää sen sivuston sivuna.",
    ]


def test_what_editors_leave_behind_is_no_part_of_the_site(region: Path) -> None:
    files = ("ohje.md~", "#ohje.md#", "venues/seurantalo.yml.bak", "Thumbs.db", "~$kutsu.docx", "practices/x.md.orig")
    assert told(region, dict.fromkeys(files, "040")) == []


@pytest.mark.parametrize("theme", ["sv", "en", "sv-FI"])
def test_the_theme_speaks_the_language_of_the_site(region: Path, theme: str) -> None:
    assert told(region, {}, theme) == [f"mkdocs.yml:5:13: virhe: Teeman kieli on ”{theme}”, mutta sivuston ”fi”."]
    assert told(region, {}, "fi-FI") == []


def test_a_page_asks_for_a_template_that_the_theme_has(region: Path) -> None:
    assert told(region, {"a.md": "---\ntemplate: main.html\n---\n# A\n"}) == []
    assert told(region, {"a.md": "---\ntitle: A\ntemplate: ../a.html\n---\n# A\n"}) == [
        "content/a.md:3:11: virhe: Teemassa ei ole sivupohjaa ”../a.html”."
    ]
