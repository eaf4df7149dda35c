"""The library of good practices: every one as a card, narrowed by kind, theme, municipality and stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.model.practice import Practice, PracticeKind
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing.addresses import FOLDERS, METHODS, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import Choice, list_page, named_options, real_choices, worded_options
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import PRACTICE_KINDS, PRACTICE_STAGES
from seurantalo.publishing.pages.shared.photo import card_picture
from seurantalo.publishing.pages.shared.record import demo_badges
from seurantalo.publishing.pages.shared.texts import marked, summary
from seurantalo.publishing.pages.shared.view import Badge, Group, Tone
from seurantalo.publishing.pages.wiki.practice.kinds import GROUPS, ORDER
from seurantalo.publishing.pages.wiki.practice.parts import practice_logs, stage_badges, totals_words
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.wiki import PracticeLog


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A practice in the library. ``proof`` is what its log comes to; ``keys`` are what the filter looks for."""

    title: str
    href: str
    text: str
    kinds: tuple[str, ...]
    badges: tuple[Badge, ...]
    proof: str
    municipalities: str
    themes: str
    keys: str
    stub: bool
    cover: Markup


@dataclass(frozen=True, slots=True)
class PracticeGroup(Group[PracticeCard]):
    """The practices of a kind; ``text`` says what it is."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The whole library."""

    groups: tuple[PracticeGroup, ...]
    choices: tuple[Choice, ...]
    new: str
    methods: str


def library_view(ctx: PageContext, root: str, logs: Mapping[str, PracticeLog]) -> LibraryView:
    """Return the library for a page whose way to the site's root is ``root``."""
    practices = sorted(
        ctx.community.practices.values(), key=lambda one: (one.stub, sort_key(ctx.names[Kind.PRACTICE][one.id]))
    )
    groups = []
    for kind in ORDER:
        cards = tuple(_card(ctx, one, root, logs[one.id]) for one in practices if _first_kind(one) is kind)
        if cards:
            title, text = GROUPS[kind]
            groups.append(PracticeGroup(ctx.say(title), f"laji-{kind}", cards, text=ctx.say(text)))
    return LibraryView(tuple(groups), _choices(ctx, practices), form_address(root, Act.PRACTICE), f"{root}{METHODS}")


def _first_kind(one: Practice) -> PracticeKind:
    return min(one.kinds, key=ORDER.index)


def _card(ctx: PageContext, one: Practice, root: str, log: PracticeLog) -> PracticeCard:
    say = ctx.lang.say
    next_day = log.coming[0].first_day if log.coming else None
    badges = [*stage_badges(ctx, one, next_day)]
    if one.stub:
        badges.append(Badge(say("just a beginning"), Tone.INFO))
    keys = (
        *(f"laji:{kind}" for kind in one.kinds),
        f"vaihe:{one.stage}",
        *(f"teema:{name}" for name in one.themes),
        *(f"kunta:{name}" for name in one.municipalities),
    )
    themes = sorted((ctx.names[Kind.THEME][name] for name in one.themes), key=sort_key)
    places = sorted((ctx.names[Kind.MUNICIPALITY][name] for name in one.municipalities), key=sort_key)
    return PracticeCard(
        title=marked(ctx, one.title, root),
        href=f"{root}{address(one)}",
        text=summary(ctx, one.lead, 160),
        kinds=tuple(say(PRACTICE_KINDS[kind]) for kind in one.kinds),
        badges=(*badges, *demo_badges(ctx, one)),
        proof=" · ".join(totals_words(ctx, log, next_day)),
        municipalities=", ".join(places),
        themes=", ".join(themes[:4]) + (" …" if len(themes) > 4 else ""),
        keys=" ".join(keys),
        stub=one.stub,
        cover=card_picture(ctx, one, root),
    )


def _choices(ctx: PageContext, practices: Iterable[Practice]) -> tuple[Choice, ...]:
    """Return the fields of the filter, with only the options that some practice has."""
    say, names = ctx.say, ctx.names
    kinds = {kind for one in practices for kind in one.kinds}
    stages = {one.stage for one in practices}
    themes = {name for one in practices for name in one.themes}
    places = {name for one in practices for name in one.municipalities}
    return real_choices(
        Choice(say("Kind"), "laji", worded_options(ctx, "laji", kinds, PRACTICE_KINDS)),
        Choice(say("Theme"), "teema", named_options("teema", themes, names[Kind.THEME])),
        Choice(say("Municipality"), "kunta", named_options("kunta", places, names[Kind.MUNICIPALITY])),
        Choice(say("Stage"), "vaihe", worded_options(ctx, "vaihe", stages, PRACTICE_STAGES)),
    )


def library_page(ctx: PageContext) -> Page:
    """Return the page of the library."""
    folder = FOLDERS[Kind.PRACTICE]
    view = library_view(ctx, depth_prefix(folder), ctx.once(practice_logs))
    return list_page(
        ctx,
        folder,
        "wiki/practice/library.html",
        ctx.say("The good practices"),
        ctx.say("What has worked elsewhere, with all you need to do the same."),
        groups=view.groups,
        view=view,
    )
