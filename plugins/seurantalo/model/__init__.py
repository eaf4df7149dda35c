"""What a record is, and the linked whole. Knows nothing about files, HTML or MkDocs."""

from __future__ import annotations

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.practice import Practice
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind, Moment, Record
from seurantalo.model.recurrence import Recurrence
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text

__all__ = [
    "Community",
    "Event",
    "EventStatus",
    "Kind",
    "Moment",
    "Practice",
    "Problem",
    "Record",
    "Recurrence",
    "Settings",
    "Severity",
    "Text",
]
