"""A month as a grid of weeks, and the same days as a list below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from operator import attrgetter
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.language.hyphenation import soft_hyphens
from seurantalo.model.event import Weight
from seurantalo.planner.occurrence import Occurrence
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CALENDAR, EVENTS, SUBSCRIBE, month_address
from seurantalo.publishing.pages.calendar.days import (
    MONTH,
    MONTHS_SHOWN,
    DayView,
    YearMonth,
    by_first_day,
    day_views,
    first_of,
    last_of,
    span,
)
from seurantalo.publishing.pages.calendar.past_month import PastMonth, past_month
from seurantalo.publishing.pages.calendar.week import week_link
from seurantalo.publishing.pages.participation.process import stages_between
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import all_examples
from seurantalo.publishing.pages.shared.guides import add_event_links, form_address
from seurantalo.publishing.pages.shared.rows import safe
from seurantalo.publishing.pages.shared.telling_title import telling_title
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.prints.board_files import month_link
from seurantalo.publishing.publication import Found, Page, Pages, depth_prefix
from seurantalo.publishing.status import count_words, status_word

#: Events in one cell of the grid, rows of longer events above them, and events in the list below the grid.
MOST_IN_CELL: Final = 8
MOST_BARS: Final = 3
MOST_IN_LIST: Final = 300


@dataclass(frozen=True, slots=True)
class Bar:
    """A longer event on a day: its ``start``, ``middle`` or ``end``. ``shown`` is False where it only goes on."""

    title: str
    href: str
    off: bool
    status: str
    """What it is called where it is not as people expect it."""
    part: str
    shown: bool
    days: int
    """Days that it still covers in its week."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the grid; a None among the bars keeps a row free, so that bars run straight.

    ``slots`` are the events of the day alone, as HTML.
    """

    iso: str
    number: int
    words: str
    inside: bool
    free_day: bool
    holiday: str
    bars: tuple[Bar | None, ...]
    slots: Markup
    more: int
    anchor: str
    add: str
    """Where an event is added on the day, if it has none and is not over."""


@dataclass(frozen=True, slots=True)
class Week:
    """A row of the grid."""

    number: int
    cells: tuple[Cell, ...]
    href: str = ""
    """Its page, if it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """A month's page."""

    title: str
    events: str
    """How many there are, and how many of them are not held."""
    weekdays: tuple[tuple[str, str], ...]
    """(short, whole)"""
    weeks: tuple[Week, ...]
    """None of a month that is over: it is told day by day alone."""
    past: PastMonth | None
    """In the place of the days, of a month that is over."""
    days: tuple[DayView, ...]
    hidden: int
    earlier: Link | None
    later: Link | None
    crumbs: tuple[Link, ...]
    stages: tuple[Link, ...]
    """Stages of participation that touch the month."""
    subscribe: str
    zone: str
    add: tuple[Link, ...]
    sheet: tuple[Link, ...]
    """To the month on paper."""
    examples: bool


def month_pages(ctx: PageContext) -> Pages:
    """Return a page for each month that has events, for this month and the next, and for short gaps between."""
    months = MONTHS_SHOWN.ask(ctx)
    around = dict(zip(months, zip((None, *months), (*months[1:], None), strict=False), strict=True))
    named = {month_address(*month).removeprefix(CALENDAR).rstrip("/"): month for month in months}

    def make(name: str) -> Page:
        month = named[name]
        view = month_view(ctx, month, MONTH.ask(ctx, *map(str, month)), *around[month])
        count = ctx.lang.say("{term}: {text}", term=view.title, text=view.events)
        body = ctx.render("calendar/month.html", view=view)
        address = month_address(*month)
        found = Found(first=first_of(month), last=last_of(month))
        return Page(address=address, title=view.title, body=body, description=count, searchable=False, found=found)

    return Pages(tuple(named), make)


def month_view(
    ctx: PageContext,
    month: YearMonth,
    occurrences: Sequence[Occurrence],
    before: YearMonth | None,
    after: YearMonth | None,
) -> MonthView:
    """Return a month's page from the occurrences that touch it."""
    root = depth_prefix(month_address(*month))
    first = first_of(month)
    last = last_of(month)
    listed = by_first_day(occurrences, first, last)
    examples = all_examples(occurrences)
    is_past = last < ctx.today
    past = past_month(ctx, listed, root, marked=not examples) if is_past and listed else None
    more = f"{root}{SUBSCRIBE}"
    coming = {} if is_past else listed
    days = tuple(day_views(ctx, coming, root, total=MOST_IN_LIST, more_href=more, marked=not examples))
    return MonthView(
        title=wording.month_title(*month, ctx.lang),
        events=count_words(chain.from_iterable(listed.values()), ctx.lang),
        weekdays=tuple((wording.weekday(day, ctx.lang), ctx.lang.weekdays[day.weekday()]) for day in _monday_week()),
        weeks=() if is_past else _weeks(ctx, first, last, listed, root),
        past=past,
        days=days,
        hidden=sum(day.more for day in (past.days if past else days)),
        earlier=_month_link(ctx, before, root),
        later=_month_link(ctx, after, root),
        crumbs=(Link(ctx.lang.say("Calendar"), f"{root}{CALENDAR}"),),
        stages=stages_between(ctx, first, last, root),
        subscribe=f"{root}{SUBSCRIBE}",
        zone=ctx.settings.timezone,
        add=add_event_links(ctx, root),
        sheet=month_link(ctx, month, root),
        examples=examples,
    )


def _monday_week() -> tuple[date, ...]:
    return span(date(2024, 1, 1), 7)


def _month_link(ctx: PageContext, month: YearMonth | None, root: str) -> Link | None:
    if month is None:
        return None
    return Link(wording.month_title(*month, ctx.lang), f"{root}{month_address(*month)}")


def _weeks(
    ctx: PageContext, first: date, last: date, listed: Mapping[date, Sequence[Occurrence]], root: str
) -> tuple[Week, ...]:
    longer = [one for some in listed.values() for one in some if one.first_day != one.last_day]
    longer.sort(key=lambda one: (one.first_day, -one.last_day.toordinal(), one.event.id))
    weeks = []
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        days = span(monday, 7)
        lanes, over = _lanes(longer, days, first, last)
        weeks.append(
            Week(
                monday.isocalendar().week,
                tuple(_cell(ctx, day, listed, (lanes, over), (first, last), root) for day in days),
                week_link(ctx, monday, root).href,
            )
        )
        monday += timedelta(days=7)
    return tuple(weeks)


def _lanes(
    longer: Sequence[Occurrence], days: Sequence[date], first: date, last: date
) -> tuple[Mapping[date, Mapping[int, Occurrence]], Mapping[date, int]]:
    """Deal longer events into rows that stay the same through a week; count those that find no row."""
    lanes: dict[date, dict[int, Occurrence]] = {day: {} for day in days}
    over: dict[date, int] = dict.fromkeys(days, 0)
    for one in longer:
        covered = [day for day in days if one.first_day <= day <= one.last_day and first <= day <= last]
        if not covered:
            continue
        free = next((n for n in range(MOST_BARS) if not any(n in lanes[day] for day in covered)), None)
        for day in covered:
            if free is None:
                over[day] += 1
            else:
                lanes[day][free] = one
    return lanes, over


def _cell(
    ctx: PageContext,
    day: date,
    listed: Mapping[date, Sequence[Occurrence]],
    rows: tuple[Mapping[date, Mapping[int, Occurrence]], Mapping[date, int]],
    bounds: tuple[date, date],
    root: str,
) -> Cell:
    inside = bounds[0] <= day <= bounds[1]
    lanes, over = rows
    bars = lanes[day]
    found = [one for one in listed.get(day, ()) if one.first_day == one.last_day]
    shown = sorted(found[: MOST_IN_CELL - len(bars)], key=attrgetter("starts_at"))
    iso = day.isoformat()
    return Cell(
        iso=iso,
        number=day.day,
        words=wording.day(day, ctx.lang),
        inside=inside,
        free_day=day.weekday() == 6 or ctx.holidays.is_holiday(day),
        holiday=(ctx.holidays.name(day) or "") if inside else "",
        bars=tuple(
            _bar(ctx, bars[number], day, bounds, root) if number in bars else None
            for number in range(max(bars, default=-1) + 1)
        ),
        slots=Markup("\n".join([_slot(ctx, one, root) for one in shown])),  # noqa: S704 (made of safe pieces)
        more=len(found) - len(shown) + over[day],
        anchor=f"#p-{iso}",
        add="" if found or bars or day < ctx.today or not inside else form_address(root, Act.EVENT, paiva=iso),
    )


def _slot(ctx: PageContext, one: Occurrence, root: str) -> str:
    """Return an event of one day as it stands in its cell."""
    starts, event = one.starts_local, one.event
    routine = " st-slot--routine" if event.weight is Weight.ROUTINE else ""
    off = " st-slot--off" if one.cancelled else ""
    word = _status_words(ctx, one)
    words = f' <span class="st-slot__status">{safe(word)}</span>' if word else ""
    clock = ""
    if isinstance(starts, datetime):
        clock = f"<b>{safe(wording.clock(starts.time(), ctx.lang))}</b> "
    title = soft_hyphens(telling_title(ctx, one), ctx.lang.tongue)
    return (
        f'<li class="st-slot{routine}{off}"><a href="{root}{EVENTS}{event.id}/">'
        f"{clock}<span>{safe(title)}</span>{words}</a></li>"
    )


def _status_words(ctx: PageContext, one: Occurrence) -> str:
    """Return the word for a date's status in a cell; of a day that it has left also where it went."""
    word = status_word(one.status, ctx.lang)
    to = one.moved_to
    return f"{word} → {wording.day_of_year(to.first_day, ctx.lang)}" if to is not None and not to.cancelled else word


def _bar(ctx: PageContext, one: Occurrence, day: date, bounds: tuple[date, date], root: str) -> Bar:
    starts, ends = day == one.first_day, day == one.last_day
    return Bar(
        title=telling_title(ctx, one),
        href=f"{root}{EVENTS}{one.event.id}/",
        off=one.cancelled,
        status=_status_words(ctx, one),
        part="start" if starts else "end" if ends else "middle",
        shown=starts or day.weekday() == 0 or day == bounds[0],
        days=min((min(one.last_day, bounds[1]) - day).days + 1, 7 - day.weekday()),
    )
