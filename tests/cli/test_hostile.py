"""Whatever people call their events, no command prints a line that a log, a terminal or Markdown obeys."""

from __future__ import annotations

import ast
import json
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli import calendar_server
from tests.cli.conftest import MKDOCS_YML, Said, Write, git, seurantalo

from seurantalo.cli import download as network
from seurantalo.cli import printing
from seurantalo.cli.main import _parser
from seurantalo.cli.public_address import is_public
from seurantalo.language import language

#: What a runner or Markdown would obey, and files may hold.
TITLE = "##[add-mask]Koski ##[error]x ``` ~~~"
#: What a terminal would obey beside it, which files may not hold.
WORSE = f"{TITLE} \u202egnp.\u2066a\u200fb\u061c\x1b[2J"
#: The title in a file of YAML, where it stands in quotation marks.
QUOTED = json.dumps(TITLE)
EVENT = (
    f"otsikko: {QUOTED}\nalkaa: 12.6.2027 klo 18\npäättyy: 12.6.2027 klo 21\njärjestäjä: vimpelin-martat\n"
    "paikka: seurantalo\nkenelle: [lapset]\n"
)
ICS = f"""BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:{WORSE}
BEGIN:VEVENT
UID:a
SUMMARY:{WORSE}
DTSTART:99999999T999999
END:VEVENT
BEGIN:VEVENT
UID:b
SUMMARY:##[stop-commands]tok ::error::x
LOCATION:##[error]talo
DTSTART;TZID=Europe/Helsinki:20270612T180000
END:VEVENT
BEGIN:VEVENT
UID:c
SUMMARY:::error::alussa
DTSTART;TZID=Mars/##[error]Olympus:20270613T180000
END:VEVENT
END:VCALENDAR
"""
FORMATS = ("text", "github", "markdown", "json")
COMMANDS: list[tuple[str, ...]] = [
    *(("check", "--format", style) for style in FORMATS),
    *(("check", "--against", "HEAD", "--format", style) for style in FORMATS),
    *(("clashes", "--all", "--format", style) for style in FORMATS),
    *(("clashes", "--against", "HEAD", "--format", style) for style in FORMATS),
    ("clashes", "--explain", "yksi", "kaksi"),
    ("todo",),
    ("todo", "--format", "json"),
    ("outbox",),
    ("outbox", "--format", "json"),
    ("outbox", "--channel", "lehti", "--week", "2027-23"),
    ("outbox", "--channel", "lehti", "--week", "2027-23", "--format", "json"),
    ("sent", "--channel", "lehti", "--issue", "yksi-2027-06-13", "--dry-run"),
    ("poster", "yksi"),
    ("sheet", "event", "yksi"),
    ("regional", "alue", "--offline"),
    ("send", "--channel", "lehti", "--issue", "yksi-2027-06-13", "--dry-run"),
    ("send", "--channel", "lehti", "--issue", "yksi-2027-06-13"),
    ("free", "--venue", "seurantalo", "--audience", "lapset", "--from", "10.6.2027", "--to", "14.6.2027"),
    ("free", "--venue", "seurantalo", "--from", "10.6.2027", "--to", "14.6.2027", "--format", "json"),
    ("adopt", "koe", "--organisation", "vimpelin-martat", "--dry-run"),
    ("import", "koe.ics", "--organisation", "vimpelin-martat", "--dry-run"),
    ("import", "koe.ics", "--organisation", "vimpelin-martat"),
    ("fetch", "--notices"),
    ("keep-identities", "--dry-run"),
    ("export", "ulos"),
    (
        "new",
        "--dry-run",
        "otsikko=Tanssit",
        "alkaa=13.6.2027 klo 18",
        "järjestäjä=vimpelin-martat",
        "paikka=seurantalo",
        "kuvaus=Tanssitaan.",
    ),
]
#: Names of our own lines in a log, in the form `github`.
OURS = re.compile(r"::(?:error|warning|notice)(?: file=[^:,]+(?:,line=\d+,col=\d+)?(?:,title=[^:,]+)?)?::")


@pytest.fixture
def hostile(write: Write, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project without errors whose people call everything by names that do harm; its calendar is served."""
    real = is_public
    monkeypatch.setattr(network, "is_public", lambda address: address.is_loopback or real(address))
    with calendar_server.serving() as server:
        server.answers["/koe.ics"] = ICS.encode()
        options = (
            "      external_calendars:\n"
            f"        koe: {{name: {QUOTED}, url: {server.url()}, organisation: vimpelin-martat}}\n"
        )
        project = write({"mkdocs.yml": f"{MKDOCS_YML}{options}", "koe.ics": ICS, "events/vanha-nimi.yml": EVENT})
        git(project, "init", "--quiet")
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message", "Alku")
        (project / "events/vanha-nimi.yml").rename(project / "events/yksi.yml")
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message", "Nimi")
        yield write(
            {
                "events/yksi.yml": EVENT.replace("12.6.2027", "13.6.2027"),
                "events/kaksi.yml": EVENT.replace("12.6.2027", "13.6.2027"),
                "events/mennyt.yml": EVENT.replace("12.6.2027", "12.6.2026"),
                "content/organisations/vimpelin-martat.md": (
                    f"---\nnimi: {QUOTED}\ntyyppi: yhdistys\nkunta: vimpeli\n"
                    f"yhteystieto: {{rooli: {QUOTED}, sähköposti: sihteeri@martat.example.org}}\n---\n"
                ),
                "content/venues/seurantalo.yml": f"nimi: {QUOTED}\nkunta: vimpeli\n",
                "content/vocabulary/channels.yml": (
                    # Due on the day that counts as today.
                    f"lehti: {{nimi: {QUOTED}, tyyppi: some, määräaika: 160 päivää ennen tapahtumaa, "
                    f"lähetys: mastodon, tyyli: {QUOTED}, oletus: {{muodot: kaikki}}}}\n"
                    f"alue: {{nimi: {QUOTED}, tyyppi: aluekalenteri, lähetys: linked events, "
                    "oletus: {muodot: kaikki}, aluekalenteri: "
                    "{osoite: https://alue.example.org/v1/, lähde: koe, julkaisija: 'koe:1'}}\n"
                ),
                "content/practices/koe.md": (
                    f"---\notsikko: {QUOTED}\nlajit: kokeilu\ntiivistelmä: {QUOTED}\n"
                    "vaihe: päättynyt\ntynkä: kyllä\n---\n"
                ),
            }
        )


def harmless(said: Said, *, commands: bool = False) -> None:
    for stream in (said.out, said.err):
        assert not re.search(r"##\[|```|~~~", stream)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", stream)
        started = [line for line in stream.splitlines() if re.match(r"\s*::", line)]
        assert [line for line in started if not commands or not OURS.match(line)] == []
    assert "Traceback" not in said.err


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_prints_what_would_be_obeyed(hostile: Path, arguments: tuple[str, ...]) -> None:
    said = seurantalo(*arguments, cwd=hostile)
    assert said.code in {0, 1}
    assert (
        "Koski" in said.out
        or arguments[0] in {"keep-identities", "export", "poster", "regional", "sheet"}
        or arguments[:2] == ("check", "--format")
    )
    harmless(said, commands="github" in arguments)


def test_every_command_is_tried() -> None:
    (listed,) = (one for one in _parser(language("en"))._actions if isinstance(one.choices, dict))
    assert isinstance(listed.choices, dict)
    assert all(isinstance(parser, ArgumentParser) for parser in listed.choices.values())
    # Proposals and issues are answered elsewhere, from git's objects and the forge's words: tests/workflows/. A
    # region's founding reads no words of strangers.
    elsewhere = {"answer", "comment", "issue", "reply", "init", "upgrade"}
    assert {*(arguments[0] for arguments in COMMANDS), *elsewhere} == set(listed.choices)


@pytest.mark.skipif("os.name == 'nt'", reason="Windows has no such file names")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_names_of_files_are_words_too(hostile: Path, arguments: tuple[str, ...]) -> None:
    for name in ("a\n::error::b.yml", "##[error]c.yml", "```d.yml", "e\u202egnp.yml", "f\x1b[2J.yml", ":: g.yml"):
        (hostile / "events" / name).write_text(EVENT, encoding="utf-8")
    said = seurantalo(*arguments, cwd=hostile)
    assert said.code == 1
    harmless(said, commands="github" in arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", WORSE),
        ("check", "--lang", WORSE),
        ("check", "--today", WORSE),
        ("check", f"--against={WORSE}"),
        ("check", "--project", WORSE),
        ("check", "--format", WORSE),
        ("clashes", "--explain", WORSE, "b"),
        ("free", "--municipality", WORSE),
        ("import", WORSE),
        ("import", "koe.ics", "--venue", f"\n::error::{WORSE}"),
        (WORSE,),
    ],
    ids=lambda arguments: " ".join(each.encode("unicode_escape").decode()[:12] for each in arguments),
)
def test_what_was_typed_is_not_obeyed_either(hostile: Path, arguments: tuple[str, ...]) -> None:
    said = seurantalo(*arguments, cwd=hostile)
    assert (said.code, said.out) == (2, "")
    harmless(said)


def test_commands_print_in_one_place_only() -> None:
    folder = Path(printing.__file__).parent
    found = {
        path.name
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "print")
            or (
                isinstance(node.func, ast.Attribute) and node.func.attr == "write" and "sys" in ast.unparse(node.func)
            )
        )
    }
    assert found == {"printing.py"}
