"""What calendars show of a venue, an organisation, a municipality or a theme: its changes make their events newer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from seurantalo.model.fields.words import field_of, fields_by_word, fold_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind
from seurantalo.reading.files.listing import RECORD_FOLDERS, decode
from seurantalo.reading.yaml.front_matter import split_front_matter
from seurantalo.reading.yaml.tree import Mapping, Node, Scalar, read_tree

#: The fields that events show of a record, by its kind.
_SHOWN: Final[dict[Kind, frozenset[str]]] = {
    Kind.MUNICIPALITY: frozenset({"name"}),
    Kind.ORGANISATION: frozenset({"name"}),
    Kind.VENUE: frozenset({"name", "address", "coordinates", "municipality", "rooms"}),
}

#: The vocabulary whose words stand in calendars, as categories.
_THEMES: Final = ("vocabulary", "themes")


def outward_of(path: str, content: bytes) -> object | None:
    """Return a value that is equal for versions of one file of which an event shows the same name and address.

    ``path`` tells the kind by its folder. Of the themes, which share a file, it is a dict of their names by id. None
    for a version that can't be read, and for kinds that no event shows.
    """
    place = PurePosixPath(path)
    if (place.parent.name, place.stem) == _THEMES:
        return _names(content)
    kind = RECORD_FOLDERS.get(place.parent.name)
    shown = _SHOWN.get(kind) if kind is not None else None
    if kind is None or shown is None:
        return None
    fields = fields_of(content, kind)
    if fields is None:
        return None
    return tuple(sorted((name, bare(node)) for name, node in fields if name in shown))


def fields_of(content: bytes, kind: Kind) -> tuple[tuple[str, Node], ...] | None:
    """Return the known fields of a version of a record's file, by English name; None for one that can't be read."""
    tree = _tree(content)
    return None if tree is None else tuple(_fields(tree, kind))


def _names(content: bytes) -> dict[str, str] | None:
    tree = _tree(content)
    if tree is None:
        return None
    themes = {name: entry.value for name, entry in tree.entries.items() if isinstance(entry.value, Mapping)}
    return {
        name: bare(node)
        for name, theme in themes.items()
        for field, node in _fields(theme, Kind.THEME)
        if field == "name"
    }


def _tree(content: bytes) -> Mapping | None:
    text = decode(content, "")
    if isinstance(text, Problem):
        return None
    front = split_front_matter(text)
    words = front.fields if front else text
    return read_tree(words)[0]


def _fields(tree: Mapping, kind: Kind) -> Iterator[tuple[str, Node]]:
    known = fields_by_word(RECORDS[kind])
    for key, entry in tree.entries.items():
        field = field_of(known, key)
        if field is not None:
            yield field.name, entry.value


def bare(node: Node) -> str:
    """Return a node's content without its places, so that moved lines count as no change."""
    if isinstance(node, Scalar):
        return repr(" ".join((node.text or "").split()))
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{fold_word(key)}: {bare(entry.value)}" for key, entry in node.entries.items()) + "}"
    return "[" + ", ".join(bare(item) for item in node.items) + "]"
