"""Arguments to commands. Exit codes: 0 all is well, 1 the files hold errors, 2 the command was used wrongly."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from seurantalo.cli.site_file import UsageError, find_root, open_project
from seurantalo.model.problem import Problem, Severity, in_order
from seurantalo.project import Project
from seurantalo.publishing.publication import File
from seurantalo.reading.report import format_github, format_json, format_text

CLEAN: Final = 0
ERRORS: Final = 1
WRONG_USE: Final = 2

_FORMATS: Final = {"text": format_text, "github": format_github, "json": format_json}


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line; return the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    # Finnish words must come out whole where the terminal's own encoding can't carry them.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        root = find_root(Path(options.project).resolve())
        project = open_project(root, options.today, options.lang)
        command: Callable[[Project, argparse.Namespace], int] = options.command
        return command(project, options)
    except BrokenPipeError:
        # The reader of our words has left (`| head`); Python would complain of it once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except UsageError as error:
        print(f"seurantalo: {error}", file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        print(f"seurantalo: {error.filename}: {error.strerror}.", file=sys.stderr)
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="seurantalo", description="A region's shared event calendar and wiki.")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--project", default=".", metavar="DIR", help="the project's folder (default: this one)")
    shared.add_argument("--today", default="", metavar="2027-05-01", help="the day that counts as today")
    shared.add_argument("--lang", default="", metavar="fi|sv|en", help="the language of the answer")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", parents=[shared], help="check every file and say all that is wrong")
    check.add_argument("--format", choices=sorted(_FORMATS), default="text")
    check.set_defaults(command=_check)

    clashes = commands.add_parser("clashes", parents=[shared], help="list clashing dates")
    clashes.add_argument("--all", action="store_true", help="past ones and mere remarks as well")
    clashes.set_defaults(command=_clashes)

    export = commands.add_parser("export", parents=[shared], help="write pages and files for any site generator")
    export.add_argument("folder", metavar="DIR", help="a new or an earlier exported folder")
    export.add_argument("--expectations", action="store_true", help="beside each feed, what apps must see in it")
    export.set_defaults(command=_export)
    return parser


def _check(project: Project, options: argparse.Namespace) -> int:
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
    return ERRORS if failed else CLEAN


def _summary(project: Project, files: int, problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    lang = project.lang
    checked = lang.count("{n} file checked", "{n} files checked", files)
    found = lang.count("{n} error", "{n} errors", errors) if errors else lang.say("no errors")
    return f"{checked}: {found}."


def _clashes(project: Project, options: argparse.Namespace) -> int:
    from seurantalo.planner.clashes import Level, advice, explain  # noqa: PLC0415  # late: `check` runs without it

    reading = project.read()
    if reading.community is None:
        print(format_text(reading.errors, project.lang))
        return ERRORS
    clashes = project.plan(reading.community).clashes
    if options.all:
        shown = sorted((*clashes.past, *clashes.findings), key=lambda finding: finding.dates)
    else:
        shown = [finding for finding in clashes.findings if finding.level is not Level.INFO]
    for finding in shown:
        print(f"{finding.event.origin.path}:{finding.event.origin.line}: {explain(finding, project.lang)}")
        print(f"    {advice(finding, project.lang)}")
    print(project.lang.count("{n} clash", "{n} clashes", len(shown)))
    return CLEAN


def _export(project: Project, options: argparse.Namespace) -> int:
    from seurantalo.cli.export import export  # noqa: PLC0415  # late: `check` runs without it

    publication, problems = project.publish()
    if publication is None:
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        print(format_text(errors, project.lang))
        return ERRORS
    export(publication, Path(options.folder), _expected(project) if options.expectations else ())
    return CLEAN


def _expected(project: Project) -> tuple[File, ...]:
    from seurantalo.publishing.feeds import expectations  # noqa: PLC0415  # late: seldom asked for

    community = project.read().community
    if community is None:  # Changed on the disk since it was published.
        return ()
    return expectations(community, project.plan(community).calendar, project.settings, project.site)
