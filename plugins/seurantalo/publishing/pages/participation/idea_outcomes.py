"""What became of my idea: every idea of a municipality, what was answered and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.participation import Idea, IdeaStage
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import FOLDERS, IDEA_OUTCOMES, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import by_name, crumbs, list_page
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.idea_cards import fate, newest_first, stage_badge
from seurantalo.publishing.pages.shared.record import demo_badges
from seurantalo.publishing.pages.shared.view import Badge, Group, Link
from seurantalo.publishing.publication import Page, Pages, depth_prefix, sorted_by_address

#: Ideas in one group of a municipality's page, the latest first; the rest are counted.
MOST_IN_GROUP: Final = 60

#: Groups of the page: anchor, heading, stages.
_GROUPS: Final = (
    ("tuli", "Something came of it", (IdeaStage.DONE, IdeaStage.DECIDED)),
    ("tyossa", "In work", (IdeaStage.IN_WORK,)),
    ("odottaa", "Waits for an answer", (IdeaStage.VOTED, IdeaStage.NEW)),
    ("ei", "Did not go on, and why", (IdeaStage.DECLINED,)),
)


@dataclass(frozen=True, slots=True)
class FateRow:
    """An idea and what became of it."""

    idea: Link
    topic: str
    raised: str
    badges: tuple[Badge, ...]
    fate: str


@dataclass(frozen=True, slots=True)
class FateGroup(Group[FateRow]):
    """Ideas that fared alike; ``total`` counts also those that are not shown."""

    total: int = 0


def ideas_by_municipality(ctx: PageContext) -> Mapping[str, Sequence[Idea]]:
    """Return every municipality's ideas, the latest first."""
    found: dict[str, list[Idea]] = {}
    for idea in ctx.community.ideas.values():
        found.setdefault(idea.municipality, []).append(idea)
    return {place: newest_first(ideas) for place, ideas in found.items()}


def idea_outcomes_pages(ctx: PageContext) -> Pages:
    """Return a page for each municipality that has ideas, by address."""
    return Pages(sorted_by_address(ctx.once(ideas_by_municipality)), lambda name: _page(ctx, name))


def _group(
    ctx: PageContext, group: tuple[str, str, tuple[IdeaStage, ...]], ideas: Sequence[Idea], root: str
) -> FateGroup:
    anchor, title, stages = group
    mine = [one for one in ideas if one.stage in stages]
    rows = tuple(
        FateRow(
            Link(ctx.words(idea.title), f"{root}{address(idea)}"),
            ctx.words(idea.topic),
            wording.plain_day(idea.raised, ctx.lang),
            (stage_badge(ctx, idea), *demo_badges(ctx, idea)),
            fate(ctx, idea),
        )
        for idea in mine[:MOST_IN_GROUP]
    )
    return FateGroup(ctx.say(title), anchor, rows, max(len(mine) - MOST_IN_GROUP, 0), len(mine))


def idea_outcomes_links(ctx: PageContext, root: str) -> tuple[Link, ...]:
    """Return a link to each municipality that has ideas, with their number, in alphabetical order."""
    found = ideas_by_municipality(ctx)
    names = ctx.names[Kind.MUNICIPALITY]
    return tuple(
        Link(names[place], f"{root}{IDEA_OUTCOMES}{place}/", str(len(found[place])))
        for place in by_name(found, names)
    )


def _page(ctx: PageContext, municipality: str) -> Page:
    where = f"{IDEA_OUTCOMES}{municipality}/"
    root, say, name = depth_prefix(where), ctx.say, ctx.names[Kind.MUNICIPALITY][municipality]
    ideas = ctx.once(ideas_by_municipality)[municipality]
    answered = sum(one.answer is not None or bool(one.outcomes) for one in ideas)
    title = ctx.lang.say("What became of the ideas: {name}", name=name)
    body = ctx.render(
        "participation/idea_outcomes.html",
        title=title,
        crumbs=crumbs(ctx, root, IDEA_OUTCOMES, say("What became of the ideas?")),
        total=ctx.lang.count("{n} idea", "{n} ideas", len(ideas)),
        answered=ctx.lang.count("{n} has an answer", "{n} have an answer", answered),
        groups=[one for group in _GROUPS if (one := _group(ctx, group, ideas, root)).total],
        place=Link(name, f"{root}{FOLDERS[Kind.MUNICIPALITY]}{municipality}/"),
        new=form_address(root, Act.IDEA, kunta=municipality),
    )
    description = ctx.lang.say("Every idea, the answer to it and what came of it: {name}", name=name)
    return Page(address=where, title=title, body=body, description=description)


def idea_outcomes_index(ctx: PageContext) -> Page:
    """Return the way to the municipalities' pages."""
    root = depth_prefix(IDEA_OUTCOMES)
    return list_page(
        ctx,
        IDEA_OUTCOMES,
        "participation/idea_outcomes_index.html",
        ctx.say("What became of the ideas?"),
        ctx.say("Every idea gets an answer, and the answer stays in sight."),
        places=idea_outcomes_links(ctx, root),
        ideas=f"{root}{FOLDERS[Kind.IDEA]}",
        new=form_address(root, Act.IDEA),
    )
