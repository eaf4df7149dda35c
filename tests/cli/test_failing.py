"""Where the system refuses something, or somebody presses Ctrl+C, a command ends with a sentence and its code."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Write, seurantalo

from seurantalo.cli import check, import_calendar

ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@koe
SUMMARY:Laulukerho
DTSTART;TZID=Europe/Helsinki:20270112T180000
END:VEVENT
END:VCALENDAR
"""
REFUSED = [
    (errno.EACCES, "sinulla ei ole oikeutta lukea tai kirjoittaa tätä"),
    (errno.EROFS, "tähän ei voi kirjoittaa"),
    (errno.ENOSPC, "levy on täynnä"),
    (errno.EIO, os.strerror(errno.EIO)),
]


@pytest.mark.parametrize(("number", "words"), REFUSED)
def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    write: Write, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number), "events/2027/01/laulukerho.yml")

    monkeypatch.setattr(import_calendar, "write_all", refuse)
    project = write({"koe.ics": ICS})
    said = seurantalo("import", "koe.ics", "--organisation", "vimpelin-martat", cwd=project)
    assert (said.code, said.err) == (2, f"seurantalo: events/2027/01/laulukerho.yml: {words}.\n")


def test_the_sentence_is_in_the_language_asked_for(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(import_calendar, "write_all", refuse)
    command = ("import", "koe.ics", "--organisation", "vimpelin-martat", "--lang")
    project = write({"koe.ics": ICS})
    assert seurantalo(*command, "fi", cwd=project).err == "seurantalo: levy on täynnä.\n"
    assert seurantalo(*command, "sv", cwd=project).err == "seurantalo: disken är full.\n"
    assert seurantalo(*command, "en", cwd=project).err == "seurantalo: The disk is full.\n"


def test_who_stops_a_command_gets_no_traceback(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check", stop)
    said = seurantalo("check", cwd=project)
    assert (said.code, said.out, said.err) == (130, "", "seurantalo: Keskeytetty.\n")


def test_a_project_needs_no_git_but_a_comparison_does(project: Path) -> None:
    assert seurantalo("check", cwd=project, PATH="/ei/ole").code == 0
    said = seurantalo("check", "--against", "HEAD", cwd=project, PATH="/ei/ole")
    assert (said.code, said.out) == (2, "")
    assert said.err == "seurantalo: --against tarvitsee gitin, jota tällä koneella ei ole.\n"
    said = seurantalo("keep-identities", "--lang", "sv", cwd=project, PATH="/ei/ole")
    assert said.err == "seurantalo: keep-identities behöver git, som inte är installerat på den här datorn.\n"


@pytest.mark.skipif("os.name == 'nt'", reason="asks a shell for its redirections")
@pytest.mark.parametrize(
    ("redirected", "code", "told"),
    [
        (">&-", 0, ""),
        (">&- 2>&-", 0, ""),
        ("| head -n 1", 0, ""),
        pytest.param(
            ">/dev/full",
            2,
            "seurantalo: levy on täynnä.\n",
            marks=pytest.mark.skipif("not Path('/dev/full').exists()", reason="a device of Linux"),
        ),
    ],
)
def test_where_nobody_can_hear_the_answer_nothing_breaks(
    project: Path, redirected: str, code: int, told: str
) -> None:
    command = f"{shlex.quote(sys.executable)} -m seurantalo check --format json {redirected}"
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=project, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (code, told)
