"""Kinds of pages: each says where its pages stand, which there are, what it reads, and how one of them is made.

A subject's folder lists its kinds (``pages/<subject>/kinds.py``). A site may add its own: a package names a
:class:`PageKind` as an entry point of the group ``seurantalo.pages``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import KW_ONLY, replace
from functools import cache
from typing import TypeAlias

from seurantalo.frozen import altered, dataclass
from seurantalo.language.catalogue import LANGUAGES
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import ASSETS, FOLDERS
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.parts import OF_RECORD, Part, Parts, Readable
from seurantalo.publishing.publication import NOT_FOUND_BY_MORE, KindPages, Later, Page, Pages, depth_prefix
from seurantalo.publishing.record_names import words_of
from seurantalo.publishing.traces.recorder import EVERYTHING

#: Returns the pages of a kind: which there are, and how one is made. What they share is worked out here, once.
Making: TypeAlias = Callable[[PageContext], Pages]


@dataclass(frozen=True, slots=True, eq=False)
class PageKind:
    """A kind of page.

    The address of a page is ``folder``, its id with a slash, ``below``; the id of a page that stands alone is ``""``.

    >>> from seurantalo.publishing.pages.calendar.kinds import AGENDA, MONTHS
    >>> AGENDA.address(""), MONTHS.address("2027-05")
    ('kalenteri/', 'kalenteri/2027-05/')
    """

    name: str
    """Unique among all kinds."""
    folder: str
    """The folder in the site, with a slash at its end: ``kalenteri/``; ``""`` for the site's root."""
    pages: Making
    _: KW_ONLY
    reads: AbstractSet[Readable]
    """What of a site the pages are made of. To read anything else is an error (see ``parts``)."""
    order: int
    """Where its pages stand among those of other kinds, in the search among hits of equal weight."""
    below: str = ""
    """What follows the id in the address: ``ota-kayttoon/``."""
    bulk: bool = False
    """The pages may be thousands: they are made piece by piece, and no list of all of them is ever shown."""
    is_traced: bool = False
    """What of events a page was made of is known from what was read meanwhile: nothing is kept between two pages but
    by the context (``once``, ``keep``). A later build makes again only pages that would now read something else."""
    with_composed: bool = False
    """What takes long in the pages, the composed pages look up too: who has made those makes these in less time."""
    styles: tuple[str, ...] = ()
    """Style sheets that the pages link besides the one of all pages, by name: ``year.css``."""

    def address(self, name: str) -> str:
        """Return the address of a page by its id."""
        return f"{self.folder}{name}/{self.below}" if name else f"{self.folder}{self.below}"

    def ids(self, language: str, parts: Parts) -> Sequence[str]:
        """Return the ids of all pages, in the order of their addresses."""
        return self._made(language, parts).names

    def make(self, name: str, language: str, parts: Parts) -> Page:
        """Return ONE page by its id, in a language; raise KeyError for an id that is not among ``ids``."""
        return self._made(language, parts).make(name)

    def all(self, language: str, parts: Parts) -> KindPages:
        """Return the pages of the kind, to be made when asked for."""
        made = cache(lambda: self._made(language, parts))
        pages = Pages(Later(lambda: made().names), lambda name: made().make(name))
        return KindPages(
            kind=self.name, folder=self.folder, below=self.below, pages=pages, with_composed=self.with_composed
        )

    def _made(self, language: str, parts: Parts) -> Pages:
        ctx = in_language(parts, language)
        made = ctx.once(self.pages)
        # Of kinds that a site brings itself nothing is noted: they may read whatever they declare.
        recorder = (parts.whole or parts).recorder
        if recorder is None:
            return Pages(made.names, lambda name: _styled(made.make(name), self.styles)) if self.styles else made
        note, is_traced = recorder.note_all, self.is_traced and ctx.recorder is not None

        def make(name: str) -> Page:
            if not is_traced:
                note(EVERYTHING)
            page = ctx.once(self.pages).make(name)
            return _styled(page, self.styles) if self.styles else page

        return Pages(made.names, make)


def _styled(page: Page, styles: Iterable[str]) -> Page:
    """Return a page that links style sheets of its kind."""
    folder = f"{depth_prefix(page.address)}{ASSETS}"
    links = "".join(f'\n<link rel="stylesheet" href="{folder}{name}">' for name in styles)
    return altered(page, head=f"{page.head}{links}")


def with_styles(name: str, *kinds: PageKind) -> tuple[PageKind, ...]:
    """Return kinds whose pages link one more style sheet.

    >>> from seurantalo.publishing.pages.calendar.kinds import AGENDA
    >>> with_styles("agenda.css", AGENDA)[0].styles
    ('agenda.css',)
    """
    return tuple(replace(kind, styles=(*kind.styles, name)) for kind in kinds)


def alone(page: Callable[[PageContext], Page]) -> Making:
    """Return the making of a kind that has one page."""
    return lambda ctx: Pages(("",), lambda _: page(ctx))


def list_of(kind: Kind, page: Callable[[PageContext], Page], *reads: Readable, order: int) -> PageKind:
    """Return the page that lists the records of a kind; ``reads`` is what it reads besides them and their names."""
    return PageKind(
        f"{kind}-index", FOLDERS[kind], alone(page), reads={kind, Part.NAMES, *reads}, order=order, is_traced=True
    )


def of_records(kind: Kind, pages: Making, *reads: Readable, order: int, bulk: bool = True) -> PageKind:
    """Return the pages of the records of a kind, each at its address; ``reads`` as for :func:`list_of`.

    >>> from seurantalo.publishing.pages.people.kinds import KINDS
    >>> [kind.address("seurala") for kind in KINDS if kind.name == "venue"]
    ['paikat/seurala/']
    """
    return PageKind(
        kind.value,
        FOLDERS[kind],
        _by_all_names(kind, pages),
        reads={kind, *OF_RECORD, *reads},
        order=order,
        bulk=bulk,
        is_traced=True,
    )


def _by_all_names(kind: Kind, pages: Making) -> Making:
    """Let the search find each page by its id, and by what its record is called in other languages."""

    def making(ctx: PageContext) -> Pages:
        made = pages(ctx)
        records = ctx.community.by_kind[kind]

        def make(name: str) -> Page:
            page = made.make(name)
            called = sorted({words_of(records[name], code) for code in LANGUAGES} | {name})
            found = page.found or NOT_FOUND_BY_MORE
            return altered(page, found=altered(found, more=f"{found.more} {' '.join(called)}"))

        return Pages(made.names, make)

    return making


def page_at(address: str, kinds: Iterable[PageKind], language: str, parts: Parts) -> Page | None:
    """Return the page that stands at an address; None where no kind has one there."""
    for kind in kinds:
        if address.startswith(kind.folder) and address.endswith(kind.below):
            pages = kind.all(language, parts)
            name = pages.name_at(address)
            if name is not None:
                return pages.pages.make(name)
    return None
