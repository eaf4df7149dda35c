"""What the schema cannot say of a channel: which of its lines belong together."""

from __future__ import annotations

from typing import Any

from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind
from seurantalo.reading.event.times import Entries
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.records import values_of
from seurantalo.reading.yaml.tree import Mapping as MappingNode
from seurantalo.reading.yaml.tree import Scalar


def channel_values(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    """Return the values of a channel; a deadline that gives no day stands as words."""
    values = values_of(scope, RECORDS[Kind.CHANNEL], entries, tree)
    if values is None:
        return None
    if "deadline" in entries and "deadline" not in values:
        node = entries["deadline"][1].value
        if isinstance(node, Scalar) and node.text and node.text.strip():
            values.setdefault("deadline_words", " ".join(node.text.split()))
    return values
