"""Where a change is told: in the issue itself while it has not appeared, else in the next one before the event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from seurantalo.announcing.admission import refusal_of
from seurantalo.announcing.book import Book, Telling
from seurantalo.announcing.due import Holidays, due_of, news_day
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.issues import Issue, comes_out
from seurantalo.announcing.placing import Placing
from seurantalo.model.channel import Channel, Delivery
from seurantalo.planner.occurrence import Occurrence


def correction_of(
    one: Occurrence, told: Telling, placing: Placing, book: Book, today: date, holidays: Holidays
) -> Issue | None:
    """Return the issue in which a change of what was told is to be told; None where none comes before the event.

    While an issue has not appeared its editor can still change it. After that it is the next one that can still be
    sent: a channel without issues mends what it posted.
    """
    if not comes_out(placing.channel):
        return placing.of(one.event.id, one.first_day, one.last_day, one.first_day)
    after = today
    if told.issue is not None and told.issue.appears is not None:
        if told.issue.appears > today:
            return told.issue
        after = max(after, told.issue.appears)
    for issue in placing.after(after, one.first_day):
        ledger = book.ledger(issue)
        due = due_of(issue, one.first_day, holidays)
        if (ledger is None or ledger.delivery is not Delivery.SENT) and (due is None or due.day >= today):
            return issue
    return None


def faster(
    entry: Entry,
    channels: Iterable[Channel],
    placing_of: Callable[[Channel], Placing],
    today: date,
    holidays: Holidays,
) -> tuple[Channel, ...]:
    """Return the channels that can still tell of an event date in time, those that reach people soonest first.

    They are those of its municipality that take such an event, other than the one that comes too late.
    """
    one = entry.occurrence
    found: list[tuple[date, str, Channel]] = []
    for channel in channels:
        here = not channel.municipalities or one.event.municipality in channel.municipalities
        if channel.id == entry.channel.id or not here or refusal_of(channel, one.event) is not None:
            continue
        if one.event.demo and not channel.demo:
            continue
        read_on = _read_on(one, placing_of(channel), today, holidays)
        if read_on is not None:
            found.append((read_on, channel.id, channel))
    return tuple(channel for *_, channel in sorted(found, key=lambda each: each[:2]))


def _read_on(one: Occurrence, placing: Placing, today: date, holidays: Holidays) -> date | None:
    """Return the first day on which people would read it in a channel; None where that is too late."""
    if not comes_out(placing.channel):
        return today if one.first_day >= today else None
    for issue in placing.after(today, one.first_day):
        due = due_of(issue, one.first_day, holidays)
        if due is None or due.day >= today:
            return issue.day
    return None


def with_correction(entry: Entry, issue: Issue | None, holidays: Holidays) -> Entry:
    """Return a changed entry as it stands in the issue that is to tell of the change.

    In the issue that told of it the change is due at once.
    """
    if issue is None or issue == entry.told_in or issue.appears is None:
        return replace(entry, correction=issue, due=None)
    one = entry.occurrence
    return replace(
        entry, issue=issue, correction=issue, due=due_of(issue, news_day(one.event, one.first_day), holidays)
    )
