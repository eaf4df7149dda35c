"""Names of practices, for fields in which one names them as one types."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import PROPOSE_DATA
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File

#: Kind of record -> the name of the file of its names.
FILES_OF_NAMES = {Kind.PRACTICE: "kaytannot"}


def known_names(ctx: PageContext) -> Iterator[File]:
    """Yield the file of each kind: a list of ids and names."""
    for kind, file in FILES_OF_NAMES.items():
        names = [{"id": name, "name": words} for name, words in sorted(ctx.names[kind].items())]
        yield File(f"{PROPOSE_DATA}{file}.json", orjson.dumps(names, option=orjson.OPT_APPEND_NEWLINE))
