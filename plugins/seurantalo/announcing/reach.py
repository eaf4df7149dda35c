"""What does not reach people: events without a channel, issues that flood, associations that never announce.

It counts announcements, never readers.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from seurantalo.announcing.admission import meant_for, refusal_of
from seurantalo.announcing.entry import Entry, State
from seurantalo.announcing.issues import Issue, comes_out, issues_appearing
from seurantalo.announcing.plan import COMING_ISSUES, Announcing
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel, Delivery
from seurantalo.model.channel_plan import Doer
from seurantalo.model.event import Event, EventStatus, Weight
from seurantalo.model.organisation import Organisation
from seurantalo.planner.occurrence import Occurrence

_YEAR: Final = timedelta(days=365)
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flood:
    """An issue that is to tell of more than it takes. ``earlier`` is what could go in the issue before it."""

    issue: Issue
    entries: tuple[Entry, ...]
    most: int
    before: Issue | None = None
    earlier: tuple[Entry, ...] = ()

    @property
    def over(self) -> int:
        """By how many it is over."""
        return len(self.entries) - self.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What one role missed in one channel, the latest first."""

    channel: Channel
    doer: Doer
    entries: tuple[Entry, ...]


def without_channel(announcing: Announcing) -> tuple[Event, ...]:
    """Return the coming events that no channel tells of, and of which nobody decided so, the next ones first.

    Weekly groups are not among them, nor what is cancelled or not confirmed. A channel that does not take an event is
    none for it.

    >>> from seurantalo.announcing import Announcing
    >>> [one.id for one in without_channel(Announcing(community, calendar, clashes, settings, today))]
    ['konsertti', 'tanssit']
    """
    found: dict[str, Event] = {}
    channels = tuple(announcing.channels)
    for one in announcing.calendar.occurrences:
        event = one.event
        if one.first_day < announcing.today or event.id in found or not _is_news(one):
            continue
        if not event.channel_plan.nowhere and not any(_takes(channel, event) for channel in channels):
            found[event.id] = event
    return tuple(found.values())


def floods(announcing: Announcing) -> tuple[Flood, ...]:
    """Return the coming issues that are to tell of more than their channel takes.

    What could go in the issue before, if that has room and can still be sent: first what people plan for, great
    events and those with registration.

    >>> from seurantalo.announcing import Announcing
    >>> floods(Announcing(community, calendar, clashes, settings, today))
    ()
    """
    found: list[Flood] = []
    for channel in announcing.channels:
        if channel.most is None or not comes_out(channel):
            continue
        before: Issue | None = None
        for issue in issues_appearing(channel, announcing.today, announcing.today + _YEAR)[:COMING_ISSUES]:
            entries = _counted(announcing, issue)
            if len(entries) > channel.most:
                found.append(_flood(announcing, issue, entries, channel.most, before))
            before = issue
    return tuple(sorted(found, key=lambda one: (one.issue.day, one.issue.channel.id)))


def silent(announcing: Announcing) -> tuple[Organisation, ...]:
    """Return the organisations with events in the last twelve months that announced none of them, by id.

    Who has something planned in a channel is about to. Where nothing at all is written down nobody can tell.

    >>> from seurantalo.announcing import Announcing
    >>> silent(Announcing(community, calendar, clashes, settings, today))
    ()
    """
    told = {event for channel in announcing.channels for event, _ in announcing.told(channel)}
    if not told:
        return ()
    today = announcing.today
    active: set[str] = set()
    heard: set[str] = set()
    channels = tuple(announcing.channels)
    for one in announcing.calendar.between(today - _YEAR, today - _ONE_DAY):
        if not one.cancelled:
            active.update(one.event.organisers)
            if one.event.id in told:
                heard.update(one.event.organisers)
    for event in announcing.community.events.values():
        if active.isdisjoint(event.organisers) or heard.issuperset(event.organisers):
            continue
        dates = announcing.calendar.of_event(event.id)
        coming = bool(dates) and dates[-1].first_day >= today
        if event.id in told or (coming and any(_takes(channel, event) for channel in channels)):
            heard.update(event.organisers)
    organisations = announcing.community.organisations
    return tuple(organisations[name] for name in sorted(active - heard) if name in organisations)


def missed_by(announcing: Announcing, days: int = 30) -> tuple[Missed, ...]:
    """Return what was missed in the last days, by channel and by the role that was to send it.

    >>> from seurantalo.announcing import Announcing
    >>> missed_by(Announcing(community, calendar, clashes, settings, today))
    ()
    """
    found: dict[tuple[str, Doer], list[Entry]] = {}
    for entry in announcing.missed(days):
        found.setdefault((entry.channel.id, entry.doer), []).append(entry)
    channels = announcing.community.channels
    return tuple(
        Missed(channel=channels[channel], doer=doer, entries=tuple(entries))
        for (channel, doer), entries in sorted(found.items())
    )


def _is_news(one: Occurrence) -> bool:
    return one.event.weight is not Weight.ROUTINE and not one.cancelled and one.status is not EventStatus.TENTATIVE


def _takes(channel: Channel, event: Event) -> bool:
    meant = meant_for(channel, event)
    return meant is not None and not meant.is_skipped and refusal_of(channel, event) is None


def _counted(announcing: Announcing, issue: Issue) -> tuple[Entry, ...]:
    return tuple(one for one in announcing.entries(issue) if not one.state.is_left_out)


def _flood(
    announcing: Announcing, issue: Issue, entries: tuple[Entry, ...], most: int, before: Issue | None
) -> Flood:
    if before is None or not _can_still_go(announcing, before):
        return Flood(issue=issue, entries=entries, most=most)
    room = most - len(_counted(announcing, before))
    wanted = min(room, len(entries) - most)
    movable = sorted((one for one in entries if one.state in (State.PLANNED, State.TODAY)), key=_worth_telling_early)
    return Flood(issue=issue, entries=entries, most=most, before=before, earlier=tuple(movable[: max(wanted, 0)]))


def _can_still_go(announcing: Announcing, issue: Issue) -> bool:
    ledger = announcing.ledger(issue)
    due = announcing.due_of(issue)
    return (ledger is None or ledger.delivery is Delivery.FAILED) and (due is None or due.day >= announcing.today)


def _worth_telling_early(entry: Entry) -> tuple[bool, bool, date, str]:
    event = entry.occurrence.event
    return event.weight is not Weight.MAJOR, event.registration is None, entry.occurrence.first_day, event.id
