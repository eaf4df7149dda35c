"""Arguments to commands. Exit codes: 0 all is well, 1 the files hold errors, 2 the command was used wrongly."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from seurantalo import __version__
from seurantalo.cli import adopt, check, clashes, export, fetch, free, import_calendar, keep_identities, todo
from seurantalo.cli.command import ExitCode
from seurantalo.cli.help_words import HelpfulCommands, language_of_help, parser_class
from seurantalo.cli.site_file import UsageError, find_root, open_project
from seurantalo.language import LANGUAGES, SOURCE, Language, language
from seurantalo.project import OWN_ERRORS, Project
from seurantalo.staging import BusyError

#: What shells report of a command that Ctrl+C has ended: 128 and the number of the signal.
INTERRUPTED = 130


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
    # Finnish words must come out whole where the terminal's own encoding can't carry them.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else arguments
    asks = not {"-h", "--help"}.isdisjoint(given)
    options = _parser(language_of_help(given) if asks else language(SOURCE)).parse_args(given)
    try:
        root = find_root(Path(options.project).resolve())
        project = open_project(root, options.today, options.lang)
        command: Callable[[Project, argparse.Namespace], int] = options.command
        return command(project, options)
    except BrokenPipeError:
        # The reader of our words has left (`| head`); Python would complain of it once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.CLEAN
    except KeyboardInterrupt:
        return INTERRUPTED
    except (*OWN_ERRORS, UsageError) as error:
        print(f"seurantalo: {error}", file=sys.stderr)
        return ExitCode.WRONG_USE
    except BusyError as error:
        print(f"seurantalo: {error}: another command has been writing here for minutes.", file=sys.stderr)
        return ExitCode.WRONG_USE
    except OSError as error:
        print(f"seurantalo: {error.filename}: {error.strerror}.", file=sys.stderr)
        return ExitCode.WRONG_USE


def _parser(lang: Language) -> argparse.ArgumentParser:
    made = parser_class(lang)
    parser = made(prog="seurantalo", description=lang.say("A region's shared event calendar and wiki."))
    version = f"seurantalo {__version__}"
    parser.add_argument("--version", action="version", version=version, help="show the version and do nothing")
    shared = made(add_help=False)
    shared.add_argument("--project", default=".", metavar="DIR", help="the site's folder (default: this one)")
    shared.add_argument("--today", default="", metavar="2027-05-01", help="the day that counts as today")
    shared.add_argument("--lang", default="", metavar="|".join(LANGUAGES), help="the language of the answer")
    listed = parser.add_subparsers(required=True, metavar="COMMAND", title=lang.say("commands"))
    commands = HelpfulCommands(listed, lang)
    check.register(commands, shared)
    clashes.register(commands, shared)
    export.register(commands, shared)
    todo.register(commands, shared)
    free.register(commands, shared)
    adopt.register(commands, shared)
    import_calendar.register(commands, shared)
    fetch.register(commands, shared)
    keep_identities.register(commands, shared)
    return parser
