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

    def pieces(
        self, site: Path, new_folder: Callable[[], Folder], claims: Claims, render: Rendering
    ) -> Iterator[Piece]:
        """Yield the work that MkDocs has not done; raise PluginError where two pages stand at one address."""
        if not self._building:
            return
        for number, address in enumerate(self.addresses):
            claims.claim(f"{address}index.html", partial(self._source, number))
        shells: Shells | None = None
        try:
            shells = self._building.take(site)
            if tells_of_each_file(self._config):
                shells = None
        except ValueError as error:
            log.info("the pages of %s are rendered one by one, which takes longer: %s", self._bulk.folder, error)
        for start in range(0, len(self.addresses), PIECE):
            yield partial(self._write, new_folder, start, start + PIECE, shells, render)

    def _write(
        self, new_folder: Callable[[], Folder], start: int, stop: int, shells: Shells | None, render: Rendering
    ) -> Written:
        folder = new_folder()
        entries = []
        for page in map(self._bulk.pages.make, self._names[start:stop]):
            values = theme_values(page, self._bulk.folder)
            html = shells.fill(page, values) if shells else to_bytes(render(bulk_page(page, values, self._config)))
            folder.write(f"{page.address}index.html", html)
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
