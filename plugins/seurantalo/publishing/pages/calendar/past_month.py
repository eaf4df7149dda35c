"""A month that is over: its days in lines, and what met week by week once each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Weight
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.pages.calendar.days import fair_cap
from seurantalo.publishing.pages.shared.brief_list import brief_rows
from seurantalo.publishing.pages.shared.cards import time_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import safe

#: Lines under days; groups that met several times are not among them.
MOST_LINES: Final = 300


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day with its events in brief; ``more`` are left out."""

    anchor: str
    words: str
    holiday: str
    events: Markup
    more: int


@dataclass(frozen=True, slots=True)
class PastMonth:
    """The days that have anything else than groups, and the groups that met several times, each with its days."""

    days: tuple[PastDay, ...]
    groups: Markup
    group_count: int


def past_month(
    ctx: PageContext, listed: Mapping[date, Sequence[Occurrence]], root: str, *, marked: bool
) -> PastMonth:
    """Return a month's events by day; ``marked=False``: the page says that all are examples."""
    meetings = _meetings(ctx, listed)
    grouped = {id(one) for dates in meetings for one in dates}
    left = {day: [one for one in found if id(one) not in grouped] for day, found in listed.items()}
    left = {day: found for day, found in left.items() if found}
    rows = brief_rows(ctx, root)
    # Every day of the month can be led to, if only in the line of a group.
    anchored = set(left)
    groups = []
    for dates in meetings:
        days = ", ".join(_days(ctx, dates, anchored))
        groups.append((f"{days} {safe(time_words(ctx, dates[0]))}", dates[0]))
    return PastMonth(
        tuple(_past_days(ctx, left, root, marked=marked)), rows.groups(groups, marked=marked), len(groups)
    )


def _meetings(ctx: PageContext, listed: Mapping[date, Sequence[Occurrence]]) -> list[list[Occurrence]]:
    """Return the dates of each group that met several times at the same hours, in the order of their first ones."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for day in listed.values():
        for one in day:
            if one.event.weight is Weight.ROUTINE and one.as_its_event and one.first_day == one.last_day:
                found.setdefault((one.event.id, time_words(ctx, one)), []).append(one)
    return [dates for dates in found.values() if len(dates) > 1]


def _days(ctx: PageContext, dates: Sequence[Occurrence], anchored: set[date]) -> Iterator[str]:
    for one in dates:
        words = safe(wording.day_of_year(one.first_day, ctx.lang))
        yield words if one.first_day in anchored else f'<span id="{_anchor(one.first_day)}">{words}</span>'
        anchored.add(one.first_day)


def _past_days(
    ctx: PageContext, days: Mapping[date, Sequence[Occurrence]], root: str, *, marked: bool
) -> Iterator[PastDay]:
    cap = fair_cap([len(found) for found in days.values()], MOST_LINES)
    rows = brief_rows(ctx, root)
    for day, found in days.items():
        yield PastDay(
            anchor=_anchor(day),
            words=wording.day_of_year(day, ctx.lang),
            holiday=ctx.holidays.name(day) or "",
            events=rows.of(found[:cap], dated=False, marked=marked),
            more=max(len(found) - cap, 0),
        )


def _anchor(day: date) -> str:
    return f"p-{day.isoformat()}"
