"""Rule ``near-miss``: two much alike a few days apart, or two of one practice on one day in one region.

Within one municipality the days of the settings count, and two that overlap are no near miss. Two of one practice are
mentioned on one day in the whole region, overlapping or not: the same people go round with a practice. Being for
everybody makes no two events alike.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from seurantalo.language import Language, dates
from seurantalo.planner.clashes.condition import (
    NEITHER_ROUTINE,
    NEITHER_STANDING,
    OTHER_DAY,
    OTHER_MUNICIPALITY,
    AllOf,
    Condition,
    gap,
)
from seurantalo.planner.clashes.entries import Entry, Ground, Sheet, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.forms import TELLS_NOTHING
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks
from seurantalo.planner.clashes.times import days_between, overlap, same_day


def _one_place(x: Sheet, y: Sheet) -> bool:
    return x.municipality == y.municipality


def _one_practice(x: Sheet, y: Sheet) -> bool:
    return not x.practices.isdisjoint(y.practices)


def _reach(x: Sheet, y: Sheet, ground: Ground) -> int:
    """Return the number of days within which the two are mentioned together."""
    settings = ground.settings
    return settings.near_miss_days_major if x.major or y.major else settings.near_miss_days


def _limit(a: Entry, b: Entry, ground: Ground) -> Facts:
    return (*gap(a, b, ground), ("limit", str(_reach(a.sheet, b.sheet, ground))))


def _alike(x: Sheet, y: Sheet, ground: Ground) -> str:
    """Return in what the two are alike: ``practice``, ``audience``, ``format``, or ``""``."""
    if _one_practice(x, y):
        return "practice"
    if (x.audiences & y.audiences) - ground.top_audiences:
        return "audience"
    same = x.event.format is y.event.format and x.event.format not in TELLS_NOTHING
    return "format" if same else ""


def _in_region(x: Sheet, y: Sheet, ground: Ground) -> bool:
    """True in one municipality, in two that touch, and in two of one region."""
    if y.municipality in ground.catchment[x.municipality]:
        return True
    municipalities = ground.community.municipalities
    region = municipalities[x.municipality].region
    return bool(region) and region == municipalities[y.municipality].region


ONE_PLACE: Final = Condition(
    OTHER_MUNICIPALITY,
    lambda a, b, ground: (
        _one_place(a.sheet, b.sheet) or (_one_practice(a.sheet, b.sheet) and _in_region(a.sheet, b.sheet, ground))
    ),
)
ABROAD_ON_ONE_DAY: Final = Condition(OTHER_DAY, lambda a, b, _: _one_place(a.sheet, b.sheet) or same_day(a, b), gap)
CLOSE: Final = Condition(
    Reason("far-apart", "There are {days} days between them; up to {limit} are close."),
    lambda a, b, ground: days_between(a, b) <= _reach(a.sheet, b.sheet, ground),
    _limit,
)
ALIKE: Final = Condition(
    Reason("unlike", "They have neither practice, audience nor format in common."),
    lambda a, b, ground: bool(_alike(a.sheet, b.sheet, ground)),
)
NOT_TOGETHER: Final = Condition(
    Reason("together", "They overlap, so they are not just close together."),
    lambda a, b, _: not overlap(a, b) or (_one_practice(a.sheet, b.sheet) and same_day(a, b)),
)


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return in what they are alike, and the two days."""
    x, y = a.sheet, b.sheet
    why = _alike(x, y, ground)
    found: Facts = (
        ("alike", why),
        ("day", a.occurrence.first_day.isoformat()),
        ("other_day", b.occurrence.first_day.isoformat()),
    )
    if why == "audience":
        audience = min((x.audiences & y.audiences) - ground.top_audiences)
        found += text_facts("audience", ground.community.audiences[audience].name)
    return found


def sentence(finding: Finding, lang: Language) -> str:
    """Name both days, the earlier first, and in what the two are alike."""
    found = blanks(finding, lang)
    day, other_day = (date.fromisoformat(finding.fact(name)) for name in ("day", "other_day"))
    if other_day < day:
        day, other_day = other_day, day
        found["event"], found["other"] = found["other"], found["event"]
    found["day"], found["other_day"] = dates.day(day, lang), dates.day(other_day, lang)
    if found["other_municipality"]:
        return lang.say(
            "One practice on one day in two municipalities ({practice}): {event} ({municipality}) and {other} "
            "({other_municipality}), {day}.",
            **found,
        )
    if day == other_day:
        found["days"] = lang.say("{event} and {other}, {day}", **found)
    else:
        found["days"] = lang.say("{event} {day} and {other} {other_day}", **found)
    match finding.fact("alike"):
        case "practice":
            return lang.say("Close together {locative}, from one practice ({practice}): {days}.", **found)
        case "audience":
            return lang.say("Close together {locative}, for the same people ({audience}): {days}.", **found)
    return lang.say("Close together {locative}, of the same kind: {days}.", **found)


RULE: Final = PairRule(
    "near-miss",
    (Among.LIKE, Among.PRACTICE),
    AllOf(
        Level.INFO,
        NEITHER_ROUTINE,
        NEITHER_STANDING,
        ONE_PLACE,
        ABROAD_ON_ONE_DAY,
        CLOSE,
        ALIKE,
        NOT_TOGETHER,
    ),
    facts,
    fields=("starts", "audience", "practices", "format", "municipality"),
    words=RuleWords(
        name="close together",
        sentence=sentence,
        advice="Nothing has to be changed. Perhaps you could announce them together.",
        names_practice=True,
    ),
)
