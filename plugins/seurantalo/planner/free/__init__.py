"""Free dates: how good each day is for an event that has no day yet, at which hours, and why."""

from __future__ import annotations

from seurantalo.planner.free.hours import WHOLE_DAY, DayPart, Hours, hours_of
from seurantalo.planner.free.ranking import FreeDates, RatedDay
from seurantalo.planner.free.reasons import For, Grade, Reason, ReasonKind, When, grade_of, points_of
from seurantalo.planner.free.wish import Wish, settled
from seurantalo.planner.free.wording import ReasonWords, grade_in_words, hours_of_day, length_in_words

__all__ = [
    "WHOLE_DAY",
    "DayPart",
    "For",
    "FreeDates",
    "Grade",
    "Hours",
    "RatedDay",
    "Reason",
    "ReasonKind",
    "ReasonWords",
    "When",
    "Wish",
    "grade_in_words",
    "grade_of",
    "hours_of",
    "hours_of_day",
    "length_in_words",
    "points_of",
    "settled",
]
