"""Pieces of a text about time become points, each a day, an hour or both, and what stands between them."""

from __future__ import annotations

from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.tokens import Piece, Token, either_way

_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class Point:
    """A day, an hour, or both, as far as they are written; what is not is 0, and an hour None."""

    weekday: str = ""
    day: int = 0
    month: int = 0
    year: int = 0
    clock: tuple[int, int] | None = None
    starts: int = 0
    """Where it begins in the text."""

    @property
    def date(self) -> str:
        """The date in plain words, ``""`` for none: ``la 12.6.2027``, ``12.6.``."""
        if not self.day or not self.month:
            return ""
        numbers = f"{self.day}.{self.month}.{self.year or ''}"
        return f"{self.weekday} {numbers}" if self.weekday else numbers

    @property
    def hour(self) -> str:
        """The time of day in plain words, ``""`` for none: ``klo 18.30``."""
        if self.clock is None:
            return ""
        hour, minute = self.clock
        return f"klo {hour}.{minute:02}" if minute else f"klo {hour}"

    @property
    def clock_words(self) -> str:
        """The time of day without a word before it: ``18.30``."""
        return self.hour.removeprefix("klo ")

    @property
    def words(self) -> str:
        """All of it in plain words."""
        return " ".join(filter(None, (self.date, self.hour)))


@dataclass(slots=True)
class _Loose:
    """A point while it is read: a number may still be its day or its hour."""

    starts: int
    weekday: str = ""
    day: int = 0
    month: int = 0
    year: int = 0
    clock: tuple[int, int] | None = None
    number: int = -1
    pair: tuple[int, int] | None = None
    of_clock: bool = False
    month_first: bool = False
    half: bool | None = None
    """Whether the hour was said to be after noon."""

    def take(self, one: Token, text: str) -> bool:
        """Take a piece; False where it makes no sense beside the others."""
        match one.piece:
            case Piece.WEEKDAY if not self.weekday:
                self.weekday = one.word
            case Piece.DATE if not self.day and self.number < 0 and self.pair is None:
                self.day, self.month, self.year = one.numbers
                self.month_first = text[one.starts].isalpha()
            case Piece.DAY if not self.day and self.is_open:
                self.day = one.numbers[0]
            case Piece.YEAR if not self.year and (self.day or self.number > 0 or self.pair):
                self._be_date()
                self.year = one.numbers[0]
            case Piece.CLOCK if not self.of_clock:
                self._be_date()
                self.of_clock = True
            case Piece.NUMBER | Piece.TIME | Piece.PAIR if self.is_open:
                self._take_number(one)
            case Piece.BEFORE_NOON | Piece.AFTER_NOON:
                return self._take_half(after=one.piece is Piece.AFTER_NOON)
            case _:
                return False
        return True

    @property
    def is_open(self) -> bool:
        """Tell whether a number can still come."""
        return self.clock is None and self.number < 0 and self.pair is None

    @property
    def is_weekday(self) -> bool:
        """Tell whether there is a weekday and nothing else."""
        return bool(self.weekday) and not (self.day or self.of_clock) and self.is_open

    def _take_number(self, one: Token) -> None:
        sure = self.of_clock or self.day or one.piece is Piece.TIME
        if sure:
            self.clock = one.numbers[0], one.numbers[1] if len(one.numbers) > 1 else 0
        elif one.piece is Piece.PAIR:
            self.pair = one.numbers[0], one.numbers[1]
        else:
            self.number = one.numbers[0]

    def _take_half(self, *, after: bool) -> bool:
        self.be_hour()
        if self.clock is None:
            return False
        self.half = after
        self.clock = (
            self.clock[0] % _NOON + (_NOON if after else 0) if self.clock[0] <= _NOON else self.clock[0],
            self.clock[1],
        )
        return True

    def _be_date(self) -> None:
        if not self.day and (self.number > 0 or self.pair):
            self.be_day()

    def be_day(self) -> None:
        """Take an open number for a day."""
        if self.pair is not None and 1 <= self.pair[1] <= 12:
            (self.day, self.month), self.pair = self.pair, None
        elif self.number > 0:
            self.day, self.number = self.number, -1

    def be_hour(self) -> None:
        """Take an open number for an hour."""
        if self.pair is not None:
            self.clock, self.pair = self.pair, None
        elif self.number >= 0:
            self.clock, self.number = (self.number, 0), -1

    def point(self) -> Point | None:
        """Return the point; None for one of which nothing is known."""
        if not self.day and self.clock is None:
            return None
        return Point(self.weekday, self.day, self.month, self.year, self.clock, self.starts)


def segments(text: str, found: list[Token]) -> tuple[list[_Loose], list[Piece]]:
    """Return the points of a text and what stands between them; none where its pieces make no sense."""
    points: list[_Loose] = []
    marks: list[Piece] = []
    now: _Loose | None = None
    for number, one in enumerate(found):
        rest = found[number + 1 :]
        piece = one.piece
        if piece is Piece.DATE and either_way(text, one) == "/":
            raise _two_days(text, one)
        if piece is Piece.WEEKDAY and one.word == "to" and rest and now and (now.day or not now.is_open):
            # English "to", no Thursday.
            piece = Piece.TO
        if piece in (Piece.TO, Piece.AND, Piece.COMMA):
            if now is None or not rest:
                if piece in (Piece.TO, Piece.COMMA) and now is not None:
                    continue
                return [], []
            hour_first = not points and not now.day and now.clock is not None and rest[0].piece is Piece.DATE
            weekday_first = now.is_weekday and rest[0].piece is Piece.DATE
            if piece is Piece.COMMA and (hour_first or weekday_first or not _parts(now, rest)):
                continue
            points.append(now)
            marks.append(piece)
            now = None
        else:
            now = now or _Loose(one.starts)
            if not now.take(one, text):
                return [], []
    if now is not None:
        points.append(now)
    _share_weekdays(points, marks)
    _settle(points)
    return points, marks


def _parts(now: _Loose, rest: list[Token]) -> bool:
    """Tell whether a comma parts two points: before an hour it only parts it from its date."""
    if now.is_weekday and rest[0].piece in (Piece.DATE, Piece.DAY, Piece.NUMBER):
        return False
    if rest[0].piece in (Piece.WEEKDAY, Piece.DATE, Piece.DAY):
        return True
    if rest[0].piece is Piece.YEAR:
        return False
    return now.clock is not None or (not now.day and rest[0].piece is not Piece.CLOCK)


def _two_days(text: str, one: Token) -> MomentError:
    day, month, year = one.numbers
    values = {"either": f"{day}.{month}.{year}", "other": f"{month}.{day}.{year}"}
    return MomentError("date-of-two-days", found=text, written=text[one.starts : one.ends], **values)


def _share_weekdays(points: list[_Loose], marks: list[Piece]) -> None:
    """Give the weekdays that stand together, ``la–su 12.–13.6.``, each to its day."""
    names: list[str] = []
    while len(points) > len(names) + 2 and points[0].is_weekday:
        names.append(points.pop(0).weekday)
        marks.pop(0)
    if names and points[0].weekday:
        names.append(points[0].weekday)
        for name, point in zip(names, points, strict=False):
            point.weekday = point.weekday if point.weekday and point is not points[0] else name


def _settle(points: list[_Loose]) -> None:
    """Take each open number for a day or for an hour, by what stands around it."""
    for number in range(len(points) - 1, -1, -1):
        one = points[number]
        after = points[number + 1] if number + 1 < len(points) else None
        if one.weekday or one.year or (after and after.day and one.clock is None and not one.of_clock):
            one.be_day()
        one_before = points[number - 1] if number else None
        if one_before and one_before.month_first and one_before.is_open and not one.of_clock:
            one.be_day()
        one.be_hour()
        if after and after.half and one.half is None and one.clock and after.clock and one.clock[0] < _NOON:
            # ``6–8 pm``
            later = one.clock[0] + _NOON, one.clock[1]
            one.clock = later if later < after.clock else one.clock
        if one.day and not one.month and number and one.clock is None and one_before and _is_hour(one_before):
            # ``klo 13.–17.``
            one.day, one.clock = 0, (one.day, 0)


def _is_hour(one: _Loose) -> bool:
    return one.of_clock or one.clock is not None
