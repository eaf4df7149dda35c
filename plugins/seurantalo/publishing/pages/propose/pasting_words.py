"""What ``pasted.js`` is given: the words of the languages, the region's names, and what there is to say."""

from __future__ import annotations

import orjson

from seurantalo.proposing.pasting import note_words, pasting_tables
from seurantalo.publishing.addresses import PROPOSE_DATA
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Files


def pasting_words(ctx: PageContext) -> Files:
    """Return the file, which a browser fetches only when a text is pasted."""

    def make(_: str) -> bytes:
        given = {**pasting_tables(ctx.community), "notes": note_words(ctx.lang)}
        return orjson.dumps(given, option=orjson.OPT_APPEND_NEWLINE)

    return Files((f"{PROPOSE_DATA}sanat.json",), make)
