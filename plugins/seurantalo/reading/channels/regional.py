"""How our words and places are called in a regional calendar: ids of ours, and ids that may be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from seurantalo.model.channel import RegionalMap
from seurantalo.model.event import Format
from seurantalo.model.fields.channel import REGIONAL
from seurantalo.model.fields.words import value_of
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.records import own_value
from seurantalo.reading.yaml.tree import Mapping as MappingNode
from seurantalo.reading.yaml.tree import Node

_ID: Final = re.compile(r"[\w.-]{1,40}:[\w.:-]{1,100}\Z", re.ASCII)
#: The address of a keyword or a place there, which holds its id.
_ADDRESS: Final = re.compile(r"https?://\S+/(?:keyword|place)/(?P<id>[\w.-]+:[\w.:-]+)/?\Z", re.ASCII)
_SHOWN: Final = 60


def with_ids_of_ours(scope: Scope, node: Node, given: RegionalMap) -> RegionalMap:
    """Return a map whose names are our ids; report names that we don't know and what can be no id there."""
    return replace(
        given,
        keywords=_mapped(scope, node, "keywords", given.keywords, _themes_and_formats),
        audiences=_mapped(scope, node, "audiences", given.audiences, _of_kinds(Kind.AUDIENCE)),
        places=_mapped(scope, node, "places", given.places, _of_kinds(Kind.VENUE, Kind.MUNICIPALITY)),
    )


def _mapped(
    scope: Scope,
    node: Node,
    field: str,
    lines: Mapping[str, str],
    ours: Callable[[Scope, str], Iterable[str]],
) -> MappingProxyType[str, str]:
    written = own_value(REGIONAL.fields, node, field)
    entries = written.entries if isinstance(written, MappingNode) else {}
    found: dict[str, str] = {}
    for key, entry in entries.items():
        name = " ".join(key.split())
        if name not in lines:
            continue
        ids = tuple(ours(scope, name))
        if not ids:
            _report_unknown(scope, entry, field, name)
        if _is_id(scope, entry.value, field, lines[name]):
            found.update(dict.fromkeys(ids, lines[name]))
    return MappingProxyType(found)


def _is_id(scope: Scope, place: Placed, field: str, text: str) -> bool:
    if _ID.match(text) and not text.startswith(("http:", "https:")):
        return True
    address = _ADDRESS.match(text)
    mend = scope.instead(place, text, address["id"]) if address else None
    scope.report("channel-regional-id", place, field, Severity.ERROR, mend, found=text[:_SHOWN])
    return False


def _report_unknown(scope: Scope, place: Placed, field: str, name: str) -> None:
    kind = {"keywords": Kind.THEME, "audiences": Kind.AUDIENCE}.get(field, Kind.VENUE)
    near = scope.known.nearest(kind, name)
    mend = scope.instead(place, name, near) if near else None
    scope.report("channel-regional-unknown", place, field, Severity.ERROR, mend, found=name[:_SHOWN], kind=kind.value)


def _themes_and_formats(scope: Scope, name: str) -> Iterable[str]:
    """Yield the ids that a word means: a theme, a format, or one of each."""
    theme = scope.known.resolve(Kind.THEME, name)
    form = value_of(Format, name)
    yield from dict.fromkeys(one for one in (theme, form.value if form is not None else None) if one)


def _of_kinds(*kinds: Kind) -> Callable[[Scope, str], Iterable[str]]:
    def ids(scope: Scope, name: str) -> Iterable[str]:
        found = (scope.known.resolve(kind, name) for kind in kinds)
        return [one for one in found if one][:1]

    return ids
