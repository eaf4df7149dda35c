"""The page of a channel: its issues to come and past, or its posts one by one; the addresses that stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from seurantalo.announcing import Issue
from seurantalo.announcing.entry import Entry, State
from seurantalo.announcing.texts.left_out import why_left_out
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CHANNELS, channel_address, channel_feed, due_feed
from seurantalo.publishing.pages.channels.about import channel_facts, sent_by
from seurantalo.publishing.pages.channels.done import Done, done_view
from seurantalo.publishing.pages.channels.issue import event_link, is_past, issue_title, ledger_entry
from seurantalo.publishing.pages.channels.listing_files import NAME
from seurantalo.publishing.pages.channels.paste import Paste, paste
from seurantalo.publishing.pages.channels.prepared import prepared
from seurantalo.publishing.pages.channels.words import due_words, length_words, moment_words, sentence, state_badge
from seurantalo.publishing.pages.regional.page import BELOW, regional_title
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.follow import PlainFeed, plain_feed
from seurantalo.publishing.pages.shared.frame import headings
from seurantalo.publishing.pages.shared.view import Badge, Fact, Link, Notice, Tone
from seurantalo.publishing.publication import FeedLink, Page, Pages, depth_prefix, sorted_by_address

#: Texts of single event dates on a page; the rest is counted.
MOST_POSTS: Final = 60


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue in the list: the days that it tells about, when it is due, how many events, where it stands."""

    issue: Link
    about: tuple[str, ...]
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An event date of a channel that tells of each by itself."""

    anchor: str
    event: Link
    badges: tuple[Badge, ...]
    about: tuple[str, ...]
    text: Paste | None
    done: Done | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelView:
    """The page of a channel."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    notices: tuple[Notice, ...]
    facts: tuple[Fact, ...]
    coming: tuple[IssueRow, ...]
    past: tuple[IssueRow, ...]
    posts: tuple[Post, ...]
    more: int
    nothing: str
    left_out: tuple[Link, ...]
    files: tuple[Link, ...]
    feeds: tuple[Link, ...]
    calendars: tuple[PlainFeed, ...]


def channel_pages(ctx: PageContext) -> Pages:
    """Return the pages of all channels."""
    channels = ctx.community.channels
    return Pages(sorted_by_address(channels), lambda name: channel_page(ctx, channels[name]))


def channel_page(ctx: PageContext, channel: Channel) -> Page:
    """Return the page of a channel."""
    address = channel_address(channel.id)
    view = channel_view(ctx, channel, depth_prefix(address))
    feeds = [FeedLink(channel_feed(channel.id), view.title), FeedLink(due_feed(channel.id), _due_title(ctx))]
    if ctx.site.url:
        feeds.append(FeedLink(f"{address}{NAME}.rss", view.title, "application/rss+xml"))
        feeds.append(FeedLink(f"{address}maaraajat.xml", _due_title(ctx), "application/atom+xml"))
    return Page(
        address=address,
        title=view.title,
        body=ctx.render("channels/channel.html", view=view),
        description=view.lead,
        feeds=tuple(feeds),
        searchable=False,
        headings=headings(
            ("numerot", ctx.say("Issues to come"), view.coming),
            ("julkaisut", ctx.say("Texts ready to paste"), view.posts),
            ("osoitteet", ctx.say("Addresses that stay"), True),
            ("tiedot", ctx.say("About the channel"), True),
        ),
    )


def _due_title(ctx: PageContext) -> str:
    return ctx.say("Due times")


def channel_view(ctx: PageContext, channel: Channel, root: str) -> ChannelView:
    """Return the page of a channel as it is today."""
    issues = ctx.announcing.issues(channel.id)
    single = [one for one in issues if one.event]
    several = [one for one in issues if not one.event]
    told = ctx.once(posted, channel.id)
    posts = [post for post in (_post(ctx, one, root) for one in told[:MOST_POSTS]) if post is not None]
    name = ctx.names[Kind.CHANNEL][channel.id]
    return ChannelView(
        title=name,
        lead=_lead(ctx, channel),
        crumbs=(Link(ctx.say("Announcing"), f"{root}{CHANNELS}"),),
        notices=tuple(_notices(ctx, channel)),
        facts=channel_facts(ctx, channel, root, whole=True),
        coming=tuple(_row(ctx, one) for one in several if not is_past(one, ctx.today)),
        past=tuple(_row(ctx, one) for one in reversed(several) if is_past(one, ctx.today)),
        posts=tuple(posts),
        more=len(told) - MOST_POSTS,
        nothing=ctx.say("Nothing to announce in the coming weeks.") if channel.regional is None else "",
        left_out=tuple(_left_out(ctx, single, root)),
        files=tuple(_files(ctx)),
        feeds=(Link(ctx.say("Due times as news (Atom)"), "maaraajat.xml"),) if ctx.site.url else (),
        calendars=(
            plain_feed(ctx, due_feed(channel.id), ctx.say("Due times to your calendar"), root),
            plain_feed(ctx, channel_feed(channel.id), ctx.say("Its events to your calendar"), root),
        ),
    )


def posted(ctx: PageContext, name: str) -> tuple[Issue, ...]:
    """Return the single event dates whose texts stand on a channel's page: those to come first, then the last ones.

    A regional calendar takes records and no texts: what it takes stands on a page of its own.
    """
    channel = ctx.community.channels[name]
    if channel.regional is not None:
        return ()
    single = [one for one in ctx.announcing.issues(name) if one.event]
    told = [one for one in single if told_entries(ctx.announcing.entries(one))]
    coming = [one for one in told if not is_past(one, ctx.today)]
    past = [one for one in reversed(told) if is_past(one, ctx.today)]
    return (*coming, *past)


def _lead(ctx: PageContext, channel: Channel) -> str:
    parts = (ctx.file_words.value(channel.channel_type), channel.area)
    words = ", ".join(part for part in parts if part)
    return sentence(words)


def _notices(ctx: PageContext, channel: Channel) -> Iterator[Notice]:
    if channel.demo:
        words = ctx.say("The channel is invented as an example. Do not publish its texts anywhere.")
        yield Notice(ctx.say("Invented example."), words, Tone.DEMO)
    if channel.regional is not None and ctx.site.url:
        title = regional_title(ctx, channel)
        yield Notice(title, links=(Link(ctx.say("What is taken, what waits and whom to ask"), BELOW),))


def told_entries(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that stand in the text of their issue."""
    return [one for one in entries if not one.state.is_left_out]


def state_badges(ctx: PageContext, entries: Sequence[Entry]) -> tuple[Badge, ...]:
    """Return the states that need somebody's eye, each once with its number; where none does, that all was told."""
    found = []
    for state in (State.UNCLEAR, State.CHANGED, State.MISSED, State.TODAY):
        some = [one for one in entries if one.state is state]
        if some:
            badge = state_badge(some[0], ctx.lang)
            found.append(Badge(f"{badge.text} ({len(some)})" if len(some) > 1 else badge.text, badge.tone))
    told = [one for one in entries if one.state.is_told]
    if not found and told:
        found.append(state_badge(told[0], ctx.lang))
    return tuple(found)


def _row(ctx: PageContext, issue: Issue) -> IssueRow:
    entries = ctx.announcing.entries(issue)
    told = told_entries(entries)
    return IssueRow(Link(issue_title(ctx, issue), f"{issue.id}/"), about_issue(ctx, told), state_badges(ctx, entries))


def about_issue(ctx: PageContext, told: Sequence[Entry]) -> tuple[str, ...]:
    """Return how much an issue tells of, by when it is due and who sends it, in words."""
    parts = [ctx.lang.count("{n} event", "{n} events", len(told))] if told else [ctx.say("nothing to tell")]
    due = next((one.due for one in told if one.due is not None), None)
    if due is not None and due.day >= ctx.today:
        parts.append(due_words(due, ctx.lang, ctx.today))
    if told:
        parts.append(sent_by(told[0].doer, ctx.lang))
    return tuple(parts)


def _post(ctx: PageContext, issue: Issue, root: str) -> Post | None:
    """Return the text of one event date; None where it is left out."""
    told = prepared(ctx, issue)
    if not told.entries:
        return None
    entry, written = told.entries[0]
    about = [ctx.lang.count("{n} character", "{n} characters", len(written.text))]
    about += filter(None, (length_words(written, ctx.lang),))
    contact = issue.channel.contact
    when = [due_words(entry.due, ctx.lang, ctx.today)] if entry.due is not None else []
    when += (
        [ctx.lang.say("reminder {when}", when=moment_words(entry.reminder, ctx.lang, ctx.today))]
        if entry.reminder
        else []
    )
    link = event_link(ctx, entry, root)
    marked = ledger_entry(ctx, issue) is not None or entry.state.is_told
    return Post(
        anchor=issue.id,
        event=link,
        badges=(state_badge(entry, ctx.lang),),
        about=(*when, sent_by(entry.doer, ctx.lang)),
        text=paste(
            ctx,
            f"teksti-{issue.id}",
            told.text,
            f"{link.text}, {link.note}",
            about=(", ".join(about) + ".",),
            to=contact.email if contact is not None else "",
            subject=told.subject,
        ),
        done=None if marked else done_view(ctx, issue, [one for one, _ in told.entries]),
    )


def _left_out(ctx: PageContext, issues: Sequence[Issue], root: str) -> Iterator[Link]:
    for issue in issues:
        for one in ctx.announcing.entries(issue):
            if one.state.is_left_out:
                link = event_link(ctx, one, root)
                why = why_left_out(one, ctx.lang)
                yield Link(link.text, link.href, f"{link.note}: {why}" if why else link.note)


def _files(ctx: PageContext) -> Iterator[Link]:
    say = ctx.say
    yield Link("TXT", f"{NAME}.txt", say("plain text, to copy whole"))
    yield Link("HTML", f"{NAME}.html", say("a piece for a page of your own"))
    yield Link("JSON", f"{NAME}.json", say("for programs, facts apart from prose"))
    if ctx.site.url:
        yield Link("RSS", f"{NAME}.rss", say("for readers of news"))
    yield Link("ICS", f"{NAME}.ics", say("to add to a calendar once"))
    yield Link(say("Screen"), "naytto/", say("for a screen in a hall"))
