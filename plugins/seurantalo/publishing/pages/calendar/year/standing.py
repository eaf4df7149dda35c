"""Where the years stand: on pages of their own, or together with others of the same municipality."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from seurantalo.planner.year import YearLoads, year_loads
from seurantalo.publishing.addresses import earlier_years_address, year_address, year_anchor
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question
from seurantalo.publishing.traces.recorder import OUTLINES

#: Dates up to which an earlier year of a municipality shares a page with others.
MOST_TOGETHER: Final = 40
#: Dates of a municipality's year from which on pictures and weeks tell more than a list: one a month. A later year
#: with fewer stands on this year's page.
LEAST_DRAWN: Final = 12


def _alone(ctx: PageContext, place: str) -> tuple[int, ...]:
    loads, this = year_loads(ctx.calendar), ctx.today.year

    def is_alone(year: int) -> bool:
        number = loads.number(place, year)
        return not place or year == this or (number > MOST_TOGETHER if year < this else number >= LEAST_DRAWN)

    return tuple(year for year in sorted({*loads.years(place), this}) if is_alone(year))


def _together(ctx: PageContext, place: str) -> tuple[int, ...]:
    alone = _alone(ctx, place)
    return tuple(year for year in year_loads(ctx.calendar).years(place) if year not in alone)


#: The years with pages of their own: all of the region (``""``); of a municipality this one, and those with many
#: dates. And its other years: the earlier ones share a page, the later ones stand on this year's. Both in order.
YEARS_ALONE: Final = Question("years alone", _alone, since=Change.OUTLINE)
YEARS_TOGETHER: Final = Question("years together", _together, since=Change.OUTLINE)


def _pages(ctx: PageContext) -> Sequence[tuple[str, Sequence[int], bool]]:
    places = ("", *ctx.community.municipalities)

    def make() -> list[tuple[str, tuple[int, ...], bool]]:
        return [(place, _alone(ctx, place), bool(earlier_years(ctx, place))) for place in places]

    found: Sequence[tuple[str, Sequence[int], bool]] = ctx.facts.of("year pages", make, lambda: [(YEAR_PAGES.name,)])
    return found


#: Which pages of years there are: of each place those of its years alone, and whether earlier ones share one.
YEAR_PAGES: Final = Question("year pages", lambda ctx: ctx.once(_pages), since=Change.OUTLINE)
#: What is on in a year of a municipality or of the region.
YEAR_OF: Final = Question(
    "year of",
    lambda ctx, place, year: year_loads(ctx.calendar).of(place, int(year)),
    lambda ctx, place, year: year_loads(ctx.calendar).event_ids(place, int(year)),
    since=Change.OUTLINE,
    alone=True,
)


def all_loads(ctx: PageContext) -> YearLoads:
    """Return the years of all, as those know them who ask for one: they are dealt out once.

    It is for who counts: whoever asks has read all outlines, and nothing that an event tells.
    """
    if ctx.recorder is not None:
        ctx.recorder.note(OUTLINES)
    return year_loads(ctx.plain.calendar)


def shown_years(ctx: PageContext, place: str) -> tuple[int, ...]:
    """Return the years of a place that are told, in order: those with dates, and this one."""
    return tuple(sorted((*YEARS_ALONE.ask(ctx, place), *YEARS_TOGETHER.ask(ctx, place))))


def year_place(ctx: PageContext, place: str, year: int) -> str:
    """Return where a year of a place is told: its page, or its part of one that several years share."""
    if year in YEARS_ALONE.ask(ctx, place):
        return year_address(year, place)
    together = year_address(ctx.today.year, place) if year > ctx.today.year else earlier_years_address(place)
    return f"{together}#{year_anchor(year)}"


def earlier_years(ctx: PageContext, place: str) -> tuple[int, ...]:
    """Return the years of a municipality, in order, that share the page of the earlier ones."""
    return tuple(year for year in YEARS_TOGETHER.ask(ctx, place) if year < ctx.today.year)


def later_years(ctx: PageContext, place: str) -> tuple[int, ...]:
    """Return the years of a municipality, in order, that stand on this year's page."""
    return tuple(year for year in YEARS_TOGETHER.ask(ctx, place) if year > ctx.today.year)
