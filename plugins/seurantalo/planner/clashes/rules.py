"""All rules over two dates, the weightiest first: where several speak of one pair on one day, the first is heard."""

from __future__ import annotations

from typing import Final

from seurantalo.planner.clashes import (
    audience,
    duplicate,
    holiday,
    load,
    major,
    near_miss,
    organiser,
    venue,
    venue_room_unknown,
)
from seurantalo.planner.clashes.rule import PairRule

PAIR_RULES: Final[tuple[PairRule, ...]] = (
    venue.RULE,
    duplicate.RULE,
    venue_room_unknown.RULE,
    organiser.RULE,
    major.RULE,
    audience.RULE,
    near_miss.RULE,
)
#: The codes of all rules, those about one event or one day among them.
CODES: Final = frozenset({*(rule.code for rule in PAIR_RULES), holiday.CODE, load.CODE})
