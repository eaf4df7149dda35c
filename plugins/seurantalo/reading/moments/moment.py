"""Dates and times as people write them: ``1.5.2027 klo 18``, ``2027-05-01 18:00``, ``la 1.5.2027 18.30``.

What is read is wall time. The plain ways are patterns; for other ones that people understand, ``when.py`` finds the
plain way. Nothing is guessed: a date without its year, one of two meanings or a weekday that does not fit is refused
with what may be meant. ``klo 24`` is an end: the midnight with which a day is over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from seurantalo.model.record import Moment, day_of
from seurantalo.patterns import late
from seurantalo.reading.input_words import CLOCK, TO, WEEKDAYS, in_numbers, weekday_like
from seurantalo.reading.moments.error import MOST_SHOWN, MomentError
from seurantalo.reading.moments.points import Point
from seurantalo.reading.moments.when import spans

_DATE: Final = (
    r"(?:(?P<weekday>[^\W\d_]+)\.?,?\s+)?"
    r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"|(?P<fday>\d{1,2})\.\s?(?P<fmonth>\d{1,2})\.(?:\s?(?P<fyear>\d{4}|\d{2}))?)"
)
#: What may part a start from its end.
_PARTED: Final = late(
    rf"[-–—−‒]|\b(?:{'|'.join(map(re.escape, sorted(TO, key=len, reverse=True)))})\b", re.IGNORECASE
)
_TIME: Final = rf"(?:{CLOCK})?\s*(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}})(?::00)?)?"
_DATE_ONLY: Final = late(_DATE + r"\.?\Z", re.IGNORECASE)
_DATE_TIME: Final = late(_DATE + r"(?:[T,]\s*|\s+)" + _TIME + r"\Z", re.IGNORECASE)
_TIME_ONLY: Final = late(_TIME + r"\Z", re.IGNORECASE)
#: A moment of a machine, which tells its zone: ``2027-06-06T18:00:00Z``, ``2027-06-06 18:00+03:00``.
#: Behind a blank, what begins with a hyphen is an end: ``2027-06-06 18:00-20:00``.
_ZONED: Final = late(
    r"(?P<moment>.*(?:(?P<t>T)| )\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(?:Z|(?(t)[+-]|\+)\d{2}:?\d{2})\Z",
    re.IGNORECASE,
)
#: A start and, behind a dash, the time at which it ends.
_HOURS: Final = late(rf"(?P<starts>.*\d)\s?[-–—]\s?(?P<ends>(?:(?:{CLOCK})\s?)?\d{{1,2}}(?:[.:]\d{{2}})?)\Z")

_MONTH: Final = late(r"(\d{4})[-/](\d{1,2})|(\d{1,2})[-/.](\d{4})")
#: What may be a date without its year.
_YEARLESS: Final = late(r"(?!.*\d{4})(?=.*\d)(?=.*(?:\d\.|[^\W\d_]{3}))")
_LAST_HOUR: Final = 24
#: The years that a date may have: others are slips of the finger.
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2200


# A region's events begin and end at the same moments again and again.
@lru_cache(10_000)
def read_moment(text: str) -> Moment:
    """Return a date, or a datetime without zone where the text names a time; raise MomentError."""
    written = " ".join(text.split())
    words = in_numbers(written)
    if (match := _DATE_ONLY.match(words)) and _has_known_weekday(match):
        return _date(match, words)
    if (match := _DATE_TIME.match(words)) and _has_known_weekday(match):
        day = _date(match, words)
        if _is_midnight(match):
            raise _starts_at_24(written, day)
        return datetime.combine(day, _time(match, words))
    if match := _ZONED.match(written):
        raise MomentError("moment-with-zone", found=written, right=match["moment"].replace("T", " "))
    point = _only_point(written)
    if not point.day:
        raise MomentError("hour-without-day", found=written)
    day = _day_of(point, written)
    if point.clock is None:
        return day
    if point.clock == (_LAST_HOUR, 0):
        raise _starts_at_24(written, day)
    return datetime.combine(day, _clock_of(point, written))


@lru_cache(10_000)
def _has_plain_date(words: str) -> bool:
    """Tell whether a text is a day, with a time or without, in a way that a pattern reads: so it is no time alone."""
    numbers = in_numbers(words)
    match = _DATE_TIME.match(numbers) or _DATE_ONLY.match(numbers)
    return match is not None and _has_known_weekday(match)


def _only_point(written: str) -> Point:
    """Return the one day, hour or both of a text that is not written in a plain way; raise MomentError."""
    found = spans(written)
    if not found:
        raise MomentError("not-a-moment", found=written)
    if len(found) > 1:
        raise MomentError("several-moments", found=written)
    if found[0].last is not None:
        raise MomentError("moment-with-end", found=written)
    return found[0].first


def _day_of(point: Point, written: str) -> date:
    match = _DATE_ONLY.match(point.date)
    if match is None:
        raise MomentError("not-a-moment", found=written)
    try:
        return _date(match, point.date)
    except MomentError as error:
        # What was written is told, not what was made of it.
        if error.code != "wrong-weekday":
            error.values["found"] = written[:MOST_SHOWN]
        raise


def _clock_of(point: Point, written: str) -> time:
    match = _TIME_ONLY.match(point.hour)
    if match is None:
        raise MomentError("not-a-time", found=written)
    return _time(match, written)


def _has_known_weekday(match: re.Match[str]) -> bool:
    return match["weekday"] is None or match["weekday"].lower() in WEEKDAYS


def read_day(text: str) -> date:
    """Return a date; raise MomentError where the text is none or has a time."""
    try:
        moment = read_moment(text)
    except MomentError as error:
        if error.code in ("moment-with-end", "several-moments"):
            raise MomentError("several-days", found=text) from None
        if error.code != "start-at-24":
            raise
        # The midnight after the day that is named.
        moment = read_end(text, date.min) - timedelta(days=1)
    if isinstance(moment, datetime):
        raise MomentError("day-with-time", found=text, right=f"{moment.day}.{moment.month}.{moment.year}")
    return moment


def read_time(text: str) -> time:
    """Return a time of day (``18``, ``18.30``, ``klo 18``, ``6 pm``); raise MomentError."""
    words = " ".join(text.split())
    match = _TIME_ONLY.match(words)
    if match is None:
        point = _time_point(words)
        if point is None:
            raise MomentError("not-a-time", found=words)
        return _clock_of(point, words)
    return _time(match, words)


def is_time(text: str) -> bool:
    """Return True for a text that is like a time of day alone (``klo 18``), be there such a time or not."""
    words = " ".join(text.split())
    return bool(_TIME_ONLY.match(words)) or _time_point(words) is not None


def _time_point(words: str) -> Point | None:
    """Return the hour of a text that has nothing but an hour."""
    try:
        found = spans(words)
    except MomentError:
        return None
    point = found[0].first if len(found) == 1 and found[0].last is None else None
    return point if point is not None and not point.day and point.clock is not None else None


def read_month(text: str) -> tuple[int, int]:
    """Return (year, month) of ``2027-05``, ``5/2027`` or ``toukokuu 2027``; raise MomentError."""
    words = text.strip()
    match = _MONTH.fullmatch(words)
    if match is None:
        try:
            spans(words)
        except MomentError as error:
            match = _MONTH.fullmatch(error.values.get("right", ""))
    if match is None:
        raise MomentError("not-a-month", found=text)
    year, month = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
    if not 1 <= month <= 12 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise MomentError("not-a-month", found=text)
    return year, month


def read_start(text: str, day: date) -> Moment:
    """Return a start: a moment, a time alone, which is on ``day``, or a date of the year of ``day``."""
    words = " ".join(text.split())
    match = _TIME_ONLY.match(words)
    if match is None and (point := _time_point(words)):
        match = _TIME_ONLY.match(point.hour)
    if match is None:
        return read_moment(with_year(words, day))
    if _is_midnight(match):
        raise _starts_at_24(text, day)
    return datetime.combine(day, _time(match, text))


def read_end(text: str, starts: Moment) -> Moment:
    """Return the end of something that begins at ``starts``: a moment, or a time alone.

    A time alone is on the day of the start, or on the next one where it would come before the start. 24 o'clock is
    the midnight after the day that is named, or after that of the start. A date without its year is the first one
    after the start.
    """
    words = " ".join(text.split())
    match = _TIME_ONLY.match(words)
    if match is None and not _has_plain_date(words) and (point := _time_point(words)):
        match = _TIME_ONLY.match(point.hour)
    if match is not None:
        if not isinstance(starts, datetime):
            raise MomentError("start-without-time", found=words)
        if _is_midnight(match):
            return datetime.combine(_next_day(starts.date()), time())
        ends = datetime.combine(starts.date(), _time(match, words))
        return ends if ends >= starts else ends + timedelta(days=1)
    words = with_year(words, day_of(starts))
    numbers = in_numbers(words)
    if (match := _DATE_TIME.match(numbers)) and _is_midnight(match) and _has_known_weekday(match):
        return datetime.combine(_next_day(_date(match, numbers)), time())
    try:
        return read_moment(words)
    except MomentError as error:
        if error.code != "start-at-24":
            raise
        return datetime.combine(_next_day(_day_of(_only_point(words), words)), time())


def with_year(text: str, since: date) -> str:
    """Return a text whose one date has no year with the year in which it first comes from a day on.

    >>> with_year("la 12.6. klo 18", date(2027, 5, 1)), with_year("2.1.", date(2027, 5, 1))
    ('la 12.6.2027 klo 18', '2.1.2028')
    """
    words = " ".join(text.split())
    if not _YEARLESS.match(words):
        return text
    try:
        found = spans(words)
    except MomentError:
        return text  # whoever reads it as a date tells what is wrong with it
    if len(found) != 1 or found[0].last is not None or not found[0].first.day or found[0].first.year:
        return text
    point = found[0].first
    later = (point.month, point.day) >= (since.month, since.day)
    return replace(point, year=since.year if later else since.year + 1).words


def read_hours(text: str) -> tuple[str, str] | None:
    """Return a text that holds a start and an end as two, ``la 12.6.2027 klo 18`` and ``24``; None for any other.

    Both may be days: ``3.–5.7.2027``. Raises MomentError for days with an hour, which may mean two things.
    """
    words = " ".join(text.split())
    if not _PARTED.search(words):
        return None
    if match := _HOURS.match(words):
        begun = match["starts"]
        if _DATE_TIME.match(in_numbers(begun)) or (_TIME_ONLY.match(begun) and not begun.isdecimal()):
            return begun, match["ends"]
    if _DATE_ONLY.match(words) or _DATE_TIME.match(words) or _ZONED.match(words):
        return None
    found = spans(words)
    if len(found) != 1 or found[0].last is None:
        return None
    return found[0].first.words, found[0].last.words


def _date(match: re.Match[str], words: str) -> date:
    year = match["year"] or match["fyear"]
    day, month = int(match["day"] or match["fday"]), int(match["month"] or match["fmonth"])
    if year is None:
        raise MomentError("date-without-year", found=words)
    try:
        found = date(int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900), month, day)
    except ValueError:
        raise MomentError("no-such-day", found=words) from None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise MomentError("no-such-day", found=words)
    if word := match["weekday"]:
        weekday = WEEKDAYS.get(word.lower())
        if weekday is None:
            raise MomentError("not-a-moment", found=words)
        if weekday != found.weekday():
            raise _wrong_weekday(match, word, weekday, found)
    return found


def _wrong_weekday(match: re.Match[str], word: str, meant: int, found: date) -> MomentError:
    """Return what is wrong with a weekday: the day as it is called, and the day so called that is next to it."""
    away = (meant - found.weekday() + 3) % 7 - 3
    near = found + timedelta(days=away)
    last = max(match.end("day"), match.end("fyear"), match.end("fday"))
    written = match.string[match.start("weekday") : last]
    return MomentError(
        "wrong-weekday",
        found=word,
        written=written,
        date=f"{found.day}.{found.month}.{found.year}",
        weekday=str(found.weekday()),
        meant=str(meant),
        either=f"{weekday_like(word, found.weekday())}{written[len(word) :]}",
        other=f"{word} {near.day}.{near.month}.{near.year}",
    )


def _time(match: re.Match[str], words: str) -> time:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour == 24 and minute <= 59:
        raise MomentError("midnight-as-24", found=words, right=f"0.{minute:02}")
    if hour > 23 or minute > 59:
        raise MomentError("no-such-time", found=words)
    return time(hour, minute)


def _is_midnight(match: re.Match[str]) -> bool:
    return match["hour"] == "24" and not int(match["minute"] or 0)


def _next_day(day: date) -> date:
    return day + timedelta(days=1)


def _starts_at_24(found: str, day: date) -> MomentError:
    """Return what is wrong with a start at 24 o'clock: readers disagree on which of two nights is meant."""
    after = _next_day(day)
    words = {"before": f"{day.day}.{day.month}.", "right": f"{after.day}.{after.month}.{after.year}"}
    return MomentError("start-at-24", found=found, after=f"{after.day}.{after.month}.", **words)
