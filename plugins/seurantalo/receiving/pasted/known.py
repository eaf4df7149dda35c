"""The region's names in a notice, in whatever form they stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.language.stems import stem_key
from seurantalo.receiving.pasted.level import Notice

_WORD: Final = re.compile(r"[a-z]+")
#: Words that stand in names and are not looked for.
_SILENT: Final = frozenset({"i", "pa", "och", "ja", "ry", "rf"})
#: The shortest end of a compound by which people call the whole.
_SHORTEST_END: Final = 5
#: What may stand between two words of a name.
_BETWEEN: Final = re.compile(r"[ \"',.:(-]{0,3}\d?(?:(?:i|pa|och|ja|ry|rf)[ ,]+)?\n?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a notice; ``ids`` are the words of names that it is a form of."""

    start: int
    end: int
    stems: tuple[str, ...]
    ids: frozenset[int]
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a record is named: by how many words of its name, by all of them, with the last one."""

    record: Mapping[str, Any]
    start: int
    end: int
    count: int
    exact: int
    """How many of them are these words, and not ends of longer ones: *seurakunta* is no *kunta*."""
    full: bool
    head: bool
    capital: bool
    foreign: bool
    """Whether another name stands right before it: *Mallikylän Martat* are not the Martat of Vimpeli."""


def words_of(notice: Notice, names: Mapping[str, Any]) -> list[Word]:
    """Return the words of a notice with what they may be of the region's names."""
    keys = names["keys"]
    found: list[Word] = []
    for match in _WORD.finditer(notice.low):
        if match[0] in _SILENT:
            continue
        written = notice.units[match.start() : match.end()]
        stems = tuple(stem_key(written, language) for language in ("fi", "sv"))
        found.append(
            Word(
                match.start(),
                match.end(),
                stems,
                frozenset(one for stem in stems for one in keys.get(stem, ())),
                written[:1].isupper(),
            )
        )
    return found


@dataclass(frozen=True)
class Known:
    """What is known of names besides the records: how municipalities are called, and the keys of each word."""

    homes: Mapping[str, set[int]]
    keys: Mapping[int, list[str]]

    def ends_in(self, slot: int, word: Word) -> bool:
        """Tell whether a word of a name ends in a word: a *nuorisoseurantalo* in *seurantalo*."""
        return any(
            len(key) > len(stem) + 1 and key.endswith(stem)
            for stem in word.stems
            if len(stem) >= _SHORTEST_END
            for key in self.keys.get(slot, ())
        )


def known_of(names: Mapping[str, Any]) -> Known:
    """Return what is known of names."""
    keys: dict[int, list[str]] = {}
    for key, words in names["keys"].items():
        for word in words:
            keys.setdefault(word, []).append(key)
    return Known(homes_of(names), keys)


def homes_of(names: Mapping[str, Any]) -> dict[str, set[int]]:
    """Return the words by which each municipality is called."""
    return {one["id"]: {word for slots in one["names"] for word in slots} for one in names["municipalities"]}


def mentions_of(
    notice: Notice, words: list[Word], records: Sequence[Mapping[str, Any]], known: Known
) -> list[Mention]:
    """Return where records are named, in the order of the text; the best of each record at each place."""
    index: dict[int, list[tuple[int, int, int]]] = {}
    for number, record in enumerate(records):
        for version, slots in enumerate(record["names"]):
            for place, word in enumerate(slots):
                index.setdefault(word, []).append((number, version, place))
    found: list[Mention] = []
    for at, word in enumerate(words):
        best: dict[int, Mention] = {}
        for one in sorted(word.ids):
            for number, version, place in index.get(one, ()):
                mention = _mention(notice, words, at, records[number], (version, place), known)
                other = best.get(number)
                if other is None or _size(mention) > _size(other):
                    best[number] = mention
        found += [best[number] for number in sorted(best)]
    return found


def _size(one: Mention) -> tuple[int, int, bool]:
    return one.count, one.exact, one.full


def _mention(
    notice: Notice,
    words: list[Word],
    at: int,
    record: Mapping[str, Any],
    slot: tuple[int, int],
    known: Known,
) -> Mention:
    slots = record["names"][slot[0]]
    count, last, exact, place = 1, at, 1, slot[1] + 1
    while last + 1 < len(words) and place < len(slots):
        between = notice.low[words[last].end : words[last + 1].start]
        following = words[last + 1]
        step = next(
            (
                n
                for n, one in enumerate(slots[place : place + 2])
                if one in following.ids or known.ends_in(one, following)
            ),
            None,
        )
        if step is None or _BETWEEN.fullmatch(between) is None:
            break
        exact += slots[place + step] in following.ids
        count, last, place = count + 1, last + 1, place + step + 1
    return Mention(
        record=record,
        start=words[at].start,
        end=words[last].end,
        count=count,
        exact=exact,
        full=count == len(slots),
        head=place == len(slots),
        capital=words[at].capital,
        foreign=slot[1] > 0 and _follows_a_name(notice, words, at, known.homes.get(record.get("in") or "", set())),
    )


def _follows_a_name(notice: Notice, words: list[Word], at: int, home: set[int]) -> bool:
    """Tell whether the word before is somebody's name, and not that of the municipality that the record is in."""
    if not at:
        return False
    before = words[at - 1]
    if notice.low[before.end : words[at].start] != " " or not before.capital or before.ids & home:
        return False
    opens = notice.low[: before.start].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?", ":")
    return not opens or notice.low[before.end - 1] == "n"


def best_mentions(mentions: list[Mention], others: list[Mention]) -> list[Mention]:
    """Return the mentions that no longer one covers, of these or of others, longest names first at each place."""
    every = [*mentions, *others]
    return [
        one
        for one in mentions
        if not any(
            other.start <= one.start
            and one.end <= other.end
            and (other.count, other.exact) > (one.count, one.exact)
            and (other.head or other.full)
            for other in every
        )
    ]
