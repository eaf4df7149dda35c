"""The kinds of pages of this subject."""

from __future__ import annotations

from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import DIRECTORY, FOLDERS
from seurantalo.publishing.file_kinds import FileKind
from seurantalo.publishing.page_kinds import PageKind, alone
from seurantalo.publishing.pages.people.directory import directory_index, directory_pages
from seurantalo.publishing.pages.people.directory_files import directory_files
from seurantalo.publishing.pages.people.municipality import municipality_index, municipality_pages
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.organisation_list import organisation_index
from seurantalo.publishing.pages.people.venue import venue_pages
from seurantalo.publishing.pages.people.venue_list import venue_index
from seurantalo.publishing.parts import OF_RECORD, Part

_PLACES: Final = FOLDERS[Kind.MUNICIPALITY]
_PEOPLE: Final = FOLDERS[Kind.ORGANISATION]
_VENUES: Final = FOLDERS[Kind.VENUE]

KINDS: Final = (
    PageKind(
        "municipality-index",
        _PLACES,
        alone(municipality_index),
        reads={Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.VENUE, Part.DATES, Part.NAMES},
        order=80,
    ),
    PageKind(
        "municipality",
        _PLACES,
        municipality_pages,
        reads={Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.WELLBEING_TREE, Part.DATES, *OF_RECORD},
        order=320,
        bulk=True,
    ),
    PageKind(
        "organisation-index", _PEOPLE, alone(organisation_index), reads={Kind.ORGANISATION, Part.NAMES}, order=90
    ),
    PageKind(
        "organisation",
        _PEOPLE,
        organisation_pages,
        reads={Kind.ORGANISATION, Part.DATES, *OF_RECORD},
        order=330,
        bulk=True,
    ),
    PageKind("venue-index", _VENUES, alone(venue_index), reads={Kind.VENUE, Part.NAMES}, order=110),
    PageKind("venue", _VENUES, venue_pages, reads={Kind.VENUE, Part.DATES, *OF_RECORD}, order=340, bulk=True),
    PageKind(
        "directory-index",
        DIRECTORY,
        alone(directory_index),
        reads={Kind.ORGANISATION, Part.DATES, Part.NAMES},
        order=100,
    ),
    PageKind(
        "directory",
        DIRECTORY,
        directory_pages,
        reads={Kind.ORGANISATION, Part.DATES, Part.NAMES},
        order=350,
        bulk=True,
    ),
)

FILES: Final = (
    FileKind("contacts", (DIRECTORY,), directory_files, reads={Kind.ORGANISATION, Part.DATES, Part.NAMES}),
)
