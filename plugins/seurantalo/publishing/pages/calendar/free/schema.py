"""What the files of free days hold, as JSON Schema (2020-12), published beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import orjson

from seurantalo.planner.free import DayPart, For, Grade, ReasonKind
from seurantalo.publishing.addresses import FREE
from seurantalo.publishing.api.schema_parts import array, number, object_of, string, yes
from seurantalo.publishing.api.values import Json
from seurantalo.publishing.publication import File

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_DAY: Final[Json] = {"type": "string", "format": "date"}
_CLOCK: Final[Json] = {"type": "string", "pattern": "^([01][0-9]|2[0-4]):[0-5][0-9]$"}
_ID: Final[Json] = {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"}
_POINTS: Final[Json] = {"type": "integer", "minimum": 0}
_KIND: Final[Json] = {"enum": sorted(kind.value for kind in ReasonKind)}


def _schema(about: str, properties: Json, *required: str) -> Json:
    own = {"$schema": {**string("This schema, relative to the file."), "format": "uri-reference"}, **properties}
    return {"$schema": _DRAFT, "title": about, **object_of(own, "$schema", *required, description=about)}


def _about(kind: Json, description: str) -> Json:
    return {**kind, "description": description}


def _map(values: Json, description: str, names: Json | None = None) -> Json:
    return {
        "type": "object",
        "propertyNames": names or _ID,
        "additionalProperties": values,
        "description": description,
    }


_WEIGHTS: Final[Json] = {
    "anyOf": [
        _POINTS,
        object_of(
            {whom.value: _POINTS for whom in For},
            *(whom.value for whom in For),
            description="By whom the event is for, beside those that one has in mind.",
        ),
    ]
}
#: What the files hold, by the name of the schema.
SCHEMAS: Final[dict[str, Json]] = {
    "vapaat": _schema(
        "Free days of a municipality: what is taken on each, and how that is weighed.",
        {
            "municipality": object_of({"id": _ID, "name": string("")}, "id", "name", description="Which it is."),
            "from": _about(_DAY, "The first day: that on which the site was built."),
            "to": _about(_DAY, "The last day."),
            "timezone": string("The zone of all clock times (IANA)."),
            "lead_days": number("Days from the first one on which are too soon to be proposed."),
            "usual_minutes": number("How long a piece of a part of the day has to be free, where nobody says."),
            "parts": _map(
                {"type": "array", "items": _CLOCK, "minItems": 2, "maxItems": 2},
                "The hours of each part of the day.",
                {"enum": sorted(part.value for part in DayPart)},
            ),
            "evening": _about(
                {"type": "array", "items": _CLOCK, "minItems": 2, "maxItems": 2},
                "What begins between these takes the evening of people, even if it does not overlap.",
            ),
            "points": _map(_WEIGHTS, "What each reason weighs that is at the hours one has in mind.", _KIND),
            "points_apart": _map(_WEIGHTS, "The same for events at another time of that day.", _KIND),
            "grades": _map(
                _POINTS,
                "The most points of a grade, the best first; more is “avoid”. A reason “venue” makes a day “taken”, "
                "a reason “hold” makes one of so many points at most “held”.",
                {"enum": sorted(grade.value for grade in Grade)},
            ),
            "audiences": _map(
                array(_ID),
                "Each audience with itself and all broader ones: two are the same people where one is "
                "among the other's.",
            ),
            "municipalities": _map(string(""), "The names of this municipality and its neighbours."),
            "venues": _map(
                object_of(
                    {
                        "name": string("What it is called."),
                        "rooms": array(
                            object_of({"id": _ID, "name": string("")}, "id", "name", description="A room."),
                            "Its rooms; a venue without any is one room, and what names no room takes all.",
                        ),
                        "margin_minutes": number("Minutes between two events; none where one takes whole days."),
                        "margin_is_stated": {
                            "type": "boolean",
                            "description": "The venue asks for it itself, else it is what is usual.",
                        },
                    },
                    "name",
                    "rooms",
                    "margin_minutes",
                    "margin_is_stated",
                    description="A venue.",
                ),
                "The venues that may be booked.",
            ),
            "dates": array(
                object_of(
                    {
                        "event": _about(_ID, "The event."),
                        "text": string("The event with its hours, in words."),
                        "starts": _about({"type": "string", "format": "date-time"}, "From when it is on."),
                        "ends": _about({"type": "string", "format": "date-time"}, "Until when, itself excluded."),
                        "venue": _about(_ID, "Where. Left out where no venue is named."),
                        "room": string("In which room. Left out where it takes the whole venue."),
                        "audiences": array(_ID, "For whom. Left out where nobody has said."),
                        "whole_day": yes("It takes whole days, and no time to set up beside them."),
                        "tentative": yes("It is a hold that may still be given up."),
                        "exhibition": yes("It hangs on the walls for days and leaves the floor to others."),
                    },
                    "event",
                    "text",
                    "starts",
                    "ends",
                    description="A date: what is cancelled or postponed is not here.",
                ),
                "What is on in the municipality, and next door what counts here, from the evening before the first "
                "day to the morning after the last one.",
            ),
            "days": _map(
                array(
                    object_of(
                        {
                            "kind": _about(_KIND, "What sort of reason."),
                            "text": string("The reason in words. Left out where it is a date."),
                            "date": number("The date, counted from 0 in “dates”."),
                            "municipality": _about(_ID, "Where that is. Left out for what is routine."),
                        },
                        "kind",
                        description="A reason.",
                    )
                ),
                "What speaks against each day, whatever the hours and the venue. All others are free.",
                _DAY,
            ),
        },
        "municipality",
        "from",
        "to",
        "timezone",
        "lead_days",
        "usual_minutes",
        "parts",
        "evening",
        "points",
        "points_apart",
        "grades",
        "audiences",
        "municipalities",
        "venues",
        "dates",
        "days",
    ),
}


def schema_files() -> Iterator[File]:
    """Yield the schema as a file of the site."""
    for name, schema in SCHEMAS.items():
        yield File(f"{FREE}{name}.schema.json", orjson.dumps(schema, option=orjson.OPT_INDENT_2) + b"\n")
