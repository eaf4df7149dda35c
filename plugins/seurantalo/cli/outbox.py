"""``seurantalo outbox``: what is due in which channel, and the texts of a week or of a channel, ready to paste."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from seurantalo.announcing import Issue
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.texts import IssueText
from seurantalo.announcing.vanished import Vanished
from seurantalo.cli.channel_names import find_channels, issues_asked_for, opened
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say, say_json
from seurantalo.model.channel import Channel
from seurantalo.project import Project
from seurantalo.publishing import wording
from seurantalo.publishing.pages.channels.outbox import (
    MISSED_DAYS,
    due_now,
    due_within_a_week,
    in_order_of_due,
    row_title,
    together,
)
from seurantalo.publishing.pages.channels.prepared import prepared
from seurantalo.publishing.pages.channels.vanished import what_was_told
from seurantalo.publishing.pages.channels.words import due_words, length_words, room_words, state_badge
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.site.desk_words import advice_on
from seurantalo.wiki import Chore

_Texts = list[tuple[Issue, IssueText]]


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``outbox``."""
    parser = commands.add_parser(
        "outbox", parents=[shared], help="what is due in which channel, and the texts ready to paste"
    )
    parser.add_argument("--channel", default="", metavar="ID", help="the texts of this channel")
    parser.add_argument("--week", default="", metavar="2027-21", help="the texts that tell about this week")
    parser.add_argument("--format", choices=("json", "text"), default="text", help="the form of the answer")
    parser.set_defaults(command=_outbox)


def _outbox(project: Project, options: Namespace) -> ExitCode:
    ctx = opened(project)
    if ctx is None:
        return ExitCode.ERRORS
    if not options.channel and not options.week:
        if options.format == "json":
            say_json(_overview_as_json(ctx))
        else:
            say(*_overview(ctx))
        return ExitCode.CLEAN
    channels = find_channels(ctx, options.channel)
    found = [(one, prepared(ctx, one)) for one in issues_asked_for(ctx, channels, options.week)]
    if options.format == "json":
        say_json({"today": ctx.today.isoformat(), "issues": [_issue_as_json(ctx, *one) for one in found]})
    elif found:
        say(*_texts(ctx, found))
    else:
        say(ctx.say("Nothing to announce in these days."))
    return ExitCode.CLEAN


def _piles(ctx: PageContext) -> Iterator[tuple[str, str, tuple[Entry, ...]]]:
    """Yield what waits: its English name, its heading, the entries."""
    yield "today", ctx.say("Due today"), due_now(ctx)
    yield "week", ctx.say("Within a week"), due_within_a_week(ctx)
    yield "corrections", ctx.say("Changes to tell"), ctx.announcing.to_correct()
    yield "missed", ctx.say("Missed"), ctx.announcing.missed(MISSED_DAYS)


def _overview(ctx: PageContext) -> Iterator[str]:
    for name, heading, entries in _piles(ctx):
        if not entries:
            if name == "today":
                yield from (ctx.say("Nothing is due today."), "")
            continue
        yield f"{heading} ({len(entries)})"
        for _, some in groupby(in_order_of_due(entries), key=together):
            yield from _rows(ctx, list(some))
        yield ""
    gone = ctx.announcing.vanished()
    if gone:
        yield f"{ctx.say('Told, and the event is gone')} ({len(gone)})"
        for one in gone:
            yield f"  {ctx.name(one.channel)}: {what_was_told(one, ctx.lang)}"
        yield f"  {advice_on(Chore.VANISHED, ctx.lang)}"
        yield ""


def _rows(ctx: PageContext, entries: list[Entry]) -> Iterator[str]:
    due = next((due_words(one.due, ctx.lang, ctx.today) for one in entries if one.due is not None), "")
    yield "  " + " – ".join(part for part in (row_title(ctx, entries[0].issue), due) if part)
    for one in entries:
        day = wording.day_of_year(one.occurrence.first_day, ctx.lang)
        yield f"    {day} {ctx.words(one.occurrence.title)} ({state_badge(one, ctx.lang).text})"


def _texts(ctx: PageContext, found: _Texts) -> Iterator[str]:
    for issue, told in found:
        yield f"# {row_title(ctx, issue)} ({issue.channel.id}/{issue.id})"
        if told.entries:
            yield told.text
        else:
            days = wording.plain_days(issue.first, issue.last, ctx.lang)
            yield ctx.lang.say("Nothing to tell of {days}.", days=days)
        yield ""
        yield from _remarks(ctx, issue.channel, told)


def _remarks(ctx: PageContext, channel: Channel, told: IssueText) -> Iterator[str]:
    """Yield what a person has to know before it is pasted: what is too long, what is left out, what to ask."""
    remarks = [words] if (words := room_words(channel, len(told.entries), ctx.lang)) else []
    for one, written in told.entries:
        title = ctx.words(one.occurrence.title)
        if length := length_words(written, ctx.lang):
            remarks.append(f"{title}: {length}")
        remarks += [f"{title}: {question}" for question in written.questions]
    for one, why in told.left_out:
        title = ctx.words(one.occurrence.title)
        remarks.append(f"{title}: {why}")
    if remarks:
        yield from (f"  {one}" for one in remarks)
        yield ""


def _overview_as_json(ctx: PageContext) -> dict[str, Any]:
    piles = {name: [_entry_as_json(ctx, one) for one in entries] for name, _, entries in _piles(ctx)}
    gone = [_vanished_as_json(one) for one in ctx.announcing.vanished()]
    return {"today": ctx.today.isoformat(), **piles, "vanished": gone}


def _vanished_as_json(one: Vanished) -> dict[str, Any]:
    return {
        "channel": one.channel.id,
        "issue": one.last.issue.id if one.last.issue is not None else None,
        "event": one.event,
        "date": one.day.isoformat(),
        "told": one.last.facts,
        "told_on": one.last.on.isoformat() if one.last.on is not None else None,
    }


def _entry_as_json(ctx: PageContext, entry: Entry) -> dict[str, Any]:
    event, day = entry.key
    return {
        "channel": entry.channel.id,
        "issue": entry.issue.id,
        "event": event,
        "date": day.isoformat(),
        "title": ctx.words(entry.occurrence.title),
        "state": entry.state.value,
        "mark": entry.mark.value,
        "due": entry.due.at.isoformat() if entry.due is not None else None,
        "by": entry.doer.value,
    }


def _issue_as_json(ctx: PageContext, issue: Issue, told: IssueText) -> dict[str, Any]:
    return {
        "channel": issue.channel.id,
        "issue": issue.id,
        "appears": issue.appears.isoformat() if issue.appears is not None else None,
        "first": issue.first.isoformat(),
        "last": issue.last.isoformat(),
        "subject": told.subject,
        "text": told.text,
        "entries": [
            {
                **_entry_as_json(ctx, one),
                "text": written.text,
                "length": written.length,
                "over": written.over,
                "parts": written.parts,
                "questions": list(written.questions),
            }
            for one, written in told.entries
        ],
        "left_out": [{**_entry_as_json(ctx, one), "why": why} for one, why in told.left_out],
    }
