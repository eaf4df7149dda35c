"""Words of a text, and the key that the forms of each share; ``search.js`` takes a question apart in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from seurantalo.language.stems import folded, stem_key

_WORD: Final = re.compile(r"[^\W_]+")
#: Words that are remembered: all of a large site.
_REMEMBERED: Final = 50_000
#: Days of a month and hours are numbers of one or two digits: nobody looks for them.
_SHORT_NUMBER: Final = 2
#: Letters of a sure ending. What is cut by more may have been part of the word: the evening (*ilta*) of a
#: *pizzailta*, and in Swedish, where *dans* seems to be *d* with an ending, by any.
_SURE_ENDING: Final = {"fi": 4, "sv": 0}


def words_of_text(text: str) -> list[str]:
    r"""Return the words of a text in small letters.

    >>> words_of_text("4H-kerho, la 13.3.2027")
    ['4h', 'kerho', 'la', '13', '3', '2027']
    >>> words_of_text("Kumppanuus\xadaamiainen")
    ['kumppanuusaamiainen']
    """
    # Long words of headings are soft hyphenated.
    return _WORD.findall(unicodedata.normalize("NFC", text.lower().replace("\xad", "")))


def terms(text: str, language: str) -> list[str]:
    """Return the keys of a text's words, without those that nobody looks for.

    >>> terms("Seurantalolla 13.3.2027", "fi")
    ['seurantalo', '2027']
    """
    return list(filter(None, map(_keys(language).__getitem__, words_of_text(text))))


class _Keys(dict[str, str]):
    """Words with their keys, each found out when it is first met; ``""`` for one that nobody looks for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        is_short = len(word) <= 1 or (len(word) <= _SHORT_NUMBER and word.isdigit())
        key = self[word] = "" if is_short else term(word, self._language)
        return key


@cache
def _keys(language: str) -> _Keys:
    return _Keys(language)


def title_terms(text: str, language: str) -> Iterator[str]:
    """Yield the keys of a title's words, and whole what a stemmer has cut short: half typed, it is found too.

    >>> list(title_terms("Pizzailta kylätalolla", "fi"))
    ['piz', 'pizzailta', 'kylatalo']
    """
    for word in words_of_text(text):
        yield from _title_terms(word, language)


@lru_cache(maxsize=_REMEMBERED)
def _title_terms(word: str, language: str) -> tuple[str, ...]:
    whole = folded(word)
    is_cut = len(whole) - len(term(word, language)) > _SURE_ENDING.get(language, 4) and whole.isalpha()
    return (*terms(word, language), *((whole,) if is_cut else ()))


@lru_cache(maxsize=_REMEMBERED)
def term(word: str, language: str) -> str:
    """Return the key of one word; what holds a digit has no endings that a stemmer knows.

    >>> term("kirppiksellä", "fi"), term("112päivä", "fi"), term("dancing", "en")
    ('kirppiks', '112paiva', 'danc')
    """
    if not word.isalpha():
        return folded(word)
    return english_key(folded(word)) if language == "en" else stem_key(word, language)


_ENGLISH: Final = (
    (re.compile(r"(?<![ae])ies\Z"), "y"),
    (re.compile(r"(?<=[^us])s\Z"), ""),
    (re.compile(r"(?<=.{4})ing\Z|(?<=.{3})ed\Z"), ""),
    (re.compile(r"([^aeiouls])\1\Z"), r"\1"),
    (re.compile(r"(?<=.{3})[ey]\Z"), ""),
)


def english_key(word: str) -> str:
    """Return what the common forms of an English word share; ``englishKey`` of ``search-words.js`` says the same.

    >>> [english_key(word) for word in ("dance", "dances", "dancing", "danced", "swimming", "parties", "bus")]
    ['danc', 'danc', 'danc', 'danc', 'swim', 'part', 'bus']
    """
    for pattern, becomes in _ENGLISH:
        word = pattern.sub(becomes, word)
    return word
