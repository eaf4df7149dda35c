"""A record's file as lines: where each of its fields stands. Changes replace these lines and touch no others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.words import field_of, fields_by_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind
from seurantalo.patterns import late
from seurantalo.proposing.canonical import Value

_KEY: Final = late(r"""("[^"\\]*"|'[^']*'|[^\s#"'\[\]{},|>&*!%@`-][^:#]*?)\s*:(?=(\s|$)?)""")
_DASHES: Final = late(r"-{3,}\s*\Z")
#: A text that begins on the next line, and how far right its head stands.
_BLOCK: Final = late(r"(\s*).*(?:[:-]|^)\s+[|>][-+0-9]*\s*(?:#.*)?\Z")
_COMMENT: Final = late(r"\s*#")
_QUOTED: Final = late(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_BEHIND: Final = late(r"\s(#.*)\Z")
_NO_KEY: Final = frozenset({"", " ", "\t", "#", "-"})
_TEXTS: Final = frozenset({Shape.LINE, Shape.PROSE, Shape.TEXT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    r"""A file as it stands. ``lines`` are the first and last line of each field, counted from one.

    ``values`` are canonical. ``body`` is the field that is the prose below the others of a Markdown file, ``""``
    where it has none. ``comments`` are those among the lines of a field, which outlive a change of it. A file whose
    fields can't be told apart by lines has none: it is changed by hand.

    >>> source = source_of(Kind.EVENT, "events/juhla.yml", b"otsikko: Juhla\nkuvaus: |\n  Kahvia.\n", {})
    >>> dict(source.lines)
    {'title': (1, 1), 'description': (2, 3)}
    """

    kind: Kind
    path: str
    blob: str
    text: str
    values: Mapping[str, Value]
    lines: Mapping[str, tuple[int, int]]
    comments: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    body: str = ""
    rows: Sequence[str] = field(default=(), repr=False, compare=False)
    """All lines of the text."""

    def piece(self, name: str) -> tuple[str, ...]:
        """Return the lines of a field as they stand; none where the file has it not."""
        first, last = self.lines.get(name, (1, 0))
        return tuple(self.rows[first - 1 : last])


def blob_id(content: bytes) -> str:
    r"""Return the name that git gives to a file's content.

    >>> blob_id(b"otsikko: Juhla\n")
    '4266762d310497e9d3772c253a5d2597c1777e19'
    """
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def source_of(kind: Kind, path: str, content: bytes, values: Mapping[str, Value]) -> Source:
    """Return a file with the lines of its fields; ``values`` are those of its record.

    Raises UnicodeDecodeError where the content is no text.
    """
    text = content.decode("utf-8")
    lines = text.split("\n")
    found = _Lines(kind, lines)
    body = found.body()
    pieces = found.pieces()
    if body is not None:
        name = "description" if kind is Kind.EVENT else "text"
        pieces.setdefault(name, body)
    comments: dict[str, tuple[str, ...]] = {}
    if "#" in text:
        fields = {one.name: one for one in RECORDS[kind]}
        comments = {
            name: tuple(found.comments(fields[name], *piece))
            for name, piece in pieces.items()
            if piece != body and any("#" in line for line in lines[slice(*piece)])
        }
    return Source(
        kind=kind,
        path=path,
        blob=blob_id(content),
        text=text,
        values=values,
        lines={name: (first + 1, last) for name, (first, last) in pieces.items()},
        comments={name: kept for name, kept in comments.items() if kept},
        body=next((name for name, piece in pieces.items() if piece == body), "") if body else "",
        rows=lines,
    )


class _Lines:
    """Finds fields at the margin; lines count from zero here, and the last one is not included."""

    def __init__(self, kind: Kind, lines: Sequence[str]) -> None:
        self.lines = lines
        self.known = fields_by_word(RECORDS[kind])
        self.begin, self.end, self.below = 0, len(lines), len(lines)
        if _DASHES.match(lines[0].removeprefix("\ufeff")):
            dashes = (number for number in range(1, len(lines)) if _DASHES.match(lines[number]))
            self.end = next(dashes, 0)
            self.begin, self.below = 1, self.end + 1

    def body(self) -> tuple[int, int] | None:
        """Return the lines of the prose below the fields."""
        words = [number for number in range(self.below, len(self.lines)) if self.lines[number].strip()]
        return (words[0], words[-1] + 1) if words and self.end else None

    def pieces(self) -> dict[str, tuple[int, int]]:
        """Return the lines of each field; where it stands twice, the first time."""
        found: dict[str, tuple[int, int]] = {}
        lines, following = self.lines, self.end
        for number, one in reversed(list(self._keys())):
            last, following = following, number
            while last > number + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
                last -= 1
            if one is not None:
                found[one.name] = number, last
        return dict(sorted(found.items(), key=itemgetter(1)))

    def _keys(self) -> Iterator[tuple[int, Field | None]]:
        """Yield the lines on which fields begin; None for a field that we don't know."""
        in_block = False
        for number, line in enumerate(self.lines[self.begin : self.end], start=self.begin):
            # Most lines are no fields at the margin; to look at a sign beats a pattern.
            if line[:1] in _NO_KEY:
                continue
            one = self.known.get(line.partition(": ")[0])
            if one is not None:
                in_block = ("|" in line or ">" in line) and _BLOCK.match(line) is not None
                yield number, one
                continue
            found = _KEY.match(line.removeprefix("\ufeff"))
            if found is None:
                continue
            name = found[1]
            one = self.known.get(name) or field_of(self.known, name.strip("\"'"))
            # A text at the margin may have a colon too, and an address has one without a blank.
            if one is None and (in_block or found[2] is None):
                continue
            in_block = ("|" in line or ">" in line) and _BLOCK.match(line) is not None
            yield number, one

    def comments(self, one: Field, first: int, last: int) -> Iterator[str]:
        """Yield the comments in the lines of a field, each to stand on a line of its own."""
        inside = -1
        for line in self.lines[first:last]:
            indent = len(line) - len(line.lstrip())
            if inside >= 0 and (not line.strip() or indent > inside):
                continue
            head = _BLOCK.match(line)
            inside = len(head[1]) if head is not None else -1
            if _COMMENT.match(line):
                yield line.strip()
                continue
            behind = _BEHIND.search(_QUOTED.sub("", line.rstrip()))
            # A sign that is one with a word is a part of a text: ``paikka: Sali #3``.
            if behind is not None and (one.shape not in _TEXTS or not behind[1][1:2].strip()):
                yield behind[1].strip()
