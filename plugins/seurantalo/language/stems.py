"""What stays of a word in all its forms: ``Seurantalolla``, ``seurantalon`` and ``SEURANTALO`` are one.

Names are looked for in running text by these keys, here and in the browser (``stem.js``, which says the same of every
word). The stems are those of Snowball (https://snowballstem.org/algorithms/finnish/stemmer.html and
``swedish``); dots and rings are taken off afterwards, since people leave them out.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any, Final

_STEMMERS: Final = {"fi": "finnish", "sv": "swedish"}
#: Longer words are no words.
_LONGEST: Final = 60


class _Bare(dict[int, str]):
    """Letters without their marks by the numbers of letters, each found out when it is first met."""

    def __missing__(self, number: int) -> str:
        apart = unicodedata.normalize("NFD", chr(number))
        bare = self[number] = "".join(one for one in apart if not unicodedata.category(one).startswith("M"))
        return bare


_BARE: Final = _Bare()


def folded(text: str) -> str:
    """Return a text in small letters, without dots, rings and accents.

    >>> folded("Öja BYAGÅRD")
    'oja byagard'
    """
    small = text.lower()
    return small if small.isascii() else small.translate(_BARE)


@lru_cache(maxsize=20_000)
def stem_key(word: str, language: str) -> str:
    """Return the key that the forms of a word share; in a language without a stemmer, the folded word.

    >>> {stem_key(word, "fi") for word in ("Seurantalolla", "seurantalon", "SEURANTALO")}
    {'seurantalo'}
    >>> stem_key("Byagården", "sv"), stem_key("byagård", "sv")
    ('byagard', 'byagard')
    """
    stemmer = _stemmer(language)
    small = unicodedata.normalize("NFC", word.lower())
    return folded(small if stemmer is None or len(small) > _LONGEST else stemmer.stemWord(small))


@cache
def _stemmer(language: str) -> Any:  # noqa: ANN401  # the library has no types
    name = _STEMMERS.get(language)
    if name is None:
        return None
    from Stemmer import Stemmer  # noqa: PLC0415 (only where words are looked for)

    return Stemmer(name, 0)  # It would keep words as well.
