"""Single fields of an event's file are written anew; every other line stays as somebody wrote it, comments too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from yaml import CBaseLoader, MappingNode, Node, ScalarNode, SequenceNode, compose

from seurantalo.frozen import dataclass
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.repetition import CHANGE, REPEATS
from seurantalo.model.fields.words import fields_by_word, fold_word
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_moment

_COMMENT: Final = re.compile(r"\s*#")
_BLANK: Final = re.compile(r"\s*\Z")
#: Fields with fields inside that are written one by one.
_INSIDE: Final[Mapping[str, tuple[Field, ...]]] = {"repeats": REPEATS}

#: Lines of the new text that take the place of lines ``first`` to ``last`` (from zero, last not included).
_Edit: TypeAlias = tuple[int, int, list[str]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A field, or an item of a list: its lines from ``first`` up to ``last``, not included, and its value."""

    first: int
    last: int
    column: int
    node: Node


class _Text:
    """A file's lines, with the pieces of its mappings and lists."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        if self.lines and not self.lines[-1].endswith("\n"):
            self.lines[-1] += "\n"
        root = compose(text, Loader=CBaseLoader)
        self.root = root if isinstance(root, MappingNode) else MappingNode("", [])

    def fields(self, node: MappingNode, known: tuple[Field, ...], end: int) -> dict[str, _Piece]:
        """Return the pieces of a mapping by the English names of its fields, in the file's order."""
        words = fields_by_word(known)
        starts = [key.start_mark for key, _ in node.value]
        found: dict[str, _Piece] = {}
        for index, (key, value) in enumerate(node.value):
            mark = starts[index]
            last = self._end(mark.line, starts[index + 1].line if index + 1 < len(starts) else end, mark.column)
            field = words.get(fold_word(str(key.value)))
            found[field.name if field is not None else str(key.value)] = _Piece(mark.line, last, mark.column, value)
        return found

    def items(self, piece: _Piece) -> list[_Piece]:
        """Return the items of a block list."""
        nodes: Sequence[Node] = piece.node.value
        starts = [item.start_mark.line for item in nodes] + [piece.last]
        return [
            _Piece(starts[index], self._end(starts[index], starts[index + 1], 0), item.start_mark.column, item)
            for index, item in enumerate(nodes)
        ]

    def _end(self, first: int, last: int, column: int) -> int:
        """Return where a piece ends: comments and blank lines before the next one are not its own."""
        while last > first + 1 and self._is_between(self.lines[last - 1], column):
            last -= 1
        return last

    @staticmethod
    def _is_between(line: str, column: int) -> bool:
        indent = len(line) - len(line.lstrip())
        return bool(_BLANK.match(line)) or (bool(_COMMENT.match(line)) and indent <= column)


def rewritten(text: str, model: str, names: Iterable[str]) -> str:
    """Return an event's file with the fields ``names`` as ``model`` has them; what it has not is taken away.

    ``model`` is the whole event as an import writes it, in the language of the file's keys. Raises yaml.YAMLError.
    """
    old, new = _Text(text), _Text(model)
    edits: list[_Edit] = []
    ours = old.fields(old.root, EVENT, len(old.lines))
    theirs = new.fields(new.root, EVENT, len(new.lines))
    order = list(theirs)
    for name in sorted(names, key=lambda name: order.index(name) if name in order else 0):
        edits += _field_edits(old, ours, new, theirs, name)
    return _applied(old.lines, edits)


def line_of(text: str, name: str) -> int:
    """Return the line of a field, counted from one; of the first line where the file has none."""
    file = _Text(text)
    piece = file.fields(file.root, EVENT, len(file.lines)).get(name)
    return piece.first + 1 if piece is not None else 1


def words_of(text: str, name: str) -> tuple[str, ...]:
    """Return the lines of a field as they stand in a file, trimmed; none where it has none."""
    file = _Text(text)
    piece = file.fields(file.root, EVENT, len(file.lines)).get(name)
    return (
        () if piece is None else tuple(line.strip() for line in file.lines[piece.first : piece.last] if line.strip())
    )


def language_of(text: str, languages: Sequence[str]) -> str:
    """Return the language of most of a file's keys; of several the first of ``languages``."""
    file = _Text(text)
    keys = {fold_word(str(key.value)) for key, _ in file.root.value}
    counts = {
        code: sum(any(fold_word(word) in keys for word in one.called.in_language(code)) for one in EVENT)
        for code in languages
    }
    return max(languages, key=lambda code: counts[code])


def _field_edits(
    old: _Text, ours: Mapping[str, _Piece], new: _Text, theirs: Mapping[str, _Piece], name: str
) -> list[_Edit]:
    mine, wanted = ours.get(name), theirs.get(name)
    if wanted is None:
        return [] if mine is None else [_replaced(old, mine, [])]
    lines = new.lines[wanted.first : wanted.last]
    if mine is None:
        return [_inserted(ours, list(theirs), name, lines, old)]
    lines = _indented(lines, mine.column - wanted.column)
    inline = _inline(old, mine, new, wanted.node)
    if inline is not None:
        return [inline]
    if name in _INSIDE and _is_block(mine, MappingNode) and isinstance(wanted.node, MappingNode):
        return _inside(old, mine, new, wanted, _INSIDE[name])
    if name == "changes" and _is_block(mine, SequenceNode) and isinstance(wanted.node, SequenceNode):
        return _items(old, mine, new, wanted)
    return [_replaced(old, mine, lines)]


def _inside(old: _Text, mine: _Piece, new: _Text, wanted: _Piece, known: tuple[Field, ...]) -> list[_Edit]:
    """Return the edits of the fields inside a field."""
    assert isinstance(mine.node, MappingNode)  # noqa: S101 (the caller has looked)
    assert isinstance(wanted.node, MappingNode)  # noqa: S101 (so it has of this one)
    ours, theirs = old.fields(mine.node, known, mine.last), new.fields(wanted.node, known, wanted.last)
    edits: list[_Edit] = []
    for name in (*theirs, *(name for name in ours if name not in theirs)):
        if name in ours and name in theirs and _same(ours[name].node, theirs[name].node):
            continue
        edits += _field_edits(old, ours, new, theirs, name)
    return edits


def _items(old: _Text, mine: _Piece, new: _Text, wanted: _Piece) -> list[_Edit]:
    """Return the edits of a list of changes, whose items are known by their days."""
    ours = {_day(item.node): item for item in old.items(mine)}
    theirs = {_day(item.node): item for item in new.items(wanted)}
    edits = [_replaced(old, item, []) for day, item in ours.items() if day not in theirs]
    column = min((item.column for item in ours.values()), default=4)
    place = mine.first + 1
    for day, item in theirs.items():
        lines = _indented(new.lines[item.first : item.last], column - item.column)
        known = ours.get(day)
        if known is None:
            edits.append((place, place, lines))
            continue
        place = known.last
        if not _same(known.node, item.node):
            edits.append(_replaced(old, known, lines))
    return edits


def _day(node: Node) -> str:
    """Return the day of a change, however it is written."""
    if isinstance(node, MappingNode):
        words = fields_by_word(CHANGE.fields)
        for key, value in node.value:
            field = words.get(fold_word(str(key.value)))
            if field is not None and field.name in ("date", "from"):
                return f"{field.name} {_moment(str(value.value))}"
    return repr(node)


def _moment(words: str) -> str:
    try:
        return read_moment(words).isoformat()
    except MomentError:
        return " ".join(words.split())


def _same(one: Node, other: Node) -> bool:
    """Tell whether two nodes say the same: days and times in any form, keys in any language."""
    return _said(one) == _said(other)


def _said(node: Node) -> object:
    if isinstance(node, MappingNode):
        known = fields_by_word((*CHANGE.fields, *REPEATS))
        pairs = ((fold_word(str(key.value)), value) for key, value in node.value)
        return {known[word].name if word in known else word: _said(value) for word, value in pairs}
    if isinstance(node, SequenceNode):
        return [_said(item) for item in node.value]
    return _moment(str(node.value))


def _is_block(piece: _Piece, kind: type[Node]) -> bool:
    return isinstance(piece.node, kind) and piece.node.start_mark.line > piece.first


def _inline(old: _Text, piece: _Piece, new: _Text, wanted: Node) -> _Edit | None:
    """Return the edit of a value that stands on one line, and whose line may end in a comment; else None."""
    node = piece.node
    if not isinstance(wanted, ScalarNode) or wanted.style in ("|", ">") or not isinstance(node, ScalarNode):
        return None
    start, end = node.start_mark, node.end_mark
    if (
        node.style in ("|", ">")
        or start.line != piece.first
        or end.line != piece.first
        or piece.last > piece.first + 1
    ):
        return None
    line = old.lines[piece.first]
    words = new.lines[wanted.start_mark.line][wanted.start_mark.column : wanted.end_mark.column]
    return piece.first, piece.first + 1, [f"{line[: start.column].rstrip()} {words}{line[end.column :]}"]


def _replaced(old: _Text, piece: _Piece, lines: list[str]) -> _Edit:
    """Return the edit that puts lines in the place of a piece; the comments in it stay, above them."""
    kept: list[str] = []
    if not any(isinstance(node, ScalarNode) and node.style in ("|", ">") for node in _nodes(piece.node)):
        kept = [line for line in old.lines[piece.first : piece.last] if _COMMENT.match(line)]
        trailing = (re.search(r"\s#.*$", line) for line in old.lines[piece.first : piece.last] if line not in kept)
        indent = " " * piece.column
        kept += [f"{indent}{found[0].strip()}\n" for found in trailing if found and '"' not in found[0]]
    return piece.first, piece.last, [*kept, *lines]


def _nodes(node: Node) -> Iterable[Node]:
    yield node
    if isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _nodes(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _nodes(item)


def _inserted(ours: Mapping[str, _Piece], order: list[str], name: str, lines: list[str], old: _Text) -> _Edit:
    """Return the edit that puts a field behind the nearest one before it that the file has."""
    before = [each for each in order[: order.index(name)] if each in ours]
    anchor = ours[before[-1]] if before else next(iter(ours.values()), None)
    if anchor is None:
        return len(old.lines), len(old.lines), lines
    place = anchor.last if before else anchor.first
    own = len(lines[0]) - len(lines[0].lstrip())
    return place, place, _indented(lines, anchor.column - own)


def _indented(lines: list[str], by: int) -> list[str]:
    if by >= 0:
        return [f"{' ' * by}{line}" if line.strip() else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip())) :] for line in lines]


def _applied(lines: list[str], edits: Iterable[_Edit]) -> str:
    added: dict[int, list[str]] = {}
    changed: dict[int, _Edit] = {}
    for first, last, new in edits:
        if first == last:
            added.setdefault(first, []).extend(new)
        else:
            changed[first] = (first, last, new)
    found: list[str] = []
    index = 0
    while index <= len(lines):
        found += added.get(index, [])
        if index in changed:
            _, index, new = changed[index]
            found += new
            continue
        found += lines[index : index + 1]
        index += 1
    return "".join(found)
