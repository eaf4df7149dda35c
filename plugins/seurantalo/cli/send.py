"""``seurantalo send``: what is due goes out to the channels that machines can reach, at most once.

The ledger is written before anything is sent, and after; one channel that fails stops no other. Builds never send.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from seurantalo.announcing import Announcing
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say
from seurantalo.cli.send_jobs import Job, due_now, is_machine, of_issue, of_week, unfinished
from seurantalo.cli.usage_error import UsageError
from seurantalo.model.channel import Channel
from seurantalo.model.channel import Sender as Way
from seurantalo.project import Project
from seurantalo.publishing.ledger_file import FOLDER
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.report import format_text

if TYPE_CHECKING:
    from seurantalo.cli.send_run import Sender


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``send``."""
    parser = commands.add_parser(
        "send", parents=[shared], help="send what is due to channels that machines can reach"
    )
    parser.add_argument("--channel", default="", metavar="ID", help="only this channel")
    parser.add_argument("--all-due", action="store_true", help="every channel: what is due before the next day’s run")
    parser.add_argument("--week", default="", metavar="2027-21", help="what tells about this week, due or not")
    parser.add_argument("--issue", default="", metavar="2027-05-19", help="this issue, due or not")
    parser.add_argument("--dry-run", action="store_true", help="show what would be sent, and send nothing")
    parser.add_argument(
        "--resolve", choices=("sent", "not-sent"), default="", help="say whether what is unclear has arrived"
    )
    parser.add_argument("--reminders", action="store_true", help="send letters that ask whether a contact is right")
    parser.add_argument("--push", action="store_true", help="push the ledger with git before sending, and after")
    parser.set_defaults(command=_send)


def moment(project: Project) -> datetime:
    """Return the time of sending in the site's zone; its day is the one that counts as today."""
    now = datetime.now(ZoneInfo(project.settings.timezone))
    return datetime.combine(project.today, now.time(), now.tzinfo)


def _send(project: Project, options: Namespace) -> ExitCode:
    _check(options)
    with ExitStack() as stack:
        if not options.dry_run:
            _keep_others_out(project, stack)
        reading = project.read()
        if reading.community is None:
            say(format_text(reading.errors, project.lang))
            return ExitCode.ERRORS
        parts = project.parts(project.plan(reading.community))
        if options.reminders:
            from seurantalo.cli.send_reminders import send_reminders  # noqa: PLC0415 (sockets and TLS)

            return send_reminders(project, parts, moment(project), is_dry=options.dry_run)
        announcing = parts.announcing
        channels = tuple(_chosen(project, announcing, options.channel))
        from seurantalo.cli.ledger_in_git import LedgerInGit  # noqa: PLC0415 (git is run)
        from seurantalo.cli.send_run import Sender  # noqa: PLC0415 (sockets and TLS)

        journal = LedgerInGit(project.root, project.lang) if options.push and not options.dry_run else None
        sender = Sender(project, parts, moment(project), journal, is_dry=options.dry_run)
        if options.resolve:
            return _resolved(sender, announcing, channels[0], options)
        # A regional calendar is asked what it has: it knows no issues.
        regional = [channel for channel in channels if channel.sender is Way.LINKED_EVENTS]
        others = [channel for channel in channels if channel not in regional]
        jobs = [job for channel in others for job in _jobs(announcing, channel, options, sender.wall)]
        if not jobs and not regional:
            say(project.lang.say("Nothing is due."))
        results = [sender.run(job) for job in jobs] + [sender.bring_up_to_date(channel) for channel in regional]
        return ExitCode.CLEAN if all(results) and sender.is_known() else ExitCode.ERRORS


def _check(options: Namespace) -> None:
    if bool(options.channel) + options.all_due + options.reminders != 1:
        raise UsageError("Name a channel (--channel ID), or send all that is due (--all-due).")
    if options.all_due and (options.week or options.issue or options.resolve):
        raise UsageError("This goes with one channel: --channel ID.")
    if options.dry_run and options.resolve:
        raise UsageError("Choose either --dry-run or --resolve, not both.")
    if options.week and options.issue:
        raise UsageError("Name a week or an issue, not both.")


def _keep_others_out(project: Project, stack: ExitStack) -> None:
    from seurantalo.sending.ledger import BusyLedgerError, alone  # noqa: PLC0415 (locks of files)

    folder = project.docs / FOLDER
    try:
        stack.enter_context(alone(folder))
    except BusyLedgerError:
        raise UsageError("Another command is sending just now.") from None


def _chosen(project: Project, announcing: Announcing, name: str) -> Iterator[Channel]:
    """Yield the channels to send to; those that are invented are passed over, or refused where one is named."""
    if not name:
        yield from (one for one in announcing.channels if is_machine(one) and not one.demo)
        return
    known = announcing.community.channels
    if name not in known:
        raise UsageError("There is no channel “{name}”.", nearest(name, known), name=name)
    channel = known[name]
    title = channel.name.in_language(project.lang.code)
    if not is_machine(channel):
        raise UsageError("{channel} is told by a person, not by a machine (sender).", channel=title)
    yield channel


def _jobs(announcing: Announcing, channel: Channel, options: Namespace, wall: datetime) -> list[Job]:
    try:
        if options.week:
            return list(of_week(announcing, channel, options.week))
        if options.issue:
            return list(of_issue(announcing, channel, options.issue))
    except ValueError as error:
        message = (
            "“{found}” is no week: write it so: 2027-21." if options.week else "The channel has no issue “{found}”."
        )
        raise UsageError(message, found=error) from None
    return list(due_now(announcing, channel, wall))


def _resolved(sender: Sender, announcing: Announcing, channel: Channel, options: Namespace) -> ExitCode:
    found = unfinished(announcing, channel)
    if options.issue:
        found = tuple(one for one in found if one == options.issue)
    if not found:
        raise UsageError("Nothing is unclear there.")
    if len(found) > 1:
        raise UsageError("Say which one (--issue): {issues}.", issues=", ".join(found))
    sender.resolve(channel, found[0], sent=options.resolve == "sent")
    return ExitCode.CLEAN
