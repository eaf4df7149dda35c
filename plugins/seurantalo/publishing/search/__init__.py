"""The site's own search: from pages to the files that ``pages/search/search.js`` looks things up in."""

from __future__ import annotations

from seurantalo.publishing.search.entry import Entry, page_entry
from seurantalo.publishing.search.index import index_files

__all__ = ["Entry", "index_files", "page_entry"]
