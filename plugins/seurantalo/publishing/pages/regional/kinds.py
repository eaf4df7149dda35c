"""The kind of page of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CHANNELS
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.pages.regional.page import BELOW, regional_pages
from seurantalo.publishing.parts import OF_EVENTS, Part

KINDS: Final = (
    PageKind(
        "regional-report",
        CHANNELS,
        regional_pages,
        below=BELOW,
        reads={Kind.CHANNEL, Part.WRITTEN, *OF_EVENTS},
        order=278,
        is_traced=True,
        styles=("channels.css",),
    ),
)
