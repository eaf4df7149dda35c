"""Dates and hours as people write them, several in one text: ``la–su 12.–13.6.2027``, ``12.6. ja 3.7. klo 13–17``.

What stands in such a text is told apart here and put into the plain words that ``moments.py`` reads; whether there is
such a day or hour is for it to say. What can be meant in two ways is a MomentError that knows both.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.points import Point, segments
from seurantalo.reading.moments.tokens import Piece, Token, UnknownPieceError, tokens

#: ``7/2027``, ``2027-07``
_MONTH_IN_NUMBERS: Final = re.compile(
    r"(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>20\d\d)|(?P<year>20\d\d)[/.-](?P<month>\d{1,2})"
)
_MONTHS: Final = 12
#: No honest text has more pieces.
_MOST: Final = 400


class Span(NamedTuple):
    """A start, and an end where one is written."""

    first: Point
    last: Point | None = None


@lru_cache(2_000)
def spans(text: str) -> tuple[Span, ...]:
    """Return what a text names, in order: one span, or several dates; () for what is not about time.

    A month and a year that stand once are those of all; so is the hour that only the first or the last date has.
    Raises MomentError.

    >>> [(one.first.words, one.last and one.last.words) for one in spans("12. ja 13.6.2027 klo 10–16")]
    [('12.6.2027 klo 10', 'klo 16'), ('13.6.2027 klo 10', 'klo 16')]
    >>> spans("huomenna")
    ()
    """
    try:
        found = tokens(text)
    except UnknownPieceError:
        return ()
    if not found or len(found) > _MOST:
        return ()
    month = _month_alone(text, found)
    if month:
        raise MomentError("month-without-day", found=text, right=month)
    loose, marks = segments(text, found)
    if not loose:
        return ()
    points = [one.point() for one in loose]
    if any(point is None for point in points):
        return ()
    return _spans(text, _years(_months([point for point in points if point])), marks)


def _month_alone(text: str, found: list[Token]) -> str:
    """Return the month that is all that a text names, ``2027-06``; else ``""``."""
    if (match := _MONTH_IN_NUMBERS.fullmatch(text.strip())) and 1 <= int(match["m"] or match["month"]) <= _MONTHS:
        return f"{match['y'] or match['year']}-{int(match['m'] or match['month']):02}"
    if {one.piece for one in found} == {Piece.MONTH}:
        return f"{found[0].numbers[0]:02}"
    numbers = {one.piece: one.numbers[0] for one in found if one.numbers and len(one.numbers) == 1}
    if {one.piece for one in found} == {Piece.MONTH, Piece.YEAR}:
        return f"{numbers[Piece.YEAR]}-{numbers[Piece.MONTH]:02}"
    return ""


def _months(points: list[Point]) -> list[Point]:
    """Return the points, those that are a day alone with the month of the next that has one, else of the last."""
    found: list[Point] = []
    following = (0, 0)
    for point in reversed(points):
        if point.day and not point.month and following[0]:
            # 30.–2.6. is no range of one month.
            point = replace(point, month=following[0], year=point.year or following[1])  # noqa: PLW2901 (read on as it is meant)
        if point.month:
            following = point.month, point.year
        found.append(point)
    found.reverse()
    before = (0, 0)
    for number, point in enumerate(found):
        if point.day and not point.month and before[0]:
            found[number] = replace(point, month=before[0], year=point.year or before[1])
        if found[number].month:
            before = found[number].month, found[number].year
    return found


def _years(points: list[Point]) -> list[Point]:
    """Return the points, those without a year with that of the next which has one, else of the one before."""
    found = list(points)
    following: Point | None = None
    for number in range(len(found) - 1, -1, -1):
        point = found[number]
        if point.day and not point.year and following:
            turned = (point.month, point.day) > (following.month, following.day)
            found[number] = replace(point, year=following.year - turned)
        if found[number].day and found[number].year:
            following = found[number]
    before: Point | None = None
    for number, point in enumerate(found):
        if point.day and not point.year and before:
            turned = (point.month, point.day) < (before.month, before.day)
            found[number] = replace(point, year=before.year + turned)
        if found[number].day and found[number].year:
            before = found[number]
    return found


def _spans(text: str, points: list[Point], marks: list[Piece]) -> tuple[Span, ...]:
    """Return the points as starts and ends, each date with the hours that hold for all."""
    found: list[Span] = []
    at = 0
    while at < len(points):
        first = points[at]
        last: Point | None = None
        if at < len(marks) and marks[at] is Piece.TO:
            last = points[at + 1]
            at += 1
            if at < len(marks) and marks[at] is Piece.TO:
                following = points[at + 1]
                if not (last.day and last.clock and not first.clock and not following.day):
                    return ()
                raise _two_readings(text, first, last, following)
            if last.day and last.clock and first.day and not first.clock:
                raise _two_readings(text, first, last, None)
        found.append(Span(first, last))
        at += 1
    return _with_hours(found)


def _two_readings(text: str, first: Point, last: Point, closes: Point | None) -> MomentError:
    """Return what to ask about days with hours: is it open every day, or from the first day to the last?"""
    hours = f"{last.clock_words}–{closes.clock_words}" if closes else last.clock_words
    values = {
        "until": last.date.removeprefix(last.weekday).strip(),
        "starts": f"{first.date} klo {last.clock_words}",
        "ends": f"{last.date} klo {(closes or last).clock_words}",
        "first": f"{first.date} klo {hours}",
    }
    return MomentError("days-with-hours" if closes else "days-with-hour", found=text, **values)


def _with_hours(found: list[Span]) -> tuple[Span, ...]:
    """Return dates with the date and the hours that others have: of several, those of the first or the last alone."""
    filled: list[Span] = []
    for one in found:
        if not one.first.day and filled and filled[-1].first.day:
            # ``12.6.2027 klo 13 ja 16``: twice on one day.
            day = filled[-1].first
            one = one._replace(  # noqa: PLW2901 (as above)
                first=replace(one.first, weekday=day.weekday, day=day.day, month=day.month, year=day.year)
            )
        filled.append(one)
    timed = [one for one in filled if one.first.clock is not None]
    if len(filled) > 1 and len(timed) == 1 and timed[0] in (filled[0], filled[-1]):
        hours = timed[0]
        ends = hours.last if hours.last and not hours.last.day else None
        filled = [
            one if one is hours or one.last else Span(replace(one.first, clock=hours.first.clock), ends)
            for one in filled
        ]
    return tuple(filled)
