"""Words of a text, and the key that the forms of each share; ``search.js`` takes a question apart in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from seurantalo.language.stems import folded, stem_key

_WORD: Final = re.compile(r"[^\W_]+")
#: Words, and pieces of texts, that are remembered: all of a large site.
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
    return _keys_of(text, _keys(language))


def title_terms(text: str, language: str) -> list[str]:
    """Return the keys of a title's words, and whole what a stemmer has cut short: half typed, it is found too.

    >>> title_terms("Pizzailta kylätalolla", "fi")
    ['piz', 'pizzailta', 'kylatalo']
    """
    return _keys_of(text, _keys_in_titles(language))


def _keys_of(text: str, keys: _Keys) -> list[str]:
    # No word, and nothing that NFC makes one letter of, holds a space: what stands between two is looked up as it is.
    return " ".join(map(keys.__getitem__, text.split())).split()


class _Keys(dict[str, str]):
    """Pieces of texts with their keys, a space between them, each found out when it is first met."""

    def __init__(self, of_word: Callable[[str], str]) -> None:
        super().__init__()
        self._of_word = of_word

    def __missing__(self, piece: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        keys = self[piece] = " ".join(map(self._of_word, words_of_text(piece)))
        return keys


@cache
def _keys(language: str) -> _Keys:
    return _Keys(lambda word: "" if _is_idle(word) else term(word, language))


@cache
def _keys_in_titles(language: str) -> _Keys:
    surely = _SURE_ENDING.get(language, 4)

    def of_word(word: str) -> str:
        key, whole = term(word, language), folded(word)
        is_cut = len(whole) - len(key) > surely and whole.isalpha()
        return " ".join(("" if _is_idle(word) else key, whole if is_cut else ""))

    return _Keys(of_word)


def _is_idle(word: str) -> bool:
    """Tell whether nobody looks for a word: it is a letter, or a number of days or hours."""
    return len(word) <= 1 or (len(word) <= _SHORT_NUMBER and word.isdigit())


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
