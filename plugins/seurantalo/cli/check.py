"""``seurantalo check``: every file is read, and all that is wrong is told once."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Final

from seurantalo.cli.change import Checked, change, check, errors
from seurantalo.cli.check_words import Answer, as_code_quality, as_commands, as_markdown, as_object, as_text
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.few_events import change_of_few
from seurantalo.cli.printing import say, say_commands, say_json
from seurantalo.language import Language
from seurantalo.own_kinds import own_feeds, own_pages
from seurantalo.processes import available
from seurantalo.project import Project

_FORMATS: Final = ("text", "github", "gitlab", "markdown", "json")


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``check``."""
    parser = commands.add_parser("check", parents=[shared], help="check every file and say all that is wrong")
    parser.add_argument("--against", default="", metavar="REV", help="only what is new since this revision")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="the form of the answer")
    parser.set_defaults(command=_check)


def _check(project: Project, options: Namespace) -> ExitCode:
    # No page is made here, but a package that can't be loaded would stop the build.
    own_pages()
    own_feeds()
    project.processes = available()
    answer = _of_change(project, options.against) if options.against else _of_all(check(project), project.lang)
    match options.format:
        case "json":
            say_json(as_object(answer))
        case "gitlab":
            say_json(as_code_quality(answer))
        case "github":
            say_commands(as_commands(answer))
        case "markdown":
            say(*as_markdown(answer))
        case _:
            say(*as_text(answer))
    return ExitCode.ERRORS if errors(answer.problems) else ExitCode.CLEAN


def _of_all(checked: Checked, lang: Language) -> Answer:
    return Answer(lang, checked.reading.files, checked.problems)


def _of_change(project: Project, revision: str) -> Answer:
    told = change_of_few(project, revision)
    if told is not None:
        reading, found = told
    else:
        checked = check(project)
        reading, found = checked.reading, change(project, checked, revision)
    return Answer(project.lang, reading.files, found.added, found)
