"""What may be meant by a rule that cannot be understood: the nearest right form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from rapidfuzz import fuzz, process

from seurantalo.language import TONGUES
from seurantalo.model.channel import InWeek, WeekdayBefore
from seurantalo.reading.channels.deadline import DeadlineError, Read, plain, read_deadline, written_rule
from seurantalo.reading.channels.pieces import Piece, words_of
from seurantalo.reading.input_words import CLOCK_WORDS

#: No line has more words that are worth while.
_MOST_WORDS: Final = 14
#: How alike a mistyped word must be, of 100.
_LIKE: Final = 82
_SHORTEST: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLAUSE: Final = re.compile(r",(?!\d)|[;(]|:(?!\d)|\s-\s")
#: ``1-2 viikkoa``: the earlier day; ``1,5 viikkoa``: the earlier whole one; ``-3 päivää`` is no less than three.
_RANGE: Final = re.compile(r"(?<![\w.:,])\d{1,3}\s*-\s*(?=\d{1,3}(?![\w.:]))")
_HALF: Final = re.compile(r"(?<![\w.:,])(?P<whole>\d{1,2}),\d(?!\d)")
_MINUS: Final = re.compile(r"(?<![\w.:-])-\s?(?=\d)")
_HAS_DIGIT: Final = re.compile(r"\d")
#: An hour without its word, at the end or before one more: ``torstaina 12``, ``torstaina 12 mennessä``.
_BARE_HOUR: Final = re.compile(r"(?<![\w.:])(?P<hour>\d{1,2})(?=\W*$|\s+\w+\W*$)(?![.:-])")


def nearest_rule(text: str, language: str) -> str:
    """Return the rule that may be meant, in the words of its own language; ``""`` where nothing is near.

    >>> nearest_rule("Muutamaa päivää ennen, muistutus samana aamuna", "fi")
    '3 päivää ennen'
    """
    codes = [language, *(code for code in TONGUES if code != language)] if language in TONGUES else list(TONGUES)
    for clause in _CLAUSE.split(plain(text)):
        found = max((_longest(*guess) for code in codes for guess in _guesses(clause, code)), key=lambda one: one[0])
        if found[1] is not None:
            return written_rule(found[1].rule, found[1].language)
    return ""


def _guesses(words: str, code: str) -> Iterator[tuple[str, int]]:
    """Yield what may have been meant, the nearest first, and how many words were added."""
    certain = _certain(words, code)
    clock = TONGUES[code].clock_words[0]
    for guess in dict.fromkeys((certain, _spelled(certain, code))):
        yield guess, 0
        yield _BARE_HOUR.subn(lambda found: f"{clock} {found['hour']}", guess)


def _certain(words: str, code: str) -> str:
    """Return a rule with a number in place of "a few", "one or two" and "one and a half"."""
    words = _MINUS.sub("", _RANGE.sub("", words))
    words = _HALF.sub(lambda found: str(int(found["whole"]) + 1), words)
    for vague, sure in sorted(TONGUES[code].deadlines.vague.items(), key=lambda pair: -len(pair[0])):
        words = re.sub(rf"(?<![^\W_]){re.escape(vague)}(?![^\W_])", sure, words)
    return words


def _spelled(words: str, code: str) -> str:
    """Return a rule in which each word that is nearly one of ours is that one."""
    known = words_of(code).pieces

    def right(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) < _SHORTEST or word in known:
            return word
        best = process.extractOne(word, _single(code), scorer=fuzz.ratio, score_cutoff=_LIKE)
        return str(best[0]) if best is not None else word

    return _WORD.sub(right, words)


@cache
def _single(code: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(code).pieces if " " not in word and len(word) >= _SHORTEST)


def _longest(words: str, added: int) -> tuple[int, Read | None]:
    """Return how many words that stand together are a rule, but for those added, and that rule; the first as long.

    What is left out says nothing of days and hours, or there is no such rule: half a rule would be another one.
    """
    parts = words.split()[:_MOST_WORDS]
    for length in range(len(parts), 0, -1):
        for start in range(len(parts) - length + 1):
            try:
                found = read_deadline(" ".join(parts[start : start + length]))
            except DeadlineError:
                continue
            if _says_nothing([*parts[:start], *parts[start + length :]], found):
                return length - added, found
    return 0, None


def _says_nothing(left_out: list[str], found: Read) -> bool:
    """Tell whether words that stand beside a rule leave it as it is."""
    has_weekday = isinstance(found.rule.day, InWeek | WeekdayBefore)
    for place, word in enumerate(left_out):
        if _HAS_DIGIT.search(word) and not (place > 0 and left_out[place - 1] in CLOCK_WORDS):
            return False
        if any(word in tongue.deadlines.contrary for tongue in TONGUES.values()):
            return False
        pieces = {token.piece for code in TONGUES for token in words_of(code).pieces.get(word, ())}
        if Piece.UNIT in pieces or (Piece.WEEKDAY in pieces and not has_weekday):
            return False
    return True
