"""The outbox: what is due today and this week, what has to be corrected, what was missed, and every channel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final

from seurantalo.announcing import Issue
from seurantalo.announcing.entry import Entry, State
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel, Delivery
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CHANNELS, channel_address
from seurantalo.publishing.pages.channels.channel import MOST_POSTS, about_issue, posted, state_badges
from seurantalo.publishing.pages.channels.corrections import CorrectionView, correction_views
from seurantalo.publishing.pages.channels.issue import event_link, issue_title
from seurantalo.publishing.pages.channels.vanished import vanished_rows
from seurantalo.publishing.pages.channels.words import sort_moment
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import headings
from seurantalo.publishing.pages.shared.view import Badge, Card, Link, Tone
from seurantalo.publishing.publication import Page, depth_prefix

#: Days back within which what was missed is still shown.
MISSED_DAYS: Final = 30
#: Events named in a row; the issue's page has all.
_NAMED: Final = 6
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """An issue, or a single event date, that is due: the way to its text, by when, and of what."""

    issue: Link
    about: tuple[str, ...]
    badges: tuple[Badge, ...]
    events: tuple[Link, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxView:
    """The outbox."""

    today: tuple[DueRow, ...]
    week: tuple[DueRow, ...]
    stuck: tuple[Link, ...]
    """What was being sent and did not arrive, or nobody knows whether it did, each with why."""
    vanished: tuple[Link, ...]
    """What was told, each with its words, of events whose files are gone."""
    corrections: tuple[CorrectionView, ...]
    missed: tuple[DueRow, ...]
    channels: tuple[Card, ...]


def due_now(ctx: PageContext) -> tuple[Entry, ...]:
    """Return what is due today."""
    return tuple(one for one in ctx.once(_due) if one.due is not None and one.due.day <= ctx.today)


def due_within_a_week(ctx: PageContext) -> tuple[Entry, ...]:
    """Return what is due within a week from tomorrow on."""
    return tuple(one for one in ctx.once(_due) if one.due is not None and one.due.day > ctx.today)


def _due(ctx: PageContext) -> tuple[Entry, ...]:
    """Return what has still to be sent and is due today or within a week; changes are listed by themselves."""
    due = ctx.announcing.due(ctx.today, ctx.today + _WEEK)
    return tuple(one for one in due if one.state.is_open and one.state is not State.CHANGED)


def in_order_of_due(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries with those of one issue side by side, the soonest due first."""
    return sorted(entries, key=_order)


def outbox_view(ctx: PageContext, root: str) -> OutboxView:
    """Return the outbox as it is today."""
    return OutboxView(
        today=tuple(_rows(ctx, due_now(ctx), root)),
        week=tuple(_rows(ctx, due_within_a_week(ctx), root)),
        stuck=tuple(_stuck(ctx, root)),
        vanished=tuple(vanished_rows(ctx, root)),
        corrections=correction_views(ctx, ctx.announcing.to_correct(), root),
        missed=tuple(_rows(ctx, ctx.announcing.missed(MISSED_DAYS), root)),
        channels=tuple(_cards(ctx, root)),
    )


def together(entry: Entry) -> tuple[str, object]:
    """Return what tells the rows of the outbox apart: an issue; of single event dates, when they are due."""
    issue = entry.issue
    return entry.channel.id, (entry.due.at if entry.due is not None else "") if issue.event else issue.id


def _rows(ctx: PageContext, entries: Iterable[Entry], root: str) -> Iterator[DueRow]:
    """Yield a row for each issue, and for the single event dates that are due at one time, the soonest due first."""
    for _, group in groupby(in_order_of_due(entries), key=together):
        some = list(group)
        issue = some[0].issue
        page = f"{root}{channel_address(issue.channel.id, '' if issue.event else issue.id)}"
        hidden = len(some) - _NAMED
        yield DueRow(
            issue=Link(row_title(ctx, issue), page),
            about=about_issue(ctx, some),
            badges=(*state_badges(ctx, some), *_example(ctx, issue.channel)),
            events=tuple(_event(ctx, one, root, page) for one in some[:_NAMED]),
            more=ctx.lang.count("and {n} more", "and {n} more", hidden) if hidden > 0 else "",
        )


def _stuck(ctx: PageContext, root: str) -> Iterator[Link]:
    """Yield the issues that are in the ledger and were not sent, as far as anybody knows."""
    for ledger in ctx.community.announcements.values():
        channel = ctx.community.channels.get(ledger.channel)
        if ledger.delivery is Delivery.SENT or channel is None:
            continue
        shown = {one.id for one in ctx.announcing.issues(channel.id) if not one.event}
        page = channel_address(channel.id, ledger.issue if ledger.issue in shown else "")
        name = f"{ctx.names[Kind.CHANNEL][channel.id]}: {ledger.issue}"
        failed = ledger.delivery is Delivery.FAILED
        why = ctx.say("The sending failed") if failed else ctx.say("It is not known whether this was sent")
        yield Link(name, f"{root}{page}", f"{why}: {ledger.reason}" if ledger.reason else why)


def _example(ctx: PageContext, channel: Channel) -> tuple[Badge, ...]:
    return (Badge(ctx.say("example"), Tone.DEMO),) if channel.demo else ()


def row_title(ctx: PageContext, issue: Issue) -> str:
    """Return what a row is called: its channel, with its issue where it has one."""
    channel = ctx.names[Kind.CHANNEL][issue.channel.id]
    if issue.event:
        return channel
    return ctx.lang.say("{channel}: {what}", channel=channel, what=issue_title(ctx, issue))


def _event(ctx: PageContext, entry: Entry, root: str, page: str) -> Link:
    """Return the link to an event, or to its text where it has one of its own."""
    link = event_link(ctx, entry, root)
    if not entry.issue.event or entry.issue not in ctx.once(posted, entry.channel.id)[:MOST_POSTS]:
        return link
    return Link(link.text, f"{page}#{entry.issue.id}", link.note)


def _order(entry: Entry) -> tuple[datetime, str, str, int, tuple[str, date]]:
    when = sort_moment(entry.due.at if entry.due is not None else entry.occurrence.first_day)
    issue = "" if entry.issue.event else entry.issue.id
    return when, entry.channel.id, issue, entry.occurrence.starts_at, entry.key


def _cards(ctx: PageContext, root: str) -> Iterator[Card]:
    names = ctx.names[Kind.CHANNEL]
    for name, channel in sorted(ctx.community.channels.items(), key=lambda one: names[one[0]].casefold()):
        sort = ctx.file_words.value(channel.channel_type)
        yield Card(
            title=names[name],
            href=f"{root}{channel_address(name)}",
            text=channel.area,
            kicker=f"{sort[:1].upper()}{sort[1:]}",
            badges=_example(ctx, channel),
        )


def outbox_page(ctx: PageContext) -> Page:
    """Return the outbox. The search leaves it out: it is of use to those who send only."""
    view = outbox_view(ctx, depth_prefix(CHANNELS))
    title = ctx.say("Announcing")
    lead = ctx.say("What has to be sent where, and by when. The texts are ready: copy and paste.")
    say = ctx.say
    return Page(
        address=CHANNELS,
        title=title,
        body=ctx.render("channels/outbox.html", title=title, lead=lead, view=view),
        description=lead,
        searchable=False,
        headings=headings(
            ("epaselvat", say("Sendings to look into"), view.stuck),
            ("kadonneet", say("Told, and the event is gone"), view.vanished),
            ("tanaan", say("Due today"), view.channels),
            ("viikolla", say("Within a week"), view.week),
            ("korjaukset", say("Changes to tell"), view.corrections),
            ("valiin", say("Missed"), view.missed),
            ("kanavat", say("Channels"), view.channels),
        ),
    )
