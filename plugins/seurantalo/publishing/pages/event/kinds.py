"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.pages.event.page import event_pages
from seurantalo.publishing.parts import Part

KINDS: Final = (
    PageKind(
        name="event",
        folder=EVENTS,
        pages=event_pages,
        reads={
            Kind.AUDIENCE,
            Kind.CHANNEL,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.PROCESS,
            Kind.SOURCE,
            Kind.VENUE,
            Part.CLASHES,
            Part.DATES,
            Part.LINKS,
            Part.MENTIONS,
            Part.NAMES,
        },
        order=480,
        bulk=True,
    ),
)
