"""Files become records, or problems with file, line and column."""

from __future__ import annotations

from seurantalo.reading.community_reader import History, Reading, read_community
from seurantalo.reading.memory import Memory

__all__ = ["History", "Memory", "Reading", "read_community"]
