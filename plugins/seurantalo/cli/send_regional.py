"""A regional calendar is brought to what the site says, or what would be sent is shown; what came of it is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Final

from seurantalo.announcing.facts import Facts
from seurantalo.announcing.told_lines import told_line
from seurantalo.cli.printing import say
from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.channel import Announcement, Channel, Delivery, Told
from seurantalo.model.community import Community
from seurantalo.planner.calendar import Calendar
from seurantalo.planner.occurrence import Occurrence
from seurantalo.project import Project
from seurantalo.publishing.api.regional.bodies import Draft
from seurantalo.publishing.api.regional.report import RegionalReport, Telling, report_for
from seurantalo.publishing.api.regional.terms import MOST_OCTETS, Terms, read_snapshot, snapshot_path
from seurantalo.publishing.api.values import Values
from seurantalo.publishing.feeds.brief import Briefs
from seurantalo.publishing.ledger_file import ledger_path
from seurantalo.sending.book import FileBook, Journal, NoJournal, state_of
from seurantalo.sending.deliver import State
from seurantalo.sending.keys import Keys
from seurantalo.sending.outcome import NotSentError, Reason
from seurantalo.sending.regional import Regional, send_regional
from seurantalo.sending.web import Answer, Request, checked_address, exchange, rehearse

#: Refusals that are told one by one.
_MOST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalSending:
    """What it takes to send to regional calendars. ``now`` is in the site's zone."""

    project: Project
    community: Community
    calendar: Calendar
    facts: Callable[[Occurrence], Facts]
    now: datetime
    journal: Journal = field(default_factory=NoJournal)

    @property
    def lang(self) -> Language:
        """The language of what is told."""
        return self.project.lang

    def run(self, channel: Channel, keys: Keys) -> bool:
        """Send what the calendar does not have yet; return whether all is well."""
        keys.need("KEY", "SERVER")
        report = self._reporting(channel)(self._terms(channel))
        invented = sorted({one.event for one in report.taken if self.community.events[one.event].demo})
        if invented or channel.demo:
            self._tell(channel, self._invented(channel, invented))
            return False
        try:
            _check_address(self._terms(channel).address, channel, keys)
        except NotSentError as error:
            self._tell(channel, error.reason.in_words(self.lang))
            return False
        ledger = _Ledger(self, channel)
        done = self._sent(channel, keys["KEY"], exchange, ledger.begin)
        ledger.end(done)
        return self._told(channel, done, keys)

    def show(self, channel: Channel, keys: Keys) -> bool:
        """Print every octet that would go out to a calendar that has nothing yet; no socket is opened."""

        def ask(request: Request) -> Answer:
            say(keys.hide(request.octets.decode("utf-8", "replace").replace("\r\n", "\n")), "")
            return rehearse(request)

        done = self._sent(channel, keys["KEY"], ask, lambda: None)
        return self._told(channel, done, keys)

    def told(self, drafts: Iterable[Draft]) -> Iterator[Told]:
        """Yield the facts of event dates that went out."""
        for draft in drafts:
            for one in self.calendar.of_event(draft.event):
                if one.first_day == draft.day:
                    yield Told(one.event.id, one.first_day, told_line(self.facts(one)))
                    break

    def _sent(
        self, channel: Channel, key: str, ask: Callable[[Request], Answer], before: Callable[[], None]
    ) -> Regional:
        today = self.project.today
        return send_regional(self._reporting(channel), self._terms(channel), today, key, ask, before)

    def _terms(self, channel: Channel) -> Terms:
        if channel.regional is None:
            raise NotSentError("The channel has no regional calendar.")
        try:
            with (self.project.root / snapshot_path(channel)).open("rb") as stream:
                # Whatever stands there, or is led to: no more than a snapshot has.
                snapshot = read_snapshot(stream.read(MOST_OCTETS + 1))
        except FileNotFoundError:
            snapshot = read_snapshot(None)
        return Terms.of(channel, channel.regional, snapshot, self.now)

    def _reporting(self, channel: Channel) -> Callable[[Terms], RegionalReport]:
        project = self.project
        values = Values(project.site, project.settings.language)
        briefs = Briefs(self.community, project.site, project.lang, project.settings.timezone)
        telling = Telling(self.community, self.calendar, values, briefs)
        return lambda terms: report_for(telling, channel, terms)

    def _invented(self, channel: Channel, events: list[str]) -> str:
        if channel.demo:
            return self.lang.say("The channel is invented for the demonstration: nothing is sent to it.")
        return self.lang.say("Invented events are not sent: {events}.", events=self.lang.listed(events))

    def _told(self, channel: Channel, done: Regional, keys: Keys) -> bool:
        lang = self.lang
        if done.stopped is not None:
            first = "It is not known whether it arrived." if done.unclear else "Not sent."
            self._tell(channel, f"{lang.say(first)} {done.stopped.in_words(lang)}")
            if done.stopped.said:
                say(lang.say("The server said: {words}", words=keys.shown(done.stopped.said)))
        words = "{new} new, {changed} changed, {gone} taken away, {same} as before, {kept} kept back."
        counts = {"new": len(done.new), "changed": len(done.changed), "gone": len(done.gone)}
        self._tell(channel, lang.say(words, **counts, same=max(0, done.same), kept=len(done.kept)))
        for name, reason in done.refused[:_MOST]:
            self._tell(channel, lang.say("{event}: {why}", event=name, why=reason.in_words(lang)))
            if reason.said:
                say(lang.say("The server said: {words}", words=keys.shown(reason.said)))
        if done.too_many:
            words = "{n} events would vanish from the calendar at once. Nothing was taken away: look first."
            self._tell(channel, lang.say(words, n=done.too_many))
        return done.stopped is None and not done.refused and not done.too_many

    def _tell(self, channel: Channel, words: str) -> None:
        say(f"{channel.name.in_language(self.lang.code)} ({channel.id}): {words}")


class _Ledger:
    """The week of sending in the ledger: what was told in it. A calendar is asked what it has, so no try is lost."""

    def __init__(self, sending: RegionalSending, channel: Channel) -> None:
        self._sending = sending
        year, week, _ = sending.project.today.isocalendar()
        name = f"{year}-w{week:02}"
        project = sending.project
        content = Path(os.path.relpath(project.docs, project.root)).as_posix()
        found: Announcement | None = sending.community.announcements.get(f"{channel.id}/{name}")
        self._before = state_of(found)
        wall = sending.now.replace(tzinfo=None)
        path = project.root / ledger_path(channel.id, name, content)
        self._book = FileBook(path, project.lang, lambda: wall, sending.journal)
        self._has_begun = False

    def begin(self) -> None:
        """Write that something is about to be sent."""
        told = self._before.told if self._before is not None else ()
        state = State(Delivery.SENDING, told)
        if self._before is None:
            self._book.begin(state)
        else:
            self._book.go_on(state)
        self._has_begun = True

    def end(self, done: Regional) -> None:
        """Write what came of it, where anything was sent."""
        if not self._has_begun:
            return
        before = {(one.event, one.day): one for one in (self._before.told if self._before is not None else ())}
        now = {(one.event, one.day): one for one in self._sending.told(done.told)}
        delivery, reason = _outcome(done)
        told = tuple(one for _, one in sorted({**before, **now}.items()))
        self._book.go_on(State(delivery, told, (), reason))


def _check_address(address: str, channel: Channel, keys: Keys) -> None:
    """Raise NotSentError where the key is not for this address.

    Whoever may propose a line of a channel's file could else have the key sent to a server of theirs.
    """
    checked_address(address, channel.id)
    name = keys.variable("SERVER")
    server = checked_address(keys["SERVER"], name)
    if not address.startswith(f"{server}/"):
        raise NotSentError(
            "The channel’s file has another address than {name}, and the key goes there only.", name=name
        )


def _outcome(done: Regional) -> tuple[Delivery, Reason | None]:
    if done.stopped is None:
        return Delivery.SENT, None
    return (Delivery.UNCLEAR, None) if done.unclear else (Delivery.FAILED, done.stopped)
