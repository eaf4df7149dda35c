"""Kinds of pages and files that a site brings itself: installed packages name them as entry points.

The groups are ``seurantalo.pages``, where an entry point names a :class:`PageKind`, and ``seurantalo.feeds``, where
it names a :class:`FileKind`. One that can't be loaded, fails, or does another thing than it says ends the run: a page
that is silently missing is found by readers. In the package's ``pyproject.toml``::

    [project.entry-points."seurantalo.pages"]
    choirs = "choirs:PAGE"
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final, TypeVar

from seurantalo.folder import is_inside
from seurantalo.installed import entry_points
from seurantalo.publishing import FileKind, PageKind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import UndeclaredError
from seurantalo.publishing.publication import File, Page, Pages
from seurantalo.publishing.site import FILE_KINDS, PAGE_KINDS

__all__ = ["FEEDS", "PAGES", "OwnKindError", "own_feeds", "own_pages"]

PAGES: Final = "seurantalo.pages"
FEEDS: Final = "seurantalo.feeds"

_Kind = TypeVar("_Kind", PageKind, FileKind)


class OwnKindError(Exception):
    """An entry point that is no kind of page or file, or fails; the text says which and why, in English.

    >>> from importlib.metadata import EntryPoint
    >>> from unittest.mock import patch
    >>> with patch("seurantalo.own_kinds.entry_points", return_value=[EntryPoint("choirs", "choirs:PAGE", PAGES)]):
    ...     own_pages()
    Traceback (most recent call last):
    seurantalo.own_kinds.OwnKindError: The entry point “choirs” of seurantalo.pages (choirs:PAGE) can't be loaded: ...
    """


def own_pages() -> tuple[PageKind, ...]:
    """Return the kinds of pages of installed packages, by entry point; raise OwnKindError for one that is none.

    What they make is looked at as it is made: a page that is none, or stands elsewhere, is such an error too.

    >>> from importlib.metadata import EntryPoint
    >>> from unittest.mock import patch
    >>> named = EntryPoint("months", "seurantalo.publishing.pages.calendar.kinds:MONTHS", PAGES)
    >>> with patch("seurantalo.own_kinds.entry_points", return_value=[named]):
    ...     own_pages()
    Traceback (most recent call last):
    seurantalo.own_kinds.OwnKindError: The entry point “months” of ... has the name of another kind: “month”.
    """
    found = _kinds(PAGES, PageKind, {kind.name for kind in PAGE_KINDS})
    return tuple(_held_pages(kind, name) for name, kind in found)


def own_feeds() -> tuple[FileKind, ...]:
    """Return the kinds of files of installed packages, by entry point; raise OwnKindError for one that is none.

    What they make is looked at as it is made: a file outside its folders is such an error too.

    >>> from importlib.metadata import EntryPoint
    >>> from unittest.mock import patch
    >>> named = EntryPoint("week", "seurantalo.publishing.feeds.kinds:WEEK", FEEDS)
    >>> with patch("seurantalo.own_kinds.entry_points", return_value=[named]):
    ...     own_feeds()
    Traceback (most recent call last):
    seurantalo.own_kinds.OwnKindError: The entry point “week” of seurantalo.feeds ... can't be loaded: ...
    """
    found = _kinds(FEEDS, FileKind, {kind.name for kind in FILE_KINDS})
    return tuple(_held_files(kind, name) for name, kind in found)


def _kinds(group: str, wanted: type[_Kind], ours: Collection[str]) -> Iterator[tuple[str, _Kind]]:
    """Yield the kinds with what they are called in a message."""
    taken = set(ours)
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        name = f"The entry point “{point.name}” of {group} ({point.value})"
        try:
            loaded = point.load()
        except Exception as error:  # whatever somebody's module does when it is imported
            raise OwnKindError(f"{name} can't be loaded: {error}") from error
        if not isinstance(loaded, wanted):
            raise OwnKindError(f"{name} is no {wanted.__name__}.")
        if loaded.name in taken:
            raise OwnKindError(f"{name} has the name of another kind: “{loaded.name}”.")
        taken.add(loaded.name)
        yield name, loaded


def _held_pages(kind: PageKind, name: str) -> PageKind:
    _hold_folder(name, kind.folder)

    def pages(ctx: PageContext) -> Pages:
        with _told(name):
            made = kind.pages(ctx)
            ids = tuple(made.names)

        def make(one: str) -> Page:
            with _told(name):
                page: Any = made.make(one)
            if not isinstance(page, Page):
                raise OwnKindError(f"{name} makes no Page of “{one}”, but {type(page).__name__}.")
            if page.address != kind.address(one) or not is_inside(f"{page.address}index.html"):
                raise OwnKindError(f"{name} makes a page at “{page.address}” and not at “{kind.address(one)}”.")
            return page

        return Pages(ids, make)

    return replace(kind, pages=pages)


def _held_files(kind: FileKind, name: str) -> FileKind:
    if not isinstance(kind.folders, tuple):
        raise OwnKindError(f"{name} has folders that are no tuple.")
    for folder in kind.folders:
        _hold_folder(name, folder or "/")

    def files(ctx: PageContext) -> Iterator[File]:
        paths: set[str] = set()
        with _told(name):
            made: Iterable[Any] = kind.files(ctx)
            for file in made:
                if not isinstance(file, File) or not isinstance(file.content, bytes):
                    raise OwnKindError(f"{name} makes what is no File of bytes.")
                if not file.path.startswith(kind.folders) or not is_inside(file.path):
                    raise OwnKindError(f"{name} makes “{file.path}”, which is not below {', '.join(kind.folders)}.")
                if file.path in paths:
                    raise OwnKindError(f"{name} makes “{file.path}” twice.")
                paths.add(file.path)
                yield file

    return replace(kind, files=files)


def _hold_folder(name: str, folder: str) -> None:
    if folder and not (folder.endswith("/") and is_inside(folder)):
        raise OwnKindError(f"{name} has a folder that is none in the site: “{folder}”; it is written “kuorot/”.")


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Name the entry point in what is said of a failure inside."""
    try:
        yield
    except OwnKindError:
        raise
    except UndeclaredError as error:
        raise OwnKindError(f"{name} reads “{error.part}” and does not declare it in `reads`.") from error
    except Exception as error:  # whatever somebody's function does
        raise OwnKindError(f"{name} fails: {type(error).__name__}: {error}") from error
