"""What is wrong with a date or a time is told with the line to write instead."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from seurantalo.model.fields import names
from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.field import Name
from seurantalo.model.fields.words import fields_by_word, fold_word
from seurantalo.model.problem import Mend, Severity
from seurantalo.model.record import Kind, Moment
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.input_words import ABOUT
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_moment, with_year

#: The key of a line, its colon, and what stands before it.
_KEY: Final = re.compile(r"(?P<before>\s*(?:-\s+)?)(?P<key>[^\s:#{\[][^:#]*?)\s*:(?=\s|$)")
#: A date that some people mean the other way round, or an hour that is not exact.
_READ_SO: Final = re.compile(
    rf"(?<!\d)(?P<one>\d{{1,2}})-(?P<two>\d{{1,2}})-\d{{2,4}}|(?<!\w)(?:{'|'.join(map(re.escape, sorted(ABOUT)))})\s",
    re.IGNORECASE,
)
#: What two readings of a text are called among the values of a MomentError.
_READINGS: Final = ("either", "other")
#: The longest line that is told whole.
_LONGEST: Final = 80
_MONTHS: Final = 12


def report_moment(scope: Scope, error: MomentError, place: Placed, field_name: str) -> None:
    """Report a text that is no date or time: what is wrong, and the lines that may be meant."""
    if error.code == "month-without-day" and scope.kind is not Kind.EVENT:
        # Only events have a field for a month without a day.
        error = MomentError("not-a-moment", found=error.values["found"])
    values = dict(error.values)
    written = values.pop("written", "")
    mend: Mend | None = None
    for name in _READINGS:
        # Whole lines, to copy; inside a list or braces a line would not be what is asked about.
        line = scope.instead(place, written, values[name]) if name in values else None
        if line is not None and len(line.text) <= _LONGEST:
            values[name] = line.text.strip()
    if error.code == "date-without-year":
        right = _in_its_year(values["found"], scope.today)
        mend = scope.instead(place, values["found"], right) if right else None
    elif error.code == "month-without-day":
        mend = instead_of_field(scope, place, names.MONTH, _month_in_its_year(values["right"], scope.today))
    scope.report(error.code, place, field_name, Severity.ERROR, mend, **values)


def tell_reading(scope: Scope, text: str, moment: Moment, place: Placed, field_name: str) -> None:
    """Mention how a date was read of which some people may mean another one, or an hour that is not exact."""
    if _may_be_another(text):
        scope.report("moment-read-so", place, field_name, Severity.NOTICE, found=text[:60], right=shown(moment))


# The same dates and hours come again and again.
@lru_cache(2_000)
def _may_be_another(text: str) -> bool:
    match = _READ_SO.search(text)
    return match is not None and (match["one"] is None or max(int(match["one"]), int(match["two"])) <= _MONTHS)


def instead_of_field(scope: Scope, place: Placed, name: Name, value: str) -> Mend | None:
    """Return the line of a field as that of another field, called in the language of the first."""
    lines = scope.text.split("\n")
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    match = _KEY.match(line)
    if match is None:
        return None
    return Mend(f"{match['before']}{word_beside(scope, match['key'], name)}: {value}", place.line, place.line)


def word_beside(scope: Scope, key: str, name: Name) -> str:
    """Return what a field is called in the language of another field of an event, as somebody wrote that."""
    beside = fields_by_word(EVENT).get(fold_word(key))
    if beside is not None:
        for language, words in beside.called.words.items():
            if fold_word(key) in map(fold_word, words):
                return name.in_language(language)[0]
        return name.english
    return name.in_language(scope.settings.language)[0]


def shown(moment: Moment) -> str:
    """Return a moment as Finns and most of Europe write it."""
    words = f"{moment.day}.{moment.month}.{moment.year}"
    return f"{words} {moment.hour}.{moment:%M}" if isinstance(moment, datetime) else words


def _month_in_its_year(month: str, today: date) -> str:
    """Return a month, ``2027-06``; one without a year is the next such."""
    return month if "-" in month else f"{today.year + (int(month) < today.month)}-{month}"


def _in_its_year(text: str, today: date) -> str:
    """Return a date and its hour with the year in which it comes next, with its weekday where it has one."""
    for year in range(today.year, today.year + 7):
        try:
            written = with_year(text, today if year == today.year else date(year, 1, 1))
            read_moment(written)
        except MomentError:
            continue
        return written
    return ""
