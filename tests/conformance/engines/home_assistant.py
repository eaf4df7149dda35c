"""Home Assistant's calendar parser: the package ``ical``, strict and with its own recurrence engine."""

from __future__ import annotations

from datetime import UTC

from ical.calendar_stream import IcsCalendarStream
from tests.conformance.engines.protocol import Seen, Window, answer, said


def read(text: str, window: Window, seen: Seen) -> None:
    """Read as Home Assistant's "remote calendar" does."""
    calendar = IcsCalendarStream.calendar_from_ics(text)
    seen.components = len(calendar.events)
    seen.texts = [
        (one.uid or "", one.summary or "", one.description or "", one.location or "") for one in calendar.events
    ]
    for one in calendar.timeline_tz(UTC).overlapping(window.opens, window.closes):
        status = one.status.value if one.status else ""
        seen.occurrences.append((one.uid or "", said(one.start), said(one.end), status))


if __name__ == "__main__":
    answer(read)
