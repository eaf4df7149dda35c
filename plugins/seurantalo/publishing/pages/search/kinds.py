"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.publishing.addresses import SEARCH
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.pages.search.page import search_pages

KINDS: Final = (PageKind("search", SEARCH, search_pages, reads=frozenset(), order=305, is_traced=True),)
