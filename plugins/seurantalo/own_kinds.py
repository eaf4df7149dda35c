"""Kinds of pages and files that a site brings itself: installed packages name them as entry points.

The groups are ``seurantalo.pages``, where an entry point names a :class:`PageKind`, and ``seurantalo.feeds``, where
it names a :class:`FileKind`. One that can't be loaded ends the run: a page that is silently missing is found by
readers. In the package's ``pyproject.toml``::

    [project.entry-points."seurantalo.pages"]
    choirs = "choirs:PAGE"
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Final, TypeVar

from seurantalo.publishing import FileKind, PageKind

__all__ = ["FEEDS", "PAGES", "OwnKindError", "own_feeds", "own_pages"]

PAGES: Final = "seurantalo.pages"
FEEDS: Final = "seurantalo.feeds"

_Kind = TypeVar("_Kind", PageKind, FileKind)


class OwnKindError(Exception):
    """An entry point that is no kind of page or file; the text says which and why, in English.

    >>> from importlib.metadata import EntryPoint
    >>> from unittest.mock import patch
    >>> with patch("seurantalo.own_kinds.entry_points", return_value=[EntryPoint("choirs", "choirs:PAGE", PAGES)]):
    ...     own_pages()
    Traceback (most recent call last):
    seurantalo.own_kinds.OwnKindError: The entry point “choirs” of seurantalo.pages (choirs:PAGE) can't be loaded: ...
    """


def own_pages() -> tuple[PageKind, ...]:
    """Return the kinds of pages of installed packages, by entry point; raise OwnKindError for one that is none.

    >>> from importlib.metadata import EntryPoint
    >>> from unittest.mock import patch
    >>> named = EntryPoint("months", "seurantalo.publishing.pages.calendar.kinds:MONTHS", PAGES)
    >>> with patch("seurantalo.own_kinds.entry_points", return_value=[named]):
    ...     [(kind.name, kind.folder) for kind in own_pages()]
    [('month', 'kalenteri/')]
    """
    return _kinds(PAGES, PageKind)


def own_feeds() -> tuple[FileKind, ...]:
    """Return the kinds of files of installed packages, by entry point; raise OwnKindError for one that is none.

    >>> from importlib.metadata import EntryPoint
    >>> from unittest.mock import patch
    >>> named = EntryPoint("news", "seurantalo.publishing.feeds.kinds:NEWS_FILES", FEEDS)
    >>> with patch("seurantalo.own_kinds.entry_points", return_value=[named]):
    ...     [kind.folders for kind in own_feeds()]
    [('syotteet/',)]
    """
    return _kinds(FEEDS, FileKind)


def _kinds(group: str, wanted: type[_Kind]) -> tuple[_Kind, ...]:
    found = []
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        name = f"The entry point “{point.name}” of {group} ({point.value})"
        try:
            loaded = point.load()
        except Exception as error:  # whatever somebody's module does when it is imported
            raise OwnKindError(f"{name} can't be loaded: {error}") from error
        if not isinstance(loaded, wanted):
            raise OwnKindError(f"{name} is no {wanted.__name__}.")
        found.append(loaded)
    return tuple(found)
