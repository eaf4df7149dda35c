"""Pages of one kind that grow by thousands: filled into shells, or rendered one by one with the same result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from seurantalo.folder import Folder
from seurantalo.mkdocs_plugin.claims import Claims, source_name
from seurantalo.mkdocs_plugin.host_site import edit_address
from seurantalo.mkdocs_plugin.pages import bulk_page
from seurantalo.mkdocs_plugin.paper import paper
from seurantalo.mkdocs_plugin.rendering import Rendering
from seurantalo.mkdocs_plugin.search import entry
from seurantalo.mkdocs_plugin.shell import ShellBuilding, Shells
from seurantalo.publishing.publication import BulkPages, Page

log = get_plugin_logger("seurantalo")


class BulkBuild:
    """The bulk pages of one kind during one build."""

    def __init__(self, bulk: BulkPages, config: MkDocsConfig, *, shells: bool) -> None:
        self._bulk = bulk
        self._config = config
        self._building: ShellBuilding | None = None
        if shells:
            self._building = ShellBuilding(
                bulk.folder,
                has_edit_links=bool(edit_address(config, "")),
                is_searched=_has_material_search(config),
            )
        #: Addresses and search entries of the pages, in order, known when they have been made.
        self.addresses: list[str] = []
        self.entries: list[dict[str, str]] = []

    @property
    def unwanted(self) -> frozenset[str]:
        """Addresses of pages that only this build needs: the site, its map and its search must not show them."""
        return frozenset(self._building.addresses if self._building else ())

    def host_files(self) -> Iterator[File]:
        """Yield what MkDocs must render: a few pages for the shells, or all."""
        if self._building:
            yield from self._building.files(self._config)
            return
        for page in self._pages():
            yield bulk_page(page, paper(page, self._bulk.folder), self._config).file

    def write(self, folder: Folder, site: Path, claims: Claims, render: Rendering) -> None:
        """Write the pages that MkDocs has not; raise PluginError where two stand at one address."""
        if not self._building:
            return
        shells: Shells | None = None
        try:
            shells = self._building.take(site)
        except ValueError as error:
            log.info("the pages of %s are rendered one by one, which takes longer: %s", self._bulk.folder, error)
        for page in self._pages():
            values = paper(page, self._bulk.folder)
            path = f"{page.address}index.html"
            claims.claim(path, source_name(page))
            html = shells.fill(page, values) if shells else render(bulk_page(page, values, self._config))
            # As MkDocs writes its own pages: what UTF-8 has no bytes for becomes a character reference.
            folder.write(path, html.encode(errors="xmlcharrefreplace"))

    def _pages(self) -> Iterator[Page]:
        folder = self._bulk.folder
        for page in self._bulk:
            slug = page.address.removeprefix(folder)
            if slug == page.address or slug.count("/") != 1 or slug[-1] != "/":
                raise ValueError(f"{page.address!r} does not stand right below {folder!r}")
            self.addresses.append(page.address)
            if page.searchable:
                self.entries.append(entry(page))
            yield page


def _has_material_search(config: MkDocsConfig) -> bool:
    """Tell whether Material's search is on: it takes its own attributes out of every page's body."""
    plugin = config.plugins.get("material/search")
    return plugin is not None and bool(plugin.config.get("enabled", True))
