"""The fields of venues and municipalities."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields import names
from seurantalo.model.fields.field import (
    OpenData,
    Part,
    Shape,
    choice,
    field,
    line,
    named,
    number,
    part,
    period,
    prose,
    ref,
    sentences,
    text,
    yes,
)
from seurantalo.model.fields.parts import CONTACT, IMAGE
from seurantalo.model.place import Room, VenueKind
from seurantalo.model.record import Kind

ROOM: Final = Part(
    becomes=Room,
    fields=(
        field(named("id", fi="tunnus", sv="kod"), Shape.IDENTIFIER, "*", about="Unique in the venue."),
        text(names.NAME, "*", about="Its name."),
        number(names.CAPACITY, about="How many people it takes."),
    ),
    open_data=OpenData(
        about="A room that can be used on its own.", properties=("id", "name", "capacity"), always=("id", "name")
    ),
)

MUNICIPALITY: Final = (
    text(names.NAME, "*", about="Its name."),
    text(
        named("locative", fi="missä, paikallismuoto", sv="var, ortsform"),
        "*",
        about="The name in the form that says where: Vimpelissä.",
    ),
    line(
        named("code", fi="kuntanumero, tunnusnumero", sv="kommunnummer"),
        maximum=3,
        about="Its number in the national classification.",
    ),
    number(named("population", fi="asukkaita, asukasluku", sv="invånare"), about="Inhabitants."),
    line(
        named("languages", fi="kielet", sv="språk"),
        "[]",
        maximum=3,
        says="a language: fi, sv, en",
        about="Language codes.",
    ),
    part(
        named("contacts", fi="yhteystiedot, yhteystieto", sv="kontakter, kontaktuppgifter"),
        CONTACT,
        "[]",
        about="Whom to ask.",
    ),
    period(named("school_breaks", fi="lomat, koululomat", sv="skollov, lov"), "[]", about="School holidays."),
    line(names.REGION, about="The region."),
    ref(
        named("neighbours", fi="naapurit, naapurikunnat", sv="grannar, grannkommuner"),
        Kind.MUNICIPALITY,
        "[]",
        about="Municipalities beside it.",
    ),
    prose(names.TEXT, about="About the municipality, Markdown."),
    yes(names.DEMO, about="Invented as an example."),
)

MUNICIPALITY_OPEN: Final = OpenData(
    schema="municipalities",
    about="A municipality.",
    properties=(
        "name",
        "locative",
        "code",
        "population",
        "languages",
        "region",
        "neighbours",
        "contacts",
        "school_breaks",
        "text",
    ),
    always=("id", "url", "name", "created", "modified"),
)

VENUE: Final = (
    text(names.NAME, "*", about="Its name."),
    choice(names.KIND, VenueKind, attribute="venue_kind", about="What sort of place it is."),
    line(named("address", fi="osoite", sv="adress"), about="Street, postal code and town."),
    field(named("coordinates", fi="koordinaatit", sv="koordinater"), Shape.COORDINATES),
    number(names.CAPACITY, about="How many people it takes."),
    sentences(names.ACCESSIBILITY, about="How one gets in and around."),
    part(
        named("rooms", fi="tilat, salit", sv="rum, salar"), ROOM, "[]", about="Rooms that can be used on their own."
    ),
    yes(named("private", fi="yksityinen", sv="privat"), about="Not open to bookings by others."),
    number(named("setup_margin", fi="järjestelyaika", sv="förberedelsetid"), maximum=1_440),
    ref(names.MUNICIPALITY, Kind.MUNICIPALITY, "*", about="Where it is."),
    ref(names.OWNER, Kind.ORGANISATION, about="The organisation that owns it."),
    part(names.IMAGE, IMAGE, about="A picture."),
    prose(names.TEXT, about="About the place, Markdown."),
    yes(names.DEMO, about="Invented as an example."),
)

VENUE_OPEN: Final = OpenData(
    schema="venues",
    about="A place where events are held.",
    properties=(
        "name",
        "kind",
        "address",
        "municipality",
        "latitude",
        "longitude",
        "capacity",
        "rooms",
        "owner",
        "private",
        "accessibility",
        "image",
        "text",
    ),
    always=("id", "url", "name", "kind", "municipality", "created", "modified"),
)
