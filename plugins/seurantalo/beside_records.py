"""What is in a project besides records: the theme, loose files, and what the site makes of itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from seurantalo.model.problem import Problem
from seurantalo.model.settings import Settings
from seurantalo.own_kinds import OwnKindError, own_feeds, own_pages
from seurantalo.publishing.claimed import reserved_place
from seurantalo.publishing.publication import Site
from seurantalo.publishing.site import FILE_KINDS, PAGE_KINDS
from seurantalo.reading.pages.loose_files import check_loose_files
from seurantalo.reading.pages.theme_language import check_theme_language

__all__ = ["below_docs", "beside_problems", "made_folders"]


def made_folders() -> frozenset[str]:
    """Return the folders of the site in which it has pages and files of its own making.

    >>> sorted(made_folders())[:2]
    ['', 'api/']
    """
    pages, files = list(PAGE_KINDS), list(FILE_KINDS)
    with suppress(OwnKindError):  # what is wrong with a package is told when the site is made
        pages += own_pages()
        files += own_feeds()
    return frozenset([*(kind.folder for kind in pages), *(folder for kind in files for folder in kind.folders)])


def below_docs(root: Path, docs: Path, loose: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the path of each loose file relative to the project, and to ``docs``.

    >>> list(below_docs(Path("alue"), Path("alue/content"), ["content/kuvat/talo.png"]))
    [('content/kuvat/talo.png', 'kuvat/talo.png')]
    """
    above = f"{os.path.relpath(docs, root).replace(os.sep, '/')}/"
    return ((path, path.removeprefix(above)) for path in loose)


def beside_problems(
    root: Path, docs: Path, loose: Iterable[str], settings: Settings, site: Site, own_language: str = ""
) -> Iterator[Problem]:
    """Yield what is wrong with loose files and where they stand, and with the language of the theme.

    ``own_language`` is that of the site, where the settings ask for answers in another.

    >>> places = Path("alue"), Path("alue/content"), ["content/ical/kaikki.ics"]
    >>> [problem.code for problem in beside_problems(*places, settings, site)]
    ['address-reserved']
    """
    loose = tuple(loose)
    yield from check_loose_files(root, loose, site.own_code)
    yield from check_theme_language(root, own_language or settings.language)
    languages = tuple(f"{code}/" for code in settings.other_languages)
    for path, below in below_docs(root, docs, loose):
        place = reserved_place(below) or next((one for one in languages if below.casefold().startswith(one)), "")
        if place:
            yield Problem("address-reserved", path, values=(("found", place),))
