"""Where and when each event is announced, in which words, and what was told: pure functions over the calendar."""

from __future__ import annotations

from seurantalo.announcing.due import Due, due_of, news_day, reminder_of
from seurantalo.announcing.entry import Entry, LeftOut, State
from seurantalo.announcing.issues import (
    Issue,
    comes_out,
    corrected_issue,
    correction_id,
    date_issue,
    issue_by_id,
    issues_appearing,
    issues_between,
    week_of,
)
from seurantalo.announcing.plan import Announcing
from seurantalo.announcing.reach import floods, missed_by, silent, without_channel

__all__ = [
    "Announcing",
    "Due",
    "Entry",
    "Issue",
    "LeftOut",
    "State",
    "comes_out",
    "corrected_issue",
    "correction_id",
    "date_issue",
    "due_of",
    "floods",
    "issue_by_id",
    "issues_appearing",
    "issues_between",
    "missed_by",
    "news_day",
    "reminder_of",
    "silent",
    "week_of",
    "without_channel",
]
