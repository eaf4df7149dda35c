"""Rule ``venue-room-unknown``: perhaps the same room; one of the two does not say which."""

from __future__ import annotations

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import Entry, Ground
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.venue import place_facts, share_place


def judge(a: Entry, b: Entry, _ground: Ground) -> Level | None:
    """Soft in a venue with rooms where exactly one of the two names its room."""
    x, y = a.sheet, b.sheet
    if x.has_rooms and (x.room is None) is not (y.room is None) and share_place(a, b):
        return Level.SOFT
    return None


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the place, and which of the two does not name its room."""
    return (*place_facts(a, b, ground), ("unnamed", (a if a.sheet.room is None else b).sheet.id))


RULE = PairRule(
    "venue-room-unknown",
    (Among.VENUE,),
    judge,
    facts,
    fields=("room", "venue", "starts", "ends"),
)
