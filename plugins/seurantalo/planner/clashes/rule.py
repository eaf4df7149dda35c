"""What a rule about two dates is. Sites may add their own: one function over two entries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import Entry, Ground

#: Says how much two dates clash; None where they don't.
Judge: TypeAlias = Callable[[Entry, Entry, Ground], Level | None]


class Among(Enum):
    """Among whom the search looks for a rule's pairs, and how far apart the two may be."""

    VENUE = "one venue, overlapping or within its margin"
    ORGANISER = "one organiser, overlapping; nothing that stands for weeks"
    DAY = "one municipality and its neighbours' major events, overlapping or on one day; no routine"
    DAYS = "one municipality, some days apart; no routine"
    LIKE = "one municipality and one practice, audience or format, some days apart; no routine, nothing that stands"
    PRACTICE = "one practice, on one day; no routine, nothing that stands"


def no_facts(_a: Entry, _b: Entry, _ground: Ground) -> Facts:
    """Return nothing beyond what every finding tells."""
    return ()


@dataclass(frozen=True, slots=True)
class PairRule:
    """A rule over two dates of two events.

    ``judge`` is complete in itself: it may be asked about any two dates, and returns None where it has nothing
    to say. What the ground silences is not asked about (``Ground.silent``). ``facts`` gives what the words need.
    """

    code: str
    among: tuple[Among, ...]
    judge: Judge
    facts: Callable[[Entry, Entry, Ground], Facts] = no_facts
    fields: tuple[str, ...] = ()
    """The fields of event files that the rule looks at, in the schema's names: what one could change."""
    sentence: str = ""
    """For a rule of a site's own: its words, with {event}, {other}, {dates} and its facts as blanks."""
