"""The kinds of files of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import PHOTOS
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.parts import Part
from seurantalo.publishing.photos.files import photo_files

_PICTURED: Final = {Kind.EVENT, Kind.ORGANISATION, Kind.PRACTICE, Kind.VENUE}

FILES: Final = (FileKind("photos", (PHOTOS,), photo_files, reads={*_PICTURED, Part.NAMES, Part.WRITTEN}),)
