"""The files of events, for the form on which they are changed: lines are replaced, none is lost.

The form knows an event by its id, as links and old bookmarks do, and fetches little: so the files stand on shelves of
some dozens, and the id alone tells the shelf (``shelf`` in ``propose-source.js`` counts the same way).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from zlib import crc32

import orjson

from seurantalo.model.event import Event
from seurantalo.model.fields.field import Shape
from seurantalo.model.kinds import RECORDS
from seurantalo.planner.occurrence import is_long_over
from seurantalo.proposing.source import Source, source_of
from seurantalo.proposing.tables import INSTEAD
from seurantalo.proposing.values import values_of
from seurantalo.publishing.addresses import EVENT_SHELVES
from seurantalo.publishing.feeds.lines import clean
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.made_of import noted
from seurantalo.publishing.publication import Files
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: Characters of a description from which on a file leaves it to the open data, which the form asks for then.
_LONG: Final = 400
#: Signs of a month: ``2027-05``.
_MONTH: Final = 7
#: Files on a shelf, at most on the average: a shelf of so many that are long is about 20 kB compressed.
_ON_A_SHELF: Final = 40


def shelf(name: str, shelves: int) -> int:
    """Return the number of the shelf of an event or a municipality, counted from 0.

    >>> shelf("juhannus-2027", 1), shelf("juhannus-2027", 16)
    (0, 10)
    """
    return crc32(name.encode()) % shelves


def shelf_count(events: int) -> int:
    """Return how many shelves so many events need: a power of two, so that it seldom becomes another.

    >>> [shelf_count(events) for events in (0, 40, 41, 10_000)]
    [1, 1, 2, 256]
    """
    return 1 << max(0, -(-events // _ON_A_SHELF) - 1).bit_length()


def is_changed_by_form(ctx: PageContext, event: Event) -> bool:
    """Whether the form has an event's file.

    What has been over for more than a year is changed in its file, where the site says how that is reached. Events of
    practices stay: those who read of a practice are asked how they went.
    """
    if event.practices or not ctx.edit_url(event):
        return True
    return not is_long_over(ctx.calendar.of_event(event.id), ctx.today)


def changed_by_form(ctx: PageContext) -> Sequence[Event]:
    """Return the events whose files the form has, in the order of their ids."""
    return ctx.plain.once(_changed_by_form)


def _changed_by_form(ctx: PageContext) -> Sequence[Event]:
    events = ctx.community.events
    return [events[name] for name in sorted(events) if is_changed_by_form(ctx, events[name])]


def source_files(ctx: PageContext) -> Files:
    """Return ``ehdota/muutettavat/N.json`` of every shelf that has events, by path: by id, their files as they are.

    A file that is gone since it was read, or is no text, is on none: it is changed by hand.
    """
    plain = ctx.plain
    shelves = plain.once(_shelves)
    return noted(ctx, ON_SHELF, Files(sorted(shelves), lambda path: _shelf_file(plain, shelves[path])))


def _shelves(ctx: PageContext) -> Mapping[str, list[Event]]:
    """Return the events of each shelf in the order of their ids, by its path."""
    events = changed_by_form(ctx)
    count = shelf_count(len(events))
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(f"{EVENT_SHELVES}{shelf(event.id, count)}.json", []).append(event)
    return found


def _on_shelf(ctx: PageContext, path: str) -> Sequence[Event]:
    return ctx.once(_shelves)[path]


#: The events whose files stand on a shelf.
ON_SHELF: Final = Question(
    "shelf", _on_shelf, lambda ctx, path: [one.id for one in _on_shelf(ctx, path)], since=Change.OUTLINE
)


def _shelf_file(ctx: PageContext, events: Iterable[Event]) -> bytes:
    found: dict[str, dict[str, Any]] = {}
    folder = f"{ctx.settings.events_folder}/"
    for event in events:
        content = ctx.written(event.origin.path)
        if content is None:
            continue
        try:
            values = values_of(event, timezone=ctx.settings.timezone)
            # Proposals have one way of naming files, whatever the site calls the folder.
            path = f"events/{event.origin.path.removeprefix(folder)}"
            source = source_of(event.KIND, path, content, values)
        except UnicodeDecodeError:
            continue
        found[event.id] = _left_to_open_data(ctx, event, source, len(content))
    return orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE)


def _left_to_open_data(ctx: PageContext, event: Event, source: Source, octets: int) -> dict[str, Any]:
    """Return a packed file without a long description that open data tell in the same words.

    ``told`` says of which month they are, behind which line they belong, and how many ``octets`` the whole text has:
    ``whole`` in ``propose-source.js`` puts it together.
    """
    found, description = packed(source), event.description
    indent = found.get("prose", {}).get("description")
    if indent is None or description is None or event.date_pending:
        return found
    (_, written), *others = description.versions
    if others or len(written) < _LONG or len(words := clean(written)) < _LONG:
        return found
    dates = ctx.calendar.of_event(event.id)
    if not dates or is_long_over(dates, ctx.today):
        return found
    lines, (first, last) = source.rows, source.lines["description"]
    first -= indent == 0
    margin = " " * indent
    if lines[first:last] != [line and margin + line for line in words.split("\n")]:
        return found
    told = {"month": dates[0].starts_local.isoformat()[:_MONTH], "behind": first, "octets": octets}
    return found | {"text": "\n".join((*lines[:first], *lines[last:])), "told": told}


def source_json(source: Source) -> dict[str, Any]:
    """Return a file as the form reads it: values only of the fields that the file has itself."""
    said = {*source.lines, *(name for name, names in INSTEAD.items() if not source.lines.keys().isdisjoint(names))}
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


def packed(source: Source) -> dict[str, Any]:
    """Return the same without what the form can read from the text itself.

    ``prose`` are the long texts that stand in the file as they are, by field: signs of their indentation. They are
    among no values. ``lines`` are the fields in a row.
    """
    found = source_json(source) | {"lines": _in_a_row(source.lines)}
    prose: dict[str, int] = {}
    for name in _PROSE[source.kind] & found["values"].keys():
        for indent in (0,) if name == source.body else (2, 4):
            if _as_written(source, name, indent) == found["values"][name]:
                prose[name] = indent
                break
    if prose:
        found["values"] = {name: value for name, value in found["values"].items() if name not in prose}
        found["prose"] = prose
    return found


def _in_a_row(lines: Mapping[str, tuple[int, int]]) -> str:
    """Return ``title starts@3 description+4``: a field's line where it does not follow, and how many are its more."""
    found, following = [], 1
    for name, (first, last) in lines.items():
        begins = name if first == following else f"{name}@{first}"
        found.append(begins if last == first else f"{begins}+{last - first}")
        following = last + 1
    return " ".join(found)


_PROSE: Final = {
    kind: frozenset(field.name for field in fields if field.shape is Shape.PROSE) for kind, fields in RECORDS.items()
}


def _as_written(source: Source, name: str, indent: int) -> str:
    """Return the lines of a long text without their indentation, as ``unpacked`` in ``propose-source.js`` does.

    The body of a Markdown file has no head; anywhere else the first line is the field's name.
    """
    return "\n".join([line[indent:] for line in source.piece(name)[indent > 0 :]])
