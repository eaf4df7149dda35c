"""What there is to send: which issues of which channels, and which changes of what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Final

from seurantalo.announcing import (
    Announcing,
    Entry,
    Issue,
    State,
    comes_out,
    corrected_issue,
    correction_id,
    issue_by_id,
    issues_between,
    week_of,
)
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel, ChannelType, Delivery, Sender
from seurantalo.model.record import Moment
from seurantalo.sending.services import SERVICES

#: What the scheduled run sends: whatever is due before the next run has surely been.
HORIZON: Final = timedelta(hours=27)
#: How late it still sends what a run that did not come has left.
GRACE: Final = timedelta(days=2)
#: How far ahead it looks for events that came after their due time.
_LATE: Final = timedelta(days=62)
#: Of a mistake in a file only so many posts go out at once.
MOST_POSTS: Final = 30
#: What people read when they like: a change is told until the event. Elsewhere somebody prints it, or reads it out.
_READ_AT_ONCE: Final = frozenset({ChannelType.CHAT, ChannelType.NEWSLETTER, ChannelType.SOCIAL, ChannelType.WEB})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something to send: an issue, or with a ``number`` a correction of it."""

    issue: Issue
    entries: tuple[Entry, ...]
    number: int = 0

    @property
    def channel(self) -> Channel:
        """Where it goes."""
        return self.issue.channel

    @property
    def ledger(self) -> str:
        """The id under which it stands in the ledger."""
        return correction_id(self.issue.id, self.number) if self.number else self.issue.id


def is_machine(channel: Channel) -> bool:
    """Tell whether we can send to a channel."""
    return channel.sender in (Sender.EMAIL, Sender.LINKED_EVENTS) or channel.sender in SERVICES


def due_now(announcing: Announcing, channel: Channel, now: datetime) -> Iterator[Job]:
    """Yield what a channel is to get by the next run, the issues by their day; changes of what it got come last.

    ``now`` is the site's wall time.
    """
    for issue in _issues_near(announcing, channel, now):
        entries = open_entries(announcing, issue)
        new = [entry for entry in entries if entry.state is State.TOO_LATE]
        if entries and (_is_due(issue, entries, now) or (new and _came_just_now(new, now))):
            yield Job(issue=issue, entries=entries)
    yield from corrections(announcing, channel)


def of_week(announcing: Announcing, channel: Channel, week: str) -> Iterator[Job]:
    """Yield what tells about a week, due or not, and the changes of it; raise ValueError for what is no week."""
    days = week_of(week)
    if days is None:
        raise ValueError(week)
    if comes_out(channel):
        issues: Sequence[Issue] = issues_between(channel, *days)
    else:
        found = announcing.between(channel.id, *days)
        issues = tuple(dict.fromkeys(entry.issue for entry in found))
    yield from _of_issues(announcing, channel, issues)


def of_issue(announcing: Announcing, channel: Channel, issue: str) -> Iterator[Job]:
    """Yield an issue, due or not, and the changes of it; raise ValueError where the channel has none such."""
    found = issue_by_id(channel, issue)
    if found is None:
        raise ValueError(issue)
    yield from _of_issues(announcing, channel, (found,))


def open_entries(announcing: Announcing, issue: Issue) -> tuple[Entry, ...]:
    """Return what an issue is to tell and has not told; none where all of it has been sent."""
    ledger = announcing.ledger(issue)
    if ledger is not None and ledger.delivery is Delivery.SENT:
        return ()
    told = set() if ledger is None else {key for key, _ in ledger.remote}
    states = {State.MISSED}
    if ledger is not None and ledger.delivery in (Delivery.SENDING, Delivery.UNCLEAR):
        # Nothing goes out of it: somebody is asked. What another issue has perhaps told is not told in this one.
        states.add(State.UNCLEAR)
    if issue.channel.sender in SERVICES:
        # Nobody has to set it in type: what came after the due time is told all the same.
        states.add(State.TOO_LATE)
    return tuple(
        entry
        for entry in announcing.entries(issue)
        if (entry.state.is_open or entry.state in states) and f"{entry.key[0]} {entry.key[1]}" not in told
    )


def corrections(announcing: Announcing, channel: Channel) -> Iterator[Job]:
    """Yield what has changed since a channel told it, issue by issue, where it is not told in an issue to come."""
    found: dict[Issue, list[Entry]] = {}
    for entry in announcing.to_correct():
        base = entry.told_in or entry.issue
        if entry.channel.id == channel.id and _is_told_now(entry, base):
            found.setdefault(base, []).append(entry)
    for issue, entries in found.items():
        yield Job(issue=issue, entries=tuple(entries), number=_next_number(announcing, issue))


def unfinished(announcing: Announcing, channel: Channel) -> tuple[str, ...]:
    """Return the ids in the ledger of what was perhaps sent, by id."""
    return tuple(
        one.issue
        for _, one in sorted(announcing.community.announcements.items())
        if one.channel == channel.id and one.delivery in (Delivery.SENDING, Delivery.UNCLEAR)
    )


def _of_issues(announcing: Announcing, channel: Channel, issues: Sequence[Issue]) -> Iterator[Job]:
    for issue in issues:
        yield Job(issue=issue, entries=open_entries(announcing, issue))
    yield from (job for job in corrections(announcing, channel) if job.issue in issues)


def _issues_near(announcing: Announcing, channel: Channel, now: datetime) -> tuple[Issue, ...]:
    if comes_out(channel):
        return announcing.issues(channel.id)
    first, last = now.date(), (now + HORIZON).date()
    near = [entry for entry in announcing.due((now - GRACE).date(), last) if entry.channel.id == channel.id]
    # Those that came after their due time have one that may be long past.
    coming = announcing.between(channel.id, first, first + _LATE) if channel.deadline else ()
    late = [entry for entry in coming if entry.state is State.TOO_LATE and _came_just_now([entry], now)]
    return tuple(dict.fromkeys(entry.issue for entry in (*near, *late) if entry.issue.event))


def _is_due(issue: Issue, entries: Sequence[Entry], now: datetime) -> bool:
    """Tell whether an issue is to be sent by now: it is due before the next run, and has not appeared."""
    if issue.appears is not None and issue.appears < now.date():
        return False
    if issue.last < now.date():
        return False
    moments = [entry.due.at for entry in entries if entry.due is not None]
    due = min(map(_end, moments)) if moments else datetime.combine(issue.day, time())
    return now - GRACE <= due <= now + HORIZON


def _came_just_now(entries: Sequence[Entry], now: datetime) -> bool:
    """Tell whether events came into the calendar after their due time, and not long ago."""
    since = (now - GRACE).date()
    return any(entry.occurrence.event.revision.created.date() >= since for entry in entries)


def _end(moment: Moment) -> datetime:
    """Return the last moment of a due time: a day ends at midnight."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time()) + timedelta(days=1)


def _is_told_now(entry: Entry, base: Issue) -> bool:
    if entry.channel.sender in SERVICES or entry.channel.channel_type in _READ_AT_ONCE:
        return True
    # Who lays out a paper can still change it; else the next issue says it.
    return entry.correction == base


def _next_number(announcing: Announcing, issue: Issue) -> int:
    """Return the number of the next correction: of one that failed the same again."""
    done = [
        (number, one.delivery)
        for one in announcing.community.announcements.values()
        for base, number in [corrected_issue(one.issue)]
        if one.channel == issue.channel.id and base == issue.id and number
    ]
    last, delivery = max(done, default=(0, Delivery.SENT))
    return last + 1 if delivery is Delivery.SENT else last
