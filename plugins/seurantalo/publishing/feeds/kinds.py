"""The kinds of files of this room. Calendar feeds are with the pages that lead to them, under ``pages/calendar``."""

from __future__ import annotations

from typing import Final

from seurantalo.publishing.addresses import NEWS
from seurantalo.publishing.feeds.news import news_files
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import OF_EVENTS
from seurantalo.publishing.publication import Files


def _news(ctx: PageContext) -> Files:
    return news_files(ctx.community, ctx.calendar, ctx.settings, ctx.site, ctx.uids)


NEWS_FILES: Final = FileKind("news", (NEWS,), _news, reads=OF_EVENTS)
FILES: Final = (NEWS_FILES,)
