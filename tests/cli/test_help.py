"""``--help`` speaks the reader's language: the one asked for, the project's, or the system's."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import seurantalo

from seurantalo.cli.main import _parser
from seurantalo.language import language

COMMANDS = ("adopt", "check", "clashes", "export", "fetch", "free", "import", "poster", "todo")


def words_of(parser: ArgumentParser) -> Iterator[str]:
    """Every sentence of a parser's help, and of its commands'."""
    yield parser.description or ""
    for action in parser._actions:
        commands = action.choices if isinstance(action.choices, dict) else {}
        for each in commands.values():
            yield from words_of(each)
        if not commands:
            yield action.help or ""


def test_every_option_is_explained_in_every_language() -> None:
    english, *others = (list(words_of(_parser(language(code)))) for code in ("en", "fi", "sv"))
    assert all(english)
    assert len(english) > 70
    for other in others:
        assert len(other) == len(english)
        assert [words for words, same in zip(other, english, strict=True) if words == same] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_what_it_does_in_the_projects_language(project: Path, command: str) -> None:
    said = seurantalo(command, "--help", cwd=project)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"käyttö: seurantalo {command} ")
    assert said.out.count("valinnat:") == 1
    assert "näytä tämä ohje" in said.out
    assert "options" not in said.out


def test_the_language_asked_for_goes_before_the_projects_and_that_before_the_systems(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("muualla")
    assert seurantalo("check", "--lang=sv", "--help", cwd=project).out.startswith("användning: ")
    assert seurantalo("check", "-h", "--lang", "en", cwd=project).out.startswith("usage: ")
    assert seurantalo("check", "-h", cwd=project, LC_ALL="sv_FI.UTF-8").out.startswith("käyttö: ")
    assert seurantalo("check", "-h", "--project", str(project), cwd=away, LC_ALL="C").out.startswith("käyttö: ")
    assert seurantalo("-h", cwd=away, LC_ALL="sv_FI.UTF-8").out.startswith("användning: ")
    for other in ("C", "de_DE.UTF-8"):
        assert seurantalo("-h", cwd=away, LC_ALL=other).out.startswith("usage: ")


@pytest.mark.parametrize("arguments", [("--lang",), ("--lang", "xx"), ("--project", "ei/ole"), ("--project",)])
def test_help_comes_whatever_else_is_wrong(arguments: tuple[str, ...], tmp_path: Path) -> None:
    said = seurantalo("--help", *arguments, cwd=tmp_path, LC_ALL="C")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("usage: seurantalo ")


def test_the_version_is_that_of_the_installed_package() -> None:
    installed = importlib.metadata.version("seurantalo")
    said = seurantalo("--version")
    assert (said.code, said.out, said.err) == (0, f"seurantalo {installed}\n", "")


def test_python_runs_the_package_as_the_command(tmp_path: Path) -> None:
    """For those whose PATH lacks the folder of the command; the exit code is the command's own."""
    run = subprocess.run(
        [sys.executable, "-m", "seurantalo", "check"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("seurantalo: No mkdocs.yml")
