"""The pieces of an event in a list: its date as a block, its badges, its hours."""

from __future__ import annotations

from datetime import date, datetime

from seurantalo.model.event import Event, EventStatus
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Badge, DateBlock, Tone


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


def status_badges(ctx: PageContext, event: Event, status: EventStatus) -> tuple[Badge, ...]:
    """Return what must be seen at once: cancelled, moved, tentative, postponed, example."""
    badges: tuple[Badge, ...] = ()
    if status is EventStatus.CANCELLED:
        badges = (Badge(ctx.say("cancelled"), Tone.ALERT),)
    elif status is EventStatus.POSTPONED:
        badges = (Badge(ctx.say("postponed"), Tone.WARN),)
    elif status is EventStatus.TENTATIVE:
        badges = (Badge(ctx.say("date not confirmed"), Tone.WARN),)
    elif status is EventStatus.MOVED:
        badges = (Badge(ctx.say("new date"), Tone.INFO),)
    if event.external is not None:
        badges = (*badges, Badge(event.external.calendar, Tone.PLAIN))
    return (*badges, Badge(ctx.say("example"), Tone.DEMO)) if event.demo else badges


def time_words(ctx: PageContext, occurrence: Occurrence) -> str:
    """Return what stands beside an occurrence's date: its hours; for several days, all of it."""
    starts, ends = occurrence.starts_local, None if occurrence.ends_assumed else occurrence.ends_local
    if isinstance(starts, datetime) and occurrence.first_day == occurrence.last_day:
        return wording.at(starts.time(), ends.time() if isinstance(ends, datetime) else None, ctx.lang)
    return wording.hours_or_days(starts, ends, ctx.lang)
