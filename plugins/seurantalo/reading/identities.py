"""No two events are one to calendars: neither by a stored ``uid`` nor by the ids that they had before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from seurantalo.model.event import Event
from seurantalo.model.fields.words import field_of, fields_by_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Problem
from seurantalo.model.record import Kind
from seurantalo.reading.file_scope import Place
from seurantalo.reading.files.listing import SourceFile, read_text
from seurantalo.reading.yaml.front_matter import split_front_matter
from seurantalo.reading.yaml.tree import Scalar, Sequence, read_tree


def shared_identities(events: Iterable[Event], files: Iterable[SourceFile]) -> Iterator[Problem]:
    """Yield what is wrong with the identities of events; ``files`` are all event files, also those with errors."""
    by_id = {source.id: source for source in files}
    uids: dict[str, str] = {}
    former: dict[str, str] = {}
    for event in events:
        path = event.origin.path
        if event.uid and (other := uids.setdefault(event.uid, path)) != path:
            values = (("found", event.uid), ("other", other))
            yield Problem("uid-twice", path, event.origin.line, event.origin.column, "uid", values)
        for name in dict.fromkeys(event.former_ids):
            if name == event.id:
                yield _problem("former-id-own", by_id, event, name)
            elif name in by_id:
                yield _problem("former-id-in-use", by_id, event, name, by_id[name].path)
            elif (other := former.setdefault(name, path)) != path:
                yield _problem("former-id-twice", by_id, event, name, other)


def _problem(code: str, by_id: Mapping[str, SourceFile], event: Event, name: str, other: str = "") -> Problem:
    place = _place(by_id[event.id], name) if event.id in by_id else Place(event.origin.line, event.origin.column)
    values = (("found", name), ("other", other)) if other else (("found", name),)
    return Problem(code, event.origin.path, place.line, place.column, "former_ids", values)


def _place(source: SourceFile, name: str) -> Place:
    """Return where a former id stands: looked for only where something is wrong with it."""
    text = read_text(source)
    if isinstance(text, Problem):
        return Place(1)
    front = split_front_matter(text)
    tree, _ = read_tree(front.fields, front.fields_line) if front else read_tree(text)
    known = fields_by_word(RECORDS[Kind.EVENT])
    for key, entry in tree.entries.items() if tree else ():
        field = field_of(known, key)
        if field is not None and field.name == "former_ids":
            nodes = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
            for node in nodes:
                if isinstance(node, Scalar) and (node.text or "").strip() == name:
                    return Place(node.line, node.column)
    return Place(1)
