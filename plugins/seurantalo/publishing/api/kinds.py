"""The kinds of files of this room."""

from __future__ import annotations

from typing import Final

from seurantalo.publishing.api.open_data import open_data_files
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import OF_EVENTS
from seurantalo.publishing.publication import Files


def _open_data(ctx: PageContext) -> Files:
    return open_data_files(ctx.community, ctx.calendar, ctx.settings, ctx.site, ctx.uids, ctx.main_language)


FILES: Final = (FileKind("open-data", ("api/",), _open_data, reads=OF_EVENTS),)
