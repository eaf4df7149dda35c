"""Which written word means which field or value."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from seurantalo.model.fields.also_read import ALSO_READ
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.field import Field, Name

_WORDS: Final = re.compile(r"[^\W_]+")
#: Accents and dots, once they stand apart from their letters.
_MARKS: Final = re.compile("[\u0300-\u036f]+")
_BY_WORD: dict[int, tuple[tuple[Field, ...], Mapping[str, Field]]] = {}


def fold_word(word: str) -> str:
    """Return a key or value as it is compared: case, ``_``, ``-`` and repeated blanks do not matter.

    >>> fold_word("Varattu_asti")
    'varattu asti'
    """
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())


def plain_word(word: str) -> str:
    """Return a word or a name without case, accents, marks and blanks: what is the same however it is typed.

    >>> plain_word("Päättyy "), plain_word("Savonjärven kyläyhdistys"), plain_word("PERUTTU!")
    ('paattyy', 'savonjarven-kylayhdistys', 'peruttu')
    """
    letters = unicodedata.normalize("NFKD", word.casefold())
    if not letters.isascii():
        letters = _MARKS.sub("", letters)
    return "-".join(_WORDS.findall(letters))


def every_word(name: Name) -> tuple[str, ...]:
    """Return the English name, then the words of each language."""
    return (name.english, *(word for words in name.words.values() for word in words))


def fields_by_word(fields: tuple[Field, ...]) -> Mapping[str, Field]:
    """Return the fields by every word for them, as written in our tables and folded."""
    # Asked for every mapping of every file, so kept by identity: hashing fifty fields would cost more than the rest.
    kept = _BY_WORD.get(id(fields))
    if kept is None:
        found: dict[str, Field] = {}
        for field in fields:
            for word in every_word(field.called):
                found[word] = field
                found[fold_word(word)] = field
        for words_of in (every_word, lambda name: ALSO_READ.get(name.english, ())):
            for field in fields:
                for word in words_of(field.called):
                    found.setdefault(fold_word(word), field)
                    found.setdefault(plain := plain_word(word), field)
                    found.setdefault(plain.replace("-", ""), field)
        # The tuple is kept too, so that its identity can't pass to another.
        kept = _BY_WORD[id(fields)] = (fields, found)
    return kept[1]


def language_of(keys: Iterable[str], fields: tuple[Field, ...], preferred: str) -> str:
    """Return the language that most of the keys of a file are written in; ``preferred`` where it is as good."""
    known = fields_by_word(fields)
    counted: Counter[str] = Counter({preferred: 0})
    for word in map(plain_word, keys):
        field = known.get(word)
        for code, words in field.called.words.items() if field else ():
            counted[code] += word in map(plain_word, words)
        if field and word == plain_word(field.name):
            counted["en"] += 1
    most = max(counted.values())
    return preferred if counted[preferred] == most else min(code for code in counted if counted[code] == most)


def field_of(known: Mapping[str, Field], key: str) -> Field | None:
    """Return the field of :func:`fields_by_word` that a key means, however it is typed; None where it is none.

    >>> from seurantalo.model.kinds import RECORDS, Kind
    >>> event = fields_by_word(RECORDS[Kind.EVENT])
    >>> [field_of(event, key).name for key in ("päättyy", "Paattyy", "VARATTU_ASTI", "linkki")]
    ['ends', 'ends', 'hold_until', 'links']
    """
    if found := known.get(key) or known.get(fold_word(key)):
        return found
    plain = plain_word(key)
    return known.get(plain) or known.get(plain.replace("-", ""))


@cache
def values_by_word(choices: type[StrEnum]) -> Mapping[str, StrEnum]:
    """Return the members of a choice by every folded word for them."""
    words = [(word, value) for value, name in CHOICES[choices].items() for word in every_word(name)]
    return {plain_word(word): value for word, value in words} | {fold_word(word): value for word, value in words}


def value_of(choices: type[StrEnum], written: str) -> StrEnum | None:
    """Return the member of a choice that a word means, however it is typed; None where it means none."""
    words = values_by_word(choices)
    return words.get(fold_word(written)) or words.get(plain_word(written))


def words_for(choices: type[StrEnum], language: str) -> Iterator[tuple[StrEnum, str]]:
    """Yield each member of a choice with the word that we write ourselves in a language."""
    for value, name in CHOICES[choices].items():
        yield value, name.in_language(language)[0]


def value_word(value: StrEnum, language: str) -> str:
    """Return the word that we write ourselves for a value of a closed choice."""
    return CHOICES[type(value)][value].in_language(language)[0]
