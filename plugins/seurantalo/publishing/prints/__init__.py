"""Sheets of paper and pictures, set from the words of events: posters for notice boards, cards for social media."""

from __future__ import annotations

from seurantalo.publishing.prints.poster import Poster, Size, lost_signs, poster_of, sheet
from seurantalo.publishing.prints.typesetting import Format

__all__ = ["Format", "Poster", "Size", "lost_signs", "poster_of", "sheet"]
