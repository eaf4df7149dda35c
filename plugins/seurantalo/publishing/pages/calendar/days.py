"""Occurrences dealt into days and months, for the agenda and the month pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Weight
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.shared.brief_list import brief_rows
from seurantalo.publishing.pages.shared.cards import date_block
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import event_rows
from seurantalo.publishing.pages.shared.view import DateBlock
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: (year, month)
YearMonth = tuple[int, int]

#: Empty months between two that have events are still pages; a longer silence is left out.
LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a list: its date, its holiday, its events, and how many more there are."""

    anchor: str
    date: DateBlock
    holiday: str
    events: tuple[Occurrence, ...]
    events_html: Markup
    weekly_html: Markup
    """Weekly groups, where there are several: they are folded to a line."""
    weekly: int = 0
    more: int = 0
    more_href: str = ""


def month_of(day: date) -> YearMonth:
    """Return the month of a day."""
    return (day.year, day.month)


def next_month(month: YearMonth) -> YearMonth:
    """Return the month after one."""
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def first_of(month: YearMonth) -> date:
    """Return the first day of a month."""
    return date(month[0], month[1], 1)


def last_of(month: YearMonth) -> date:
    """Return the last day of a month."""
    return first_of(next_month(month)) - timedelta(days=1)


def _filled_months(ctx: PageContext) -> Mapping[YearMonth, int]:
    """Return the number of dates of each month of which lists of days show anything, what is cancelled apart."""
    found: dict[YearMonth, int] = {}

    def count() -> Sequence[tuple[YearMonth, int]]:
        for one in ctx.calendar.listed:
            starts, ends = one.starts_local, one.ends_local
            month = (starts.year, starts.month)
            last = month if (ends.year, ends.month) == month else month_of(one.last_day)
            while month <= last:
                found[month] = found.get(month, 0) + (not one.cancelled)
                month = next_month(month)
        return sorted(found.items())

    known = ctx.facts.of("months filled", count, lambda: [(MONTHS_FILLED.name,)])
    return {(year, month): number for (year, month), number in known}


def shown_months(filled: Iterable[YearMonth], today: date) -> tuple[YearMonth, ...]:
    """Return the months that have pages: those with events, this one and the next, and short gaps between."""
    this = month_of(today)
    wanted = sorted({*filled, this, next_month(this)})
    found: list[YearMonth] = []
    for month in wanted:
        if found:
            gap = (month[0] - found[-1][0]) * 12 + month[1] - found[-1][1] - 1
            if gap <= LONGEST_GAP:
                for _ in range(gap):
                    found.append(next_month(found[-1]))
        found.append(month)
    return tuple(found)


def _month(ctx: PageContext, year: str, number: str) -> tuple[Occurrence, ...]:
    month = int(year), int(number)
    return ctx.calendar.listed_between(first_of(month), last_of(month))


#: What lists of days show of a month; the months of which they show anything, in order, each with the number of its
#: dates that are not cancelled; and the months that have pages.
MONTH: Final = Question(
    "month",
    _month,
    lambda ctx, year, number: {one.event.id for one in _month(ctx, year, number)},
    since=Change.OUTLINE,
    alone=True,
)
MONTHS_FILLED: Final = Question("months filled", lambda ctx: ctx.once(_filled_months), since=Change.OUTLINE)
MONTHS_SHOWN: Final = Question(
    "months shown", lambda ctx: shown_months(ctx.once(_filled_months), ctx.today), since=Change.OUTLINE
)


def by_first_day(occurrences: Iterable[Occurrence], first: date, last: date) -> Mapping[date, tuple[Occurrence, ...]]:
    """Return the occurrences of some days, each once: on its first day, or on ``first`` where it began before.

    They keep their order, but what is routine stands last in a day.
    """
    found: dict[date, list[Occurrence]] = {}
    for occurrence in occurrences:
        day = occurrence.first_day
        if day < first:
            if occurrence.last_day < first:
                continue
            day = first
        if day <= last:
            found.setdefault(day, []).append(occurrence)
    return {day: _weekly_last(found[day]) for day in sorted(found)}


def _weekly_last(found: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
    single, weekly = _dealt(found)
    return (*single, *weekly)


def _folded(found: Sequence[Occurrence]) -> tuple[Sequence[Occurrence], Sequence[Occurrence]]:
    """Return what a day shows, and the weekly groups that it folds to a line; one alone takes no more room."""
    single, weekly = _dealt(found)
    return (single, weekly) if len(weekly) > 1 else (found, ())


def _dealt(found: Iterable[Occurrence]) -> tuple[list[Occurrence], list[Occurrence]]:
    single: list[Occurrence] = []
    weekly: list[Occurrence] = []
    for one in found:
        (weekly if one.event.weight is Weight.ROUTINE else single).append(one)
    return single, weekly


def fair_cap(sizes: Sequence[int], total: int) -> int:
    """Return the largest cap that, applied to every size, keeps their sum within ``total``; at least 1."""
    cap = max(sizes, default=1)
    low = 1
    while low < cap:
        middle = (low + cap + 1) // 2
        if sum(min(size, middle) for size in sizes) <= total:
            low = middle
        else:
            cap = middle - 1
    return low if sizes else 1


def day_views(
    ctx: PageContext,
    days: Mapping[date, tuple[Occurrence, ...]],
    root: str,
    *,
    total: int,
    more_href: str,
    year: bool = False,
    keyed: bool = False,
    marked: bool = True,
) -> Iterator[DayView]:
    """Yield the days of a list with at most ``total`` events in all, shared fairly; the rest are counted.

    ``year``: the blocks tell the year, because no heading does; ``keyed``: the list has a filter; ``marked=False``:
    the page says that all are examples. Days of a week that is over are told in brief.
    """
    cap = fair_cap([len(found) for found in days.values()], total)
    told: Callable[[Sequence[Occurrence]], Markup]
    if max(days, default=ctx.today) < monday_of(ctx.today):
        told = partial(brief_rows(ctx, root).of, dated=False, marked=marked)
    else:
        told = partial(event_rows(ctx, root).of, dated=False, keyed=keyed, marked=marked)
    for day, found in days.items():
        shown, weekly = _folded(found[:cap])
        yield DayView(
            anchor=f"p-{day.isoformat()}",
            date=date_block(ctx, day, year=year),
            holiday=ctx.holidays.name(day) or "",
            events=found[:cap],
            events_html=told(shown) if shown else Markup(),
            weekly_html=told(weekly) if weekly else Markup(),
            weekly=len(weekly),
            more=max(len(found) - cap, 0),
            more_href=more_href,
        )


def span(first: date, count: int) -> tuple[date, ...]:
    """Return ``count`` days from ``first`` on."""
    return tuple(first + timedelta(days=number) for number in range(count))
