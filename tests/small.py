"""A small project of our own: the base that readers' tests use, and what a test adds."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = Path(__file__).resolve().parent / "reading" / "base"


#: The options of a small site: nothing beyond what a site must say, and somebody to write to.
MKDOCS_YML = """\
site_name: Koe
site_url: https://koe.example/
docs_dir: content
theme: {name: material, language: fi, font: false, palette: {scheme: default, primary: custom, accent: custom}}
plugins:
  - seurantalo: {language: fi, editor_email: toimitus@koe.example}
"""

#: Two events of an association in a hall, in part in Swedish too: for sites in several languages.
TWO_LANGUAGES = {
    "content/municipalities/lampi.md": "---\nnimi: Lampi\nmissä: {fi: Lammella, sv: i Lampi, en: in Lampi}\n---\n",
    "content/organisations/kyla.md": "---\nnimi: Kyläyhdistys\ntyyppi: yhdistys\nkunta: lampi\n---\nMeidän kylä.\n",
    "content/venues/talo.md": "---\nnimi: {fi: Talo, sv: Huset}\nkunta: lampi\n---\n",
    "events/2027/tanssit.yml": (
        "otsikko: {fi: Tanssit, sv: Dans}\nalkaa: 13.3.2027 klo 18\njärjestäjä: kyla\npaikka: talo\n"
        "kuvaus: |\n  Tule tanssimaan.\n"
    ),
    "events/2027/kahvit.yml": (
        "otsikko: Kahvit\nalkaa: 14.3.2027 klo 12\njärjestäjä: kyla\npaikka: talo\n"
        "kuvaus: {fi: Tule kahville., sv: Kom på kaffe.}\n"
    ),
}


def project(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the base and files, by their path, into a new folder; return it."""
    shutil.copytree(BASE, folder)
    write(folder, files)
    return folder


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, by their path, into a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
