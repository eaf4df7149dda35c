"""One build: from the Publication to finished files, in the order in which MkDocs passes by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from seurantalo.earlier_build import EarlierBuild, store_of
from seurantalo.language.catalogue import language
from seurantalo.mkdocs_plugin.bulk import BulkBuild, Remembering, Written
from seurantalo.mkdocs_plugin.claims import Claims
from seurantalo.mkdocs_plugin.composed_names import compose_names
from seurantalo.mkdocs_plugin.ground import ground_of
from seurantalo.mkdocs_plugin.host_site import project_root
from seurantalo.mkdocs_plugin.introduction import SOURCE, front_page, is_written_by_hand
from seurantalo.mkdocs_plugin.neighbours import is_looked_at, redirect_targets
from seurantalo.mkdocs_plugin.own_search import OwnSearch
from seurantalo.mkdocs_plugin.pages import (
    ComposedPage,
    add_files,
    add_pages,
    bare_pictures,
    is_plainly_searched,
    named,
    remove_records,
)
from seurantalo.mkdocs_plugin.pieces import Pieces
from seurantalo.mkdocs_plugin.rendering import Rendering, rendering
from seurantalo.mkdocs_plugin.search import entry, extended
from seurantalo.mkdocs_plugin.sitemap import sitemap_files
from seurantalo.mkdocs_plugin.theme import leave_unasked, link_assets
from seurantalo.model.settings import Settings
from seurantalo.progress import SILENT, Progress
from seurantalo.publishing import publication
from seurantalo.publishing.addresses import FRONT, SEARCH_DATA
from seurantalo.publishing.publication import Publication
from seurantalo.publishing.traces.recorder import Traces
from seurantalo.staging import Staging

if TYPE_CHECKING:
    from seurantalo.mkdocs_plugin.tongues import Translation

log = get_plugin_logger("seurantalo")

#: An ordinary page's Markdown, its address in the site, and its file relative to the project.
Linking = tuple[str, str, str]


def _entry_of_theme(page: publication.Page) -> dict[str, str] | None:
    return entry(page) if is_plainly_searched(page) else None


class Build:
    """What is known during one build, and its steps, called in the order in which they stand here."""

    files: Files
    nav: Navigation
    env: jinja2.Environment

    def __init__(
        self,
        publication: Publication,
        settings: Settings,
        config: MkDocsConfig,
        staging: Staging,
        processes: int = 1,
    ) -> None:
        self.has_introduction = False
        #: Ordinary pages with typed wiki links, by their files: what makes them plain, and what it has made.
        self.linked: dict[str, tuple[Linking, str]] = {}
        self.modules: dict[str, bytes] = {}
        self._others: list[str] = []
        self._remember = [self.remember]
        self._entries: dict[str, Any] = {}
        self._publication = publication
        self._settings = settings
        self._config = config
        self._staging = staging
        # What stays the same need not be written again, unless somebody is to look at the whole site after us.
        self._new_folder = partial(staging.folder, complete=is_looked_at(config))
        self._folder = self._new_folder()
        self._claims = Claims(language(settings.language))
        wanted = {*named(config.nav), *redirect_targets(config)}
        self.search = OwnSearch(settings) if settings.search == "own" else None
        made = self.search.entry if self.search else _entry_of_theme
        self._remembering = None if is_looked_at(config) else self._remembered(publication.traces)
        self._bulk = [
            BulkBuild(bulk, config, shells=settings.shells, wanted=wanted, entry=made, remembering=self._remembering)
            for bulk in publication.bulk
        ]
        known = self._new_folder, self._remembering, lambda: self._render
        self._pieces = Pieces(publication, self._bulk, *known, processes)
        # Thousands of event feeds lie beside the event pages, and only those link to them: MkDocs need not know.
        tops = tuple(bulk.folder for bulk in publication.bulk)
        self._beside = [file for file in publication.files if file.path.startswith(tops)] if tops else []
        self._hosted = [file for file in publication.files if not file.path.startswith(tops)]

    @cached_property
    def front(self) -> publication.Page | None:
        """Our front page."""
        return front_page(self._publication)

    def _remembered(self, traces: Traces | None) -> Remembering | None:
        if traces is None:
            return None
        ground = ground_of(self._config, self._settings, traces.ground())
        site = self._staging.target
        earlier = EarlierBuild(store_of(project_root(self._config), site), site, ground, traces.now())
        traces.facts.earlier = earlier.fact
        return self.search.remembering(traces, earlier) if self.search else Remembering(traces, earlier)

    def front_around(self, source: str) -> publication.Page | None:
        """Return our front page where an ordinary page is what the project says on it."""
        return self.front if self.has_introduction and source == SOURCE else None

    def stop(self) -> None:
        """End what goes on beside."""
        self._pieces.stop()

    def give_files(self, files: Files) -> None:
        """Take the records out of MkDocs' files, and add what was composed."""
        self._pieces.begin()
        compose_names(files, self._config)
        remove_records(files, self._config, self._settings.events_folder)
        bare_pictures(files, self._config)
        theme_map = files.get_file_from_path("sitemap.xml")
        if theme_map is not None and theme_map.src_dir != self._config.docs_dir:
            files.remove(theme_map)
        leave_unasked(files, self._config, self._settings)
        self.has_introduction = FRONT in self._publication.composed.addresses and is_written_by_hand(files)
        self._claims.claim_files(files, self._config)
        add_files(files, self._hosted, self._folder, self._config, self._claims)
        add_pages(files, self._publication.pages, self._config, self._claims)
        for bulk in self._bulk:
            add_pages(files, bulk.hosted, self._config, self._claims)
        link_assets(self._hosted, self._config)
        self.files = files

    def _searched(self, made: Iterable[Any]) -> Iterator[Written]:
        """Write the search over pages of thousands that were made, and over all others."""
        if self.search:
            folder = self._new_folder()
            same = (entry for bulk in self._bulk for entry in bulk.same_entries().values())
            hosted = (one for bulk in self._bulk for one in bulk.entries)
            entries = self.search.entries(self._composed_to_search, (*made, *hosted))
            for file in self.search.files((*same, *entries)):
                folder.write(file.path, file.content)
            yield Written(tuple(folder.names), folder.changed, kind=SEARCH_DATA)

    def give_unlisted(self, files: Files) -> None:
        """Add the pages that MkDocs only renders: plugins that make navigations of their own must not find them."""
        for bulk in self._bulk:
            for file in bulk.host_files():
                files.append(file)

    def settle(self) -> None:
        """Take what MkDocs has rendered for the pages of thousands, and write the modules that those ask for."""
        for bulk in self._bulk:
            bulk.settle(self._staging.path, self._claims)
        for path, content in self.modules.items():
            self._folder.write(path, content)

    def finish(self, progress: Progress = SILENT) -> None:
        """Fill the shells, and write what is known only now that all pages are there."""
        self.settle()
        # By the words that are claimed already: those that other processes send are as many again.
        self._folder.names.update(chain.from_iterable(bulk.files for bulk in self._bulk))
        there = self._pieces.give_pages()
        self._staging.look()
        self._learn()
        if self._pieces.are_few:
            # Beside what the crew still makes: all pages are known by now.
            there += self._searched(entry for one in there for entry in one.entries.values())
        if self.search and self._pieces.are_very_many:
            self.search.set_apart()
        count = len(there) + len(self._pieces)
        # Once, and beside the others: the sitemap is written when nobody else is at work any more.
        _ = self.addresses
        with progress.of(language(self._settings.language).say("Making pages")) as told:
            made = chain(there, self._pieces.pages(), self._search_all(), self._pieces.files())
            for number, written in enumerate(made, start=1):
                told(min(number, count), count)
                self._take(written)
        for file in self._beside:
            self._claims.claim(file.path, file.path)
            self._folder.write(file.path, file.content)
        self._claims.let_go()
        log.debug("%d of %d files written", self._folder.changed, len(self._folder.names))

    def take(self, folder: str, other: Translation) -> None:
        """Take in what another build has made below a folder."""
        self._folder.names.update(f"{folder}{name}" for name in other.names)
        self._others += [f"{folder}{address}" for address in other.addresses]
        self._remember.append(other.remember)

    def hand_over(self, other: Translation) -> None:
        """Let the build of the main language know which files and pages this one of another has made."""
        other.names, other.addresses, other.remember = self.names, self.addresses, self.remember

    @property
    def names(self) -> frozenset[str]:
        """The files that this build has taken care of itself."""
        return frozenset(self._folder.names)

    def publish(self) -> None:
        """Let the site show what was built; the last step, when every plugin has had its turn."""
        self._staging.publish(self._folder.names)
        for remember in self._remember:
            remember()

    def remember(self) -> None:
        """Keep for a later build what is known of this one; when the site is in its place."""
        self._learn()
        if self._remembering:
            self._remembering.earlier.save()

    def _learn(self) -> None:
        """Know what was found out so far: what that was made of is then asked about beside what others still make."""
        if self._remembering:
            self._remembering.earlier.learn(self._remembering.traces.facts.found)

    def take_ordinary(self, page: Page, html: str) -> None:
        """Let the search know a page that is none of ours."""
        if self.search and not isinstance(page, ComposedPage):
            self.search.take(page, html)

    def _take(self, written: Written) -> None:
        """Know what was written."""
        if written.kind:
            for name in written.names:
                self._claims.claim(name, written.kind)
        self._folder.names.update(written.names)
        self._folder.changed += written.changed
        self._entries.update(self.search.to_hold(written.entries) if self.search else written.entries)
        if self._remembering:
            self._remembering.earlier.keep(written.kept)
            self._remembering.earlier.take(written.made, written.frame)

    @cached_property
    def _render(self) -> Rendering:
        return rendering(self._config, self)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pages, quoted and in order."""
        pages = [file.page for file in self.files.documentation_pages() if file.page is not None]
        addresses = {page.url for page in pages if not isinstance(page, ComposedPage)}
        addresses.update(map(quote, self._publication.composed.addresses))
        addresses.update(quote(address) for kind in self._publication.bulk for address in kind.addresses)
        return tuple(sorted(addresses))

    @property
    def site_url(self) -> str:
        """The site's absolute address with a slash at its end; ``""`` where that is not set."""
        url = self._config.site_url or ""
        return url if url.endswith("/") or not url else f"{url}/"

    def write_sitemap(self) -> None:
        """Write the sitemap, when all languages are there."""
        for name, content in sitemap_files(self.site_url, (*self.addresses, *self._others)):
            self._folder.write(name, content)

    @property
    def _composed_to_search(self) -> list[publication.Page]:
        return [page for page in self._publication.pages if page.address != FRONT or not self.has_introduction]

    def _search_all(self) -> Iterator[Written]:
        """Let the search know all pages, unless it does: others still make files that it need not wait for."""
        if not self.search:
            self._extend_search()
        elif not self._pieces.are_few:
            yield from self._searched(self._entries.values())
        self._entries.clear()

    def _extend_search(self) -> None:
        """Let the theme's search know the pages of thousands."""
        path = self._staging.path / "search" / "search_index.json"
        plain = [page for page in self._publication.pages if is_plainly_searched(page)]
        if self.has_introduction:
            plain = [page for page in plain if page.address != FRONT]
        entries = [*map(entry, plain), *(one for bulk in self._bulk for one in bulk.entries)]
        # In the order of their pages, whoever of them was made now.
        order = (address for bulk in self._bulk for address in bulk.addresses)
        made = {**dict(chain.from_iterable(bulk.same_entries().items() for bulk in self._bulk)), **self._entries}
        entries += [made[address] for address in order if address in made]
        if not path.is_file() or not (entries or self._bulk):
            return
        thousands = (address for bulk in self._bulk for address in (*bulk.unwanted, *bulk.addresses))
        without = {*thousands, *(page.address for page in plain)}
        index = extended(path.read_bytes(), entries, without)
        if index is None:
            log.info("the search index has a form of its own; the pages of events are not in it")
        else:
            path.write_bytes(index)
