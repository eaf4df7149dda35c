"""A build that ends with no page of ours: each is made when a server is asked for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from seurantalo.mkdocs_plugin.build import Build
from seurantalo.mkdocs_plugin.composing import Project, stop_at_errors
from seurantalo.mkdocs_plugin.neighbours import is_looked_at
from seurantalo.mkdocs_plugin.page_shell import to_bytes
from seurantalo.mkdocs_plugin.pages import ComposedPage, PublishedFile, labels, named, renewed_page, source_path
from seurantalo.model.settings import Settings
from seurantalo.progress import SILENT, Progress
from seurantalo.publishing.addresses import FRONT, SEARCH_DATA
from seurantalo.publishing.publication import Publication

_INDEX: Final = "index.html"


def obstacle(config: MkDocsConfig, settings: Settings) -> str:
    """Return why a server can't make pages as they are asked for, in English for the log; ``""`` where it can."""
    if is_looked_at(config):
        return "a plugin or a hook works on the finished site"
    if config.extra_templates:
        return "the site has templates of its own (extra_templates)"
    if settings.search != "own":
        return "the theme's search must see every page"
    return "" if settings.shells else "shells are switched off"


class LiveBuild(Build):
    """What is known between two runs of MkDocs, and how a page or a file is made of it."""

    def finish(self, progress: Progress = SILENT) -> None:
        """Take the shells, and leave to MkDocs' own files what was rendered for the navigation's sake."""
        self.settle()
        for address in self._hosted_addresses:
            (self._staging.path / address / _INDEX).unlink(missing_ok=True)

    def write_sitemap(self) -> None:
        """Leave it to who asks for it."""

    def renewed(self, publication: Publication, project: Project) -> LiveBuild | None:
        """Return the same build of what was read anew; None where MkDocs must run again for it.

        Raises PluginError where an ordinary page leads to something that is gone.
        """
        build = LiveBuild(publication, self._settings, self._config, self._staging)
        build.files, build.nav, build.env, build.search = self.files, self.nav, self.env, self.search
        build.has_introduction, build.linked = self.has_introduction, self.linked
        for source, ((markdown, address, name), linked) in self.linked.items():
            now, problems = project.with_links(markdown, address, name)
            stop_at_errors(problems, self._settings.language)
            if now != linked and not self.front_around(source):
                return None
        followed = zip(build._bulk, self._bulk, strict=True)
        can_follow = all(new.follow(earlier) for new, earlier in followed)
        return build if can_follow and build._navigation == self._navigation else None

    @property
    def _hosted_addresses(self) -> Iterator[str]:
        yield from self._publication.composed.addresses
        yield from (page.address for bulk in self._bulk for page in bulk.hosted)

    @cached_property
    def _navigation(self) -> list[tuple[str, str]]:
        """The composed pages in the navigation, each with what it is called there."""
        names, sources = labels(self._config.nav), frozenset(named(self._config.nav))
        shown = [address for address in self._hosted_addresses if source_path(address) in sources]
        # A page that has a name there need not be made to be called.
        return [(address, names.get(source_path(address)) or self._title(address)) for address in shown]

    def _title(self, address: str) -> str:
        page = self._publication.page_at(address)
        return page.title if page is not None else ""

    def at(self, path: str) -> bytes | None:
        """Return what stands in a file of the site, by its path; None for what is not of our making."""
        if path.startswith(SEARCH_DATA):
            return self._search_files.get(path)
        known = self._of_host.get(path)
        if known is not None and not (self.has_introduction and path == _INDEX):
            return None
        found = self._page_at(path.removesuffix(_INDEX)) if path.endswith(_INDEX) else None
        return self._publication.file_at(path) if found is None else found

    @cached_property
    def _of_host(self) -> Mapping[str, File]:
        """The files that are MkDocs' to write, by their paths."""
        return {
            file.dest_uri: file
            for file in self.files
            if not isinstance(file, PublishedFile) and not isinstance(file.page, ComposedPage)
        }

    def _page_at(self, address: str) -> bytes | None:
        if address == FRONT and self.has_introduction:
            host = self._of_host[_INDEX].page
            return to_bytes(self._render(host)) if host is not None else None
        for bulk in self._bulk:
            found = bulk.at(address, self._render)
            if found is not None:
                return found
        page = self._publication.page_at(address)
        return to_bytes(self._render(renewed_page(self.files, page, self._config))) if page is not None else None

    @cached_property
    def _search_files(self) -> Mapping[str, bytes]:
        if self.search is None:
            return {}
        if self.has_introduction:
            self._page_at(FRONT)  # The search takes it in as it is rendered.
        entries = [one for bulk in self._bulk for one in bulk.all_entries()]
        known = self.search.entries(self._composed_to_search, entries)
        return {file.path: file.content for file in self.search.files(known)}
