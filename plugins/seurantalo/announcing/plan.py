"""The plan: what every channel tells of, issue by issue, by when, and where each announcement stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from seurantalo.announcing.admission import meant_for
from seurantalo.announcing.book import Key
from seurantalo.announcing.corrections import faster
from seurantalo.announcing.due import Due, due_of, news_day
from seurantalo.announcing.entries import Entries
from seurantalo.announcing.entry import Entry, State
from seurantalo.announcing.facts import NO_MEANS, Facts, Means
from seurantalo.announcing.hand_notes import AsThen
from seurantalo.announcing.issues import Issue, comes_out, issues_appearing
from seurantalo.announcing.ordering import in_order
from seurantalo.announcing.told_lines import told_line
from seurantalo.announcing.vanished import Vanished, vanished_of
from seurantalo.announcing.windows import lead_of
from seurantalo.model.channel import Announcement, Channel, Told
from seurantalo.model.community import Community
from seurantalo.model.record import day_of
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes import Clashes
from seurantalo.planner.occurrence import Occurrence

#: Issues that pages show: so many that have appeared, and so many to come.
PAST_ISSUES: Final = 4
COMING_ISSUES: Final = 8
_YEAR: Final = timedelta(days=366)
_WEEK: Final = timedelta(weeks=1)
_ONE_DAY: Final = timedelta(days=1)


class Announcing:
    """All that is announced, worked out as it is asked for and once; nothing is done before.

    ``means`` is what texts need, so that facts are told as the ledger has them; ``as_then`` knows how an event's file
    was on a day, for what somebody told by hand.

    >>> from dataclasses import replace
    >>> from seurantalo.model.channel import ByDefault, ChannelType, DeadlineRule, InWeek
    >>> from seurantalo.model import Community, Text
    >>> paper = Channel(id="lehti", origin=event.origin, name=Text.plain("Lehti"), channel_type=ChannelType.PAPER,
    ...                 appears=(2,), default=ByDefault(), deadline=DeadlineRule(InWeek(0)))
    >>> records = [one for table in community.by_kind.values() for one in table.values()]
    >>> announcing = Announcing(Community([*records, paper]), calendar, clashes, settings, date(2027, 3, 1))
    >>> [(one.issue.id, str(one.due.day), one.state.value) for one in announcing.of_event("konsertti")]
    [('2027-03-17', '2027-03-15', 'planned')]
    """

    def __init__(
        self,
        community: Community,
        calendar: Calendar,
        clashes: Clashes,
        settings: Settings,
        today: date,
        *,
        means: Means = NO_MEANS,
        as_then: AsThen = lambda *_: None,
    ) -> None:
        """Take the site as it is on the day ``today``."""
        self.community, self.calendar, self.settings, self.today = community, calendar, settings, today
        self.means = means
        self._made = Entries(community, calendar, clashes, settings, today, means, as_then)
        self._by_issue: dict[tuple[str, str], tuple[Entry, ...]] = {}
        self._changed: dict[str, tuple[Entry, ...]] = {}

    @property
    def channels(self) -> Iterable[Channel]:
        """The channels, by id."""
        return self.community.channels.values()

    def issues(self, channel: str) -> tuple[Issue, ...]:
        """Return the last four issues that have appeared and the next eight, in order.

        A channel without issues has one for each event date of the last four weeks and the next eight.
        """
        one = self.community.channels[channel]
        if not comes_out(one):
            first, last = self.today - PAST_ISSUES * _WEEK, self.today + COMING_ISSUES * _WEEK
            return tuple(entry.issue for entry in self.between(channel, first, last) if entry.issue.event)
        past = issues_appearing(one, self.today - _YEAR, self.today - _ONE_DAY)
        return *past[-PAST_ISSUES:], *issues_appearing(one, self.today, self.today + _YEAR)[:COMING_ISSUES]

    def entries(self, issue: Issue) -> tuple[Entry, ...]:
        """Return what an issue tells of, in the channel's order, and what is left out of it (its state says so)."""
        key = issue.channel.id, issue.id
        found = self._by_issue.get(key)
        if found is None:
            corrections = (one for one in self._changes(issue.channel) if one.correction == issue)
            some = (*self._regular(issue), *self._told_in(issue), *corrections)
            found = self._by_issue[key] = self._in_order(issue.channel, some)
        return found

    def between(self, channel: str, first: date, last: date) -> tuple[Entry, ...]:
        """Return what a channel tells of the days from ``first`` to ``last``: each date as it stands now."""
        one = self.community.channels[channel]
        days = sorted(key for key in self._known(one) if first <= key[1] <= last)
        told = (self._made.on(*key) for key in days)
        dates = (
            *filter(None, told),
            *(each for each in self.calendar.between(first, last) if each.first_day >= first),
        )
        return self._in_order(one, filter(None, (self._made.current(one, each) for each in dates)))

    def of_event(self, event: str) -> tuple[Entry, ...]:
        """Return where the coming dates of an event are told, channel by channel, as it stands now."""
        one = self.community.events.get(event)
        if one is None:
            return ()
        coming = [each for each in self.calendar.of_event(event) if each.last_day >= self.today]
        days = {each.first_day for each in coming}
        found: list[Entry] = []
        for channel in self.channels:
            told = [day for day in self._made.told_days(channel, event) if day >= self.today]
            if told or meant_for(channel, one) is not None:
                gone = (self._made.on(event, day) for day in told if day not in days)
                dates = sorted((*coming, *filter(None, gone)), key=lambda each: (each.starts_at, each.ends_at))
                found += filter(None, (self._made.current(channel, each) for each in dates))
        return tuple(found)

    def ledger(self, issue: Issue) -> Announcement | None:
        """Return the record of what was sent in an issue; None where none was written."""
        return self._made.book.ledger(issue)

    def due_of(self, issue: Issue) -> Due | None:
        """Return by when an issue as a whole has to be sent; None without a rule, or with one in free words."""
        return due_of(issue, None, self._made.holidays)

    def told_of(self, entries: Iterable[Entry]) -> tuple[Told, ...]:
        """Return what the ledger will say of entries: the facts as they are now.

        Of what has moved it says the old day: the new one is told of by itself, in its own issue.
        """
        return tuple(dict.fromkeys(Told(*one.key, told_line(self.facts(one.occurrence))) for one in entries))

    def to_correct(self) -> tuple[Entry, ...]:
        """Return the changes that have to be told, each in the issue that is to tell it, the next events first."""
        changed = (entry for channel in self.channels for entry in self._changes(channel))
        return tuple(sorted(changed, key=lambda one: (one.occurrence.starts_at, one.channel.id, one.key)))

    def due(self, first: date, last: date) -> tuple[Entry, ...]:
        """Return what is due, or to be told a second time, on the days from ``first`` to ``last``, by that day."""
        near = (
            entry for channel in self.channels if _has_rule(channel) for entry in self._near(channel, first, last)
        )
        wanted = (
            one for one in near if not one.state.is_left_out and any(first <= day <= last for day in _days(one))
        )
        found = {(one.channel.id, one.key): one for one in wanted}
        return tuple(sorted(found.values(), key=_by_chance))

    def missed(self, days: int = 30) -> tuple[Entry, ...]:
        """Return what was due in the last days and is not recorded as told, the latest first."""
        first, last = self.today - timedelta(days=days), self.today - _ONE_DAY
        near = (entry for channel in self.channels for entry in self._near(channel, first, last))
        found = (one for one in near if one.state is State.MISSED and first <= one.last_chance <= last)
        return tuple(sorted(found, key=_by_chance, reverse=True))

    def faster(self, entry: Entry) -> tuple[Channel, ...]:
        """Return the channels that can still tell of an entry in time, those that reach people soonest first."""
        return faster(entry, self.channels, self._made.placing, self.today, self._made.holidays)

    def vanished(self) -> tuple[Vanished, ...]:
        """Return what was told of days to come, of events that have no file any more, the next days first."""
        found = vanished_of(self.channels, self._made.book, self.community, self.today)
        return tuple(sorted(found, key=lambda one: one.day))

    def facts(self, one: Occurrence) -> Facts:
        """Return the facts of a date in the site's language, as the ledger tells them."""
        return self._made.facts(one)

    def _known(self, channel: Channel) -> set[Key]:
        """Return the dates that readers of a channel know of: told, or the new day of what has moved."""
        return {*self._made.book.of(channel), *self._made.book.promised(channel)}

    def told(self, channel: Channel) -> Iterable[Key]:
        """Return what a channel has told of, by event and day."""
        return self._made.book.of(channel).keys()

    def _regular(self, issue: Issue) -> Iterator[Entry]:
        """Yield what is planned for an issue."""
        first, last = self._made.placing(issue.channel).window(issue)
        for one in self.calendar.between(first, last):
            if one.first_day >= first and issue.event in ("", one.event.id):
                entry = self._made.within(issue, one)
                if entry is not None:
                    yield entry

    def _told_in(self, issue: Issue) -> Iterator[Entry]:
        """Yield what was told in an issue, be it planned for it or not."""
        book = self._made.book
        told = {key for key, some in book.of(issue.channel).items() if any(one.issue == issue for one in some)}
        for key in sorted(told | book.told_in(issue)):
            one = self._made.on(*key)
            entry = None if one is None else self._made.within(issue, one)
            if entry is not None:
                yield entry

    def _changes(self, channel: Channel) -> tuple[Entry, ...]:
        """Return what a channel told, is otherwise now and to come, each in the issue that is to tell it."""
        found = self._changed.get(channel.id)
        if found is None:
            days = sorted(key for key in self._known(channel) if key[1] >= self.today)
            dates = filter(None, (self._made.on(*key) for key in days))
            entries = filter(None, (self._made.current(channel, one) for one in dates))
            found = self._changed[channel.id] = tuple(one for one in entries if one.state is State.CHANGED)
        return found

    def _near(self, channel: Channel, first: date, last: date) -> Iterator[Entry]:
        """Yield what may have been, or be, due in a channel on some days, and more."""
        until = last + lead_of(channel)
        if comes_out(channel):
            for issue in issues_appearing(channel, first, until):
                yield from self.entries(issue)
            return
        yield from self.between(channel.id, first, until)
        for day, one in self._registering:
            if first <= day <= until < one.first_day:
                entry = self._made.current(channel, one)
                if entry is not None:
                    yield entry

    @cached_property
    def _registering(self) -> tuple[tuple[date, Occurrence], ...]:
        """Return the dates whose news is late before their day, each with the day of registration."""
        events = (one for one in self.community.events.values() if one.registration and one.registration.until)
        dates = (one for event in events for one in self.calendar.of_event(event.id)[:1])
        news = ((news_day(one.event, one.first_day), one) for one in dates)
        return tuple((day, one) for day, one in news if day < one.first_day)

    def _in_order(self, channel: Channel, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        by_key = {entry.key: entry for entry in entries}
        return in_order(channel, by_key.values(), self.community, self._made.lang)


def _has_rule(channel: Channel) -> bool:
    return bool(channel.deadline or channel.reminder or channel.exceptions or channel.issues)


def _days(entry: Entry) -> Iterator[date]:
    """Yield the days on which somebody has something to do for an entry."""
    yield from (one.day for one in (entry.due,) if one is not None)
    yield from (day_of(one) for one in (entry.reminder,) if one is not None)


def _by_chance(entry: Entry) -> tuple[date, str, int, Key]:
    return entry.last_chance, entry.channel.id, entry.occurrence.starts_at, entry.key
