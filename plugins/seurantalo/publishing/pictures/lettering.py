"""How wide words are, and how they break into lines, without knowing the reader's font.

The widths are those of common sans-serif faces, rounded up: what fits by them fits in Arial, Segoe UI, Roboto, San
Francisco and Liberation Sans. tests/browser measures real text against them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: Widths in hundredths of the type size.
_NARROW: Final = 30
_ROUND: Final = 58
_WIDE: Final = 90
_CAPITAL: Final = 72
#: Letters whose widths are remembered.
_KNOWN: Final = 1024


class _Widths(dict[str, int]):
    """Widths by letter; one that is not known is worked out once."""

    def __missing__(self, sign: str) -> int:
        # What is neither Latin nor Cyrillic may be as wide as it is high: CJK, emoji.
        found = 105 if sign > "\u2e7f" else _CAPITAL if sign.isupper() else _ROUND
        if len(self) < _KNOWN:
            self[sign] = found
        return found


_WIDTHS: Final = _Widths(
    dict.fromkeys("ijlI.,:;'’|!()[]/ -", _NARROW)
    | dict.fromkeys('ftr"”“', 38)
    | dict.fromkeys("mMwW–—…%&@", _WIDE)
    | dict.fromkeys("sckvxyz", 54)
)
#: Bold letters are wider by so much.
_BOLD: Final = 1.07
#: The part of a word up to a hyphen inside it, or to its end.
_PIECE: Final = re.compile(r".+?(?:[-–/](?=.)|$)")
#: Letters of a text that are looked at: more never fit.
_LONGEST: Final = 400
_VOWELS: Final = "aeiouyåäöéü"


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text at a type size, in the same unit; never too small by much."""
    hundredths = sum(map(_WIDTHS.__getitem__, words))
    return hundredths * size / 100 * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def lines_of(words: str, width: float, size: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """Return the words in lines no wider than ``width``, at most ``most`` of them; what is left out ends in ``…``.

    A word that is too long for a line of its own is divided with a hyphen between two syllables.
    """
    room = width * 100 / size / (_BOLD if bold else 1)
    lines: list[str] = []
    current, used = "", 0
    for word in words[:_LONGEST].split():
        gap = bool(current)
        for whole, hundredths in _pieces(word):
            piece, wide = whole, hundredths
            while used + gap * _NARROW + wide > room:
                if current:
                    lines.append(current)
                else:
                    head, piece = _divided(piece, width, size, bold=bold)
                    wide = _hundredths(piece)
                    lines.append(head)
                current, used, gap = "", 0, False
            current = f"{current} {piece}" if gap else f"{current}{piece}"
            used += gap * _NARROW + wide
            gap = False
    if current:
        lines.append(current)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], shortened(f"{lines[most - 1]}…", width, size, bold=bold))


def _hundredths(words: str) -> int:
    return sum(map(_WIDTHS.__getitem__, words))


@lru_cache(maxsize=4096)
def _pieces(word: str) -> tuple[tuple[str, int], ...]:
    """Return the parts of a word up to the hyphens inside it, with their widths: the same words come again."""
    return tuple((piece, _hundredths(piece)) for piece in _PIECE.findall(word))


def shortened(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return words cut to a width, with ``…`` at the end where something is missing."""
    if width_of(words, size, bold=bold) <= width:
        return words
    kept = words.rstrip("…")
    while kept and width_of(f"{kept}…", size, bold=bold) > width:
        kept = kept[:-1]
    return f"{kept.rstrip(' -–,')}…"


def _divided(word: str, width: float, size: float, *, bold: bool) -> tuple[str, str]:
    """Divide a word: before a consonant with a vowel after it, as Finnish does, else wherever the line ends."""
    if len(word) < 3:
        return word, ""
    fits = 1
    while fits < len(word) - 1 and width_of(f"{word[: fits + 1]}-", size, bold=bold) <= width:
        fits += 1
    for cut in range(fits, max(fits // 2, 2), -1):
        before, first, second = word[cut - 1], word[cut].casefold(), word[cut + 1 : cut + 2].casefold()
        if before.isalpha() and first.isalpha() and first not in _VOWELS and second and second in _VOWELS:
            return f"{word[:cut]}-", word[cut:]
    return f"{word[:fits]}-", word[fits:]
