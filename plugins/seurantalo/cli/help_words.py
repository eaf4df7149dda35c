"""``--help`` and what is said of a wrong command line, in the reader's language.

Commands write their help in English; here it is put into words. argparse has words of its own, which it looks up by
the name ``_`` in its module: that is where its users put theirs.
"""

from __future__ import annotations

import argparse
import os
from argparse import Action, ArgumentParser, HelpFormatter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

from seurantalo.cli.command import Commands
from seurantalo.cli.site_file import find_root, language_of
from seurantalo.cli.usage_error import UsageError
from seurantalo.language import LANGUAGES, SOURCE, Language, language

#: Where the system says which language its user reads; the first that says anything counts.
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
#: What argparse says of a wrong command line (of Python 3.11 to 3.14), in its words.
_ITS_WORDS: Final = frozenset(
    {
        "ambiguous option: %(option)s could match %(matches)s",
        "argument %(argument_name)s: %(message)s",
        "expected at least one argument",
        "expected one argument",
        "ignored explicit argument %r",
        "invalid %(type)s value: %(value)r",
        "invalid choice: %(value)r (choose from %(choices)s)",
        "the following arguments are required: %s",
        "unrecognized arguments: %s",
    }
)
_ITS_COUNTS: Final = frozenset({"expected %s argument"})


class CommandLineError(Exception):
    """A command line that can't be parsed: how the command is used, and what is wrong."""

    def __init__(self, usage: str, message: str) -> None:
        super().__init__(message)
        self.usage, self.message = usage, message


def language_of_help(arguments: Sequence[str]) -> Language:
    """Return the language that ``--lang`` names, else the project's, else the system's; English for any other.

    The arguments are not parsed yet, and nothing in them is an error here: who asks for help may not know better.
    """
    named = (
        _value(arguments, "--lang"),
        _value(arguments, "--language"),  # of the site that is to be founded
        _of_project(_value(arguments, "--project") or "."),
        _of_system(),
    )
    return language(next((code for code in named if code in LANGUAGES), SOURCE))


def _value(arguments: Sequence[str], option: str) -> str:
    for number, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == option:
            return value if sign else "".join(arguments[number + 1 : number + 2])
    return ""


def _of_project(folder: str) -> str:
    try:
        return language_of(find_root(Path(folder).resolve()))
    except (OSError, UsageError):
        return ""


def _of_system() -> str:
    return next((value[:2].lower() for name in _LOCALES if (value := os.environ.get(name))), "")


@contextmanager
def in_the_words_of(lang: Language) -> Iterator[None]:
    """Let argparse speak a language for a while."""
    its = {name: getattr(argparse, name) for name in ("_", "ngettext")}

    def words(message: str) -> str:
        return lang.say(message) if message in _ITS_WORDS else message

    def count(one: str, many: str, number: int) -> str:
        return lang.say("expected %s arguments") if one in _ITS_COUNTS else str(its["ngettext"](one, many, number))

    try:
        argparse.__dict__.update(_=words, ngettext=count)
        yield
    finally:
        argparse.__dict__.update(its)


def parser_class(lang: Language) -> type[ArgumentParser]:
    """Return the class of parsers that help in a language."""

    # Whatever argparse hands to these methods is handed on; the types of most of it have no public names.
    class Formatter(HelpFormatter):
        def add_usage(
            self,
            usage: Any,  # noqa: ANN401 (argparse's own signature)
            actions: Any,  # noqa: ANN401 (argparse's own signature)
            groups: Any,  # noqa: ANN401 (argparse's own signature)
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, f"{lang.say('usage')}: " if prefix is None else prefix)

    class Parser(ArgumentParser):
        def __init__(self, *, add_help: bool = True, **options: Any) -> None:  # noqa: ANN401 (argparse's own signature)
            super().__init__(add_help=False, **{"formatter_class": Formatter, **options})
            if add_help:
                # After the groups of parents were added: they find their own by argparse's titles.
                self._positionals.title, self._optionals.title = lang.say("targets"), lang.say("options")
                self.add_argument("-h", "--help", action="help", help="show this help and do nothing")

        def add_argument(self, *names: str, **options: Any) -> Action:  # noqa: ANN401 (argparse's own signature)
            if options.get("help"):
                options["help"] = lang.say(options["help"])
            return super().add_argument(*names, **options)

        def error(self, message: str) -> NoReturn:
            raise CommandLineError(self.format_usage(), message)

    return Parser


class HelpfulCommands:
    """A list of commands whose help is in a language, and says first what the command does."""

    def __init__(self, commands: Commands, lang: Language) -> None:
        """Take argparse's own list."""
        self._commands, self._lang = commands, lang

    def add_parser(self, name: str, **options: Any) -> ArgumentParser:  # noqa: ANN401 (argparse's own signature)
        """Add a command and return its parser."""
        words = self._lang.say(options["help"])
        does = f"{words[:1].upper()}{words[1:]}."
        return self._commands.add_parser(name, **options | {"help": words, "description": does})
