"""Lines as volunteers write them: which begin a field, and where its text ends and its signs do not matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Final, NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.reading.yaml.words import Holds, plain_word

#: What stands before a field's name: blanks, a bullet, marks of Markdown.
_KEY: Final = re.compile(
    r"(?P<lead>[ \t]*(?:[-*•–>]+[ \t]+)?)(?P<mark>[*_\"'`]{0,3})(?P<key>[^\W\d_][\w /-]{0,40}?)"
    r"[ \t]*+(?P=mark)?[ \t]*+(?P<sign>[:=：])(?P=mark)?(?P<gap>[ \t]*)(?P<value>.*)"
)
#: The head of a ``|`` or ``>`` block.
BLOCK: Final = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?\Z")
_QUOTES: Final = "\"'"
_CLOSES: Final[Mapping[str, str]] = {"[": "]", "{": "}"}
#: How many lines a list in brackets may take here.
_LONGEST_LIST: Final = 100
#: A comment behind a value: a sign alone. Together with a word it is one, such as #kesä2027.
_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#(?:[ \t].*)?\Z")


class Key(NamedTuple):
    """The beginning of a field on a line; columns count from zero."""

    name: str
    column: int
    sign: str
    spaced: bool
    value: str
    value_column: int
    known: bool
    lead: str
    """The bullet or mark before the name."""

    @property
    def plain(self) -> bool:
        """Tell whether nothing but blanks stands before the name."""
        return not self.lead


def key_of(line: str, words: Mapping[str, Holds]) -> Key | None:
    """Return the field that a line begins; None where it begins none.

    A known name may be followed by ``=`` or by no blank; an unknown one must look as it should.
    """
    match = _KEY.match(line)
    if match is None:
        return None
    name, sign, gap, value = match["key"].strip(), match["sign"], match["gap"], match["value"].rstrip()
    if match["mark"] == '"':
        # As programs write it.
        value = value.removesuffix(",")
    known = len(name) > 1 and plain_word(name) in words
    lead = match["lead"].strip() + match["mark"]
    spaced = bool(gap) or not value
    if not known and (sign != ":" or not spaced or lead or len(name.split()) > 3):
        return None
    return Key(name, match.start("key"), sign, spaced, value, match.start("value"), known, lead)


@dataclass(slots=True)
class Chunk:
    """A field with the lines that are its own: ``lines`` from the line ``begin`` on, counted from zero.

    ``astray`` are lines at the margin, which belong to no field unless its text goes on there.
    """

    key: Key
    begin: int
    holds: Holds | None
    lines: list[str] = field(default_factory=list)
    astray: list[list[int]] = field(default_factory=list)
    last: int = 0

    @property
    def has_body(self) -> bool:
        """Tell whether anything stands below the first line."""
        return any(line.strip() for line in self.lines[1:])

    @property
    def is_block(self) -> bool:
        """Tell whether a text is to begin below the first line."""
        return BLOCK.match(self.key.value) is not None

    @property
    def is_open(self) -> bool:
        """Tell whether a bracket of the first line is still open."""
        value = self.key.value
        return (
            value[:1] in _CLOSES
            and len(self.lines) < _LONGEST_LIST
            and _end_of_bracket("\n".join((value, *self.lines[1:]))) < 0
        )


def indent_of(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def head_of(key: Key) -> tuple[str, int]:
    """Return the first line of a field as YAML wants it, and by how many columns its value has moved."""
    start = " " * key.column + key.name + ":"
    if not key.value:
        return start, 0
    column = max(key.value_column, len(start) + 1)
    return start.ljust(column) + key.value, column - key.value_column


def without_comment(value: str) -> str:
    """Return a value without the comment behind it; a sign together with a word is no comment."""
    found = _COMMENT.search(value)
    return value[: found.start()].rstrip() if found else value


def quoted(text: str) -> str:
    """Return a text between quotation marks, as a file can hold it in any case."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def unquoted(value: str) -> str | None:
    """Return what a value says that begins with a quotation mark, or None where the mark is never closed.

    Marks around the whole are no part of it, those around a part of it are.
    """
    mark = value[0]
    if len(value) < 2 or mark not in value[1:]:
        return None
    if not value.endswith(mark):
        return value
    inside = value[1:-1]
    at = inside.find(mark)
    if at < 0 or not inside.strip():
        return inside.strip() if mark == '"' or at < 0 else inside.replace("''", "'")
    # The first mark inside closes what the first of all opened, unless it opens something itself or joins letters.
    after, before = inside[at + 1 : at + 2], inside[at - 1 : at] if at else ""
    wrapped = (before.isalnum() and after.isalnum()) or (not before.strip() and bool(after.strip()))
    return inside if wrapped else value


def is_quote(value: str) -> bool:
    """Tell whether a value begins with a quotation mark that YAML knows."""
    return value[:1] in _QUOTES and bool(value)


def bracket(value: str) -> tuple[str, bool] | None:
    """Return the mark that would close a value's first bracket, and whether it is there; None without a bracket."""
    close = _CLOSES.get(value[:1])
    return None if close is None else (close, _end_of_bracket(value) >= 0)


def _end_of_bracket(value: str) -> int:
    """Return where the first bracket of a text closes; -1 where it does not."""
    depth, quote = 0, ""
    for place, sign in enumerate(value):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in _QUOTES and not value[place - 1 : place].isalnum():
            quote = sign
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth == 0:
                return place
    return -1
