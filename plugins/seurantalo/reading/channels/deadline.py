"""By when a channel wants its news, in one line that people and the program understand alike.

The order of the words does not matter: a rule is the pieces in it, each at most once, and all of them are understood
or nothing is. What a person would plausibly write is read; what could mean two things is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.language import TONGUES
from seurantalo.model.channel import (
    Before,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    MonthBefore,
    SameDay,
    Unit,
    WeekdayBefore,
)
from seurantalo.reading.channels.pieces import (
    NoSuchHourError,
    Piece,
    Pieces,
    Token,
    UnknownWordError,
    pieces_of,
    words_of,
)

Day = Before | InWeek | WeekdayBefore | SameDay | MonthBefore
_MOST: Final = {Unit.DAY: 366, Unit.WORKDAY: 260, Unit.WEEK: 52, Unit.MONTH: 12}
_LAST_OF_MONTH: Final = 31


class Read(NamedTuple):
    """A rule, the language it is in, what it says that it counts back from, and whether more was read into it."""

    rule: DeadlineRule
    language: str
    anchor: DeadlineAnchor | None = None
    is_guess: bool = False
    """A day of the month before, of which nobody said that it is of the month before."""


class DeadlineError(ValueError):
    """A text that is no rule; ``code`` is that of the problem, ``found`` the piece that is wrong."""

    def __init__(self, code: str, found: str) -> None:
        """Keep what is wrong."""
        super().__init__(code)
        self.code, self.found = code, found


# The same few rules stand in every reading of one process.
@lru_cache(500)
def read_deadline(text: str) -> Read:
    """Return what a line says of a deadline; raise DeadlineError.

    >>> read_deadline("Edellisen viikon tiistaina klo 12").rule.day
    InWeek(weekday=1, weeks_earlier=1)
    >>> read_deadline("senast tisdagen veckan innan kl. 12").rule.at
    datetime.time(12, 0)
    """
    words = plain(text)
    no_hour = ""
    for code in TONGUES:
        try:
            pieces = pieces_of(words, code)
        except UnknownWordError:
            continue
        except NoSuchHourError as error:
            no_hour = no_hour or str(error)
            continue
        found = _meant(pieces, governs=words_of(code).before_governs)
        if found is not None:
            day, anchor, is_guess = found
            return Read(DeadlineRule(day, pieces.at, " ".join(text.split())), code, anchor, is_guess)
    if no_hour:
        raise DeadlineError("channel-deadline-no-such-hour", no_hour)
    raise DeadlineError("channel-deadline-unclear", text)


def written_rule(rule: DeadlineRule, language: str) -> str:
    """Return a rule as a line of a file in a language.

    >>> written_rule(read_deadline("ti klo 12 edellisellä viikolla").rule, "fi")
    'edellisen viikon tiistaina klo 12'
    """
    return rule.in_words(TONGUES[language].deadlines)


def plain(text: str) -> str:
    """Return a text in small letters with single blanks, without a stop at its end."""
    words = " ".join(text.casefold().replace("–", "-").split()).rstrip(" !")
    return words if words[-2:-1].isdigit() else words.rstrip(" .")


@dataclass(slots=True)
class _Parts:
    """The pieces of a rule, each at most once."""

    unit: Unit | None = None
    weekday: int | None = None
    number: int | None = None
    nth: int | None = None
    anchor: DeadlineAnchor | None = None
    of_anchor: Unit | None = None
    before: bool = False
    same: bool = False
    previous: bool = False
    last: bool = False

    @property
    def is_earlier(self) -> bool:
        return self.before or self.previous


def _meant(pieces: Pieces, *, governs: bool) -> tuple[Day, DeadlineAnchor | None, bool] | None:
    """Return the day that pieces mean, what it counts back from where that is said, and whether that is a guess."""
    if governs and _governs_weekday(pieces.tokens):
        return None
    said = [token for token in pieces.tokens if token.piece is not Piece.IDLE]
    parts = _gathered(said)
    if parts is None:
        return None
    for form in (_weekday, _of_month, _stretch):
        day = form(parts)
        if day is not None:
            is_guess = isinstance(day, MonthBefore) and not parts.is_earlier
            return day, parts.anchor, is_guess
    return None


def _governs_weekday(tokens: list[Token]) -> bool:
    """Tell whether a deadline is before a weekday: before Thursday, but not: the week before, on Thursday."""
    of_week = any(token.value is Unit.WEEK for token in tokens)
    before = False
    for token in tokens:
        if token.piece is Piece.WEEKDAY and before:
            return True
        if token.piece is not Piece.IDLE or of_week:
            before = token.piece is Piece.BEFORE
    return False


def _gathered(said: list[Token]) -> _Parts | None:
    """Return the pieces by what they are; None where one comes twice."""
    parts = _Parts()
    names = {
        Piece.UNIT: "unit",
        Piece.WEEKDAY: "weekday",
        Piece.NUMBER: "number",
        Piece.NTH: "nth",
        Piece.ANCHOR: "anchor",
        Piece.BEFORE: "before",
        Piece.SAME: "same",
        Piece.PREVIOUS: "previous",
        Piece.LAST: "last",
    }
    units = list(_units(said))
    for token in said:
        if token.piece is Piece.UNIT:
            continue
        if token.piece is Piece.OF_ANCHOR:
            if parts.anchor is not None or not isinstance(token.value, tuple):
                return None
            parts.of_anchor, parts.anchor = token.value
            continue
        name = names[token.piece]
        if getattr(parts, name) not in (None, False):
            return None
        setattr(parts, name, True if token.value is None else token.value)
    if len(units) > 1:
        # ``edellisen kuukauden 15. päivänä``, ``viimeisenä arkipäivänä``
        if Unit.MONTH not in units or len(units) > 2 or not (parts.nth or parts.last or parts.number):
            return None
        units.remove(Unit.MONTH)
        if units[0] is Unit.WEEK or (units[0] is Unit.WORKDAY and not parts.last):
            return None
        parts.of_anchor = None if parts.is_earlier else parts.of_anchor
        return _with_unit(parts, Unit.MONTH, days=units[0])
    return _with_unit(parts, units[0] if units else None)


def _units(said: list[Token]) -> Iterator[Unit]:
    for token in said:
        if isinstance(token.value, Unit):
            yield token.value


def _with_unit(parts: _Parts, unit: Unit | None, days: Unit | None = None) -> _Parts | None:
    """Settle what a compound such as ``tapahtumaviikon`` is: what is counted back from, or the week itself."""
    if unit is Unit.DAY and parts.nth is not None:
        # ``15. päivään mennessä``
        unit = Unit.MONTH
    if unit is Unit.MONTH and days is not None and parts.last:
        parts.nth = None if days is Unit.WORKDAY else _LAST_OF_MONTH
        parts.last = days is Unit.WORKDAY
        if parts.number is not None:
            return None
    elif unit is Unit.MONTH and days is not None and parts.number is not None:
        parts.nth, parts.number = parts.number, None
    if parts.of_anchor is not None and not parts.is_earlier:
        if unit is not None or parts.same:
            return None
        unit, parts.same = parts.of_anchor, True
    elif unit is Unit.DAY and parts.anchor is not None and not (parts.is_earlier or parts.same or parts.number):
        parts.same = True
    parts.unit = unit
    return parts


def _weekday(parts: _Parts) -> Day | None:
    """``edellisen viikon tiistaina``, ``edeltävänä torstaina``, ``torstaihin``."""
    if parts.weekday is None or parts.nth is not None:
        return None
    if parts.unit is None:
        is_odd = parts.number is not None or parts.same
        return None if is_odd else WeekdayBefore(parts.weekday, parts.anchor)
    if parts.unit is not Unit.WEEK or parts.last:
        return None
    if parts.same:
        return None if parts.is_earlier or parts.number is not None else InWeek(parts.weekday)
    if not parts.is_earlier or (parts.number is not None and not parts.before):
        return None
    weeks = 1 if parts.number is None else parts.number
    return InWeek(parts.weekday, weeks) if 1 <= weeks <= _MOST[Unit.WEEK] else None


def _of_month(parts: _Parts) -> Day | None:
    """``edellisen kuukauden 15. päivänä``, ``den 15 föregående månad``."""
    if parts.unit is not Unit.MONTH or parts.weekday is not None or parts.same or parts.number is not None:
        return None
    if parts.nth is not None:
        return MonthBefore(parts.nth) if 1 <= parts.nth <= _LAST_OF_MONTH and not parts.last else None
    return MonthBefore(None) if parts.last and parts.is_earlier else None


def _stretch(parts: _Parts) -> Day | None:
    """``7 päivää ennen``, ``edellisenä arkipäivänä``, ``samana päivänä``."""
    unit = parts.unit
    if unit is None or parts.weekday is not None or parts.nth is not None or parts.last:
        return None
    if parts.same:
        return SameDay() if unit is Unit.DAY and not parts.is_earlier and parts.number is None else None
    if parts.before:
        number = 1 if parts.number is None else parts.number
        if parts.previous and parts.number is not None:
            return None
        return Before(number, unit, parts.anchor) if 1 <= number <= _MOST[unit] else None
    if parts.previous and unit in (Unit.DAY, Unit.WORKDAY) and parts.number is None:
        return Before(1, unit, parts.anchor)
    return None
