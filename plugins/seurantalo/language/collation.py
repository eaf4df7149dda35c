"""Alphabetical order as people of our languages expect it: å, ä and ö after z, whatever the machine's locale."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Final, TypeVar

from seurantalo.language.registry import TONGUES

_Item = TypeVar("_Item")

#: Letters of their own after z, of every language, for names of all of them stand in one list -> a sign after z.
_LAST: Final = {
    letter: chr(ord("z") + place)
    for place, letter in enumerate(dict.fromkeys("".join(tongue.last_letters for tongue in TONGUES.values())), 1)
}
#: Letters of others -> what they are sorted as. Their marks are only marks: é is e.
_OTHERS: Final = {"æ": "ä", "ø": "ö", "ü": "y", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"}
_KEYS: Final = {letter: _LAST.get(like, like) for letter, like in _OTHERS.items()} | _LAST
_HEADINGS: Final = {sign: letter.upper() for letter, sign in _LAST.items()}
_DIGITS = re.compile(r"\d+")
OTHER: Final = "#"
"""The heading of what begins with a number or a sign."""


@lru_cache(maxsize=20_000)
def sort_key(words: str) -> tuple[str, str]:
    """Return a key that sorts by letters first; signs, case and marks decide only between equals.

    Numbers sort by what they are worth: 4H before 10-vuotiaat.
    """
    folded = unicodedata.normalize("NFC", words).casefold()
    letters = []
    for sign in folded:
        if sign in _KEYS:
            letters.append(_KEYS[sign])
        else:
            plain = unicodedata.normalize("NFD", sign)[0]
            if plain.isalnum() or plain == " ":
                letters.append(plain)
    return _DIGITS.sub(lambda found: found[0].zfill(12), "".join(letters).strip()), words


def initial(words: str) -> str:
    """Return the letter under which words stand in an alphabetical list: ``A`` to ``Ö``, else ``#``."""
    first = sort_key(words)[0][:1]
    found = _HEADINGS.get(first, first.upper())
    return found if found.isalpha() else OTHER


def by_initial(items: Iterable[tuple[str, _Item]]) -> tuple[tuple[str, tuple[_Item, ...]], ...]:
    """Return (letter, items) groups in alphabetical order; each item comes with the words it is sorted by."""
    ordered = sorted(items, key=lambda item: sort_key(item[0]))
    # Numbers and signs sort before letters, so all of a letter stand together.
    return tuple(
        (letter, tuple(item for _, item in group))
        for letter, group in groupby(ordered, key=lambda item: initial(item[0]))
    )
