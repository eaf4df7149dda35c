"""The line that keeps a renamed event's identity, in the words of its own file, and that file with the line in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from seurantalo.model.fields import names
from seurantalo.model.fields.words import every_word, language_of, plain_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind
from seurantalo.reading.files.listing import decode
from seurantalo.reading.history.outward import bare
from seurantalo.reading.yaml.front_matter import split_front_matter
from seurantalo.reading.yaml.tree import read_tree

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_TITLES: Final = frozenset(map(plain_word, every_word(names.TITLE)))


class _Fields(NamedTuple):
    """A file's keys with what they say, the line of its title (0: none), its last line of fields, and its prose."""

    said: Mapping[str, str]
    title: int
    last: int
    prose: str


def former_line(content: bytes, former_ids: Sequence[str], preferred: str) -> str:
    r"""Return the line that says former ids, oldest first, with the key in the language of the file's other keys.

    ``preferred`` is the language for a file whose keys are as much of one as of another.

    >>> former_line("titel: Loppis\nbörjar: 1.5.2027".encode(), ["loppis"], "fi")
    'tidigare id: loppis'
    >>> former_line("otsikko: Kirppis".encode(), ["tori", "kirppis"], "sv")
    'entiset tunnukset: [tori, kirppis]'
    """
    words = names.FORMER_IDS.in_language(_language(content, preferred))
    if len(former_ids) == 1:
        return f"{words[0]}: {former_ids[0]}"
    return f"{words[-1]}: [{', '.join(former_ids)}]"


def uid_line(content: bytes, uid: str, preferred: str) -> str:
    """Return the line that says a stored UID, with its key as :func:`former_line` has it."""
    return f"{names.UID.in_language(_language(content, preferred))[0]}: {uid}"


def with_line(content: bytes, line: str) -> bytes | None:
    """Return a file's content with a line more among its fields, and else as it was; None where that can't be.

    The line stands below the title, or at the end of the fields. Comments, line breaks and a byte order mark stay.
    """
    before = _fields(content)
    if before is None:
        return None
    lines = _LINE.findall(content.decode("utf-8"))
    ends = next((one[len(one.rstrip("\r\n")) :] for one in lines if one.endswith(("\n", "\r"))), "\n")
    key = line.partition(":")[0]
    for place in (_after(lines, before.title) if before.title else before.last, before.last):
        above = "".join(lines[:place])
        gap = "" if above.endswith(("\n", "\r")) else ends
        made = f"{above}{gap}{line}{ends}{''.join(lines[place:])}".encode()
        after = _fields(made)
        # Read back: in whatever way a file is written, nothing else of it may have changed.
        if after is None or key in before.said or key not in after.said or after.prose != before.prose:
            continue
        if {name: said for name, said in after.said.items() if name != key} == before.said:
            return made
    return None


def _after(lines: Sequence[str], start: int) -> int:
    """Return how many lines there are up to the end of the field that starts on a line, counted from one."""
    end = start
    while end < len(lines) and lines[end][:1] in (" ", "\t") and lines[end].strip():
        end += 1
    return end


def _fields(content: bytes) -> _Fields | None:
    text = decode(content, "")
    if isinstance(text, Problem):
        return None
    front = split_front_matter(text)
    words, first = (front.fields, front.fields_line) if front else (text, 1)
    tree, flaws = read_tree(words, first)
    if tree is None or any(flaw.is_error for flaw in flaws):
        return None
    title = next((entry.line for key, entry in tree.entries.items() if plain_word(key) in _TITLES), 0)
    last = first - 1 + len(_LINE.findall(words))
    return _Fields(
        {key: bare(entry.value) for key, entry in tree.entries.items()}, title, last, front.body if front else ""
    )


def _language(content: bytes, preferred: str) -> str:
    """Return the language that most keys of a file are written in."""
    found = _fields(content)
    return language_of(found.said if found else (), RECORDS[Kind.EVENT], preferred)
