"""The kinds of pages and files of this subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import orjson

from seurantalo.model.record import Kind
from seurantalo.proposing.wire_schema import proposal_schema
from seurantalo.publishing.addresses import PROPOSE
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.propose.channel_data import channel_data
from seurantalo.publishing.pages.propose.known_names import known_names
from seurantalo.publishing.pages.propose.page import propose_index, propose_pages
from seurantalo.publishing.pages.propose.pasting_words import pasting_words
from seurantalo.publishing.pages.propose.rows import proposal_data
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import OF_EVENTS, Part
from seurantalo.publishing.publication import File

#: What is sent to a site's own server, described. Never change its address.
PROPOSAL_SCHEMA: Final = f"{PROPOSE}tiedot/ehdotus.schema.json"

KINDS: Final = (
    PageKind("propose-index", PROPOSE, alone(propose_index), reads=frozenset(), order=275, is_traced=True),
    PageKind(
        "propose",
        PROPOSE,
        propose_pages,
        reads={Kind.AUDIENCE, Kind.EVENT, Part.DATES, Part.NAMES},
        order=276,
        is_traced=True,
    ),
)


def _schema(_: PageContext) -> Iterator[File]:
    yield File(PROPOSAL_SCHEMA, orjson.dumps(proposal_schema(), option=orjson.OPT_INDENT_2))


FILES: Final = (
    FileKind("proposal-schema", (PROPOSE,), _schema, reads=frozenset()),
    FileKind("proposal-channels", (PROPOSE,), channel_data, reads={Kind.CHANNEL}),
    FileKind("proposal-names", (PROPOSE,), known_names, reads={Part.NAMES}),
    FileKind(
        "pasting-words",
        (PROPOSE,),
        pasting_words,
        reads={Kind.AUDIENCE, Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.VENUE},
        is_traced=True,
    ),
    FileKind(
        "proposal-data",
        (PROPOSE,),
        proposal_data,
        reads={Kind.PRACTICE, *OF_EVENTS, Part.CLASHES, Part.WRITTEN},
    ),
)
