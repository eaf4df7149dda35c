"""The page of an issue: its text ready to paste, what changed since, what is left out, what to ask, what is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from seurantalo.announcing import Issue
from seurantalo.announcing.deadline_text import due_text
from seurantalo.announcing.entry import Entry, State
from seurantalo.announcing.texts import IssueText
from seurantalo.announcing.told_lines import differences
from seurantalo.frozen import dataclass
from seurantalo.model.channel import Announcement, Channel, Delivery
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import CHANNELS, EVENTS, channel_address
from seurantalo.publishing.pages.channels.about import channel_facts
from seurantalo.publishing.pages.channels.corrections import CorrectionView, correction_views
from seurantalo.publishing.pages.channels.done import Done, done_view
from seurantalo.publishing.pages.channels.paste import Paste, paste
from seurantalo.publishing.pages.channels.prepared import prepared
from seurantalo.publishing.pages.channels.questions import Question, question_views
from seurantalo.publishing.pages.channels.words import (
    due_words,
    length_words,
    moment_words,
    room_words,
    sentence,
    state_badge,
)
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import headings
from seurantalo.publishing.pages.shared.view import Badge, Fact, Link, Notice, Tone
from seurantalo.publishing.prints.files import print_links
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An event date of the issue, and where it stands."""

    event: Link
    state: Badge
    prints: tuple[Link, ...]
    """Its poster or its picture, where the channel shows such."""
    told: str
    """What was told in this issue, in words, where that is otherwise now: its text is as it would be told today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """The page of an issue."""

    title: str
    kicker: str
    lead: str
    crumbs: tuple[Link, ...]
    badges: tuple[Badge, ...]
    notices: tuple[Notice, ...]
    corrections: tuple[CorrectionView, ...]
    text: Paste | None
    nothing: str
    over: tuple[Link, ...]
    done: Done | None
    questions: tuple[Question, ...]
    entries: tuple[EntryRow, ...]
    left_out: tuple[Link, ...]
    facts: tuple[Fact, ...]
    near: tuple[Link, ...]


def issue_pages(ctx: PageContext) -> Pages:
    """Return the pages of the issues of all channels that have issues: four past and eight to come of each."""
    found = {
        f"{name}/{issue.id}": issue
        for name in ctx.community.channels
        for issue in ctx.announcing.issues(name)
        if not issue.event
    }
    return Pages(sorted_by_address(found), lambda name: issue_page(ctx, found[name]))


def issue_page(ctx: PageContext, issue: Issue) -> Page:
    """Return the page of an issue. The search leaves it out: it is of use to those who send it only."""
    address = channel_address(issue.channel.id, issue.id)
    view = issue_view(ctx, issue, depth_prefix(address))
    return Page(
        address=address,
        title=view.title,
        body=ctx.render("channels/issue.html", view=view),
        description=view.lead,
        searchable=False,
        headings=headings(
            ("korjaukset", ctx.say("Changes to tell"), view.corrections),
            ("teksti", ctx.say("The text"), True),
            ("lahetetty", ctx.say("Mark as sent"), view.done),
            ("kysymykset", ctx.say("To ask the organisers"), view.questions),
            ("tapahtumat", ctx.say("Events in it"), view.entries),
            ("pois", ctx.say("What is left out, and why"), view.left_out),
            ("tiedot", ctx.say("About the channel"), True),
        ),
    )


def is_past(issue: Issue, today: date) -> bool:
    """Tell whether an issue has appeared before a day; of a channel without issues, whether its days are over."""
    return (issue.appears or issue.last) < today


def issue_title(ctx: PageContext, issue: Issue) -> str:
    """Return what an issue is called among those of its channel: ``Numero ke 19.5.2027``, ``24.–30.5.2027``."""
    if issue.appears is None or issue.appears == issue.first:
        return wording.plain_days(issue.first, issue.last, ctx.lang)
    return ctx.lang.say("Issue of {date}", date=wording.day(issue.appears, ctx.lang))


def ledger_entry(ctx: PageContext, issue: Issue) -> Announcement | None:
    """Return what the ledger says of an issue."""
    return ctx.community.announcements.get(f"{issue.channel.id}/{issue.id}")


def issue_view(ctx: PageContext, issue: Issue, root: str) -> IssueView:
    """Return the page of an issue as it is today."""
    channel = issue.channel
    name = ctx.names[Kind.CHANNEL][channel.id]
    entries = ctx.announcing.entries(issue)
    told = prepared(ctx, issue)
    days = wording.plain_days(issue.first, issue.last, ctx.lang)
    return IssueView(
        title=ctx.lang.say("{channel}: {what}", channel=name, what=issue_title(ctx, issue)),
        kicker=ctx.say("Text ready to paste"),
        lead=" ".join(_lead(ctx, days, entries)),
        crumbs=(Link(ctx.say("Announcing"), f"{root}{CHANNELS}"), Link(name, f"{root}{channel_address(channel.id)}")),
        badges=tuple(_badges(ctx, entries)),
        notices=(*_notices(ctx, issue, entries), *_crowded(ctx, issue, len(told.entries))),
        corrections=correction_views(ctx, [one for one in entries if one.state is State.CHANGED], root),
        text=_text(ctx, channel, told) if told.entries else None,
        nothing=ctx.lang.say("Nothing to tell of {days}.", days=days),
        over=tuple(_over(ctx, told, root)),
        done=_done(ctx, issue, told),
        questions=question_views(ctx, told, root),
        entries=tuple(_row(ctx, issue, one, root) for one, _ in told.entries),
        left_out=tuple(_noted(event_link(ctx, one, root), why) for one, why in told.left_out),
        facts=channel_facts(ctx, channel, root, whole=False),
        near=tuple(_near(ctx, issue)),
    )


def _row(ctx: PageContext, issue: Issue, entry: Entry, root: str) -> EntryRow:
    prints = print_links(ctx, entry.occurrence.event.id, root, entry.channel.channel_type)
    return EntryRow(event_link(ctx, entry, root), state_badge(entry, ctx.lang), prints, _otherwise(ctx, issue, entry))


def _otherwise(ctx: PageContext, issue: Issue, entry: Entry) -> str:
    ledger = ctx.announcing.ledger(issue)
    lines = () if ledger is None else ledger.told
    line = next((one.facts for one in lines if (one.event, one.day) == entry.key), "")
    otherwise = line and differences(line, ctx.announcing.facts(entry.occurrence))
    return ctx.lang.say("told: {facts}", facts=line) if otherwise else ""


def event_link(ctx: PageContext, entry: Entry, root: str) -> Link:
    """Return the link to the event of an entry, with the day that is told of."""
    one = entry.occurrence
    note = wording.day_of_year(one.first_day, ctx.lang)
    return Link(ctx.words(one.title), f"{root}{EVENTS}{one.event.id}/", note)


def _noted(link: Link, why: str) -> Link:
    return Link(link.text, link.href, f"{link.note}: {why}" if why else link.note)


def _lead(ctx: PageContext, days: str, entries: Sequence[Entry]) -> Iterator[str]:
    yield ctx.lang.say("It tells of {days}.", days=days)
    due = next((one.due for one in entries if one.due is not None), None)
    if due is not None:
        words = due_words(due, ctx.lang, ctx.today)
        yield sentence(words)
    reminder = next((one.reminder for one in entries if one.reminder is not None), None)
    if reminder is not None:
        yield ctx.lang.say("Reminder {when}.", when=moment_words(reminder, ctx.lang, ctx.today).removesuffix("."))


def _badges(ctx: PageContext, entries: Sequence[Entry]) -> Iterator[Badge]:
    """Yield where the issue stands: each state that needs somebody, else that it was told."""
    states = {one.state: one for one in entries}
    for state in (State.UNCLEAR, State.CHANGED, State.MISSED, State.TODAY):
        if state in states:
            yield state_badge(states[state], ctx.lang)
    if State.SENT in states:
        yield state_badge(states[State.SENT], ctx.lang)


def _crowded(ctx: PageContext, issue: Issue, count: int) -> Iterator[Notice]:
    if words := room_words(issue.channel, count, ctx.lang):
        yield Notice(ctx.say("Too many for one issue"), words, Tone.WARN)


def _notices(ctx: PageContext, issue: Issue, entries: Sequence[Entry]) -> Iterator[Notice]:
    say = ctx.say
    if issue.channel.demo or any(one.occurrence.event.demo for one in entries):
        words = say("The channel or some of its events are invented as an example. Do not publish this anywhere.")
        yield Notice(say("Invented example."), words, Tone.DEMO)
    ledger = ledger_entry(ctx, issue)
    if ledger is not None and ledger.delivery in (Delivery.SENDING, Delivery.UNCLEAR):
        yield Notice(
            say("It is not known whether this was sent"),
            say(
                "Ask the receiver. If it arrived, write the day into the file of the ledger. If not, remove the file."
            ),
            Tone.ALERT,
            _edit(ctx, ledger),
        )
    elif ledger is not None and ledger.delivery is Delivery.FAILED:
        yield Notice(say("The sending failed"), ledger.reason, Tone.ALERT, _edit(ctx, ledger))
    elif ledger is not None and ledger.sent_at is not None:
        sent = moment_words(ledger.sent_at, ctx.lang, ctx.today)
        yield Notice(ctx.lang.say("Sent {when}", when=sent), "", Tone.GOOD, _edit(ctx, ledger))
    due = next((one.due for one in entries if one.due is not None), None)
    if due is not None and due.moved_from is not None:
        words = due_text(due, ctx.lang)
        yield Notice(say("The deadline has moved"), sentence(words), Tone.WARN)


def _edit(ctx: PageContext, ledger: Announcement) -> tuple[Link, ...]:
    href = ctx.edit_url(ledger)
    return (Link(ctx.say("Edit the file"), href),) if href else ()


def _text(ctx: PageContext, channel: Channel, told: IssueText) -> Paste:
    to = channel.contact.email if channel.contact is not None else ""
    length = ctx.lang.count("{n} character", "{n} characters", len(told.text))
    entries = ctx.lang.count("{n} event", "{n} events", len(told.entries))
    return paste(
        ctx, "kopioitava", told.text, told.subject, about=(f"{entries}, {length}.",), to=to, subject=told.subject
    )


def _over(ctx: PageContext, told: IssueText, root: str) -> Iterator[Link]:
    for one, written in told.entries:
        if words := length_words(written, ctx.lang):
            yield _noted(event_link(ctx, one, root), words)


def _done(ctx: PageContext, issue: Issue, told: IssueText) -> Done | None:
    """Return how it is marked as sent; None where there is nothing to mark, or it is marked."""
    ledger = ledger_entry(ctx, issue)
    if not told.entries or (ledger is not None and ledger.delivery is not Delivery.FAILED):
        return None
    return done_view(ctx, issue, [one for one, _ in told.entries])


def _near(ctx: PageContext, issue: Issue) -> Iterator[Link]:
    """Yield the other issues that have pages, from this one's."""
    for one in ctx.announcing.issues(issue.channel.id):
        if one.id != issue.id and not one.event:
            yield Link(issue_title(ctx, one), f"../{one.id}/", ctx.say("past") if is_past(one, ctx.today) else "")
