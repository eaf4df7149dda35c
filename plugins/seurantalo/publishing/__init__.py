"""Community to Publication: pages, feeds and files. Nothing is written to disk here."""

from __future__ import annotations

from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.parts import Part, Parts
from seurantalo.publishing.site import publish

__all__ = ["FileKind", "PageKind", "Part", "Parts", "publish"]
