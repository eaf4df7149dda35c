"""Rule ``organiser``: one organiser in two places at one time."""

from __future__ import annotations

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import Entry, Ground, overlap, text_facts
from seurantalo.planner.clashes.rule import Among, PairRule


def judge(a: Entry, b: Entry, _ground: Ground) -> Level | None:
    """Soft where an organiser of both has them overlap and they are not known to be in one place.

    What stands for weeks needs nobody at the door all the time.
    """
    x, y = a.sheet, b.sheet
    if a.standing or b.standing or x.organisers.isdisjoint(y.organisers) or not overlap(a, b):
        return None
    # Two events without a venue are told apart by municipality at most.
    apart = x.venue != y.venue or (x.venue is None and x.municipality != y.municipality)
    return Level.SOFT if apart else None


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the name of the organiser that they share, the first by id."""
    organiser = min(a.sheet.organisers & b.sheet.organisers)
    return text_facts("organiser", ground.community.organisations[organiser].name)


RULE = PairRule(
    "organiser",
    (Among.ORGANISER,),
    judge,
    facts,
    fields=("organisers", "venue", "starts", "ends"),
)
