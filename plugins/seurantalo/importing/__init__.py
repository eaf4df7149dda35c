"""Foreign calendars become event files of ours. Pure functions: bytes come in, texts and problems go out."""

from __future__ import annotations

from seurantalo.importing.calendar_import import Import, ImportedEvent, Request, import_calendar
from seurantalo.importing.drafts import Defaults
from seurantalo.importing.snapshot import (
    SNAPSHOTS,
    Changes,
    Snapshot,
    changes,
    kept,
    read_snapshot,
    refusals,
    unknown_records,
)

__all__ = [
    "SNAPSHOTS",
    "Changes",
    "Defaults",
    "Import",
    "ImportedEvent",
    "Request",
    "Snapshot",
    "changes",
    "import_calendar",
    "kept",
    "read_snapshot",
    "refusals",
    "unknown_records",
]
