"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import DESK, FRONT, OPEN_DATA
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.site.desk import desk_page
from seurantalo.publishing.pages.site.fields import FIELDS, fields_page
from seurantalo.publishing.pages.site.front_page import front_page
from seurantalo.publishing.pages.site.open_data import open_data_page
from seurantalo.publishing.parts import OF_EVENTS, Part

KINDS: Final = (
    PageKind(
        "front",
        FRONT,
        alone(front_page),
        reads={Kind.MUNICIPALITY, Kind.PRACTICE, Part.CLASHES, Part.DATES, Part.NAMES},
        order=10,
        is_traced=True,
        styles=("front.css",),
    ),
    PageKind(
        "desk",
        DESK,
        alone(desk_page),
        reads={
            Kind.CHANNEL,
            Kind.IDEA,
            Kind.PRACTICE,
            Kind.QUESTION,
            Part.ANNOUNCING,
            Part.CLASHES,
            Part.LINKS,
            *OF_EVENTS,
        },
        order=270,
        is_traced=True,
        styles=("desk.css",),
    ),
    PageKind(
        "open-data", OPEN_DATA, alone(open_data_page), reads={Kind.CHANNEL, *OF_EVENTS}, order=290, is_traced=True
    ),
    PageKind("fields", FIELDS, alone(fields_page), reads=frozenset(), order=300, is_traced=True),
)
