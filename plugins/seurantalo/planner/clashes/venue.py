"""Rule ``venue``: two in the same room at the same time, or with too little time between to set up."""

from __future__ import annotations

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import Entry, Ground, overlap, text_facts
from seurantalo.planner.clashes.rule import Among, PairRule


def share_place(a: Entry, b: Entry) -> bool:
    """True where the two need one venue at one time, whatever the room.

    Exhibitions hang on the walls and leave the floor to others. The margin is between clock times: two whole
    days in a row need none.
    """
    x, y = a.sheet, b.sheet
    if x.venue is None or x.venue != y.venue or x.exhibition or y.exhibition:
        return False
    whole_days = a.occurrence.whole_day or b.occurrence.whole_day
    return overlap(a, b, 0 if whole_days else x.margin)


def judge(a: Entry, b: Entry, _ground: Ground) -> Level | None:
    """Hard in one room; a venue without rooms is one room, and without a named room both take it all."""
    x, y = a.sheet, b.sheet
    if share_place(a, b) and (not x.has_rooms or x.room == y.room):
        return Level.HARD
    return None


def place_facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the place's name, and the room's where both name it."""
    venue = ground.community.venues[a.sheet.venue or ""]
    found = text_facts("place", venue.name)
    for room in venue.rooms:
        if room.id == a.sheet.room == b.sheet.room:
            found += text_facts("room", room.name)
    return found


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the place, and where only the margin is missing, the minutes there are and those needed."""
    found = place_facts(a, b, ground)
    if not overlap(a, b):
        gap = max(a.starts_at, b.starts_at) - min(a.ends_at, b.ends_at)
        found += (("gap", str(gap // 60)), ("margin", str(a.sheet.margin // 60)))
    return found


RULE = PairRule(
    "venue",
    (Among.VENUE,),
    judge,
    facts,
    fields=("venue", "room", "starts", "ends"),
)
