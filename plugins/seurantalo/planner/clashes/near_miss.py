"""Rule ``near-miss``: two much alike a few days apart, or two of one practice on one day in one region."""

from __future__ import annotations

from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.ground import (
    TELLS_NOTHING,
    Entry,
    Ground,
    Sheet,
    days_between,
    overlap,
    same_day,
    text_facts,
)
from seurantalo.planner.clashes.rule import Among, PairRule


def judge(a: Entry, b: Entry, ground: Ground) -> Level | None:
    """Info where neither is routine and they are alike: in one municipality within the days of the settings.

    Two of one practice are mentioned on one day in the whole region, overlapping or not: the same people go
    round with a practice. Being for everybody makes no two events alike.
    """
    x, y = a.sheet, b.sheet
    if x.routine or y.routine or a.standing or b.standing:
        return None
    if not x.practices.isdisjoint(y.practices) and same_day(a, b) and in_region(x, y, ground):
        return Level.INFO
    if x.municipality == y.municipality and days_between(a, b) <= reach(x, y, ground) and not overlap(a, b):
        return Level.INFO if alike(x, y, ground) else None
    return None


def reach(x: Sheet, y: Sheet, ground: Ground) -> int:
    """Return the number of days within which the two are mentioned together."""
    settings = ground.settings
    return settings.near_miss_days_major if x.major or y.major else settings.near_miss_days


def alike(x: Sheet, y: Sheet, ground: Ground) -> str:
    """Return in what the two are alike: ``practice``, ``audience``, ``format``, or ``""``."""
    if not x.practices.isdisjoint(y.practices):
        return "practice"
    if (x.audiences & y.audiences) - ground.top_audiences:
        return "audience"
    same = x.event.format is y.event.format and x.event.format not in TELLS_NOTHING
    return "format" if same else ""


def in_region(x: Sheet, y: Sheet, ground: Ground) -> bool:
    """True in one municipality, in two that touch, and in two of one region."""
    if y.municipality in ground.catchment[x.municipality]:
        return True
    municipalities = ground.community.municipalities
    region = municipalities[x.municipality].region
    return bool(region) and region == municipalities[y.municipality].region


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return in what they are alike and the two days, those of the first event by id first."""
    first, second = sorted((a, b), key=lambda entry: entry.sheet.id)
    x, y = first.sheet, second.sheet
    why = alike(x, y, ground)
    found: Facts = (
        ("alike", why),
        ("day", first.occurrence.first_day.isoformat()),
        ("other_day", second.occurrence.first_day.isoformat()),
    )
    if why == "audience":
        audience = min((x.audiences & y.audiences) - ground.top_audiences)
        found += text_facts("audience", ground.community.audiences[audience].name)
    return found


RULE = PairRule(
    "near-miss",
    (Among.LIKE, Among.PRACTICE),
    judge,
    facts,
    fields=("starts", "audience", "practices", "format", "municipality"),
)
