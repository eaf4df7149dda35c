"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import DIRECTORY
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind, alone, list_of, of_records
from seurantalo.publishing.pages.people.directory import directory_index, directory_pages
from seurantalo.publishing.pages.people.directory_files import directory_files
from seurantalo.publishing.pages.people.municipality import municipality_index, municipality_pages
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.organisation_list import organisation_index
from seurantalo.publishing.pages.people.venue import venue_pages
from seurantalo.publishing.pages.people.venue_list import venue_index
from seurantalo.publishing.parts import Part, Readable

_OF_DIRECTORY: Final[set[Readable]] = {Kind.ORGANISATION, Part.DATES, Part.NAMES}

KINDS: Final = (
    list_of(Kind.MUNICIPALITY, municipality_index, Kind.ORGANISATION, Kind.VENUE, Part.DATES, order=80),
    of_records(Kind.MUNICIPALITY, municipality_pages, Kind.ORGANISATION, Kind.WELLBEING_TREE, Part.DATES, order=320),
    list_of(Kind.ORGANISATION, organisation_index, order=90),
    of_records(Kind.ORGANISATION, organisation_pages, Part.DATES, order=330),
    list_of(Kind.VENUE, venue_index, order=110),
    of_records(Kind.VENUE, venue_pages, Kind.ORGANISATION, Part.DATES, order=340),
    PageKind(
        "directory-index",
        DIRECTORY,
        alone(directory_index),
        reads=_OF_DIRECTORY,
        order=100,
        is_traced=True,
        styles=("directory.css",),
    ),
    PageKind(
        "directory",
        DIRECTORY,
        directory_pages,
        reads=_OF_DIRECTORY,
        order=350,
        bulk=True,
        is_traced=True,
        styles=("directory.css",),
    ),
)

FILES: Final = (FileKind("contacts", (DIRECTORY,), directory_files, reads=_OF_DIRECTORY),)
