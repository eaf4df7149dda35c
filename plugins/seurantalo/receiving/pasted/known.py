"""The region's names in a notice, in whatever form they stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from seurantalo.language.stems import stem_key
from seurantalo.receiving.pasted.level import Notice

_WORD: Final = re.compile(r"[a-z]+")
#: Words that stand in names and are not looked for.
_SILENT: Final = frozenset({"i", "pa", "och", "ja", "ry", "rf"})
#: What may stand between two words of a name.
_BETWEEN: Final = re.compile(r"[ \"',.:(-]{0,3}(?:(?:i|pa|och|ja|ry|rf)[ ,]+)?\n?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a notice; ``ids`` are the words of names that it is a form of, ``ends`` those that end in it."""

    start: int
    end: int
    ids: frozenset[int]
    ends: frozenset[int]
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
    keys, ends = names["keys"], names["ends"]
    found: list[Word] = []
    for match in _WORD.finditer(notice.low):
        if match[0] in _SILENT:
            continue
        written = notice.units[match.start() : match.end()]
        stems = {stem_key(written, language) for language in ("fi", "sv")}
        found.append(
            Word(
                match.start(),
                match.end(),
                frozenset(one for stem in stems for one in keys.get(stem, ())),
                frozenset(one for stem in stems for one in ends.get(stem, ())),
                written[:1].isupper(),
            )
        )
    return found


def homes_of(names: Mapping[str, Any]) -> dict[str, set[int]]:
    """Return the words by which each municipality is called."""
    return {one["id"]: {word for slots in one["names"] for word in slots} for one in names["municipalities"]}


def mentions_of(
    notice: Notice, words: list[Word], records: Sequence[Mapping[str, Any]], homes: Mapping[str, set[int]]
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
        for one in sorted(word.ids | word.ends):
            for number, version, place in index.get(one, ()):
                mention = _mention(notice, words, at, records[number], (version, place), homes)
                if one not in word.ids and mention.count == 1:
                    continue
                other = best.get(number)
                if other is None or (mention.count, mention.exact) > (other.count, other.exact):
                    best[number] = mention
        found += [best[number] for number in sorted(best)]
    return found


def _mention(
    notice: Notice,
    words: list[Word],
    at: int,
    record: Mapping[str, Any],
    slot: tuple[int, int],
    homes: Mapping[str, set[int]],
) -> Mention:
    slots = record["names"][slot[0]]
    count, last, exact, place = 1, at, int(slots[slot[1]] in words[at].ids), slot[1] + 1
    while last + 1 < len(words) and place < len(slots):
        between = notice.low[words[last].end : words[last + 1].start]
        following = words[last + 1]
        step = next(
            (n for n in (0, 1) if place + n < len(slots) and slots[place + n] in following.ids | following.ends), None
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
        foreign=slot[1] > 0 and _follows_a_name(notice, words, at, homes.get(record.get("in") or "", set())),
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
