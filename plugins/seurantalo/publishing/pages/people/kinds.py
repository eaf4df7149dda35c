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
from seurantalo.publishing.parts import Part

_PLACES: Final = FOLDERS[Kind.MUNICIPALITY]
_PEOPLE: Final = FOLDERS[Kind.ORGANISATION]
_VENUES: Final = FOLDERS[Kind.VENUE]

KINDS: Final = (
    PageKind(
        name="municipality-index",
        folder=_PLACES,
        pages=alone(municipality_index),
        reads={Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.VENUE, Part.DATES, Part.NAMES},
        order=80,
    ),
    PageKind(
        name="municipality",
        folder=_PLACES,
        pages=municipality_pages,
        reads={
            Kind.MUNICIPALITY,
            Kind.ORGANISATION,
            Kind.WELLBEING_TREE,
            Part.DATES,
            Part.LINKS,
            Part.MENTIONS,
            Part.NAMES,
        },
        order=320,
        bulk=True,
    ),
    PageKind(
        name="organisation-index",
        folder=_PEOPLE,
        pages=alone(organisation_index),
        reads={Kind.ORGANISATION, Part.NAMES},
        order=90,
    ),
    PageKind(
        name="organisation",
        folder=_PEOPLE,
        pages=organisation_pages,
        reads={Kind.ORGANISATION, Part.DATES, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=330,
        bulk=True,
    ),
    PageKind(
        name="venue-index",
        folder=_VENUES,
        pages=alone(venue_index),
        reads={Kind.VENUE, Part.NAMES},
        order=110,
    ),
    PageKind(
        name="venue",
        folder=_VENUES,
        pages=venue_pages,
        reads={Kind.VENUE, Part.DATES, Part.LINKS, Part.MENTIONS, Part.NAMES},
        order=340,
        bulk=True,
    ),
    PageKind(
        name="directory-index",
        folder=DIRECTORY,
        pages=alone(directory_index),
        reads={Kind.ORGANISATION, Part.DATES, Part.NAMES},
        order=100,
    ),
    PageKind(
        name="directory",
        folder=DIRECTORY,
        pages=directory_pages,
        reads={Kind.ORGANISATION, Part.DATES, Part.NAMES},
        order=350,
        bulk=True,
    ),
)

FILES: Final = (
    FileKind(
        name="contacts",
        folders=(DIRECTORY,),
        files=directory_files,
        reads={Kind.ORGANISATION, Part.DATES, Part.NAMES},
    ),
)
