"""``seurantalo comment``: what was found out about a proposal is said under it, in one comment that is renewed.

It reads no file of the proposal, only what ``seurantalo answer`` wrote in a job of the same run; and that must be
about the proposal, and the state of it, that the forge named.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from seurantalo.cli.answer import asked
from seurantalo.cli.answer_facts import rule_words
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.forge_calls import call, call_all, repository, server
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.project import Project
from seurantalo.receiving.answer.answer import Answer
from seurantalo.receiving.answer.comment import Around, comment
from seurantalo.receiving.answer.conversation import (
    is_worth_a_comment,
    own_comment,
    pull_of,
    status_of,
    unread_status,
)
from seurantalo.receiving.answer.packed import MOST_BYTES, AnswerError, unpacked
from seurantalo.receiving.answer.payload import Asked


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``comment``."""
    parser = commands.add_parser(
        "comment", parents=[shared], help="say under a proposal on the forge what was found out about it"
    )
    parser.add_argument("--event", default="", metavar="FILE", help="the forge's event, which names the proposal")
    parser.add_argument("--number", type=int, default=0, metavar="N", help="the proposal's number")
    parser.add_argument(
        "--answer", default="", metavar="FILE", help="what was found out (none: say that it could not be read)"
    )
    parser.add_argument(
        "--output", default="", metavar="FILE", help="write the comment here, and nothing on the forge"
    )
    parser.set_defaults(command=_comment)


def _comment(project: Project, options: Namespace) -> ExitCode:
    if not options.answer:
        _say_unread(project, asked(options))
        return ExitCode.CLEAN
    answer = _answer(Path(options.answer))
    if options.output:
        body = _body(answer, Around(lang=project.lang, site=project.site.url, words=rule_words()))
        Path(options.output).write_text(body, encoding="utf-8", newline="\n")
        return ExitCode.CLEAN
    if not asked(options).is_of(answer.number, answer.commit):
        raise UsageError("The answer is about another proposal than this run.")
    home = f"repos/{repository()}"
    try:
        pull = pull_of(call(f"{home}/pulls/{answer.number}"), server())
    except ValueError as error:
        raise UsageError("The forge does not answer.") from error
    if not pull.is_open or pull.commit != answer.commit:
        say(project.lang.say("The proposal has moved on. Its newest state is answered by another run."))
        return ExitCode.CLEAN
    around = Around(lang=project.lang, site=project.site.url, edit=pull.edit_address, words=rule_words())
    address = _say(home, answer, around)
    call(f"{home}/statuses/{answer.commit}", "POST", status_of(answer, project.lang, address))
    return ExitCode.CLEAN


def _say_unread(project: Project, wanted: Asked) -> None:
    """Mark the proposal's state as one that could not be read: nobody is to wait for an answer that does not come."""
    home = f"repos/{repository()}"
    try:
        commit = wanted.commit or pull_of(call(f"{home}/pulls/{wanted.number}"), server()).commit
    except ValueError as error:
        raise UsageError("The forge does not answer.") from error
    call(f"{home}/statuses/{commit}", "POST", unread_status(project.lang))


def _answer(path: Path) -> Answer:
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    try:
        return unpacked(content)
    except AnswerError as error:
        raise UsageError("What was handed over is no answer: {why}.", why=error) from error


def _body(answer: Answer, around: Around) -> str:
    try:
        return comment(answer, around)
    except AnswerError as error:
        raise UsageError("What was handed over is no answer: {why}.", why=error) from error


def _say(home: str, answer: Answer, around: Around) -> str:
    """Write the comment, or renew it; return its address, ``""`` where there is nothing to say."""
    body = {"body": _body(answer, around)}
    known = own_comment(call_all(f"{home}/issues/{answer.number}/comments?per_page=100"))
    if known:
        told: Any = call(f"{home}/issues/comments/{known}", "PATCH", body)
    elif is_worth_a_comment(answer):
        told = call(f"{home}/issues/{answer.number}/comments", "POST", body)
    else:
        return ""
    address = told.get("html_url") if isinstance(told, dict) else None
    return address if isinstance(address, str) else ""
