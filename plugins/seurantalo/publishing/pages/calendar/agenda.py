"""The calendar's front: what is coming in the next two months, and the way to every month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, CLASHES, FREE, SUBSCRIBE, month_address
from seurantalo.publishing.pages.calendar.agenda_form import offered_choices, words_as_json
from seurantalo.publishing.pages.calendar.days import (
    MONTHS_FILLED,
    DayView,
    by_first_day,
    day_views,
    monday_of,
    month_of,
    next_month,
    shown_months,
)
from seurantalo.publishing.pages.calendar.week import week_link
from seurantalo.publishing.pages.shared.calendar_link import site_feeds
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import all_examples, event_rows
from seurantalo.publishing.pages.shared.frame import Choice, real_choices
from seurantalo.publishing.pages.shared.guides import add_event_links, pending_link, year_link
from seurantalo.publishing.pages.shared.updated import Updated, updated
from seurantalo.publishing.pages.shared.view import Group, Link
from seurantalo.publishing.pages.shared.when_tabs import AGENDA_DAYS, WhenTab, when_tabs
from seurantalo.publishing.publication import Heading, Page, depth_prefix
from seurantalo.publishing.status import count_folded
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

MOST_EVENTS: Final = 220
MOST_ONGOING: Final = 12
#: Before the list is painted: what is asked for hides most of it, and readers tap what stands still. Never for long.
_NARROWING: Final = (
    '<script>try { if (location.search.length > 1 || localStorage.getItem("seurantalo:kunta")) { '
    'const all = document.documentElement.classList; all.add("st-narrowing"); '
    'setTimeout(() => all.remove("st-narrowing"), 3000); } } catch { }</script>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMonth(Group[DayView]):
    """The coming days of a month, and the address of its page."""

    href: str


@dataclass(frozen=True, slots=True)
class YearView:
    """A year of the archive."""

    year: int
    months: tuple[Link, ...]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The agenda page."""

    lead: str
    tabs: tuple[WhenTab, ...]
    ongoing: Markup
    ongoing_count: int
    months: tuple[AgendaMonth, ...]
    where: Choice | None
    choices: tuple[Choice, ...]
    """What more a reader can ask for; of each any number."""
    words: str
    """What the browser says of what is left, as JSON."""
    examples: bool
    years: tuple[YearView, ...]
    actions: tuple[Link, ...]
    add: tuple[Link, ...]
    pending: Link | None
    zone: str
    updated: Updated


def _coming(ctx: PageContext) -> Sequence[Occurrence]:
    return ctx.calendar.listed_between(ctx.today, ctx.today + timedelta(days=AGENDA_DAYS))


#: What lists of days show of the days of the agenda.
COMING: Final = Question(
    "agenda", _coming, lambda ctx: {one.event.id for one in _coming(ctx)}, since=Change.OUTLINE, alone=True
)


def agenda_view(ctx: PageContext) -> AgendaView:
    """Return the coming 60 days by month and day, and every month that has a page."""
    root = depth_prefix(CALENDAR)
    last = ctx.today + timedelta(days=AGENDA_DAYS)
    coming = COMING.ask(ctx)
    ongoing = [one for one in coming if one.first_day < ctx.today]
    days = by_first_day([one for one in coming if one.first_day >= ctx.today], ctx.today, last)
    months: dict[tuple[int, int], list[DayView]] = {}
    marked = not (examples := all_examples(coming))
    views = day_views(ctx, days, root, total=MOST_EVENTS, more_href=f"{root}{CALENDAR}", keyed=True, marked=marked)
    for day, view in zip(days, views, strict=True):
        months.setdefault(month_of(day), []).append(_to_month_page(view, f"{root}{month_address(*month_of(day))}"))
    shown = [one for found in months.values() for day in found for one in day.events]
    offered = offered_choices(ctx, [*ongoing[:MOST_ONGOING], *shown])
    return AgendaView(
        lead=ctx.lang.say(
            "In the coming two months: {events}.",
            events=count_folded([*ongoing, *chain.from_iterable(days.values())], ctx.lang),
        ),
        tabs=when_tabs(ctx, root),
        ongoing=event_rows(ctx, root).of(ongoing[:MOST_ONGOING], keyed=True, marked=marked) if ongoing else Markup(),
        ongoing_count=len(ongoing[:MOST_ONGOING]),
        months=tuple(
            AgendaMonth(
                title=wording.month_title(year, month, ctx.lang),
                anchor=f"k-{year}-{month:02}",
                items=tuple(found),
                href=f"{root}{month_address(year, month)}",
            )
            for (year, month), found in months.items()
        ),
        where=next(iter(real_choices(offered.where)), None),
        choices=offered.more,
        words=words_as_json(ctx),
        examples=examples,
        years=_years(ctx, root),
        actions=(
            Link(ctx.lang.say("This week"), week_link(ctx, monday_of(ctx.today), root).href),
            Link(ctx.lang.say("This month"), f"{root}{month_address(*month_of(ctx.today))}"),
            year_link(ctx, root),
            Link(ctx.lang.say("Subscribe"), f"{root}{SUBSCRIBE}"),
            Link(ctx.lang.say("Free days"), f"{root}{FREE}"),
            Link(ctx.lang.say("Clashing dates"), f"{root}{CLASHES}"),
        ),
        add=add_event_links(ctx, root),
        pending=pending_link(ctx, root),
        zone=ctx.settings.timezone,
        updated=updated(ctx),
    )


def _to_month_page(view: DayView, href: str) -> DayView:
    """Return the day with its rest on the month's page, where the day's list is longer."""
    if not view.more:
        return view
    return replace(view, more_href=f"{href}#{view.anchor}")


def _years(ctx: PageContext, root: str) -> tuple[YearView, ...]:
    filled = MONTHS_FILLED.ask(ctx)
    years: dict[int, list[Link]] = {}
    for year, month in shown_months(filled, ctx.today):
        count = filled.get((year, month), 0)
        years.setdefault(year, []).append(
            Link(ctx.lang.months[month - 1], f"{root}{month_address(year, month)}", str(count) if count else "")
        )
    current = {ctx.today.year, next_month(month_of(ctx.today))[0]}
    return tuple(YearView(year, tuple(links), year in current) for year, links in sorted(years.items(), reverse=True))


def agenda_page(ctx: PageContext) -> Page:
    """Return the page ``kalenteri/``."""
    view = agenda_view(ctx)
    title = ctx.lang.say("Calendar")
    return Page(
        address=CALENDAR,
        title=title,
        body=ctx.render("calendar/agenda.html", view=view),
        description=view.lead,
        searchable=False,
        feeds=site_feeds(ctx),
        head=_NARROWING,
        headings=(
            *(Heading(month.anchor, month.title) for month in view.months),
            *((Heading("kuukaudet", ctx.lang.say("All months")),) if view.years else ()),
        ),
    )
