"""``seurantalo check``: every file is read, and all that is wrong is told once."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.project import Project
from seurantalo.reading.report import format_github, format_json, format_text

_FORMATS: Final = {"text": format_text, "github": format_github, "json": format_json}


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``check``."""
    parser = commands.add_parser("check", parents=[shared], help="check every file and say all that is wrong")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="text")
    parser.set_defaults(command=_check)


def _check(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    problems = reading.problems
    if reading.community is not None:
        problems = in_order((*problems, *project.plan(reading.community).problems))
    words = _FORMATS[options.format](problems, project.lang)
    if words:
        print(words)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    if options.format == "text":
        print(_summary(project, reading.files, problems))
    return ExitCode.ERRORS if failed else ExitCode.CLEAN


def _summary(project: Project, files: int, problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    lang = project.lang
    checked = lang.count("{n} file checked", "{n} files checked", files)
    found = lang.count("{n} error", "{n} errors", errors) if errors else lang.say("no errors")
    return f"{checked}: {found}."
