"""What was told, by whom it was written down: in the ledger, or by hand in the event's own file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from seurantalo.announcing.issues import Issue, comes_out, corrected_issue, issue_by_id
from seurantalo.announcing.told_lines import told_new_day
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Announcement, Channel, Delivery
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.record import day_of

#: An event's id and the day that was told.
Key: TypeAlias = tuple[str, date]
_UNKNOWN: Final = date.min
_OPEN: Final = (Delivery.SENDING, Delivery.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Telling:
    """One event date told once. ``facts`` is None where nobody knows what was said, ``on`` where nobody knows when.

    ``issue`` is the one that told or was corrected; None where the channel has no such issue any more.
    """

    key: Key
    facts: str | None
    on: date | None
    issue: Issue | None
    correction: int = 0
    """Which correction of the issue told it, from one; 0: the issue itself."""
    moved_from: date | None = None
    """The day whose move told of this day, where nothing else did."""


#: Returns what somebody told by hand of an event, beside the days of it that the ledger tells of.
ByHand: TypeAlias = Callable[[Channel, Event, frozenset[date]], Iterator[Telling]]


class Book:
    """The tellings of a community, channel by channel, made when a channel is asked about."""

    def __init__(self, community: Community, by_hand: ByHand) -> None:
        """Take the records, and who knows what was told by hand."""
        self._community = community
        self._by_hand = by_hand
        self._tellings: dict[str, Mapping[Key, tuple[Telling, ...]]] = {}
        self._promised: dict[str, Mapping[Key, Telling]] = {}
        self._unclear: dict[str, frozenset[Key]] = {}
        self._ledgers: Mapping[str, list[Announcement]] | None = None
        self._handmade: list[Event] | None = None
        self._former: Mapping[str, str] | None = None

    def of(self, channel: Channel) -> Mapping[Key, tuple[Telling, ...]]:
        """Return what a channel told, by event and day, the earliest first."""
        found = self._tellings.get(channel.id)
        if found is None:
            found = self._tellings[channel.id] = self._collected(channel)
        return found

    def promised(self, channel: Channel) -> Mapping[Key, Telling]:
        """Return the new days of which a channel told by telling that something has moved, and not by themselves.

        Each is told of once more, in its own issue; but readers know of it, and have to hear where it moves again.
        """
        found = self._promised.get(channel.id)
        if found is None:
            told = self.of(channel)
            last = ((key, some[-1]) for key, some in told.items() if comes_out(channel))
            news = ((event, day, one, told_new_day(one.facts or "")) for (event, day), one in last)
            days = (
                replace(one, key=(event, new[0]), facts=new[1], moved_from=day)
                for event, day, one, new in news
                if new
            )
            found = self._promised[channel.id] = {one.key: one for one in days if one.key not in told}
        return found

    def told_in(self, issue: Issue) -> frozenset[Key]:
        """Return what was told in an issue by its ledger, perhaps."""
        ledger = self.ledger(issue)
        if ledger is None or ledger.delivery is Delivery.FAILED:
            return frozenset()
        return frozenset((self.now_called(one.event), one.day) for one in ledger.told)

    def ledger(self, issue: Issue) -> Announcement | None:
        """Return the record of an issue; None where none was written."""
        return self._community.announcements.get(f"{issue.channel.id}/{issue.id}")

    def unclear(self, channel: Channel) -> frozenset[Key]:
        """Return what was perhaps told: somebody has to find out."""
        found = self._unclear.get(channel.id)
        if found is None:
            ledgers = (one for one in self._by_channel().get(channel.id, ()) if one.delivery in _OPEN)
            told = (each for one in ledgers for each in one.told)
            found = self._unclear[channel.id] = frozenset((self.now_called(one.event), one.day) for one in told)
        return found

    def is_unclear(self, issue: Issue) -> bool:
        """Tell whether an issue was perhaps sent, and its ledger does not say with what in it."""
        ledger = self.ledger(issue)
        return ledger is not None and ledger.delivery in _OPEN and not ledger.told

    def now_called(self, event: str) -> str:
        """Return the id that an event has now, by the one that it had when it was told."""
        if event in self._community.events:
            return event
        if self._former is None:
            self._former = {old: one.id for one in self._community.events.values() for old in one.former_ids}
        return self._former.get(event, event)

    def _by_channel(self) -> Mapping[str, list[Announcement]]:
        if self._ledgers is None:
            found: dict[str, list[Announcement]] = {}
            for one in self._community.announcements.values():
                found.setdefault(one.channel, []).append(one)
            self._ledgers = found
        return self._ledgers

    def _collected(self, channel: Channel) -> Mapping[Key, tuple[Telling, ...]]:
        if self._handmade is None:
            self._handmade = [one for one in self._community.events.values() if one.channel_plan.choices]
        found: dict[Key, list[Telling]] = {}
        for ledger in self._by_channel().get(channel.id, ()):
            if ledger.delivery is Delivery.SENT:
                issue, (_, number) = issue_by_id(channel, ledger.issue), corrected_issue(ledger.issue)
                on = None if ledger.sent_at is None else day_of(ledger.sent_at)
                for one in ledger.told:
                    key = self.now_called(one.event), one.day
                    found.setdefault(key, []).append(Telling(key, one.facts, on, issue, number))
        for event in self._handmade:
            days = frozenset(day for name, day in found if name == event.id)
            for telling in self._by_hand(channel, event, days):
                found.setdefault(telling.key, []).append(telling)
        return {key: tuple(sorted(some, key=_when)) for key, some in found.items()}


def _when(telling: Telling) -> tuple[date, date, int]:
    day = _UNKNOWN if telling.issue is None else telling.issue.day
    return telling.on or day, day, telling.correction
