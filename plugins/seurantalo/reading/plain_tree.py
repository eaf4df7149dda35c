"""The trees of plainly written files, without a YAML parser.

Nearly every record is a list of ``key: words``, ``key: [id, id]`` and ``key: |`` with indented lines below. Such a
text says the same to every reader of YAML, and one pattern takes it apart in a fifth of the time that libyaml's
events need. Anything else (nesting, comments, escapes, doubled keys, every mistake) is left to
:func:`seurantalo.reading.yaml_tree.read_tree`. Wherever this module answers, the two must agree to the last line
and column: the tests compare them.
"""

from __future__ import annotations

import re
from typing import Final

from seurantalo.reading.yaml_tree import MAXIMUM_NODES, NULLS, Entry, Mapping, Node, Scalar, Sequence

#: A key, and a value among others in brackets. YAML gives up on keys of more than 1,024 characters.
_KEY: Final = r"[^\W\d_]\w{0,60}(?:[ -]\w{1,60}){0,6}"
_ITEM: Final = r"\w[\w.+/ -]*"
#: One entry at the left edge, with its line breaks. What follows the colon is one of six ways to write a value.
_ENTRY: Final = re.compile(
    rf"""
    (?P<key> {_KEY} ) :[ ]+
    (?:
        (?P<plain> [\w(+“”][^\n]* ) \n+
      | \[ (?P<list> {_ITEM} (?: ,[ ]{_ITEM} )* ) \] \n+
      | \|\n (?P<block> (?P<indent> [ ]+ ) [^ \n][^\n]*\n (?: (?P=indent)[^\n]*\n | \n )* )
      | \{{ (?P<pairs> {_KEY}:[ ]{_ITEM} (?: ,[ ]{_KEY}:[ ]{_ITEM} )* ) \}} \n+
      | "(?P<double> [^"\\\n]* )" \n+
      | '(?P<single> [^'\n]* )' \n+
    )
    """,
    re.VERBOSE,
)
_match = _ENTRY.match
# tuple.__new__ skips the named tuples' own constructors, which cost half of all this.
_make = tuple.__new__


def may_be_plain(text: str) -> bool:
    """Tell whether a text holds nothing but printable characters and line breaks, and is not too long."""
    # Shorter than the number of nodes allowed, so there can't be too many. Whatever is printable to Python is so
    # to YAML; what YAML allows beyond that (tabs, other line breaks) is not plain.
    return 0 < len(text) <= MAXIMUM_NODES and text[-1] == "\n" and text.replace("\n", "").isprintable()


def read_plain(text: str, first_line: int = 1) -> Mapping | None:
    """Return the tree of a plainly written text, or None where a YAML parser has to look at it.

    ``first_line`` is where the text begins in its file. The tree is the one of ``read_tree``, which finds no flaw.
    """
    if not may_be_plain(text):
        return None
    position, end = 0, len(text)
    while position < end and text[position] == "\n":
        position += 1
    start = line = first_line + position
    entries: dict[str, Entry] = {}
    while position < end:
        found = read_entry(text, position, line)
        if found is None or found[0] in entries:
            return None
        key, entry, following = found
        entries[key] = entry
        line += text.count("\n", position, following)
        position = following
    return _make(Mapping, (entries, start, 1)) if entries else None


def read_entry(text: str, position: int, line: int) -> tuple[str, Entry, int] | None:
    """Return the key and the entry that begin at a position of a text that may be plain, and where the next begins.

    None where a YAML parser has to look at it. ``line`` is the number of the line.
    """
    match = _match(text, position)
    if match is None:
        return None
    key, style = match["key"], match.lastgroup or ""
    value = match[style]
    column = match.start(style) - position + 1
    node: Node | None
    if style == "plain":
        node = _plain(value, line, column)
    elif style == "list":
        node = _sequence(value, line, column - 1)
    elif style == "block":
        # The first line sets the indentation. "|" without a sign keeps one line break at the end.
        indent = match["indent"]
        words = "\n".join(value[len(indent) :].split("\n" + indent)).rstrip("\n") + "\n"
        node = _make(Scalar, (words, line, column - 2, True))
    elif style == "pairs":
        node = _mapping(value, line, column - 1)
    else:
        node = _make(Scalar, (value, line, column - 1, False))
    if node is None or key in NULLS:
        return None
    return key, _make(Entry, (line, 1, node)), match.end()


def _plain(words: str, line: int, column: int) -> Scalar | None:
    """Return the scalar of unquoted words; None where they hold a comment, one more key, or blanks at the end."""
    if words[-1] in " :" or ": " in words or " #" in words:
        return None
    return _make(Scalar, (None if words in NULLS else words, line, column, False))


def _sequence(words: str, line: int, column: int) -> Sequence | None:
    """Return the sequence of the items between two brackets; ``column`` is that of the first."""
    items: list[Node] = []
    place = column + 1
    for item in words.split(", "):
        if item[-1] == " ":
            return None
        items.append(_make(Scalar, (None if item in NULLS else item, line, place, False)))
        place += len(item) + 2
    return _make(Sequence, (items, line, column))


def _mapping(words: str, line: int, column: int) -> Mapping | None:
    """Return the mapping of the pairs between two braces; ``column`` is that of the first."""
    entries: dict[str, Entry] = {}
    place = column + 1
    for pair in words.split(", "):
        key, _, item = pair.partition(": ")
        if item[-1] == " " or key in entries or key in NULLS:
            return None
        node = _make(Scalar, (None if item in NULLS else item, line, place + len(key) + 2, False))
        entries[key] = _make(Entry, (line, place, node))
        place += len(pair) + 2
    return _make(Mapping, (entries, line, column))
