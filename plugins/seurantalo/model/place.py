"""Places: municipalities and the venues in them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from seurantalo.frozen import dataclass
from seurantalo.model.parts import Contact, Image, Period
from seurantalo.model.record import Kind, Link, Record
from seurantalo.model.text import Text


class VenueKind(StrEnum):
    """What sort of place a venue is."""

    CHURCH = "church"
    FIRE_STATION = "fire-station"
    HALL = "hall"
    HOTEL = "hotel"
    LIBRARY = "library"
    MARKET_SQUARE = "market-square"
    MUSEUM = "museum"
    OTHER = "other"
    OUTDOOR = "outdoor"
    SCHOOL = "school"
    SPORTS = "sports"
    THEATRE = "theatre"
    TOWN_HALL = "town-hall"
    VILLAGE_HOUSE = "village-house"
    YOUTH_CENTRE = "youth-centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality(Record):
    """A municipality. ``locative`` is the inner or outer place form that Finnish needs: Vimpelissä."""

    KIND: ClassVar[Kind] = Kind.MUNICIPALITY
    LINKS: ClassVar[tuple[Link, ...]] = (Link("neighbours", Kind.MUNICIPALITY),)

    name: Text
    locative: Text
    code: str = ""
    """Three digits of the national classification of municipalities."""
    population: int | None = None
    languages: tuple[str, ...] = ("fi",)
    contacts: tuple[Contact, ...] = ()
    school_breaks: tuple[Period, ...] = ()
    region: str = ""
    neighbours: tuple[str, ...] = ()
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room that can be used on its own; ``id`` is unique in its venue."""

    id: str
    name: Text
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates:
    """WGS 84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Record):
    """A place where events are held. ``setup_margin`` is in minutes; None: the site's default."""

    KIND: ClassVar[Kind] = Kind.VENUE
    LINKS: ClassVar[tuple[Link, ...]] = (
        Link("municipality", Kind.MUNICIPALITY, many=False),
        Link("owner", Kind.ORGANISATION, many=False),
    )

    name: Text
    venue_kind: VenueKind = VenueKind.OTHER
    address: str = ""
    coordinates: Coordinates | None = None
    capacity: int | None = None
    accessibility: Text | None = None
    rooms: tuple[Room, ...] = ()
    private: bool = False
    """Not open to bookings by others."""
    setup_margin: int | None = None
    municipality: str
    owner: str | None = None
    image: Image | None = None
    text: Text | None = None
