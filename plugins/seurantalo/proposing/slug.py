"""The name of a new record's file, which is its id for ever. ``file-text.js`` finds the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.proposing.canonical import Value
from seurantalo.proposing.tables import KindTable, text_tables

_LONGEST: Final = 60
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-[0-9]{2}")
#: Letters that are no other letter with a mark.
_LETTERS: Final = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})


def slug(words: str) -> str:
    """Return words as a part of an address; ``""`` where no letter or digit of ours is in them.

    >>> slug("Åsan kesäjuhla & tanssit!")
    'asan-kesajuhla-tanssit'
    """
    letters = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS))
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]+", "", letters))
    return plain.strip("-")[:_LONGEST].strip("-")


def new_path(kind: Kind, values: Mapping[str, Value], taken: Container[str] = (), about: str = "") -> str:
    """Return the path of a new record's file. ``taken`` are ids that are in use.

    An event's id ends in its year, so that next year's has another one. A comment is ``about`` a record:
    ``practices/talkoot``.

    >>> new_path(Kind.EVENT, {"title": "Kesäjuhla", "starts": "2027-06-12T13:00"})
    'events/2027/06/kesajuhla-2027.yml'
    >>> new_path(Kind.VENUE, {"name": "Seurala"}, taken={"seurala"})
    'content/venues/seurala-2.yml'
    """
    table = text_tables([kind], "en")["kinds"][kind.value]
    return path_in(kind.value, table, values, taken, about)


def path_in(
    kind: str, table: KindTable, values: Mapping[str, Value], taken: Container[str] = (), about: str = ""
) -> str:
    """Return the path of a new record's file by the tables of writers of files.

    >>> table = text_tables([Kind.COMMENT], "fi")["kinds"]["comment"]
    >>> values = {"date": "2027-03-02", "by": "Noppa ry"}
    >>> path_in("comment", table, values, about="practices/talkoot")
    'content/practices/talkoot/comments/2027-03-02-noppa-ry.md'
    """
    day = _DAY.match(str(values.get({"event": "starts", "comment": "date"}.get(kind, ""), "")))
    base = slug(_called(kind, values)) or kind
    folder = table["folder"]
    if kind == "event":
        folder += f"/{day[1]}/{day[2]}" if day else ""
        base = f"{base}-{day[1]}" if day and not base.endswith(f"-{day[1]}") else base
    if kind == "comment":
        folder += f"/{about}/comments"
        base = f"{day[0]}-{base}" if day else base
    return next(f"{folder}/{name}.{table['ending']}" for name in _names(base) if name not in taken)


def _called(kind: str, values: Mapping[str, Value]) -> str:
    """Return what a record is called, of several languages in the first."""
    if kind == "adoption":
        return f"{values.get('adopter', '')} {values.get('practice', '')}"
    for name in ("title", "name", "question", "by"):
        value = values.get(name)
        if isinstance(value, Mapping):
            value = next(iter(value.values()), "")
        if isinstance(value, str) and slug(value):
            return value
    return ""


def _names(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1
