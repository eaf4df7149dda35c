"""Residents' ideas in lists: where each has got to, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from seurantalo.model.participation import Idea
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import IDEA_OUTCOMES
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.participation_words import IDEA_STAGES, IDEA_TONES, OUTCOME_KINDS
from seurantalo.publishing.pages.shared.record import record_card
from seurantalo.publishing.pages.shared.texts import summary
from seurantalo.publishing.pages.shared.view import Badge, Card

_TEXT = 150


def stage_badge(ctx: PageContext, idea: Idea) -> Badge:
    """Return how far an idea has come, as a badge."""
    return Badge(ctx.say(IDEA_STAGES[idea.stage]), IDEA_TONES[idea.stage])


def most_votes(idea: Idea) -> int:
    """Return the largest vote that an idea had: votes on one idea by two methods count the same people twice."""
    return max((vote.count for vote in idea.votes), default=0)


def newest_first(ideas: Iterable[Idea]) -> list[Idea]:
    """Return ideas by the day they were raised, the latest first."""
    return sorted(ideas, key=lambda one: (-one.raised.toordinal(), one.id))


def outcomes_address(ctx: PageContext, municipality: str) -> str:
    """Return the page of what became of a municipality's ideas; where it has none, that of all municipalities."""
    place = ctx.community.municipalities[municipality]
    return f"{IDEA_OUTCOMES}{municipality}/" if ctx.pointing(place, Kind.IDEA, "municipality") else IDEA_OUTCOMES


def fate(ctx: PageContext, idea: Idea) -> str:
    """Return in a few words what came of an idea: its outcomes, else the answer, else since when it waits."""
    if idea.outcomes:
        words = ", ".join(dict.fromkeys(ctx.say(OUTCOME_KINDS[one.kind]) for one in idea.outcomes))
        return f"{words[:1].upper()}{words[1:]}."
    if idea.answer is not None:
        return summary(ctx, idea.answer, _TEXT)
    return ctx.lang.say("Waits for an answer, raised {date}.", date=wording.plain_day(idea.raised, ctx.lang))


def idea_cards(ctx: PageContext, ideas: Iterable[Idea], root: str, *, with_place: bool = False) -> tuple[Card, ...]:
    """Return ideas as cards in the order given."""
    places = ctx.names[Kind.MUNICIPALITY]
    return tuple(
        record_card(
            ctx,
            idea,
            root,
            text=summary(ctx, idea.text, _TEXT),
            kicker=" · ".join((ctx.words(idea.topic), *((places[idea.municipality],) if with_place else ()))),
            badges=(stage_badge(ctx, idea),),
            meta=(
                wording.plain_day(idea.raised, ctx.lang),
                *((ctx.lang.count("{n} vote", "{n} votes", most_votes(idea)),) if idea.votes else ()),
            ),
        )
        for idea in ideas
    )
