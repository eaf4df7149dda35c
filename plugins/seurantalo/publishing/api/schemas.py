"""What the open data says, as JSON Schema (2020-12), published beside it; the page of open data is made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import orjson

from seurantalo.model.event import EventStatus
from seurantalo.model.fields.event import EXTERNAL
from seurantalo.model.fields.field import OpenData, Part
from seurantalo.model.fields.parts import CONTACT, PERIOD, WEB_LINK
from seurantalo.model.kinds import KINDS, RecordKind
from seurantalo.publishing.addresses import API
from seurantalo.publishing.api.properties import open_fields, part_properties, property_of
from seurantalo.publishing.api.schema_parts import (
    SHARED_VALUES,
    array,
    choice,
    number,
    object_of,
    ref,
    string,
    yes,
)
from seurantalo.publishing.api.values import Json
from seurantalo.publishing.publication import File

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

_COMMON: Final[Json] = {
    "id": ref("id", "The permanent id, unique among records of one kind."),
    "url": ref("url", "The record's page."),
    "demo": yes("Invented as an example."),
    "created": string("When the file was made (UTC).", format="date-time"),
    "modified": string(
        "When the file last changed (UTC): the last revision, never the time of the build.", format="date-time"
    ),
}

#: What follows from fields, by its name in the open data.
_OWN: Final[Json] = {
    "calendar": ref("url", "The event's own calendar file. Left out of what has been over for more than a year."),
    "latitude": {"type": "number", "minimum": -90, "maximum": 90, "description": "WGS 84, degrees."},
    "longitude": {"type": "number", "minimum": -180, "maximum": 180, "description": "WGS 84, degrees."},
    "left_out": {
        "type": "array",
        "items": {"const": "description"},
        "minItems": 1,
        "description": "What the page tells and its record does not; it has been over for more than a year.",
    },
    "pending_month": string("The month of an event whose day is open.", pattern="^[0-9]{4}-[0-9]{2}$"),
    "sequence": number(
        "Rises with “modified”: whole minutes of it, as SEQUENCE is of LAST-MODIFIED (RFC 5545). Left out where "
        "“calendar” is."
    ),
}


#: What is sure of a field beside its type.
_MORE: Final[Mapping[str, Json]] = {"code": {"pattern": "^[0-9]{3}$"}}


def _record(kind: RecordKind, told: OpenData) -> tuple[str, Json, tuple[str, ...]]:
    """Return what a record of a kind is, its properties, and those that every one has."""
    fields = open_fields(kind.fields, told)
    own = {name: _OWN.get(name) or property_of(fields[name]) | _MORE.get(name, {}) for name in told.properties}
    return told.about, {**_COMMON, **own}, told.always


#: Name of a schema -> what a record of it is, its properties, and those that every record has.
RECORDS: Final[Mapping[str, tuple[str, Json, tuple[str, ...]]]] = {
    **{told.schema: _record(kind, told) for kind in KINDS.values() if (told := kind.open_data) is not None},
    "occurrences": (
        (
            "One date of an event, in order of start. One that has been over for more than a year tells its event, "
            "its times and its status only, where all else is as the event's record says."
        ),
        {
            "event": ref("id", "The event."),
            "url": ref("url", "The event's page."),
            "demo": yes("The event is invented as an example."),
            "external": ref("external", "Where the event was fetched from. Left out for what was written here."),
            "title": ref("text", "What this date is called."),
            "starts": ref("moment", "The start."),
            "ends": ref("moment", "The end; for whole days the last day. Left out where nobody has said."),
            "status": choice(EventStatus, "The status of this date."),
            "municipality": ref("id", "Where it is."),
            "venue": ref("id", "The venue of this date."),
            "room": string("The room of this date."),
            "planned_starts": ref("moment", "The start that the rule gave, of a date that was moved."),
            "note": ref("text", "What is different on this date."),
        },
        ("event", "starts", "status"),
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


def _shared_part(part: Part) -> Json:
    """Return a part that several schemas share."""
    told = part.open_data
    if told is None:
        raise TypeError(part.becomes)
    return {
        **({"description": told.about} if told.about else {}),
        "type": "object",
        "properties": part_properties(part),
        **({"required": list(told.always)} if told.always else {}),
        "additionalProperties": False,
    }


#: What several schemas share.
SHARED: Final[Json] = {
    **SHARED_VALUES,
    "external": _shared_part(EXTERNAL),
    "contact": _shared_part(CONTACT),
    "links": array(_shared_part(WEB_LINK)),
    "period": _shared_part(PERIOD),
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
