"""Words of a text, and the key that the forms of each share; ``search.js`` takes a question apart in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from seurantalo.language.stems import folded, stem_key

_WORD: Final = re.compile(r"[^\W_]+")
#: Days of a month and hours are numbers of one or two digits: nobody looks for them.
_SHORT_NUMBER: Final = 2


def words_of_text(text: str) -> list[str]:
    r"""Return the words of a text in small letters.

    >>> words_of_text("4H-kerho, la 13.3.2027")
    ['4h', 'kerho', 'la', '13', '3', '2027']
    >>> words_of_text("Kumppanuus\xadaamiainen")
    ['kumppanuusaamiainen']
    """
    # Long words of headings are soft hyphenated.
    return _WORD.findall(unicodedata.normalize("NFC", text.lower().replace("\xad", "")))


def terms(text: str, language: str) -> Iterator[str]:
    """Yield the keys of a text's words, without those that nobody looks for.

    >>> list(terms("Seurantalolla 13.3.2027", "fi"))
    ['seurantalo', '2027']
    """
    for word in words_of_text(text):
        if len(word) > 1 and not (len(word) <= _SHORT_NUMBER and word.isdigit()):
            yield term(word, language)


@lru_cache(maxsize=50_000)
def term(word: str, language: str) -> str:
    """Return the key of one word; what holds a digit has no endings that a stemmer knows.

    >>> term("kirppiksellä", "fi"), term("112päivä", "fi")
    ('kirppiks', '112paiva')
    """
    return stem_key(word, language) if word.isalpha() else folded(word)
