"""A notice as it was pasted, and level: small letters without dots, a sign for a sign, so that places stay the same.

Places are counted as browsers count them, in UTF-16 code units: what is found here is marked there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from seurantalo.frozen import dataclass

#: Longer than any notice.
LONGEST: Final = 20_000
_DASHES: Final = "‐‑‒–—―−"
_PLAIN: Final = {"ø": "o", "æ": "a", "ß": "s", "đ": "d", "’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "„": '"'}
#: Signs that are read; all else, pictures among them, is ``~``.
_READ: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789\n .,:;!?()[]/&+-€%@'\"*_|=#<>")
#: In the place of a sign that takes two units.
FILLER: Final = "\ufffd"
#: What is left of a picture in a title.
_UNSEEN: Final = (FILLER, "\ufe0f")
_ORNAMENT: Final = " \t\n*_~#=>|·•–—-:;,.!?/+\"'”“"
_BREAKS: Final = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
#: A word that a column has broken: "maalis-", "kuuta"; not "kylä-", "ja kuntapäivä".
_SPLIT: Final = re.compile(
    r"(?<=[A-Za-zÅÄÖåäöéü][a-zåäöéü])-\n(?!(?:ja|tai|eli|sekä|och|eller|and|or)[ \n])(?=[a-zåäöéü]{2})"
)
_HIDDEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def cleaned(text: str) -> str:
    """Return a text with one sort of line ends, composed letters, whole words and nothing hidden, cut if too long."""
    cut = text.encode("utf-16-le", "replace")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    return _SPLIT.sub("", unicodedata.normalize("NFC", _HIDDEN.sub("", _BREAKS.sub("\n", cut))))


def units(text: str) -> str:
    """Return a text with a sign for each code unit: what takes two is two fillers."""
    return "".join(letter if letter <= "\uffff" else FILLER * 2 for letter in text)


def levelled(text: str) -> str:
    """Return a text of code units, level.

    >>> levelled("LA 12.6. klo 13–16 Särkirannan kylätalo")
    'la 12.6. klo 13-16 sarkirannan kylatalo'
    """
    return "".join(_level(letter) for letter in text)


def _level(letter: str) -> str:
    if letter in _DASHES:
        return "-"
    if letter != "\n" and letter.isspace():
        return " "
    small = unicodedata.normalize("NFD", letter.lower())[:1]
    small = _PLAIN.get(small, small)
    return small if small in _READ else "~"


def tidy(text: str) -> str:
    """Return a piece of a text as a value: without pictures, ornaments and double blanks."""
    return " ".join("".join(" " if sign in _UNSEEN else sign for sign in text).split()).strip(_ORNAMENT)


@dataclass(frozen=True, eq=False)
class Notice:
    """A text that is read, with the words of its language."""

    text: str
    words: Mapping[str, Any]
    """The tables of the language (``proposing.pasting``)."""

    @cached_property
    def units(self) -> str:
        """The text, a sign for each code unit."""
        return units(self.text)

    @cached_property
    def low(self) -> str:
        """The text, level."""
        return levelled(self.units)

    @cached_property
    def masked(self) -> str:
        """The level text without numbers that are no days and no hours."""
        return blanked(self.low, [match.span() for match in self.pattern("masked").finditer(self.low)])

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return one of the patterns of the language."""
        return compiled(self.words["patterns"][name])

    def feast(self, pattern: str) -> re.Pattern[str]:
        """Return the pattern of a day that has a name."""
        return compiled(rf"(?<![a-z])(?:{pattern})(?![a-z])")

    def has(self, name: str, text: str) -> bool:
        """Tell whether a pattern is found in a level text."""
        return self.pattern(name).search(text) is not None


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return a text with ``~`` in place of some spans; ends of lines stay."""
    signs = list(text)
    for start, end in spans:
        for at in range(start, end):
            if signs[at] != "\n":
                signs[at] = "~"
    return "".join(signs)


_KEPT: dict[str, re.Pattern[str]] = {}


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the tables, which names its groups as JavaScript does."""
    found = _KEPT.get(pattern)
    if found is None:
        found = _KEPT[pattern] = re.compile(re.sub(r"\(\?<(?![=!])", "(?P<", pattern), re.ASCII)
    return found
