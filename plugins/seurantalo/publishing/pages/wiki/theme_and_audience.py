"""The pages of themes and audiences: what is coming, what has been learned, who is active in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.record import Kind, Record
from seurantalo.model.vocabulary import Audience, Theme
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.addresses import CALENDAR, FOLDERS, address
from seurantalo.publishing.feeds.selection import WithBroader
from seurantalo.publishing.pages.shared.calendar_link import feed_view
from seurantalo.publishing.pages.shared.coming import MOST_COMING, ComingView, coming_view
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import in_order, list_page
from seurantalo.publishing.pages.shared.idea_cards import idea_cards, newest_first
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.practice_card import practice_card
from seurantalo.publishing.pages.shared.record import Frame, frame, record_page, record_pages
from seurantalo.publishing.pages.shared.theme_look import look_class, look_of_themes
from seurantalo.publishing.pages.shared.view import Card, Link
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question
from seurantalo.wiki import related_themes

MOST_PRACTICES: Final = 24
MOST_ORGANISATIONS: Final = 60
MOST_IDEAS: Final = 12

_FILTERS: Final[Mapping[Kind, str]] = {Kind.THEME: "teema=", Kind.AUDIENCE: "kenelle="}
_TOLD: Final[Told] = frozenset(
    {
        (Kind.EVENT, "themes"),
        (Kind.EVENT, "audiences"),
        (Kind.PRACTICE, "themes"),
        (Kind.ORGANISATION, "themes"),
        (Kind.IDEA, "themes"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """The page of a theme or an audience. ``all_events`` is the calendar, narrowed to it."""

    frame: Frame
    aliases: str
    around: tuple[Link, ...]
    coming: ComingView
    all_events: Link | None
    practices: tuple[Card, ...]
    more_practices: int
    organisations: tuple[Link, ...]
    more_organisations: int
    ideas: tuple[Card, ...]
    more_ideas: int
    related: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A word in the list of its vocabulary, with those below it."""

    link: Link
    narrower: tuple[Link, ...]
    look: str
    """The class of a theme's look; ``""`` for an audience."""


def _dealt(ctx: PageContext) -> Mapping[tuple[Kind, str], Sequence[Occurrence]]:
    """Deal the next date of every event out to its themes and audiences, and to all that are broader."""
    found: dict[tuple[Kind, str], list[Occurrence]] = {}

    def lists(kind: Kind, terms: Mapping[str, Record]) -> WithBroader[Occurrence]:
        return WithBroader({name: found.setdefault((kind, name), []) for name in terms}, terms)

    of_theme = lists(Kind.THEME, ctx.community.themes)
    of_audience = lists(Kind.AUDIENCE, ctx.community.audiences)
    # An event of which nothing is held stands here too, with its status.
    ahead = {one.event.id: one for one in reversed(ctx.coming)} | dict(ctx.next_of)
    for one in sorted(ahead.values(), key=lambda one: (one.starts_at, one.event.id)):
        for dates in (*of_theme.feeds(one.event.themes), *of_audience.feeds(one.event.audiences)):
            dates.append(one)
    return found


def _next_of_term(ctx: PageContext, kind: str, name: str) -> Sequence[Occurrence]:
    return ctx.once(_dealt).get((Kind(kind), name), ())


#: The next dates of the events of a theme or an audience.
NEXT_OF_TERM: Final = Question(
    "next of term",
    _next_of_term,
    lambda ctx, kind, name: [one.event.id for one in _next_of_term(ctx, kind, name)],
    since=Change.OUTLINE,
    alone=True,
)


def coming_of(ctx: PageContext, subject: Theme | Audience) -> Sequence[Occurrence]:
    """Return the next dates of the events of a subject, of each event one (a held one, if any), the nearest first.

    The events of narrower words count too, as in the subject's calendar feed.
    """
    return NEXT_OF_TERM.ask(ctx, subject.KIND.value, subject.id)


def _held(dates: Iterable[Occurrence]) -> int:
    return sum(not one.cancelled for one in dates)


#: How many of them are held.
HELD_OF_TERM: Final = Question(
    "held of term", lambda ctx, kind, name: _held(_next_of_term(ctx, kind, name)), since=Change.OUTLINE
)


def term_view(ctx: PageContext, subject: Theme | Audience) -> TermView:
    """Return the page of a theme or an audience."""
    root = depth_prefix(address(subject))
    kind, say = subject.KIND, ctx.lang.say
    kicker = say("Theme") if kind is Kind.THEME else say("For whom")
    dates = coming_of(ctx, subject)
    near = dates[: 2 * MOST_COMING]
    coming = coming_view(ctx, near, root, feed_view(subject, root, say("These events to your calendar")))
    hidden = _held(dates[len(near) :]) + coming.more
    practices = sorted(
        ctx.community.practices_linking(subject, "themes"), key=lambda one: (one.stub, sort_key(ctx.words(one.title)))
    )
    links = in_order(ctx.links(Kind.ORGANISATION, ctx.pointing(subject, Kind.ORGANISATION, "themes"), root))
    ideas = newest_first(ctx.community.ideas[name] for name in ctx.pointing(subject, Kind.IDEA, "themes"))
    return TermView(
        frame=frame(ctx, subject, _title(ctx, kind), kicker=kicker, told=_TOLD),
        aliases=", ".join(subject.aliases),
        around=(
            *ctx.links(kind, (subject.broader,), root),
            *in_order(ctx.links(kind, ctx.pointing(subject, kind, "broader"), root)),
        ),
        coming=replace(coming, more=0),
        all_events=Link(
            ctx.lang.count("and {n} more in the calendar", "and {n} more in the calendar", hidden),
            f"{root}{CALENDAR}?{_FILTERS[kind]}{subject.id}",
        )
        if hidden
        else None,
        practices=tuple(practice_card(ctx, one, root) for one in practices[:MOST_PRACTICES]),
        more_practices=max(len(practices) - MOST_PRACTICES, 0),
        organisations=links[:MOST_ORGANISATIONS],
        more_organisations=max(len(links) - MOST_ORGANISATIONS, 0),
        ideas=idea_cards(ctx, ideas[:MOST_IDEAS], root, with_place=True),
        more_ideas=max(len(ideas) - MOST_IDEAS, 0),
        related=tuple(ctx.link(kind, one.id, root) for one in related_themes(ctx.community, subject))
        if isinstance(subject, Theme)
        else (),
    )


def _title(ctx: PageContext, kind: Kind) -> str:
    return ctx.say("Themes") if kind is Kind.THEME else ctx.say("For whom")


def _page(ctx: PageContext, subject: Theme | Audience) -> Page:
    words = ctx.lang.say("{name}: events, good practices and those who arrange them.", name=ctx.name(subject))
    return record_page(ctx, subject, "wiki/theme_and_audience.html", term_view(ctx, subject), words)


#: A page for each theme, and for each audience, by address.
theme_pages: Final = record_pages(lambda community: community.themes, _page)
audience_pages: Final = record_pages(lambda community: community.audiences, _page)


def theme_index(ctx: PageContext) -> Page:
    """Return the list of themes."""
    lead = ctx.say("Events, practices and associations by what they are about.")
    return _index(ctx, Kind.THEME, ctx.community.themes, lead)


def audience_index(ctx: PageContext) -> Page:
    """Return the list of audiences."""
    return _index(ctx, Kind.AUDIENCE, ctx.community.audiences, ctx.say("Events by whom they are for."))


def _index(ctx: PageContext, kind: Kind, table: Mapping[str, Theme | Audience], lead: str) -> Page:
    """Return a list of words: the broad ones in alphabetical order, the narrower below them."""
    entries = _entries(ctx, table, depth_prefix(FOLDERS[kind]))
    return list_page(ctx, FOLDERS[kind], "wiki/themes_and_audiences.html", _title(ctx, kind), lead, entries=entries)


def _entries(ctx: PageContext, table: Mapping[str, Theme | Audience], root: str) -> tuple[TermEntry, ...]:
    below: dict[str, list[Record]] = {}
    for one in table.values():
        below.setdefault(one.broader or "", []).append(one)

    def linked(one: Record) -> Link:
        link = ctx.link(one.KIND, one.id, root)
        return Link(link.text, link.href, str(HELD_OF_TERM.ask(ctx, one.KIND.value, one.id) or ""))

    def under(name: str) -> Iterator[Link]:
        for one in sorted(below.get(name, ()), key=lambda one: sort_key(ctx.names[one.KIND][one.id])):
            yield linked(one)
            yield from under(one.id)

    # Words that are above each other in a circle have no broad one: each then stands for itself.
    reached = {one.id for top in below.get("", ()) for one in _all_below(below, top.id)} | {
        top.id for top in below.get("", ())
    }
    circling = [one for one in table.values() if one.id not in reached]
    broad = sorted([*below.get("", ()), *circling], key=lambda one: sort_key(ctx.names[one.KIND][one.id]))
    return tuple(
        TermEntry(linked(one), () if one in circling else tuple(under(one.id)), _look(ctx, one)) for one in broad
    )


def _look(ctx: PageContext, subject: Record) -> str:
    return look_class(look_of_themes((subject.id,), ctx.themes)) if isinstance(subject, Theme) else ""


def _all_below(below: Mapping[str, list[Record]], name: str) -> Iterator[Record]:
    for one in below.get(name, ()):
        yield one
        yield from _all_below(below, one.id)
