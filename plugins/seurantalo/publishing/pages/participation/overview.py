"""Taking part: the way to processes, ideas, what became of them, and the matrix of participatory budgeting."""

from __future__ import annotations

from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.participation import BudgetReason, BudgetWay, Idea, Process
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing.addresses import BUDGETING, FOLDERS, address
from seurantalo.publishing.pages.participation.idea_outcomes import idea_outcomes_links
from seurantalo.publishing.pages.participation.process import is_over, process_card
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import crumbs, list_page
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.idea_cards import idea_cards, newest_first, stage_badge
from seurantalo.publishing.pages.shared.participation_words import REASONS, WAYS
from seurantalo.publishing.pages.shared.view import Badge, Link
from seurantalo.publishing.publication import Heading, Page, depth_prefix

MOST_PROCESSES: Final = 30
MOST_IDEAS: Final = 6
#: Examples in one cell of the matrix.
MOST_EXAMPLES: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A reason done in a way: the examples, and how many more there are."""

    anchor: str
    way: str
    examples: tuple[tuple[Link, Badge], ...]
    """(idea, how far it has come)"""
    more: int


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason and what has been done for it, in each way."""

    title: str
    text: str
    cells: tuple[Cell, ...]


def participation_page(ctx: PageContext) -> Page:
    """Return the front page of participation, which is also the list of processes."""
    folder = FOLDERS[Kind.PROCESS]
    root, say = depth_prefix(folder), ctx.say
    processes = sorted(
        ctx.community.processes.values(),
        key=lambda one: (-_last_day(one), one.id),
    )
    going = [one for one in processes if not is_over(one, ctx.today)]
    done = [one for one in processes if is_over(one, ctx.today)]
    ideas = newest_first(ctx.community.ideas.values())
    return list_page(
        ctx,
        folder,
        "participation/overview.html",
        say("Taking part"),
        say("What residents plan together, what they have proposed and what came of it."),
        processes=tuple(process_card(ctx, one, root) for one in going[:MOST_PROCESSES]),
        more=max(len(going) - MOST_PROCESSES, 0),
        done=tuple(process_card(ctx, one, root) for one in done[:MOST_PROCESSES]),
        more_done=max(len(done) - MOST_PROCESSES, 0),
        ideas=idea_cards(ctx, ideas[:MOST_IDEAS], root, with_place=True),
        places=idea_outcomes_links(ctx, root),
        all_ideas=f"{root}{FOLDERS[Kind.IDEA]}",
        budgeting=f"{root}{BUDGETING}",
        new=form_address(root, Act.IDEA),
        contents=(
            Heading("prosessit", say("Under way")),
            *((Heading("paattyneet", say("Ended processes")),) if done else ()),
            Heading("ideat", say("Newest ideas")),
            Heading("tuli", say("What became of the ideas?")),
        ),
    )


def _last_day(process: Process) -> int:
    days = (stage.ends or stage.starts for stage in process.stages)
    return max((day.toordinal() for day in days if day is not None), default=0)


def matrix_rows(ctx: PageContext, root: str) -> tuple[ReasonRow, ...]:
    """Return the matrix: five reasons, four ways, and in each cell the ideas whose outcomes stand there."""
    found: dict[tuple[BudgetReason, BudgetWay], dict[str, Idea]] = {}
    for idea in newest_first(ctx.community.ideas.values()):
        for outcome in idea.outcomes:
            if outcome.budgeting is not None:
                place = (outcome.budgeting.reason, outcome.budgeting.way)
                found.setdefault(place, {})[idea.id] = idea
    say = ctx.say
    return tuple(
        ReasonRow(
            say(title),
            say(text),
            tuple(_cell(ctx, reason, way, tuple(found.get((reason, way), {}).values()), root) for way in BudgetWay),
        )
        for reason, (title, text) in REASONS.items()
    )


def _cell(ctx: PageContext, reason: BudgetReason, way: BudgetWay, ideas: tuple[Idea, ...], root: str) -> Cell:
    places = ctx.names[Kind.MUNICIPALITY]
    return Cell(
        anchor=f"{reason}-{way}",
        way=ctx.say(WAYS[way][0]),
        examples=tuple(
            (Link(ctx.name(idea), f"{root}{address(idea)}", places[idea.municipality]), stage_badge(ctx, idea))
            for idea in ideas[:MOST_EXAMPLES]
        ),
        more=max(len(ideas) - MOST_EXAMPLES, 0),
    )


def budgeting_page(ctx: PageContext) -> Page:
    """Return the matrix of participatory budgeting."""
    root = depth_prefix(BUDGETING)
    return list_page(
        ctx,
        BUDGETING,
        "participation/budgeting.html",
        ctx.say("Participatory budgeting: five reasons, four ways"),
        ctx.say("Why and how residents decide on shared money, with examples from the region."),
        ways=tuple((ctx.say(name), ctx.say(text)) for name, text in WAYS.values()),
        rows=matrix_rows(ctx, root),
        crumbs=crumbs(ctx, root, FOLDERS[Kind.PROCESS], ctx.say("Taking part")),
    )
