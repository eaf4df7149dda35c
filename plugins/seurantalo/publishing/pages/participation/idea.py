"""The pages of residents' ideas: from raised to voted on to answered to what came of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.participation import Idea, IdeaOutcome, IdeaStage
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import BUDGETING, FOLDERS, IDEA_OUTCOMES, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import list_page
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.idea_cards import idea_cards, most_votes, stage_badge
from seurantalo.publishing.pages.shared.participation_words import IDEA_STAGES, OUTCOME_KINDS, REASONS, WAYS
from seurantalo.publishing.pages.shared.record import Frame, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.texts import prose, summary
from seurantalo.publishing.pages.shared.view import Badge, Card, Fact, Group, Link, fact_list
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki import related_ideas

#: Ideas of one stage that the list of ideas shows; the rest are on the pages of their municipalities.
MOST_IN_STAGE: Final = 30

_PATH: Final = (IdeaStage.NEW, IdeaStage.VOTED, IdeaStage.IN_WORK, IdeaStage.DECIDED, IdeaStage.DONE)
_DECLINED: Final = (IdeaStage.NEW, IdeaStage.VOTED, IdeaStage.IN_WORK, IdeaStage.DECLINED)


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step on an idea's way: ``state`` is done, now or ahead."""

    words: str
    day: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView:
    """What came of an idea: the way in words, when, how much, and what it led to."""

    way: str
    text: Markup
    meta: tuple[str, ...]
    links: tuple[Link, ...]
    budgeting: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaView:
    """The page of an idea."""

    frame: Frame
    badges: tuple[Badge, ...]
    path: tuple[PathStep, ...]
    text: Markup
    votes: tuple[tuple[str, str, str], ...]
    """(how it was voted, when, how many)"""
    answer: Markup
    outcomes: tuple[OutcomeView, ...]
    facts: tuple[Fact, ...]
    all_outcomes: Link
    related: tuple[Card, ...]


def idea_path(ctx: PageContext, idea: Idea) -> tuple[PathStep, ...]:
    """Return the way of an idea. Voting is left out where an idea has gone on without it."""
    days: dict[IdeaStage, date | None] = {
        IdeaStage.NEW: idea.raised,
        IdeaStage.VOTED: max((vote.date for vote in idea.votes), default=None),
        IdeaStage.DECIDED: min((one.date for one in idea.outcomes if one.date is not None), default=None),
    }
    way = _DECLINED if idea.stage is IdeaStage.DECLINED else _PATH
    at = way.index(idea.stage)
    steps = []
    for n, stage in enumerate(way):
        skipped = stage is IdeaStage.VOTED or (stage is IdeaStage.IN_WORK and idea.stage is IdeaStage.DECLINED)
        if n < at and skipped and days.get(stage) is None:
            continue
        day = days.get(stage) if n <= at else None
        steps.append(
            PathStep(
                ctx.say(IDEA_STAGES[stage]),
                wording.plain_day(day, ctx.lang) if day is not None else "",
                "done" if n < at else "now" if n == at else "ahead",
            )
        )
    return tuple(steps)


def idea_view(ctx: PageContext, idea: Idea) -> IdeaView:
    """Return the page of an idea."""
    root = depth_prefix(address(idea))
    say = ctx.lang.say
    place = ctx.names[Kind.MUNICIPALITY][idea.municipality]
    return IdeaView(
        frame=frame(
            ctx,
            idea,
            say("Ideas"),
            kicker=f"{say('Idea')} · {ctx.words(idea.topic)} · {place}",
            invented=say("This idea is invented. It shows how an idea proceeds."),
        ),
        badges=(stage_badge(ctx, idea),),
        path=idea_path(ctx, idea),
        text=prose(ctx, idea.text, root, "t-", 2),
        votes=tuple(
            (vote.method, wording.plain_day(vote.date, ctx.lang), ctx.lang.number(vote.count))
            for vote in sorted(idea.votes, key=lambda vote: (vote.date, vote.method))
        ),
        answer=prose(ctx, idea.answer, root, "a-", 3),
        outcomes=tuple(_outcome(ctx, one, root, n) for n, one in enumerate(idea.outcomes)),
        facts=_facts(ctx, idea, root),
        all_outcomes=Link(
            say("What became of the ideas: {name}", name=place), f"{root}{IDEA_OUTCOMES}{idea.municipality}/"
        ),
        related=idea_cards(ctx, related_ideas(ctx.community, idea), root, with_place=True),
    )


def _outcome(ctx: PageContext, one: IdeaOutcome, root: str, n: int) -> OutcomeView:
    say = ctx.lang.say
    meta = []
    if one.date is not None:
        meta.append(wording.plain_day(one.date, ctx.lang))
    if one.amount is not None:
        meta.append(ctx.lang.euros(one.amount))
    links = (
        *ctx.links(Kind.EVENT, one.events, root),
        *ctx.links(Kind.PRACTICE, one.practices, root),
        *ctx.links(Kind.ORGANISATION, one.projects, root),
    )
    budgeting = None
    if one.budgeting is not None:
        reason, way = say(REASONS[one.budgeting.reason][0]), say(WAYS[one.budgeting.way][0])
        anchor = f"{one.budgeting.reason}-{one.budgeting.way}"
        budgeting = Link(f"{reason} × {way[:1].lower()}{way[1:]}", f"{root}{BUDGETING}#{anchor}")
    return OutcomeView(
        way=say(OUTCOME_KINDS[one.kind]),
        text=prose(ctx, one.text, root, f"o{n}-", 4),
        meta=tuple(meta),
        links=links,
        budgeting=budgeting,
    )


def _facts(ctx: PageContext, idea: Idea, root: str) -> tuple[Fact, ...]:
    say = ctx.lang.say
    raised = wording.plain_day(idea.raised, ctx.lang)
    where: tuple[Link, ...] = (Link(f"{raised}, {idea.raised_where}" if idea.raised_where else raised),)
    if idea.raised_at is not None:
        where = (Link(raised), ctx.link(Kind.EVENT, idea.raised_at, root))
    return fact_list(
        (say("Municipality"), ctx.links(Kind.MUNICIPALITY, (idea.municipality,), root)),
        (say("Raised"), where),
        (say("Process"), ctx.links(Kind.PROCESS, (idea.process,), root)),
        (say("Themes"), ctx.links(Kind.THEME, idea.themes, root)),
    )


def _page(ctx: PageContext, idea: Idea) -> Page:
    view = idea_view(ctx, idea)
    description = summary(ctx, idea.text) or view.frame.kicker.replace(" · ", ", ")
    return record_page(ctx, idea, "participation/idea.html", view, description)


#: A page for each idea, by address.
idea_pages: Final = record_pages(lambda community: community.ideas, _page)


def idea_groups(ctx: PageContext, root: str) -> tuple[Group[Card], ...]:
    """Return the latest ideas by how far they have come, the most votes first among those that wait."""
    found: dict[IdeaStage, list[Idea]] = {stage: [] for stage in IdeaStage}
    for idea in ctx.community.ideas.values():
        found[idea.stage].append(idea)
    groups = []
    for stage, ideas in found.items():
        ideas.sort(key=lambda one: (-one.raised.toordinal(), -most_votes(one), one.id))
        words = ctx.say(IDEA_STAGES[stage])
        if ideas:
            groups.append(
                Group(
                    f"{words[:1].upper()}{words[1:]}",
                    f"vaihe-{stage}",
                    idea_cards(ctx, ideas[:MOST_IN_STAGE], root, with_place=True),
                    max(len(ideas) - MOST_IN_STAGE, 0),
                )
            )
    return tuple(groups)


def idea_index(ctx: PageContext) -> Page:
    """Return the list of ideas."""
    folder = FOLDERS[Kind.IDEA]
    root = depth_prefix(folder)
    return list_page(
        ctx,
        folder,
        "participation/ideas.html",
        ctx.say("Ideas"),
        ctx.say("What residents have proposed, and how far each idea has come."),
        groups=idea_groups(ctx, root),
        outcomes=f"{root}{IDEA_OUTCOMES}",
        new=form_address(root, Act.IDEA),
        total=ctx.lang.count("{n} idea", "{n} ideas", len(ctx.community.ideas)),
    )
