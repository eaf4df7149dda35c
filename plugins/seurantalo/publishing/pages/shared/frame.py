"""The way back from a page, its table of contents, lists on it and what narrows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS
from seurantalo.publishing.collation import sort_key
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link
from seurantalo.publishing.publication import Heading

#: From this many on, a list gets links to its letters.
LETTERS_FROM: Final = 40


@dataclass(frozen=True, slots=True)
class Group:
    """Links under a heading."""

    title: str
    anchor: str
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of a narrowing form: its label, its name in the address, and (value, words) options."""

    label: str
    name: str
    options: tuple[tuple[str, str], ...]


def crumbs(ctx: PageContext, root: str, kind: Kind, title: str) -> tuple[Link, ...]:
    """Return the way back from a record's page to the list of its kind."""
    return (Link(ctx.say("Front page"), root or "./"), Link(title, f"{root}{FOLDERS[kind]}"))


def headings(*found: tuple[str, str, object]) -> tuple[Heading, ...]:
    """Return the table of contents out of (anchor, title, what stands under it); empty sections have no line."""
    return tuple(Heading(anchor, title) for anchor, title, content in found if content)


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in alphabetical order."""
    return tuple(sorted(links, key=lambda link: sort_key(link.text)))
