"""The dates of a series for its page: the next ones, and the later and the past ones folded away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.cards import local_time_words, status_badges
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.rows import badge_html, escaped, safe
from seurantalo.publishing.status import moved_words

NEXT_DATES: Final = 6
MOST_DATES: Final = 60


def dates_section(ctx: PageContext, event: Event, dates: Sequence[Occurrence]) -> str:
    """Return the dates of an event that has several, as HTML."""
    count = ctx.lang.count
    past = [found for found in dates if found.last_day < ctx.today]
    ahead = dates[len(past) :]
    later = ahead[NEXT_DATES:]
    hidden = len(later) - MOST_DATES
    parts = [f'<section class="st-section">\n<h2 id="paivat">{safe(ctx.say("Dates"))}</h2>\n']
    if ahead:
        parts.append(_list(ctx, event, ahead[:NEXT_DATES]))
    if later:
        rest = f"<p>{safe(count('and {n} more', 'and {n} more', hidden))}</p>\n" if hidden > 0 else ""
        words = count("{n} later date", "{n} later dates", len(later))
        parts.append(_folded(words, _list(ctx, event, later[:MOST_DATES]) + rest))
    if past:
        latest = past[-MOST_DATES:][::-1]
        words = count("{n} past date", "{n} past dates", len(latest))
        parts.append(_folded(words, _list(ctx, event, latest)))
    parts.append("</section>\n")
    return "".join(parts)


def _folded(words: str, inside: str) -> str:
    return f'<details class="st-more"><summary>{safe(words)}</summary>\n{inside}</details>\n'


def _list(ctx: PageContext, event: Event, dates: Sequence[Occurrence]) -> str:
    rows = "".join([_row(ctx, event, found) for found in dates])
    return f'<ul class="st-dates">\n{rows}</ul>\n\n'


def _row(ctx: PageContext, event: Event, found: Occurrence) -> str:
    first, last = found.first_day, found.last_day
    iso, words = first.isoformat(), local_time_words(ctx, found)
    off = ' class="st-dates__off"' if found.cancelled else ""
    until = ""
    if last > first:
        until = f' data-last="{last.isoformat()}"'
    else:
        words = f"{wording.day(first, ctx.lang)} {words}"
    own = _own(ctx, event, found) if not found.as_its_event or found.status is not event.status else ""
    return f'<li{off}><time datetime="{iso}" data-date{until}>{safe(words)}</time>{own}</li>\n'


def _own(ctx: PageContext, event: Event, found: Occurrence) -> str:
    """Return what is so on this date alone: its status, its title, its place, a note."""
    badges = status_badges(ctx, event, found.status)[:1] if found.status is not event.status else ()
    notes: list[str] = []
    change = found.change
    if change is not None:
        if change.title is not None:
            notes.append(ctx.words(change.title))
        if change.venue is not None and change.venue != event.venue:
            notes.append(ctx.names[Kind.VENUE][change.venue])
        if change.note is not None:
            notes.append(ctx.words(change.note))
    if moved := moved_words(found, ctx.lang):
        notes.insert(0, moved)
    note = f' <span class="st-note">{escaped(" · ".join(notes))}</span>' if notes else ""
    return "".join([f" {badge_html(one)}" for one in badges]) + note
