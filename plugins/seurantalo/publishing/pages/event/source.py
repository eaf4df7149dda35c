"""The file of each event beside its page, for the form on which it is changed: lines are replaced, none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from seurantalo.proposing.source import Source, source_of
from seurantalo.proposing.tables import INSTEAD
from seurantalo.proposing.values import values_of
from seurantalo.publishing.addresses import EVENTS
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File, sorted_by_address


def source_files(ctx: PageContext) -> Iterator[File]:
    """Yield ``tapahtumat/ID/ID.json`` of every event, by path: its file as it is, and what each field says.

    A file that is gone since it was read, or is no text, has none: it is changed by hand.
    """
    events = ctx.community.events
    for name in sorted_by_address(events):
        event = events[name]
        content = ctx.written(event.origin.path)
        if content is None:
            continue
        try:
            values = values_of(event, timezone=ctx.settings.timezone)
            # Proposals have one way of naming files, whatever the site calls the folder.
            path = f"events/{event.origin.path.removeprefix(f'{ctx.settings.events_folder}/')}"
            source = source_of(event.KIND, path, content, values)
        except UnicodeDecodeError:
            continue
        yield File(f"{EVENTS}{name}/{name}.json", orjson.dumps(source_json(source)))


def source_json(source: Source) -> dict[str, Any]:
    """Return a file as the form reads it: values only of the fields that the file has itself."""
    said = {*source.lines, *(name for name, names in INSTEAD.items() if source.lines.keys() & set(names))}
    return {
        "kind": source.kind.value,
        "path": source.path,
        "blob": source.blob,
        "text": source.text,
        "values": {name: value for name, value in source.values.items() if name in said},
        "lines": source.lines,
        **({"comments": source.comments} if source.comments else {}),
        **({"body": source.body} if source.body else {}),
    }
