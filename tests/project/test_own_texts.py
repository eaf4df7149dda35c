"""A site's own templates of announcements: read as text, refused where they lose a fact, never run."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.announcing.reading_week import WEEK

from seurantalo.language import language
from seurantalo.model import Settings
from seurantalo.own_texts import FOLDER, own_texts
from seurantalo.project import Project
from seurantalo.publishing.publication import Site
from seurantalo.reading.report import format_text

GOOD = "{KUNTA}: {nimi}, {milloin}[, {paikka}].[ {Hinta}.][ {Ilm}.][ {Esteettömyys}.][1: {virkkeet}]\n"


def write(root: Path, name: str, text: str) -> None:
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    (root / FOLDER / name).write_text(text, encoding="utf-8")


def said(root: Path, name: str, text: str, code: str = "fi") -> str:
    write(root, name, text)
    return format_text(own_texts(root, code).problems, language(code))


def test_a_good_template_is_taken_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, "oma-palsta.txt", f"# Näin lehti haluaa tekstin.\n{GOOD}")
    write(tmp_path, "oma-palsta.sv.txt", GOOD)
    found = own_texts(tmp_path, "fi")
    assert found.problems == ()
    assert sorted(found.templates) == ["oma-palsta", "oma-palsta.sv"]
    assert "oma-palsta" in found.names
    assert "palsta" in found.names
    assert "merkit" not in found.names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            GOOD.replace("{paikka}", "{paikkka}"),
            (
                "templates/channels/oma.txt:1:1: virhe: Pohjasta puuttuu tieto, jota ei koskaan jätetä pois.\n"
                "    Lisää jokin näistä: {paikka}.\n"
                "templates/channels/oma.txt:1:30: virhe: Aukkoa ”paikkka” ei ole.\n"
                "    Tarkoititko: {paikka}?\n"
            ),
        ),
        (
            GOOD.replace("[, {paikka}]", "[2:, {paikka}]"),
            (
                "templates/channels/oma.txt:1:1: virhe: {paikka} ei koskaan jää pois, joten sen hakasulkeissa ei ole "
                "numeroa.\n    Poista numero ja kaksoispiste.\n"
            ),
        ),
        (
            GOOD.replace("[, {paikka}]", "[, {paikka}"),
            (
                "templates/channels/oma.txt:1:39: virhe: Hakasulkeiden sisällä on toiset hakasulkeet.\n"
                "    Sulje ensimmäiset ennen seuraavia: [, paikka][, osoite].\n"
            ),
        ),
        (
            f"tapahtuma:\n{GOOD.strip()}]\n\nloppu:\nTervetuloa {{nimi\n",
            (
                "templates/channels/oma.txt:2:93: virhe: Tässä on yksi ”]” liikaa.\n"
                "    Poista se tai kirjoita sen pari sen eteen.\n"
                "templates/channels/oma.txt:5:12: virhe: Merkin ”{” pari puuttuu.\n"
                "    Kirjoita se niiden sanojen perään, jotka kuuluvat sisälle.\n"
            ),
        ),
        (
            "loppu:\nTervetuloa!\n",
            (
                "templates/channels/oma.txt:1:1: virhe: Pohjassa ei ole tekstiä tapahtumalle.\n"
                "    Kirjoita omalle rivilleen ”tapahtuma:” ja sen alle teksti aukkoineen.\n"
            ),
        ),
        (
            f"tapahtuma:\n{GOOD}tapahtuma:\n{GOOD}",
            "templates/channels/oma.txt:3:1: virhe: Osa ”tapahtuma” on pohjassa kahdesti.\n    Säilytä vain toinen.",
        ),
        (
            GOOD * 100,
            (
                "templates/channels/oma.txt:1:1: virhe: Pohja on pidempi kuin 8000 merkkiä.\n"
                "    Lyhennä sitä: pohja on muutama rivi.\n"
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_template_has_its_line_and_the_right_words(tmp_path: Path, text: str, told: str) -> None:
    assert told in f"{said(tmp_path, 'oma.txt', text)}\n"
    assert own_texts(tmp_path, "fi").templates == {}


def test_names_of_blanks_are_those_of_the_language(tmp_path: Path) -> None:
    assert "Lägg till någon av dessa: {plats}." in said(tmp_path, "egen.txt", "{namn} {när}, {kommun}", "sv")
    assert "Add one of these: {venue}." in said(tmp_path, "egen.txt", "{name} {when}, {municipality}", "en")


def test_a_name_that_is_none_and_a_way_out_of_the_site_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "salaisuus.txt"
    secret.write_text(GOOD, encoding="utf-8")
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "oma.txt").symlink_to(secret)
    write(tmp_path, "Oma palsta.txt", GOOD)
    found = own_texts(tmp_path, "fi")
    assert found.templates == {}
    assert [problem.code for problem in found.problems] == ["text-template-name", "file-unreadable"]


def test_nothing_in_a_template_is_run(tmp_path: Path) -> None:
    """Neither a language of templates nor Python's formats: braces are blanks that are known, or faults."""
    for text in ("{{ 7 * 7 }}", "{nimi.__class__}", "{nimi!r}", "{% include 'x' %}", "{0}", "%(nimi)s"):
        write(tmp_path, "oma.txt", f"{GOOD.strip()}{text}")
        found = own_texts(tmp_path, "fi")
        assert found.problems or found.templates["oma"].endswith("%(nimi)s")


def test_a_channel_is_written_by_the_sites_own_template(tmp_path: Path) -> None:
    shutil.copytree(WEEK, tmp_path, dirs_exist_ok=True)
    write(tmp_path, "oma.txt", f"alku:\nMENOT {{päivät}}\n\ntapahtuma:\n{GOOD}")
    channels = tmp_path / "content/vocabulary/channels.yml"
    channels.write_text(channels.read_text(encoding="utf-8").replace("pohja: palsta", "pohja: oma"), encoding="utf-8")
    settings = Settings(today="2027-05-17")
    project = Project.open(tmp_path, tmp_path / "content", settings, Site(name="Seurantalo"))
    reading = project.read()
    assert [one.code for one in reading.errors] == []
    assert reading.community is not None
    parts = project.parts(project.plan(reading.community))
    assert parts.channel_templates["oma"].startswith("alku:")
    write(tmp_path, "oma.txt", "{nimi}")
    assert {one.code for one in project.read().errors} == {"text-template-missing"}
    assert date.fromisoformat(settings.today) == project.today
