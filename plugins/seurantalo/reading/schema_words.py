"""Which written word means which field or value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from seurantalo.reading.schema import Field
from seurantalo.reading.words import TABLES

_BY_WORD: dict[int, tuple[tuple[Field, ...], Mapping[str, Field]]] = {}


def fold_word(word: str) -> str:
    """Return a key or value as it is compared: case, ``_``, ``-`` and repeated blanks do not matter."""
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())


def field_words(field: Field) -> tuple[str, ...]:
    """Return the field's names: the English one, then those of each table."""
    return (field.name, *(word for fields, _ in TABLES.values() for word in fields.get(field.name, ())))


def fields_by_word(fields: tuple[Field, ...]) -> Mapping[str, Field]:
    """Return the fields by every word for them, as written in our tables and folded."""
    # Asked for every mapping of every file, so kept by identity: hashing fifty fields would cost more than the rest.
    kept = _BY_WORD.get(id(fields))
    if kept is None:
        found: dict[str, Field] = {}
        for field in fields:
            for word in field_words(field):
                found[word] = field
                found[fold_word(word)] = field
        # The tuple is kept too, so that its identity can't pass to another.
        kept = _BY_WORD[id(fields)] = (fields, found)
    return kept[1]


@cache
def values_by_word(choices: type[StrEnum]) -> Mapping[str, StrEnum]:
    """Return the members of a choice by every folded word for them."""
    found: dict[str, StrEnum] = {}
    for member in choices:
        found[fold_word(member.value)] = member
        for _, values in TABLES.values():
            for word in values.get(choices.__name__, {}).get(member.value, ()):
                found[fold_word(word)] = member
    return found


def words_for(choices: type[StrEnum], language: str) -> Iterable[tuple[StrEnum, str]]:
    """Return each member with the word that we write ourselves in a language."""
    values = TABLES[language][1].get(choices.__name__, {}) if language in TABLES else {}
    for member in choices:
        yield member, (values.get(member.value) or (member.value,))[0]


def field_word(name: str, language: str) -> str:
    """Return the word that we write ourselves for a field in a language."""
    fields = TABLES[language][0] if language in TABLES else {}
    return (fields.get(name) or (name,))[0]


TRUE_WORDS = frozenset({"true", "yes", "kyllä", "on", "ja", "x"})
FALSE_WORDS = frozenset({"false", "no", "ei", "nej"})
