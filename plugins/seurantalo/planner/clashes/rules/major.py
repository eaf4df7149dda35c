"""Rule ``major``: something else on the great day of a place or of the place next door."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.clashes.condition import (
    NEITHER_ROUTINE,
    NEITHER_STANDING,
    ON_ONE_DAY,
    AllOf,
    Condition,
    Turn,
)
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks

ONE_IS_MAJOR: Final = Condition(
    Reason("not-major", "Neither is a major event (weight: major)."),
    lambda a, b, _: a.sheet.major or b.sheet.major,
    turn=Turn.FIRST,
)
IN_CATCHMENT: Final = Condition(
    Reason("not-neighbours", "They are in municipalities that don't touch."),
    lambda a, b, ground: b.sheet.municipality in ground.catchment[a.sheet.municipality],
)


def facts(a: Entry, b: Entry, _ground: Ground) -> Facts:
    """Return which event is the major one; the first by id where both are."""
    return (("major", min(entry.sheet.id for entry in (a, b) if entry.sheet.major)),)


def sentence(finding: Finding, lang: Language) -> str:
    """Name the major event first, and both places where they differ."""
    found = blanks(finding, lang)
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


RULE: Final = PairRule(
    "major",
    (Among.DAY,),
    AllOf(Level.SOFT, ONE_IS_MAJOR, NEITHER_ROUTINE, NEITHER_STANDING, IN_CATCHMENT, ON_ONE_DAY),
    facts,
    fields=("weight", "municipality", "starts", "ends"),
    words=RuleWords(
        name="a great day",
        sentence=sentence,
        advice="Choose another day, or join in: a major event gathers people.",
    ),
)
