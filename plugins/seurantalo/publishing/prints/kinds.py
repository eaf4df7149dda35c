"""The kinds of files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import ASSETS, CALENDAR, EVENTS, FOLDERS
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.parts import OF_EVENTS, Part
from seurantalo.publishing.prints.board_files import board_files
from seurantalo.publishing.prints.files import print_files
from seurantalo.publishing.prints.icon_files import icon_files
from seurantalo.publishing.prints.practice_files import practice_files
from seurantalo.publishing.prints.preview_files import preview_files

FILES: Final = (
    FileKind("prints", (EVENTS,), print_files, reads={*OF_EVENTS, Part.ANNOUNCING, Part.WRITTEN}),
    FileKind(
        "boards",
        (CALENDAR, FOLDERS[Kind.MUNICIPALITY]),
        board_files,
        reads={*OF_EVENTS, Part.ANNOUNCING},
        is_traced=True,
    ),
    FileKind("icons", (ASSETS,), icon_files, reads=frozenset(), is_traced=True),
    FileKind(
        "practice-sheets",
        (FOLDERS[Kind.PRACTICE],),
        practice_files,
        reads={Kind.PRACTICE, Kind.ADOPTION, Kind.ORGANISATION, Kind.MUNICIPALITY, Part.LINKS, Part.NAMES},
    ),
    FileKind("previews", (ASSETS, EVENTS), preview_files, reads={*OF_EVENTS, Part.ANNOUNCING}, is_traced=True),
)
