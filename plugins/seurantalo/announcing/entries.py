"""The entry of one event date in one channel: who takes it, in which issue, by when, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from seurantalo.announcing.admission import Meant, is_weekly, meant_for, season_starts
from seurantalo.announcing.book import Book, Telling
from seurantalo.announcing.corrections import correction_of, with_correction
from seurantalo.announcing.due import Due, due_of, news_day, reminder_of
from seurantalo.announcing.entry import Entry, LeftOut, State
from seurantalo.announcing.facts import Facts, Means, facts_of
from seurantalo.announcing.gone_dates import GoneDates
from seurantalo.announcing.hand_notes import AsThen, HandNotes
from seurantalo.announcing.issues import Issue, date_issue
from seurantalo.announcing.placing import Placing
from seurantalo.announcing.states import Judge
from seurantalo.announcing.told_lines import told_line
from seurantalo.language import language
from seurantalo.model.channel import Channel
from seurantalo.model.community import Community
from seurantalo.model.event import Event, Weight
from seurantalo.model.settings import Settings
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.clashes import Clashes
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.planner.zone import Zone


class Entries:
    """Makes entries, and keeps what many of them share: issues, facts, what was told."""

    def __init__(
        self,
        community: Community,
        calendar: Calendar,
        clashes: Clashes,
        settings: Settings,
        today: date,
        means: Means,
        as_then: AsThen,
    ) -> None:
        """Take the site as it is on the day ``today``."""
        self._community, self._calendar, self._clashes, self._today = community, calendar, clashes, today
        self._means = means
        self.lang = language(settings.language)
        self.holidays = HolidayCalendar()
        self._zone = Zone(settings.timezone)
        self._placings: dict[str, Placing] = {}
        self._facts: dict[tuple[str, date, int], Facts] = {}
        self._dues: dict[tuple[str, date, date], Due | None] = {}
        self._seasons: dict[str, frozenset[date]] = {}
        self._days: dict[str, Mapping[str, tuple[date, ...]]] = {}
        self._gone = GoneDates(calendar, settings)
        self._judge = Judge(today=today, facts_of=self.facts, created_on=self._created_on)
        notes = HandNotes(calendar, settings, as_then, lambda one: told_line(self._worded(one)), self.placing)
        self.book = Book(community, notes.tellings)

    def facts(self, one: Occurrence) -> Facts:
        """Return the facts of a date in the site's language, as the ledger tells them."""
        key = one.event.id, one.first_day, one.starts_at
        found = self._facts.get(key)
        if found is None:
            found = self._facts[key] = self._worded(one)
        return found

    def placing(self, channel: Channel) -> Placing:
        """Return who knows which issue of a channel tells of a day."""
        found = self._placings.get(channel.id)
        if found is None:
            found = self._placings[channel.id] = Placing(channel)
        return found

    def on(self, event: str, day: date) -> Occurrence | None:
        """Return the date that an event has on a day, or what became of it; None for an event that is gone."""
        one = self._community.events.get(event)
        return None if one is None else self._gone.on(one, day)

    def told_days(self, channel: Channel, event: str) -> tuple[date, ...]:
        """Return the days of an event that a channel has told of."""
        found = self._days.get(channel.id)
        if found is None:
            days: dict[str, tuple[date, ...]] = {}
            for name, day in sorted({*self.book.of(channel), *self.book.promised(channel)}):
                days[name] = (*days.get(name, ()), day)
            found = self._days[channel.id] = days
        return found.get(event, ())

    def current(self, channel: Channel, one: Occurrence) -> Entry | None:
        """Return a date as it stands now in a channel: told, in the issue that told it; of a change, in the next."""
        tellings = self._tellings(channel, one)
        meant = meant_for(channel, one.event)
        if meant is None and not tellings:
            return None
        home = self._home(channel, one)
        told_in = tellings[-1].issue if tellings else None
        issue = home if told_in is None or (home is not None and home.event) else told_in
        if issue is None:
            return self._not_covered(channel, one, meant)
        entry = self._judged(self._made(channel, one, issue, meant), meant, tellings)
        if entry is None or entry.state is not State.CHANGED:
            return entry
        return with_correction(entry, self._correction(entry, tellings), self.holidays)

    def within(self, issue: Issue, one: Occurrence) -> Entry | None:
        """Return a date as it stands in an issue that was to tell of it, or told of it; None where neither is so."""
        channel, tellings = issue.channel, self._tellings(issue.channel, one)
        meant = meant_for(channel, one.event)
        key = one.event.id, one.first_day
        told_here = any(each.issue == issue for each in tellings) or key in self.book.told_in(issue)
        if meant is None and not told_here:
            return None
        home = self._home(channel, one)
        if home is not None and home.event:
            # A week of a channel without issues: each date is its own.
            issue = home
        elif not told_here and (home != issue or any(each.issue is not None for each in tellings)):
            # Planned for another issue, or told in another one already.
            return None
        entry = self._judged(self._made(channel, one, issue, meant), meant, tellings)
        if entry is None or entry.state is not State.CHANGED:
            return entry
        return replace(entry, correction=self._correction(entry, tellings))

    def _correction(self, entry: Entry, tellings: Sequence[Telling]) -> Issue | None:
        placing = self.placing(entry.channel)
        return correction_of(entry.occurrence, tellings[-1], placing, self.book, self._today, self.holidays)

    def _tellings(self, channel: Channel, one: Occurrence) -> Sequence[Telling]:
        """Return what was told of a date; of one that is off also what was told of it by telling of a move there."""
        key = one.event.id, one.first_day
        told = self.book.of(channel).get(key, ())
        if told or not one.cancelled:
            return told
        promised = self.book.promised(channel).get(key)
        back = one.moved_to is not None and promised is not None and one.moved_to.first_day == promised.moved_from
        return () if promised is None or back else (promised,)

    def _home(self, channel: Channel, one: Occurrence) -> Issue | None:
        news = news_day(one.event, one.first_day)
        return self.placing(channel).of(one.event.id, one.first_day, one.last_day, news)

    def _made(self, channel: Channel, one: Occurrence, issue: Issue, meant: Meant | None) -> Entry:
        choice = None if meant is None else meant.choice
        return Entry(
            channel=channel,
            issue=issue,
            occurrence=one,
            by_default=meant is not None and meant.by_default,
            choice=choice,
            due=self._due(issue, news_day(one.event, one.first_day)),
            reminder=reminder_of(issue, one.first_day, self.holidays),
            doer=channel.doers.sends if choice is None or choice.doer is None else choice.doer,
            twin=self._twin(one.event),
        )

    def _due(self, issue: Issue, news: date) -> Due | None:
        key = issue.channel.id, issue.day, news
        if key not in self._dues:
            self._dues[key] = due_of(issue, news, self.holidays)
        return self._dues[key]

    def _judged(self, entry: Entry, meant: Meant | None, tellings: Sequence[Telling]) -> Entry | None:
        if entry.key in self.book.unclear(entry.channel) or self.book.is_unclear(entry.issue):
            return replace(entry, state=State.UNCLEAR)
        if tellings:
            return self._judge.of_told(entry, tellings)
        if meant is None or not self._begins(entry.occurrence):
            return None
        judged = self._judge.of_untold(entry, meant, self.book.ledger(entry.issue))
        late = judged is not None and judged.state in (State.MISSED, State.TOO_LATE)
        return None if late and self._told_as_moved(entry) else judged

    def _not_covered(self, channel: Channel, one: Occurrence, meant: Meant | None) -> Entry | None:
        """Return a date that the file names for a channel, and that no issue of the channel tells about."""
        if meant is None or meant.choice is None or one.cancelled or not self._begins(one):
            return None
        issue = date_issue(channel, one.event.id, one.first_day, one.last_day)
        made = replace(self._made(channel, one, issue, meant), due=None, reminder=None)
        return replace(made, state=State.NOT_ADMITTED, left_out=LeftOut.NOT_COVERED)

    def _begins(self, one: Occurrence) -> bool:
        """Tell whether a date is told of: of a weekly group those on which a season begins."""
        event = one.event
        if event.weight is not Weight.ROUTINE or not is_weekly(event):
            return True
        days = self._seasons.get(event.id)
        if days is None:
            days = self._seasons[event.id] = season_starts(self._calendar.of_event(event.id))
        return one.first_day in days

    def _told_as_moved(self, entry: Entry) -> bool:
        """Tell whether a channel tells of a date where it tells that another has moved to it."""
        event, first_day = entry.key
        dates = (self.on(event, day) for day in self.told_days(entry.channel, event))
        moved = (one.moved_to for one in dates if one is not None and one.moved_to is not None)
        return any(one.first_day == first_day for one in moved)

    def _twin(self, event: Event) -> str | None:
        for finding in self._clashes.of_event(event.id):
            if finding.rule == "duplicate" and finding.agreed is None:
                return next((other for other in finding.event_ids if other != event.id), None)
        return None

    def _worded(self, one: Occurrence) -> Facts:
        return facts_of(one, self._community, self.lang, self._means)

    def _created_on(self, one: Occurrence) -> date:
        return self._zone.wall(int(one.event.revision.created.timestamp())).date()
