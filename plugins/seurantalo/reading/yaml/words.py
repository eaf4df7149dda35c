"""Which words begin a line of a record, whatever its kind, and what people write behind them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.nesting import with_fields_inside
from seurantalo.model.fields.words import every_word, fold_word
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.record import Kind

_LINES: Final = frozenset({Shape.LINE, Shape.TEXT})
_PARTS: Final = frozenset({Shape.CHANNELS, Shape.MAP, Shape.PART, Shape.PERIOD, Shape.REPEATS})
_TITLES: Final = frozenset({"title", "name", "question"})


class Holds(StrEnum):
    """What stands behind a word: a line of text, a text of many lines, one value, or what has parts."""

    LINE = "line"
    PROSE = "prose"
    VALUE = "value"
    PARTS = "parts"

    @property
    def is_text(self) -> bool:
        """Tell whether any sign may stand in it."""
        return self in (Holds.LINE, Holds.PROSE)


def plain_word(word: str) -> str:
    """Return a word as it is looked up here: case, dashes, blanks and the dots of letters do not matter.

    >>> plain_word("Päättyy"), plain_word("VARATTU_asti")
    ('paattyy', 'varattu asti')
    """
    return unicodedata.normalize("NFKD", fold_word(word)).encode("ascii", "ignore").decode("ascii")


@cache
def top_words() -> Mapping[str, Holds]:
    """Return what stands behind each word that a file may begin a line with."""
    return _words(field for fields in RECORDS.values() for field in fields)


@cache
def all_words() -> Mapping[str, Holds]:
    """Return the same, with the words inside of fields that have parts."""
    inside = (field for fields in RECORDS.values() for field in with_fields_inside(fields))
    return {**_words(inside), **top_words()}


@cache
def title_words() -> frozenset[str]:
    """Return the words for what a record is called."""
    titles = (field for fields in RECORDS.values() for field in fields if field.name in _TITLES)
    return frozenset(plain_word(word) for field in titles for word in every_word(field.called))


def kind_of_words(words: Mapping[str, object]) -> Kind | None:
    """Return the kind of record that a file's words tell; None where they tell none, or two alike.

    An event tells by what it is called and when it begins or who holds it, even where the rest is not there yet.
    """
    written = {plain_word(word) for word in words}
    found = [
        (len(written - _every(kind)), -len(_needed(kind)), kind)
        for kind in KINDS
        if (KINDS[kind].folder or kind is Kind.EVENT) and _tells(written, kind)
    ]
    found.sort(key=lambda each: each[:2])
    return found[0][2] if found and (len(found) == 1 or found[0][:2] != found[1][:2]) else None


def _tells(written: set[str], kind: Kind) -> bool:
    if kind is Kind.EVENT:
        return all(written & each for each in _EVENT)
    return all(written & each for each in _needed(kind))


def kind_by_words(words: Mapping[str, object], but: Kind) -> Kind | None:
    """Return the one kind of record that a file's words tell, where they can't be those of the kind ``but``.

    All required fields of the kind must stand there, and fewer of its words be strange.
    """
    written = {plain_word(word) for word in words}
    own = len(written - _every(but))
    found = []
    for kind in KINDS:
        if kind is but or KINDS[kind].vocabulary:
            continue
        needed = _needed(kind)
        if all(written & each for each in needed) and (strange := len(written - _every(kind))) < own:
            found.append((strange, -len(needed), kind))
    found.sort(key=lambda each: each[:2])
    return found[0][2] if found and (len(found) == 1 or found[0][:2] != found[1][:2]) else None


def _called(name: str) -> frozenset[str]:
    """Return the words for a field of events."""
    return next(
        frozenset(map(plain_word, every_word(field.called))) for field in RECORDS[Kind.EVENT] if field.name == name
    )


#: By one word of each of these an event is known.
_EVENT: Final = (_called("title"), _called("starts") | _called("organisers"))


@cache
def _every(kind: Kind) -> frozenset[str]:
    return frozenset(plain_word(word) for field in RECORDS[kind] for word in every_word(field.called))


@cache
def _needed(kind: Kind) -> tuple[frozenset[str], ...]:
    """Return the words for each field that a record of a kind must have in its fields."""
    needed = (field for field in RECORDS[kind] if field.required and field.shape is not Shape.PROSE)
    return tuple(frozenset(map(plain_word, every_word(field.called))) for field in needed)


def _words(fields: Iterator[Field]) -> dict[str, Holds]:
    found: dict[str, Holds] = {}
    for field in fields:
        holds = _holds(field)
        for word in every_word(field.called):
            name = plain_word(word)
            found[name] = _both(found.get(name, holds), holds)
    return found


def _holds(field: Field) -> Holds:
    if field.shape in _PARTS:
        return Holds.PARTS
    if field.many:
        return Holds.VALUE
    if field.shape is Shape.PROSE:
        return Holds.PROSE
    return Holds.LINE if field.shape in _LINES else Holds.VALUE


def _both(one: Holds, other: Holds) -> Holds:
    """Return what a word holds that two kinds of record use: what is safe for both."""
    if one is other:
        return one
    return (
        Holds.PROSE
        if one.is_text and other.is_text
        else (Holds.PARTS if Holds.PARTS in (one, other) else Holds.VALUE)
    )
