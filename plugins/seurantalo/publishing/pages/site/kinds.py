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
from seurantalo.publishing.parts import Part

KINDS: Final = (
    PageKind(
        name="front",
        folder=FRONT,
        pages=alone(front_page),
        reads={Kind.MUNICIPALITY, Kind.PRACTICE, Part.CLASHES, Part.DATES, Part.NAMES},
        order=10,
    ),
    PageKind(
        name="desk",
        folder=DESK,
        pages=alone(desk_page),
        reads={
            Kind.CHANNEL,
            Kind.EVENT,
            Kind.IDEA,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.PRACTICE,
            Kind.QUESTION,
            Part.CLASHES,
            Part.DATES,
            Part.LINKS,
            Part.NAMES,
        },
        order=270,
    ),
    PageKind(
        name="open-data",
        folder=OPEN_DATA,
        pages=alone(open_data_page),
        reads={
            Kind.AUDIENCE,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.THEME,
            Kind.VENUE,
            Part.DATES,
            Part.NAMES,
        },
        order=290,
    ),
    PageKind(name="fields", folder=FIELDS, pages=alone(fields_page), reads=frozenset(), order=300),
)
