"""Dates and times as people write them: ``1.5.2027 klo 18``, ``2027-05-01 18:00``, ``la 1.5.2027 18.30``.

What is read is wall time. Nothing is guessed: a date without its year, a two-digit year or a weekday that does
not fit is refused with the right way to write it. ``klo 24`` is an end: the midnight with which a day is over.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from seurantalo.model.record import Moment
from seurantalo.reading.input_words import CLOCK, WEEKDAYS, in_numbers

_DATE: Final = (
    r"(?:(?P<weekday>[^\W\d_]+)\.?,?\s+)?"
    r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"|(?P<fday>\d{1,2})\.\s?(?P<fmonth>\d{1,2})\.(?:\s?(?P<fyear>\d{2,4}))?)"
)
#: A start with its end behind a dash: ``1.5.2027 klo 18–20``, ``1.–3.5.2027``.
_WITH_END: Final = re.compile(rf"\d\.?\s?[-–—]\s?(?:(?:{CLOCK})\s)?\d", re.IGNORECASE)
#: A date whose own hyphens lead to no end.
_ISO_DATE: Final = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_TIME: Final = rf"(?:{CLOCK})?\s*(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}})(?::00)?)?"
_DATE_ONLY: Final = re.compile(_DATE + r"\.?\Z", re.IGNORECASE)
_DATE_TIME: Final = re.compile(_DATE + r"(?:[T,]\s*|\s+)" + _TIME + r"\Z", re.IGNORECASE)
_TIME_ONLY: Final = re.compile(_TIME + r"\Z", re.IGNORECASE)
#: A moment of a machine, which tells its zone: ``2027-06-06T18:00:00Z``, ``2027-06-06 18:00+03:00``.
#: Behind a blank, what begins with a hyphen is an end: ``2027-06-06 18:00-20:00``.
_ZONED: Final = re.compile(
    r"(?P<moment>.*(?:(?P<t>T)| )\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(?:Z|(?(t)[+-]|\+)\d{2}:?\d{2})\Z",
    re.IGNORECASE,
)
#: A start and, behind a dash, the time at which it ends.
_HOURS: Final = re.compile(rf"(?P<starts>.*\d)\s?[-–—]\s?(?P<ends>(?:(?:{CLOCK})\s?)?\d{{1,2}}(?:[.:]\d{{2}})?)\Z")

#: The largest number of characters of a wrong text that are told.
MOST_SHOWN: Final = 60
#: The years that a date may have: others are slips of the finger.
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2200


class MomentError(ValueError):
    """A text that is no date or time; ``code`` says why, ``values`` fill the words of that problem."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code, and of each value what a line of a report has room for."""
        super().__init__(code)
        self.code = code
        self.values = {name: " ".join(value.split())[:MOST_SHOWN] for name, value in values.items()}


# A region's events begin and end at the same moments again and again.
@lru_cache(10_000)
def read_moment(text: str) -> Moment:
    """Return a date, or a datetime without zone where the text names a time; raise MomentError."""
    written = " ".join(text.split())
    words = in_numbers(written)
    if match := _DATE_ONLY.match(words):
        return _date(match, words)
    if match := _DATE_TIME.match(words):
        day = _date(match, words)
        if _is_midnight(match):
            raise _starts_at_24(written, day)
        return datetime.combine(day, _time(match, words))
    if match := _ZONED.match(written):
        raise MomentError("moment-with-zone", found=written, right=match["moment"].replace("T", " "))
    dashes = _ISO_DATE.sub("0", written)
    raise MomentError("moment-with-end" if _WITH_END.search(dashes) else "not-a-moment", found=written)


def read_day(text: str) -> date:
    """Return a date; raise MomentError where the text is none or has a time."""
    try:
        moment = read_moment(text)
    except MomentError as error:
        if error.code == "moment-with-end":
            raise MomentError("several-days", found=text) from None
        if error.code != "start-at-24":
            raise
        # The midnight after the day that is named.
        moment = read_end(text, date.min) - timedelta(days=1)
    if isinstance(moment, datetime):
        raise MomentError("day-with-time", found=text, right=f"{moment.day}.{moment.month}.{moment.year}")
    return moment


def read_time(text: str) -> time:
    """Return a time of day (``18``, ``18.30``, ``klo 18``); raise MomentError."""
    words = " ".join(text.split())
    match = _TIME_ONLY.match(words)
    if match is None:
        raise MomentError("not-a-time", found=words)
    return _time(match, words)


def is_time(text: str) -> bool:
    """Return True for a text that is like a time of day alone (``klo 18``), be there such a time or not."""
    return bool(_TIME_ONLY.match(" ".join(text.split())))


def read_month(text: str) -> tuple[int, int]:
    """Return (year, month) of ``2027-05`` or ``5/2027``; raise MomentError."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})|(\d{1,2})[/.](\d{4})", text.strip())
    if match is None:
        raise MomentError("not-a-month", found=text)
    year, month = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
    if not 1 <= month <= 12 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise MomentError("not-a-month", found=text)
    return year, month


def read_start(text: str, day: date) -> Moment:
    """Return a start: a moment, or a time alone, which is on ``day``."""
    match = _TIME_ONLY.match(" ".join(text.split()))
    if match is None:
        return read_moment(text)
    if _is_midnight(match):
        raise _starts_at_24(text, day)
    return datetime.combine(day, _time(match, text))


def read_end(text: str, starts: Moment) -> Moment:
    """Return the end of something that begins at ``starts``: a moment, or a time alone.

    A time alone is on the day of the start, or on the next one where it would come before the start. 24 o'clock is
    the midnight after the day that is named, or after that of the start.
    """
    words = " ".join(text.split())
    if match := _TIME_ONLY.match(words):
        if not isinstance(starts, datetime):
            raise MomentError("start-without-time", found=words)
        if _is_midnight(match):
            return datetime.combine(_next_day(starts.date()), time())
        ends = datetime.combine(starts.date(), _time(match, words))
        return ends if ends >= starts else ends + timedelta(days=1)
    numbers = in_numbers(words)
    if (match := _DATE_TIME.match(numbers)) and _is_midnight(match):
        return datetime.combine(_next_day(_date(match, numbers)), time())
    return read_moment(text)


def read_hours(text: str) -> tuple[str, str] | None:
    """Return a text that holds a start and an end as two, ``la 12.6.2027 klo 18`` and ``24``; None for any other.

    Only an end on the same day (or in the night after it) can be written so: a time alone.
    """
    words = " ".join(text.split())
    match = _HOURS.match(words)
    if match is None or _DATE_ONLY.match(in_numbers(words)):
        return None
    begun = match["starts"]
    if not (_DATE_TIME.match(in_numbers(begun)) or (_TIME_ONLY.match(begun) and not begun.isdecimal())):
        return None
    return begun, match["ends"]


def time_is_missing(moment: datetime, zone: ZoneInfo) -> bool:
    """Return True for a wall time that the clocks jump over in spring."""
    return _offset(moment, zone, 1) > _offset(moment, zone, 0)


def around_gap(moment: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return where the hour begins that the clocks jump over at a wall time, and where it ends."""
    minute = timedelta(minutes=1)
    first = last = moment.replace(second=0, microsecond=0)
    while time_is_missing(first - minute, zone):
        first -= minute
    while time_is_missing(last, zone):
        last += minute
    return first, last


def time_is_doubled(moment: datetime, zone: ZoneInfo) -> bool:
    """Return True for a wall time that the clocks pass twice in autumn."""
    return _offset(moment, zone, 0) > _offset(moment, zone, 1)


def _offset(moment: datetime, zone: ZoneInfo, fold: int) -> timedelta:
    # PEP 495: in a gap or an overlap, fold=0 gives the offset before the change and fold=1 the one after it.
    offset = moment.replace(tzinfo=zone, fold=fold).utcoffset()
    return offset if offset is not None else timedelta()


def _date(match: re.Match[str], words: str) -> date:
    year = match["year"] or match["fyear"]
    day, month = int(match["day"] or match["fday"]), int(match["month"] or match["fmonth"])
    if year is None:
        raise MomentError("date-without-year", found=words)
    if len(year) != 4:
        raise MomentError("year-of-two-digits", found=words, right=f"{day}.{month}.20{year[-2:]}")
    try:
        found = date(int(year), month, day)
    except ValueError:
        raise MomentError("no-such-day", found=words) from None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise MomentError("no-such-day", found=words)
    if word := match["weekday"]:
        weekday = WEEKDAYS.get(word.lower())
        if weekday is None:
            raise MomentError("not-a-moment", found=words)
        if weekday != found.weekday():
            raise MomentError(
                "wrong-weekday",
                found=word,
                date=words[len(word) :].strip(" .,"),
                weekday=str(found.weekday()),
            )
    return found


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
