"""``seurantalo check``: every file is read, and all that is wrong is told once."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Final

from seurantalo.cli.change import change, check, errors
from seurantalo.cli.check_words import Answer, as_code_quality, as_commands, as_markdown, as_object, as_text
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say, say_commands, say_json
from seurantalo.own_kinds import own_feeds, own_pages
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
    checked = check(project)
    found = change(project, checked, options.against) if options.against else None
    problems = checked.problems if found is None else found.added
    answer = Answer(project.lang, checked.reading.files, problems, found)
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
    return ExitCode.ERRORS if errors(problems) else ExitCode.CLEAN
