"""Arguments to commands. Exit codes: 0 all is well, 1 the files hold errors, 2 the command can't be carried out."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

from seurantalo import __version__
from seurantalo.cli.command import ExitCode
from seurantalo.cli.help_words import (
    CommandLineError,
    HelpfulCommands,
    in_the_words_of,
    language_of_help,
    parser_class,
)
from seurantalo.cli.printing import complain, prepare_streams
from seurantalo.cli.site_file import find_root, open_project
from seurantalo.cli.usage_error import UsageError, system_error
from seurantalo.language import LANGUAGES, SOURCE, Language, language
from seurantalo.progress import on_terminal
from seurantalo.project import OWN_ERRORS, Project
from seurantalo.staging import BusyError

#: Every command as the help lists it, and its module.
_MODULES: Final = {
    "check": "check",
    "clashes": "clashes",
    "export": "export",
    "todo": "todo",
    "outbox": "outbox",
    "sent": "sent",
    "free": "free",
    "new": "new",
    "adopt": "adopt",
    "import": "import_calendar",
    "fetch": "fetch",
    "keep-identities": "keep_identities",
    "answer": "answer",
    "comment": "comment",
    "issue": "issue",
    "reply": "reply",
    "poster": "poster",
    "sheet": "sheet",
    "regional": "regional",
    "send": "send",
    "init": "init",
    "upgrade": "upgrade",
}
#: Commands that found a site or know where it is; all others are told.
_WITHOUT_SITE: Final = ("init", "upgrade")


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line, by default that of this process; return its ``ExitCode``.

    Answers go to standard output, what went wrong to standard error.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "mkdocs.yml").write_text("plugins: [seurantalo]", encoding="utf-8")
    ...     main(["clashes", "--project", folder, "--lang", "en"])
    0 clashes
    <ExitCode.CLEAN: 0>
    """
    prepare_streams()
    given = sys.argv[1:] if arguments is None else arguments
    try:
        code = _carried_out(given)
        # What is still on its way out may find a full disk, or nobody who reads on.
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our words has left (`| head`).
        _speak_to_nobody()
        return ExitCode.CLEAN
    except CommandLineError as error:
        complain(error.message, error.usage)
    except UsageError as error:
        complain(error.in_words(language_of_help(given)))
    except OWN_ERRORS as error:
        complain(str(error))
    except BusyError as error:
        told = UsageError("{folder}: another command has been writing here for minutes.", folder=error)
        complain(told.in_words(language_of_help(given)))
    except OSError as error:
        complain(system_error(error, language_of_help(given)))
        _say_the_rest()
    except KeyboardInterrupt:
        complain(language_of_help(given).say("Stopped."))
        _say_the_rest()
        return ExitCode.STOPPED
    else:
        return code
    return ExitCode.WRONG_USE


def _carried_out(given: Sequence[str]) -> int:
    options = _options(given)
    if "alone" in options:
        alone: Callable[[argparse.Namespace, Language], int] = options.alone
        return alone(options, language_of_help(given))
    root = find_root(Path(options.project).resolve())
    project = open_project(root, options.today, options.lang)
    project.progress = on_terminal()
    command: Callable[[Project, argparse.Namespace], int] = options.command
    return command(project, options)


def _options(given: Sequence[str]) -> argparse.Namespace:
    """Return what was typed; raise CommandLineError in the reader's language, which only then has to be known."""
    asks = not {"-h", "--help"}.isdisjoint(given)
    # The other commands are only loaded where they have to be named.
    names = given[:1] if given and given[0] in _MODULES else _MODULES
    try:
        return _parser(language_of_help(given) if asks else language(SOURCE), names).parse_args(given)
    except CommandLineError:
        lang = language_of_help(given)
        with in_the_words_of(lang):
            return _parser(lang, names).parse_args(given)


def _say_the_rest() -> None:
    """Let out what was printed before something went wrong, unless that is what went wrong."""
    try:
        sys.stdout.flush()
    except OSError:
        _speak_to_nobody()


def _speak_to_nobody() -> None:
    """Let standard output lead nowhere: as Python ends it would write once more what can't be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(lang: Language, names: Iterable[str] = _MODULES) -> argparse.ArgumentParser:
    made = parser_class(lang)
    parser = made(prog="seurantalo", description=lang.say("A region's shared event calendar and wiki."))
    version = f"seurantalo {__version__}"
    parser.add_argument("--version", action="version", version=version, help="show the version and do nothing")
    # What commands take that found a site; all others are told where theirs is.
    own = made(add_help=False)
    own.add_argument("--today", default="", metavar="2027-05-01", help="the day that counts as today")
    own.add_argument("--lang", default="", metavar="|".join(LANGUAGES), help="the language of the answer")
    shared = made(add_help=False, parents=[own])
    shared.add_argument("--project", default=".", metavar="DIR", help="the site's folder (default: this one)")
    listed = parser.add_subparsers(required=True, metavar="COMMAND", title=lang.say("commands"))
    commands = HelpfulCommands(listed, lang)
    for name in names:
        register = import_module(f"seurantalo.cli.{_MODULES[name]}").register
        register(commands, own if name in _WITHOUT_SITE else shared)
    return parser
