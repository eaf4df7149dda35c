"""A Publication: the pages and files of a site, before anything is written to disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from seurantalo.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the host knows of the site. ``url`` is absolute with a slash at the end, or ``""`` where not set.

    ``edit_url`` begins the address under which a file of the project can be edited in the browser; ``""``: none.
    """

    name: str
    url: str = ""
    description: str = ""
    edit_url: str = ""

    def new_file_url(self, folder: str) -> str:
        """Return the address where a new file can be added to ``folder``; ``""`` where not known."""
        return self.edit_url.replace("/edit/", "/new/", 1) + folder if "/edit/" in self.edit_url else ""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A calendar feed that belongs to a page: its path in the site, its title, its media type."""

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
class Page:
    """A page of the site. Its body is finished, clean HTML that starts with the page's only ``h1``.

    ``address`` is relative to the site, without a slash at the start and with one at the end; the front page's
    is ``""``. ``source`` is the record's file relative to the project, or ``""`` for a page of many records.
    ``headings`` make the table of contents.
    """

    address: str
    title: str
    body: str
    description: str = ""
    source: str = ""
    feeds: tuple[FeedLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    searchable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkPages:
    """Pages of one kind that grow by thousands, made one by one when asked for.

    All stand at the same depth under ``folder`` (``tapahtumat/``), so that one shell's relative links serve all.
    """

    kind: str
    folder: str
    make: Callable[[], Iterable[Page]]

    def __iter__(self) -> Iterator[Page]:
        """Yield the pages in address order."""
        return iter(self.make())


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path relative to the site, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that is published, in order. Paths are unique (see :func:`double_paths`)."""

    pages: tuple[Page, ...] = ()
    bulk: tuple[BulkPages, ...] = ()
    files: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()


def depth_prefix(address: str) -> str:
    """Return the relative way from a page to the site's root: ``../../`` for ``tapahtumat/x/``."""
    return "../" * address.count("/")
