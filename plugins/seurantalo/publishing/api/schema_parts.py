"""The parts that JSON Schemas of ours are put together from."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from seurantalo.publishing.api.values import Json

#: What several schemas share.
SHARED: Final[Json] = {
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
    "external": {
        "description": "The calendar of somebody else that an event was fetched from.",
        "type": "object",
        "properties": {
            "calendar": {"type": "string", "description": "What people call it."},
            "url": {"$ref": "#/$defs/url"},
            "uid": {"type": "string", "description": "The UID that the event has in it."},
        },
        "required": ["calendar"],
        "additionalProperties": False,
    },
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


def ref(name: str, description: str) -> Json:
    """Return a property of a shared kind."""
    return {"$ref": f"#/$defs/{name}", "description": description}


def text(description: str) -> Json:
    """Return a text by language."""
    return ref("text", description)


def id_of(description: str) -> Json:
    """Return the id of a record."""
    return ref("id", description)


def ids(description: str) -> Json:
    """Return ids of records, at least one."""
    return ref("ids", description)


def string(description: str, **more: object) -> Json:
    """Return a string."""
    return {"type": "string", "description": description, **more}


def number(description: str) -> Json:
    """Return a whole number."""
    return {"type": "integer", "minimum": 0, "description": description}


def choice(choices: type[StrEnum], description: str) -> Json:
    """Return one of the values of an enumeration."""
    return {"enum": sorted(choice.value for choice in choices), "description": description}


def yes(description: str) -> Json:
    """Return a mark that is only there where it is true."""
    return {"const": True, "description": f"{description} Left out where it is not so."}


def texts(description: str) -> Json:
    """Return several texts by language."""
    return {"type": "array", "items": {"$ref": "#/$defs/text"}, "description": description}


def object_of(properties: Json, *required: str, description: str) -> Json:
    """Return an object with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
        "description": description,
    }
