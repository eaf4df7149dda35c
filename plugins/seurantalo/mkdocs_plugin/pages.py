"""Pages of a Publication as pages of MkDocs, in place of the record files they were made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage

from seurantalo.folder import Folder
from seurantalo.language.catalogue import language
from seurantalo.mkdocs_plugin.claims import Claims, source_name
from seurantalo.mkdocs_plugin.host_site import docs_folder, edit_address, project_root
from seurantalo.mkdocs_plugin.neighbours import page_meta
from seurantalo.mkdocs_plugin.theme_values import ThemeValues, table_of_contents, theme_values
from seurantalo.publishing import publication
from seurantalo.publishing.addresses import FRONT, MANIFEST, WORKER
from seurantalo.reading.files.listing import RECORD_FOLDERS
from seurantalo.reading.files.walk import is_leftover
from seurantalo.reading.personal.photo_data import MAXIMUM_BYTES as MOST_BYTES

#: Pictures among the records are shown on their pages, and go to the site as they are (as reading accepts them).
PICTURES: Final = (".gif", ".jpeg", ".jpg", ".png", ".webp")

_IDS: Final = re.compile(r"""\sid=(?:"([^"]+)"|'([^']+)')""")


class ComposedPage(HostPage):
    """A page whose body is finished: MkDocs and its theme surround it, Markdown never sees it."""

    def __init__(
        self,
        page: publication.Page,
        values: ThemeValues,
        file: File,
        config: MkDocsConfig,
        *,
        label: str = "",
        is_bulk: bool = False,
        is_in_nav: bool = False,
    ) -> None:
        """Make the page; ``label`` is its name in the navigation, where that has another than its title."""
        # Markup, so that a theme which escapes the title once more leaves it alone.
        super().__init__(Markup(label or values.title), file, config)  # noqa: S704 - escaped by theme_values()
        self._label = label
        self._is_bulk = is_bulk
        self._is_in_nav = is_in_nav
        self.renew(page, values, config)

    def renew(self, page: publication.Page, values: ThemeValues, config: MkDocsConfig) -> None:
        """Show a page anew, at the same place in the navigation."""
        self.title = Markup(self._label or values.title)  # noqa: S704 - escaped by theme_values()
        self.edit_url = (edit_address(config, page.source) or None) if page.source else None
        self._page = page
        self._values = values
        self._hidden = [
            *(["toc"] if self._is_bulk or not page.headings else []),
            # The navigation beside a page that is not in it would be an empty column; the drawer stays.
            *([] if self._is_in_nav else ["navigation"]),
        ]

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the metadata; there is no Markdown."""
        self.markdown = ""
        self.meta = meta(self._page, self._values.head, self._hidden)
        self.meta |= page_meta(config, has_source=bool(self.file.abs_src_path))
        if self._is_bulk:
            self.meta["seurantalo_bulk"] = True  # A short drawer: see overrides/main.html.
        if self._is_bulk or is_plainly_searched(self._page):
            self.meta["search"] = {"exclude": True}
        if self._values.description:
            self.meta["description"] = Markup(self._values.description)  # noqa: S704 - escaped by theme_values()
        if self._page.address != FRONT:
            # Not left to page.title: Material's `striptags` would turn &lt; in it back into <.
            self.meta["title"] = Markup(self._values.title)  # noqa: S704 - escaped by theme_values()

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the finished body where Markdown's would go."""
        self.content = self._values.body
        headings = () if self._is_bulk else self._page.headings
        self.toc = table_of_contents(self._values.title, self._values.anchor, headings)
        self.present_anchor_ids = set() if self._is_bulk else anchors(self._values.body)
        self.links_to_anchors = {}


def meta(page: publication.Page, head: str, hidden: list[str]) -> dict[str, Any]:
    """Return what the theme is told of a page besides its title and description; ``hidden`` are parts it omits."""
    told: dict[str, Any] = {"seurantalo_head": head}
    if hidden:
        told["hide"] = hidden
    if not page.searchable:
        told["search"] = {"exclude": True}
    return told


def is_plainly_searched(page: publication.Page) -> bool:
    """Tell whether a page is one entry of the search: without headings a theme's search finds no parts in it.

    It would parse the whole body for nothing; most of these pages are long lists of what has a page of its own.
    """
    return page.searchable and not page.headings


def anchors(body: str) -> set[str]:
    """Return the ids in a body, so that MkDocs can check links that lead to them."""
    return {first or second for first, second in _IDS.findall(body)}


class PublishedFile(File):
    """A file of the Publication among MkDocs' own, so that links to it are checked; written only if changed."""

    def __init__(self, file: publication.File, folder: Folder, config: MkDocsConfig) -> None:
        super().__init__(
            file.path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.NOT_IN_NAV
        )
        self.content_bytes = file.content
        self.generated_by = "seurantalo"
        self._folder = folder

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' own signature
        """Write the file where it is new or has changed."""
        self._folder.write(self.dest_uri, self.content_bytes)


def source_path(address: str) -> str:
    """Return the name under which ``nav`` and links in Markdown find a page: ``kalenteri/index.md``."""
    return f"{address}index.md"


def bulk_page(page: publication.Page, values: ThemeValues, config: MkDocsConfig) -> ComposedPage:
    """Return one of many pages: no contents list, nothing in the search."""
    return ComposedPage(page, values, generated_file(page, config), config, is_bulk=True)


def generated_file(page: publication.Page, config: MkDocsConfig) -> File:
    """Return an empty file of MkDocs for a page. ``nav`` may name it; no warning says that it does not.

    It says which record the page is of: other plugins ask git for the date of that file.
    """
    file = File.generated(config, source_path(page.address), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    _name_source(file, page, config)
    return file


def _name_source(file: File, page: publication.Page, config: MkDocsConfig) -> None:
    source = project_root(config) / page.source
    if page.source and source.is_file():
        file.abs_src_path, file.generated_by = str(source), None


def renewed_page(files: Files, page: publication.Page, config: MkDocsConfig) -> ComposedPage:
    """Return the host's page for one that is made anew: that which was there, or a new one outside the navigation."""
    known = files.get_file_from_path(source_path(page.address))
    if known is None:
        add_pages(files, [page], config, Claims(language("fi")))
        known = files.src_uris[source_path(page.address)]
    host = known.page
    if not isinstance(host, ComposedPage):
        raise TypeError(f"{page.address} is no page of ours")
    _name_source(known, page, config)
    host.renew(page, theme_values(page), config)
    return host


def remove_records(files: Files, config: MkDocsConfig, events_folder: str) -> None:
    """Take records out of MkDocs' hands, with what lies among them besides pictures, and what editors left behind."""
    docs = docs_folder(config)
    events = (project_root(config) / events_folder).resolve()
    inside = events.relative_to(docs).as_posix() if events.is_relative_to(docs) else ""
    for file in list(files):
        path = file.src_uri
        if file.src_dir == config.docs_dir and is_leftover(path.rpartition("/")[2]):
            files.remove(file)
            continue
        # Files of the theme and of other plugins may have such names too.
        if file.src_dir != config.docs_dir or path.lower().endswith(PICTURES):
            continue
        top, slash, _ = path.partition("/")
        if (slash and top in RECORD_FOLDERS) or (inside and path.startswith(f"{inside}/")):
            files.remove(file)


def bare_pictures(files: Files, config: MkDocsConfig) -> None:
    """Publish the site's own pictures without their notes: camera, place, time, comments."""
    for file in files:
        if file.src_dir == config.docs_dir and file.abs_src_path and file.src_uri.lower().endswith(PICTURES):
            written = file.content_bytes
            from seurantalo.publishing.photos.bare import bare  # noqa: PLC0415 (only where there are photos)

            shown = bare(written) if len(written) <= MOST_BYTES else written
            if shown != written:
                file.content_bytes = shown


def labels(nav: Any) -> dict[str, str]:  # noqa: ANN401 - whatever stands under `nav` in mkdocs.yml
    """Return the names that ``nav`` gives to files."""
    return dict(_labels(nav))


def named(nav: Any) -> Iterator[str]:  # noqa: ANN401 - whatever stands under `nav` in mkdocs.yml
    """Yield the files that ``nav`` names, with a label or without."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for item in nav if isinstance(nav, list) else nav.values():
            yield from named(item)


def _labels(nav: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as above
    if isinstance(nav, list):
        for item in nav:
            yield from _labels(item)
    elif isinstance(nav, dict):
        for name, target in nav.items():
            if isinstance(target, str):
                yield target, str(name)
            else:
                yield from _labels(target)


def add_pages(files: Files, pages: Iterable[publication.Page], config: MkDocsConfig, claims: Claims) -> None:
    """Add the composed pages. An ``index.md`` of the project's own stays the front page (see ``front``)."""
    names, in_nav = labels(config.nav), frozenset(named(config.nav))
    for page in pages:
        path = source_path(page.address)
        if page.address == FRONT and path in files.src_uris:
            continue
        file = generated_file(page, config)
        ComposedPage(
            page, theme_values(page), file, config, label=names.get(path, ""), is_in_nav=not in_nav or path in in_nav
        )
        claims.claim(file.dest_uri, source_name(page))
        files.append(file)


def add_files(
    files: Files, published: Iterable[publication.File], folder: Folder, config: MkDocsConfig, claims: Claims
) -> None:
    """Add the files of the Publication; those at the root give way to files of the site's own."""
    for each in published:
        known = files.get_file_from_path(each.path)
        if each.path in (WORKER, MANIFEST) and known is not None and known.src_dir == config.docs_dir:
            continue
        claims.claim(each.path, each.path)
        if known is not None:
            files.remove(known)
        files.append(PublishedFile(each, folder, config))
