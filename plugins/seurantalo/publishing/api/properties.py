"""What schemas say of fields: one way for each type of value (``written`` says how the values stand there)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from seurantalo.model.fields.field import Field, OpenData, Part, Shape
from seurantalo.model.fields.parts import WEB_LINK
from seurantalo.publishing.api.schema_parts import (
    array,
    choice,
    number,
    object_of,
    ref,
    string,
    yes,
)
from seurantalo.publishing.api.values import Json


def open_fields(fields: tuple[Field, ...], told: OpenData) -> Mapping[str, Field]:
    """Return the fields that the open data shows, by their names in it, in its order.

    What follows from fields, such as the latitude of a place, is no field and not here.
    """
    known = {field.open_name or field.name: field for field in fields}
    return {name: known[name] for name in told.properties if name in known}


def property_of(field: Field) -> Json:
    """Return what a schema says of a field."""
    return (_MANY if field.many else _ONE)[field.shape](field)


def part_properties(part: Part) -> Json:
    """Return what a schema says of the fields inside a part; raise TypeError for one that no open data shows."""
    if part.open_data is None:
        raise TypeError(part.becomes)
    return {name: property_of(field) for name, field in open_fields(part.fields, part.open_data).items()}


def _part(field: Field) -> Json:
    part = field.part
    if part is None or part.open_data is None:
        raise TypeError(field.name)
    if part.open_data.schema:
        return ref(part.open_data.schema, field.about)
    about = part.open_data.about or field.about
    return object_of(part_properties(part), *part.open_data.always, description=about)


def _parts(field: Field) -> Json:
    if field.part is WEB_LINK:
        return ref("links", field.about)
    part = _part(field)
    # A shared part is described where it is shared.
    return array({"$ref": part["$ref"]} if "$ref" in part else part, field.about)


def _choice(field: Field) -> Json:
    if field.choices is None:
        raise TypeError(field.name)
    return choice(field.choices, field.about)


#: Types that are never lists in the open data stand in the first table alone.
_ONE: Final[Mapping[Shape, Callable[[Field], Json]]] = {
    Shape.BOOLEAN: lambda field: yes(field.about),
    Shape.CHOICE: _choice,
    Shape.DAY: lambda field: string(field.about, format="date"),
    Shape.EMAIL: lambda field: string(field.about, format="email"),
    Shape.FILE: lambda field: ref("url", field.about),
    Shape.IDENTIFIER: lambda field: string(field.about),
    Shape.INTEGER: lambda field: number(field.about),
    Shape.LINE: lambda field: string(field.about),
    Shape.MOMENT: lambda field: ref("moment", field.about),
    Shape.PART: _part,
    Shape.PERIOD: lambda field: ref("period", field.about),
    Shape.PHONE: lambda field: string(field.about),
    Shape.PROSE: lambda field: ref("text", field.about),
    Shape.REFERENCE: lambda field: ref("id", field.about),
    Shape.REPEATS: lambda field: string(field.about),
    Shape.TEXT: lambda field: ref("text", field.about),
    Shape.URL: lambda field: ref("url", field.about),
}
_MANY: Final[Mapping[Shape, Callable[[Field], Json]]] = {
    Shape.CHANNELS: lambda field: ref("ids", field.about),
    Shape.CHOICE: lambda field: array({"enum": _choice(field)["enum"]}, field.about),
    Shape.IDENTIFIER: lambda field: ref("ids", field.about),
    Shape.LINE: lambda field: array({"type": "string"}, field.about),
    Shape.PART: _parts,
    Shape.PERIOD: lambda field: array({"$ref": "#/$defs/period"}, field.about),
    Shape.REFERENCE: lambda field: ref("ids", field.about),
    Shape.TEXT: lambda field: array(ref("text"), field.about),
}
