"""The weeks of a year as a list: what the year wheel shows, in words and with links.

There are hundreds of such lists, so their rows are written here and not by a template, and what quiet weeks say is
worked out once for all municipalities with the same school breaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from markupsafe import Markup

from seurantalo.model.event import Weight
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.year import YearLoad
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.calendar.year.frame import YearFrame
from seurantalo.publishing.pages.calendar.year.words import meetings_counted, short_days, week_anchor
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.telling_title import telling_title
from seurantalo.publishing.pictures.drawing import safe

#: Events that a week names; the rest is counted.
MOST_IN_WEEK: Final = 8


class WeekList:
    """The weeks of a year as all pages tell them that share its frame; a week belongs to its Thursday's month."""

    def __init__(self, ctx: PageContext, frame: YearFrame) -> None:
        """Write the headings."""
        self._ctx = ctx
        self._frame = frame
        months: list[list[int]] = [[] for _ in range(12)]
        for index, month in enumerate(frame.month_of_week):
            months[month - 1].append(index)
        self._months = [
            (range(indexes[0], indexes[-1] + 1), *self._heading(number))
            for number, indexes in enumerate(months, start=1)
        ]
        self._heads = [
            f'<li id="{week_anchor(week)}"><p class="st-year__week">{safe(words)}</p>'
            for week, words in zip(frame.weeks, frame.week_words, strict=True)
        ]
        # Municipalities differ in the number of weekly meetings only.
        self._silence = cache(self._silence_of)
        self._note = cache(self._note_of)

    def _heading(self, number: int) -> tuple[str, str]:
        """Return how a month begins, and the address of its page."""
        href = self._frame.month_href((self._frame.year, number))
        title = safe(self._ctx.lang.months[number - 1].capitalize())
        shown = f'<a class="st-quiet" href="{href}">{title}</a>' if href else title
        return f'<section class="st-year__month">\n<h3>{shown}</h3>\n<ul class="st-year__rows">\n', href

    def filled(self, load: YearLoad, *, regional: bool) -> Markup:
        """Return the year's weeks month by month. Quiet weeks side by side are one row."""
        events, routine = load.by_week, load.routine_by_week
        begun = _by_week(load)
        parts = []
        for weeks, heading, href in self._months:
            parts.append(heading)
            since = weeks.start
            for week in weeks:
                if events[week] or week in begun:
                    if since < week:
                        parts.append(self._silence(since, week, sum(routine[since:week])))
                    lines = self._lines(begun[week], href, regional=regional) if week in begun else ""
                    parts.append(f"{self._heads[week]}{lines}{self._note(week, week + 1, routine[week])}</li>\n")
                    since = week + 1
            if since < weeks.stop:
                parts.append(self._silence(since, weeks.stop, sum(routine[since : weeks.stop])))
            parts.append("</ul>\n</section>\n")
        return Markup("".join(parts))  # noqa: S704 - escaped part by part

    def _silence_of(self, first: int, end: int, routine: int) -> str:
        """Return the row of quiet weeks."""
        title, nothing = safe(self._title(first, end - 1)), safe(self._ctx.say("no events"))
        return (
            f'<li id="{week_anchor(self._frame.weeks[first])}" class="st-year__silent">'
            f'<p class="st-year__week">{title}: {nothing}</p>{self._note(first, end, routine)}</li>\n'
        )

    def _note_of(self, first: int, end: int, routine: int) -> str:
        """Return the holidays, breaks and weekly meetings of weeks; a break of several weeks is told once."""
        notes = list(dict.fromkeys(note for week in self._frame.notes[first:end] for note in week))
        if routine:
            notes.append(meetings_counted(routine, self._ctx.lang))
        return f'<p class="st-year__note">{safe(" · ".join(notes))}</p>' if notes else ""

    def _title(self, first: int, last: int) -> str:
        weeks = self._frame.weeks
        if first == last:
            return self._frame.week_words[first]
        return self._ctx.lang.say(
            "Weeks {first}–{last}, {days}",
            first=weeks[first].number,
            last=weeks[last].number,
            days=short_days(self._ctx, weeks[first].first, weeks[last].last),
        )

    def _lines(self, events: Sequence[Occurrence], more_href: str, *, regional: bool) -> str:
        lines = "".join([event_line(self._ctx, one, self._frame.root, regional=regional) for one in _shown(events)])
        more = len(events) - MOST_IN_WEEK
        if more > 0:
            words = safe(self._ctx.lang.count("and {n} more", "and {n} more", more))
            rest = f'<a href="{more_href}">{words}</a>' if more_href else words
            lines += f'<li class="st-year__more">{rest}</li>'
        return f'<ul class="st-year__events">{lines}</ul>'


def _by_week(load: YearLoad) -> dict[int, list[Occurrence]]:
    """Deal the events to the weeks in which they begin; what began before the year stands in its first week."""
    found: dict[int, list[Occurrence]] = {}
    shift, start = load.first.weekday(), load.first.toordinal()
    for one in load.events:
        day = max(one.first_day.toordinal() - start, 0)
        found.setdefault((day + shift) // 7, []).append(one)
    return found


def _shown(events: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """Return the events that a week names: the great ones first in choice, all in order of their days."""
    if len(events) <= MOST_IN_WEEK:
        return events
    order = range(len(events))
    chosen = sorted(order, key=lambda n: (events[n].event.weight is not Weight.MAJOR, n))[:MOST_IN_WEEK]
    return [events[n] for n in sorted(chosen)]


def event_line(ctx: PageContext, one: Occurrence, root: str, *, regional: bool) -> str:
    """Return a date as a list item: its days, its event and, on pages of the region, its municipality."""
    event = one.event
    css = ' class="st-year__great"' if event.weight is Weight.MAJOR else ""
    where = (
        f' <span class="st-note">{safe(ctx.names[Kind.MUNICIPALITY][event.municipality])}</span>' if regional else ""
    )
    return (
        f"<li{css}><span>{safe(short_days(ctx, one.first_day, one.last_day))}</span> "
        f'<a href="{root}{EVENTS}{event.id}/">{safe(telling_title(ctx, one))}</a>{where}</li>'
    )
