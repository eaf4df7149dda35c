"""The pieces of a deadline's rule in one language: weekdays, stretches of time, an hour, and what says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import time
from enum import Enum, auto
from functools import cache
from typing import Final, NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.language import TONGUES, Tongue
from seurantalo.model.channel import DeadlineAnchor, Unit
from seurantalo.patterns import late


class Piece(Enum):
    """What a piece of a rule is."""

    UNIT = auto()
    WEEKDAY = auto()
    NUMBER = auto()
    NTH = auto()
    """A day of a month: ``15.``."""
    BEFORE = auto()
    SAME = auto()
    PREVIOUS = auto()
    LAST = auto()
    ANCHOR = auto()
    OF_ANCHOR = auto()
    """The anchor's own day, week or month in one word: ``tapahtumapäivänä``."""
    IDLE = auto()


class Token(NamedTuple):
    """A piece and what it says."""

    piece: Piece
    value: object = None


class UnknownWordError(ValueError):
    """There is a word in a rule that says nothing about time."""


class NoSuchHourError(ValueError):
    """The hour that a rule names does not exist; the text is what stands there."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked up when a rule is read in one language."""

    pieces: dict[str, tuple[Token, ...]]
    """Words or several of them, in small letters -> what they are."""
    pattern: re.Pattern[str]
    clock: re.Pattern[str]
    glued: re.Pattern[str]
    """Where a number and a unit stand together without a blank: ``7pv``."""
    before_clock: re.Pattern[str]
    """A word that says "before", at the end of what stands before an hour."""
    noon: re.Pattern[str]
    midnight: re.Pattern[str]
    after_noon: frozenset[str]
    before_governs: bool


@dataclass(slots=True)
class Pieces:
    """The pieces of a rule, and the hour by which its day is over; None: the whole day."""

    tokens: list[Token] = field(default_factory=list)
    at: time | None = None


_NTH: Final = late(
    r"(?:(?:den|the)\s+)?(?P<day>\d{1,2})(?:\.|:e|:a|st|nd|rd|th)(?![^\W_])|(?:den|the)\s+(?P<bare>\d{1,2})(?![\w.:])"
)
_NUMBER: Final = late(r"\d{1,3}(?![\w.:])")
_LAST_HOUR: Final = 24
_NOON: Final = 12


@cache
def words_of(code: str) -> Words:
    """Return the words of a language."""
    tongue = TONGUES[code]
    pieces = dict(_pieces(tongue))
    after = frozenset(tongue.when.after_noon)
    halves = _any((*after, *tongue.when.before_noon)) or "(?!)"
    clock_words = _any(tongue.clock_words)
    clock = re.compile(
        rf"(?<![^\W_])(?:(?P<before>{halves})\s+)?(?:"
        rf"(?:{clock_words})\s*(?P<hour>\d{{1,4}})(?:[.:](?P<minute>\d{{1,2}}))?"
        rf"|(?P<bare>\d{{1,2}})[.:](?P<minutes>\d\d)(?![\d.])"
        rf"|(?P<half>\d{{1,2}})(?=\s?(?:{halves})(?![^\W_]))"
        rf")(?:\s*(?P<after>{halves}))?(?![^\W_])"
    )
    words = tongue.deadlines
    return Words(
        pieces,
        re.compile(rf"(?<![^\W_])(?:{_any(pieces)})(?![^\W_])"),
        clock,
        re.compile(rf"(?<=\d)(?=(?:{_any(_units(pieces))})(?![^\W_]))"),
        re.compile(rf"(?<![^\W_])(?:{_any(words.before)})\s*\Z"),
        re.compile(rf"(?<![^\W_])(?:(?:{clock_words})\s+)?(?:{_any(words.noon) or '(?!)'})(?![^\W_])"),
        _whole(tongue.when.midnight),
        after,
        words.before_governs,
    )


def pieces_of(text: str, code: str) -> Pieces:
    """Return the pieces of a rule; raise UnknownWordError or NoSuchHourError.

    ``text`` is in small letters, with single blanks.
    """
    words, found = words_of(code), Pieces()
    rest = words.glued.sub(" ", text)
    if match := words.clock.search(rest):
        found.at = _hour(match, words)
        ahead, behind = rest[: match.start()], rest[match.end() :]
        # ``3 päivää ennen tapahtumaa ennen klo 12``: the second one belongs to the hour.
        without = words.before_clock.sub(" ", ahead)
        is_said = any(token.piece is Piece.BEFORE for word in without.split() for token in words.pieces.get(word, ()))
        rest = f"{without if is_said else ahead} {behind}"
    elif words.noon.search(rest):
        rest, found.at = words.noon.sub(" ", rest, count=1), time(_NOON)
    else:
        rest = words.midnight.sub(" ", rest, count=1)
    at = 0
    while at < len(rest):
        if rest[at].isspace() or rest[at] == ".":
            at += 1
        elif rest[at] in ",;()":
            found.tokens.append(Token(Piece.IDLE))
            at += 1
        elif (match := _NTH.match(rest, at)) is not None:
            found.tokens.append(Token(Piece.NTH, int(match["day"] or match["bare"])))
            at = match.end()
        elif (match := words.pattern.match(rest, at)) is not None:
            found.tokens += words.pieces[match[0]]
            at = match.end()
        elif (match := _NUMBER.match(rest, at)) is not None:
            found.tokens.append(Token(Piece.NUMBER, int(match[0])))
            at = match.end()
        else:
            raise UnknownWordError(rest[at:])
    return found


def _hour(match: re.Match[str], words: Words) -> time | None:
    """Return the hour of a rule; None for 24 o'clock, the end of the day."""
    digits, minutes = match["hour"] or match["bare"] or match["half"], match["minute"] or match["minutes"] or "0"
    hour, minute = int(digits), int(minutes)
    if len(digits) > 2 and not match["minute"]:
        hour, minute = divmod(hour, 100)
    half = match["before"] or match["after"]
    if half in words.after_noon and hour < _NOON:
        hour += _NOON
    if (hour, minute) == (_LAST_HOUR, 0):
        return None
    if hour >= _LAST_HOUR or minute > 59 or len(digits) == 3:
        raise NoSuchHourError(match[0].strip())
    return time(hour, minute)


def _pieces(tongue: Tongue) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield each word of a language and what it is; of two that are alike the later one holds."""
    words = tongue.deadlines
    same, previous = Token(Piece.SAME), Token(Piece.PREVIOUS)
    yield from _all(words.fillers, Token(Piece.IDLE))
    for anchor in DeadlineAnchor:
        of = Token(Piece.ANCHOR, anchor)
        yield from _all(getattr(words, anchor.value), of)
        for unit in (Unit.DAY, Unit.WEEK, Unit.MONTH):
            yield from _all(getattr(words, f"{unit.value}_of_{anchor.value}"), Token(Piece.OF_ANCHOR, (unit, anchor)))
    for unit in Unit:
        yield from _all(getattr(words, unit.value), Token(Piece.UNIT, unit))
    for day, names in enumerate(tongue.weekdays_read):
        yield from _all((*names, *words.weekdays[day]), Token(Piece.WEEKDAY, day))
    yield from _all(words.before, Token(Piece.BEFORE))
    yield from _all(words.same, same)
    yield from _all(words.previous, previous)
    yield from _all(words.last, Token(Piece.LAST))
    yield from _all(words.end, Token(Piece.LAST), Token(Piece.UNIT, Unit.DAY))
    yield from _all(words.previous_week, previous, Token(Piece.UNIT, Unit.WEEK))
    yield from _all(words.previous_month, previous, Token(Piece.UNIT, Unit.MONTH))
    for word, number in words.numbers.items():
        yield word, (Token(Piece.NUMBER, number),)


def _units(pieces: dict[str, tuple[Token, ...]]) -> Iterator[str]:
    """Yield the words for stretches of time that nothing else can be, of two letters at least."""
    return (word for word, found in pieces.items() if found[0].piece is Piece.UNIT and len(word) > 1)


def _all(words: Iterable[str], *tokens: Token) -> Iterator[tuple[str, tuple[Token, ...]]]:
    return ((word, tokens) for word in words)


def _any(words: Iterable[str]) -> str:
    """Return the words as a pattern, the longest first; blanks between them as they are written."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_any(words) or '(?!)'})(?![^\W_])")
