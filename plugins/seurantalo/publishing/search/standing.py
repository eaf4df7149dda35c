"""In which pages each word stands: gone through page by page, or put right where few pages are others than before."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import accumulate, pairwise
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.publishing.search.aliases import aliases_of
from seurantalo.publishing.search.entry import Entry, Place, Terms

#: So many pages with other words are put right in less time than all are gone through.
FEW: Final = 200
#: Pages of which it is known for a later build what words they have: of more it takes too much memory.
MOST: Final = 40_000
DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass
class Standing:
    """What is known of the words of all pages. It can be kept as JSON; a later build begins with it.

    >>> from dataclasses import asdict
    >>> from seurantalo.publishing.search.entry import Group
    >>> about = Entry("tietoa/", "Tietoa", Group.OTHER, {"tieto": Place.WHOLE_TITLE, "seur": Place.TEXT})
    >>> known = Standing()
    >>> known.take([about, Entry("ohje/", "Ohje", Group.OTHER, {"seur": Place.TEXT})])
    >>> known.lists
    {'seur': '|||0,1', 'tieto': '0'}
    >>> known.take([about, Entry("ohje/", "Ohje", Group.OTHER, {"talo": Place.ABOUT})])
    >>> known.lists
    {'seur': '|||0', 'talo': '||1', 'tieto': '0'}
    """

    addresses: Sequence[str] = ()
    """The pages in order."""
    terms: Sequence[Sequence[str]] = ()
    """The words of each by places, see ``Terms``."""
    lists: Mapping[str, str] = field(default_factory=dict)
    """The words in order, and where each stands: by places, best first, pages counted from the one before."""
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What leads to the words of titles, see ``aliases_of``."""

    def take(self, pages: Sequence[Entry]) -> None:
        """Know these pages, in this order."""
        if len(pages) > MOST:
            self.lists = _listed(_words(page.terms) for page in pages)
            return
        before, addresses = self.terms, [page.address for page in pages]
        self.terms = [_words(page.terms) for page in pages]
        changed: Sequence[int] | None = None
        if addresses == self.addresses:
            compared = enumerate(zip(before, self.terms, strict=True))
            changed = [number for number, (was, one) in compared if tuple(was) != one]
        self.addresses = addresses
        if changed is None or len(changed) > FEW:
            self.lists = _listed(self.terms)
        elif changed:
            self.lists = _put_right(self.lists, {number: (before[number], self.terms[number]) for number in changed})

    def lead_to(self, words: Sequence[str], language: str) -> Mapping[str, str]:
        """Return the key of a form -> the key of its word, for the words of titles in order."""
        known = self.aliases
        self.aliases = {word: known[word] if word in known else aliases_of(word, language) for word in words}
        found: dict[str, str] = {}
        for some in self.aliases.values():
            for form, own in some.items():
                found.setdefault(form, own)
        return found


def text_count(listed: str) -> int:
    """Return in the texts of how many pages a word stands, besides those that are about it.

    >>> text_count("|||0,1"), text_count("0|1")
    (2, 0)
    """
    texts = listed.split("|")[len(Place) - 1 :]
    return texts[0].count(",") + 1 if texts else 0


def _words(terms: Mapping[str, Place]) -> tuple[str, ...]:
    """Return the words of a page by places: entries of an earlier build may have another form."""
    return (terms if isinstance(terms, Terms) else Terms.of(terms)).words


def _listed(pages: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return where each word stands."""
    found: list[dict[str, array[int]]] = [defaultdict(partial(array, "i")) for _ in Place]
    written: list[str] = []
    for number, page in enumerate(pages):
        written.append(_based(number))
        for here, some in zip(found, page, strict=True):
            for word in some.split():
                here[word].append(number)
    best_first = found[::-1]

    def gaps(numbers: Sequence[int]) -> str:
        return ",".join([written[number - before] for before, number in pairwise((0, *numbers))])

    return {
        word: "|".join([gaps(here[word]) if word in here else "" for here in best_first]).rstrip("|")
        for word in sorted(set[str]().union(*found))
    }


def _put_right(
    lists: Mapping[str, str], changed: Mapping[int, tuple[Sequence[str], Sequence[str]]]
) -> dict[str, str]:
    """Return the lists, where some pages had other words before: what each had, and has."""
    moved: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, both in changed.items():
        for place, (was, now) in enumerate(zip(*both, strict=True)):
            for word in set(was.split()) ^ set(now.split()):
                moved[word].append((place, number))
    found = dict(lists)
    for word, moves in moved.items():
        places = _numbers(lists.get(word, ""))
        for place, number in moves:
            places[place] ^= {number}
        found[word] = "|".join(map(_gaps, places[::-1])).rstrip("|")
    return {word: found[word] for word in sorted(found) if found[word]}


def _numbers(listed: str) -> list[set[int]]:
    """Return the pages in which a word stands, by places."""
    best_first = [
        set(accumulate(int(gap, 36) for gap in one.split(","))) if one else set() for one in listed.split("|")
    ]
    return [*(set() for _ in range(len(Place) - len(best_first))), *best_first[::-1]]


def _gaps(numbers: set[int]) -> str:
    return ",".join([_based(number - before) for before, number in pairwise((0, *sorted(numbers)))])


def _based(number: int) -> str:
    """Return a number in base 36, as ``parseInt`` reads it."""
    written = ""
    while True:
        number, rest = divmod(number, 36)
        written = DIGITS[rest] + written
        if not number:
            return written
