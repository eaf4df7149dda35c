"""A week's days as a list, and the way to the weeks around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, SUBSCRIBE, month_address, week_address
from seurantalo.publishing.pages.calendar.days import (
    MONTHS_SHOWN,
    DayView,
    by_first_day,
    day_views,
    monday_of,
    month_of,
)
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import all_examples, event_rows
from seurantalo.publishing.pages.shared.guides import add_event_links
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix
from seurantalo.publishing.status import count_folded
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: Weeks that have pages, counted from this one; older ones are on the pages of their months.
BEFORE: Final = 35
AFTER: Final = 53
MOST_EVENTS: Final = 300
MOST_ONGOING: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """A week's page."""

    title: str
    dates: str
    events: str
    """How many there are, and how many of them are not held."""
    ongoing: Markup
    """What began before the week, as a list."""
    ongoing_count: int
    days: tuple[DayView, ...]
    earlier: Link | None
    later: Link | None
    crumbs: tuple[Link, ...]
    months: tuple[Link, ...]
    """To the pages of the months that the week touches."""
    examples: bool
    zone: str
    add: tuple[Link, ...]


def shown_weeks(filled: Iterable[date], today: date) -> tuple[date, ...]:
    """Return the Mondays of the weeks that have pages: from the first in reach with events to the last, unbroken.

    This week and the next are always among them.
    """
    this = monday_of(today)
    first, last = this - timedelta(weeks=BEFORE), this + timedelta(weeks=AFTER)
    wanted = {this, this + timedelta(weeks=1), *(one for one in filled if first <= one <= last)}
    weeks = (max(wanted) - min(wanted)).days // 7
    return tuple(min(wanted) + timedelta(weeks=n) for n in range(weeks + 1))


def _weeks_shown(ctx: PageContext) -> tuple[date, ...]:
    """Return the Mondays of the weeks that have pages."""

    def shown() -> Sequence[str]:
        this = monday_of(ctx.today)
        first, last = this - timedelta(weeks=BEFORE), this + timedelta(weeks=AFTER, days=6)
        found: set[date] = set()
        of_day = cache(monday_of)
        for one in ctx.calendar.listed_between(first, last):
            monday, end = of_day(max(one.first_day, first)), min(one.last_day, last)
            while monday <= end:
                found.add(monday)
                monday += timedelta(weeks=1)
        return [one.isoformat() for one in shown_weeks(found, ctx.today)]

    weeks = ctx.facts.of("weeks shown", shown, lambda: [(WEEKS_SHOWN.name,)])
    return tuple(map(date.fromisoformat, weeks))


def _week(ctx: PageContext, monday: str) -> Sequence[Occurrence]:
    first = date.fromisoformat(monday)
    return ctx.calendar.listed_between(first, first + timedelta(days=6))


#: What lists of days show of a week; and the Mondays of the weeks that have pages.
WEEK: Final = Question(
    "week", _week, lambda ctx, monday: {one.event.id for one in _week(ctx, monday)}, since=Change.OUTLINE, alone=True
)
WEEKS_SHOWN: Final = Question("weeks shown", lambda ctx: ctx.once(_weeks_shown), since=Change.OUTLINE)


def week_link(ctx: PageContext, monday: date, root: str) -> Link:
    """Return a link to the page of a week; words alone where it has none."""
    year, week, _ = monday.isocalendar()
    words = ctx.lang.say("Week {n}", n=week)
    return Link(words, f"{root}{week_address(year, week)}" if monday in WEEKS_SHOWN.ask(ctx) else "")


def week_pages(ctx: PageContext) -> Pages:
    """Return a page for each week around this one: a year ahead, two thirds of one back."""
    weeks = WEEKS_SHOWN.ask(ctx)
    named = {week_address(*monday.isocalendar()[:2]).removeprefix(CALENDAR).rstrip("/"): monday for monday in weeks}

    def make(name: str) -> Page:
        view = week_view(ctx, named[name])
        words = ctx.lang.say("{term}: {text}", term=f"{view.title}, {view.dates}", text=view.events)
        body = ctx.render("calendar/week.html", view=view)
        title = f"{view.title}, {view.dates}"
        return Page(address=f"{CALENDAR}{name}/", title=title, body=body, description=words, searchable=False)

    return Pages(tuple(named), make)


def week_view(ctx: PageContext, monday: date) -> WeekView:
    """Return the page of the week that begins on a Monday."""
    year, week, _ = monday.isocalendar()
    root = depth_prefix(week_address(year, week))
    sunday = monday + timedelta(days=6)
    found = WEEK.ask(ctx, monday.isoformat())
    ongoing = [one for one in found if one.first_day < monday]
    days = by_first_day([one for one in found if one.first_day >= monday], monday, sunday)
    examples = all_examples(found)
    with_pages = MONTHS_SHOWN.ask(ctx)
    months = [one for one in sorted({month_of(monday), month_of(sunday)}) if one in with_pages]
    return WeekView(
        title=ctx.lang.say("Week {n}", n=week),
        dates=wording.days(monday, sunday, ctx.lang),
        events=count_folded(found, ctx.lang),
        ongoing=event_rows(ctx, root).of(ongoing[:MOST_ONGOING], marked=not examples) if ongoing else Markup(),
        ongoing_count=len(ongoing),
        days=tuple(
            day_views(
                ctx,
                days,
                root,
                total=MOST_EVENTS,
                more_href=f"{root}{SUBSCRIBE}",
                marked=not examples,
            )
        ),
        earlier=_around(ctx, monday - timedelta(weeks=1), root),
        later=_around(ctx, monday + timedelta(weeks=1), root),
        crumbs=(Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}"),),
        months=tuple(Link(wording.month_title(*one, ctx.lang), f"{root}{month_address(*one)}") for one in months),
        examples=examples,
        zone=ctx.settings.timezone,
        add=add_event_links(ctx, root),
    )


def _around(ctx: PageContext, monday: date, root: str) -> Link | None:
    link = week_link(ctx, monday, root)
    return link if link.href else None
