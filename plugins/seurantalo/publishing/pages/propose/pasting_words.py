"""What ``pasted.js`` is given: the words of the languages, the region's names, and what there is to say."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from seurantalo.proposing.pasting import note_words, pasting_tables
from seurantalo.publishing.addresses import PROPOSE_DATA
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import File


def pasting_words(ctx: PageContext) -> Iterator[File]:
    """Yield the file, which a browser fetches only when a text is pasted."""
    given = {**pasting_tables(ctx.community), "notes": note_words(ctx.lang)}
    yield File(f"{PROPOSE_DATA}sanat.json", orjson.dumps(given, option=orjson.OPT_APPEND_NEWLINE))
