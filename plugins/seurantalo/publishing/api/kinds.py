"""The kinds of files of this room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from seurantalo.model.event import Event
from seurantalo.publishing.api.open_data import OpenData
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.made_of import noted
from seurantalo.publishing.parts import OF_EVENTS
from seurantalo.publishing.publication import Files
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question


def _of_site(ctx: PageContext) -> OpenData:
    return OpenData(ctx.community, ctx.calendar, ctx.settings, ctx.site, ctx.uids, ctx.main_language)


def _open_data(ctx: PageContext) -> Files:
    if ctx.recorder is None:
        # Nobody asks again: what it holds of very many events is let go of when they are written.
        return _of_site(ctx).files
    return noted(ctx, IN_FILE, ctx.plain.once(_of_site).files)


def _in_file(ctx: PageContext, path: str) -> Sequence[object]:
    return ctx.once(_of_site).events_of(path)


#: The events of a file of open data.
IN_FILE: Final = Question(
    "open data file",
    _in_file,
    lambda ctx, path: [one.id for one in _in_file(ctx, path) if isinstance(one, Event)],
    lambda ctx, path: tuple([one for one in _in_file(ctx, path) if not isinstance(one, Event)]),
    since=Change.OUTLINE,
)

FILES: Final = (FileKind("open-data", ("api/",), _open_data, reads=OF_EVENTS, is_traced=True),)
