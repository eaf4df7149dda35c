"""``vobject``, the parser of Radicale and of several synchronisers; it expands rules, its users apply exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import vobject
import vobject.icalendar as internals
from tests.conformance.engines.protocol import Seen, Window, answer, said


def read(text: str, window: Window, seen: Seen) -> None:
    """Parse, expand, and put exceptions in the place of what they replace."""
    _forget_zones()
    calendar = vobject.readOne(text)
    components = list(calendar.contents.get("vevent", ()))
    seen.components = len(components)
    replaced = {(one.uid.value, said(one.recurrence_id.value)) for one in components if hasattr(one, "recurrence_id")}
    for one in components:
        uid = _text(one, "uid")
        seen.texts.append((uid, _text(one, "summary"), _text(one, "description"), _text(one, "location")))
        for at, until in _instances(one, window):
            if hasattr(one, "recurrence_id") or (uid, said(at)) not in replaced:
                seen.occurrences.append((uid, said(at), said(until), _text(one, "status")))


def _instances(one: Any, window: Window) -> Iterator[tuple[date, date]]:
    starts, ends = one.dtstart.value, one.dtend.value
    if not any(hasattr(one, name) for name in ("rrule", "rdate")):
        yield starts, ends
        return
    whole = not isinstance(starts, datetime)
    # Wall time plus the length in wall time, as its users do.
    length = ends - starts if whole else ends.replace(tzinfo=None) - starts.replace(tzinfo=None)
    for at in one.getrruleset(addRDate=True):
        if at.date() > window.closes.date():
            return
        begins = at.date() if whole else at
        yield begins, begins + length


def _text(one: Any, name: str) -> str:
    return str(getattr(one, name).value) if hasattr(one, name) else ""


def _forget_zones() -> None:
    """Its memory of zones goes by name: what one feed says of a zone would be believed of the next one."""
    internals.__tzidMap.clear()
    internals.registerTzid("UTC", internals.utc)


if __name__ == "__main__":
    answer(read)
