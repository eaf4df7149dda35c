"""What every foreign engine is asked and what it answers; the standard library only, for any Python from 3.11 on.

An engine runs in a process of its own, so that neither its warnings nor its crashes are ours. It reads one request
from its standard input (``{"first": "2027-01-01", "last": "2029-01-01", "files": [...]}``) and prints one line of
JSON for each file, in order. ``protocol.mjs`` says the same in JavaScript.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

#: Occurrences are looked for this much beyond both ends; the comparison cuts all engines to the same days.
MARGIN = timedelta(days=40)


@dataclass(frozen=True)
class Window:
    """The days between which occurrences are compared, the last one not included."""

    first: date
    last: date

    @property
    def opens(self) -> datetime:
        """The instant from which an engine looks."""
        return datetime(self.first.year, self.first.month, self.first.day, tzinfo=UTC) - MARGIN

    @property
    def closes(self) -> datetime:
        """The instant until which an engine looks."""
        return datetime(self.last.year, self.last.month, self.last.day, tzinfo=UTC) + MARGIN


@dataclass
class Seen:
    """What an engine sees in a feed.

    ``components`` is the number of VEVENTs. An occurrence is (UID, start, end, STATUS), times as
    ``20270328T070000Z``, ``20270619`` for whole days, ``20270619T100000`` where the engine takes a time as floating.
    A text is (UID, title, description, place) of one VEVENT. ``errors`` are complaints, and what made it stop.
    """

    components: int = 0
    occurrences: list[tuple[str, str, str, str]] = field(default_factory=list)
    texts: list[tuple[str, str, str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def said(moment: date) -> str:
    """Return a moment in the form that occurrences have."""
    if not isinstance(moment, datetime):
        return moment.strftime("%Y%m%d")
    if moment.tzinfo is None:
        return moment.strftime("%Y%m%dT%H%M%S")
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def answer(read: Callable[[str, Window, Seen], None]) -> None:
    """Answer one request. ``read`` takes a feed's text and fills in what it sees; it may raise anything."""
    # Engines print what they please; only we write to the real standard output.
    out, sys.stdout = sys.stdout, sys.stderr
    request = json.load(sys.stdin)
    window = Window(date.fromisoformat(request["first"]), date.fromisoformat(request["last"]))
    for name in request["files"]:
        seen = Seen()
        try:
            read(Path(name).read_bytes().decode("utf-8"), window, seen)
        except Exception as error:  # noqa: BLE001 - a crash is an answer
            seen.errors.append(f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")
        print(json.dumps(asdict(seen)), file=out, flush=True)
