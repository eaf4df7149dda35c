"""Pages of one kind that grow by thousands: filled into shells, or rendered one by one with the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from seurantalo.folder import Folder
from seurantalo.mkdocs_plugin.claims import Claims, source_name
from seurantalo.mkdocs_plugin.host_site import edit_address
from seurantalo.mkdocs_plugin.neighbours import tells_of_each_file
from seurantalo.mkdocs_plugin.page_shell import ShellBuilding, Shells, to_bytes
from seurantalo.mkdocs_plugin.pages import bulk_page, source_path
from seurantalo.mkdocs_plugin.rendering import Rendering
from seurantalo.mkdocs_plugin.theme_values import theme_values
from seurantalo.publishing.publication import BulkFiles, KindPages, Page

log = get_plugin_logger("seurantalo")

#: Pages that one process makes before it takes the next piece: few enough to share the work evenly.
PIECE: Final = 100


@dataclass(frozen=True, slots=True)
class Written:
    """What a piece of the work did: names of its files, how many of them it had to write, entries for the search."""

    names: tuple[str, ...]
    changed: int
    entries: tuple[Any, ...] = ()


#: A piece of the work, to be done in this process or in another.
Piece = Callable[[], Written]


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
    ) -> None:
        """Plan the pages of one kind. Those that ``wanted`` names by their sources are MkDocs' to render.

        ``entry`` makes of a page what the search knows of it, or None.
        """
        self._bulk = bulk
        self._entry = entry
        self._config = config
        named = (
            [name for name in bulk.pages.names if source_path(f"{bulk.folder}{name}/") in wanted] if wanted else []
        )
        #: Pages that stand in the navigation, or that others lead to by name.
        self.hosted = tuple(map(bulk.pages.make, named))
        self._names = [name for name in bulk.pages.names if name not in named] if named else bulk.pages.names
        self._building: ShellBuilding | None = None
        self._shells: Shells | None = None
        if shells and self._names:
            self._building = ShellBuilding(
                bulk.folder,
                has_edit_links=bool(edit_address(config, "")),
                is_searched=_has_material_search(config),
            )
        self.addresses = tuple(f"{bulk.folder}{name}/" for name in self._names)
        #: Search entries of the pages that MkDocs renders; the others' come with what their pieces did.
        self.entries = [made for page in self.hosted if (made := entry(page)) is not None]

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
        for number, address in enumerate(self.addresses):
            claims.claim(f"{address}index.html", partial(self._source, number))
        try:
            self._shells = self._building.take(site)
            if tells_of_each_file(self._config):
                self._shells = None
        except ValueError as error:
            log.info("the pages of %s are rendered one by one, which takes longer: %s", self._bulk.folder, error)

    def follow(self, earlier: BulkBuild) -> bool:
        """Take the shells of an earlier build of the same site; return whether they will do for all that there is."""
        self._shells = earlier._shells
        has_shells = earlier._building is not None or not self._names
        return has_shells and [page.address for page in self.hosted] == [page.address for page in earlier.hosted]

    def pieces(self, new_folder: Callable[[], Folder], render: Rendering) -> Iterator[Piece]:
        """Yield the work that MkDocs has not done, after ``settle``."""
        if self._building:
            for start in range(0, len(self.addresses), PIECE):
                yield partial(self._write, new_folder, start, start + PIECE, render)

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

    def _write(self, new_folder: Callable[[], Folder], start: int, stop: int, render: Rendering) -> Written:
        folder = new_folder()
        entries = []
        for page in map(self._bulk.pages.make, self._names[start:stop]):
            folder.write(f"{page.address}index.html", self._finished(page, render))
            if (made := self._entry(page)) is not None:
                entries.append(made)
        return Written(tuple(folder.names), folder.changed, tuple(entries))

    def _source(self, number: int) -> str:
        return source_name(self._bulk.pages.make(self._names[number]))


def write_files(new_folder: Callable[[], Folder], files: BulkFiles) -> Written:
    """Write files that are made only now."""
    folder = new_folder()
    for file in files:
        folder.write(file.path, file.content)
    return Written(tuple(folder.names), folder.changed)


def _has_material_search(config: MkDocsConfig) -> bool:
    """Tell whether Material's search is on: it takes its own attributes out of every page's body."""
    plugin = config.plugins.get("material/search")
    return plugin is not None and bool(plugin.config.get("enabled", True))
