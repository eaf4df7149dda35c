"""Foreign calendars become event files of ours. Pure functions: bytes come in, texts and problems go out."""

from __future__ import annotations

from seurantalo.importing.calendar_import import import_calendar
from seurantalo.importing.drafts import Defaults
from seurantalo.importing.request import Import, Request
from seurantalo.importing.second_import import SecondImport, second_import
from seurantalo.importing.snapshot import (
    SNAPSHOTS,
    Snapshot,
    changes,
    kept,
    read_snapshot,
    refusals,
    unknown_records,
)

__all__ = [
    "SNAPSHOTS",
    "Defaults",
    "Import",
    "Request",
    "SecondImport",
    "Snapshot",
    "changes",
    "import_calendar",
    "kept",
    "read_snapshot",
    "refusals",
    "second_import",
    "unknown_records",
]
