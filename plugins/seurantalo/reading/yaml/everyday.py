"""The everyday form of a record, read line by line: names at the margin, with a text, a block, a list or fields.

Lists stand in brackets, fields in braces. What libyaml makes of such a text is known without asking it. Any text that
has more in it is none of this form.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from seurantalo.reading.yaml.nodes import Entry, Mapping, Node, Scalar, Sequence

#: Null of the YAML 1.2 core schema (section 10.3.2), for unquoted scalars.
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
#: The longest text, in characters: longer ones are for libyaml, which counts their nodes.
_LONGEST: Final = 20_000
_NAME: Final = r"([^\W\d_][\w-]{0,60}(?: [\w-]{1,40}){0,4}): "
_PLAIN: Final = r"[^\W_][^\n#:]*(?::[^\n#: ][^\n#:]*)*"
#: A name and its value: words that begin with a letter or a number, a list, a text in quotes, a block's sign, fields.
_LINE: Final = re.compile(
    rf"{_NAME}"
    rf"(?:({_PLAIN})"
    r"|\[([^\W_][^\n\[\]{}:#?\"'&*!|>%@`]*)\]"
    r"|\"([^\"\\\n]*)\"|'([^'\n]*)'|(\|)(?=\n)"
    r"|\{([^\W\d_][^\n\[\]{}#?\"'&*!|>%@`]*)\})(?:\n|\Z)"
)
_PLAIN_WORDS: Final = re.compile(_PLAIN)
_WORDS, _ITEMS, _BLOCK, _FIELDS = 2, 3, 6, 7
#: A field between braces.
_FIELD: Final = re.compile(rf" *{_NAME}([^\W_][^:]*)")
_BLANKS: Final = re.compile(r" +(?=[^ \n])")
#: By the blanks that the lines of a block begin with: where one begins otherwise.
_ENDS: Final = tuple(re.compile(rf"\n(?!\n|\Z| {{{blanks}}})") for blanks in range(9))
# tuple.__new__ skips the named tuples' own constructors: a file has dozens of them.
_make: Final = tuple.__new__


@lru_cache(maxsize=2)
def is_printable(text: str) -> bool:
    r"""Tell whether a text holds no more than signs that can be seen, blanks and line breaks.

    >>> is_printable("Kesäjuhla\n"), is_printable("Kesä\u00adjuhla\n")
    (True, False)
    """
    return text.replace("\n", "").isprintable()


def everyday_words(text: str) -> str | None:
    """Return what libyaml makes of what stands printable behind a name; None where that is more than plain words.

    >>> everyday_words("Kesäjuhla, klo 18:30 "), everyday_words("Kesäjuhla: tanssit"), everyday_words("null")
    ('Kesäjuhla, klo 18:30', None, None)
    """
    words = text.rstrip(" ")
    return words if _PLAIN_WORDS.fullmatch(words) and words not in NULLS else None


def everyday_tree(text: str, first_line: int = 1) -> Mapping | None:
    r"""Return the fields of a text of the everyday form as libyaml gives them; None for any other text.

    ``first_line`` is where the text begins in its file.

    >>> tree = everyday_tree("otsikko: Kesäjuhla\nteemat: [kyla, musiikki]\nkuvaus: |\n  Tervetuloa!\n")
    >>> tree.entries["kuvaus"].value.text, tree.entries["teemat"].value.items[1].column
    ('Tervetuloa!\n', 16)
    >>> everyday_tree("otsikko: Kesäjuhla: tanssit")
    """
    size = len(text)
    if size > _LONGEST or not is_printable(text):
        return None
    entries: dict[str, Entry] = {}
    at, here = 0, first_line
    while at < size:
        if text[at] == "\n":
            at, here = at + 1, here + 1
            continue
        found = _LINE.match(text, at)
        if found is None:
            return None
        name, kind = found[1], found.lastindex or 0
        line, column = here, len(name) + 3
        at, here = found.end(), here + 1
        node: Node
        if kind == _WORDS:
            words = found[_WORDS].rstrip(" ")
            node = _make(Scalar, (None if words in NULLS else words, line, column, False))
        elif kind == _BLOCK:
            body = everyday_block(text, at)
            if body is None:
                return None
            node = _make(Scalar, (body[0], line, column, True))
            here += text.count("\n", at, body[1])
            at = body[1]
        elif kind in _MANY:
            many = _MANY[kind](found[kind], line, column)
            if many is None:
                return None
            node = many
        else:
            node = _make(Scalar, (found[kind], line, column, False))
        if name in entries or name in NULLS:
            return None
        entries[name] = _make(Entry, (line, 1, node))
    return Mapping(entries, next(iter(entries.values())).line, 1) if entries else None


def everyday_block(text: str, at: int) -> tuple[str, int] | None:
    r"""Return the text of a block that begins at a place, and where it ends; None where its lines are uneven.

    >>> everyday_block("kuvaus: |\n  Kahvia!\n\n  - pullaa\ndemo: ei\n", 10)
    ('Kahvia!\n\n- pullaa\n', 31)
    """
    first = _BLANKS.match(text, at)
    indent = first.end() - at if first is not None else 0
    if not 0 < indent < len(_ENDS):
        return None
    following = _ENDS[indent].search(text, at)
    end = following.start() + 1 if following is not None else len(text)
    if text[end - 1] != "\n" or text[end : end + 1] == " ":
        return None
    body = text[at + indent : end].replace("\n" + " " * indent, "\n")
    return body.rstrip("\n") + "\n", end


def _items(text: str, line: int, column: int) -> Sequence | None:
    """Return the list in brackets that begin in a column; None where an item is empty or no plain word."""
    items: list[Node] = []
    at = column + 1
    for piece in text.split(","):
        words = piece.strip(" ")
        if not words or not words[0].isalnum():
            return None
        begin = at + piece.index(words[0])
        items.append(_make(Scalar, (None if words in NULLS else words, line, begin, False)))
        at += len(piece) + 1
    return _make(Sequence, (items, line, column))


def _fields(text: str, line: int, column: int) -> Mapping | None:
    """Return the fields in braces that begin in a column; None where one is more than a name and a plain word."""
    entries: dict[str, Entry] = {}
    at = column + 1
    for piece in text.split(","):
        found = _FIELD.fullmatch(piece)
        if found is None or found[1] in entries or found[1] in NULLS:
            return None
        words = found[2].rstrip(" ")
        value = _make(Scalar, (None if words in NULLS else words, line, at + found.start(2), False))
        entries[found[1]] = _make(Entry, (line, at + found.start(1), value))
        at += len(piece) + 1
    return _make(Mapping, (entries, line, column))


_MANY: Final = {_ITEMS: _items, _FIELDS: _fields}
