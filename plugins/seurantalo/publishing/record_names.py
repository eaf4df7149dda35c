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


def names_home(venue: str, municipality: str) -> bool:
    """Tell whether a venue's name says its municipality, which is then not said a second time beside it.

    >>> from seurantalo.publishing.record_names import names_home
    >>> names_home("Kunnantalon valtuustosali, Vimpeli", "Vimpeli"), names_home("Vimpelin kirjasto", "Vimpeli")
    (True, False)
    """
    return municipality in venue.split(", ") or venue.endswith(f" {municipality}")
