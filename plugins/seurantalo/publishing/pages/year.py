"""A year of a municipality, or of the whole region: the year wheel, its days, and every week in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind
from seurantalo.planner.year import YearLoad, YearLoads, year_loads
from seurantalo.publishing.addresses import CALENDAR, YEARS, year_address
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.guides import add_event_link
from seurantalo.publishing.pages.view import Link
from seurantalo.publishing.pages.year_frame import YearFrames
from seurantalo.publishing.pages.year_pictures import days_picture, named_events, wheel_picture
from seurantalo.publishing.pages.year_weeks import MonthOfWeeks, months_of_weeks, week_anchor
from seurantalo.publishing.pages.year_words import amount, short_days, silences, week_words, year_sentences
from seurantalo.publishing.pictures.wheel_labels import Named
from seurantalo.publishing.publication import BulkPages, Heading, Page, depth_prefix, sorted_by_address
from seurantalo.publishing.templating import filled

#: Crowded weeks that the page names.
MOST_CROWDED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The page of a year."""

    title: str
    kicker: str
    sentences: tuple[str, ...]
    crumbs: tuple[Link, ...]
    earlier: Link | None
    later: Link | None
    wheel: Markup
    named: tuple[Named, ...]
    crowded: tuple[Link, ...]
    quiet: tuple[Link, ...]
    days: tuple[Markup, Markup]
    months: tuple[MonthOfWeeks, ...]
    special: Markup
    has_breaks: bool
    places: tuple[Link, ...]
    calendar: str
    add: Link
    empty: bool


def year_pages(ctx: PageContext) -> BulkPages:
    """Return a page for each year with dates, and for this one, of the region and of each municipality."""
    loads = year_loads(ctx.calendar)
    wanted: dict[str, tuple[str, int]] = {}
    for place in ("", *ctx.community.municipalities):
        for year in shown_years(ctx, loads, place):
            wanted[year_address(year, place).removeprefix(YEARS).rstrip("/")] = (place, year)
    names = sorted_by_address(wanted)

    @cache
    def frames() -> YearFrames:
        return YearFrames(ctx, depth_prefix(year_address(ctx.today.year)))

    def make(start: int, stop: int) -> Iterator[Page]:
        for name in names[start:stop]:
            yield _page(ctx, frames(), loads, *wanted[name])

    return BulkPages(kind="year", folder=YEARS, names=names, make=make)


def shown_years(ctx: PageContext, loads: YearLoads, place: str) -> tuple[int, ...]:
    """Return the years that have a page: those with dates, and this one."""
    return tuple(sorted({*loads.years(place), ctx.today.year}))


def year_title(ctx: PageContext, place: Municipality | None, year: int) -> str:
    """Return what a year is called: ``Vuosi 2027 Alajärvellä``."""
    if place is None:
        return ctx.lang.say("The year {year}", year=year)
    return ctx.lang.say("The year {year} {where}", year=year, where=ctx.words(place.locative))


def year_view(
    ctx: PageContext, frames: YearFrames, loads: YearLoads, place: Municipality | None, year: int
) -> YearView:
    """Return the page of a year."""
    name = place.id if place else ""
    load = loads.of(name, year)
    title = year_title(ctx, place, year)
    frame = frames.of(place, year)
    root = frame.root
    named = named_events(ctx, load, root, regional=place is None)
    before, after = _beside(shown_years(ctx, loads, name), year)
    return YearView(
        title=title,
        kicker=ctx.site.name,
        sentences=year_sentences(ctx, load),
        crumbs=_crumbs(ctx, root, place),
        earlier=_year_link(before, name, root),
        later=_year_link(after, name, root),
        wheel=wheel_picture(ctx, frame, load, place, named, title),
        named=named,
        crowded=_crowded(ctx, load),
        quiet=_quiet(ctx, load),
        days=days_picture(ctx, frame, load, title),
        months=months_of_weeks(ctx, frame, load, regional=place is None),
        special=frame.special_list,
        has_breaks=bool(frame.breaks),
        places=_places(ctx, loads, year, name, root),
        calendar=f"{root}{CALENDAR}",
        add=add_event_link(ctx, root),
        empty=not load.events,
    )


def _crumbs(ctx: PageContext, root: str, place: Municipality | None) -> tuple[Link, ...]:
    found = [Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}"), Link(ctx.lang.say("Year wheel"), f"{root}{YEARS}")]
    if place is not None:
        found.append(ctx.link(Kind.MUNICIPALITY, place.id, root))
    return tuple(found)


def _beside(years: Sequence[int], year: int) -> tuple[int | None, int | None]:
    earlier, later = [one for one in years if one < year], [one for one in years if one > year]
    return (earlier[-1] if earlier else None), (later[0] if later else None)


def _year_link(year: int | None, place: str, root: str) -> Link | None:
    return None if year is None else Link(str(year), f"{root}{year_address(year, place)}")


def _crowded(ctx: PageContext, load: YearLoad) -> tuple[Link, ...]:
    weeks = load.crowded[:MOST_CROWDED]
    return tuple(
        Link(week_words(ctx, one.week), f"#{week_anchor(one.week)}", amount(ctx, one))
        for one in sorted(weeks, key=lambda one: one.week.first)
    )


def _quiet(ctx: PageContext, load: YearLoad) -> tuple[Link, ...]:
    if not load.events:
        return ()
    return tuple(
        Link(name, "", ctx.lang.say("{days}: no events", days=short_days(ctx, one.first, one.last)))
        for name, one in silences(ctx, load)
    )


def _places(ctx: PageContext, loads: YearLoads, year: int, current: str, root: str) -> tuple[Link, ...]:
    """Return the same year elsewhere: the region, and a municipality's neighbours; for the region nothing."""
    if not current:
        return ()
    near = ctx.community.municipalities[current].neighbours
    names = ctx.names[Kind.MUNICIPALITY]
    found = [
        Link(names[name], f"{root}{year_address(year, name)}")
        for name in sorted(near, key=lambda each: sort_key(names[each]))
        if year in shown_years(ctx, loads, name)
    ]
    return (Link(ctx.lang.say("The whole region"), f"{root}{year_address(year)}"), *found)


def _page(ctx: PageContext, frames: YearFrames, loads: YearLoads, name: str, year: int) -> Page:
    place = ctx.community.municipalities[name] if name else None
    view = year_view(ctx, frames, loads, place, year)
    say = ctx.say
    return Page(
        address=year_address(year, name),
        title=view.title,
        body=filled("year.html", ctx.lang, view=view),
        description=" ".join(view.sentences),
        headings=(Heading("paivat", say("Day by day")), Heading("viikot", say("The weeks"))),
        searchable=year >= ctx.today.year,
    )
