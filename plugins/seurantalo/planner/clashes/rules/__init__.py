"""All rules, one file each. A rule of one's own begins here: its file, its line below, its words, its cases."""

from __future__ import annotations

from typing import Final

from seurantalo.planner.clashes.rule import DayRule, PairRule
from seurantalo.planner.clashes.rules import (
    audience,
    destination,
    duplicate,
    holiday,
    load,
    major,
    near_miss,
    organiser,
    venue,
    venue_room_unknown,
)

#: The rules over two dates, the weightiest first: where several speak of one pair on one day, the first is heard.
#: Whether it is one event has to be asked before anything else.
PAIR_RULES: Final[tuple[PairRule, ...]] = (
    duplicate.RULE,
    venue.RULE,
    venue_room_unknown.RULE,
    organiser.RULE,
    major.RULE,
    audience.RULE,
    destination.RULE,
    near_miss.RULE,
)
#: The rules over one event or one day.
DAY_RULES: Final[tuple[DayRule, ...]] = (holiday.RULE, load.RULE)
RULES: Final[tuple[PairRule | DayRule, ...]] = (*PAIR_RULES, *DAY_RULES)
CODES: Final = frozenset(rule.code for rule in RULES)
