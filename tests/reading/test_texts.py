"""Links in records' texts: as on GitHub, as in the folder of pages and as in the site, they lead to the same page."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from tests.reading.test_community_reader import TODAY, project

from seurantalo.model.record import Kind
from seurantalo.model.settings import Settings
from seurantalo.publishing.prose import ProseContext, render_prose
from seurantalo.reading import Reading, read_community
from seurantalo.reading.files.listing import Listing, SourceFile
from seurantalo.reading.surroundings import Surroundings
from seurantalo.reading.texts.site_places import SitePlaces

EVENT = """otsikko: Kyläilta
alkaa: 1.5.2027 klo 18
järjestäjä: vimpelin-martat
paikka: seurantalo
kuvaus: |
  {}
"""
MADE = ("kalenteri/", "ical/", "tapahtumat/")


def read(root: Path, text: str, path: str = "events/2027/05/ilta.yml") -> Reading:
    files = {
        path: EVENT.format(text.replace("\n", "\n  ")),
        "content/ohjeet/näin-toimit.md": "# Näin\n\n## Mitä tarvitaan?\n\n## Mitä tarvitaan?\n\n## Oma {#nimi}\n",
        "content/ohjeet/kahvi/index.md": "# Kahvi\n",
        "content/ohjeet/esite (1).pdf": "x",
        "content/index.md": "# Etusivu\n",
    }
    for name, content in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    return read_community(root, root / "content", Settings(), TODAY, around=Surroundings(MADE))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        # As on GitHub: from the folder of the file, or from the project's.
        ("../../../content/organisations/vimpelin-martat.md", "yhdistykset/vimpelin-martat/"),
        ("../../../content/venues/seurantalo.yml", "paikat/seurantalo/"),
        ("../../kevatkonsertti.yml", "tapahtumat/kevatkonsertti/"),
        ("ilta.yml", "tapahtumat/ilta/"),
        ("./ilta.yml", "tapahtumat/ilta/"),
        ("/content/practices/kumppanuusaamiainen.md", "kaytannot/kumppanuusaamiainen/"),
        ("content/handbook/12-vuoropuhelu/index.md", "kasikirja/12-vuoropuhelu/"),
        ("../../../content/index.md", ""),
        ("../../../content/ohjeet/kahvi/index.md", "ohjeet/kahvi/"),
        ("../../../content/ohjeet/kahvi/", "ohjeet/kahvi/"),
        # From the folder of pages, as ordinary pages write them.
        ("ohjeet/näin-toimit.md", "ohjeet/n%C3%A4in-toimit/"),
        ("ohjeet/n%C3%A4in-toimit.md", "ohjeet/n%C3%A4in-toimit/"),
        (unicodedata.normalize("NFD", "ohjeet/näin-toimit.md"), "ohjeet/n%C3%A4in-toimit/"),
        ("ohjeet/näin-toimit.md#mitä-tarvitaan", "ohjeet/n%C3%A4in-toimit/#mita-tarvitaan"),
        ("ohjeet/näin-toimit.md#mitä-tarvitaan-1", "ohjeet/n%C3%A4in-toimit/#mita-tarvitaan_1"),
        ("ohjeet/näin-toimit.md#nimi", "ohjeet/n%C3%A4in-toimit/#nimi"),
        ("<ohjeet/esite (1).pdf>", "ohjeet/esite%20%281%29.pdf"),
        ("ohjeet/esite%20(1).pdf", "ohjeet/esite%20%281%29.pdf"),
        ("index.md", ""),
        ("kuvat/talo.gif", "kuvat/talo.gif"),
        # From the site.
        ("/ohjeet/kahvi/", "ohjeet/kahvi/"),
        ("ohjeet/kahvi", "ohjeet/kahvi/"),
        ("tapahtumat/kevatkonsertti/", "tapahtumat/kevatkonsertti/"),
        ("/tapahtumat/kevatkonsertti/kevatkonsertti.ics", "tapahtumat/kevatkonsertti/kevatkonsertti.ics"),
        ("kalenteri/index.md", "kalenteri/"),
        ("kalenteri/2027-05/", "kalenteri/2027-05/"),
        ("ical/kaikki.ics", "ical/kaikki.ics"),
        ("/", ""),
    ],
)
def test_a_link_leads_to_the_page_of_what_it_names(tmp_path: Path, written: str, address: str) -> None:
    reading = read(project(tmp_path), f"Katso [*tästä*]({written} 'otsake').")
    assert reading.errors == ()
    assert reading.community is not None
    description = reading.community.events["ilta"].description
    assert description is not None
    html = render_prose(description.in_language("fi"), ProseContext(reading.community, "fi", "../../"))
    assert html == f'<p>Katso <a href="../../{address}"><em>tästä</em></a>.</p>'


def test_pictures_are_found_as_on_github_too(tmp_path: Path) -> None:
    reading = read(project(tmp_path), "![Talo](../../../content/kuvat/talo.gif) ![Talo](kuvat/talo.gif)")
    assert reading.errors == ()
    assert reading.community is not None
    description = reading.community.events["ilta"].description
    assert description is not None
    html = render_prose(description.in_language("fi"), ProseContext(reading.community, "fi", "../"))
    assert re.findall(r'src="([^"]*)"', html) == ["../kuvat/talo.gif"] * 2
    assert html.count("width=") == 2


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("tapahtumat/ei-ole/", "link-nowhere"),
        ("tapahtumat/kevatkonserti/", "link-nowhere-near"),
        ("ohjeet/", "link-nowhere"),
        ("../../../../etc/passwd", "link-nowhere"),
        ("kevatkonsertti.yml#ohjelma", "link-nowhere-near"),
        ("../../kevatkonsertti.yml#ohjelma", "link-anchor"),
        ("https:example.org", "link-without-scheme"),
        ("example.org:8000/a", "link-without-scheme"),
        ("//example.org/", "link-without-scheme"),
        ("javascript:alert(1)", "link-scheme"),
        ("data:text/html,x", "link-scheme"),
        ("webcal://example.org/a.ics", "link-scheme"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, written: str, code: str) -> None:
    reading = read(project(tmp_path), f"`[b]({written})` \\[c]({written})\n[a]({written})")
    assert [(one.code, one.line, one.column) for one in reading.problems] == [(code, 7, 3)]


def test_the_second_of_two_links_alike_is_told_where_it_stands(tmp_path: Path) -> None:
    reading = read(project(tmp_path), "`[a](b.md)` [a](b.md)\n\n[a](b.md)")
    assert [(one.line, one.column) for one in reading.problems] == [(6, 15), (8, 3)]


def test_other_addresses_are_left_alone(tmp_path: Path) -> None:
    text = "[a](https://example.org/) [b](HTTP://example.org) [c](tel:+358401234567) [d](#e)\n\n## É\n\n## E"
    reading = read(project(tmp_path), text)
    assert [one.code for one in reading.problems if one.code.startswith("link")] == []


@pytest.mark.parametrize("link", ["[a](www.b.example) ", "[a](#b) ", "[a](b.md) ", "[[a:b]] ", "<b> "])
def test_of_very_many_faults_alike_the_first_are_told(tmp_path: Path, link: str) -> None:
    """Each tells a whole line: thousands on one line would fill the memory."""
    reading = read(project(tmp_path), "## c\n\n" + link * 400)
    assert 0 < len(reading.problems) <= 400
    assert sum(len(one.mend.text) for one in reading.problems if one.mend is not None) < 200_000


@pytest.mark.parametrize(
    ("on", "address"),
    [
        ("practices/kumppanuusaamiainen", "kaytannot/kumppanuusaamiainen/#kommentti-01"),
        ("handbook/12-vuoropuhelu", "kasikirja/12-vuoropuhelu/#kommentti-01"),
    ],
)
def test_a_comment_is_read_on_the_page_of_what_it_is_on(on: str, address: str) -> None:
    path = f"content/{on}/comments/01.md"
    source = SourceFile(Kind.COMMENT, f"{on.partition('/')[2]}/01", path, path)
    spot = SitePlaces(Listing(files=[source]), "content/").find("", path)
    assert spot is not None
    assert spot.address == address
