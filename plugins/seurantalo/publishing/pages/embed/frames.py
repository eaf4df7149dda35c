"""The pages that stand in frames on other people's sites: the coming events of a municipality, organiser or theme.

Every record has one for as long as it is there, with events or without: somebody's page leans on the address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from seurantalo.announcing.pieces import venue_name
from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.model.vocabulary import Theme
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import EMBEDS, FOLDERS, address
from seurantalo.publishing.pages.channels.listing_files import demo_words
from seurantalo.publishing.pages.shared.bare import bare_page
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import File, Files, depth_prefix
from seurantalo.publishing.record_names import names_home
from seurantalo.publishing.status import status_word
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: The kinds of records whose events can be put on another site.
EMBEDDED: Final = (Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.THEME)
#: Events of one frame; a link leads to the rest.
MOST: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRow:
    """An event in a frame; ``off`` is why it is not held, ``""`` where it is."""

    title: str
    href: str
    when: str
    iso: str
    where: str
    off: str


def frame_address(kind: Kind, name: str) -> str:
    """Return the address of the page for frames of a record: ``upota/kunnat/vimpeli/``."""
    return f"{EMBEDS}{FOLDERS[kind]}{name}/"


def frame_title(ctx: PageContext, kind: Kind, name: str) -> str:
    """Return what a frame is called."""
    return ctx.lang.say("Coming events: {name}", name=ctx.names[kind][name])


def frame_files(ctx: PageContext) -> Files:
    """Return the pages for frames, by path; none where the site has switched them off."""
    kinds = EMBEDDED if ctx.settings.embeds else ()
    places = {
        f"{frame_address(kind, name)}index.html": (kind, name)
        for kind in kinds
        for name in ctx.community.by_kind[kind]
    }
    return Files(sorted(places), lambda path: _file(ctx, *places[path]).content)


def coming_of(ctx: PageContext, kind: Kind, name: str) -> Sequence[Occurrence]:
    """Return the next date of each event of a record, in order of start. An event of a narrower theme counts."""
    if kind is Kind.THEME:
        return ctx.once(_by_theme).get(name, ())
    return _next_ones(EventsBy(ctx).coming(ctx.community.by_kind[kind][name]))


def has_coming(ctx: PageContext, kind: Kind, name: str) -> bool:
    """Tell whether a record has any such date."""
    if kind is Kind.THEME:
        return bool(coming_of(ctx, kind, name))
    return EventsBy(ctx).has_coming(ctx.community.by_kind[kind][name])


def _by_theme(ctx: PageContext) -> Mapping[str, Sequence[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for one in _next_ones(one for one in ctx.calendar.listed if one.last_day >= ctx.today):
        for name in {wider for theme in one.event.themes for wider in _and_wider(theme, ctx.community.themes)}:
            found.setdefault(name, []).append(one)
    return found


def _and_wider(name: str | None, themes: Mapping[str, Theme]) -> set[str]:
    found: set[str] = set()
    while name is not None and name in themes and name not in found:
        found.add(name)
        name = themes[name].broader
    return found


def _next_ones(dates: Iterable[Occurrence]) -> Sequence[Occurrence]:
    """Return the first date of each event: a weekly group must not bury everything else."""
    first: dict[str, Occurrence] = {}
    for one in dates:
        first.setdefault(one.event.id, one)
    return tuple(first.values())


def _in_frame(ctx: PageContext, kind: str, name: str) -> Sequence[Occurrence]:
    return coming_of(ctx, Kind(kind), name)[:MOST]


#: The dates in the frame of a record.
IN_FRAME: Final = Question(
    "frame",
    _in_frame,
    lambda ctx, kind, name: [one.event.id for one in _in_frame(ctx, kind, name)],
    since=Change.OUTLINE,
    alone=True,
)


def _file(ctx: PageContext, kind: Kind, name: str) -> File:
    page = frame_address(kind, name)
    record, root = ctx.community.by_kind[kind][name], depth_prefix(page)
    dates = IN_FRAME.ask(ctx, kind.value, name)
    return bare_page(
        ctx,
        f"{page}index.html",
        "embed/frame.html",
        frame_title(ctx, kind, name),
        outward=True,
        rows=[_row(ctx, one, root) for one in dates],
        all=Link(ctx.lang.say("All events: {name}", name=ctx.names[kind][name]), f"{root}{address(record)}"),
        written=wording.day(ctx.today, ctx.lang),
        demo=demo_words(ctx) if any(one.event.demo for one in dates) else "",
    )


def _row(ctx: PageContext, one: Occurrence, root: str) -> FrameRow:
    venue = venue_name(one.event, ctx.community.venues[one.venue] if one.venue else None, ctx.lang)
    home = ctx.names[Kind.MUNICIPALITY][
        ctx.community.venues[one.venue].municipality if one.venue else one.event.municipality
    ]
    return FrameRow(
        title=ctx.words(one.title),
        href=f"{root}{address(one.event)}",
        when=wording.when(one.starts_local, None if one.ends_assumed else one.ends_local, ctx.lang),
        iso=one.first_day.isoformat(),
        where=venue if names_home(venue, home) else ", ".join(part for part in (venue, home) if part),
        off=status_word(one.status, ctx.lang) if one.cancelled else "",
    )
