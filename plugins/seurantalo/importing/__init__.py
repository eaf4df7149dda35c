"""Foreign calendars become event files of ours. Pure functions: bytes come in, texts and problems go out."""

from __future__ import annotations

from seurantalo.importing.calendar_import import Import, ImportedEvent, Request, import_calendar
from seurantalo.importing.drafts import Defaults

__all__ = ["Defaults", "Import", "ImportedEvent", "Request", "import_calendar"]
