"""Rule ``duplicate``: it looks like one event written twice, perhaps by two associations that arrange it together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.fuzz import ratio

from seurantalo.planner.clashes.condition import (
    NEITHER_ROUTINE,
    ONE_MUNICIPALITY,
    OTHER_DAY,
    OTHER_VENUE,
    OVERLAPPING,
    AllOf,
    Condition,
    Turn,
    gap,
)
from seurantalo.planner.clashes.entries import Entry, Sheet
from seurantalo.planner.clashes.finding import Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule

_WORDS: Final = re.compile(r"[^\W\d_]+")
_NUMBERS: Final = re.compile(r"\d+")


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
    return ratio(words, other_words, score_cutoff=likeness) >= likeness


@lru_cache(maxsize=4_096)
def _parts(title: str) -> tuple[str, tuple[str, ...]]:
    folded = title.casefold()
    return " ".join(sorted(_WORDS.findall(folded))), tuple(sorted(_NUMBERS.findall(folded)))


def _venues_agree(x: Sheet, y: Sheet) -> bool:
    """True where both name one venue, or one of the two names none."""
    return x.venue is None or y.venue is None or x.venue == y.venue


TITLES_ALIKE: Final = Condition(
    Reason("other-title", "Their titles are not alike."),
    lambda a, b, ground: nearly_equal(_title(a), _title(b), ground.settings.duplicate_likeness),
    turn=Turn.LAST,
)
#: A night belongs to the day on which it began.
ONE_DAY: Final = Condition(OTHER_DAY, lambda a, b, _: a.day == b.day, gap)
VENUES_AGREE: Final = Condition(OTHER_VENUE, lambda a, b, _: _venues_agree(a.sheet, b.sheet), turn=Turn.FIRST)


#: Two showings one after the other are two showings: the times must overlap.
RULE: Final = PairRule(
    "duplicate",
    (Among.DAY,),
    AllOf(Level.SOFT, NEITHER_ROUTINE, TITLES_ALIKE, ONE_MUNICIPALITY, ONE_DAY, VENUES_AGREE, OVERLAPPING),
    fields=("title", "starts", "ends", "venue", "municipality"),
    words=RuleWords(
        name="written twice",
        sentence="Is this one event written twice? {event} and {other} ({municipality}), {dates}.",
        advice="If it is one event, keep one file and name all organisers in it. "
        "If there are two, make the titles different.",
        beside="If they are one and the same event, one file is enough.",
        is_question=True,
        turns_on_end=True,
    ),
)
