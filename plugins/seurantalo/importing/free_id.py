"""An id for an event that comes from elsewhere."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from seurantalo.importing.event_file import Draft
from seurantalo.reading.files.names import identifier_like

_LONGEST: Final = 60


def free_id(draft: Draft, prefix: str, taken: Container[str]) -> str:
    """Return an id that is free: the one that it had, or one by the title, then with the day, then with a number."""
    words = draft.name or identifier_like(draft.title)[:_LONGEST].strip("-") or "tapahtuma"
    base = f"{prefix}-{words}" if prefix else words
    for event_id in _ids(base, f"{draft.starts:%Y-%m-%d}"):
        if event_id not in taken:
            return event_id
    raise AssertionError(base)  # the numbers do not end


def _ids(base: str, day: str) -> Iterator[str]:
    yield base
    yield f"{base}-{day}"
    number = 2
    while True:
        yield f"{base}-{day}-{number}"
        number += 1
