"""One thing is sent, or shown as it would be, and what came of it is told."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from seurantalo.announcing import Issue, corrected_issue, issue_by_id
from seurantalo.cli.ledger_in_git import LedgerInGit
from seurantalo.cli.printing import say
from seurantalo.cli.send_jobs import MOST_POSTS, Job, open_entries
from seurantalo.cli.send_keys import keys_in
from seurantalo.cli.send_regional import RegionalSending
from seurantalo.cli.usage_error import system_error
from seurantalo.model.channel import Channel
from seurantalo.model.channel import Sender as Way
from seurantalo.project import Project
from seurantalo.publishing import Parts
from seurantalo.publishing.feeds.feed_files import CalendarFeeds
from seurantalo.publishing.ledger_file import ledger_path
from seurantalo.sending.book import ALL, FileBook, NoJournal, state_of
from seurantalo.sending.deliver import Delivering, Done, Piece, Result, resolved
from seurantalo.sending.keys import Keys, MissingKeysError
from seurantalo.sending.ledger import TakenError
from seurantalo.sending.letters import Desk, Letter, correction, digest
from seurantalo.sending.outcome import NotSentError
from seurantalo.sending.posts import Poster
from seurantalo.sending.services import SERVICES
from seurantalo.sending.smtp import Account, deliver
from seurantalo.sending.web import Answer, Request, exchange, rehearse

#: The keys of a mail account without which nothing can be sent.
_MAIL_KEYS = ("SMTP", "FROM")


class Sender:
    """Sends, and tells of it in the site's language. ``now`` is the moment of sending, in the site's zone."""

    def __init__(
        self, project: Project, parts: Parts, now: datetime, journal: LedgerInGit | None, *, is_dry: bool
    ) -> None:
        """Take what is announced, and the history to push to, if any."""
        self._project, self._parts, self._now, self._journal = project, parts, now, journal
        self._is_dry = is_dry
        #: How many posts have gone out in each channel.
        self._posted: dict[str, int] = {}
        self._announcing = parts.announcing
        self._environment = keys_in(os.environ)
        self._lang = project.lang

    @property
    def wall(self) -> datetime:
        """The moment as a clock on the wall shows it."""
        return self._now.replace(tzinfo=None)

    @cached_property
    def _feeds(self) -> CalendarFeeds:
        parts = self._parts
        return CalendarFeeds(parts.community, parts.calendar, parts.settings, parts.site)

    def run(self, job: Job) -> bool:
        """Send something; return whether all is well."""
        keys = Keys.of(job.channel, self._environment)
        invented = self._invented(job)
        if invented and not self._is_dry:
            self._tell(job.channel, job.ledger, invented)
            return False
        try:
            if self._is_dry:
                return self._shown(job, keys, invented)
            job, whole = self._within_bounds(job)
            if not job.entries and not whole:
                message = "{n} posts have gone out now. The rest goes out another time."
                self._tell(job.channel, job.ledger, self._lang.say(message, n=MOST_POSTS))
                return True
            pieces = self._pieces(job, keys)
            before = state_of(self._parts.community.announcements.get(f"{job.channel.id}/{job.ledger}"))
            done = Delivering(self._book(job.channel, job.ledger), before).run(pieces, whole=whole)
        except MissingKeysError as error:
            self._tell(
                job.channel, job.ledger, self._lang.say("Not set: {names}.", names=self._lang.listed(error.names))
            )
            return False
        except NotSentError as error:
            done = Done(Result.FAILED, error.reason)
        except TakenError:
            done = Done(Result.ASK)
        except OSError as error:
            # A full disk, a folder that may not be written: the ledger asks if it came to that, and others go on.
            self._tell(job.channel, job.ledger, system_error(error, self._lang))
            return False
        return self._told(job, done, keys)

    def bring_up_to_date(self, channel: Channel) -> bool:
        """Send to a regional calendar what it does not have; return whether all is well."""
        parts = self._parts
        sending = RegionalSending(
            project=self._project,
            community=parts.community,
            calendar=parts.calendar,
            facts=self._announcing.facts,
            now=self._now,
            journal=self._journal or NoJournal(),
        )
        keys = Keys.of(channel, self._environment)
        try:
            return sending.show(channel, keys.rehearsed(("KEY",))) if self._is_dry else sending.run(channel, keys)
        except MissingKeysError as error:
            words = self._lang.say("Not set: {names}.", names=self._lang.listed(error.names))
        except NotSentError as error:
            words = error.reason.in_words(self._lang)
        except TakenError:
            words = self._lang.say("It is not known whether it arrived.")
        except OSError as error:
            words = system_error(error, self._lang)
        say(f"{channel.name.in_language(self._lang.code)} ({channel.id}): {words}")
        return False

    def resolve(self, channel: Channel, ledger: str, *, sent: bool) -> None:
        """Write down what a person has found out of something unclear."""
        before = state_of(self._parts.community.announcements[f"{channel.id}/{ledger}"])
        if before is None:
            return
        base, number = corrected_issue(ledger)
        issue = issue_by_id(channel, base)
        told = {f"{one.event} {one.day}" for one in before.told}
        rest = () if number or issue is None or channel.sender is Way.EMAIL else open_entries(self._announcing, issue)
        whole = not [entry for entry in rest if f"{entry.key[0]} {entry.key[1]}" not in told]
        self._book(channel, ledger).go_on(resolved(before, sent=sent, whole=whole))
        message = "It counts as sent." if sent else "It counts as not sent, and may be sent again."
        self._tell(channel, ledger, self._lang.say(message))

    def _within_bounds(self, job: Job) -> tuple[Job, bool]:
        """Return what of a job may go out now, and whether that is all: a mistake in a file must not flood people."""
        if job.channel.sender not in SERVICES:
            return job, True
        room = MOST_POSTS - self._posted.get(job.channel.id, 0)
        some = replace(job, entries=job.entries[:room])
        self._posted[job.channel.id] = MOST_POSTS - room + len(some.entries)
        return some, len(some.entries) == len(job.entries)

    def is_known(self) -> bool:
        """Tell whether everything that was sent is known to the history; say what is not."""
        failed = self._journal.failed if self._journal else []
        for path in failed:
            say(self._lang.say("{file} could not be pushed. Push it by hand.", file=path.name))
        return not failed

    def _book(self, channel: Channel, ledger: str) -> FileBook:
        content = Path(os.path.relpath(self._project.docs, self._project.root)).as_posix()
        path = self._project.root / ledger_path(channel.id, ledger, content)
        journal = self._journal or NoJournal()
        return FileBook(path, self._lang, lambda: self.wall, journal)

    def _invented(self, job: Job) -> str:
        if job.channel.demo:
            return self._lang.say("The channel is invented for the demonstration: nothing is sent to it.")
        names = [entry.occurrence.event.id for entry in job.entries if entry.occurrence.event.demo]
        if not names:
            return ""
        return self._lang.say("Invented events are not sent: {events}.", events=self._lang.listed(sorted(set(names))))

    def _letter(self, job: Job, keys: Keys) -> Letter | None:
        desk = Desk(announcing=self._announcing, feeds=self._feeds, sender=keys["FROM"], now=self._now)
        return correction(job.issue, job.entries, job.number, desk) if job.number else digest(job.issue, desk)

    def _pieces(self, job: Job, keys: Keys) -> list[Piece]:
        if not job.entries:
            return []
        if job.channel.sender is Way.EMAIL:
            account = Account.of(keys)
            letter = self._letter(job, keys)
            return [] if letter is None else [Piece(ALL, letter.told, partial(_mailed, letter, account))]
        service = SERVICES[job.channel.sender]
        keys.need(*service.needs)
        return self._posts(job, keys, exchange)

    def _posts(self, job: Job, keys: Keys, ask: Callable[[Request], Answer]) -> list[Piece]:
        poster = Poster(
            announcing=self._announcing,
            service=SERVICES[job.channel.sender],
            keys=keys,
            ask=ask,
            now=self._now,
        )
        if not job.number:
            return poster.pieces(job.issue, job.entries)
        return poster.corrections(job.issue, job.entries, job.number, self._remote(job.issue))

    def _remote(self, issue: Issue) -> dict[str, str]:
        """Return what the service calls the posts of an issue, by event and day."""
        state = state_of(self._announcing.ledger(issue))
        return dict(state.posts) if state else {}

    def _shown(self, job: Job, keys: Keys, invented: str) -> bool:
        """Print every octet that would go out, without the keys; nothing is opened and nothing written."""
        if invented:
            self._tell(job.channel, job.ledger, invented)
        if not job.entries:
            self._tell(job.channel, job.ledger, self._lang.say("Nothing to send."))
            return True
        if job.channel.sender is Way.EMAIL:
            keys = keys.rehearsed(_MAIL_KEYS)
            letter = self._letter(job, keys)
            if letter is not None:
                say(f"MAIL FROM:<{letter.mail.sender_address}>", f"RCPT TO:<{letter.mail.recipient}>", "DATA")
                say(keys.hide(letter.mail.octets.decode("ascii").replace("\r\n", "\n")))
            return True
        keys = keys.rehearsed(SERVICES[job.channel.sender].needs)

        def show(request: Request) -> Answer:
            say(keys.hide(request.octets.decode("utf-8", "replace").replace("\r\n", "\n")), "")
            return rehearse(request)

        for piece in self._posts(job, keys, show):
            piece.send()
        return True

    def _told(self, job: Job, done: Done, keys: Keys) -> bool:
        lang, entries = self._lang, len(job.entries)
        reason = f" {done.reason.in_words(lang)}" if done.reason else ""
        match done.result:
            case Result.NOTHING:
                words = lang.say("Sent before.") if self._was_sent(job) else lang.say("Nothing to send.")
            case Result.SENT if job.channel.sender is Way.EMAIL:
                words = lang.count("Sent: {n} event.", "Sent: {n} events.", entries)
            case Result.SENT:
                words = lang.count("Sent: {n} post.", "Sent: {n} posts.", done.sent)
            case Result.FAILED:
                words = lang.say("Not sent.") + reason
            case _:
                words = lang.say("It is not known whether it arrived.") + reason
        self._tell(job.channel, job.ledger, words)
        if done.reason and done.reason.said:
            say(lang.say("The server said: {words}", words=keys.shown(done.reason.said)))
        if done.result in (Result.ASK, Result.UNCLEAR):
            command = f"seurantalo send --channel {job.channel.id} --issue {job.ledger} --resolve sent|not-sent"
            say(lang.say("Find out, and say it: {command}", command=command))
        return done.result in (Result.NOTHING, Result.SENT)

    def _was_sent(self, job: Job) -> bool:
        return f"{job.channel.id}/{job.ledger}" in self._parts.community.announcements

    def _tell(self, channel: Channel, ledger: str, words: str) -> None:
        say(f"{channel.name.in_language(self._lang.code)} ({channel.id}), {ledger}: {words}")


def _mailed(letter: Letter, account: Account) -> str:
    mail = letter.mail
    deliver(mail.octets, mail.sender_address, mail.recipient, account)
    return mail.message_id
