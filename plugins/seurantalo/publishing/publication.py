"""A Publication: the pages and files of a site, before anything is written to disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from seurantalo.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the host knows of the site. ``url`` is absolute with a slash at the end, or ``""`` where not set.

    ``edit_url`` begins the address under which a file of the project can be edited in the browser; ``""``: none.
    ``templates`` is the folder of templates that go before ours of the same name; ``""``: none. ``theme_templates``
    are the folders of the theme's own, none where they are not known. ``own_code`` are scripts and style sheets that
    the site names itself, ``pages`` the addresses of its ordinary pages (``ohjeet/lisaa-tapahtuma/``). ``content`` is
    the folder of all files but those of events, from the project on: MkDocs calls it ``docs_dir``.
    """

    name: str
    url: str = ""
    description: str = ""
    edit_url: str = ""
    templates: str = ""
    theme_templates: tuple[str, ...] = ()
    own_code: tuple[str, ...] = ()
    pages: frozenset[str] = frozenset()
    content: str = "content"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that belongs to a page, a calendar or news: its path in the site, its title, its media type."""

    path: str
    title: str
    media_type: str = "text/calendar"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page for its table of contents."""

    id: str
    title: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the site's own search shows of a page that it finds, and ``more`` words by which it is found.

    ``first`` is the day by which it is sorted, ``last`` the day after which it is over; None: it has no days.
    """

    when: str = ""
    place: str = ""
    first: date | None = None
    last: date | None = None
    more: str = ""


NOT_FOUND_BY_MORE: Final = Found()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site. Its body is finished, clean HTML that starts with the page's only ``h1``.

    ``address`` is relative to the site, without a slash at the start and with one at the end; the front page's
    is ``""``. ``source`` is the record's file relative to the project, or ``""`` for a page of many records.
    ``headings`` make the table of contents; pages of a bulk kind have none, for one shell serves them all. ``words``
    are what the search knows of the page besides its title and description; ``""``: the first words of its body.
    ``head`` is finished HTML for the page's head. ``found`` is what only the site's own search knows of the page.
    """

    address: str
    title: str
    body: str
    description: str = ""
    source: str = ""
    feeds: tuple[FeedLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    searchable: bool = True
    words: str = ""
    head: str = ""
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one kind by their ids, in the order of their addresses; ``make`` makes one of them."""

    names: Sequence[str]
    make: Callable[[str], Page]

    def __iter__(self) -> Iterator[Page]:
        """Yield all pages in order."""
        return map(self.make, self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkPages:
    """Pages of one kind that grow by thousands, made when asked for.

    They stand right under ``folder`` (``tapahtumat/``) by their names, so that one shell's relative links serve all.
    """

    kind: str
    folder: str
    pages: Pages

    def __iter__(self) -> Iterator[Page]:
        """Yield all pages in the order of their names."""
        return iter(self.pages)

    @property
    def addresses(self) -> Iterator[str]:
        """The pages' addresses, in order."""
        return (f"{self.folder}{name}/" for name in self.pages.names)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path relative to the site, and its bytes.

    ``is_linked``: every page links it, a style sheet or a browser module.
    """

    path: str
    content: bytes
    is_linked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkFiles:
    """Files that grow by thousands, made when asked for. All stand below the top folders ``folders``."""

    kind: str
    folders: tuple[str, ...]
    make: Callable[[], Iterable[File]]

    def __iter__(self) -> Iterator[File]:
        """Yield the files in the order of their paths."""
        return iter(self.make())


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that is published, in order. No two pages or files have one path."""

    pages: tuple[Page, ...] = ()
    bulk: tuple[BulkPages, ...] = ()
    files: tuple[File, ...] = ()
    bulk_files: tuple[BulkFiles, ...] = ()
    problems: tuple[Problem, ...] = ()


def depth_prefix(address: str) -> str:
    """Return the relative way from a page to the site's root: ``../../`` for ``tapahtumat/x/``."""
    return "../" * address.count("/")


def sorted_by_address(names: Iterable[str]) -> tuple[str, ...]:
    """Return ids in the order of their addresses: ``kylapaiva-2026/`` stands before ``kylapaiva/``."""
    return tuple(sorted(names, key=lambda name: f"{name}/"))
