"""Who has tried what: a table of practices by municipality, for the whole region and for a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.practice import Practice
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS, METHODS
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import by_name, crumbs, list_page
from seurantalo.publishing.pages.shared.labels import ADOPTION_STATUSES, ADOPTION_TONES
from seurantalo.publishing.pages.shared.view import Badge, Link, Tone
from seurantalo.publishing.pages.wiki.practice.parts import practice_logs
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki import MethodMatrix, Trial, method_matrix

#: Columns of a table that people can still read.
MOST_PLACES: Final = 24


@dataclass(frozen=True, slots=True)
class TrialView:
    """A cell: its municipality, how far the furthest there is, how often it was held, and all who take part."""

    place: str
    badge: Badge | None
    held: str
    words: str


@dataclass(frozen=True, slots=True)
class MethodRowView:
    """A row: the practice and its cells, in the order of the columns."""

    practice: Link
    cells: tuple[TrialView, ...]


@dataclass(frozen=True, slots=True)
class MethodsView:
    """A table of practices by municipality; ``untried`` are those of which nobody has told."""

    places: tuple[Link, ...]
    rows: tuple[MethodRowView, ...]
    untried: tuple[Link, ...]
    left_out: int


def methods_view(ctx: PageContext, practices: Iterable[Practice], root: str) -> MethodsView:
    """Return the table of some practices, by name."""
    names = ctx.names[Kind.PRACTICE]
    ordered = sorted(practices, key=lambda one: sort_key(names[one.id]))
    matrix = method_matrix(ctx.community, ordered, ctx.once(practice_logs), MOST_PLACES)
    places = by_name(matrix.municipalities, ctx.names[Kind.MUNICIPALITY])
    return MethodsView(
        places=tuple(ctx.link(Kind.MUNICIPALITY, name, root) for name in places),
        rows=tuple(_rows(ctx, matrix, places, root)),
        untried=tuple(ctx.link(Kind.PRACTICE, one.id, root) for one in matrix.untried),
        left_out=matrix.left_out,
    )


def _rows(ctx: PageContext, matrix: MethodMatrix, places: Sequence[str], root: str) -> Iterable[MethodRowView]:
    for row in matrix.rows:
        cells = tuple(_cell(ctx, ctx.names[Kind.MUNICIPALITY][name], row.trials.get(name)) for name in places)
        yield MethodRowView(ctx.link(Kind.PRACTICE, row.practice.id, root), cells)


def _cell(ctx: PageContext, place: str, trial: Trial | None) -> TrialView:
    if trial is None:
        return TrialView(place, None, "", "")
    say = ctx.lang.say
    held = ctx.lang.count("held {n} time", "held {n} times", trial.held) if trial.held else ""
    words = [
        f"{ctx.names[Kind.ORGANISATION][one.adopter]} {say(ADOPTION_STATUSES[one.status])}" for one in trial.adoptions
    ]
    badge = None
    if trial.adoptions:
        status = trial.adoptions[0].status
        badge = Badge(say(ADOPTION_STATUSES[status]), ADOPTION_TONES.get(status, Tone.PLAIN))
    elif trial.home and not trial.held:
        badge = Badge(say("began here"))
    return TrialView(place, badge, held, ", ".join(words))


def methods_page(ctx: PageContext) -> Page:
    """Return the page of all practices by municipality."""
    root = depth_prefix(METHODS)
    return list_page(
        ctx,
        METHODS,
        "wiki/methods.html",
        ctx.say("Who has tried what"),
        ctx.say("Good practices by municipality. Ask the neighbour who has done it already."),
        view=methods_view(ctx, ctx.community.practices.values(), root),
        crumbs=crumbs(ctx, root, FOLDERS[Kind.PRACTICE], ctx.say("The good practices")),
    )
