"""The pieces of an event in a list: its date as a block, its badges, its hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import day_of
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Badge, DateBlock, Tone
from seurantalo.publishing.status import status_word
from seurantalo.publishing.zone_words import event_here, with_own_time

#: How loud the word for a status is.
STATUS_TONES: Final[Mapping[EventStatus, Tone]] = {
    EventStatus.TENTATIVE: Tone.WARN,
    EventStatus.POSTPONED: Tone.WARN,
    EventStatus.MOVED: Tone.INFO,
    EventStatus.CANCELLED: Tone.ALERT,
}


def date_block(ctx: PageContext, first: date, last: date | None = None, *, year: bool = True) -> DateBlock:
    """Return a day as a block; ``last`` is the last day of several. ``year=False``: a heading tells the year."""
    last = last or first
    several = last > first
    days = f"{first.day}–{last.day}" if several and last.month == first.month else str(first.day)
    return DateBlock(
        iso=first.isoformat(),
        weekday=wording.weekday(first, ctx.lang)
        + (f"–{wording.weekday(last, ctx.lang)}" if several and (last - first).days < 7 else ""),
        day=days,
        month=wording.month_short(first.month, ctx.lang),
        words=wording.days(first, last, ctx.lang),
        year="" if not year or first.year == ctx.today.year else str(first.year),
        last_iso=last.isoformat() if several else "",
    )


def status_badges(ctx: PageContext, event: Event, status: EventStatus, *, example: bool = True) -> tuple[Badge, ...]:
    """Return what must be seen at once: cancelled, moved, tentative, postponed, and whether it is an example."""
    word = status_word(status, ctx.lang)
    badges = (Badge(word, STATUS_TONES[status]),) if word else ()
    if event.external is not None:
        badges = (*badges, Badge(event.external.calendar, Tone.PLAIN))
    return (*badges, *example_badges(ctx, event)) if example else badges


def example_badges(ctx: PageContext, event: Event) -> tuple[Badge, ...]:
    """Return the badge of an invented event; nothing for a real one."""
    return (Badge(ctx.say("example"), Tone.DEMO),) if event.demo else ()


def event_day_words(ctx: PageContext, event: Event) -> str:
    """Return on what day an event begins, without its weekday, and its status; ``""`` where neither is known."""
    starts = event_here(event, ctx.settings.timezone).starts
    parts = (wording.plain_day(day_of(starts), ctx.lang) if starts else "", status_word(event.status, ctx.lang))
    return " · ".join([part for part in parts if part])


def time_words(ctx: PageContext, occurrence: Occurrence) -> str:
    """Return what stands beside an occurrence's date: :func:`local_time_words`, and the hours of another zone."""
    return with_own_time(local_time_words(ctx, occurrence), occurrence, ctx.lang)


def local_time_words(ctx: PageContext, occurrence: Occurrence) -> str:
    """Return the hours of an occurrence by the clocks of the site's readers; for several days, all of it."""
    starts, ends = occurrence.starts_local, None if occurrence.ends_assumed else occurrence.ends_local
    if isinstance(starts, datetime) and occurrence.first_day == occurrence.last_day:
        return wording.at(starts.time(), ends.time() if isinstance(ends, datetime) else None, ctx.lang)
    return wording.hours_or_days(starts, ends, ctx.lang)
