"""Rule ``audience``: two for the same people in one municipality at one time or on one evening."""

from __future__ import annotations

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import (
    Entry,
    Ground,
    overlap,
    same_evening,
    shared_audiences,
    text_facts,
)
from seurantalo.planner.clashes.rule import Among, PairRule


def judge(a: Entry, b: Entry, _ground: Ground) -> Level | None:
    """Soft where neither is routine and both say whom they are for; a missing audience is nobody's."""
    x, y = a.sheet, b.sheet
    if (
        x.municipality == y.municipality
        and not (x.routine or y.routine or a.standing or b.standing)
        and (same_evening(a, b) or overlap(a, b))
        and (not x.audiences.isdisjoint(y.audience_line) or not y.audiences.isdisjoint(x.audience_line))
    ):
        return Level.SOFT
    return None


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the narrowest audience that they share, and whether they overlap or share the evening only."""
    audience = narrowest(a, b, ground)
    together = "overlap" if overlap(a, b) else "evening"
    return (*text_facts("audience", ground.community.audiences[audience].name), ("together", together))


def narrowest(a: Entry, b: Entry, ground: Ground) -> str:
    """Return the id of the most exact audience that both mean; the first by id among equals."""
    shared = shared_audiences(a.sheet, b.sheet)
    return min(shared, key=lambda name: (name in ground.top_audiences, name))


RULE = PairRule(
    "audience",
    (Among.DAY,),
    judge,
    facts,
    fields=("audience", "municipality", "starts", "ends", "weight"),
)
