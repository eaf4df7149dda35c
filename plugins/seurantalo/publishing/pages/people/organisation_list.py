"""The list of organisations by letter, and of very many the way to them by municipality."""

from __future__ import annotations

from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.collation import by_initial
from seurantalo.model.headings import slug
from seurantalo.model.organisation import Organisation
from seurantalo.model.record import Kind
from seurantalo.proposing import Act
from seurantalo.publishing.addresses import DIRECTORY, FOLDERS, address
from seurantalo.publishing.pages.people.directory_parts import home_links
from seurantalo.publishing.pages.people.organisation import home_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import (
    LETTERS_FROM,
    Choice,
    list_page,
    named_options,
    real_choices,
    worded_options,
)
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.pages.shared.labels import ORGANISATION_TYPES
from seurantalo.publishing.pages.shared.record import demo_badges
from seurantalo.publishing.pages.shared.view import Entry, Group, Link
from seurantalo.publishing.publication import Page, depth_prefix

#: More organisations than this are listed by municipality only, a bounded page each (see ``directory``).
MOST_LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """The list of organisations. ``jumps`` lead to the letters of a long one; ``homes`` stand for one too long."""

    letters: tuple[Group[Entry], ...]
    jumps: tuple[Link, ...]
    choices: tuple[Choice, ...]
    homes: tuple[Link, ...]
    directory: str
    total: str
    new: str


def organisations_view(ctx: PageContext, root: str) -> OrganisationsView:
    """Return the list of all organisations by letter."""
    organisations = ctx.community.organisations.values()
    listed = organisations if len(organisations) <= MOST_LISTED else ()
    entries = [(ctx.name(one), _entry(ctx, one, root)) for one in listed]
    letters = tuple(Group(letter, f"kirjain-{_anchor(letter)}", found) for letter, found in by_initial(entries))
    homes = {one.municipality for one in organisations if one.municipality is not None}
    types = {one.organisation_type for one in organisations}
    return OrganisationsView(
        letters=letters,
        jumps=tuple(Link(one.title, f"#{one.anchor}") for one in letters) if len(entries) >= LETTERS_FROM else (),
        choices=real_choices(
            Choice(ctx.say("Municipality"), "kunta", named_options("kunta", homes, ctx.names[Kind.MUNICIPALITY])),
            Choice(ctx.say("Type"), "tyyppi", worded_options(ctx, "tyyppi", types, ORGANISATION_TYPES)),
        ),
        homes=() if entries else home_links(ctx, root),
        directory=f"{root}{DIRECTORY}",
        total=ctx.lang.count("{n} organisation", "{n} organisations", len(organisations)),
        new=form_address(root, Act.ORGANISATION),
    )


def _entry(ctx: PageContext, one: Organisation, root: str) -> Entry:
    return Entry(
        ctx.name(one),
        f"{root}{address(one)}",
        (ctx.say(ORGANISATION_TYPES[one.organisation_type]), home_words(ctx, one)),
        demo_badges(ctx, one),
        f"kunta:{one.municipality or ''} tyyppi:{one.organisation_type}",
    )


def _anchor(letter: str) -> str:
    """Return a letter for an address; å, ä and ö are not a and o here."""
    return {"Å": "aa", "Ä": "ae", "Ö": "oe", "#": "muut"}.get(letter) or slug(letter)


def organisation_index(ctx: PageContext) -> Page:
    """Return the list of organisations."""
    folder = FOLDERS[Kind.ORGANISATION]
    view = organisations_view(ctx, depth_prefix(folder))
    return list_page(
        ctx,
        folder,
        "people/organisations.html",
        ctx.say("Associations and others"),
        ctx.say("Associations, clubs, municipalities and projects of the region."),
        groups=() if view.jumps else view.letters,
        view=view,
    )
