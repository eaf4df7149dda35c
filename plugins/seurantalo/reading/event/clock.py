"""When an event begins, where its file tells the day and the time in fields of their own, or a length for the end."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.fields.words import fold_word
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment, day_of
from seurantalo.reading.event.times import Entries, line_of
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.input_words import UNKNOWN
from seurantalo.reading.moments.day_hours import UnclearError, read_days, read_length
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import is_time, read_hours, read_moment
from seurantalo.reading.moments.problems import shown
from seurantalo.reading.moments.when import spans
from seurantalo.reading.yaml.tree import Entry, Scalar

_FIELDS: Final = by_name(EVENT)


def join_clock(scope: Scope, entries: Entries, special: Entries) -> None:
    """Make a day and a time that stand apart (``date``, ``time``) the event's start.

    A time beside a list of dates is that of all of them. Either may also tell all: ``aika: 12.6.2027 klo 13–17``.
    """
    if "date" in special and _is_one_day(special["date"][1]):
        _join(scope, entries, special.pop("date"))
    if "time" not in special:
        return
    pair = special.pop("time")
    if "starts" not in entries and "dates" not in special and "date" in special and not _is_list(special["date"][1]):
        scope.report("needs-start", pair[1], "time", Severity.NOTICE)
    elif "dates" in special or "date" in special:
        entries["starts"] = _FIELDS["starts"], pair[1]
        _end_of_all(entries, special)
    else:
        _join(scope, entries, pair)


def _is_one_day(entry: Entry) -> bool:
    text = line_of(entry.value)
    return bool(text) and fold_word(text) not in UNKNOWN and any(sign.isdigit() for sign in text)


def _is_list(entry: Entry) -> bool:
    return not isinstance(entry.value, Scalar)


def _join(scope: Scope, entries: Entries, pair: tuple[Field, Entry]) -> None:
    """Put a day or a time beside what is written of the start."""
    entry = pair[1]
    text = line_of(entry.value)
    if "starts" not in entries:
        entries["starts"] = _FIELDS["starts"], entry
        return
    field, begun = entries["starts"]
    written = line_of(begun.value)
    if not isinstance(begun.value, Scalar) or not written or not text:
        return
    if pair[0].name == "time" and not any(sign.isdigit() for sign in text):
        scope.report("not-a-time", entry.value, "time", found=text[:60])
        return
    if _is_hour(text) and (not _has_hour(written) or _begins_alike(text, written)):
        joined, place = f"{_day_in(written)} {text}", entry
    elif _is_hour(written) and not _has_hour(text):
        joined, place = f"{text} {written}", entry
    else:
        if not _are_alike(text, written):
            scope.report("starts-unlike", entry, pair[0].name, found=text[:60], other=written[:60])
        return
    entries["starts"] = field, begun._replace(value=Scalar(joined, place.value.line, place.value.column))


def _end_of_all(entries: Entries, special: Entries) -> None:
    """Part the hours of all dates, ``klo 13–17``, into their start and their end."""
    field, entry = entries["starts"]
    hours = _hours(line_of(entry.value))
    if hours is not None and isinstance(entry.value, Scalar):
        entries["starts"] = field, entry._replace(value=entry.value._replace(text=hours[0]))
        special.setdefault("ends", (_FIELDS["ends"], entry._replace(value=entry.value._replace(text=hours[1]))))


def _hours(text: str) -> tuple[str, str] | None:
    try:
        # A clock word, so that two numbers are no days.
        return read_hours(text if not text[:1].isdigit() else f"klo {text}")
    except MomentError:
        return None


def _is_hour(text: str) -> bool:
    hours = _hours(text)
    return is_time(hours[0]) if hours is not None else is_time(text)


def _has_hour(text: str) -> bool:
    """Tell whether a text with a day has an hour too; True for what is not understood."""
    try:
        hours = read_hours(text)
        return isinstance(read_moment(text if hours is None else hours[0]), datetime)
    except MomentError as error:
        return error.code not in ("not-a-moment", "date-without-year")


def _day_in(text: str) -> str:
    """Return the day of a text without its hour; the text itself where it is a day, or is not understood."""
    try:
        found = spans(text)
    except MomentError:
        return text
    return found[0].first.date if len(found) == 1 and found[0].last is None else text


def _begins_alike(text: str, written: str) -> bool:
    """Tell whether hours begin at the hour that is written beside the day."""
    try:
        found, other = spans(written), spans(text if not text[:1].isdigit() else f"klo {text}")
    except MomentError:
        return False
    return bool(found and other) and found[0].last is None and found[0].first.clock == other[0].first.clock


def _are_alike(text: str, other: str) -> bool:
    """Tell whether two texts say nothing different: the same start, or the day that the other one has too."""
    try:
        one, two = ((read_hours(each) or (each,))[0] for each in (text, other))
        first, second = read_moment(one), read_moment(two)
    except MomentError:
        return False
    if isinstance(first, datetime) and isinstance(second, datetime):
        return first == second
    return day_of(first) == day_of(second)


def end_after(scope: Scope, pair: tuple[Field, Entry], starts: Moment) -> Moment | None:
    """Return the end of what begins at ``starts`` and takes as long as is written; None where it was reported."""
    node = pair[1].value
    text = line_of(node)
    timed = isinstance(starts, datetime)
    try:
        if isinstance(starts, datetime):
            return starts + timedelta(minutes=read_length(text))
        return starts + timedelta(days=read_days(text) - 1)
    except UnclearError:
        pass
    try:
        days = read_days(text)
    except UnclearError:
        days = 0
    if timed and days:
        # ``3 päivää`` from a Friday evening on: when does the last day end?
        last = shown(day_of(starts) + timedelta(days=days - 1))
        scope.report("length-in-days", node, "duration", found=text[:60], right=last)
    elif not timed and _is_length(text):
        scope.report("start-without-time", node, "duration", found=text[:60])
    else:
        scope.report("not-a-length", node, "duration", found=text[:60])
    return None


def _is_length(text: str) -> bool:
    try:
        return bool(read_length(text))
    except UnclearError:
        return False
