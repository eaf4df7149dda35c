"""The weeks of a year as a list: what the year wheel shows, in words and with links.

There are hundreds of such lists, so their rows are written here and not by a template, and what quiet weeks say is
worked out once for all municipalities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from markupsafe import Markup

from seurantalo.model.event import Weight
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.year import Week, YearLoad
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.context import PageContext
from seurantalo.publishing.pages.year_frame import YearFrame
from seurantalo.publishing.pages.year_words import short_days

#: Events that a week names; the rest is counted.
MOST_IN_WEEK: Final = 8


@dataclass(frozen=True, slots=True)
class MonthOfWeeks:
    """A month's weeks as list items; a week belongs to the month of its Thursday."""

    title: str
    href: str
    rows: Markup


def week_anchor(week: Week) -> str:
    """Return the anchor of a week in the list."""
    return f"v-{week.first.isoformat()}"


def months_of_weeks(
    ctx: PageContext, frame: YearFrame, load: YearLoad, *, regional: bool
) -> tuple[MonthOfWeeks, ...]:
    """Return the year's weeks month by month. Quiet weeks side by side are one row."""
    by_week = _by_week(load)
    months: list[list[int]] = [[] for _ in range(12)]
    for index, month in enumerate(frame.month_of_week):
        months[month - 1].append(index)
    found = []
    for number, indexes in enumerate(months, start=1):
        href = frame.month_href((load.year, number))
        rows = [
            _row(ctx, frame, load, group, by_week.get(group[0], ()), href, regional=regional)
            for group in _grouped(indexes, by_week, load)
        ]
        found.append(MonthOfWeeks(ctx.lang.months[number - 1].capitalize(), href, Markup("\n".join(rows))))  # noqa: S704
    return tuple(found)


def _by_week(load: YearLoad) -> dict[int, list[Occurrence]]:
    """Deal the events to the weeks in which they begin; what began before the year stands in its first week."""
    found: dict[int, list[Occurrence]] = {}
    shift = load.first.weekday()
    start = load.first.toordinal()
    for one in load.events:
        day = max(one.first_day.toordinal() - start, 0)
        found.setdefault((day + shift) // 7, []).append(one)
    return found


def _grouped(indexes: Sequence[int], by_week: dict[int, list[Occurrence]], load: YearLoad) -> Iterator[list[int]]:
    """Yield each week that has events alone, and quiet weeks side by side together."""
    group: list[int] = []
    for index in indexes:
        if index in by_week or load.weeks[index].events:
            if group:
                yield group
                group = []
            yield [index]
        else:
            group.append(index)
    if group:
        yield group


def _row(
    ctx: PageContext,
    frame: YearFrame,
    load: YearLoad,
    group: Sequence[int],
    events: Sequence[Occurrence],
    more_href: str,
    *,
    regional: bool,
) -> str:
    first = frame.weeks[group[0]]
    title = escape(_title(ctx, frame, group))
    if not load.weeks[group[0]].events and not events:
        nothing = escape(ctx.say("no events"))
        head = (
            f'<li id="{week_anchor(first)}" class="st-year__silent"><p class="st-year__week">{title}: {nothing}</p>'
        )
    else:
        lines = "".join([_line(ctx, one, frame.root, regional=regional) for one in _shown(events)])
        more = len(events) - MOST_IN_WEEK
        if more > 0:
            words = escape(ctx.lang.count("and {n} more", "and {n} more", more))
            rest = f'<a href="{more_href}">{words}</a>' if more_href else words
            lines += f'<li class="st-year__more">{rest}</li>'
        listed = f'<ul class="st-year__events">{lines}</ul>' if lines else ""
        head = f'<li id="{week_anchor(first)}"><p class="st-year__week">{title}</p>{listed}'
    notes = [note for index in group for note in frame.notes[index]]
    routine = sum(load.weeks[index].routine for index in group)
    if routine:
        notes.append(ctx.lang.count("{n} weekly meeting", "{n} weekly meetings", routine))
    # A break of several weeks is told once.
    told = escape(" · ".join(dict.fromkeys(notes)))
    return f'{head}<p class="st-year__note">{told}</p></li>' if told else f"{head}</li>"


def _title(ctx: PageContext, frame: YearFrame, group: Sequence[int]) -> str:
    if len(group) == 1:
        return frame.week_words[group[0]]
    first, last = frame.weeks[group[0]], frame.weeks[group[-1]]
    return ctx.lang.say(
        "Weeks {first}–{last}, {days}",
        first=first.number,
        last=last.number,
        days=short_days(ctx, first.first, last.last),
    )


def _shown(events: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """Return the events that a week names: the great ones first in choice, all in order of their days."""
    if len(events) <= MOST_IN_WEEK:
        return events
    order = range(len(events))
    chosen = sorted(order, key=lambda n: (events[n].event.weight is not Weight.MAJOR, n))[:MOST_IN_WEEK]
    return [events[n] for n in sorted(chosen)]


def _line(ctx: PageContext, one: Occurrence, root: str, *, regional: bool) -> str:
    css = ' class="st-year__great"' if one.event.weight is Weight.MAJOR else ""
    when = escape(short_days(ctx, one.first_day, one.last_day))
    where = f' <span class="st-note">{escape(ctx.names[Kind.MUNICIPALITY][one.event.municipality])}</span>'
    return (
        f'<li{css}><span class="st-year__when">{when}</span> <a href="{root}{EVENTS}{one.event.id}/">'
        f"{escape(ctx.words(one.title))}</a>{where if regional else ''}</li>"
    )
