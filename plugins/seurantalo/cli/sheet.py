"""``seurantalo sheet KIND NAME``: a sheet of A4 for a notice board."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from seurantalo.cli import poster
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.named_records import find_named
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.language import LANGUAGES
from seurantalo.model.record import Kind
from seurantalo.project import Project
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.pages.shared.texts import summary
from seurantalo.publishing.prints import (
    Format,
    board_sheet,
    month_board,
    municipality_board,
    practice_paper,
    practice_sheet,
)
from seurantalo.publishing.prints.signs import unprintable
from seurantalo.reading.report import format_text

_KINDS: Final = ("municipality", "month", "event", "practice")
_MONTH: Final = re.compile(r"([12]\d{3})-(0[1-9]|1[0-2])")
#: Characters of a text that are looked at for signs that can't be printed.
_TOLD: Final = 320
_ENDINGS: Final = tuple(form.value for form in Format)


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``sheet``."""
    parser = commands.add_parser(
        "sheet",
        parents=[shared],
        help="make a sheet of A4: what is on in a municipality or a month, a poster, or a practice",
    )
    parser.add_argument("kind", choices=_KINDS, help="what the sheet is of")
    parser.add_argument(
        "name", metavar="NAME", help="the municipality, the event or the practice by name, or the month: 2027-05"
    )
    parser.add_argument(
        "--to",
        default="",
        metavar="FILE",
        help="the file to write: a PDF, PNG or SVG (default: named by the sheet)",
    )
    parser.add_argument(
        "--language", choices=tuple(LANGUAGES), help="the language of the sheet (default: the site's)"
    )
    parser.set_defaults(command=_sheet)


def _sheet(project: Project, options: Namespace) -> ExitCode:
    if options.kind == "event":
        return poster.make(project, options.name, options.language, options.to)
    reading = project.read()
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    parts = project.parts(project.plan(reading.community))
    ctx = in_language(parts, options.language or project.own_language or project.lang.code)
    name = _found(ctx, options.kind, options.name)
    # Named by the id: a title may hold what is a folder to a system.
    output = Path(options.to or f"{name}.pdf")
    ending = output.suffix.lower().removeprefix(".")
    if ending not in _ENDINGS:
        right = output.with_suffix(".pdf") if output.suffix else f"{name}.pdf"
        raise UsageError("{option}: “{found}”. Write it so: {right}.", option="--to", found=output, right=right)
    output.write_bytes(_made(ctx, options.kind, name, Format(ending)))
    say(project.lang.say("Written: {file}", file=output))
    if lost := _lost(ctx, options.kind, name):
        say(project.lang.say("These signs can't be printed, and were left out: {signs}", signs=" ".join(lost)))
    return ExitCode.CLEAN


def _found(ctx: PageContext, kind: str, written: str) -> str:
    """Return the id of what is asked for, or the month as it is; raise UsageError."""
    if kind == "practice":
        return find_named(Kind.PRACTICE, written, ctx.community.practices)
    if kind == "municipality":
        return find_named(Kind.MUNICIPALITY, written, ctx.community.municipalities)
    if not _MONTH.fullmatch(written):
        right = f"{ctx.today:%Y-%m}"
        raise UsageError("{option}: “{found}”. Write it so: {right}.", option="month", found=written, right=right)
    return written


def _made(ctx: PageContext, kind: str, name: str, form: Format) -> bytes:
    """Return the sheet of a record by its id, or of a month."""
    if kind == "practice":
        return practice_paper(practice_sheet(ctx, ctx.community.practices[name]), form)
    if kind == "municipality":
        return board_sheet(municipality_board(ctx, ctx.community.municipalities[name]), form)
    year, month = name.split("-")
    return board_sheet(month_board(ctx, (int(year), int(month))), form)


def _lost(ctx: PageContext, kind: str, name: str) -> str:
    """Return the letters of a practice that no font has, each once; of events their posters tell."""
    if kind != "practice":
        return ""
    one = ctx.community.practices[name]
    return unprintable(f"{ctx.name(one)} {summary(ctx, one.lead, _TOLD)}")
