"""The editor's desk: what waits for somebody, whom to ask, and where to write it down."""

from __future__ import annotations

from seurantalo.frozen import dataclass
from seurantalo.model.channel import Channel
from seurantalo.proposing.forge import ForgeKind
from seurantalo.publishing.addresses import CHANNELS, DESK, channel_address
from seurantalo.publishing.contact_reminders import Letters, letter_address
from seurantalo.publishing.pages.calendar.subscribe.limits import cut_calendars
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import list_page
from seurantalo.publishing.pages.shared.updated import Updated, updated
from seurantalo.publishing.pages.shared.view import Group, Link
from seurantalo.publishing.pages.site.desk_words import advice_on, title_of, waiting_since, way_to_ask, whom_to_ask
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.reach_tasks import reach_piles
from seurantalo.wiki import Chore, HeldContact, Pile, Task, desk


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task: the record it is about, since when, what more, whom to ask, and where its file is edited."""

    record: Link
    since: str
    about: str
    ask: Link
    edit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PileView(Group[TaskRow]):
    """The tasks of one sort."""

    advice: str
    count: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """The desk."""

    total: str
    jumps: tuple[Link, ...]
    piles: tuple[PileView, ...]
    cut: tuple[tuple[str, str], ...]
    """Calendars that do not hold all of their events: title, and what they hold."""
    updated: Updated
    stopped: str
    """What to do where the site has not been updated for days."""


def desk_view(ctx: PageContext, root: str) -> DeskView:
    """Return the desk as it is today."""
    lapsed = (one.path for one in ctx.clashes.problems if one.code == "clash-agreement-lapsed")
    piles = (
        *desk(ctx.community, ctx.calendar.of_event, ctx.today, ctx.lang.code, lapsed=lapsed),
        *reach_piles(ctx.announcing, ctx.lang),
    )
    views = tuple(_pile(ctx, one, root) for one in piles)
    total = sum(one.total for one in piles)
    return DeskView(
        total=ctx.lang.count("{n} thing to do.", "{n} things to do.", total),
        jumps=tuple(
            Link(one.title, f"#{one.anchor}", str(pile.total)) for one, pile in zip(views, piles, strict=True)
        ),
        piles=views,
        cut=cut_calendars(ctx),
        updated=updated(ctx),
        stopped=_stopped(ctx),
    )


def _stopped(ctx: PageContext) -> str:
    words = ctx.lang.say("The nightly update of the site has stopped.")
    if ctx.forge.kind is not ForgeKind.GITHUB:
        return words
    how = ctx.lang.say(
        "On GitHub open Actions, then “{name}”, and press Enable workflow and Run workflow.",
        name=ctx.lang.say("Night"),
    )
    return f"{words} {how}"


def _pile(ctx: PageContext, pile: Pile, root: str) -> PileView:
    return PileView(
        anchor=f"laji-{pile.chore}",
        title=title_of(pile.chore, ctx.lang),
        advice=advice_on(pile.chore, ctx.lang),
        count=str(pile.total),
        items=tuple(_row(ctx, task, root) for task in pile.tasks),
        more=pile.total - len(pile.tasks),
    )


def _row(ctx: PageContext, task: Task, root: str) -> TaskRow:
    record = task.record
    return TaskRow(
        record=_link(ctx, task, root),
        since=waiting_since(task, ctx.lang),
        about=task.about,
        ask=Link(whom_to_ask(task, ctx.lang), _letter(ctx, task) or way_to_ask(task)),
        edit=ctx.edit_url(record),
    )


def _link(ctx: PageContext, task: Task, root: str) -> Link:
    """Return the way to what a task is about: of a channel its outbox, of a full issue that issue's."""
    record = task.record
    if not isinstance(record, Channel) or task.chore is Chore.CONTACT:
        return ctx.link(record.KIND, record.id, root)
    issue = str(task.since) if task.chore is Chore.FLOOD and record.appears else ""
    return Link(ctx.name(record), f"{root}{channel_address(record.id, issue)}")


def _letter(ctx: PageContext, task: Task) -> str:
    """Return the address of a letter that asks whether a contact is still right; ``""`` for other tasks."""
    if task.chore is not Chore.CONTACT or task.contact is None:
        return ""
    held = HeldContact(record=task.record, contact=task.contact, who=task.who)
    return letter_address(Letters(ctx.site, ctx.lang, ctx.today).reminder([held]))


def desk_page(ctx: PageContext) -> Page:
    """Return the editor's desk. The search leaves it out: it is of use to editors only."""
    view = desk_view(ctx, depth_prefix(DESK))
    title, lead = (
        ctx.say("The editors' to-do list"),
        ctx.say("What the editors have to check, complete or answer, and whom to ask about it."),
    )
    outbox = f"{depth_prefix(DESK)}{CHANNELS}"
    return list_page(
        ctx, DESK, "site/desk.html", title, lead, groups=view.piles, view=view, outbox=outbox, searchable=False
    )
