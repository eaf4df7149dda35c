"""An exported project is built by Zensical: the same addresses, files and looks as the site has under MkDocs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops, ImageStat
from tests.browser.conftest import SCREENS, OpenPage, Site, served
from tests.cli.conftest import seurantalo
from tests.once import LONGEST, built, once

from _environment import clean_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Request

PHONE = "phone-dark"
TODAY = "2027-01-04"
MKDOCS_YML = """\
site_name: Koe
site_url: https://koe.example/
repo_url: https://github.com/example/koe
edit_uri: edit/main/content/
docs_dir: content
theme:
  name: material
  language: fi
  font: false
  features: [content.action.edit, navigation.tabs]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: custom, accent: custom,
       toggle: {icon: material/weather-night, name: Tumma}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, accent: custom,
       toggle: {icon: material/weather-sunny, name: Vaalea}}
plugins:
  - search
  - seurantalo:
      language: fi
nav:
  - Etusivu: index.md
  - Kalenteri: [kalenteri/index.md, Vapaat päivät: vapaat-paivat/index.md]
  - Ohje: ohjeet/oma-ohje.md
"""
FILES = {
    "mkdocs.yml": MKDOCS_YML,
    "content/index.md": "# Koe\n\nLue [ohje](ohjeet/oma-ohje.md).\n",
    "content/ohjeet/oma-ohje.md": "# Oma ohje\n\n[Kalenteri](../kalenteri/index.md), [[paikka:seurantalo|talo]]\n",
    "content/ohjeet/liite.txt": "liite\n",
}
#: What each generator makes of its own: the search, the map of the site, the page for lost addresses, the theme.
OWN = (
    "404.html",
    "assets/images/",
    "assets/javascripts/",
    "assets/seurantalo/kehys-",
    "assets/seurantalo/teema-",
    "assets/stylesheets/",
    "haku/tiedot/",
    "search",
    "sitemap.xml",
    "objects.",
)
#: What is looked at on both: an element, and how it has to be painted alike.
PAINTED = {
    ".md-content h1": ("color", "font-size", "font-weight"),
    "article .st-button": ("color", "background-color", "border-color", "border-radius", "min-height"),
    "article li a": ("color",),
    ".md-header": ("background-color",),
    "body": ("background-color",),
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The project built by MkDocs, and its export by Zensical."""
    top = once(tmp_path_factory, "zensical", build_both)
    return {"mkdocs": top / "site", "zensical": top / "export" / "site"}


def build_both(folder: Path) -> None:
    project = built(folder, TODAY, FILES)
    said = seurantalo("export", str(folder / "export"), cwd=project)
    assert said.code == 0, said
    assert "No issues found" in run(folder / "export", "zensical", "build", "--strict")


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=clean_environment() | {"SEURANTALO_TODAY": TODAY},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert not done.returncode, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def sites(folders: dict[str, Path]) -> Iterator[dict[str, Site]]:
    with served(folders["mkdocs"]) as one, served(folders["zensical"]) as other:
        yield {"mkdocs": one, "zensical": other}


def files_in(folder: Path) -> set[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if not name.startswith(OWN)}


def test_addresses_and_files_are_the_same(folders: dict[str, Path]) -> None:
    names = files_in(folders["mkdocs"])
    assert files_in(folders["zensical"]) == names
    assert {"ohjeet/oma-ohje/index.html", "ohjeet/liite.txt", "ical/kaikki.ics", "kalenteri/index.html"} <= names
    for name in sorted(names):
        if not name.endswith(".html"):
            assert (folders["zensical"] / name).read_bytes() == (folders["mkdocs"] / name).read_bytes(), name


def test_ordinary_pages_have_their_links_and_the_way_to_their_source(folders: dict[str, Path]) -> None:
    guide = (folders["zensical"] / "ohjeet/oma-ohje/index.html").read_text(encoding="utf-8")
    assert '<a href="../../kalenteri/">Kalenteri</a>' in guide
    assert '<a href="../../paikat/seurantalo/">talo</a>' in guide
    assert 'href="https://github.com/example/koe/edit/main/content/ohjeet/oma-ohje.md"' in guide
    for style in re.findall(r'<link rel="stylesheet" href="(\.\./[^"]*)"', guide):
        assert (folders["zensical"] / "ohjeet/oma-ohje" / style).is_file()
    assert "assets/seurantalo/seurantalo.css" in guide
    front = (folders["zensical"] / "index.html").read_text(encoding="utf-8")
    assert '<a href="ohjeet/oma-ohje/">ohje</a>' in front
    assert front.count("<h1") == 1


def test_a_record_is_changed_in_its_own_file_and_has_its_feed(folders: dict[str, Path]) -> None:
    event = (folders["zensical"] / "tapahtumat/kevatkonsertti/index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/example/koe/edit/main/events/' in event
    assert 'rel="alternate feed"' in event.partition("</head>")[0]
    assert "application/ld+json" in event


@pytest.mark.parametrize("screen", SCREENS)
def test_the_agenda_is_painted_alike(sites: dict[str, Site], open_page: OpenPage, screen: str) -> None:
    painted: dict[str, Any] = {}
    texts: dict[str, str] = {}
    pictures: dict[str, Image.Image] = {}
    for name, site in sites.items():
        page = open_page(SCREENS[screen])
        asked: list[str] = []
        page.on("request", partial(note, asked))
        page.goto(f"{site.address}kalenteri/", wait_until="networkidle")
        assert [url for url in asked if not url.startswith((site.address, "data:"))] == []
        painted[name] = page.evaluate(
            """(wanted) => Object.fromEntries(Object.entries(wanted).map(([what, names]) => {
                const style = getComputedStyle(document.querySelector(what));
                return [what, Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))];
            }))""",
            {what: list(names) for what, names in PAINTED.items()},
        )
        texts[name] = page.locator("article").inner_text()
        pictures[name] = Image.open(BytesIO(page.locator("article").screenshot())).convert("L")
        navigation = page.locator(".md-nav--primary .md-nav__link, .md-tabs__link").all_text_contents()
        assert {"Kalenteri", "Vapaat päivät", "Ohje"} <= {text.strip() for text in navigation}
        assert page.locator("header .st-add").is_visible()
    assert painted["zensical"] == painted["mkdocs"]
    assert texts["zensical"].split() == texts["mkdocs"].split()
    if screen == PHONE:
        # Beside a list of contents, which only MkDocs' has, a wide page is narrower.
        assert difference(pictures["zensical"], pictures["mkdocs"]) < 30


def test_the_search_knows_the_same_pages_and_opens_from_the_header(
    folders: dict[str, Path], sites: dict[str, Site], open_page: OpenPage
) -> None:
    known = {
        name: {
            row[0]
            for path in folder.glob("haku/tiedot/s*.json")
            for row in json.loads(path.read_text()).get("rows", ())
        }
        for name, folder in folders.items()
    }
    assert known["zensical"] == known["mkdocs"]
    assert {"", "ohjeet/oma-ohje/", "paikat/seurantalo/"} <= known["mkdocs"]
    page = open_page(SCREENS[PHONE])
    page.goto(f"{sites['zensical'].address}ohjeet/oma-ohje/", wait_until="networkidle")
    assert page.locator("[for=__search]").count() == 0
    page.locator("header .st-find").click()
    page.locator("#st-search-field").fill("kevätkonserteissa")
    hit = page.locator(".st-search__results a").first
    assert hit.inner_text().startswith("Kevätkonsertti")
    assert hit.get_attribute("href") == f"{sites['zensical'].address}tapahtumat/kevatkonsertti/"


def note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart, from 0 (alike) to 255 (black beside white), as seen from far away.

    Zensical leaves other margins, so lines break elsewhere.
    """
    assert 0.8 < one.height / other.height < 1.25
    small = [picture.resize((24, 48)) for picture in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*small)).mean[0])
