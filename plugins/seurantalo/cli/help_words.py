"""``--help`` in the reader's language. Commands write their help in English; here it is put into words."""

from __future__ import annotations

import os
from argparse import Action, ArgumentParser, HelpFormatter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from seurantalo.cli.command import Commands
from seurantalo.cli.site_file import UsageError, find_root, open_project
from seurantalo.language import LANGUAGES, SOURCE, Language, language

#: Where the system says which language its user reads; the first that says anything counts.
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of_help(arguments: Sequence[str]) -> Language:
    """Return the language that ``--lang`` names, else the project's, else the system's; English for any other.

    The arguments are not parsed yet, and nothing in them is an error here: who asks for help may not know better.
    """
    code = _value(arguments, "--lang") or _of_project(_value(arguments, "--project") or ".") or _of_system()
    return language(code if code in LANGUAGES else SOURCE)


def _value(arguments: Sequence[str], option: str) -> str:
    for number, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == option:
            return value if sign else "".join(arguments[number + 1 : number + 2])
    return ""


def _of_project(folder: str) -> str:
    try:
        return open_project(find_root(Path(folder).resolve())).settings.language
    except (OSError, UsageError):
        return ""


def _of_system() -> str:
    return next((value[:2].lower() for name in _LOCALES if (value := os.environ.get(name))), "")


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
