"""What the search knows of one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from itertools import chain
from typing import Final

from seurantalo.frozen import dataclass
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


@dataclass(frozen=True, slots=True)
class Terms(Mapping[str, Place]):
    """The words of a page, each with the highest place in which it stands.

    Kept as text by places: a site has tens of thousands of pages, each with dozens of words.

    >>> terms = Terms.of({"talo": Place.TEXT, "vimpel": Place.TEXT, "seural": Place.TITLE})
    >>> terms.words, terms["seural"].name, len(terms), "talo" in terms, "tal" in terms
    (('talo vimpel', '', 'seural', ''), 'TITLE', 3, True, False)
    """

    words: tuple[str, ...]
    """The words of each place, a space between them."""

    @classmethod
    def of(cls, places: Mapping[str, Place]) -> Terms:
        """Return words with their places."""
        found: list[list[str]] = [[] for _ in Place]
        for word, place in places.items():
            found[place].append(word)
        return cls(tuple(map(" ".join, found)))

    def __iter__(self) -> Iterator[str]:
        """Yield the words, those of the lowest place first."""
        return chain.from_iterable(map(str.split, self.words))

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(len(words.split()) for words in self.words)

    def __getitem__(self, word: str) -> Place:
        """Return where a word stands; raise KeyError for another."""
        for place, words in zip(Place, self.words, strict=True):
            if f" {word} " in f" {words} ":
                return place
        raise KeyError(word)


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


def _terms(page: Page, found: Found, text: str, language: str) -> Terms:
    in_text = dict.fromkeys(terms(f"{page.description} {text}", language), Place.TEXT)
    about = " ".join((page.words, found.more, *[heading.title for heading in page.headings]))
    in_about = dict.fromkeys(terms(about, language), Place.ABOUT)
    in_title = dict.fromkeys(title_terms(page.title, language), Place.TITLE)
    for word in in_title:
        in_about.pop(word, None)
        in_text.pop(word, None)
    for word in in_about:
        in_text.pop(word, None)
    # One word has one key, or two where its end may be a part of it.
    is_whole = len(in_title) <= 2 and len(terms(page.title, language)) == 1
    places = [" ".join(in_text), " ".join(in_about), " ".join(in_title), ""]
    if is_whole:
        places[Place.TITLE :] = "", places[Place.TITLE]
    return Terms(tuple(places))
