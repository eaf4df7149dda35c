"""The pieces of a text about time: ``la 12.6. klo 13,30 – 15`` is a weekday, a date, a clock word, a time and so on.

Only for texts that are not written in the plain ways, which patterns read at once (``moments.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

from seurantalo.patterns import late
from seurantalo.reading.input_words import (
    ABOUT,
    AFTER_NOON,
    BEFORE_NOON,
    BOTH,
    CLOCK_WORDS,
    FILLERS,
    MIDNIGHT,
    MONTH_FORMS,
    SINCE,
    TO,
    WEEKDAYS,
)


class Piece(Enum):
    """What a piece of a text is."""

    DATE = auto()
    DAY = auto()
    """A number that is a day of a month: ``12.``."""
    MONTH = auto()
    YEAR = auto()
    NUMBER = auto()
    """A day or an hour."""
    TIME = auto()
    PAIR = auto()
    """A date without its last dot, or hours and minutes: ``12.10``."""
    WEEKDAY = auto()
    CLOCK = auto()
    BEFORE_NOON = auto()
    AFTER_NOON = auto()
    TO = auto()
    AND = auto()
    COMMA = auto()
    IDLE = auto()
    """A word that says nothing."""


class Token(NamedTuple):
    """A piece and where it begins and ends in the text; its numbers are (day, month, year) or (hour, minute)."""

    piece: Piece
    starts: int
    ends: int
    numbers: tuple[int, ...] = ()
    word: str = ""


_WORDS: Final[Mapping[str, Piece]] = {
    **dict.fromkeys(FILLERS | SINCE | ABOUT, Piece.IDLE),
    **dict.fromkeys(TO, Piece.TO),
    **dict.fromkeys(BOTH, Piece.AND),
    **dict.fromkeys(MONTH_FORMS, Piece.MONTH),
    **dict.fromkeys(WEEKDAYS, Piece.WEEKDAY),
    **dict.fromkeys((*CLOCK_WORDS, "@"), Piece.CLOCK),
    **dict.fromkeys(MIDNIGHT, Piece.TIME),
    **dict.fromkeys(BEFORE_NOON, Piece.BEFORE_NOON),
    **dict.fromkeys(AFTER_NOON, Piece.AFTER_NOON),
    **dict.fromkeys(("-", "–", "—", "−", "‒", "~"), Piece.TO),
    **dict.fromkeys((",", ";"), Piece.COMMA),
    **dict.fromkeys(("&", "+"), Piece.AND),
    **dict.fromkeys((".", "(", ")", "/", *"”“„»«’‘‚\"'"), Piece.IDLE),
}
#: On a phone the blank before a number is left out: ``la5.6.2027``.
_ENDS: Final = dict.fromkeys((Piece.WEEKDAY, Piece.CLOCK), r"(?![^\W\d_])")
_WORD: Final = late(
    "|".join(
        re.escape(word) + (_ENDS.get(_WORDS[word], r"(?![^\W_])") if word[-1].isalnum() else "")
        for word in sorted(_WORDS, key=len, reverse=True)
    )
)
_LAST_HOUR: Final = 24
_YEAR: Final = r"(?:19|20|21|22)\d\d"
_NUMBERS: Final[tuple[tuple[Piece, re.Pattern[str]], ...]] = (
    (Piece.DATE, late(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")),
    (
        Piece.DATE,
        late(rf"(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.(?:\s?(?P<y>{_YEAR}|(?<=\.)\d\d)(?![\d:])(?!\.\d))"),
    ),
    (Piece.DATE, late(rf"(?P<d>\d{{1,2}})[-/](?P<m>\d{{1,2}})[-/](?P<y>{_YEAR}|\d\d)(?!\d)")),
    (Piece.DATE, late(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.")),
    (Piece.TIME, late(r"(?P<d>\d{1,2}):(?P<m>\d\d)(?::\d\d)?(?!\d)(?:\s?h\b)?")),
    (Piece.TIME, late(r"(?P<d>\d{1,2}),(?P<m>\d\d)(?![\d.])")),
    (Piece.TIME, late(r"(?P<d>\d{1,2})\s?h(?:\s?(?P<m>\d\d))?(?![^\W_])")),
    (Piece.PAIR, late(r"(?P<d>\d{1,2})\.(?P<m>\d\d)(?!\d)(?:\.00\b)?")),
    (Piece.DATE, late(r"(?P<d>\d{1,2})\.(?P<m>\d)(?!\d)")),
    (Piece.DAY, late(r"(?P<d>\d{1,2})(?:st|nd|rd|th|:e|:a|:s)(?![^\W_])")),
    (Piece.YEAR, late(rf"(?P<d>{_YEAR})(?!\d)")),
    (Piece.TIME, late(r"(?P<d>\d\d)(?P<m>\d\d)(?!\d)")),
    (Piece.DAY, late(r"(?P<d>\d{1,2})\.(?!\d)")),
    (Piece.NUMBER, late(r"(?P<d>\d{1,2})(?!\d)")),
)
#: What a number behind a clock word may be.
_OF_CLOCK: Final = tuple(one for one in _NUMBERS if one[0] not in (Piece.DATE, Piece.DAY, Piece.YEAR))
#: Dates whose day and month may be either way round.
_EITHER_WAY: Final = late(r"\d{1,2}(?P<mark>[/-])\d{1,2}[/-](?:\d{4}|\d\d)\Z")


class UnknownPieceError(ValueError):
    """There is something in a text that says nothing about time."""


def tokens(text: str) -> list[Token]:
    """Return the pieces of a text, days and months with names as dates; raise UnknownPieceError."""
    found = [one for one in _with_names(list(_scanned(text))) if one.piece is not Piece.IDLE]
    # English "on Saturday" is no Swedish Wednesday.
    before_weekday = {at - 1 for at, one in enumerate(found) if one.piece is Piece.WEEKDAY}
    return [one for at, one in enumerate(found) if not (one.word in FILLERS and at in before_weekday)]


def either_way(text: str, token: Token) -> str:
    """Return the mark of a date that may be meant day first or month first, ``/`` or ``-``; else ``""``."""
    match = _EITHER_WAY.match(text[token.starts : token.ends])
    day, month = token.numbers[:2]
    return match["mark"] if match and day != month and max(day, month) <= 12 else ""


def _scanned(text: str) -> Iterator[Token]:
    lower = text.lower()
    if len(lower) != len(text):
        raise UnknownPieceError(text)
    at = 0
    of_clock = False
    while at < len(lower):
        if lower[at].isspace():
            at += 1
            continue
        if match := _WORD.match(lower, at):
            word = match[0]
            piece = _WORDS[word]
            numbers = (MONTH_FORMS[word],) if piece is Piece.MONTH else (_LAST_HOUR, 0) if piece is Piece.TIME else ()
            yield Token(piece, at, match.end(), numbers, word)
            at, of_clock = match.end(), piece is Piece.CLOCK
            continue
        for piece, pattern in _OF_CLOCK if of_clock else _NUMBERS:
            if match := pattern.match(lower, at):
                parts = match.groupdict()
                if piece is Piece.DATE:
                    day, month, year = int(parts["d"]), int(parts["m"]), _year(parts.get("y"))
                    # 24/7/2027 and 7/24/2027 are one day: no month has the number 24.
                    if "/" in match[0] and month > 12 >= day:
                        day, month = month, day
                    yield Token(piece, at, match.end(), (day, month, year))
                elif piece in (Piece.TIME, Piece.PAIR):
                    yield Token(piece, at, match.end(), (int(parts["d"]), int(parts["m"] or 0)))
                else:
                    yield Token(piece, at, match.end(), (int(parts["d"]),))
                at, of_clock = match.end(), False
                break
        else:
            raise UnknownPieceError(text)


def _year(digits: str | None) -> int:
    """Return a year, 0 for none; of two digits it is one of this century, or a late one of the last."""
    if not digits:
        return 0
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def _with_names(found: list[Token]) -> Iterator[Token]:
    """Yield the pieces with a date in place of a day beside the name of a month, and its year."""
    at = 0
    while at < len(found):
        here = found[at]
        after = [one for one in found[at + 1 : at + 6] if one.piece is not Piece.IDLE]
        first = after[0] if after else None
        if here.piece in (Piece.DAY, Piece.NUMBER) and first and first.piece is Piece.MONTH:
            date, used = _dated(here.numbers[0], first, after[1:], here)
        elif here.piece is Piece.MONTH and first and first.piece in (Piece.DAY, Piece.NUMBER):
            date, used = _dated(first.numbers[0], here, after[1:], here, last=first)
        else:
            yield here
            at += 1
            continue
        yield date
        at = found.index(used, at) + 1


def _dated(day: int, month: Token, after: list[Token], here: Token, last: Token | None = None) -> tuple[Token, Token]:
    used = last or month
    year = 0
    rest = after[1:] if after and after[0].piece is Piece.COMMA else after
    if rest and (rest[0].piece is Piece.YEAR or (rest[0].piece is Piece.NUMBER and rest[0].numbers[0] > _LAST_HOUR)):
        used, year = rest[0], _year(f"{rest[0].numbers[0]}")
    return Token(Piece.DATE, here.starts, used.ends, (day, month.numbers[0], year)), used
