"""Which source makes which file of the site: two sources of one address are a mistake that names both."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from seurantalo.language.catalogue import Language
from seurantalo.publishing.publication import Page

#: What a source is called, or a function of the path that finds out: of thousands, only two in conflict need a name.
Source = str | Callable[[str], str]


class Claims:
    """The files of the site by path, each with the source that makes it."""

    def __init__(self, words: Language) -> None:
        self._words = words
        self._sources: dict[str, Source] = {}

    def claim_files(self, files: Files, config: MkDocsConfig) -> None:
        """Enter what MkDocs makes of its own files. The theme's are left out: they give way to any other."""
        theme = set(config.theme.dirs)
        for file in files:
            if file.inclusion.is_included() and file.src_dir not in theme:
                self._sources[file.dest_uri] = file.src_uri

    def claim(self, path: str, source: Source) -> None:
        """Enter one file; raise PluginError where another source makes it already."""
        # Not setdefault(path, source) is source: the same file twice is a mistake as well.
        if path in self._sources:
            raise PluginError(
                self._words.say(
                    "Two sources make one address, {address}: {first} and {second}. Rename one of them.",
                    address=path.removesuffix("index.html") or "/",
                    first=_name(self._sources[path], path),
                    second=_name(source, path),
                )
            )
        self._sources[path] = source

    def let_go(self) -> None:
        """Forget all of them: no file comes any more."""
        self._sources.clear()


def _name(source: Source, path: str) -> str:
    return source if isinstance(source, str) else source(path)


def source_name(page: Page) -> str:
    """Return what a page is called in a message: its record's file, or its title in quotation marks."""
    return page.source or f"”{page.title}”"
