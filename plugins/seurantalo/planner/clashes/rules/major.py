"""Rule ``major``: something else on the great day of a place or of the place next door."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.clashes.condition import (
    BOTH_PUBLIC,
    IN_CATCHMENT,
    NEITHER_ROUTINE,
    NEITHER_STANDING,
    OTHER_DAY,
    AllOf,
    Condition,
    Turn,
    gap,
)
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.forms import SIGNED_UP_FOR
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks
from seurantalo.planner.clashes.times import overlap, same_day

ONE_IS_MAJOR: Final = Condition(
    Reason("not-major", "Neither is a major event (weight: major)."),
    lambda a, b, _: a.sheet.major or b.sheet.major,
    turn=Turn.FIRST,
)
#: A meeting after the fair takes nobody from it. Two great days in one place share the day itself.
WITHIN_ITS_HOURS: Final = Condition(
    Reason("other-hours", "They do not overlap: {minutes} minutes between them."),
    lambda a, b, _: overlap(a, b) or _two_great_days(a, b),
    gap,
)
DAY_IN_COMMON: Final = Condition(OTHER_DAY, lambda a, b, _: same_day(a, b) or overlap(a, b), gap)


def _two_great_days(a: Entry, b: Entry) -> bool:
    both = a.sheet.major and b.sheet.major
    return both and a.sheet.municipality == b.sheet.municipality and same_day(a, b)


def level(a: Entry, b: Entry, _ground: Ground) -> Level:
    """Return hard for two great days in one municipality, info for a course beside one next door, else soft."""
    if _two_great_days(a, b):
        return Level.HARD
    return Level.INFO if _is_small_and_away(a, b) or _is_small_and_away(b, a) else Level.SOFT


def _is_small_and_away(great: Entry, small: Entry) -> bool:
    """True where those who have put their names down come in spite of what is on next door."""
    away = great.sheet.municipality != small.sheet.municipality
    return away and not small.sheet.major and small.sheet.event.format in SIGNED_UP_FOR


def facts(a: Entry, b: Entry, _ground: Ground) -> Facts:
    """Return which event is the major one, the first by id where both are; and whether they are two in one place."""
    major = ("major", min(entry.sheet.id for entry in (a, b) if entry.sheet.major))
    return (major, ("both", "yes")) if _two_great_days(a, b) else (major,)


def sentence(finding: Finding, lang: Language) -> str:
    """Name the major event first, and both places where they differ."""
    found = blanks(finding, lang)
    if finding.fact("both"):
        return lang.say("Two major events on one day {locative}: {event} and {other}, {dates}.", **found)
    if finding.other is not None and finding.fact("major") == finding.other.id:
        found["event"], found["other"] = found["other"], found["event"]
        if found["other_municipality"]:
            here, there = found["other_municipality"], found["municipality"]
            found["municipality"], found["other_municipality"] = here, there
    if found["other_municipality"]:
        return lang.say(
            "On the day of a major event nearby: {event} ({municipality}) and {other} ({other_municipality}), "
            "{dates}.",
            **found,
        )
    return lang.say("On the day of a major event: {event} and {other} ({municipality}), {dates}.", **found)


def advice(finding: Finding, lang: Language) -> str:
    """Say what can be done about it."""
    if finding.fact("both"):
        return lang.say("Agree on which of the two takes another day.")
    return lang.say("Choose another day, or join in: a major event gathers people.")


RULE: Final = PairRule(
    "major",
    (Among.DAY,),
    AllOf(
        level,
        ONE_IS_MAJOR,
        NEITHER_ROUTINE,
        NEITHER_STANDING,
        BOTH_PUBLIC,
        IN_CATCHMENT,
        DAY_IN_COMMON,
        WITHIN_ITS_HOURS,
    ),
    facts,
    fields=("weight", "municipality", "starts", "ends"),
    words=RuleWords(
        name="a major event",
        sentence=sentence,
        advice=advice,
    ),
)
