"""A section of a template is filled, and made to fit: what may fall falls in its order, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from seurantalo.announcing.texts.blanks import Filled
from seurantalo.announcing.texts.template import Bracket, Capitals, Piece, Slot, slots
from seurantalo.frozen import dataclass

#: Stands where something fell, so that a line of which nothing else is left goes too. No text holds it.
_FALLEN: Final = "\ue000"
_SENTENCES: Final = "sentences"
_BLANKS: Final = re.compile(r" {2,}")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
_STOPS: Final = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A filled section: its text, its length, and what fell, by the English names of blanks; ``weekday`` is one."""

    text: str
    length: int
    fallen: tuple[str, ...] = ()


def fill(pieces: tuple[Piece, ...], filled: Filled) -> str:
    """Return a section with its blanks filled.

    Where a blank ends in a point, an exclamation or a question mark, the point that the template has behind it is
    left out. A line of which everything fell is left out too.
    """
    made = ""
    for piece in pieces:
        if isinstance(piece, str):
            made = _joined(made, piece)
        elif isinstance(piece, Slot):
            words = _words(piece, filled)
            made = _joined(made, words) if words else f"{made.rstrip(' ,;:–-')}{_FALLEN}"
        else:
            made = _joined(made, _bracket(piece, filled)) if _stands(piece, filled) else f"{made}{_FALLEN}"
    lines = [
        line.replace(_FALLEN, "") for line in made.split("\n") if _FALLEN not in line or line.strip(f" {_FALLEN}")
    ]
    text = "\n".join(_BLANKS.sub(" ", line).strip() for line in lines)
    return _EMPTY_LINES.sub("\n\n", text).strip("\n")


def fit(pieces: tuple[Piece, ...], filled: Filled, limit: int | None, length: Callable[[str], int] = len) -> Fitted:
    """Return a section that is as long as it may be; where even the least is too long, the least.

    Brackets fall by their numbers, that of the prose sentence by sentence from the last; at the very end the weekday
    of the registration's last day.
    """
    all_of_it = replace(filled, sentences=len(filled.prose))
    best = _Try(pieces, all_of_it, length)
    if limit is not None:
        for shorter in _shorter(pieces, all_of_it):
            if best.size <= limit:
                break
            best = _Try(pieces, shorter, length)
    return Fitted(best.text, best.size, tuple(_lost(pieces, all_of_it, best.filled)))


class _Try:
    """A filled section, measured once."""

    def __init__(self, pieces: tuple[Piece, ...], filled: Filled, length: Callable[[str], int]) -> None:
        self.filled = filled
        self.text = fill(pieces, filled)
        self.size = length(self.text)


def _shorter(pieces: tuple[Piece, ...], filled: Filled) -> Iterator[Filled]:
    """Yield ever shorter ways to fill a section."""
    numbers = sorted({piece.number for piece in pieces if isinstance(piece, Bracket) and piece.number is not None})
    for number in numbers:
        if any(slot.blank.key == _SENTENCES for slot, its in slots(pieces) if its == number):
            for count in range(filled.sentences - 1, 0, -1):
                filled = replace(filled, sentences=count)
                yield filled
            filled = replace(filled, sentences=0)
        filled = replace(filled, fallen=filled.fallen | {number})
        yield filled
    if filled.weekday:
        yield replace(filled, weekday=False)


def _lost(pieces: tuple[Piece, ...], before: Filled, after: Filled) -> Iterator[str]:
    """Yield what fell that had words."""
    for slot, number in slots(pieces):
        gone = number in after.fallen or (slot.blank.key == _SENTENCES and after.sentences < before.sentences)
        if gone and slot.blank.says(before):
            yield slot.blank.key
    if before.weekday and not after.weekday and fill(pieces, after) != fill(pieces, replace(after, weekday=True)):
        yield "weekday"


def _stands(piece: Bracket, filled: Filled) -> bool:
    if piece.number is not None and piece.number in filled.fallen:
        return False
    return all(slot.blank.says(filled) for slot in piece.pieces if isinstance(slot, Slot))


def _bracket(piece: Bracket, filled: Filled) -> str:
    made = ""
    for one in piece.pieces:
        made = _joined(made, one if isinstance(one, str) else _words(one, filled))
    return made


def _words(slot: Slot, filled: Filled) -> str:
    words = slot.blank.says(filled)
    if slot.capitals is Capitals.ALL:
        return words.upper()
    return f"{words[:1].upper()}{words[1:]}" if slot.capitals is Capitals.FIRST else words


def _joined(made: str, words: str) -> str:
    """Return two pieces as one; of two points between them one stands."""
    if words.startswith(".") and not words.startswith("..") and made.rstrip(f"{_FALLEN} ")[-1:] in _STOPS:
        return made.rstrip(f"{_FALLEN} ") + words[1:]
    return made + words
