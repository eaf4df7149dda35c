"""The kinds of files of this room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.api.open_data import open_data_files
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import Part
from seurantalo.publishing.publication import File


def _open_data(ctx: PageContext) -> Iterator[File]:
    return open_data_files(ctx.community, ctx.calendar, ctx.settings, ctx.site, ctx.uids)


FILES: Final = (
    FileKind(
        name="open-data",
        folders=("api/",),
        files=_open_data,
        reads={
            Kind.AUDIENCE,
            Kind.EVENT,
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.THEME,
            Kind.VENUE,
            Part.DATES,
            Part.NAMES,
        },
    ),
)
