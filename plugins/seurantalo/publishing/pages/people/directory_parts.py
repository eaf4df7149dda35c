"""What the directory and the list of organisations share: who is at home where, and the pages that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from seurantalo.language.collation import sort_key
from seurantalo.model.organisation import Organisation
from seurantalo.model.parts import Contact
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import DIRECTORY
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.wiki import is_over

#: Where those stand that are at home in no one municipality; with a dot, which no municipality's id has.
REGIONAL: Final = "koko.seutu"
#: The home of all, among files.
EVERYBODY: Final = "kaikki"
#: Organisations on one page of the directory.
PAGE_SIZE: Final = 200


def homes(organisations: Iterable[Organisation]) -> Mapping[str, Sequence[Organisation]]:
    """Return the organisations by the municipality in which they are at home, or under ``REGIONAL``, by id."""
    found: dict[str, list[Organisation]] = defaultdict(list)
    for one in organisations:
        found[one.municipality or REGIONAL].append(one)
    return dict(sorted(found.items()))


def listed_contact(one: Organisation) -> Contact | None:
    """Return whom to ask; what a person has consented to is for the organisation's page, not for lists."""
    return one.contact if one.contact is not None and one.contact.consent is None else None


def card_contact(ctx: PageContext, one: Organisation) -> Contact | None:
    """Return the contact of an organisation's card in an address book; None where it has no card."""
    return None if is_over(one, ctx.today) else listed_contact(one)


def home_name(ctx: PageContext, home: str) -> str:
    """Return what a home is called."""
    return ctx.say("The whole region") if home == REGIONAL else ctx.names[Kind.MUNICIPALITY][home]


def in_order_of_name(ctx: PageContext, found: Iterable[str]) -> tuple[str, ...]:
    """Return homes in alphabetical order, the whole region last."""
    return tuple(sorted(found, key=lambda home: (home == REGIONAL, sort_key(home_name(ctx, home)))))


def page_name(home: str, number: int) -> str:
    """Return the last part of the address of a home's page; its second page has a number."""
    return home if number == 0 else f"{home}.{number + 1}"


def home_links(ctx: PageContext, root: str) -> tuple[Link, ...]:
    """Return a link to each home's first page, with how many are there."""
    found = homes(ctx.community.organisations.values())
    return tuple(
        Link(home_name(ctx, home), f"{root}{DIRECTORY}{page_name(home, 0)}/", str(len(found[home])))
        for home in in_order_of_name(ctx, found)
    )
