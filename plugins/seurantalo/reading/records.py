"""A file's tree becomes the fields of a record, by the schema."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, Final

from seurantalo.model import event, parts
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.parts import PERIOD
from seurantalo.model.fields.words import field_of, fields_by_word
from seurantalo.reading.channels.lines import lines_by_name
from seurantalo.reading.file_scope import Place, Placed, Scope
from seurantalo.reading.names.references import references
from seurantalo.reading.names.shorthands import items_of, whole_part
from seurantalo.reading.names.unknown_fields import report_unknown_field
from seurantalo.reading.values import NAMING, check_contact_address, check_personal, scalar_value, text_value
from seurantalo.reading.yaml.text import text_as_written
from seurantalo.reading.yaml.tree import Entry, Node, Scalar, Sequence
from seurantalo.reading.yaml.tree import Mapping as MappingNode

_TEXTS: Final = frozenset({Shape.TEXT, Shape.PROSE})
#: What a scalar alone can say.
_SCALARS: Final = frozenset(Shape) - _TEXTS - {Shape.CHANNELS, Shape.MAP, Shape.PART}
#: A list of them is read as one text.
_JOINED: Final = frozenset({Shape.COORDINATES, Shape.WEEKDAYS})

#: Fields of a practice that a stub may leave out.
STUB_MAY_LACK: Final = frozenset({"why", "how", "contact", "reviewed", "themes"})


def own_entries(scope: Scope, fields: tuple[Field, ...], node: MappingNode) -> dict[str, tuple[Field, Entry]]:
    """Return the entries of a mapping by English field name; report unknown fields and double ones."""
    known = fields_by_word(fields)
    found: dict[str, tuple[Field, Entry]] = {}
    written: dict[str, str] = {}
    for key, entry in node.entries.items():
        field = known.get(key) or field_of(known, key)
        if field is None:
            check_personal(scope, "", entry, key)
            meant = report_unknown_field(scope, fields, key, entry)
            if meant is not None:
                # Read on as what was meant: its value may be wrong too, and it should not count as missing.
                found.setdefault(meant.name, (meant, entry))
        elif field.name in written:
            first = written[field.name]
            scope.report("field-twice", entry, field.name, found=key, first=first, line=found[field.name][1].line)
        else:
            found[field.name] = (field, entry)
            written[field.name] = key
    return found


def own_key(fields: tuple[Field, ...], entries: Mapping[str, Entry], name: str) -> str | None:
    """Return the key by which a field is written in a mapping; None where it isn't."""
    known = fields_by_word(fields)
    return next((key for key in entries if (field := field_of(known, key)) and field.name == name), None)


def own_value(fields: tuple[Field, ...], node: Node, name: str) -> Node | None:
    """Return the value of a field of a mapping; None where it isn't written."""
    key = own_key(fields, node.entries, name) if isinstance(node, MappingNode) else None
    return node.entries[key].value if isinstance(node, MappingNode) and key is not None else None


def part_values(
    scope: Scope, fields: tuple[Field, ...], node: MappingNode, optional: frozenset[str] = frozenset()
) -> dict[str, Any] | None:
    """Return keyword arguments for the model by attribute; None where a required field has no good value."""
    entries = own_entries(scope, fields, node)
    return values_of(scope, fields, entries, node, optional)


def values_of(
    scope: Scope,
    fields: tuple[Field, ...],
    entries: Mapping[str, tuple[Field, Entry]],
    place: Placed,
    optional: frozenset[str] = frozenset(),
) -> dict[str, Any] | None:
    """Return the values of entries by attribute; None where a required field has no good value."""
    values: dict[str, Any] = {}
    good = True
    for field, entry in entries.values():
        value = field_value(scope, field, entry.value)
        if value is not None:
            values[field.target_attribute] = value
        elif field.required and field.name not in optional:
            good = False
            if _is_empty(entry.value):
                scope.report("field-empty", entry, field.name)
    for field in fields:
        if field.required and field.name not in entries and field.name not in optional:
            good = False
            scope.report("field-missing", Place(place.line, place.column), field.name)
    return values if good else None


def field_value(scope: Scope, field: Field, node: Node) -> Any:  # noqa: ANN401  # as many types as there are shapes
    """Return the value of a field; None where it is empty or was reported."""
    # Nine of ten values are one scalar, or a list of them: these go straight to their converter.
    direct = field.shape in _SCALARS
    if direct and isinstance(node, Scalar) and not field.many:
        return scalar_value(scope, field, node)
    if field.shape in _TEXTS and isinstance(node, Scalar) and not field.many:
        return text_value(scope, field, node)
    if not field.many and (written := text_as_written(scope, field, node)) is not None:
        return text_value(scope, field, written)
    if field.many:
        listed = node.items if isinstance(node, Sequence) else [node]
        values: list[object] = []
        for item in chain.from_iterable(items_of(field, one) for one in listed):
            if field.shape is Shape.REFERENCE and isinstance(item, Scalar):
                values += references(scope, field, item)
                continue
            value = (
                scalar_value(scope, field, item) if direct and isinstance(item, Scalar) else _one(scope, field, item)
            )
            if value is not None:
                values.append(value)
        if field.shape is Shape.REFERENCE:
            values = list(dict.fromkeys(values))
        return tuple(values) or None
    if isinstance(node, Sequence) and field.shape not in _JOINED:
        pieces = [item.text for item in node.items if isinstance(item, Scalar) and item.text]
        if len(pieces) == len(node.items) > 1 and field.shape is Shape.TEXT and field.name not in NAMING:
            # ``hinta:`` with a line for each price
            return text_value(scope, field, Scalar(", ".join(pieces), node.line, node.column))
        if len(node.items) != 1:
            told = ", ".join(pieces)[:100] or "…"
            scope.report("expected-one", node, field.name, count=len(node.items), found=told)
            return None
        node = node.items[0]
    return _one(scope, field, node)


def _one(scope: Scope, field: Field, node: Node) -> Any:  # noqa: ANN401  # as many types as there are shapes
    shape = field.shape
    if shape in _TEXTS:
        return text_value(scope, field, node)
    if shape is Shape.PART:
        return _part(scope, field, node)
    if shape is Shape.MAP:
        return lines_by_name(scope, field, node)
    if shape is Shape.PERIOD and isinstance(node, MappingNode):
        return _period(scope, field, node)
    if shape in _JOINED and isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        pair = [item.text for item in node.items if isinstance(item, Scalar) and item.text]
        node = Scalar(", ".join(pair), node.line, node.column)
    if not isinstance(node, Scalar):
        scope.report("expected-text", node, field.name)
        return None
    return scalar_value(scope, field, node)


def _part(scope: Scope, field: Field, node: Node) -> object | None:
    part = field.part
    if part is None:
        raise TypeError(field.name)
    if isinstance(node, Scalar) and (node.text is None or not node.text.strip()):
        return None
    if isinstance(node, Scalar) and part.shorthand:
        node = whole_part(part, node)
    fields, cls = part.fields, part.becomes
    if not isinstance(node, MappingNode):
        scope.report("expected-fields", node, field.name, fields=", ".join(one.name for one in fields[:3]))
        return None
    entries = own_entries(scope, fields, node)
    values = values_of(scope, fields, entries, node)
    if values is None:
        return None
    if cls is parts.Contact and "email" in values:
        place = entries["email"][1].value
        if isinstance(place, Scalar):
            check_contact_address(scope, place, values["email"], consent="consent" in values)
    if cls is event.AgreedClash and values["with_event"] == scope.record_id:
        scope.report("link-to-itself", node, field.name)
    return cls(**values)


def _period(scope: Scope, field: Field, node: MappingNode) -> parts.Period | None:
    values = part_values(scope, PERIOD.fields, node)
    if values is None:
        return None
    period = parts.Period(**values)
    if period.starts and period.ends and period.ends < period.starts:
        scope.report(
            "ends-before-start", node, field.name, starts=period.starts.isoformat(), ends=period.ends.isoformat()
        )
        return None
    return period


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.text is None or not node.text.strip()
    return not (node.items if isinstance(node, Sequence) else node.entries)
