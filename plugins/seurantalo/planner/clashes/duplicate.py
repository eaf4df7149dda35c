"""Rule ``duplicate``: it looks like one event written twice, perhaps by two associations that arrange it together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import Entry, Ground, overlap
from seurantalo.planner.clashes.rule import Among, PairRule

_WORDS: Final = re.compile(r"[^\W\d_]+")
_NUMBERS: Final = re.compile(r"\d+")


def judge(a: Entry, b: Entry, ground: Ground) -> Level | None:
    """Soft where neither is routine, date and place are one, and the titles nearly so.

    Two showings one after the other are two showings: the times must overlap.
    """
    x, y = a.sheet, b.sheet
    if (
        a.day == b.day
        and x.municipality == y.municipality
        and not (x.routine or y.routine)
        and (x.venue is None or y.venue is None or x.venue == y.venue)
        and overlap(a, b)
        and titles_alike(a, b, ground)
    ):
        return Level.SOFT
    return None


def titles_alike(a: Entry, b: Entry, ground: Ground) -> bool:
    """True where the titles of two dates are nearly the same."""
    return nearly_equal(_title(a), _title(b), ground.settings.duplicate_likeness)


def _title(entry: Entry) -> str:
    return entry.occurrence.title.versions[0][1]


def nearly_equal(one: str, other: str, likeness: int) -> bool:
    """True where two titles have the same words, nearly; a different number makes them different.

    ``likeness`` is the share of equal letters from which on they are, in per cent.
    """
    words, numbers = _parts(one)
    other_words, other_numbers = _parts(other)
    if numbers != other_numbers:
        return False
    if words == other_words:
        return bool(words) or one == other
    # Letters that differ cost at least the difference in length: most pairs need no closer look.
    longer, shorter = max(len(words), len(other_words)), min(len(words), len(other_words))
    if 200 * shorter < likeness * (longer + shorter):
        return False
    return ratio(words, other_words, score_cutoff=likeness) >= likeness


@lru_cache(maxsize=4_096)
def _parts(title: str) -> tuple[str, tuple[str, ...]]:
    folded = title.casefold()
    return " ".join(sorted(_WORDS.findall(folded))), tuple(sorted(_NUMBERS.findall(folded)))


def facts(a: Entry, b: Entry, _ground: Ground) -> Facts:
    """Return whether both name one venue."""
    return (("same_venue", "yes"),) if a.sheet.venue is not None and a.sheet.venue == b.sheet.venue else ()


RULE = PairRule(
    "duplicate",
    (Among.DAY,),
    judge,
    facts,
    fields=("title", "starts", "ends", "venue", "municipality"),
)
