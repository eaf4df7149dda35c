"""A year of a municipality, or of the whole region: the year wheel, its days, and every week in words."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.place import Municipality
from seurantalo.model.record import Kind
from seurantalo.planner.year import YearLoad
from seurantalo.publishing.addresses import CALENDAR, YEARS, earlier_years_address, free_address, year_address
from seurantalo.publishing.pages.calendar.free.grid import span_of
from seurantalo.publishing.pages.calendar.year.earlier import (
    BriefYear,
    brief_events,
    brief_sentences,
    brief_year,
    earlier_years_page,
)
from seurantalo.publishing.pages.calendar.year.frame import YearFrame, YearFrames
from seurantalo.publishing.pages.calendar.year.pictures import days_picture, named_events, wheel_picture
from seurantalo.publishing.pages.calendar.year.standing import (
    LEAST_DRAWN,
    YEAR_OF,
    YEAR_PAGES,
    later_years,
    shown_years,
    year_place,
)
from seurantalo.publishing.pages.calendar.year.weeks import WeekList
from seurantalo.publishing.pages.calendar.year.words import (
    amount,
    short_days,
    silences,
    week_anchor,
    week_words,
    year_sentences,
)
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.guides import add_event_links
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.pictures.drawing import safe
from seurantalo.publishing.pictures.wheel_labels import Named
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

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
    """Empty where little is to be seen on it, and of a municipality's years that are over: their weeks tell all."""
    wheel_key: Markup
    named: Markup
    """The events of the wheel as list items."""
    crowded: tuple[Link, ...]
    quiet: tuple[Link, ...]
    special: Markup
    days: tuple[Markup, Markup]
    days_key: Markup
    weeks: Markup
    events: Markup
    """The dates as list items, in the place of the weeks, where a municipality has few."""
    later_years: tuple[BriefYear, ...]
    """On this year's page of a municipality, the years to come that have few dates."""
    places: Markup
    """The same year elsewhere as list items."""
    add: tuple[Link, ...]
    empty: bool
    """Whether there is room for the first event."""


def year_pages(ctx: PageContext) -> Pages:
    """Return a page for each year with dates, and for this one, of the region and of each municipality.

    Of a municipality, earlier years with few dates stand together on one page, and later ones on this year's.
    """
    wanted: dict[str, tuple[str, int | None]] = {}
    for place, alone, has_earlier in YEAR_PAGES.ask(ctx.plain):
        for year in alone:
            wanted[_name(year_address(year, place))] = (place, year)
        if has_earlier:
            wanted[_name(earlier_years_address(place))] = (place, None)

    def page(name: str) -> Page:
        place, year = wanted[name]
        return earlier_years_page(ctx, place) if year is None else ctx.once(YearComposer).page(place, year)

    return Pages(sorted_by_address(wanted), page)


def _name(address: str) -> str:
    return address.removeprefix(YEARS).rstrip("/")


def year_title(ctx: PageContext, place: Municipality | None, year: int) -> str:
    """Return what a year is called: ``Vuosi 2027 Alajärvellä``."""
    if place is None:
        return ctx.lang.say("The year {year}", year=year)
    return ctx.lang.say("The year {year} {where}", year=year, where=ctx.words(place.locative))


class YearComposer:
    """Composes the pages of years; keeps what is the same on many. A place is a municipality's id, or ``""``."""

    def __init__(self, ctx: PageContext) -> None:
        """Get what all years have in common."""
        self._ctx = ctx
        self._root = depth_prefix(year_address(ctx.today.year))
        self._frames = YearFrames(ctx, self._root)
        self._week_lists: dict[YearFrame, WeekList] = {}
        self._wheel_key = cache(ctx.templates.macro("wheel_key", "calendar/year/keys.html"))
        self._days_key = cache(ctx.templates.macro("days_key", "calendar/year/keys.html"))
        self._add = add_event_links(ctx, self._root)
        self._crumbs = (
            Link(ctx.say("Calendar"), f"{self._root}{CALENDAR}"),
            Link(ctx.say("Year wheel"), f"{self._root}{YEARS}"),
        )
        self._free = span_of(ctx.today)

    def page(self, name: str, year: int) -> Page:
        """Return the page of a year of a place."""
        view = self.view(name, year)
        return Page(
            address=year_address(year, name),
            title=view.title,
            body=self._ctx.render("calendar/year/page.html", view=view),
            description=" ".join(view.sentences),
            searchable=year >= self._ctx.today.year,
        )

    def view(self, name: str, year: int) -> YearView:
        """Return what the page holds."""
        ctx = self._ctx
        place = ctx.community.municipalities[name] if name else None
        load = YEAR_OF.ask(ctx, name, str(year))
        frame = self._frames.of(place, year)
        weeks = self._week_lists.get(frame)
        if weeks is None:
            weeks = self._week_lists[frame] = WeekList(ctx, frame)
        title = year_title(ctx, place, year)
        is_thin = place is not None and len(load.events) < LEAST_DRAWN
        is_drawn = (
            not is_thin and (place is None or year >= ctx.today.year) and any((*load.by_week, *load.routine_by_week))
        )
        named = named_events(ctx, load, self._root, regional=place is None) if is_drawn else ()
        years = shown_years(ctx, name)
        at, has_breaks = years.index(year), bool(frame.breaks)
        ahead = later_years(ctx, name) if year == ctx.today.year else ()
        return YearView(
            title=title,
            kicker=ctx.site.name,
            sentences=brief_sentences(ctx, load) if is_thin else year_sentences(ctx, load),
            crumbs=self._crumbs if place is None else (*self._crumbs, ctx.link(Kind.MUNICIPALITY, name, self._root)),
            earlier=self._year_link(years[at - 1], name) if at else None,
            later=self._year_link(years[at + 1], name) if at + 1 < len(years) else None,
            wheel=wheel_picture(ctx, frame, load, place, named, title) if is_drawn else Markup(),
            wheel_key=self._wheel_key(has_breaks, bool(named)),
            named=Markup("".join(map(_named, named))),  # noqa: S704 - escaped part by part
            crowded=() if is_thin else _crowded(ctx, load),
            quiet=self._quiet(load, name),
            special=frame.special_list,
            days=days_picture(ctx, frame, load, title) if is_drawn else (Markup(), Markup()),
            days_key=self._days_key(has_breaks),
            weeks=Markup() if is_thin else weeks.filled(load, regional=place is None),
            events=brief_events(ctx, load, self._root) if is_thin else Markup(),
            later_years=tuple(brief_year(ctx, name, each, self._root) for each in ahead),
            places=self._places(year, name),
            add=self._add,
            empty=not load.events and year >= ctx.today.year,
        )

    def _year_link(self, year: int, name: str) -> Link:
        return Link(str(year), f"{self._root}{year_place(self._ctx, name, year)}")

    def _quiet(self, load: YearLoad, name: str) -> tuple[Link, ...]:
        """Return the quiet times; those ahead lead to the free days of the place."""
        if not load.events:
            return ()
        ctx = self._ctx
        free = f"{self._root}{free_address(name)}" if name else ""
        return tuple(
            Link(
                words,
                free if one.last >= ctx.today and one.first <= self._free[1] else "",
                ctx.lang.say("{days}: no events", days=short_days(ctx, one.first, one.last)),
            )
            for words, one in silences(ctx, load)
        )

    def _places(self, year: int, current: str) -> Markup:
        """Return the same year elsewhere: the region, and a municipality's neighbours; for the region nothing."""
        if not current:
            return Markup()
        near = self._ctx.community.municipalities[current].neighbours
        names = self._ctx.names[Kind.MUNICIPALITY]
        found = [("", self._ctx.say("The whole region"))]
        found += [
            (name, names[name])
            for name in sorted(near, key=lambda each: sort_key(names[each]))
            if year in shown_years(self._ctx, name)
        ]
        items = [
            f'<li><a href="{self._root}{year_place(self._ctx, name, year)}">{safe(words)}</a></li>\n'
            for name, words in found
        ]
        return Markup("".join(items))  # noqa: S704 - escaped just above


def _named(one: Named) -> str:
    css = ' class="st-year__great"' if one.great else ""
    link = f'<a href="{one.href}">{safe(one.title)}</a>'
    return f'<li{css}>{link} <span class="st-note">{safe(one.when)}</span></li>\n'


def _crowded(ctx: PageContext, load: YearLoad) -> tuple[Link, ...]:
    weeks = load.crowded[:MOST_CROWDED]
    return tuple(
        Link(week_words(ctx, one.week), f"#{week_anchor(one.week)}", amount(one.events, one.routine, ctx.lang))
        for one in sorted(weeks, key=lambda one: one.week.first)
    )
