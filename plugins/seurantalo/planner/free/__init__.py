"""Free dates: how good each day is for an event that has no day yet, and why."""

from __future__ import annotations

from seurantalo.planner.free.ranking import FreeDates, RatedDay, Wish
from seurantalo.planner.free.reasons import For, Grade, Reason, ReasonKind, grade_of, points_of
from seurantalo.planner.free.wording import ReasonWords, grade_in_words

__all__ = [
    "For",
    "FreeDates",
    "Grade",
    "RatedDay",
    "Reason",
    "ReasonKind",
    "ReasonWords",
    "Wish",
    "grade_in_words",
    "grade_of",
    "points_of",
]
