"""What a practice tells as an experiment, a model, a trailblazer or a case: each kind has fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.practice import Practice, PracticeKind
from seurantalo.model.record import Kind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.labels import PRACTICE_KINDS
from seurantalo.publishing.pages.shared.texts import day_or_none, marked, marked_all, period_words
from seurantalo.publishing.pages.shared.view import Fact, Link, fact_list

#: The first kind of a practice decides where it stands; models, which are made for copying, come first.
ORDER: Final = (PracticeKind.MODEL, PracticeKind.EXPERIMENT, PracticeKind.TRAILBLAZER, PracticeKind.CASE)

#: Kind -> the heading of its cards in the library, and a sentence that says what it is.
GROUPS: Final[Mapping[PracticeKind, tuple[str, str]]] = {
    PracticeKind.MODEL: ("Models", "Ways of working, ready to be copied."),
    PracticeKind.EXPERIMENT: ("Agile experiments", "Something tried on a small scale, and how it went."),
    PracticeKind.TRAILBLAZER: ("Trailblazers", "Bold changes from elsewhere in Finland."),
    PracticeKind.CASE: ("Cases", "This was done once, in one place."),
}


@dataclass(frozen=True, slots=True)
class KindView:
    """A practice as one of its kinds: what the kind is, its facts, and the choices that were made."""

    title: str
    anchor: str
    text: str
    facts: tuple[Fact, ...]
    choices: tuple[str, ...]


def kind_views(ctx: PageContext, one: Practice, root: str) -> tuple[KindView, ...]:
    """Return a part for each kind that a practice is, the one to copy first; what two kinds share stands once."""
    views = []
    told: set[str] = set()
    for kind in sorted(one.kinds, key=ORDER.index):
        facts = tuple(fact for fact in _FACTS[kind](ctx, one, root) if fact.term not in told)
        told.update(fact.term for fact in facts)
        choices = () if "choices" in told else marked_all(ctx, one.design_choices, root)
        told.add("choices")
        say = ctx.lang.say
        views.append(KindView(say(PRACTICE_KINDS[kind]), f"laji-{kind}", say(GROUPS[kind][1]), facts, choices))
    return tuple(views)


def _experiment(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    return fact_list(
        (say("What we wanted to find out"), marked(ctx, one.hypothesis, root)),
        (say("Tried out"), _period(ctx, one)),
        (say("Grew out of"), ctx.links(Kind.PRACTICE, one.based_on, root)),
        (say("What was decided"), marked(ctx, one.decision, root)),
    )


def _model(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    say, steps = ctx.say, len(one.steps)
    link = Link(ctx.lang.count("{n} step", "{n} steps", steps), "#vaiheet")
    return fact_list(
        (say("Steps"), (link,) if steps else ()),
        (say("How often"), marked(ctx, one.cadence, root)),
        (say("Who takes part"), marked(ctx, one.composition, root)),
        (say("Combines"), ctx.links(Kind.PRACTICE, one.combines, root)),
    )


def _trailblazer(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    return fact_list(
        (say("In force from"), day_or_none(ctx, one.effective_from)),
        (say("Replaces"), ctx.links(Kind.PRACTICE, one.replaces, root)),
        (say("Who takes part"), marked(ctx, one.composition, root)),
        (say("Legal basis"), marked(ctx, one.legal_basis, root)),
    )


def _case(ctx: PageContext, one: Practice, root: str) -> tuple[Fact, ...]:
    say = ctx.say
    return fact_list(
        (say("Done"), _period(ctx, one)),
        (say("Added on"), day_or_none(ctx, one.created)),
        (say("Who took part"), marked(ctx, one.composition, root)),
        (say("Grew out of"), ctx.links(Kind.PRACTICE, one.based_on, root)),
    )


def _period(ctx: PageContext, one: Practice) -> str:
    return period_words(ctx, one.period) if one.period is not None else ""


_FACTS: Final[Mapping[PracticeKind, Callable[[PageContext, Practice, str], tuple[Fact, ...]]]] = {
    PracticeKind.CASE: _case,
    PracticeKind.EXPERIMENT: _experiment,
    PracticeKind.MODEL: _model,
    PracticeKind.TRAILBLAZER: _trailblazer,
}
