"""What the records say together: the log that writes itself, evidence, adoption, activity, what is missing or stale.

Pure functions over the Community. Dates of events come in from outside, as do days: nothing here reads a clock.
"""

from __future__ import annotations

from seurantalo.wiki.activity import Activity, activity
from seurantalo.wiki.adopting import Gathering, Habit, gatherings
from seurantalo.wiki.adoption import adoptions_in, adoptions_of
from seurantalo.wiki.completeness import Section, completeness
from seurantalo.wiki.contacts import HeldContact, contacts_of, contacts_to_check, is_alive, is_over
from seurantalo.wiki.dates import DatesOf
from seurantalo.wiki.desk import Chore, Pile, Task, desk, pile
from seurantalo.wiki.discussion import Thread, comments_on, newer_than_summary, threads
from seurantalo.wiki.evidence import Evidence, Mark, evidence
from seurantalo.wiki.external_links import external_links
from seurantalo.wiki.kinship import related_practices
from seurantalo.wiki.kinship_of_themes import related_ideas, related_themes
from seurantalo.wiki.mentions import mentions_in_texts
from seurantalo.wiki.methods import MethodMatrix, Trial, method_matrix
from seurantalo.wiki.practice_log import LogLine, PracticeLog, Totals, practice_log
from seurantalo.wiki.staleness import contact_is_old, needs_outcome, practice_is_old
from seurantalo.wiki.trail import roots_of

__all__ = [
    "Activity",
    "Chore",
    "DatesOf",
    "Evidence",
    "Gathering",
    "Habit",
    "HeldContact",
    "LogLine",
    "Mark",
    "MethodMatrix",
    "Pile",
    "PracticeLog",
    "Section",
    "Task",
    "Thread",
    "Totals",
    "Trial",
    "activity",
    "adoptions_in",
    "adoptions_of",
    "comments_on",
    "completeness",
    "contact_is_old",
    "contacts_of",
    "contacts_to_check",
    "desk",
    "evidence",
    "external_links",
    "gatherings",
    "is_alive",
    "is_over",
    "mentions_in_texts",
    "method_matrix",
    "needs_outcome",
    "newer_than_summary",
    "pile",
    "practice_is_old",
    "practice_log",
    "related_ideas",
    "related_practices",
    "related_themes",
    "roots_of",
    "threads",
]
