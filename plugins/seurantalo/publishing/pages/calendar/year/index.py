"""The page of year wheels: this year and the next in all municipalities, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind
from seurantalo.planner.year import YearLoad, year_loads
from seurantalo.publishing.addresses import CALENDAR, YEARS, year_address
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.pages.calendar.year.page import shown_years
from seurantalo.publishing.pages.calendar.year.words import busiest_sentence, silence_name
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pictures.week_strip import week_strip
from seurantalo.publishing.publication import Heading, Page, depth_prefix

#: Municipalities that the page compares; those with most events, where there are more.
MOST_PLACES: Final = 60


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A municipality's year in one row."""

    link: Link
    events: int
    strip: Markup
    busiest: str
    quiet: str


@dataclass(frozen=True, slots=True)
class YearSection:
    """A year: the region's wheel, and a row for each municipality."""

    anchor: str
    year: int
    region: Link
    rows: tuple[PlaceRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class YearIndexView:
    """The page ``vuosi/``."""

    sections: tuple[YearSection, ...]
    others: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    municipalities: str


def year_index_view(ctx: PageContext) -> YearIndexView:
    """Return this year and, where it has dates, the next; links to all other years of the region."""
    root = depth_prefix(YEARS)
    years = shown_years(ctx, year_loads(ctx.calendar), "")
    this = ctx.today.year
    near = [year for year in years if this <= year <= this + 1]
    return YearIndexView(
        sections=tuple(_section(ctx, year, root) for year in near),
        others=tuple(Link(str(year), f"{root}{year_address(year)}") for year in reversed(years) if year not in near),
        crumbs=(Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}"),),
        municipalities=f"{root}kunnat/",
    )


def _section(ctx: PageContext, year: int, root: str) -> YearSection:
    loads = year_loads(ctx.calendar)
    found = [
        (place, loads.of(place.id, year))
        for place in ctx.community.municipalities.values()
        if year in loads.years(place.id)
    ]
    found.sort(key=lambda pair: (-len(pair[1].events), sort_key(ctx.names[Kind.MUNICIPALITY][pair[0].id])))
    shown = found[:MOST_PLACES]
    most = max((events for _, load in shown for events in load.by_week), default=0)
    # For the eye the order is that of the alphabet: people look for their own place.
    shown.sort(key=lambda pair: sort_key(ctx.names[Kind.MUNICIPALITY][pair[0].id]))
    return YearSection(
        f"vuosi-{year}",
        year,
        Link(ctx.lang.say("The year wheel of the whole region {year}", year=year), f"{root}{year_address(year)}"),
        tuple(_row(ctx, place, load, most, root) for place, load in shown),
        len(found) - len(shown),
    )


def _row(ctx: PageContext, place: Municipality, load: YearLoad, most: int, root: str) -> PlaceRow:
    longest = min(load.silences, key=lambda one: (-one.days, one.first), default=None)
    starts = [
        (date(load.year, month, 1).timetuple().tm_yday - 1 + load.first.weekday()) // 7 for month in range(2, 13)
    ]
    return PlaceRow(
        Link(ctx.names[Kind.MUNICIPALITY][place.id], f"{root}{year_address(load.year, place.id)}"),
        len(load.events),
        week_strip(load.by_week, most, starts),
        busiest_sentence(ctx, busiest) if (busiest := load.busiest) else "",
        ctx.lang.say("{time} is quiet.", time=silence_name(ctx, longest)) if longest and load.events else "",
    )


def year_index(ctx: PageContext) -> Page:
    """Return the page ``vuosi/``."""
    view = year_index_view(ctx)
    return Page(
        address=YEARS,
        title=ctx.lang.say("Year wheel"),
        body=ctx.render("calendar/year/index.html", view=view),
        description=ctx.lang.say("The whole year at a glance: what is on, where it is full, where there is room."),
        headings=tuple(Heading(one.anchor, str(one.year)) for one in view.sections),
    )
