"""The page of year wheels: this year and the next in all municipalities, side by side."""

from __future__ import annotations

from datetime import date
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind
from seurantalo.planner.year import YearLoad
from seurantalo.publishing.addresses import CALENDAR, YEARS, year_address, year_anchor
from seurantalo.publishing.pages.calendar.year.standing import all_loads, shown_years, year_place
from seurantalo.publishing.pages.calendar.year.words import busiest_sentence, silence_name
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import list_page
from seurantalo.publishing.pages.shared.view import Group, Link
from seurantalo.publishing.pictures.week_strip import week_strip
from seurantalo.publishing.publication import Page, depth_prefix

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


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSection(Group[PlaceRow]):
    """A year: the region's wheel, and a row for each municipality."""

    region: Link


def _section(ctx: PageContext, year: int, root: str) -> YearSection:
    loads = all_loads(ctx)
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
    wheel = ctx.lang.say("The year wheel of the whole region {year}", year=year)
    return YearSection(
        title=str(year),
        anchor=year_anchor(year),
        items=tuple(_row(ctx, place, load, most, root) for place, load in shown),
        more=len(found) - len(shown),
        region=Link(wheel, f"{root}{year_address(year)}"),
    )


def _row(ctx: PageContext, place: Municipality, load: YearLoad, most: int, root: str) -> PlaceRow:
    longest = min(load.silences, key=lambda one: (-one.days, one.first), default=None)
    starts = [
        (date(load.year, month, 1).timetuple().tm_yday - 1 + load.first.weekday()) // 7 for month in range(2, 13)
    ]
    return PlaceRow(
        Link(ctx.names[Kind.MUNICIPALITY][place.id], f"{root}{year_place(ctx, place.id, load.year)}"),
        len(load.events),
        week_strip(load.by_week, most, starts),
        busiest_sentence(ctx, busiest) if (busiest := load.busiest) else "",
        ctx.lang.say("{time} is quiet.", time=silence_name(ctx, longest)) if longest and load.events else "",
    )


def year_index(ctx: PageContext) -> Page:
    """Return the page ``vuosi/``: this year and, where it has dates, the next; links to all others of the region."""
    root, this = depth_prefix(YEARS), ctx.today.year
    years = shown_years(ctx, "")
    near = [year for year in years if this <= year <= this + 1]
    return list_page(
        ctx,
        YEARS,
        "calendar/year/index.html",
        ctx.say("Year wheel"),
        ctx.say("The whole year at a glance: what is on, where it is full, where there is room."),
        groups=tuple(_section(ctx, year, root) for year in near),
        others=tuple(Link(str(year), f"{root}{year_address(year)}") for year in reversed(years) if year not in near),
        crumbs=(Link(ctx.say("Calendar"), f"{root}{CALENDAR}"),),
        municipalities=f"{root}kunnat/",
    )
