"""``seurantalo reply``: what was found out about an issue is said under it, in one comment that is renewed.

It reads the issue's text only to see that what was found is about it. Prints ``approved=yes`` where the editors' mark
takes the issue into the calendar, for the job that comes next.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from seurantalo.cli.answer_facts import rule_words
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.forge_calls import call, call_all, repository
from seurantalo.cli.issue import answer_in, event_of
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.project import Project
from seurantalo.receiving.answer.comment import Around
from seurantalo.receiving.answer.packed import AnswerError
from seurantalo.receiving.issue.payload import IssueEvent, is_approving
from seurantalo.receiving.issue.reply import Verdict, known_reply, reply, verdict


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``reply``."""
    parser = commands.add_parser(
        "reply", parents=[shared], help="say under an issue on the forge what was found out about it"
    )
    parser.add_argument("--event", required=True, type=Path, metavar="FILE", help="the forge's event, with the issue")
    parser.add_argument("--answer", required=True, type=Path, metavar="FILE", help="what was found out")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write the comment here, and nothing on the forge"
    )
    parser.set_defaults(command=_reply)


def _reply(project: Project, options: Namespace) -> ExitCode:
    event = event_of(options.event)
    found = answer_in(project, options.answer, event)
    around = Around(lang=project.lang, site=project.site.url, words=rule_words())
    try:
        if options.output is not None:
            body = reply(found, around, Verdict.NOT_ASKED)
            options.output.write_text(body, encoding="utf-8", newline="\n")
            return ExitCode.CLEAN
        home = f"repos/{repository()}/issues"
        number, answered = known_reply(call_all(f"{home}/{event.number}/comments?per_page=100"))
        mark = verdict(event, found, answered, _permission(event))
        if found.says_nothing and not number and not mark.takes_mark_off:
            return _told(approved=False)
        body = reply(found, around, mark)
    except AnswerError as error:
        raise UsageError("What was handed over is no answer: {why}.", why=error) from error
    if number:
        call(f"{home}/comments/{number}", "PATCH", {"body": body})
    else:
        call(f"{home}/{event.number}/comments", "POST", {"body": body})
    if mark.takes_mark_off:
        for label in sorted(filter(is_approving, {event.label, *event.labels})):
            # Somebody may have taken it off meanwhile.
            with suppress(UsageError):
                call(f"{home}/{event.number}/labels/{quote(label)}", "DELETE")
    return _told(approved=mark is Verdict.APPROVED)


def _told(*, approved: bool) -> ExitCode:
    """Tell the job that comes next."""
    say(f"approved={'yes' if approved else 'no'}")
    return ExitCode.CLEAN


def _permission(event: IssueEvent) -> str:
    """Return what whoever put the mark on may do in the repository; ``""`` where nobody did, or none is known."""
    # Programs have no rights that one could ask for.
    if not event.asks_for_approval or not event.sender or event.sender.endswith("[bot]"):
        return ""
    told = call(f"repos/{repository()}/collaborators/{event.sender}/permission")
    found = told.get("permission") if isinstance(told, dict) else None
    return found if isinstance(found, str) else ""
