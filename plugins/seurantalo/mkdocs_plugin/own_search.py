"""The site's own search in a build: what it knows of every page, of whichever kind, and the files it is done in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup
from mkdocs.structure.pages import Page as HostPage

from seurantalo.earlier_build import EarlierBuild
from seurantalo.kept_json import read_kept, write_kept
from seurantalo.mkdocs_plugin.bulk import Remembering
from seurantalo.mkdocs_plugin.composing import today
from seurantalo.model.settings import Settings
from seurantalo.publishing.publication import File, Page
from seurantalo.publishing.search import Entry, index_files, is_searched, ordinary_entry, page_entry
from seurantalo.publishing.search.entry import Group, Terms
from seurantalo.publishing.search.standing import MOST, Standing
from seurantalo.publishing.traces.recorder import Traces
from seurantalo.search_apart import SearchApart

#: By their numbers: to ask the enumeration for ten thousands of them takes as long as to make the entries.
_GROUPS: Final = tuple(Group)
_values: Final = attrgetter(*(one.name for one in fields(Entry)))


class OwnSearch:
    """Gathers what the search knows, and makes its files."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._ordinary: dict[str, Entry] = {}
        self._earlier: EarlierBuild | None = None
        self._apart: SearchApart | None = None

    def remembering(self, traces: Traces, earlier: EarlierBuild) -> Remembering:
        """Return how entries are kept; what is known of the words is kept beside them."""
        self._earlier = earlier
        return Remembering(traces, earlier, self.packed, self.unpacked)

    def entry(self, page: Page) -> Entry | None:
        """Return what the search knows of a page of ours; None where it is none that people look for."""
        return page_entry(page, self._settings.language) if is_searched(page) else None

    def set_apart(self) -> None:
        """Have another process make the files: of very many pages, of which nothing is kept for a later build."""
        if self._earlier is None:
            self._apart = SearchApart()

    def to_hold(self, entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
        """Return what is to be held in memory of what is known of pages, until all of them are there."""
        if self._apart is None:
            return entries
        self._apart.add(entries.values())
        return {}

    @staticmethod
    def packed(entry: Entry) -> list[Any]:
        """Return an entry as JSON has it."""
        address, title, group, terms, *rest = _values(entry)
        return [address, title, group, (terms if isinstance(terms, Terms) else Terms.of(terms)).words, *rest]

    @staticmethod
    def unpacked(told: list[Any]) -> Entry:
        """Return an entry from its JSON."""
        address, title, group, words, *rest = told
        return Entry(address, title, _GROUPS[group], Terms(tuple(words)), *rest)

    def take(self, page: HostPage, html: str) -> None:
        """Remember an ordinary page of the site, unless it asks to be left out as the theme's search has it."""
        if not (page.meta.get("search") or {}).get("exclude"):
            address = page.url.removeprefix("./")
            title = Markup(page.title or "").striptags()  # noqa: S704 - nobody shows it as HTML
            description = str(page.meta.get("description") or "")
            self._ordinary[address] = ordinary_entry(address, title, description, html, self._settings.language)

    def entries(self, pages: Iterable[Page], bulk: Iterable[Entry]) -> list[Entry]:
        """Return what the search knows of the composed pages, those of thousands and the ordinary ones."""
        made = (*map(self.entry, pages), *bulk, *self._ordinary.values())
        return [entry for entry in made if entry is not None]

    def files(self, entries: Iterable[Entry]) -> Iterator[File]:
        """Return the search's files; of several entries of one address the last counts."""
        apart, self._apart = self._apart, None
        if apart is not None:
            apart.add(entries)
            yield from apart.files(self._settings.language, today(self._settings))
            return
        known = {entry.address: entry for entry in entries}
        standing = self._standing()
        was = standing.addresses, standing.lists, standing.aliases
        yield from index_files(known.values(), self._settings.language, today(self._settings), standing)
        is_new = (standing.addresses, standing.lists, standing.aliases) != was
        if self._earlier and is_new and len(known) <= MOST:
            with suppress(OSError):
                write_kept(_store(self._earlier), {"ground": self._earlier.ground, "standing": standing})

    def _standing(self) -> Standing:
        """Return what an earlier build on the same ground has known of the words."""
        if self._earlier:
            with suppress(OSError, ValueError, KeyError, TypeError):
                told = read_kept(_store(self._earlier))
                if told["ground"] == self._earlier.ground:
                    return Standing(**told["standing"])
        return Standing()


def _store(earlier: EarlierBuild) -> Path:
    return earlier.store.with_suffix(".search")
