"""Files become records, or problems with file, line and column."""

from __future__ import annotations

from seurantalo.reading.community_reader import Reading, read_community
from seurantalo.reading.history.agreements import AgreementHistory
from seurantalo.reading.history.as_then import EventsThen
from seurantalo.reading.history.revisions import History, begun_history
from seurantalo.reading.memory import Memory

__all__ = ["AgreementHistory", "EventsThen", "History", "Memory", "Reading", "begun_history", "read_community"]
