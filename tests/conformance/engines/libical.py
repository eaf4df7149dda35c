"""libical: its parser and its recurrence engine. GNOME, KDE, Orage and many synchronisers stand on it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.conformance.engines import glib_reading as glib
from tests.conformance.engines.protocol import Seen, Window, answer


def read(text: str, window: Window, seen: Seen) -> None:
    """Parse, expand, and put exceptions in the place of what they replace."""
    root = glib.parse(text)
    events = glib.take_texts(root, seen)
    replaced = {(one.get_uid(), glib.replaced_start(one)) for one in events}
    for one in events:
        uid, status = one.get_uid(), glib.status_of(one)
        if glib.replaced_start(one) is not None:
            seen.occurrences.append((uid, glib.moment(one.get_dtstart()), glib.moment(one.get_dtend()), status))
            continue
        seen.occurrences += [
            (uid, starts, ends, status) for starts, ends in _instances(one, window) if (uid, starts) not in replaced
        ]
    seen.errors += glib.complaints(root)


def _instances(event: Any, window: Window) -> list[tuple[str, str]]:
    first = event.get_dtstart()
    form = "%Y%m%d" if first.is_date() else "%Y%m%dT%H%M%S" + "Z" * (first.get_timezone() is not None)
    found: list[tuple[str, str]] = []

    def take(_: Any, span: Any, *__: Any) -> None:
        starts, ends = (datetime.fromtimestamp(each, UTC) for each in (span.get_start(), span.get_end()))
        found.append((starts.strftime(form), ends.strftime(form)))

    event.foreach_recurrence(glib.time_of(window.opens), glib.time_of(window.closes), take, None)
    return found


if __name__ == "__main__":
    answer(read)
