"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CLASHES
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.clash.page import clash_month_pages, clashes_page
from seurantalo.publishing.parts import Part

KINDS: Final = (
    PageKind(
        name="clash-index",
        folder=CLASHES,
        pages=alone(clashes_page),
        reads={
            Kind.AUDIENCE,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.VENUE,
            Part.CLASHES,
            Part.DATES,
            Part.NAMES,
        },
        order=30,
    ),
    PageKind(
        name="clashes",
        folder=CLASHES,
        pages=clash_month_pages,
        reads={
            Kind.AUDIENCE,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.VENUE,
            Part.CLASHES,
            Part.DATES,
            Part.NAMES,
        },
        order=400,
        bulk=True,
    ),
)
