"""The kinds of pages and files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CHANNELS, FEEDS
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind, alone, with_styles
from seurantalo.publishing.pages.channels.channel import channel_pages
from seurantalo.publishing.pages.channels.due_feeds import due_files, due_news
from seurantalo.publishing.pages.channels.issue import issue_pages
from seurantalo.publishing.pages.channels.listing_files import listing_files
from seurantalo.publishing.pages.channels.outbox import outbox_page
from seurantalo.publishing.pages.channels.screen import screen_files
from seurantalo.publishing.parts import OF_EVENTS, Part

_OF_CHANNELS: Final = {Kind.ANNOUNCEMENT, Kind.CHANNEL, Kind.SOURCE, Part.ANNOUNCING, *OF_EVENTS}

KINDS: Final = with_styles(
    "channels.css",
    PageKind("outbox", CHANNELS, alone(outbox_page), reads=_OF_CHANNELS, order=271, is_traced=True),
    PageKind("channel", CHANNELS, channel_pages, reads=_OF_CHANNELS, order=272, is_traced=True),
    PageKind("issue", CHANNELS, issue_pages, reads=_OF_CHANNELS, order=273, is_traced=True),
)

FILES: Final = (
    FileKind("channel-due-calendars", (FEEDS,), due_files, reads=_OF_CHANNELS),
    FileKind("channel-due-news", (CHANNELS,), due_news, reads=_OF_CHANNELS),
    FileKind("channel-listings", (CHANNELS,), listing_files, reads=_OF_CHANNELS),
    FileKind("channel-screens", (CHANNELS,), screen_files, reads=_OF_CHANNELS),
)
