"""``seurantalo answer``: a proposal on a forge is read as data and checked; what was found goes into a file.

The job that runs it has no rights. What it found is said by ``seurantalo comment`` in a job that has some, and sees
nothing of the proposal but this file.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from seurantalo.cli.answer_facts import answer_of
from seurantalo.cli.change import change_between, check
from seurantalo.cli.check_words import Answer as Told
from seurantalo.cli.check_words import as_commands
from seurantalo.cli.clash_news import compare
from seurantalo.cli.clash_words import as_github
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say_commands
from seurantalo.cli.proposal_state import Proposed, fetch, proposed, with_files
from seurantalo.cli.revision import commit_named, project_at
from seurantalo.cli.usage_error import UsageError
from seurantalo.project import Project
from seurantalo.reading.history.git import Git
from seurantalo.receiving.answer.answer import Answer
from seurantalo.receiving.answer.packed import packed
from seurantalo.receiving.answer.payload import Asked, EventError, asked_in

#: Clashes that are told of, each with free days: what is beyond is counted.
MOST_CLASHES: Final = 60


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``answer``."""
    parser = commands.add_parser(
        "answer", parents=[shared], help="read a proposal on the forge as data and write down what was found"
    )
    parser.add_argument("--event", default="", metavar="FILE", help="the forge's event, which names the proposal")
    parser.add_argument("--number", type=int, default=0, metavar="N", help="the proposal's number")
    parser.add_argument("--proposal", default="", metavar="REV", help="a state of it that is here already")
    parser.add_argument("--base", default="HEAD", metavar="REV", help="the state of the site (default: HEAD)")
    parser.add_argument("--output", required=True, metavar="FILE", help="where to write what was found")
    parser.set_defaults(command=_answer)


def _answer(project: Project, options: Namespace) -> ExitCode:
    if options.proposal:
        number, commit = options.number or 1, commit_named(Git(project.root), options.proposal)
    else:
        number, commit = fetch(project, asked(options))
    found, commands = _looked_at(project, options.base, number, commit)
    Path(options.output).write_text(packed(found), encoding="utf-8", newline="\n")
    say_commands(commands)
    return ExitCode.CLEAN


def asked(options: Namespace) -> Asked:
    """Return which proposal a run is about; raise UsageError."""
    if not options.event:
        if options.number < 1:
            raise UsageError("Name a proposal: --event FILE or --number N.")
        return Asked(options.number, "")
    try:
        return asked_in(Path(options.event).read_bytes())
    except EventError as error:
        raise UsageError("{file}: {why}.", file=options.event, why=error) from error


def _looked_at(project: Project, base: str, number: int, commit: str) -> tuple[Answer, list[str]]:
    """Return what was found out about a proposal, and how a log tells it on the lines of its files."""
    files: Proposed = proposed(project, base, commit)
    with project_at(project, base) as before, with_files(project, base, files.files) as after:
        then, now = check(before), check(after)
        change = change_between(after, now, before, then)
        comparison = compare(after, then.plan, now.plan, MOST_CLASHES) if now.plan is not None else None
        found = answer_of(number, commit, files, change, comparison, after, now, then.reading)
        told = Told(project.lang, now.reading.files, change.added, change)
        lines = [*as_commands(told), *as_github(comparison.added if comparison else (), project.lang)]
    return found, lines
