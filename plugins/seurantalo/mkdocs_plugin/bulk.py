"""Pages of one kind that grow by thousands: filled into shells, or rendered one by one with the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from seurantalo.earlier_build import EarlierBuild, Made
from seurantalo.folder import Folder
from seurantalo.frozen import dataclass
from seurantalo.mkdocs_plugin.claims import Claims, source_name
from seurantalo.mkdocs_plugin.host_site import edit_address
from seurantalo.mkdocs_plugin.neighbours import tells_of_each_file
from seurantalo.mkdocs_plugin.page_shell import ShellBuilding, Shells, to_bytes
from seurantalo.mkdocs_plugin.pages import bulk_page, source_path
from seurantalo.mkdocs_plugin.rendering import Rendering
from seurantalo.mkdocs_plugin.theme_values import theme_values
from seurantalo.publishing.publication import BulkFiles, Files, KindPages, Page
from seurantalo.publishing.traces.questions import AROUND
from seurantalo.publishing.traces.recorder import UNTOLD, Key, Traces

log = get_plugin_logger("seurantalo")

#: Pages that one process makes before it takes the next piece: few enough to share the work evenly.
PIECE: Final = 100
#: Of so many pages the pieces are larger, and what they keep for one another is let go of.
VERY_MANY: Final = 60_000


class MadePage(NamedTuple):
    """A page that was made: what it read, and what the search knows of it."""

    page: Page
    read: AbstractSet[Key]
    entry: Any


@dataclass(frozen=True, slots=True)
class Written:
    """What a piece of the work did: names of its files, how many of them it had to write, entries for the search."""

    names: tuple[str, ...]
    changed: int
    entries: Mapping[str, Any] = field(default_factory=dict)
    """By the addresses of their pages."""
    made: tuple[Made, ...] = ()
    """What each output read that a later build can ask for."""
    kept: tuple[str, ...] = ()
    """Files that an earlier build has left and that would be the same."""
    frame: str = ""
    """In what the pages stand."""
    kind: str = ""
    """What kind of files it was; ``""`` for pages, whose addresses are known before they are made."""
    pages: tuple[MadePage, ...] = ()
    """Pages that wait for their shells."""


@dataclass(frozen=True, slots=True)
class Remembering:
    """What a build knows of the one before it, and notes for the one after it."""

    traces: Traces
    earlier: EarlierBuild
    pack: Callable[[Any], Any] = lambda entry: entry
    """Returns an entry of the search as JSON has it."""
    unpack: Callable[[Any], Any] = lambda entry: entry

    def noted(self, path: str, read: AbstractSet[Key], entry: object = None) -> Iterator[Made]:
        """Yield what is to be known of an output that was made; nothing where nobody can tell what it read."""
        if UNTOLD not in read:
            # What lies around an event is another where the event is.
            keys = [key for key in read if key[0] != "event" or (AROUND, key[1]) not in read]
            yield Made(path, tuple(keys), None if entry is None else self.pack(entry))


class BulkBuild:
    """The bulk pages of one kind during one build."""

    def __init__(
        self,
        bulk: KindPages,
        config: MkDocsConfig,
        *,
        shells: bool,
        wanted: AbstractSet[str] = frozenset(),
        entry: Callable[[Page], Any],
        remembering: Remembering | None = None,
    ) -> None:
        """Plan the pages of one kind. Those that ``wanted`` names by their sources are MkDocs' to render.

        ``entry`` makes of a page what the search knows of it, or None. With ``remembering`` only those pages are made
        that have changed since an earlier build.
        """
        self._remembering = remembering
        self._bulk = bulk
        self._entry = entry
        self._config = config
        self._has_shells = shells
        self._wanted = _names_among(wanted, bulk.folder)
        self._shells: Shells | None = None
        self.files: Sequence[str] = ()
        """The files of the pages that MkDocs does not render, after ``settle``."""

    @property
    def with_composed(self) -> bool:
        """Whether who has made the composed pages makes these in less time."""
        return self._bulk.with_composed

    def list_pages(self) -> int:
        """Work out which pages there are: once for all processes that come to have a copy of what is known."""
        return len(self._bulk.pages.names)

    @cached_property
    def hosted(self) -> tuple[Page, ...]:
        """Pages that stand in the navigation, or that others lead to by name."""
        named = [name for name in self._bulk.pages.names if name in self._wanted] if self._wanted else []
        return tuple(map(self._bulk.pages.make, named))

    @cached_property
    def _names(self) -> Sequence[str]:
        names = self._bulk.pages.names
        return [name for name in names if name not in self._wanted] if self._wanted else names

    @cached_property
    def _building(self) -> ShellBuilding | None:
        if not self._has_shells or not self._names:
            return None
        return ShellBuilding(
            self._bulk.folder,
            has_edit_links=bool(edit_address(self._config, "")),
            is_searched=_has_material_search(self._config),
        )

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of the pages that MkDocs does not render, unless it must render all."""
        return tuple(f"{self._bulk.folder}{name}/" for name in self._names)

    @cached_property
    def entries(self) -> list[Any]:
        """Search entries of the pages that MkDocs renders; the others' come with what their pieces did."""
        return [made for page in self.hosted if (made := self._entry(page)) is not None]

    @property
    def unwanted(self) -> frozenset[str]:
        """Addresses of pages that only this build needs: the site, its map and its search must not show them."""
        return frozenset(self._building.addresses if self._building else ())

    def host_files(self) -> Iterator[File]:
        """Yield what MkDocs must render: a few pages for the shells, or all."""
        if self._building:
            yield from self._building.files(self._config)
            return
        for page in map(self._bulk.pages.make, self._names):
            if (made := self._entry(page)) is not None:
                self.entries.append(made)
            yield bulk_page(page, theme_values(page, self._bulk.folder), self._config).file

    def settle(self, site: Path, claims: Claims) -> None:
        """Take the shells that MkDocs has rendered; raise PluginError where two pages stand at one address."""
        if not self._building:
            return
        source = self._source
        self.files = tuple(map(self._file, self._names))
        for file in self.files:
            claims.claim(file, source)
        try:
            self._shells = self._building.take(site)
            if tells_of_each_file(self._config):
                self._shells = None
        except ValueError as error:
            log.info("the pages of %s are rendered one by one, which takes longer: %s", self._bulk.folder, error)

    def follow(self, earlier: BulkBuild) -> bool:
        """Take the shells of an earlier build of the same site; return whether they will do for all that there is."""
        self._shells, self._building = earlier._shells, earlier._building
        has_shells = self._building is not None or not self._names
        return has_shells and [page.address for page in self.hosted] == [page.address for page in earlier.hosted]

    @property
    def shells(self) -> Shells | None:
        """The shells, after ``settle``; None where MkDocs must render all pages."""
        return self._shells

    @cached_property
    def _same(self) -> tuple[str, ...]:
        """The files of the pages that are as an earlier build has made them, in whatever shells."""
        earlier = self._remembering.earlier if self._remembering else None
        return tuple(filter(earlier.is_same, map(self._file, self._names))) if earlier else ()

    def changed(self) -> Sequence[str]:
        """Return the names of the pages that may be other ones than an earlier build has made."""
        same = frozenset(self._same)
        return [name for name in self._names if self._file(name) not in same] if self._has_shells else ()

    def same_entries(self) -> Mapping[str, Any]:
        """Return what the search knows of all pages but those, by their addresses."""
        if not self._remembering:
            return {}
        earlier, unpack = self._remembering.earlier, self._remembering.unpack
        entries = ((file.removesuffix("index.html"), earlier.entry(file)) for file in self._same)
        return {address: unpack(entry) for address, entry in entries if entry is not None}

    def kept(self) -> Written:
        """Return the pages that stay as an earlier build has left them."""
        if not self._shells or not self._remembering:
            return Written((), 0)
        earlier, frame = self._remembering.earlier, self._shells.digest
        files = tuple(file for file in self._same if earlier.has(file, frame))
        return Written(files, 0, kept=files, frame=frame)

    def pieces(self, there: AbstractSet[str]) -> Iterator[Sequence[str]]:
        """Yield the names of the pages that MkDocs has not made, and that are not there, in pieces of the work."""
        names = [name for name in self._names if self._file(name) not in there] if self._building else []
        size = PIECE if len(names) < VERY_MANY else 10 * PIECE
        for start in range(0, len(names), size):
            yield names[start : start + size]

    def at(self, address: str, render: Rendering) -> bytes | None:
        """Return the finished page at an address; None where none of those stands that MkDocs has not rendered."""
        name = self._bulk.name_at(address) if self._building else None
        if name is None or any(page.address == address for page in self.hosted):
            return None
        return self._finished(self._bulk.pages.make(name), render)

    def all_entries(self) -> list[Any]:
        """Return what the search knows of all pages, those included that nobody has asked for yet."""
        made = (self._entry(page) for page in map(self._bulk.pages.make, self._names)) if self._building else ()
        return [*self.entries, *(one for one in made if one is not None)]

    def _finished(self, page: Page, render: Rendering) -> bytes:
        values = theme_values(page, self._bulk.folder)
        if self._shells:
            return self._shells.fill(page, values)
        return to_bytes(render(bulk_page(page, values, self._config)))

    def _file(self, name: str) -> str:
        return f"{self._bulk.folder}{name}/index.html"

    def write(
        self, new_folder: Callable[[], Folder], names: Iterable[str], shells: Shells | None, render: Rendering
    ) -> Written:
        """Make pages and write them: filled into shells, or as ``render`` has it."""
        return self.fill(new_folder, map(self.make, names), shells, render)

    def make(self, name: str) -> MadePage:
        """Make a page."""
        make, read = partial(self._bulk.pages.make, name), frozenset[Key]()
        if self._remembering:
            page, read = self._remembering.traces.recorder.apart(make)
        else:
            page = make()
        return MadePage(page, read, self._entry(page))

    def fill(
        self, new_folder: Callable[[], Folder], pages: Iterable[MadePage], shells: Shells | None, render: Rendering
    ) -> Written:
        """Write pages."""
        self._shells = shells
        folder = new_folder()
        entries: dict[str, Any] = {}
        outputs: list[Made] = []
        for page, read, entry in pages:
            file = f"{page.address}index.html"
            folder.write(file, self._finished(page, render))
            if entry is not None:
                entries[page.address] = entry
            if shells and self._remembering:
                outputs += self._remembering.noted(file, read, entry)
        frame = shells.digest if shells and self._remembering else ""
        return Written(tuple(folder.names), folder.changed, entries, tuple(outputs), frame=frame)

    def _source(self, file: str) -> str:
        name = file.removeprefix(self._bulk.folder).removesuffix("/index.html")
        return source_name(self._bulk.pages.make(name))


def write_files(
    new_folder: Callable[[], Folder], files: BulkFiles, remembering: Remembering | None = None
) -> Written:
    """Write files that are made only now; with ``remembering`` those that have changed since an earlier build."""
    folder = new_folder()
    made = files.make()
    if remembering is None or not isinstance(made, Files):
        for file in made:
            folder.write(file.path, file.content)
        return Written(tuple(folder.names), folder.changed, kind=files.kind)
    kept: list[str] = []
    outputs: list[Made] = []
    for path in made.paths:
        if remembering.earlier.has(path):
            kept.append(path)
            continue
        content, read = remembering.traces.recorder.apart(partial(made.make, path))
        folder.write(path, content)
        outputs += remembering.noted(path, read)
    names = (*folder.names, *kept)
    return Written(names, folder.changed, made=tuple(outputs), kept=tuple(kept), kind=files.kind)


def _names_among(sources: Iterable[str], folder: str) -> frozenset[str]:
    """Return the names of the pages right under a folder that are named by their sources."""
    end = f"/{source_path('')}"
    below = (path[len(folder) : -len(end)] for path in sources if path.startswith(folder) and path.endswith(end))
    return frozenset(name for name in below if name)


def _has_material_search(config: MkDocsConfig) -> bool:
    """Tell whether Material's search is on: it takes its own attributes out of every page's body."""
    plugin = config.plugins.get("material/search")
    return plugin is not None and bool(plugin.config.get("enabled", True))
