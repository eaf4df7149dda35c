"""Python's ``icalendar`` with ``recurring-ical-events``, which many websites show feeds with."""

from __future__ import annotations

import icalendar
import recurring_ical_events
from tests.conformance.engines.protocol import Seen, Window, answer, said


def read(text: str, window: Window, seen: Seen) -> None:
    """Parse, and expand what lies in the window."""
    calendar = icalendar.Calendar.from_ical(text)
    for one in calendar.walk("VEVENT"):
        seen.components += 1
        seen.errors += [f"{name}: {error}" for name, error in one.errors]
        seen.texts.append(
            (str(one["UID"]), str(one["SUMMARY"]), str(one.get("DESCRIPTION", "")), str(one.get("LOCATION", "")))
        )
    for one in recurring_ical_events.of(calendar).between(window.opens, window.closes):
        seen.occurrences.append((str(one["UID"]), said(one.start), said(one.end), str(one.get("STATUS", ""))))


if __name__ == "__main__":
    answer(read)
