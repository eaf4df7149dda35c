"""The files in which a search is done: a list of words, what stands where in small pieces, and the pages in pieces.

A browser fetches the list of words and, of the pieces, those that a question needs. All carry one mark: pieces of two
builds, which a cache may mix, are told apart by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import chain, pairwise
from typing import Any, Final

import orjson

from seurantalo.language.catalogue import language as words_of_language
from seurantalo.language.search_words import IDLE_WORDS
from seurantalo.publishing.addresses import SEARCH_DATA
from seurantalo.publishing.publication import File
from seurantalo.publishing.search.entry import Entry, Group
from seurantalo.publishing.search.say import spoken
from seurantalo.publishing.search.standing import DIGITS, Standing, text_count
from seurantalo.publishing.search.terms import term, words_of_text

#: Pages in one piece: what a result costs to show.
PAGES: Final = 24
#: Characters of one piece of what stands where; compressed they are a third.
PIECE: Final = 6_000
#: Characters of the list of words, which is fetched whole: compressed half of that. A region of 500 pages has 20,000.
WORDS: Final = 40_000


def index_files(
    entries: Iterable[Entry], language: str, today: date, standing: Standing | None = None
) -> Iterator[File]:
    """Yield the files of the search over pages. Same entries in any order, same bytes.

    ``standing`` is what was known of the words in an earlier build, and is what is known now when the first file is
    there.

    >>> from seurantalo.publishing.search.entry import Entry, Place
    >>> about = Entry("tietoa/", "Tietoa", Group.OTHER, {"tieto": Place.WHOLE_TITLE})
    >>> [file.path for file in index_files([about], "fi", date(2027, 5, 1))]
    ['haku/tiedot/sanat.json', 'haku/tiedot/o0.json', 'haku/tiedot/s0.json']
    """
    day = today.toordinal()
    pages = sorted(entries, key=partial(_order, today=day))
    standing = standing or Standing()
    standing.take(pages)
    words, coded = _told(standing.lists)
    lists = [standing.lists[word] for word in words]
    starts = list(_starts(lists))
    groups = [0] * (len(Group) + 1)
    for page in pages:
        groups[_group(page, day) + 1] += 1
    for number in range(len(Group)):
        groups[number + 1] += groups[number]
    head = {
        "language": language,
        "say": spoken(words_of_language(language)),
        "idle": sorted({term(word, language) for word in IDLE_WORDS.get(language, ())}),
        "groups": groups,
        "pages": PAGES,
        "starts": starts,
        "words": coded,
        **_aliases(pages, words, standing, language),
    }
    pieces = chain(
        [("sanat", head)],
        ((f"o{number}", {"lists": lists[a:b]}) for number, (a, b) in enumerate(pairwise((*starts, len(lists))))),
        (
            (f"s{start // PAGES}", {"rows": [_row(page) for page in pages[start : start + PAGES]]})
            for start in range(0, len(pages), PAGES)
        ),
    )
    # One after the other: of very many pages all of them would take as much memory as what is written.
    written = {name: _json(content) for name, content in pieces}
    hashed = sha256()
    for text in written.values():
        hashed.update(text)
    mark = hashed.hexdigest()[:8].encode()
    for name, text in written.items():
        yield File(f"{SEARCH_DATA}{name}.json", b'{"of":"%b",%b' % (mark, text[1:]))


def _group(entry: Entry, today: int) -> Group:
    return Group.PAST if 0 < entry.last < today else entry.group


def _order(entry: Entry, today: int) -> tuple[int, int, str]:
    """Return where a page stands among all: what comes soonest first, of what is over the latest."""
    if _group(entry, today) is Group.PAST:
        return Group.PAST, -entry.last, entry.address
    # Whose day is not known comes after all days that are.
    return entry.group, entry.first or date.max.toordinal(), entry.address


def _told(lists: Mapping[str, str]) -> tuple[Sequence[str], str]:
    """Return the words in order, and front coded; of very many those that titles have and those of most texts."""
    words = list(lists)
    coded = _front_coded(words)
    if len(coded) <= WORDS:
        return words, coded

    def rank(word: str) -> tuple[bool, int]:
        # What stands in texts only has nothing before them.
        return not lists[word].startswith("|||"), text_count(lists[word])

    told = sorted(sorted(words, key=rank, reverse=True)[: len(words) * WORDS // len(coded)])
    return told, _front_coded(told)


def _aliases(pages: Sequence[Entry], words: Sequence[str], standing: Standing, language: str) -> dict[str, Any]:
    """Return keys that lead to a word of a title, front coded too, and the numbers of those words."""
    known = {word: number for number, word in enumerate(words)}
    titles = sorted(set(words_of_text("\n".join({page.title for page in pages}))))
    also = standing.lead_to(titles, language).items()
    # Of very many words not even all of titles are there.
    found = sorted((one, known[word]) for one, word in also if word in known)
    return {"also": _front_coded([one for one, _ in found]), "of_word": [number for _, number in found]}


def _starts(lists: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the words with which the pieces begin."""
    size = PIECE
    for number, one in enumerate(lists):
        if size + len(one) > PIECE:
            yield number
            size = 0
        size += len(one) + 3


def _front_coded(words: Sequence[str]) -> str:
    """Return words in order, each with how many letters it shares with the one before (at most 35)."""
    coded = []
    before = ""
    for word in words:
        shared = 0
        most = min(len(word), len(before), 35)
        while shared < most and word[shared] == before[shared]:
            shared += 1
        coded.append(DIGITS[shared] + word[shared:])
        before = word
    return " ".join(coded)


def _row(page: Entry) -> list[Any]:
    row = [page.address, page.title, page.when, page.place, page.first, page.last - page.first]
    while row and not row[-1]:
        row.pop()
    return row


def _json(content: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(content)
    except orjson.JSONEncodeError:
        # Half a sign of two halves cannot be written; browsers show a question mark too.
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
