"""``seurantalo init DIR``: a region's own repository, content only.

Three questions are asked, and only where somebody sits at the terminal: in which language, which municipalities,
where the files are kept. Each is an option too.
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.own_program import own_program
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.founding import (
    ANSWERS,
    FORGES,
    SITE_LANGUAGES,
    AnswerError,
    Answers,
    NoMunicipalityError,
    NotEmptyError,
    Program,
    answered,
    find_municipality,
    open_ends,
    refuse_unless_empty,
    site_files,
    with_state,
    write_site,
)
from seurantalo.language import Language, language
from seurantalo.model.settings import Settings
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.project import today_of

#: Days from today to the example event, which is on the Saturday after that.
_AHEAD: Final = 56
_SATURDAY: Final = 5


def register(commands: Commands, own: ArgumentParser) -> None:
    """Add the command ``init``."""
    parser = commands.add_parser("init", parents=[own], help="found a region's own site in a new folder")
    parser.add_argument("folder", metavar="DIR", help="the new site's folder: empty, or not there yet")
    parser.add_argument("--language", default="", metavar="|".join(SITE_LANGUAGES), help="the language of the site")
    parser.add_argument("--name", default="", metavar="NAME", help="what the region is called")
    parser.add_argument(
        "--municipality",
        action="append",
        default=[],
        metavar="NAME",
        help="a municipality of the region, by its Finnish or Swedish name; may be given many times",
    )
    parser.add_argument("--forge", default="", metavar="|".join(FORGES), help="where the files are kept")
    parser.add_argument("--repository", default="", metavar="OWNER/NAME", help="the files' address there")
    parser.add_argument("--site-url", default="", metavar="URL", help="the address of the site itself")
    parser.add_argument("--editor-email", default="", metavar="ADDRESS", help="the editors' role address")
    parser.add_argument("--calendar-id", default="", metavar="ID", help="the calendar's permanent name")
    parser.add_argument(
        "--answer", default="", metavar="|".join(ANSWERS), help="how proposals are answered on GitHub"
    )
    parser.add_argument(
        "--program", default="", metavar="WHEEL", help="where the program's wheel is: ADDRESS#sha256=DIGEST"
    )
    parser.set_defaults(alone=_init)


def _init(options: Namespace, lang: Language) -> ExitCode:
    folder = Path(options.folder)
    try:
        refuse_unless_empty(folder)
        options.repository = options.repository or _cloned_from(folder)
        answers = _answers(options, lang, _Asking() if _somebody_is_there() else None)
        program = own_program(options.program)
        files = with_state(answers, program, site_files(answers, program))
        write_site(folder, files)
    except NoMunicipalityError as error:
        raise _unknown(error) from error
    except NotEmptyError as error:
        names = ", ".join(error.names)
        raise UsageError(
            "{folder} is not empty: it has {names}. Name a new folder.", folder=options.folder, names=names
        ) from error
    except AnswerError as error:
        raise UsageError(
            "{option}: “{found}” can't be used. Write it so: {right}",
            option=error.option,
            found=error.written,
            right=error.right,
        ) from error
    _tell(answers, program, len(files), options.folder, language(options.lang or answers.language))
    return ExitCode.CLEAN


def _cloned_from(folder: Path) -> str:
    """Return where a fresh clone came from; ``""`` for a folder without a history, or with one from nowhere."""
    try:
        config = (folder / ".git" / "config").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    found = re.search(r'(?m)^\[remote "origin"\]\s*(?:\n[ \t]+.*)*?\n[ \t]+url = (\S+)$', config)
    # A password that stands in it is nobody's business.
    return re.sub(r"(?<=://)[^/@]*@", "", found[1]) if found else ""


def _somebody_is_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


class _Asking:
    """Asks whoever sits at the terminal, again until the answer can be used."""

    def __call__(self, lang: Language, question: str, right: Callable[[str], object], default: str = "") -> str:
        """Return what was answered; ``right`` raises for what can't be used."""
        while True:
            say(f"{question} [{default}]" if default else question)
            try:
                answer = input("> ").strip() or default
            except EOFError:  # the end of what somebody has to say, as a key has it
                raise KeyboardInterrupt from None
            try:
                right(answer)
            except NoMunicipalityError as error:
                say(_unknown(error).in_words(lang))
            except ValueError:
                continue
            else:
                return answer


def _answers(options: Namespace, lang: Language, ask: _Asking | None) -> Answers:
    """Return the answers of the command line, and of whoever is asked for what is missing there."""
    code, municipalities, forge = options.language, list(options.municipality), options.forge
    if ask and not code:
        code = ask(
            lang, f"{'/'.join(_LANGUAGE_ASKED)} ({', '.join(SITE_LANGUAGES)})", _one_of(SITE_LANGUAGES), lang.code
        )
    if code and code not in SITE_LANGUAGES:
        choices = ", ".join(SITE_LANGUAGES)
        raise UsageError("There is no language “{found}”. Choose {choices}.", found=code, choices=choices)
    words = language(options.lang or code or lang.code)
    if ask and not municipalities:
        question = words.say("Which municipalities? Their names, with commas between them.")
        municipalities = _names(ask(words, question, _municipalities))
    if not municipalities:
        raise UsageError("Name the municipalities, each with {option}.", option="--municipality")
    if ask and not forge and not options.repository:
        forge = ask(
            words, f"{words.say('Where are the files kept?')} ({', '.join(FORGES)})", _one_of(tuple(FORGES)), "github"
        )
    return answered(
        municipalities=municipalities,
        day=_example_day(options.today),
        name=options.name,
        language=code,
        forge=forge,
        site_url=options.site_url,
        repository=options.repository,
        editor_email=options.editor_email,
        calendar_id=options.calendar_id,
        answer=options.answer,
    )


#: How each language asks for a language.
_LANGUAGE_ASKED: Final = ("Sivuston kieli", "Webbplatsens språk", "The site's language")


def _one_of(choices: tuple[str, ...]) -> Callable[[str], object]:
    return choices.index


def _names(answer: str) -> list[str]:
    """Return the names of a list as people write one: with commas, and a word for "and" before the last."""
    found = re.split(r",|;|\s(?:ja|och|and|&|sekä|samt)\s", answer)
    return [name.strip() for name in found if name.strip()]


def _municipalities(answer: str) -> None:
    """Raise ValueError for an answer without a name, or with one that is no municipality's."""
    names = _names(answer)
    if not names:
        raise ValueError(answer)
    for name in names:
        find_municipality(name)


def _example_day(given: str) -> date:
    """Return the day of the example event: a Saturday some weeks ahead that is no holiday."""
    try:
        first = today_of(Settings(today=given)) + timedelta(days=_AHEAD)
    except ValueError as error:
        raise UsageError("“{found}” is no day for today. Write it so: 2027-05-01.", found=given) from error
    holidays = HolidayCalendar()
    day = first + timedelta(days=(_SATURDAY - first.weekday()) % 7)
    while holidays.name(day):
        day += timedelta(weeks=1)
    return day


def _unknown(error: NoMunicipalityError) -> UsageError:
    return UsageError("There is no municipality “{name}” in Finland.", error.near, name=error.written)


def _tell(answers: Answers, program: Program, number: int, folder: str, lang: Language) -> None:
    say(lang.count("{n} file written to {folder}.", "{n} files written to {folder}.", number, folder=folder), "")
    say(lang.say("Still to be set:"))
    for path, what in open_ends(answers, program, lang):
        say(f"- {path}: {what}")
    say("", lang.say("How to publish it stands in {file}.", file=f"{folder.rstrip('/')}/README.md"))
