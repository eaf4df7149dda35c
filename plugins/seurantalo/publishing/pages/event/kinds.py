"""The kinds of pages and files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import EVENTS, PROPOSE
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.pages.event.former import former_pages
from seurantalo.publishing.pages.event.page import event_pages
from seurantalo.publishing.pages.event.source import source_files
from seurantalo.publishing.parts import OF_FREE_DAYS, OF_RECORD, Part

KINDS: Final = (
    PageKind(
        "event",
        EVENTS,
        event_pages,
        reads={
            Kind.CHANNEL,
            Kind.ORGANISATION,
            Kind.PROCESS,
            Kind.SOURCE,
            Part.ANNOUNCING,
            Part.CLASHES,
            *OF_FREE_DAYS,
            *OF_RECORD,
        },
        order=480,
        bulk=True,
        is_traced=True,
    ),
)

FILES: Final = (
    FileKind("former-addresses", (EVENTS,), former_pages, reads={Kind.EVENT}),
    FileKind("event-sources", (PROPOSE,), source_files, reads={Kind.EVENT, Part.DATES, Part.WRITTEN}, is_traced=True),
)
