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
from seurantalo.publishing.api.values import Json
from seurantalo.publishing.publication import File

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

#: What several schemas share.
_SHARED: Final[Json] = {
    "text": {
        "description": "A text by language code. Long texts are Markdown, as their author wrote them.",
        "type": "object",
        "propertyNames": {"pattern": "^[a-z]{2,3}$"},
        "additionalProperties": {"type": "string"},
        "minProperties": 1,
    },
    "moment": {
        "description": "A local time with its offset from UTC (RFC 3339); a bare date for whole days.",
        "type": "string",
        "anyOf": [
            {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"},
            {"pattern": "T.*[+-][0-9]{2}:[0-9]{2}$", "format": "date-time"},
        ],
    },
    "id": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"},
    "ids": {"type": "array", "items": {"$ref": "#/$defs/id"}, "minItems": 1},
    "url": {"type": "string", "format": "uri-reference", "minLength": 1},
    "contact": {
        "description": "A role and how to reach it, never a person.",
        "type": "object",
        "properties": {
            "role": {"$ref": "#/$defs/text"},
            "email": {"type": "string", "format": "email"},
            "phone": {"type": "string"},
            "url": {"$ref": "#/$defs/url"},
            "checked": {"type": "string", "format": "date"},
        },
        "required": ["role"],
        "additionalProperties": False,
    },
    "links": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"url": {"$ref": "#/$defs/url"}, "title": {"$ref": "#/$defs/text"}},
            "required": ["url"],
            "additionalProperties": False,
        },
    },
    "period": {
        "description": "Days from and to, both included; an open end is left out.",
        "type": "object",
        "properties": {
            "name": {"$ref": "#/$defs/text"},
            "starts": {"type": "string", "format": "date"},
            "ends": {"type": "string", "format": "date"},
        },
        "additionalProperties": False,
    },
}


def _ref(name: str, description: str) -> Json:
    return {"$ref": f"#/$defs/{name}", "description": description}


def _text(description: str) -> Json:
    return _ref("text", description)


def _id(description: str) -> Json:
    return _ref("id", description)


def _ids(description: str) -> Json:
    return _ref("ids", description)


def _string(description: str, **more: object) -> Json:
    return {"type": "string", "description": description, **more}


def _number(description: str, least: int = 0) -> Json:
    return {"type": "integer", "minimum": least, "description": description}


def _choice(choices: type, description: str) -> Json:
    return {"enum": sorted(choice.value for choice in choices), "description": description}  # type: ignore[attr-defined]


def _yes(description: str) -> Json:
    return {"const": True, "description": f"{description} Left out where it is not so."}


def _texts(description: str) -> Json:
    return {"type": "array", "items": {"$ref": "#/$defs/text"}, "description": description}


def _object(properties: Json, *required: str, description: str) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
        "description": description,
    }


_COMMON: Final[Json] = {
    "id": _id("The permanent id, unique among records of one kind."),
    "url": _ref("url", "The record's page."),
    "demo": _yes("Invented as an example."),
    "created": _string("When the file was made (UTC).", format="date-time"),
    "modified": _string(
        "When the file last changed (UTC): the last revision, never the time of the build.", format="date-time"
    ),
}

#: Name of a schema -> what a record of it is, its properties, and those that every record has.
RECORDS: Final[Mapping[str, tuple[str, Json, tuple[str, ...]]]] = {
    "events": (
        "An event as its file says it. The dates of a repeating one are in the files of dates.",
        {
            **_COMMON,
            "uid": _string("The UID that the event has in every calendar feed (RFC 5545)."),
            "title": _text("What it is called."),
            "status": _choice(EventStatus, "tentative is a date that is only held; held means that it took place."),
            "weight": _choice(Weight, "How much of the place's life it takes."),
            "format": _choice(Format, "The form of the event."),
            "timezone": _string("The zone of its times (IANA)."),
            "starts": _ref("moment", "The start; of a repeating event the first. Left out while the date is open."),
            "ends": _ref("moment", "The end; for whole days the last day. Left out where nobody has said."),
            "pending_month": _string("The month of an event whose day is open.", pattern="^[0-9]{4}-[0-9]{2}$"),
            "planned_starts": _ref("moment", "The first plan, of an event that has been moved."),
            "hold_until": _string("How long the date is held.", format="date"),
            "repeats": _string("The rule of repetition in wall time (RFC 5545, RRULE). Exceptions are in the dates."),
            "organisers": _ids("The organisations that arrange it."),
            "municipality": _id("Where it is."),
            "venue": _id("The venue."),
            "room": _string("The room of the venue."),
            "online": _ref("url", "Where to take part online."),
            "audiences": _ids("Whom it is for."),
            "themes": _ids("What it is about."),
            "practices": _ids("The good practices that it carries out."),
            "series": _string("A name that events of one series share."),
            "part_of": _id("The event that this is a part of."),
            "joint_with": _ids("Events held together with this one."),
            "price": _text("What it costs, in words."),
            "accessibility": _text("How one gets in and takes part."),
            "description": _text("The author's own words, Markdown."),
            "registration": _object(
                {
                    "text": _text("How to sign up."),
                    "url": _ref("url", "Where to sign up."),
                    "until": _ref("moment", "By when."),
                },
                description="How to sign up.",
            ),
            "image": _object(
                {
                    "url": _ref("url", "The picture."),
                    "alt": _text("What it shows, in words."),
                    "credit": _string("Who took it."),
                },
                "url",
                "alt",
                description="A picture.",
            ),
            "links": _ref("links", "Pages elsewhere."),
            "contact": _ref("contact", "Whom to ask."),
            "outcome": _object(
                {
                    "summary": _text("What came of it."),
                    "attendance": _number("How many came."),
                    "counted": _choice(Counted, "What the attendance counts."),
                    "findings": _texts("What was found out."),
                },
                "summary",
                description="What came of an event that was held.",
            ),
            "calendar": _ref("url", "The event's own calendar file."),
            "sequence": _number("How often time, place or status have changed (RFC 5545, SEQUENCE)."),
        },
        ("id", "uid", "url", "title", "status", "timezone", "organisers", "municipality", "created", "modified"),
    ),
    "occurrences": (
        "One date of an event, in order of start.",
        {
            "event": _id("The event."),
            "url": _ref("url", "The event's page."),
            "title": _text("What this date is called."),
            "starts": _ref("moment", "The start."),
            "ends": _ref("moment", "The end; for whole days the last day. Left out where nobody has said."),
            "status": _choice(EventStatus, "The status of this date."),
            "municipality": _id("Where it is."),
            "venue": _id("The venue of this date."),
            "room": _string("The room of this date."),
            "planned_starts": _ref("moment", "The start that the rule gave, of a date that was moved."),
            "note": _text("What is different on this date."),
        },
        ("event", "url", "title", "starts", "status", "municipality"),
    ),
    "organisations": (
        "An organisation: who arranges, owns, funds and does.",
        {
            **_COMMON,
            "name": _text("Its name."),
            "type": _choice(OrganisationType, "What sort of organisation it is."),
            "founded": _number("The year."),
            "active": _ref("period", "When it has been active."),
            "municipality": _id("Its home."),
            "part_of": _id("The organisation that it is a part of."),
            "member_of": _ids("Organisations that it is a member of."),
            "themes": _ids("What it works on."),
            "contact": _ref("contact", "Whom to ask."),
            "links": _ref("links", "Pages elsewhere."),
            "text": _text("What it says of itself, Markdown."),
        },
        ("id", "url", "name", "type", "municipality", "created", "modified"),
    ),
    "venues": (
        "A place where events are held.",
        {
            **_COMMON,
            "name": _text("Its name."),
            "kind": _choice(VenueKind, "What sort of place it is."),
            "address": _string("Street, postal code and town."),
            "municipality": _id("Where it is."),
            "latitude": {"type": "number", "minimum": -90, "maximum": 90, "description": "WGS 84, degrees."},
            "longitude": {"type": "number", "minimum": -180, "maximum": 180, "description": "WGS 84, degrees."},
            "capacity": _number("How many people it takes."),
            "rooms": {
                "type": "array",
                "items": _object(
                    {
                        "id": _string("Unique in the venue."),
                        "name": _text("Its name."),
                        "capacity": _number("How many people it takes."),
                    },
                    "id",
                    "name",
                    description="A room that can be used on its own.",
                ),
                "description": "Rooms that can be used on their own.",
            },
            "owner": _id("The organisation that owns it."),
            "private": _yes("Not open to bookings by others."),
            "accessibility": _text("How one gets in and around."),
            "text": _text("About the place, Markdown."),
        },
        ("id", "url", "name", "kind", "municipality", "created", "modified"),
    ),
    "municipalities": (
        "A municipality.",
        {
            **_COMMON,
            "name": _text("Its name."),
            "locative": _text("The name in the form that says where: Vimpelissä."),
            "code": _string("Its number in the national classification.", pattern="^[0-9]{3}$"),
            "population": _number("Inhabitants."),
            "languages": {"type": "array", "items": {"type": "string"}, "description": "Language codes."},
            "region": _string("The region."),
            "neighbours": _ids("Municipalities beside it."),
            "contacts": {"type": "array", "items": {"$ref": "#/$defs/contact"}, "description": "Whom to ask."},
            "school_breaks": {
                "type": "array",
                "items": {"$ref": "#/$defs/period"},
                "description": "School holidays.",
            },
            "text": _text("About the municipality, Markdown."),
        },
        ("id", "url", "name", "created", "modified"),
    ),
    "practices": (
        "A good practice that others may copy. Its page tells the whole story.",
        {
            **_COMMON,
            "title": _text("What it is called."),
            "kinds": {
                "type": "array",
                "items": {"enum": sorted(kind.value for kind in PracticeKind)},
                "description": "What sort of practice it is.",
            },
            "stage": _choice(PracticeStage, "How far it has come."),
            "lead": _text("What it is, in a sentence or two."),
            "why": _text("Why, Markdown."),
            "how": _text("How, Markdown."),
            "period": _ref("period", "When it was done."),
            "benefits": _texts("What is good about it."),
            "barriers": _texts("What stands in its way."),
            "conditions": _texts("What it needs."),
            "lessons": _texts("What was learned."),
            "themes": _ids("What it is about."),
            "municipalities": _ids("Where it is done."),
            "implementers": _ids("Who does it."),
            "partners": _ids("Who helps."),
            "funders": _ids("Who pays."),
            "based_on": _ids("Practices that it is based on."),
            "replaces": _ids("Practices that it replaces."),
            "combines": _ids("Practices that it combines."),
            "contact": _ref("contact", "Whom to ask."),
            "reviewed": _string("When somebody last went through it.", format="date"),
        },
        ("id", "url", "title", "kinds", "stage", "lead", "created", "modified"),
    ),
    "terms": (
        "A theme or an audience.",
        {
            **_COMMON,
            "name": _text("Its name."),
            "broader": _id("The term that includes it."),
            "aliases": {"type": "array", "items": {"type": "string"}, "description": "Other words for it."},
            "keyword": _string("Its id in YSO or Linked Events."),
        },
        ("id", "name", "created", "modified"),
    ),
    "files": (
        "A file of the open data.",
        {
            "path": _ref("url", "Where it is, relative to index.json."),
            "type": _string("Its media type."),
            "schema": _ref("url", "Its JSON Schema, relative to index.json."),
            "records": _number("How many records it holds."),
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
        **_object(
            {
                "$schema": _ref("url", "This schema, relative to the file."),
                "site": _object(
                    {
                        "name": _string("The site's name."),
                        "url": _ref("url", "Its address."),
                        "language": _string("The language of the site."),
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
        "$defs": {**_SHARED, "record": _object(properties, *required, description=about)},
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
