"""khal, a calendar for the terminal. It parses with ``icalendar``; its database and its expansion are its own."""

from __future__ import annotations

import logging
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from khal.icalendar import split_ics
from khal.khalendar import CalendarCollection
from tests.conformance.engines.protocol import Seen, Window, answer, said

_UTC = ZoneInfo("UTC")
_LOCALE = {
    "local_timezone": _UTC,
    "default_timezone": _UTC,
    "timeformat": "%H:%M",
    "dateformat": "%d.%m.",
    "longdateformat": "%d.%m.%Y",
    "datetimeformat": "%d.%m. %H:%M",
    "longdatetimeformat": "%d.%m.%Y %H:%M",
    "unicode_symbols": True,
    "firstweekday": 0,
    "weeknumbers": False,
}


def open_collection(folder: str) -> Any:
    """Return khal's view of a folder of calendar files, read anew."""
    calendar = {"name": "feed", "path": folder, "readonly": False, "color": "", "priority": 10, "ctype": "calendar"}
    return CalendarCollection(calendars={"feed": calendar | {"addresses": []}}, dbpath=":memory:", locale=_LOCALE)


def occurrences(collection: Any, window: Window) -> list[tuple[str, str, str, str]]:
    """Return what khal shows in a window. It gives what lasts over midnight once for each day: here it is once."""
    opens, closes = (moment.replace(tzinfo=None) for moment in (window.opens, window.closes))
    found = [
        *collection.get_localized(opens.replace(tzinfo=_UTC), closes.replace(tzinfo=_UTC)),
        *collection.get_floating(opens, closes),
    ]
    return sorted({(one.uid, said(one.start), said(_end(one)), one.status or "") for one in found})


def _end(one: Any) -> date:
    ends: date = one.end
    return ends + timedelta(days=1) if one.allday else ends  # of whole days khal shows the last


def read(text: str, window: Window, seen: Seen) -> None:
    """Lay every entry into a folder as vdirsyncer does, then ask for the days."""
    complaints = _Complaints(seen)
    logging.getLogger("khal").addHandler(complaints)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for number, one in enumerate(split_ics(text, random_uid=False, default_timezone=None)):
                seen.components += one.count("\nBEGIN:VEVENT")  # lines, not words of a text
                Path(folder, f"{number}.ics").write_bytes(one.encode())
            seen.occurrences = occurrences(open_collection(folder), window)
    finally:
        logging.getLogger("khal").removeHandler(complaints)


class _Complaints(logging.Handler):
    def __init__(self, seen: Seen) -> None:
        super().__init__(logging.WARNING)
        self._seen = seen

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.errors.append(" ".join(record.getMessage().split())[:200])


if __name__ == "__main__":
    answer(read)
