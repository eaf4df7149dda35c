"""A Publication: the pages and files of a site, before anything is written to disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Final, TypeVar, overload

from seurantalo.frozen import dataclass
from seurantalo.model.problem import Problem
from seurantalo.publishing.traces.recorder import Traces

T = TypeVar("T")


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
    ``previewed`` is False where a link to the page, when it is shared, is shown by title and description alone.
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
    previewed: bool = True


class Later(Sequence[T]):
    """A sequence that is worked out when something is first asked of it."""

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make

    @cached_property
    def _all(self) -> Sequence[T]:
        made = self._make()
        return made if isinstance(made, Sequence) else tuple(made)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._all)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Return what stands at a place."""
        return self._all[index]

    def __iter__(self) -> Iterator[T]:
        """Yield all in order."""
        return iter(self._all)


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one kind by their ids, in the order of their addresses; ``make`` makes one of them."""

    names: Sequence[str]
    make: Callable[[str], Page]

    def __iter__(self) -> Iterator[Page]:
        """Yield all pages in order."""
        return map(self.make, self.names)


@dataclass(frozen=True, kw_only=True)
class KindPages:
    """The pages of one kind, each made when it is asked for.

    The address of a page is ``folder`` (``tapahtumat/``), its name with a slash, ``below``; the name of a page that
    stands alone is ``""``. Pages of a kind of thousands stand right under ``folder``: the relative links of one shell
    serve all of them.
    """

    kind: str
    folder: str
    pages: Pages
    below: str = ""
    with_composed: bool = False
    """Who has made the composed pages makes these in less time."""

    def __iter__(self) -> Iterator[Page]:
        """Yield all pages in the order of their names."""
        return iter(self.pages)

    def address(self, name: str) -> str:
        """Return the address of a page by its name."""
        return f"{self.folder}{name}/{self.below}" if name else f"{self.folder}{self.below}"

    @property
    def addresses(self) -> Iterator[str]:
        """The pages' addresses, in order."""
        return map(self.address, self.pages.names)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.pages.names)

    def name_at(self, address: str) -> str | None:
        """Return the name of the page that stands at an address; None where there is none."""
        if not address.startswith(self.folder) or not address.endswith(self.below):
            return None
        name = address[len(self.folder) : len(address) - len(self.below)].removesuffix("/")
        return name if name in self._names and self.address(name) == address else None


class LazyPages(Sequence[Page]):
    """Pages of several kinds in order; each is made when it is first asked for, and kept."""

    def __init__(self, kinds: Iterable[KindPages]) -> None:
        """Take kinds of pages, in the order in which their pages stand."""
        self.kinds = tuple(kinds)
        self._places = Later(lambda: [(kind, name) for kind in self.kinds for name in kind.pages.names])
        self._made: dict[tuple[str, str], Page] = {}

    @classmethod
    def of(cls, pages: Iterable[Page]) -> LazyPages:
        """Return pages that are there already."""
        return cls(
            KindPages(kind=str(number), folder=page.address, pages=Pages(("",), {"": page}.__getitem__))
            for number, page in enumerate(pages)
        )

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Page, ...]: ...
    def __getitem__(self, index: int | slice) -> Page | tuple[Page, ...]:
        """Return the page at a place in the order, made if need be."""
        if isinstance(index, slice):
            return tuple(self._page(*place) for place in self._places[index])
        return self._page(*self._places[index])

    def _page(self, kind: KindPages, name: str) -> Page:
        made = self._made.get((kind.kind, name))
        if made is None:
            made = self._made[kind.kind, name] = kind.pages.make(name)
        return made

    @property
    def addresses(self) -> tuple[str, ...]:
        """The pages' addresses, in order."""
        return tuple(kind.address(name) for kind, name in self._places)

    def at(self, address: str) -> Page | None:
        """Return the page that stands at an address; None where there is none."""
        for kind in self.kinds:
            name = kind.name_at(address)
            if name is not None:
                return self._page(kind, name)
        return None


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path relative to the site, and its bytes.

    ``is_linked``: every page links it, a style sheet or a browser module.
    """

    path: str
    content: bytes
    is_linked: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """Files of one kind by their paths, in order; ``make`` makes the bytes of one."""

    paths: Sequence[str]
    make: Callable[[str], bytes]

    @classmethod
    def of(cls, files: Iterable[File]) -> Files:
        """Return files that are made all at once."""
        made = {file.path: file.content for file in files}
        return cls(tuple(made), made.__getitem__)

    def __iter__(self) -> Iterator[File]:
        """Yield all files in order."""
        return (File(path, self.make(path)) for path in self.paths)


@dataclass(frozen=True, kw_only=True)
class BulkFiles:
    """Files that grow by thousands, made when asked for. All stand below the top folders ``folders``.

    ``make`` says which there are and how one is made; or it yields all, where one can't be made without the rest.
    """

    kind: str
    folders: tuple[str, ...]
    make: Callable[[], Files | Iterable[File]]
    with_composed: bool = False
    """Who has made the composed pages makes these in less time."""

    def __iter__(self) -> Iterator[File]:
        """Yield the files in the order of their paths."""
        return iter(self.make())

    @cached_property
    def files(self) -> Files:
        """The files by their paths; asked for the first time, those that can't be made one by one are all made."""
        made = self.make()
        return made if isinstance(made, Files) else Files.of(made)

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(self.files.paths)

    def at(self, path: str) -> bytes | None:
        """Return what stands in the file at a path of the site; None where there is none."""
        return self.files.make(path) if path.startswith(self.folders) and path in self._paths else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that is published, in order. No two pages or files have one path."""

    pages: Sequence[Page] = ()
    bulk: tuple[KindPages, ...] = ()
    files: tuple[File, ...] = ()
    bulk_files: tuple[BulkFiles, ...] = ()
    problems: Sequence[Problem] = ()
    traces: Traces | None = None
    """How to know what its outputs read; None where nobody asked for it."""
    look_up: Callable[[], None] = lambda: None
    """Works out ahead what outputs of many kinds look up: once for all processes that are to make them."""
    let_go: Callable[[], None] = lambda: None
    """Lets go of what outputs have looked up: for who asks for another one it is worked out anew."""
    look_up_for_few: Callable[[], None] = lambda: None
    """Works out ahead what few changed pages look up, and those of the navigation too."""

    @property
    def composed(self) -> LazyPages:
        """The pages that are none of thousands, to be asked for by their addresses."""
        return self.pages if isinstance(self.pages, LazyPages) else LazyPages.of(self.pages)

    def page_at(self, address: str) -> Page | None:
        """Return the page that stands at an address, made if need be; None where there is none."""
        for kind in self.bulk:
            name = kind.name_at(address)
            if name is not None:
                return kind.pages.make(name)
        return self.composed.at(address)

    def file_at(self, path: str) -> bytes | None:
        """Return what stands in the file at a path of the site, made if need be; None where there is none."""
        given = next((file.content for file in self.files if file.path == path), None)
        return next(filter(_is_there, chain([given], (kind.at(path) for kind in self.bulk_files))), None)


def _is_there(content: bytes | None) -> bool:
    return content is not None


def depth_prefix(address: str) -> str:
    """Return the relative way from a page to the site's root: ``../../`` for ``tapahtumat/x/``."""
    return "../" * address.count("/")


def sorted_by_address(names: Iterable[str]) -> tuple[str, ...]:
    """Return ids in the order of their addresses: ``kylapaiva-2026/`` stands before ``kylapaiva/``."""
    return tuple(sorted(names, key=lambda name: f"{name}/"))
