"""The kinds of files of this room. Calendar feeds are with the pages that lead to them, under ``pages/calendar``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from seurantalo.model.event import Event
from seurantalo.publishing.addresses import NEWS
from seurantalo.publishing.feeds.news import News
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.made_of import noted
from seurantalo.publishing.parts import OF_EVENTS
from seurantalo.publishing.publication import Files
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question


def _of_site(ctx: PageContext) -> News:
    return News(ctx.community, ctx.calendar, ctx.settings, ctx.site, ctx.uids)


def _news(ctx: PageContext) -> Files:
    if ctx.recorder is None:
        # Nobody asks again: what it holds is let go of when they are written.
        return _of_site(ctx).files
    return noted(ctx, IN_NEWS, ctx.plain.once(_of_site).files)


def _in_news(ctx: PageContext, path: str) -> Sequence[Event]:
    return ctx.once(_of_site).events_of(path)


#: The events of a feed of news.
IN_NEWS: Final = Question(
    "news", _in_news, lambda ctx, path: [one.id for one in _in_news(ctx, path)], since=Change.TOLD, alone=True
)

NEWS_FILES: Final = FileKind("news", (NEWS,), _news, reads=OF_EVENTS, is_traced=True)
FILES: Final = (NEWS_FILES,)
