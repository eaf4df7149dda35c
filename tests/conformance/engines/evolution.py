"""Evolution Data Server: what GNOME Calendar and Evolution expand repetition with. It parses with libical."""

from __future__ import annotations

from typing import Any

import gi

gi.require_version("ECal", "2.0")
from gi.repository import ECal  # noqa: E402 - the version has to be said first
from tests.conformance.engines import glib_reading as glib  # noqa: E402
from tests.conformance.engines.protocol import Seen, Window, answer  # noqa: E402


def read(text: str, window: Window, seen: Seen) -> None:
    """Parse, expand, and put exceptions in the place of what they replace, as its calendar view does."""
    root = glib.parse(text)
    zones = glib.zones_of(root)
    events = glib.take_texts(root, seen)
    replaced = {(one.get_uid(), glib.replaced_start(one)) for one in events}
    for one in events:
        uid, status = one.get_uid(), glib.status_of(one)
        alone = glib.replaced_start(one) is not None
        for starts, ends in _instances(one, zones, window):
            if alone or (uid, starts) not in replaced:
                seen.occurrences.append((uid, starts, ends, status))


def _instances(event: Any, zones: dict[str, Any], window: Window) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def take(_: Any, starts: Any, ends: Any, *__: Any) -> bool:
        found.append((glib.moment(starts), glib.moment(ends)))
        return True

    ECal.recur_generate_instances_sync(
        event,
        glib.time_of(window.opens),
        glib.time_of(window.closes),
        take,
        None,
        lambda tzid, *_: zones.get(tzid),
        None,
        glib.UTC,
        None,
    )
    return found


if __name__ == "__main__":
    answer(read)
