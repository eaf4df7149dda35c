"""What an engine sees against what it should see: the one judge of the conformance tests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.conformance.engine import Engine
from tests.conformance.engines.protocol import Seen, Window

Row = TypeVar("Row")

#: Differences of one kind that a report names.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Expected:
    """What every engine must see in a feed; made from the calendar, never from the feed."""

    occurrences: tuple[tuple[str, str, str, str], ...]
    texts: tuple[tuple[str, str, str, str], ...]

    @classmethod
    def beside(cls, feed: Path) -> Expected:
        """Read the two files that ``seurantalo export --expectations`` writes beside a feed."""
        rows = feed.with_name(f"{feed.name}.expect").read_text(encoding="utf-8").splitlines()
        texts = json.loads(feed.with_name(f"{feed.name}.texts.json").read_text(encoding="utf-8"))
        return cls(_fours(row.split("\t") for row in rows), _fours(texts))


def _fours(rows: Iterable[list[str]]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((first, second, third, fourth) for first, second, third, fourth in rows)


def complaints(engine: Engine, seen: Seen, expected: Expected, window: Window) -> list[str]:
    """Return all that is wrong with what an engine sees; nothing where it sees just what it should."""
    found = [f"complains: {error}" for error in seen.errors]
    if seen.components != len(expected.texts):
        found.append(f"sees {seen.components} VEVENTs of {len(expected.texts)}")
    outside = [row for row in expected.occurrences if not _inside(row[1], window)]
    assert not outside, f"the window is too small to compare {outside[:_NAMED]}"
    shown = [(*row[:3], row[3].upper()) for row in seen.occurrences if _inside(row[1], window)]
    found += _differences("occurrence", expected.occurrences, shown)
    if engine.texts:
        wanted = [(uid, *map(engine.misreads, words)) for uid, *words in expected.texts]
        found += _differences("text", wanted, [(uid, *words) for uid, *words in seen.texts])
    return found


def _inside(start: str, window: Window) -> bool:
    return f"{window.first:%Y%m%d}" <= start[:8] < f"{window.last:%Y%m%d}"


def _differences(what: str, wanted: Iterable[Row], found: Iterable[Row]) -> list[str]:
    expected, seen = Counter(wanted), Counter(found)
    lines = []
    for word, rows in (("lacks", expected - seen), ("has besides", seen - expected)):
        if rows:
            some = "; ".join(map(str, sorted(map(str, rows))[:_NAMED]))
            lines.append(f"{word} {rows.total()} {what}(s): {some}")
    return lines
