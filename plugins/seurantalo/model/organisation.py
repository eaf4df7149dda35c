"""Organisations: who arranges, owns, funds and does."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from seurantalo.frozen import dataclass
from seurantalo.model.parts import Contact, Image, Period, WebLink
from seurantalo.model.record import Kind, Link, Record
from seurantalo.model.text import Text


class OrganisationType(StrEnum):
    """What sort of organisation it is."""

    ASSOCIATION = "association"
    COMPANY = "company"
    FUNDER = "funder"
    MEDIA = "media"
    MUNICIPAL_UNIT = "municipal-unit"
    MUNICIPALITY = "municipality"
    NETWORK = "network"
    PARISH = "parish"
    PARTY = "party"
    PROJECT = "project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """An association, a municipality's office, a company, a project ... (schema.org/Organization)."""

    KIND: ClassVar[Kind] = Kind.ORGANISATION
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("municipality", Kind.MUNICIPALITY, many=False),
        Link("member_of", Kind.ORGANISATION),
        Link("part_of", Kind.ORGANISATION, many=False),
        Link("themes", Kind.THEME),
    )

    name: Text
    organisation_type: OrganisationType
    founded: int | None = None
    """A year."""
    active: Period | None = None
    contact: Contact | None = None
    links: tuple[WebLink, ...] = ()
    themes: tuple[str, ...] = ()
    municipality: str | None = None
    """None for one that works in a whole region; ``region`` then says which."""
    region: str = ""
    member_of: tuple[str, ...] = ()
    part_of: str | None = None
    image: Image | None = None
    text: Text | None = None
