"""A small region in which every choice of the agenda leaves something else, built once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import small
from tests.once import once

import _site

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A Monday.
TODAY = "2027-01-04"
FILES = {
    "mkdocs.yml": small.MKDOCS_YML,
    "content/municipalities/soini.md": "---\nnimi: Soini\nmissä: Soinissa\n---\n",
    "content/organisations/soinin-kylat.md": "---\nnimi: Soinin kylät\ntyyppi: yhdistys\nkunta: soini\n---\n",
}
COMMON = "järjestäjä: {by}\nkenelle: [{whom}]\n"
EVENTS = {
    "tanssit": ("otsikko: Tanssit\nalkaa: 4.1.2027 klo 19\nhinta: 10 €\n", "soinin-kylat", "kaikki"),
    "talvirieha": ("otsikko: Talvirieha\nalkaa: 9.1.2027 klo 12\nhinta: Vapaa pääsy\n", "vimpelin-martat", "lapset"),
    "kuoroilta": ("otsikko: Kuoroilta\nalkaa: 9.1.2027 klo 18\nhinta: 5 €\n", "soinin-kylat", "kaikki"),
    "satutunti": ("otsikko: Satutunti\nalkaa: 13.1.2027 klo 10\nhinta: Maksuton\n", "vimpelin-martat", "lapset"),
    "lastenleffa": ("otsikko: Lastenleffa\nalkaa: 14.1.2027 klo 17\nhinta: 4 €\n", "vimpelin-martat", "lapset"),
    "nayttely": ("otsikko: Näyttely\nalkaa: 2.1.2027\npäättyy: 10.1.2027\n", "soinin-kylat", "kaikki"),
    "jumppa": (
        "otsikko: Jumppa\nalkaa: 5.1.2027 klo 18\ntoistuu: {joka: viikko, kertoja: 8}\n",
        "soinin-kylat",
        "kaikki",
    ),
    "kerho": (
        "otsikko: Kerho\nalkaa: 5.1.2027 klo 10\ntoistuu: {joka: viikko, kertoja: 8}\n",
        "vimpelin-martat",
        "lapset",
    ),
}


def build(folder: Path) -> None:
    events = {
        f"events/{name}.yml": text + COMMON.format(by=by, whom=whom) for name, (text, by, whom) in EVENTS.items()
    }
    _site.build(folder / "site", TODAY, small.project(folder / "project", FILES | events))


@pytest.fixture(scope="session")
def agenda_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_site.Site]:
    with _site.served(once(tmp_path_factory, "agenda", build) / "site") as site:
        yield site
