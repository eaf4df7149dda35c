"""What the search knows of one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import CALENDAR, CLASHES, FOLDERS, FREE, YEARS
from seurantalo.publishing.publication import NOT_FOUND_BY_MORE, Found, Heading, Page
from seurantalo.publishing.search.body import headings_of_body, words_of_body
from seurantalo.publishing.search.terms import terms, title_terms

#: Characters of a page's text that are looked through.
TEXT_LENGTH: Final = 600


class Place(IntEnum):
    """Where in a page a word stands; the higher, the more the page is about it."""

    TEXT = 0
    ABOUT = 1
    TITLE = 2
    WHOLE_TITLE = 3


class Group(IntEnum):
    """What a page is, in the order in which hits are shown."""

    EVENT = 0
    PRACTICE = 1
    ORGANISATION = 2
    VENUE = 3
    OTHER = 4
    OVERVIEW = 5
    PAST = 6


_GROUPS: Final[Mapping[str, Group]] = {
    FOLDERS[Kind.EVENT]: Group.EVENT,
    FOLDERS[Kind.PRACTICE]: Group.PRACTICE,
    FOLDERS[Kind.ORGANISATION]: Group.ORGANISATION,
    FOLDERS[Kind.VENUE]: Group.VENUE,
}
#: Folders whose pages are lists of what has pages of its own.
_LISTS: Final = (CALENDAR, CLASHES, FREE, YEARS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the search knows it; ``first`` and ``last`` are days as ordinals, 0 where it has none.

    >>> Entry("tietoa/", "Tietoa", Group.OTHER, {"tieto": Place.WHOLE_TITLE}).first
    0
    """

    address: str
    title: str
    group: Group
    terms: Mapping[str, Place]
    when: str = ""
    place: str = ""
    first: int = 0
    last: int = 0


def is_searched(page: Page) -> bool:
    """Tell whether the search knows a page: nobody looks for the words of a month's, but for a month by its name.

    >>> is_searched(Page(address="kalenteri/2027-06/", title="Kesäkuu 2027", body="", searchable=False))
    True
    """
    return page.searchable or page.address.startswith(CALENDAR)


def page_entry(page: Page, language: str) -> Entry:
    """Return a page as the search knows it.

    >>> page = Page(address="paikat/seurala/", title="Seurala", body="", description="Talo Vimpelissä.")
    >>> entry = page_entry(page, "fi")
    >>> entry.group.name, dict(entry.terms)
    ('VENUE', {'talo': <Place.TEXT: 0>, 'vimpel': <Place.TEXT: 0>, 'seural': <Place.WHOLE_TITLE: 3>})
    """
    found = page.found or NOT_FOUND_BY_MORE
    text = "" if page.words else words_of_body(page.body)
    return Entry(
        address=page.address,
        title=page.title,
        group=_group(page.address),
        terms=_terms(page, found, text[:TEXT_LENGTH], language),
        when=found.when,
        place=found.place,
        first=found.first.toordinal() if found.first else 0,
        last=found.last.toordinal() if found.last else 0,
    )


def ordinary_entry(address: str, title: str, description: str, html: str, language: str) -> Entry:
    """Return as the search knows it a page that is none of ours: ``html`` is its finished body.

    >>> entry = ordinary_entry("ohje/", "Ohje", "", "<h1>Näin ilmoitat</h1><p>Paina nappia.</p>", "fi")
    >>> entry.terms["ilmoit"] > entry.terms["nap"]
    True
    """
    headings = tuple(Heading("", one) for one in headings_of_body(html))
    page = Page(address=address, title=title, body=html, description=description, headings=headings)
    return page_entry(page, language)


def _group(address: str) -> Group:
    folder, _, name = address.partition("/")
    if f"{folder}/" in _LISTS or (not name and f"{folder}/" in FOLDERS.values()):
        return Group.OVERVIEW
    return _GROUPS.get(f"{folder}/", Group.OTHER) if name.count("/") == 1 else Group.OTHER


def _terms(page: Page, found: Found, text: str, language: str) -> dict[str, Place]:
    known = dict.fromkeys(terms(f"{page.description} {text}", language), Place.TEXT)
    about = " ".join((page.words, found.more, *(heading.title for heading in page.headings)))
    known.update(dict.fromkeys(terms(about, language), Place.ABOUT))
    is_whole = len(terms(page.title, language)) == 1
    title = title_terms(page.title, language)
    known.update(dict.fromkeys(title, Place.WHOLE_TITLE if is_whole else Place.TITLE))
    return known
