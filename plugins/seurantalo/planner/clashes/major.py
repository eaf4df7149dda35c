"""Rule ``major``: something else on the great day of a place or of the place next door."""

from __future__ import annotations

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import Entry, Ground, same_day
from seurantalo.planner.clashes.rule import Among, PairRule


def judge(a: Entry, b: Entry, ground: Ground) -> Level | None:
    """Soft where one is major, neither routine, and they share a day in municipalities that touch."""
    x, y = a.sheet, b.sheet
    if (
        (x.major or y.major)
        and not (x.routine or y.routine or a.standing or b.standing)
        and same_day(a, b)
        and y.municipality in ground.catchment[x.municipality]
    ):
        return Level.SOFT
    return None


def facts(a: Entry, b: Entry, _ground: Ground) -> Facts:
    """Return which event is the major one; the first by id where both are."""
    return (("major", min(entry.sheet.id for entry in (a, b) if entry.sheet.major)),)


RULE = PairRule("major", (Among.DAY,), judge, facts, fields=("weight", "municipality", "starts", "ends"))
