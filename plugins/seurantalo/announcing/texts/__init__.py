"""The words of an announcement, ready to paste, for each sort of channel."""

from __future__ import annotations

from seurantalo.announcing.texts.entries import entry_text
from seurantalo.announcing.texts.in_languages import text_to_paste
from seurantalo.announcing.texts.issues import facts_of_entry, issue_text
from seurantalo.announcing.texts.manners import Counting, Manner, manner_named, manner_of, manners
from seurantalo.announcing.texts.questions import letter_to_organiser
from seurantalo.announcing.texts.written import IssueText, Written

__all__ = [
    "Counting",
    "IssueText",
    "Manner",
    "Written",
    "entry_text",
    "facts_of_entry",
    "issue_text",
    "letter_to_organiser",
    "manner_named",
    "manner_of",
    "manners",
    "text_to_paste",
]
