"""The site's own search in a build: what it knows of every page, of whichever kind, and the files it is done in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final

from mkdocs.structure.pages import Page as HostPage

from seurantalo.mkdocs_plugin.composing import today
from seurantalo.mkdocs_plugin.search import words_of_body
from seurantalo.model.settings import Settings
from seurantalo.publishing.addresses import CALENDAR
from seurantalo.publishing.publication import File, Heading, Page
from seurantalo.publishing.search import Entry, index_files, page_entry

_HEADING: Final = re.compile(r"<h[23][^>]*>(.*?)</h[23]>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


class OwnSearch:
    """Gathers what the search knows, and makes its files."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._ordinary: dict[str, Entry] = {}

    def entry(self, page: Page) -> Entry:
        """Return what the search knows of a page of ours."""
        return page_entry(page, "" if page.words else words_of_body(page.body), self._settings.language)

    def take(self, page: HostPage, html: str) -> None:
        """Remember an ordinary page of the site, unless it asks to be left out as the theme's search has it."""
        if not (page.meta.get("search") or {}).get("exclude"):
            headings = tuple(Heading("", unescape(_TAG.sub("", one))) for one in _HEADING.findall(html))
            known = Page(
                address=page.url.removeprefix("./"),
                title=unescape(_TAG.sub("", str(page.title or ""))),
                body="",
                description=str(page.meta.get("description") or ""),
                headings=headings,
            )
            self._ordinary[known.address] = page_entry(known, words_of_body(html), self._settings.language)

    def files(self, pages: Iterable[Page], bulk: Iterable[Entry]) -> Iterator[File]:
        """Return the search's files over the composed pages, those of thousands and the ordinary ones."""
        # Nobody looks for the words of a month's page; but a month by its name.
        composed = [self.entry(page) for page in pages if page.searchable or page.address.startswith(CALENDAR)]
        known = {entry.address: entry for entry in (*composed, *bulk, *self._ordinary.values())}
        return index_files(known.values(), self._settings.language, today(self._settings))
