"""What is to be said of the words of a repetition: what they lack, and how they were read."""

from __future__ import annotations

from typing import Final

from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Frequency, Repetition
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.moments.problems import shown
from seurantalo.reading.repetition.error import RepeatError
from seurantalo.reading.repetition.first_dates import first_dates
from seurantalo.reading.repetition.rhythm import Rhythm

_NEXT_DATES: Final = 4


def report_repeat(scope: Scope, error: RepeatError, place: Placed, starts: Moment) -> None:
    """Report words that say nothing about repetition, or, beside the start, two things."""
    values: dict[str, object] = dict(error.values)
    if error.code == "once-a-month":
        day = day_of(starts)
        values |= {"day": day.day, "nth": (day.day - 1) // 7 + 1, "weekday": day.weekday()}
    scope.report(error.code, place, "repeats", **values)


def tell_how_read(scope: Scope, place: Placed, words: str, rhythm: Rhythm, found: Repetition) -> None:
    """Mention the first dates where other people may mean others by the same words."""
    rule = found.rule
    bare = rule.frequency is Frequency.MONTHLY and not (rule.by_weekday or rule.by_month_day)
    if not (rhythm.is_guess or bare or rule.by_set_position):
        return
    dates = ", ".join(map(shown, first_dates(found.starts, rule, min(_NEXT_DATES, rule.count or _NEXT_DATES))))
    code = "nth-read-so" if rhythm.is_guess else "repeats-read-so"
    scope.report(code, place, "repeats", Severity.NOTICE, found=words[:60], dates=dates)
