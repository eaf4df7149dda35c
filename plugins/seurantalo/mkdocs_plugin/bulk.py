"""Pages of one kind that grow by thousands: filled into shells, or rendered one by one with the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from seurantalo.folder import Folder
from seurantalo.mkdocs_plugin.claims import Claims, source_name
from seurantalo.mkdocs_plugin.pages import bulk_page
from seurantalo.mkdocs_plugin.paper import paper
from seurantalo.mkdocs_plugin.rendering import Rendering
from seurantalo.mkdocs_plugin.search import entry
from seurantalo.mkdocs_plugin.shell import Shells, to_bytes
from seurantalo.publishing.publication import BulkFiles, BulkPages

#: Pages that one process makes before it takes the next piece: few enough to share the work evenly.
PIECE: Final = 100


@dataclass(frozen=True, slots=True)
class Written:
    """What a piece of the work did: names of its files, how many of them it had to write, entries for the search."""

    names: tuple[str, ...]
    changed: int
    entries: tuple[dict[str, str], ...] = ()


#: A piece of the work, to be done in this process or in another.
Piece = Callable[[], Written]


class BulkBuild:
    """The bulk pages of one kind during one build."""

    def __init__(self, bulk: BulkPages, config: MkDocsConfig) -> None:
        self._bulk = bulk
        self._config = config
        self.addresses = tuple(bulk.addresses)
        #: Search entries of the pages that MkDocs renders; the others' come with what their pieces did.
        self.entries: list[dict[str, str]] = []

    def host_files(self) -> Iterator[File]:
        """Yield all pages, for MkDocs to render."""
        for page in self._bulk:
            if page.searchable:
                self.entries.append(entry(page))
            yield bulk_page(page, paper(page), self._config).file

    def pieces(self, site: Path, claims: Claims, shells: Shells | None, render: Rendering) -> Iterator[Piece]:
        """Yield the work of making all pages; raise PluginError where two pages stand at one address."""
        for number, address in enumerate(self.addresses):
            claims.claim(f"{address}index.html", partial(self._source, number))
        for start in range(0, len(self.addresses), PIECE):
            yield partial(self._write, site, start, start + PIECE, shells, render)

    def _write(self, site: Path, start: int, stop: int, shells: Shells | None, render: Rendering) -> Written:
        folder = Folder(site)
        entries = []
        for page in self._bulk.make(start, stop):
            values = paper(page)
            html = shells.fill(page, values) if shells else to_bytes(render(bulk_page(page, values, self._config)))
            folder.write(f"{page.address}index.html", html)
            if page.searchable:
                entries.append(entry(page))
        return Written(tuple(folder.names), folder.changed, tuple(entries))

    def _source(self, number: int) -> str:
        return source_name(next(iter(self._bulk.make(number, number + 1))))


def write_files(site: Path, files: BulkFiles) -> Written:
    """Write files that are made only now."""
    folder = Folder(site)
    for file in files:
        folder.write(file.path, file.content)
    return Written(tuple(folder.names), folder.changed)
