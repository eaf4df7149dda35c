"""Whether two titles mean the same: compounds, endings, word order, diacritics and years aside.

Words are compared by the parts that they share: ``Ystävänpäivän konsertti`` and ``Ystävänpäiväkonsertti`` have all
that they say in common. Two titles mean the same where one says nothing that the other does not say; each with
something of its own, ``Lasten näytelmäkerho`` and ``Aikuisten näytelmäkerho``, they are two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from rapidfuzz.fuzz import ratio

from seurantalo.language import TONGUES
from seurantalo.patterns import late

#: A part that two words share has at least so many letters, else it is chance.
_PART: Final = 4
#: Fewer letters than this between parts, or behind them, say nothing: a slip, or a joint (päivä-n-lounas).
_SAYING: Final = 3
#: From this length on, two words may be one with a slip of the pen.
_LONG: Final = 5
#: From so many words on a title may name one event.
_TELLING: Final = 2
_WORD: Final = late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LETTERS: Final = late(r"[^\W\d_]+")
_NUMBER: Final = late(r"\d+")
_YEAR: Final = late(r"(?:19|20)\d\d")


class Likeness(IntEnum):
    """How far two titles say that they are of one event.

    >>> [likeness("Kevätkonsertti", other).name for other in ("Kuoron kevätkonsertti", "Kevätkirppis")]
    ['OWN', 'NONE']
    >>> likeness("Kevätkokous", "Kyläseuran kevätkokous").name
    'EVERYDAY'
    """

    NONE = 0
    EVERYDAY = 1
    """They mean the same, and so does the title of every second association."""
    OWN = 2


class _Bare(dict[int, str]):
    """Letters without diacritics by the numbers of letters, each found out when it is first met."""

    def __missing__(self, number: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(number))
        bare = self[number] = "".join(one for one in apart if not unicodedata.combining(one))
        return bare


_BARE: Final = _Bare()


def folded(text: str) -> str:
    """Return a text in small letters without diacritics.

    >>> folded("Kyläpäivä på Åland")
    'kylapaiva pa aland'
    """
    small = text.casefold()
    return small if small.isascii() else small.translate(_BARE)


#: Finnish words change inside as they are inflected (kirppu, kirput; koti, kodin): one sound for both. Words of other
#: languages lose nothing by it, as both titles are treated alike.
_GRADES: Final = (("kk", "k"), ("pp", "p"), ("tt", "t"), ("d", "t"))


def _in_one_grade(word: str) -> str:
    for strong, weak in _GRADES:
        word = word.replace(strong, weak)
    return word


def _all_words(name: str) -> tuple[str, ...]:
    words = (folded(word) for tongue in TONGUES.values() for word in getattr(tongue.titles, name))
    return tuple(sorted(set(map(_in_one_grade, words))))


_FILLERS: Final = frozenset(folded(word) for tongue in TONGUES.values() for word in tongue.titles.fillers)
_ENDINGS: Final = frozenset(_all_words("endings"))
_ONE_OF: Final = tuple(
    (folded(word), folded(group[0]))
    for tongue in TONGUES.values()
    for group in tongue.titles.alike
    for word in group[1:]
)
_ENDING: Final = "|".join(sorted(_ENDINGS, key=lambda ending: (-len(ending), ending)))
_HAPPENING: Final = late(rf"(?:{'|'.join(map(re.escape, _all_words('happenings')))})(?:{_ENDING})?")
_EVERYDAY: Final = late(rf"(?:(?:{'|'.join(map(re.escape, _all_words('everyday')))})(?:{_ENDING})?)+")

_LESSONS: Final = _all_words("lessons")


class _Title(NamedTuple):
    words: tuple[str, ...]
    numbers: frozenset[str]
    """Years left out; letters that stand alone are like numbers."""


#: A word, and which of its letters another title has too.
_Marked: TypeAlias = tuple[str, list[bool]]


def likeness(
    one: str, other: str, *, places: Collection[str] = (), names: Collection[str] = (), slip: int = 90
) -> Likeness:
    """Return how far two titles are alike; another number makes another event.

    ``places`` and ``names`` are beginnings of words, see :func:`stems`: they may be in one of the two titles alone.
    Names of organisers that both have tell something, names of places never do. From ``slip`` per cent of equal
    letters on, two long words are one, with a slip of the pen.
    """
    a, b = _title(one), _title(other)
    if not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return Likeness.NONE
    if a.words == b.words:
        # Titles without a word: "!!!", "7".
        same = bool(a.words) or (a.numbers == b.numbers and (bool(a.numbers) or one == other))
        return _told(a.words, places) if same else Likeness.NONE
    if not _may_share(a.words, b.words, slip):
        return Likeness.NONE
    mine, others = _marked(a.words, b.words, slip)
    known = (*places, *names)
    more, other_more = _more(mine, known), _more(others, known)
    if more and other_more:
        return Likeness.NONE
    # What the one without more says is what both say.
    both = others if more else mine
    if sum(sum(marks) for _, marks in both) < _SAYING:
        return Likeness.NONE
    return _told([word for word, marks in both if any(marks)], places)


@lru_cache(maxsize=4_096)
def stems(text: str) -> frozenset[str]:
    """Return how the words of a name begin, however they are inflected.

    >>> sorted(stems("Kosken Martat ry"))
    ['kosk', 'martat']
    """
    return frozenset(_stem(word) for word in _title(text).words if len(word) >= _PART)


def _stem(word: str) -> str:
    for size in (2, 1):
        if word[-size:] in _ENDINGS and len(word) - size >= _PART:
            return word[:-size]
    return word[:-1] if word[-1] in "aeiouy" and len(word) > _PART else word


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; those with a hyphen are one.

    >>> words_of("Nuorten peli-ilta")
    ['nuorten', 'peliilta']
    """
    words = _WORD.findall(folded(text))
    return [word if word.isalpha() else "".join(_LETTERS.findall(word)) for word in words]


@lru_cache(maxsize=8_192)
def _title(text: str) -> _Title:
    words = words_of(text)
    numbers = {number.lstrip("0") for number in _NUMBER.findall(text) if not _YEAR.fullmatch(number)}
    # "Ryhmä A": a letter at the end is no article.
    letters = {word for word in words[-1:] if len(word) == 1 and len(words) > 1}
    return _Title(tuple(sorted(_telling(words))), frozenset(numbers | letters))


def _telling(words: Iterable[str]) -> list[str]:
    return [_in_one_word(word) for word in words if word not in _FILLERS and len(word) > 1]


@lru_cache(maxsize=8_192)
def _in_one_word(word: str) -> str:
    """Return a word with one word for what has several, kilpailu and kisa, and in one grade."""
    for said, meant in _ONE_OF:
        word = word.replace(said, meant)
    return _in_one_grade(word)


def share_subject(one: str, other: str, known: Collection[str] = ()) -> bool:
    """Return whether a word of either title begins alike and tells what it is about.

    ``known`` are beginnings of words that do not tell it (see :func:`stems`); nor does what a lesson is called.

    >>> share_subject("Suuri vaalitentti", "Vaalipaneeli"), share_subject("Jatkokurssi", "Jatkokoulutus")
    (True, False)
    """
    said = (*known, *_LESSONS)
    mine, others = (
        [word for word in _title(title).words if not (word.startswith(said) or _EVERYDAY.match(word))]
        for title in (one, other)
    )
    return not {word[:_LONG] for word in mine if len(word) >= _LONG}.isdisjoint(word[:_LONG] for word in others)


def _told(words: Sequence[str], places: Collection[str]) -> Likeness:
    telling = [word for word in words if not word.startswith(tuple(places))]
    return Likeness.EVERYDAY if telling and all(map(_EVERYDAY.fullmatch, telling)) else Likeness.OWN


def _marked(mine: Sequence[str], others: Sequence[str], slip: int) -> tuple[list[_Marked], list[_Marked]]:
    a, b = ([(word, [False] * len(word)) for word in words] for words in (mine, others))
    for word, marks in a:
        for other, other_marks in b:
            if word == other or _is_slip(word, other, slip):
                marks[:], other_marks[:] = [True] * len(word), [True] * len(other)
    # What is behind a shared part begins a part of a compound, which the other title may have in another word.
    while _mark_beginnings(a, b) | _mark_beginnings(b, a):
        pass
    return a, b


def _may_share(mine: Sequence[str], others: Sequence[str], slip: int) -> bool:
    """False where no word of either title begins like any part of the other: most pairs have nothing in common."""
    both = " ".join(mine), " ".join(others)
    if any(word[:_PART] in both[1] for word in mine) or any(word[:_PART] in both[0] for word in others):
        return True
    return any(_is_slip(word, other, slip) for word in mine for other in others)


def _is_slip(word: str, other: str, slip: int) -> bool:
    """True where two words are one, with a slip of the pen."""
    return min(len(word), len(other)) >= _LONG and ratio(word, other, score_cutoff=slip) >= slip


def _mark_beginnings(mine: Sequence[_Marked], others: Sequence[_Marked]) -> bool:
    """Mark what the words of one title begin with, and the other has; True where that is more than before."""
    found = False
    for word, marks in mine:
        for start in _beginnings(marks):
            for other, other_marks in others:
                span, other_span = _shared(word, start, other)
                if not (all(marks[span]) and all(other_marks[other_span])):
                    marks[span] = [True] * len(marks[span])
                    other_marks[other_span] = [True] * len(other_marks[other_span])
                    found = True
    return found


def _beginnings(marks: Sequence[bool]) -> Iterator[int]:
    """Yield where parts of a word may begin: at its own beginning, and anywhere behind what is shared."""
    yield 0
    behind = False
    for place, shared in enumerate(marks):
        behind = behind or shared
        if behind and not shared:
            yield place


def _shared(word: str, start: int, other: str) -> tuple[slice, slice]:
    """Return the longest part from a place on that the other word has anywhere; empty where that is a chance."""
    for size in range(min(len(word) - start, len(other)), _SAYING - 1, -1):
        place = other.find(word[start : start + size])
        # Short words are one where nothing but an ending is behind them: by, byns.
        if place >= 0 and (size >= _PART or (size == len(word) and place == 0 and other[size:] in _ENDINGS)):
            return slice(start, start + size), slice(place, place + size)
    return slice(0), slice(0)


def _more(marked: Sequence[_Marked], known: Collection[str]) -> bool:
    """True where a title says something that the other does not say."""
    beginnings = tuple(known)
    return any(
        _says(piece, begins=start == 0)
        for word, marks in marked
        if not word.startswith(beginnings)
        for start, piece in _pieces(word, marks)
    )


def _says(piece: str, *, begins: bool) -> bool:
    """True where a part of a word says something: no joint, no ending, and more than that something is on."""
    if len(piece) < _SAYING or (piece in _ENDINGS and not begins):
        return False
    return _HAPPENING.fullmatch(piece) is None


def _pieces(word: str, marks: Sequence[bool]) -> Iterator[tuple[int, str]]:
    """Yield (place, letters) of the parts of a word that the other title has not."""
    start = 0
    for shared, run in groupby(marks):
        size = sum(1 for _ in run)
        if not shared:
            yield start, word[start : start + size]
        start += size


@lru_cache(maxsize=20_000)
def says_little(title: str) -> bool:
    """Return whether a title alone does not tell one event from others: one word, or what every association has.

    >>> [says_little(title) for title in ("Kevätkokous", "Avoimet ovet", "Kyläseuran kevätkokous")]
    [True, True, False]
    """
    words = _telling(words_of(title))
    return len(words) < _TELLING or _told(words, ()) is Likeness.EVERYDAY


def word_lists() -> dict[str, Sequence[str] | Sequence[Sequence[str]] | str]:
    """Return what is known of words, for a program that compares titles as this one does; patterns as sources.

    >>> from seurantalo.planner.titles import word_lists
    >>> word_lists()["grades"][0], "ja" in word_lists()["fillers"]
    (('kk', 'k'), True)
    """
    return {
        "fillers": sorted(_FILLERS),
        "endings": sorted(_ENDINGS),
        "one_of": _ONE_OF,
        "grades": _GRADES,
        "happening": _HAPPENING.pattern,
        "everyday": _EVERYDAY.pattern,
        "lessons": _LESSONS,
    }
