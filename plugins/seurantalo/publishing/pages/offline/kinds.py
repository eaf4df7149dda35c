"""The kinds of pages and files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import OFFLINE
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.pages.offline.lists import offline_lists
from seurantalo.publishing.pages.offline.page import offline_pages
from seurantalo.publishing.parts import Part

KINDS: Final = (
    PageKind("offline", OFFLINE, offline_pages, reads={Kind.MUNICIPALITY, Part.NAMES}, order=286, is_traced=True),
)

FILES: Final = (FileKind("offline-lists", (OFFLINE,), offline_lists, reads=frozenset()),)
