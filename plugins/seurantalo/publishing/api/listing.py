"""Files of records: what stands around them, and how they are written only when their turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import orjson

from seurantalo.frozen import dataclass
from seurantalo.publishing.addresses import API
from seurantalo.publishing.api.schemas import schema_path
from seurantalo.publishing.api.values import Json

JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that is written when its turn comes. ``schema`` is ``""`` where its form is a standard's."""

    path: str
    type: str
    schema: str
    records: int
    content: Callable[[], bytes]
    events: Callable[[], Sequence[object]] = tuple
    """The events that the file is made of, and what else of events; the same, the same file."""


@dataclass(frozen=True, slots=True)
class Listings:
    """Plans files of records. ``site`` says in each where it comes from."""

    site: Json

    def plan(
        self,
        name: str,
        schema: str,
        count: int,
        records: Callable[[], Iterable[bytes]],
        events: Callable[[], Sequence[object]] = tuple,
    ) -> Planned:
        """Return the file ``name`` (relative to the open data, without its end) of ``count`` records.

        ``records`` gives each as JSON, ``events`` those that it is made of.
        """
        path = f"{API}{name}.json"
        return Planned(path, JSON, schema, count, lambda: self._written(name, schema, records()), events)

    def _written(self, name: str, schema: str, records: Iterable[bytes]) -> bytes:
        """One record on a line, so that version control and people can compare two states of a file."""
        link = "../" * name.count("/") + schema_path(schema).removeprefix(API)
        head = orjson.dumps({"$schema": link, "site": self.site})[:-1] + b',"items":[\n'
        # Head and foot go with the first and the last record: joined once, a large file is copied once.
        rows = list(records) or [b""]
        rows[0] = head + rows[0]
        rows[-1] += b"\n]}\n"
        return b",\n".join(rows)


def document(content: object) -> bytes:
    """Return a small JSON file for people to read too."""
    return orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"
