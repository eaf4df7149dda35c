"""What a practice tells as an experiment, a model, a trailblazer or a case: each kind has fields of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from seurantalo.model.practice import Practice, PracticeKind
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.publishing import wording
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.labels import PRACTICE_KINDS
from seurantalo.publishing.pages.shared.other_language import marked, marked_all
from seurantalo.publishing.pages.shared.periods import period_words
from seurantalo.publishing.pages.shared.view import Fact, Link

#: The first kind of a practice decides where it stands; models, which are made for copying, come first.
ORDER: Final = (PracticeKind.MODEL, PracticeKind.EXPERIMENT, PracticeKind.TRAILBLAZER, PracticeKind.CASE)

#: Kind -> the heading of its cards in the library, and a sentence that says what it is.
GROUPS: Final[Mapping[PracticeKind, tuple[str, str]]] = {
    PracticeKind.MODEL: ("Models", "Ways of working, ready to be copied."),
    PracticeKind.EXPERIMENT: ("Agile experiments", "Tried lightly, and told how it went."),
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
        choices = () if "choices" in told else marked_all(ctx, one.design_choices)
        told.add("choices")
        say = ctx.lang.say
        views.append(KindView(say(PRACTICE_KINDS[kind]), f"laji-{kind}", say(GROUPS[kind][1]), facts, choices))
    return tuple(views)


def _texts(ctx: PageContext, *pairs: tuple[str, Text | None]) -> list[Fact]:
    return [Fact(ctx.lang.say(term), (Link(marked(ctx, text)),)) for term, text in pairs if text is not None]


def _day(ctx: PageContext, term: str, day: date | None) -> list[Fact]:
    return [] if day is None else [Fact(ctx.lang.say(term), (Link(wording.plain_day(day, ctx.lang)),))]


def _period(ctx: PageContext, term: str, one: Practice) -> list[Fact]:
    words = "" if one.period is None else period_words(ctx, one.period)
    return [Fact(ctx.lang.say(term), (Link(words),))] if words else []


def _linked(ctx: PageContext, term: str, names: tuple[str, ...], root: str) -> list[Fact]:
    return [Fact(ctx.lang.say(term), ctx.links(Kind.PRACTICE, names, root))] if names else []


def _experiment(ctx: PageContext, one: Practice, root: str) -> list[Fact]:
    return [
        *_texts(ctx, ("What we wanted to find out", one.hypothesis)),
        *_period(ctx, "Tried out", one),
        *_linked(ctx, "Grew out of", one.based_on, root),
        *_texts(ctx, ("What was decided", one.decision)),
    ]


def _model(ctx: PageContext, one: Practice, root: str) -> list[Fact]:
    steps = len(one.steps)
    link = Link(ctx.lang.count("{n} step", "{n} steps", steps), "#vaiheet")
    return [
        *([Fact(ctx.lang.say("Steps"), (link,))] if steps else []),
        *_texts(ctx, ("How often", one.cadence), ("Who takes part", one.composition)),
        *_linked(ctx, "Combines", one.combines, root),
    ]


def _trailblazer(ctx: PageContext, one: Practice, root: str) -> list[Fact]:
    return [
        *_day(ctx, "In force from", one.effective_from),
        *_linked(ctx, "Replaces", one.replaces, root),
        *_texts(ctx, ("Who takes part", one.composition), ("Legal basis", one.legal_basis)),
    ]


def _case(ctx: PageContext, one: Practice, root: str) -> list[Fact]:
    return [
        *_period(ctx, "Done", one),
        *_day(ctx, "Told on", one.created),
        *_texts(ctx, ("Who took part", one.composition)),
        *_linked(ctx, "Grew out of", one.based_on, root),
    ]


_FACTS: Final[Mapping[PracticeKind, Callable[[PageContext, Practice, str], list[Fact]]]] = {
    PracticeKind.CASE: _case,
    PracticeKind.EXPERIMENT: _experiment,
    PracticeKind.MODEL: _model,
    PracticeKind.TRAILBLAZER: _trailblazer,
}
