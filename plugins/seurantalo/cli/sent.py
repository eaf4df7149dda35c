"""``seurantalo sent``: write down that an issue of a channel was sent, by hand or by somebody else."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from seurantalo.cli.channel_names import find_channels, find_issue, opened
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.event_files import write_all
from seurantalo.cli.named_records import find_day
from seurantalo.cli.printing import say
from seurantalo.cli.site_folders import folders_of
from seurantalo.cli.usage_error import UsageError
from seurantalo.model.channel import Delivery
from seurantalo.project import Project
from seurantalo.publishing.ledger_file import ledger_path, ledger_text
from seurantalo.publishing.pages.channels.issue import ledger_entry
from seurantalo.publishing.pages.channels.prepared import prepared


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``sent``."""
    parser = commands.add_parser("sent", parents=[shared], help="write down that the text of a channel was sent")
    parser.add_argument("--channel", required=True, metavar="ID", help="which channel")
    parser.add_argument("--issue", default="", metavar="ID", help="which issue: 2027-05-19, or an event and its day")
    parser.add_argument("--week", default="", metavar="2027-21", help="the issue that tells about this week")
    parser.add_argument(
        "--day", default="", metavar="17.5.2027", help="the day on which it was sent (default: today)"
    )
    parser.add_argument("--dry-run", action="store_true", help="show the files, write nothing")
    parser.set_defaults(command=_sent)


def _sent(project: Project, options: Namespace) -> ExitCode:
    if bool(options.issue) == bool(options.week):
        raise UsageError("Say either the issue (--issue) or the week (--week).")
    day = _day(project, options.day)
    ctx = opened(project)
    if ctx is None:
        return ExitCode.ERRORS
    (channel,) = find_channels(ctx, options.channel)
    issue = find_issue(ctx, channel, options.issue, options.week)
    path = ledger_path(channel.id, issue.id, folders_of(project)["content"])
    ledger = ledger_entry(ctx, issue)
    if ledger is not None and ledger.delivery is not Delivery.FAILED:
        raise UsageError("{path} is there already.", path=path)
    told = prepared(ctx, issue)
    if not told.entries:
        raise UsageError(
            "Nothing is told in {issue}: there is nothing to write down.", issue=f"{channel.id}/{issue.id}"
        )
    text = ledger_text(ctx.lang, ctx.announcing.told_of([one for one, _ in told.entries]), day)
    if options.dry_run:
        say(f"# {path}", text.rstrip("\n"))
        return ExitCode.CLEAN
    _write(project, path, text, failed=ledger is not None)
    say(project.lang.say("Written: {path}", path=path))
    return ExitCode.CLEAN


def _write(project: Project, path: str, text: str, *, failed: bool) -> None:
    """Write the file where there is none; that of a sending that failed gives way."""
    if failed:
        before = (project.root / path).read_text(encoding="utf-8").replace("\r\n", "\n")
        write_all(project.root, {}, {path: text}, {path: before})
        return
    try:
        write_all(project.root, {path: text}, {}, {})
    except FileExistsError:
        raise UsageError("{path} is there already.", path=path) from None


def _day(project: Project, written: str) -> date:
    if not written:
        return project.today
    day = find_day("--day", written)
    if day > project.today:
        raise UsageError("--day: “{found}” is still to come.", found=written)
    return day
