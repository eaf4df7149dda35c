"""The list of organisations by letter, and of very many the way to them by municipality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import DIRECTORY, FOLDERS, address
from seurantalo.publishing.collation import by_initial, sort_key
from seurantalo.publishing.markdown_dialect import slug
from seurantalo.publishing.pages.people.directory_parts import home_links
from seurantalo.publishing.pages.people.organisation import home_words
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.demo import demo_badges
from seurantalo.publishing.pages.shared.frame import LETTERS_FROM, Choice
from seurantalo.publishing.pages.shared.labels import ORGANISATION_TYPES
from seurantalo.publishing.pages.shared.view import Badge, Link
from seurantalo.publishing.publication import Heading, Page, depth_prefix

#: More organisations than this are listed by municipality only, a bounded page each (see ``directory``).
MOST_LISTED: Final = 500


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """An organisation in the list. ``keys`` are what the filter looks for."""

    title: str
    href: str
    kind: str
    municipality: str
    badges: tuple[Badge, ...]
    keys: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The organisations that begin with a letter."""

    title: str
    anchor: str
    entries: tuple[OrganisationEntry, ...]


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """The list of organisations. ``jumps`` lead to the letters of a long one; ``homes`` stand for one too long."""

    letters: tuple[Letter, ...]
    jumps: tuple[Link, ...]
    choices: tuple[Choice, ...]
    homes: tuple[Link, ...]
    directory: str
    total: str
    new: str


def organisations_view(ctx: PageContext, root: str) -> OrganisationsView:
    """Return the list of all organisations by letter."""
    organisations = ctx.community.organisations.values()
    names, places = ctx.names[Kind.ORGANISATION], ctx.names[Kind.MUNICIPALITY]
    entries = [
        (
            names[one.id],
            OrganisationEntry(
                title=names[one.id],
                href=f"{root}{address(one)}",
                kind=ctx.lang.say(ORGANISATION_TYPES[one.organisation_type]),
                municipality=home_words(ctx, one),
                badges=demo_badges(ctx, one),
                keys=f"kunta:{one.municipality or ''} tyyppi:{one.organisation_type}",
            ),
        )
        for one in (organisations if len(organisations) <= MOST_LISTED else ())
    ]
    letters = tuple(Letter(letter, f"kirjain-{_anchor(letter)}", found) for letter, found in by_initial(entries))
    homes = {one.municipality for one in organisations if one.municipality is not None}
    used = sorted(homes, key=lambda name: sort_key(places[name]))
    types = {one.organisation_type for one in organisations}
    choices = (
        Choice(ctx.lang.say("Municipality"), "kunta", tuple((f"kunta:{name}", places[name]) for name in used)),
        Choice(
            ctx.lang.say("Type"),
            "tyyppi",
            tuple(
                (f"tyyppi:{kind}", ctx.lang.say(title)) for kind, title in ORGANISATION_TYPES.items() if kind in types
            ),
        ),
    )
    return OrganisationsView(
        letters=letters,
        jumps=tuple(Link(one.title, f"#{one.anchor}") for one in letters) if len(entries) >= LETTERS_FROM else (),
        choices=tuple(one for one in choices if len(one.options) > 1),
        homes=() if entries else home_links(ctx, root),
        directory=f"{root}{DIRECTORY}",
        total=ctx.lang.count("{n} organisation", "{n} organisations", len(organisations)),
        new=ctx.site.new_file_url("content/organisations"),
    )


def _anchor(letter: str) -> str:
    """Return a letter for an address; å, ä and ö are not a and o here."""
    return {"Å": "aa", "Ä": "ae", "Ö": "oe", "#": "muut"}.get(letter) or slug(letter)


def organisation_index(ctx: PageContext) -> Page:
    """Return the list of organisations."""
    folder = FOLDERS[Kind.ORGANISATION]
    view = organisations_view(ctx, depth_prefix(folder))
    return Page(
        address=folder,
        title=ctx.lang.say("Associations and others"),
        body=ctx.render("people/organisations.html", view=view),
        description=ctx.lang.say("Associations, clubs, municipalities and projects of the region."),
        headings=() if view.jumps else tuple(Heading(one.anchor, one.title) for one in view.letters),
    )
