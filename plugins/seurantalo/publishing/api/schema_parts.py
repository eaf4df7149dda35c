"""The parts that JSON Schemas of ours are put together from."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from seurantalo.publishing.api.values import Json

#: Values that several schemas share.
SHARED_VALUES: Final[Json] = {
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
}


def _told(description: str) -> Json:
    return {"description": description} if description else {}


def ref(name: str, description: str = "") -> Json:
    """Return a property of a shared kind."""
    return {"$ref": f"#/$defs/{name}", **_told(description)}


def string(description: str = "", **more: object) -> Json:
    """Return a string."""
    return {"type": "string", **_told(description), **more}


def number(description: str) -> Json:
    """Return a whole number."""
    return {"type": "integer", "minimum": 0, **_told(description)}


def choice(choices: type[StrEnum], description: str) -> Json:
    """Return one of the values of an enumeration."""
    return {"enum": sorted(choice.value for choice in choices), **_told(description)}


def yes(description: str) -> Json:
    """Return a mark that is only there where it is true."""
    return {"const": True, "description": f"{description} Left out where it is not so."}


def array(items: Json, description: str = "") -> Json:
    """Return a list."""
    return {"type": "array", "items": items, **_told(description)}


def object_of(properties: Json, *required: str, description: str) -> Json:
    """Return an object with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
        **_told(description),
    }
