"""Mappings whose names their author chooses: ids of another calendar, what was told of each event."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from seurantalo.model.fields.field import Field
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.yaml.tree import Mapping as MappingNode
from seurantalo.reading.yaml.tree import Node, Scalar

_LONGEST_NAME: Final = 200


def lines_by_name(scope: Scope, field: Field, node: Node) -> MappingProxyType[str, str] | None:
    """Return a mapping of lines by name, in order; None where it is empty or was reported."""
    if isinstance(node, Scalar) and not (node.text or "").strip():
        return None
    if not isinstance(node, MappingNode):
        scope.report("expected-lines", node, field.name)
        return None
    found: dict[str, str] = {}
    for name, entry in node.entries.items():
        text = entry.value.text if isinstance(entry.value, Scalar) else None
        if isinstance(entry.value, Scalar) and not (text or "").strip():
            continue
        if text is None or not text.replace("\n", "").isprintable():
            scope.report("expected-text", entry.value, field.name)
        elif len(text) > field.maximum or len(name) > _LONGEST_NAME:
            scope.report("text-too-long", entry.value, field.name, limit=field.maximum, length=len(text))
        else:
            found[" ".join(name.split())] = " ".join(text.split())
    return MappingProxyType(found) if found else None
