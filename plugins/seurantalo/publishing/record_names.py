"""What a record is called."""

from __future__ import annotations

from seurantalo.model.record import Record
from seurantalo.model.text import Text


def words_of(record: Record, code: str) -> str:
    """Return what a record is called in a language: its name, title or question, else its id."""
    for attribute in ("name", "title", "question"):
        text = getattr(record, attribute, None)
        if isinstance(text, Text):
            return text.in_language(code)
    return record.id
