"""The way back from a page, its table of contents, the pages of lists and what narrows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from seurantalo.frozen import dataclass
from seurantalo.language.collation import sort_key
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Group, Link
from seurantalo.publishing.publication import Heading, Page

_Name = TypeVar("_Name", bound=str)

#: From this many on, a list gets links to its letters.
LETTERS_FROM: Final = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of a narrowing form: its label, its name in the address, and (value, words) options."""

    label: str
    name: str
    options: tuple[tuple[str, str], ...]


def named_options(key: str, used: Collection[str], names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the records that are in use as options, in alphabetical order of their names."""
    return tuple((f"{key}:{name}", names[name]) for name in by_name(names.keys() & used, names))


def worded_options(
    ctx: PageContext, key: str, used: Collection[_Name], labels: Mapping[_Name, str]
) -> tuple[tuple[str, str], ...]:
    """Return the values of a closed choice that are in use as options, in the order of their labels."""
    return tuple((f"{key}:{value}", ctx.say(words)) for value, words in labels.items() if value in used)


def real_choices(*found: Choice) -> tuple[Choice, ...]:
    """Return the fields where there is something to choose."""
    return tuple(one for one in found if len(one.options) > 1)


def crumbs(ctx: PageContext, root: str, folder: str, title: str) -> tuple[Link, ...]:
    """Return the way back from a page to the one above it, which stands in ``folder``."""
    return (Link(ctx.say("Front page"), root or "./"), Link(title, f"{root}{folder}"))


def headings(*found: tuple[str, str, object]) -> tuple[Heading, ...]:
    """Return the table of contents out of (anchor, title, what stands under it); empty sections have no line."""
    return tuple(Heading(anchor, title) for anchor, title, content in found if content)


def list_page(
    ctx: PageContext,
    where: str,
    template: str,
    title: str,
    lead: str,
    *,
    groups: Sequence[Group[Any]] = (),
    contents: tuple[Heading, ...] = (),
    searchable: bool = True,
    **view: object,
) -> Page:
    """Return a page that lists something; its template has ``title``, ``lead`` and ``groups`` besides the view.

    ``contents`` is its table of contents where that is another than the headings of the groups.
    """
    return Page(
        address=where,
        title=title,
        body=ctx.render(template, title=title, lead=lead, groups=groups, **view),
        description=lead,
        headings=contents or tuple(Heading(one.anchor, one.title) for one in groups),
        searchable=searchable,
    )


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in alphabetical order."""
    return tuple(sorted(links, key=lambda link: sort_key(link.text)))


def by_name(ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Return ids in the alphabetical order of their names."""
    return sorted(ids, key=lambda name: (sort_key(names[name]), name))


def cut(ctx: PageContext, links: Sequence[Link], most: int) -> tuple[Link, ...]:
    """Return the first links, and where there are others, how many."""
    more = len(links) - most
    rest = (Link(ctx.lang.count("and {n} more", "and {n} more", more)),) if more > 0 else ()
    return (*links[:most], *rest)
