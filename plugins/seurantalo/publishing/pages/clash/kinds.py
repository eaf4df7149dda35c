"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CLASHES
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.clash.page import clash_month_pages, clashes_page
from seurantalo.publishing.parts import OF_FREE_DAYS, Part

_OF_CLASHES: Final = {Kind.ORGANISATION, Part.CLASHES, *OF_FREE_DAYS}

KINDS: Final = (
    PageKind("clash-index", CLASHES, alone(clashes_page), reads=_OF_CLASHES, order=30, is_traced=True),
    PageKind("clashes", CLASHES, clash_month_pages, reads=_OF_CLASHES, order=400, bulk=True, is_traced=True),
)
