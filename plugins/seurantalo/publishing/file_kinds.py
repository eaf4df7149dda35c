"""Kinds of files that are no pages: calendar feeds, news, open data, contacts.

They are listed where they are made (``FILES`` in a ``kinds.py``). A site may add its own: a package names a
:class:`FileKind` as an entry point of the group ``seurantalo.feeds``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import KW_ONLY
from functools import partial

from seurantalo.frozen import dataclass
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.parts import Parts, Readable
from seurantalo.publishing.publication import BulkFiles, File, Files
from seurantalo.publishing.traces.recorder import EVERYTHING


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
    is_traced: bool = False
    """What of events each file was made of is known from what was read meanwhile; see ``PageKind.is_traced``."""
    with_composed: bool = False
    """What takes long in it the composed pages look up too; see ``PageKind.with_composed``."""

    def make(self, language: str, parts: Parts) -> Files | Iterable[File]:
        """Return all files of the kind in a language."""
        ctx = in_language(parts, language)
        if ctx.recorder is None:
            return self.files(ctx)
        made = ctx.once(self.files)
        if not isinstance(made, Files):
            ctx.recorder.note_all(EVERYTHING)
            return made
        note = ctx.recorder.note_all

        def make(path: str) -> bytes:
            if not self.is_traced:
                note(EVERYTHING)
            files = ctx.once(self.files)
            return files.make(path) if isinstance(files, Files) else b""

        return Files(made.paths, make)

    def bulk_files(self, language: str, parts: Parts) -> BulkFiles:
        """Return the files, to be made when asked for."""
        make = partial(self.make, language, parts)
        return BulkFiles(kind=self.name, folders=self.folders, make=make, with_composed=self.with_composed)
