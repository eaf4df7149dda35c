"""The kinds of pages and files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import PROPOSE
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.propose.known_names import known_names
from seurantalo.publishing.pages.propose.page import propose_index, propose_pages
from seurantalo.publishing.pages.propose.rows import proposal_data
from seurantalo.publishing.parts import OF_EVENTS, Part

KINDS: Final = (
    PageKind("propose-index", PROPOSE, alone(propose_index), reads=frozenset(), order=275),
    PageKind("propose", PROPOSE, propose_pages, reads={Kind.AUDIENCE, Part.NAMES}, order=276),
)

FILES: Final = (
    FileKind("proposal-names", (PROPOSE,), known_names, reads={Part.NAMES}),
    FileKind("proposal-data", (PROPOSE,), proposal_data, reads={Kind.PRACTICE, *OF_EVENTS, Part.CLASHES}),
)
