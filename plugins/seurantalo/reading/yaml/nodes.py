"""A YAML text as a tree of nodes that know their places, and what is to be said of it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.model.problem import Mend, Severity


class Scalar(NamedTuple):
    """A text, or None for null; its line and column, counted from one; whether it is a ``|`` or ``>`` block.

    >>> Scalar("Kesäjuhla", 1, 10).block
    False
    """

    text: str | None
    line: int
    column: int
    block: bool = False


class Entry(NamedTuple):
    """A key's place and its value.

    >>> Entry(1, 1, Scalar("Kesäjuhla", 1, 10)).value.text
    'Kesäjuhla'
    """

    line: int
    column: int
    value: Node


class Mapping(NamedTuple):
    """Entries by key, in the order of the file.

    >>> list(Mapping({"otsikko": Entry(1, 1, Scalar("Kesäjuhla", 1, 10))}, 1, 1).entries)
    ['otsikko']
    """

    entries: dict[str, Entry]
    line: int
    column: int


class Sequence(NamedTuple):
    """Items in the order of the file.

    >>> [item.line for item in Sequence([Scalar("lapset", 2, 5), Scalar("nuoret", 3, 5)], 2, 3).items]
    [2, 3]
    """

    items: list[Node]
    line: int
    column: int


Node: TypeAlias = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is to be said of a text: a problem code, the place from one, and the values of its words.

    >>> Flaw("yaml-list", 1, 1).is_error
    True
    """

    code: str
    line: int
    column: int
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR
    mend: Mend | None = None

    @property
    def is_error(self) -> bool:
        """Tell whether something could not be read."""
        return self.severity is Severity.ERROR


def moved_left(node: Node, line: int, moved: int) -> Node:
    """Return a node whose value stands some columns further left in the file than in what was read."""
    column = node.column - moved if node.line == line else node.column
    if isinstance(node, Scalar):
        return node._replace(column=column)
    if isinstance(node, Sequence):
        return Sequence([moved_left(each, line, moved) for each in node.items], node.line, column)
    entries = {name: each._replace(value=moved_left(each.value, line, moved)) for name, each in node.entries.items()}
    return Mapping(entries, node.line, column)
