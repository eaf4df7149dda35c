"""The kinds of pages and files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.publishing.addresses import EMBEDS
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind
from seurantalo.publishing.pages.embed.frames import frame_files
from seurantalo.publishing.pages.embed.page import embed_pages
from seurantalo.publishing.parts import OF_EVENTS

KINDS: Final = (
    PageKind("embed", EMBEDS, embed_pages, reads=OF_EVENTS, order=285, is_traced=True, styles=("channels.css",)),
)

FILES: Final = (FileKind("embed-frames", (EMBEDS,), frame_files, reads=OF_EVENTS, is_traced=True),)
