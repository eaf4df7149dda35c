"""The site's own search: from pages to the files that ``pages/search/search.js`` looks things up in."""

from __future__ import annotations

from seurantalo.publishing.search.body import headings_of_body, words_of_body
from seurantalo.publishing.search.entry import Entry, is_searched, ordinary_entry, page_entry
from seurantalo.publishing.search.index import index_files

__all__ = ["Entry", "headings_of_body", "index_files", "is_searched", "ordinary_entry", "page_entry", "words_of_body"]
