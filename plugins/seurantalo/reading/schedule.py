"""What of an event file decides when and where it is; its changes are what raises SEQUENCE (RFC 5545, 3.8.7.4)."""

from __future__ import annotations

from typing import Final

from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind
from seurantalo.reading.files import decode
from seurantalo.reading.front_matter import split_front_matter
from seurantalo.reading.plain_tree import read_plain
from seurantalo.reading.schema import RECORDS
from seurantalo.reading.schema_words import fields_by_word, fold_word
from seurantalo.reading.yaml_tree import Mapping, Node, Scalar, read_tree

_FIELDS: Final = frozenset(
    {"changes", "date", "ends", "month", "online", "repeats", "room", "starts", "status", "timezone", "venue"}
)


def schedule_of(content: bytes) -> object | None:
    """Return a value that is equal for versions of one file with the same time, place and status.

    None for a version that can't be read.
    """
    text = decode(content, "")
    if isinstance(text, Problem):
        return None
    front = split_front_matter(text)
    fields = front.fields if front else text
    tree = read_plain(fields) or read_tree(fields)[0]
    if tree is None:
        return None
    known = fields_by_word(RECORDS[Kind.EVENT])
    found = []
    for key, entry in tree.entries.items():
        field = known.get(fold_word(key))
        if field is not None and field.name in _FIELDS:
            found.append((field.name, _bare(entry.value)))
    return tuple(sorted(found))


def _bare(node: Node) -> str:
    """Return a node's content without its places, so that moved lines count as no change."""
    if isinstance(node, Scalar):
        return repr(" ".join((node.text or "").split()))
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{fold_word(key)}: {_bare(entry.value)}" for key, entry in node.entries.items()) + "}"
    return "[" + ", ".join(_bare(item) for item in node.items) + "]"
