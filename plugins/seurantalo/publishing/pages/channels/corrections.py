"""What was told and is otherwise now: what differs, where it can still be told, the text for it, and who else can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from seurantalo.announcing.entry import Entry
from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EVENTS, channel_address
from seurantalo.publishing.pages.channels.paste import Paste, paste
from seurantalo.publishing.pages.channels.prepared import prepared
from seurantalo.publishing.pages.channels.words import doer_words, due_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link

#: Faster channels that are named.
_FASTER: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A change that is to be told: of what, in which channel, what was said and what is so now."""

    channel: Link
    event: Link
    told: str
    where: str
    """In which issue it is to be told, or that none comes before the event."""
    faster: tuple[Link, ...]
    """Channels that can still tell of it, where no issue of this one can."""
    text: Paste | None
    mark: str
    """What to write down once it was told, where no issue's own file of the ledger says it."""


def correction_views(ctx: PageContext, entries: Iterable[Entry], root: str) -> tuple[CorrectionView, ...]:
    """Return the changes that have to be told, in the order of their entries."""
    return tuple(_view(ctx, one, root) for one in entries if one.change is not None)


def _view(ctx: PageContext, entry: Entry, root: str) -> CorrectionView:
    one, channel = entry.occurrence, entry.channel
    name = ctx.names[Kind.CHANNEL][channel.id]
    issue = entry.correction
    several = issue is not None and not issue.event
    href = channel_address(channel.id, issue.id if issue is not None and several else "")
    text = _text(ctx, entry)
    # An issue has its file of the ledger; that a post was mended is written into the event's file.
    mark = "" if several and issue != entry.told_in else _mark(ctx, entry)
    return CorrectionView(
        channel=Link(name, f"{root}{href}"),
        event=Link(
            ctx.words(one.title), f"{root}{EVENTS}{one.event.id}/", wording.day_of_year(one.first_day, ctx.lang)
        ),
        told=_told(ctx, entry),
        where=_where(ctx, entry),
        faster=tuple(_faster(ctx, entry, root)) if issue is None else (),
        text=paste(ctx, f"muutos-{channel.id}-{one.event.id}-{one.first_day}", text, ctx.words(one.title))
        if text
        else None,
        mark=mark,
    )


def _told(ctx: PageContext, entry: Entry) -> str:
    """Return what was told, what is so now, and when it was told."""
    differences = entry.change.differences if entry.change is not None else ()
    none = ctx.say("nothing")
    words = "; ".join(
        ctx.lang.say("{told} → {now}", told=one.told or none, now=one.now or none) for one in differences
    ).removesuffix(".")
    if entry.told_on is None:
        return f"{words}."
    date = wording.plain_day(entry.told_on, ctx.lang)
    return ctx.lang.say("Told on {date}: {words}.", date=date, words=words)


def _where(ctx: PageContext, entry: Entry) -> str:
    issue = entry.correction
    if issue is None:
        who = doer_words(entry.doer, ctx.lang)
        return ctx.lang.say("No issue comes before the event. To be done by: {who}.", who=who)
    if issue.event:
        return ctx.say("Correct the post, or answer it with this text.")
    due = f" ({due_words(entry.due, ctx.lang, ctx.today)})" if entry.due is not None else ""
    if issue == entry.told_in:
        return ctx.say("The issue has not appeared yet: send the change at once.")
    appears = wording.day(issue.day, ctx.lang)
    return ctx.lang.say("Comes in the issue of {date}{due}.", date=appears, due=due)


def _faster(ctx: PageContext, entry: Entry, root: str) -> Iterable[Link]:
    for one in ctx.announcing.faster(entry)[:_FASTER]:
        yield Link(ctx.names[Kind.CHANNEL][one.id], f"{root}{channel_address(one.id)}")


def _text(ctx: PageContext, entry: Entry) -> str:
    """Return the text of the change, as the issue that tells it has it."""
    issue = entry.correction or entry.issue
    told = prepared(ctx, issue)
    return next((written.text for one, written in told.entries if one.key == entry.key), "")


def _mark(ctx: PageContext, entry: Entry) -> str:
    day = ctx.lang.tongue.in_file(ctx.today)
    line = f"{entry.channel.id}: {ctx.say('corrected')} {day}"
    return ctx.lang.say("Once it is told, write into the file of the event, under channels: {line}", line=line)
