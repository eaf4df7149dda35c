"""A small site in three languages: one event that is in all, one that is in Finnish only, and what they name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests import small

import _site

TODAY: Final = "2027-01-04"
FILES: Final = {
    "mkdocs.yml": (
        "site_name: Kylän talo\nsite_url: https://seurantalo.example.org/kylat/\nsite_description: Kylien kalenteri\n"
        "docs_dir: content\ntheme:\n  name: material\n  font: false\n  palette:\n"
        "    - {media: '(prefers-color-scheme: light)', scheme: default, primary: custom,"
        " toggle: {icon: material/brightness-7, name: Tumma}}\n"
        "    - {media: '(prefers-color-scheme: dark)', scheme: slate, primary: custom,"
        " toggle: {icon: material/brightness-4, name: Vaalea}}\n"
        "plugins:\n  - seurantalo:\n      languages: fi sv en\n      editor_email: toimitus@example.org\n"
        "nav:\n  - Etusivu: index.md\n  - Kalenteri: kalenteri/index.md\n  - Käytännöt: kaytannot/index.md\n"
        "  - Tietoa: tietoa.md\n"
    ),
    "content/index.md": "# Kylän talo\n\nKylien yhteinen kalenteri.\n",
    "content/tietoa.md": "# Tietoa\n\nVain suomeksi.\n",
    "content/municipalities/lampi.md": "---\nnimi: Lampi\nmissä: {fi: Lammella, sv: i Lampi, en: in Lampi}\n---\n",
    "content/vocabulary/themes.yml": "kyla: {nimi: {fi: Kylä, sv: By, en: Village}}\n",
    "content/organisations/kyla.md": "---\nnimi: Kyläyhdistys\ntyyppi: yhdistys\nkunta: lampi\n---\nMeidän kylä.\n",
    "content/venues/talo.md": "---\nnimi: {fi: Talo, sv: Huset, en: The house}\nkunta: lampi\n---\n",
    "content/practices/talkoot.md": (
        "---\notsikko: Talkoot\nlajit: [toimintamalli]\ntiivistelmä: Yhdessä tehden.\nvaihe: vakiintunut\n"
        "teemat: [kyla]\nmiksi: Yhdessä on mukavampaa.\nmiten: Kutsutaan kaikki.\n"
        "yhteystieto: {rooli: Sihteeri, sähköposti: sihteeri@example.org}\n"
        "katselmoitu: 2.11.2026\n---\nTehdään yhdessä.\n"
    ),
    "events/2027/tanssit.yml": (
        "otsikko: {fi: Tanssit, sv: Dans, en: Dance}\nalkaa: 13.2.2027 klo 18\njärjestäjä: kyla\npaikka: talo\n"
        "kuvaus: {fi: Tule tanssimaan., sv: Kom och dansa., en: Come and dance.}\n"
    ),
    "events/2027/kahvit.yml": (
        "otsikko: Kahvit\nalkaa: 14.2.2027 klo 12\njärjestäjä: kyla\npaikka: talo\nkuvaus: Tule kahville.\n"
    ),
}


def build_three(folder: Path) -> None:
    """Build the site, strictly."""
    project = folder.parent / f"{folder.name}-project"
    small.write(project, FILES)
    _site.build(folder, TODAY, project)
