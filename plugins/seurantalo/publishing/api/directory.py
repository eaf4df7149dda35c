"""Records other than events as JSON: organisations, venues, municipalities, practices, words of the vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind, Record
from seurantalo.publishing.api.values import Json, Values
from seurantalo.publishing.api.written import Own, RecordWriter

#: What follows from fields, by its name in the open data.
_OWN: Final[Mapping[str, Own]] = {
    "latitude": Own("coordinates", lambda _, place, __: place.latitude),
    "longitude": Own("coordinates", lambda _, place, __: place.longitude),
}


@cache
def _writer(kind: Kind) -> RecordWriter:
    one = KINDS[kind]
    if one.open_data is None:
        raise KeyError(kind)
    return RecordWriter(one.fields, one.open_data, own=_OWN)


def record_json(values: Values, record: Record) -> Json:
    """Return a record; raise KeyError for a kind that no open data shows. Contacts are roles."""
    found = values.common(record)
    _writer(record.KIND).write(found, values, record)
    return found
