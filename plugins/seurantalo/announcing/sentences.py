"""Sentences of prose: where each ends, so that a text can be as long as there is room and never stop in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Final

from seurantalo.language import Tongue
from seurantalo.patterns import late

#: What may end a sentence, with the signs that close around it.
_END: Final = late(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_CLOSING: Final = "\"'”’»)]"
_OPENING: Final = "\"'”’“‘«»([–—-¡¿"
_ITEM: Final = late(r"(?:[-*•–]|\d{1,3}[.)])\s+")
#: A day and a month, or a day alone, as they stand before their last point.
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE: Final = late(rf"(?:{_DAY}\.?[–-])?{_DAY}(?:\.(?:0?[1-9]|1[0-2]))?")


def unwrapped(words: str) -> str:
    r"""Return a text without markup with each paragraph on one line.

    >>> unwrapped("Tuo liika\nperenna.\n\nVie uusi.")
    'Tuo liika perenna.\nVie uusi.'
    """
    return "\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", words.strip()))


def sentences(words: str, tongue: Tongue) -> tuple[str, ...]:
    """Return the sentences of a plain text, each on one line; no sentence goes on over the end of a line.

    A sentence ends at ``. ! ?`` before a blank and a capital, but not after an abbreviation, one letter, an ordinal
    or a date. Where that is not sure nothing is cut. A line that ends without such a sign gets a point.

    >>> from seurantalo.language import TONGUES
    >>> sentences("Alkaa klo 18. Tarjolla on mm. Alman pullaa. Kahvia 2 €!", TONGUES["fi"])
    ('Alkaa klo 18.', 'Tarjolla on mm. Alman pullaa.', 'Kahvia 2 €!')
    """
    return _sentences(words, tongue.texts.abbreviations, tongue.clock_words)


@lru_cache(maxsize=2_000)
def _sentences(words: str, abbreviations: frozenset[str], clock_words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sentences; the same description is told in many channels."""
    return tuple(_each(words, abbreviations, clock_words))


def first_sentences(words: str, tongue: Tongue) -> Iterator[str]:
    """Yield the same one by one: for whoever needs no more than the first few.

    >>> from seurantalo.language import TONGUES
    >>> next(first_sentences("Alkaa klo 18. Kahvia 2 €!", TONGUES["fi"]))
    'Alkaa klo 18.'
    """
    return _each(words, tongue.texts.abbreviations, tongue.clock_words)


def _each(words: str, abbreviations: frozenset[str], clock_words: tuple[str, ...]) -> Iterator[str]:
    ends = partial(_ends, abbreviations=abbreviations, clock_words=clock_words)
    for line in words.split("\n"):
        yield from _of_line(" ".join(line.split()), ends)


def _of_line(line: str, ends: Callable[[str, re.Match[str]], bool]) -> Iterator[str]:
    item = _ITEM.match(line)
    line = line[item.end() :] if item else line
    start = 0
    for found in _END.finditer(line):
        if ends(line, found):
            yield line[start : found.end()].strip()
            start = found.end()
    rest = line[start:].strip()
    if any(sign.isalnum() for sign in rest):
        yield rest if rest.rstrip(_CLOSING)[-1:] in tuple(".!?…") else f"{rest.rstrip(',;:–—- ')}."


def _ends(line: str, found: re.Match[str], abbreviations: frozenset[str], clock_words: tuple[str, ...]) -> bool:
    """Tell whether a sign ends its sentence."""
    if not line[found.end() :].lstrip().lstrip(_OPENING)[:1].isupper():
        return False
    if found[0].rstrip(_CLOSING) != ".":
        return True
    before = line[: found.start()].split()
    word = before[-1].lstrip(_OPENING).casefold() if before else ""
    if word in abbreviations or (len(word) == 1 and word.isalpha()):
        return False
    if _DATE.fullmatch(word):
        return len(before) > 1 and before[-2].casefold().strip(_OPENING) in clock_words
    return True
