"""What is found in a notice, and how days and hours are written in it."""

from __future__ import annotations

from dataclasses import field
from datetime import date, timedelta
from typing import Any

from seurantalo.frozen import dataclass
from seurantalo.receiving.pasted.times import DAY


@dataclass(slots=True)
class Found:
    """What was read: values by field, which are guessed, where they stand, and what there is to say."""

    values: dict[str, Any] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    spans: dict[str, list[int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)
    """Where days and hours stand, for those who look for other things."""

    places: list[tuple[int, int]] = field(default_factory=list)
    """Where municipalities are named."""

    def note(self, code: str) -> None:
        """Say something once."""
        if code not in self.notes:
            self.notes.append(code)


def clock_of(minutes: int) -> str:
    """Return a time of day as proposals have it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def moment_of(day: date, minutes: int | None) -> str:
    """Return a day, or a day and its hour, as proposals have them."""
    if minutes is None:
        return day.isoformat()
    if minutes == DAY:
        day, minutes = day + timedelta(days=1), 0
    return f"{day.isoformat()}T{clock_of(minutes)}"
