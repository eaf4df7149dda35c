"""Which sheets for notice boards lie on the site, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from seurantalo.model.place import Municipality
from seurantalo.publishing.addresses import board_file, month_file
from seurantalo.publishing.pages.calendar.days import MONTHS_FILLED, YearMonth, month_of
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.prints.board import WEEKS, board_sheet, month_board, municipality_board
from seurantalo.publishing.publication import Files, sorted_by_address
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: Months that have a sheet, this one first; and municipalities: of each, a sheet takes 40 ms of a build.
_MONTHS: Final = 6
_MOST: Final = 100


#: Whether a municipality has a sheet; and which months have one.
HAS_BOARD: Final = Question("has board", lambda ctx, name: name in ctx.once(_with_board), since=Change.OUTLINE)
MONTHS_ON_PAPER: Final = Question("months on paper", lambda ctx: tuple(ctx.once(_months)), since=Change.OUTLINE)


def board_files(ctx: PageContext) -> Files:
    """Return the sheets by path: months, then municipalities."""
    months = {month_file(*month): month for month in sorted(_months(ctx.plain))}
    places = {board_file(name): name for name in sorted_by_address(ctx.plain.once(_with_board))}

    def make(path: str) -> bytes:
        if path in months:
            return board_sheet(month_board(ctx, months[path]), kept=ctx.kept)
        return board_sheet(municipality_board(ctx, ctx.community.municipalities[places[path]]), kept=ctx.kept)

    return Files((*months, *places), make)


def board_link(ctx: PageContext, place: Municipality, root: str) -> tuple[Link, ...]:
    """Return the way to a municipality's sheet, where it has one."""
    words = ctx.say("Print the coming weeks for a notice board (PDF)")
    return (Link(words, f"{root}{board_file(place.id)}"),) if HAS_BOARD.ask(ctx, place.id) else ()


def month_link(ctx: PageContext, month: YearMonth, root: str) -> tuple[Link, ...]:
    """Return the way to the sheet of a month, where it has one."""
    words = ctx.say("Print the month for a notice board (PDF)")
    return (Link(words, f"{root}{month_file(*month)}"),) if month in MONTHS_ON_PAPER.ask(ctx) else ()


def _months(ctx: PageContext) -> Sequence[YearMonth]:
    return [month for month in MONTHS_FILLED.ask(ctx) if month >= month_of(ctx.today)][:_MONTHS]


def _with_board(ctx: PageContext) -> Sequence[str]:
    """Return the municipalities in which something is on within the weeks of a sheet."""
    last = ctx.today + timedelta(weeks=WEEKS) - timedelta(days=1)
    return sorted({one.event.municipality for one in ctx.calendar.listed_between(ctx.today, last)})[:_MOST]
