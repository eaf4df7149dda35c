"""What the open data says, as JSON Schema (2020-12), published beside it; the page of open data is made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import orjson

from seurantalo.model.event import Counted, EventStatus, Format, Weight
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.place import VenueKind
from seurantalo.model.practice import PracticeKind, PracticeStage
from seurantalo.publishing.addresses import API
from seurantalo.publishing.api.schema_parts import (
    SHARED,
    choice,
    id_of,
    ids,
    number,
    object_of,
    ref,
    string,
    text,
    texts,
    yes,
)
from seurantalo.publishing.api.values import Json
from seurantalo.publishing.publication import File

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

_COMMON: Final[Json] = {
    "id": id_of("The permanent id, unique among records of one kind."),
    "url": ref("url", "The record's page."),
    "demo": yes("Invented as an example."),
    "created": string("When the file was made (UTC).", format="date-time"),
    "modified": string(
        "When the file last changed (UTC): the last revision, never the time of the build.", format="date-time"
    ),
}

#: Name of a schema -> what a record of it is, its properties, and those that every record has.
RECORDS: Final[Mapping[str, tuple[str, Json, tuple[str, ...]]]] = {
    "events": (
        "An event as its file says it. The dates of a repeating one are in the files of dates.",
        {
            **_COMMON,
            "external": ref("external", "Where it was fetched from. Left out for what was written here."),
            "uid": string("The UID that the event has in every calendar feed (RFC 5545)."),
            "title": text("What it is called."),
            "status": choice(EventStatus, "tentative is a date that is only held; held means that it took place."),
            "weight": choice(Weight, "How much of the place's life it takes."),
            "format": choice(Format, "The form of the event."),
            "timezone": string("The zone of its times (IANA)."),
            "starts": ref("moment", "The start; of a repeating event the first. Left out while the date is open."),
            "ends": ref("moment", "The end; for whole days the last day. Left out where nobody has said."),
            "pending_month": string("The month of an event whose day is open.", pattern="^[0-9]{4}-[0-9]{2}$"),
            "planned_starts": ref("moment", "The first plan, of an event that has been moved."),
            "hold_until": string("How long the date is held.", format="date"),
            "repeats": string("The rule of repetition in wall time (RFC 5545, RRULE). Exceptions are in the dates."),
            "organisers": ids("The organisations that arrange it."),
            "municipality": id_of("Where it is."),
            "venue": id_of("The venue."),
            "room": string("The room of the venue."),
            "online": ref("url", "Where to take part online."),
            "audiences": ids("Whom it is for."),
            "themes": ids("What it is about."),
            "practices": ids("The good practices that it carries out."),
            "series": string("A name that events of one series share."),
            "part_of": id_of("The event that this is a part of."),
            "joint_with": ids("Events held together with this one."),
            "price": text("What it costs, in words."),
            "accessibility": text("How one gets in and takes part."),
            "description": text("The author's own words, Markdown."),
            "registration": object_of(
                {
                    "text": text("How to sign up."),
                    "url": ref("url", "Where to sign up."),
                    "until": ref("moment", "By when."),
                },
                description="How to sign up.",
            ),
            "image": object_of(
                {
                    "url": ref("url", "The picture."),
                    "alt": text("What it shows, in words."),
                    "credit": string("Who took it."),
                },
                "url",
                "alt",
                description="A picture.",
            ),
            "links": ref("links", "Pages elsewhere."),
            "contact": ref("contact", "Whom to ask."),
            "outcome": object_of(
                {
                    "summary": text("What came of it."),
                    "attendance": number("How many came."),
                    "counted": choice(Counted, "What the attendance counts."),
                    "findings": texts("What was found out."),
                },
                "summary",
                description="What came of an event that was held.",
            ),
            "calendar": ref("url", "The event's own calendar file."),
            "sequence": number("How often time, place or status have changed (RFC 5545, SEQUENCE)."),
        },
        ("id", "uid", "url", "title", "status", "timezone", "organisers", "municipality", "created", "modified"),
    ),
    "occurrences": (
        "One date of an event, in order of start.",
        {
            "event": id_of("The event."),
            "url": ref("url", "The event's page."),
            "demo": yes("The event is invented as an example."),
            "external": ref("external", "Where the event was fetched from. Left out for what was written here."),
            "title": text("What this date is called."),
            "starts": ref("moment", "The start."),
            "ends": ref("moment", "The end; for whole days the last day. Left out where nobody has said."),
            "status": choice(EventStatus, "The status of this date."),
            "municipality": id_of("Where it is."),
            "venue": id_of("The venue of this date."),
            "room": string("The room of this date."),
            "planned_starts": ref("moment", "The start that the rule gave, of a date that was moved."),
            "note": text("What is different on this date."),
        },
        ("event", "url", "title", "starts", "status", "municipality"),
    ),
    "organisations": (
        "An organisation: who arranges, owns, funds and does.",
        {
            **_COMMON,
            "name": text("Its name."),
            "type": choice(OrganisationType, "What sort of organisation it is."),
            "founded": number("The year."),
            "active": ref("period", "When it has been active."),
            "municipality": id_of("Its home. Left out where it works in a whole region."),
            "region": string("The region that it works in."),
            "part_of": id_of("The organisation that it is a part of."),
            "member_of": ids("Organisations that it is a member of."),
            "themes": ids("What it works on."),
            "contact": ref("contact", "Whom to ask."),
            "links": ref("links", "Pages elsewhere."),
            "text": text("What it says of itself, Markdown."),
        },
        ("id", "url", "name", "type", "created", "modified"),
    ),
    "venues": (
        "A place where events are held.",
        {
            **_COMMON,
            "name": text("Its name."),
            "kind": choice(VenueKind, "What sort of place it is."),
            "address": string("Street, postal code and town."),
            "municipality": id_of("Where it is."),
            "latitude": {"type": "number", "minimum": -90, "maximum": 90, "description": "WGS 84, degrees."},
            "longitude": {"type": "number", "minimum": -180, "maximum": 180, "description": "WGS 84, degrees."},
            "capacity": number("How many people it takes."),
            "rooms": {
                "type": "array",
                "items": object_of(
                    {
                        "id": string("Unique in the venue."),
                        "name": text("Its name."),
                        "capacity": number("How many people it takes."),
                    },
                    "id",
                    "name",
                    description="A room that can be used on its own.",
                ),
                "description": "Rooms that can be used on their own.",
            },
            "owner": id_of("The organisation that owns it."),
            "private": yes("Not open to bookings by others."),
            "accessibility": text("How one gets in and around."),
            "text": text("About the place, Markdown."),
        },
        ("id", "url", "name", "kind", "municipality", "created", "modified"),
    ),
    "municipalities": (
        "A municipality.",
        {
            **_COMMON,
            "name": text("Its name."),
            "locative": text("The name in the form that says where: Vimpelissä."),
            "code": string("Its number in the national classification.", pattern="^[0-9]{3}$"),
            "population": number("Inhabitants."),
            "languages": {"type": "array", "items": {"type": "string"}, "description": "Language codes."},
            "region": string("The region."),
            "neighbours": ids("Municipalities beside it."),
            "contacts": {"type": "array", "items": {"$ref": "#/$defs/contact"}, "description": "Whom to ask."},
            "school_breaks": {
                "type": "array",
                "items": {"$ref": "#/$defs/period"},
                "description": "School holidays.",
            },
            "text": text("About the municipality, Markdown."),
        },
        ("id", "url", "name", "created", "modified"),
    ),
    "practices": (
        "A good practice that others may copy. Its page tells the whole story.",
        {
            **_COMMON,
            "title": text("What it is called."),
            "kinds": {
                "type": "array",
                "items": {"enum": sorted(kind.value for kind in PracticeKind)},
                "description": "What sort of practice it is.",
            },
            "stage": choice(PracticeStage, "How far it has come."),
            "lead": text("What it is, in a sentence or two."),
            "why": text("Why, Markdown."),
            "how": text("How, Markdown."),
            "period": ref("period", "When it was done."),
            "benefits": texts("What is good about it."),
            "barriers": texts("What stands in its way."),
            "conditions": texts("What it needs."),
            "lessons": texts("What was learned."),
            "themes": ids("What it is about."),
            "municipalities": ids("Where it is done."),
            "implementers": ids("Who does it."),
            "partners": ids("Who helps."),
            "funders": ids("Who pays."),
            "based_on": ids("Practices that it is based on."),
            "replaces": ids("Practices that it replaces."),
            "combines": ids("Practices that it combines."),
            "contact": ref("contact", "Whom to ask."),
            "reviewed": string("When somebody last went through it.", format="date"),
        },
        ("id", "url", "title", "kinds", "stage", "lead", "created", "modified"),
    ),
    "terms": (
        "A theme or an audience.",
        {
            **_COMMON,
            "name": text("Its name."),
            "broader": id_of("The term that includes it."),
            "aliases": {"type": "array", "items": {"type": "string"}, "description": "Other words for it."},
            "keyword": string("Its id in YSO or Linked Events."),
        },
        ("id", "name", "created", "modified"),
    ),
    "files": (
        "A file of the open data.",
        {
            "path": ref("url", "Where it is, relative to index.json."),
            "type": string("Its media type."),
            "schema": ref("url", "Its JSON Schema, relative to index.json."),
            "records": number("How many records it holds."),
        },
        ("path", "type", "records"),
    ),
}


def schema(name: str) -> Json:
    """Return the schema of the files whose items are records ``name``; raise KeyError for an unknown name."""
    about, properties, required = RECORDS[name]
    return {
        "$schema": _DRAFT,
        "title": name,
        "description": about,
        **object_of(
            {
                "$schema": ref("url", "This schema, relative to the file."),
                "site": object_of(
                    {
                        "name": string("The site's name."),
                        "url": ref("url", "Its address."),
                        "language": string("The language of the site."),
                    },
                    "name",
                    "language",
                    description="Where the data comes from.",
                ),
                "items": {
                    "type": "array",
                    "items": {"$ref": "#/$defs/record"},
                    "description": "The records, sorted.",
                },
            },
            "$schema",
            "site",
            "items",
            description=about,
        ),
        "$defs": {**SHARED, "record": object_of(properties, *required, description=about)},
    }


SCHEMAS: Final[tuple[str, ...]] = tuple(RECORDS)
"""The names of all schemas."""


def schema_path(name: str) -> str:
    """Return where a schema is published."""
    return f"{API}schema/{name}.json"


def schema_files() -> Iterator[File]:
    """Yield every schema as a file of the site."""
    for name in SCHEMAS:
        yield File(schema_path(name), orjson.dumps(schema(name), option=orjson.OPT_INDENT_2) + b"\n")


def properties_of(name: str) -> Mapping[str, Any]:
    """Return the properties of a record by name, for the page that describes them."""
    return RECORDS[name][1]
