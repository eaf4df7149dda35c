"""Kinds of files that are no pages: calendar feeds, news, open data, contacts.

They are listed where they are made (``FILES`` in a ``kinds.py``). A site may add its own: a package names a
:class:`FileKind` as an entry point of the group ``seurantalo.feeds``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import KW_ONLY, dataclass
from functools import partial

from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.parts import Parts, Readable
from seurantalo.publishing.publication import BulkFiles, File, Files


@dataclass(frozen=True, slots=True, eq=False)
class FileKind:
    """A kind of file.

    >>> from seurantalo.publishing.feeds.kinds import NEWS_FILES
    >>> NEWS_FILES.folders
    ('syotteet/',)
    """

    name: str
    """Unique among all kinds of files."""
    folders: tuple[str, ...]
    """The top folders in the site below which all of its files stand: ``ical/``."""
    files: Callable[[PageContext], Files | Iterable[File]]
    """Says which files there are and how one is made; or yields all, in the order of their paths."""
    _: KW_ONLY
    reads: AbstractSet[Readable]
    """What of a site the files are made of. To read anything else is an error (see ``parts``)."""

    def make(self, language: str, parts: Parts) -> Files | Iterable[File]:
        """Return all files of the kind in a language."""
        return self.files(in_language(parts, language))

    def bulk_files(self, language: str, parts: Parts) -> BulkFiles:
        """Return the files, to be made when asked for."""
        return BulkFiles(kind=self.name, folders=self.folders, make=partial(self.make, language, parts))
