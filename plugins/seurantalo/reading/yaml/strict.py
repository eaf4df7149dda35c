"""YAML as a tree of marked nodes, straight from libyaml's events.

Every scalar stays text: what it means is for the schema to say. So YAML 1.1's traps cannot be (``12:30`` is never
750, ``no`` is never false), and of YAML 1.2's core schema only null is recognised here. A file may not use
anchors, tags or several documents: contributions are data for people, and these are how small files grow large.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs don't name it; it is libyaml's
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from yaml.reader import ReaderError

from seurantalo.reading.yaml.everyday import NULLS
from seurantalo.reading.yaml.nodes import Entry, Flaw, Mapping, Node, Scalar, Sequence

#: Nodes in one file and levels of nesting; far above any honest record.
MAXIMUM_NODES: Final = 20_000
MAXIMUM_DEPTH: Final = 12


class _Mark(Protocol):
    line: int
    column: int


class _Event(Protocol):
    """What we use of libyaml's events; the published stubs leave too much open."""

    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    implicit: tuple[bool, bool]
    start_mark: _Mark


class _FlawedError(Exception):
    def __init__(self, code: str, line: int, column: int, **values: str) -> None:
        super().__init__(code)
        self.flaw = Flaw(code, line, column, tuple(values.items()))


def strict_tree(text: str, first_line: int = 1) -> tuple[Node | None, tuple[Flaw, ...]]:
    """Return what libyaml makes of a text, and its flaws; None where it can make nothing of it.

    ``first_line`` is where the text begins in its file. An empty text is a null.
    """
    flaws: list[Flaw] = []
    try:
        node = _Builder(CParser(text), first_line - 1, flaws).document()
    except _FlawedError as flawed:
        return None, (*flaws, flawed.flaw)
    except YAMLError as error:
        return None, (*flaws, _syntax_flaw(error, text, first_line))
    return node, tuple(flaws)


def syntax_flaw(text: str) -> Flaw | None:
    """Return what keeps libyaml from reading a text to its end, whatever its values are; None where nothing does."""
    parser = CParser(text)
    try:
        while not isinstance(parser.get_event(), StreamEndEvent):
            pass
    except YAMLError as error:
        return _syntax_flaw(error, text, 1)
    return None


# tuple.__new__ skips the named tuples' own constructors: a file has dozens of them.
_make: Final = tuple.__new__


class _Builder:
    """Builds nodes from the parser's events; ``offset`` is added to libyaml's lines, which count from zero."""

    def __init__(self, parser: CParser, offset: int, flaws: list[Flaw]) -> None:
        self._next: Callable[[], Any] = parser.get_event
        self._line = offset + 1
        self._flaws = flaws
        self._nodes = 0

    def document(self) -> Node:
        event = self._next()
        while isinstance(event, StreamStartEvent | DocumentStartEvent):
            event = self._next()
        if isinstance(event, StreamEndEvent):
            return Scalar(None, self._line, 1)
        node = self._node(event, 0)
        event = self._next()
        while isinstance(event, DocumentEndEvent):
            event = self._next()
        if not isinstance(event, StreamEndEvent):
            mark = event.start_mark
            raise _FlawedError("yaml-two-documents", mark.line + self._line, mark.column + 1)
        return node

    def _node(self, event: _Event, depth: int) -> Node:
        kind: object = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        self._count(event)
        mark = event.start_mark
        line, column = mark.line + self._line, mark.column + 1
        if kind is AliasEvent:
            raise _FlawedError("yaml-alias", line, column, found=f"*{event.anchor}")
        if depth >= MAXIMUM_DEPTH:
            raise _FlawedError("yaml-too-deep", line, column, limit=str(MAXIMUM_DEPTH))
        self._refuse_extras(event, line, column)
        if kind is MappingStartEvent:
            return self._mapping(line, column, depth)
        items: list[Node] = []
        while (kind := type(event := self._next())) is not SequenceEndEvent:
            items.append(self._scalar(event) if kind is ScalarEvent else self._node(event, depth + 1))
        return Sequence(items, line, column)

    def _mapping(self, line: int, column: int, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        following, scalar = self._next, self._scalar
        event: Any
        while (kind := type(event := following())) is not MappingEndEvent:
            if kind is not ScalarEvent:
                mark = event.start_mark
                raise _FlawedError("yaml-key-not-text", mark.line + self._line, mark.column + 1)
            key = scalar(event)
            name = key.text or ""
            value = following()
            inner: object = type(value)
            node = scalar(value) if inner is ScalarEvent else self._node(value, depth + 1)
            if name in entries:
                first = str(entries[name].line)
                values = (("field", name), ("first", first))
                self._flaws.append(Flaw("duplicate-key", key.line, key.column, values))
            else:
                entries[name] = _make(Entry, (key.line, key.column, node))
        return Mapping(entries, line, column)

    def _scalar(self, event: _Event) -> Scalar:
        mark = event.start_mark
        line, column = mark.line + self._line, mark.column + 1
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event, line, column)
        self._nodes += 1
        if self._nodes > MAXIMUM_NODES:
            self._count(event)
        text: str = event.value
        if event.implicit[0]:
            return _make(Scalar, (None if text in NULLS else text, line, column, False))
        # Only a block scalar can end with a line break that its author did not escape.
        return _make(Scalar, (text, line, column, event.style in ("|", ">")))

    def _count(self, event: _Event) -> None:
        self._nodes += 1
        if self._nodes > MAXIMUM_NODES:
            mark = event.start_mark
            line, column = mark.line + self._line, mark.column + 1
            raise _FlawedError("yaml-too-large", line, column, limit=str(MAXIMUM_NODES))

    @staticmethod
    def _refuse_extras(event: _Event, line: int, column: int) -> None:
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            raise _FlawedError("yaml-alias", line, column, found=f"&{anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise _FlawedError("yaml-tag", line, column, found=str(tag).replace("tag:yaml.org,2002:", "!!"))


#: A piece of libyaml's message -> our code. First match wins.
_SYNTAX: Final = (
    ("tab character", "yaml-tab"),
    ("mapping values are not allowed", "yaml-colon"),
    ("block sequence entries are not allowed", "yaml-dash"),
    ("unknown escape", "yaml-escape"),
    ("unexpected end of stream", "yaml-open-quote"),
    ("expected alphabetic or numeric character", "yaml-character"),
    ("',' or ']'", "yaml-open-bracket"),
    ("',' or '}'", "yaml-open-brace"),
    ("cannot start any token", "yaml-character"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-'", "yaml-indentation"),
)


#: What libyaml notices only later; the place to look at is where it began.
_SEEN_LATE: Final = frozenset(
    {"yaml-character", "yaml-missing-colon", "yaml-open-brace", "yaml-open-bracket", "yaml-open-quote"}
)


def _syntax_flaw(error: YAMLError, text: str, first_line: int) -> Flaw:
    """Return what libyaml could not read, in our terms, at the place where a person should look."""
    if isinstance(error, ReaderError):
        # libyaml counts the bytes before the character that it refuses.
        before = text.encode()[: error.position].decode("utf-8", "replace")
        return Flaw("control-character", before.count("\n") + first_line, len(before) - before.rfind("\n"))
    problem = str(getattr(error, "problem", "") or "")
    code = next((code for piece, code in _SYNTAX if piece in problem), "yaml-syntax")
    mark = getattr(error, "context_mark" if code in _SEEN_LATE else "problem_mark", None)
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n")
    found = lines[line].strip()[:60] if line < len(lines) else ""
    if code == "yaml-character" and found and lines[line][column : column + 1] == "\t":
        code = "yaml-tab"
    return Flaw(code, line + first_line, column + 1, (("found", found),))
