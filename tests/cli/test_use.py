"""Wrong use ends with code 2 and one sentence; `clashes` and `export` do what they say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.cli.conftest import MKDOCS_YML, Write, seurantalo

from seurantalo import cli


def put(text: str) -> Callable[[Path], object]:
    return lambda project: (project / "mkdocs.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "arguments", "words"),
    [
        (
            lambda project: (project / "mkdocs.yml").unlink(),
            ["check"],
            "tiedostoa mkdocs.yml. Anna komento sivuston kansiossa.",
        ),
        (
            put("site_name: Koski: seurat\n"),
            ["check"],
            "mkdocs.yml:1:17: virhe: Rivillä on kaksoispiste liikaa tai sisennys on väärä: ”site_name: ",
        ),
        (
            put(MKDOCS_YML.replace("language: fi", "language: sv") + "nav:\n\t- a.md\n"),
            ["check"],
            ": fel: Raden har en tabb där bara blanksteg får stå: ”- a.md”. Byt tabbar mot blanksteg.",
        ),
        (put("- a\n"), ["check"], "Tiedostossa mkdocs.yml ei ole asetuksia."),
        (
            put(MKDOCS_YML + "      timezon: UTC\n"),
            ["check"],
            "mkdocs.yml: asetusta ”timezon” ei ole. Tarkoititko ”timezone”?",
        ),
        (
            put(MKDOCS_YML + "      horizon_days: pitkä\n"),
            ["check"],
            "”horizon_days”: tähän sopii kokonaisluku, esimerkiksi 730",
        ),
        (
            put(MKDOCS_YML + "      horizon_days: -1\n"),
            ["check"],
            "tähän sopii kokonaisluku väliltä 0–3660, mutta tässä on -1",
        ),
        (
            put(MKDOCS_YML + "      events_folder: ../muualla\n"),
            ["check"],
            "oleva kansio, esimerkiksi events, mutta tässä on",
        ),
        (
            put(MKDOCS_YML + "      events_folder: /etc\n"),
            ["check"],
            "oleva kansio, esimerkiksi events, mutta tässä on",
        ),
        (
            put(MKDOCS_YML + "      events_folder: 'C:\\x'\n"),
            ["check"],
            "oleva kansio, esimerkiksi events, mutta tässä on",
        ),
        (put(MKDOCS_YML + "      rules_off: load nearmiss\n"), ["check"], "near-miss, "),
        (
            put(MKDOCS_YML + "      timezone: Mars/Olympus\n"),
            ["check"],
            "”timezone”: tähän sopii aikavyöhyke, esimerkiksi Europe/Helsinki",
        ),
        (None, ["check", "--today", "kissa"], "”kissa” ei käy tähän päiväksi. Kirjoita näin: 2027-05-01."),
        (None, ["check", "--today", "2027-02-30"], "”2027-02-30” ei käy"),
        (None, ["check", "--lang", "de"], "Kieltä ”de” ei ole. Valitse jokin näistä: fi, sv, en."),
        (None, ["clashes", "--lang", "de"], "Kieltä ”de” ei ole."),
        (None, ["export", "mkdocs.yml"], "mkdocs.yml ei ole kansio."),
        (None, ["export", "content"], "Kansio content ei ole tyhjä"),
        (None, ["check", "--project", "ei/ole"], "ei/ole ei ole."),
    ],
)
def test_wrong_use_is_told_in_one_sentence(
    project: Path, change: Callable[[Path], object] | None, arguments: list[str], words: str
) -> None:
    if change:
        change(project)
    said = seurantalo(*arguments, cwd=project, LC_ALL="fi_FI.UTF-8")
    assert (said.code, said.out) == (2, "")
    assert words in said.err
    assert said.err.startswith("seurantalo: ")
    assert said.err.count("\n") == 1


def test_a_wrong_today_in_the_environment_is_told_too(project: Path) -> None:
    said = seurantalo("check", cwd=project, SEURANTALO_TODAY="huomenna")
    assert (said.code, said.err) == (2, "seurantalo: ”huomenna” ei käy tähän päiväksi. Kirjoita näin: 2027-05-01.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["check", "--fromat", "json"],
            {
                "fi": "tätä ei tunneta: --fromat json",
                "sv": "det här är okänt: --fromat json",
                "en": "unrecognized arguments: --fromat json",
            },
        ),
        (
            ["export"],
            {
                "fi": "komennosta puuttuu: DIR",
                "sv": "i kommandot saknas: DIR",
                "en": "the following arguments are required: DIR",
            },
        ),
        (
            ["check", "--against"],
            {
                "fi": "--against: puuttuu sana tai luku",
                "sv": "--against: ett ord eller ett tal saknas",
                "en": "argument --against: expected one argument",
            },
        ),
        (
            ["clashes", "--explain", "a"],
            {
                "fi": "--explain: arvoja pitää olla 2",
                "sv": "--explain: det ska finnas 2 värden",
                "en": "argument --explain: expected 2 arguments",
            },
        ),
        (
            ["free", "--most", "monta"],
            {
                "fi": "--most: ”monta” ei käy tähän",
                "sv": "--most: ”monta” går inte att använda här",
                "en": "argument --most: invalid int value: 'monta'",
            },
        ),
        (
            ["check", "--format", "xml"],
            {
                "fi": "--format: ”xml” ei käy tähän; valitse jokin näistä: ",
                "sv": "--format: ”xml” går inte att använda här; välj något av: ",
                "en": "argument --format: invalid choice: 'xml' (choose from ",
            },
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.parametrize(("code", "heading"), [("fi", "käyttö"), ("sv", "användning"), ("en", "usage")])
def test_wrong_arguments_are_told_below_the_usage(
    project: Path, arguments: list[str], told: dict[str, str], code: str, heading: str
) -> None:
    said = seurantalo(arguments[0], "--lang", code, *arguments[1:], cwd=project)
    assert (said.code, said.out) == (2, "")
    usage, *_, wrong = said.err.splitlines()
    assert usage.startswith(f"{heading}: seurantalo ")
    assert wrong.startswith(f"seurantalo: {told[code]}")


def test_the_projects_language_is_that_of_errors_too(project: Path) -> None:
    assert seurantalo(cwd=project).err == (
        "käyttö: seurantalo [-h] [--version] COMMAND ...\nseurantalo: komennosta puuttuu: COMMAND\n"
    )
    assert "COMMAND: ”chekc” ei käy tähän; valitse jokin näistä: " in seurantalo("chekc", cwd=project).err
    # A site whose other options are wrong has a language all the same.
    (project / "mkdocs.yml").write_text(MKDOCS_YML.replace("language: fi", "language: sv\n      x: 1"), "utf-8")
    assert seurantalo("check", cwd=project).err == "seurantalo: mkdocs.yml: inställningen ”x” finns inte.\n"


def test_every_command_is_registered() -> None:
    modules = (
        path for path in Path(cli.__file__).parent.glob("*.py") if "\ndef register(" in path.read_text("utf-8")
    )
    shown = seurantalo("--help").out
    # `import` is a word of Python's own, so its module has a longer name.
    names = {path.stem: path.stem.replace("_", "-") for path in modules} | {"import_calendar": "import"}
    missing = [stem for stem, name in names.items() if not re.search(rf"^    {name}(?: |$)", shown, re.MULTILINE)]
    assert missing == []


@pytest.mark.skipif("not Path('/dev/null').exists()", reason="needs a place where nobody can write")
def test_a_folder_that_cannot_be_made_is_told_of(project: Path) -> None:
    said = seurantalo("export", "/dev/null/sivut", cwd=project)
    assert said.code == 2
    assert said.err.count("\n") == 1


TWO_IN_ONE_HALL = {
    f"events/{name}.yml": (
        f"otsikko: {title}\nalkaa: 1.5.2027 klo 18\njärjestäjä: vimpelin-martat\npaikka: seurantalo\n"
    )
    for name, title in [("tanssit", "Kevättanssit"), ("kuoro", "Kuoron konsertti")]
}


def test_clashes_are_listed_and_fail_nothing(write: Write) -> None:
    project = write(dict(TWO_IN_ONE_HALL))
    said = seurantalo("clashes", cwd=project)
    assert said.code == 0
    assert "Kevättanssit" in said.out
    assert "Kuoron konsertti" in said.out
    assert said.out.splitlines()[0].startswith("events/")
    assert "1.5.2027" in said.out
    past = seurantalo("clashes", "--today", "2027-06-01", "--lang", "en", cwd=project)
    assert past.out == "0 clashes\n"
    assert "Kevättanssit" in seurantalo("clashes", "--all", "--today", "2027-06-01", cwd=project).out


def test_clashes_of_broken_files_are_the_errors(write: Write) -> None:
    said = seurantalo("clashes", cwd=write({"events/rikki.yml": "otsikko: A\nalkaa: 30.2.2027\n"}))
    assert said.code == 1
    assert "events/rikki.yml:2:8: virhe: " in said.out


def test_export_writes_pages_and_feeds(project: Path) -> None:
    said = seurantalo("export", "ulos", cwd=project)
    assert (said.code, said.err) == (0, "")
    # The project of this test has no history; nothing else is told.
    assert said.out.startswith("huomio: Versiohistoriaa ei voi lukea")
    assert said.out.count("\n") == 2
    out = project / "ulos"
    page = (out / "tapahtumat/kevatkonsertti/index.md").read_text(encoding="utf-8")
    assert page.startswith('---\ntitle: "Kevätkonsertti"\n')
    assert Calendar.from_ical((out / "ical/kaikki.ics").read_bytes()).walk("VEVENT")
    assert list(out.rglob("*.expect")) == []


def test_export_of_broken_files_writes_nothing(write: Write) -> None:
    project = write({"events/rikki.yml": "otsikko: A\nalkaa: 30.2.2027\n"})
    said = seurantalo("export", "ulos", cwd=project)
    assert said.code == 1
    assert "events/rikki.yml:2:8: virhe: " in said.out
    assert not (project / "ulos").exists()


def test_expectations_of_the_real_region_agree_with_its_feeds(region_export: Path) -> None:
    """Beside every feed stands what an app should see; titles and starts are read back from the feed itself."""
    feeds = sorted(region_export.rglob("*.ics"))
    assert len(feeds) > 100
    for feed in feeds:
        rows = [line.split("\t") for line in Path(f"{feed}.expect").read_text(encoding="utf-8").splitlines()]
        texts = json.loads(Path(f"{feed}.texts.json").read_text(encoding="utf-8"))
        events = Calendar.from_ical(feed.read_bytes()).walk("VEVENT")
        assert sorted((str(one["UID"]), str(one["SUMMARY"])) for one in events) == sorted(
            (uid, title) for uid, title, *_ in texts
        )
        expected = {(uid, start) for uid, start, *_ in rows}
        # A rule's first start stands among what is expected, unless that one was cancelled or moved away.
        singles = [one for one in events if "RRULE" not in one and "RDATE" not in one]
        assert {(str(one["UID"]), stamp(one.decoded("DTSTART"))) for one in singles} <= expected


def stamp(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return moment.strftime("%Y%m%d")
