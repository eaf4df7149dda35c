"""Which written word means which field or value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from seurantalo.reading.schema import Field
from seurantalo.reading.words import TABLES


def fold_word(word: str) -> str:
    """Return a key or value as it is compared: case, ``_``, ``-`` and repeated blanks do not matter."""
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())


def field_words(field: Field) -> tuple[str, ...]:
    """Return the field's names: the English one, then those of each table."""
    return (field.name, *(word for fields, _ in TABLES.values() for word in fields.get(field.name, ())))


@cache
def fields_by_word(fields: tuple[Field, ...]) -> Mapping[str, Field]:
    """Return the fields by every word for them, as written in our tables and folded."""
    found: dict[str, Field] = {}
    for field in fields:
        for word in field_words(field):
            found[word] = field
            found[fold_word(word)] = field
    return found


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
