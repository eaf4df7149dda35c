"""Rule ``audience``: two for the same people in one municipality at one time or on one evening."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.clashes.condition import (
    NEITHER_ROUTINE,
    NEITHER_STANDING,
    ONE_MUNICIPALITY,
    AllOf,
    Condition,
    Turn,
    which,
)
from seurantalo.planner.clashes.entries import (
    Entry,
    Ground,
    Sheet,
    overlap,
    same_evening,
    shared_audiences,
    text_facts,
)
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks


def _audiences_meet(x: Sheet, y: Sheet) -> bool:
    return not x.audiences.isdisjoint(y.audience_line) or not y.audiences.isdisjoint(x.audience_line)


def _evening_hours(_a: Entry, _b: Entry, ground: Ground) -> Facts:
    return (("from", str(ground.settings.evening_starts)), ("to", str(ground.settings.evening_ends)))


#: A missing audience is nobody's: it is asked for elsewhere.
AUDIENCE_STATED: Final = Condition(
    Reason("no-audience", "{event} does not say whom it is for (audience)."),
    lambda a, b, _: bool(a.sheet.audiences and b.sheet.audiences),
    which(lambda entry: not entry.sheet.audiences),
)
ONE_AUDIENCE: Final = Condition(
    Reason("other-audience", "They are for different people."), lambda a, b, _: _audiences_meet(a.sheet, b.sheet)
)
ONE_EVENING: Final = Condition(
    Reason("other-evening", "They neither overlap nor begin between {from} and {to} on one evening."),
    lambda a, b, _: same_evening(a, b) or overlap(a, b),
    _evening_hours,
    Turn.FIRST,
)


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the narrowest audience that they share, and whether they overlap or share the evening only."""
    audience = narrowest(a, b, ground)
    together = "overlap" if overlap(a, b) else "evening"
    return (*text_facts("audience", ground.community.audiences[audience].name), ("together", together))


def narrowest(a: Entry, b: Entry, ground: Ground) -> str:
    """Return the id of the most exact audience that both mean; the first by id among equals."""
    shared = shared_audiences(a.sheet, b.sheet)
    return min(shared, key=lambda name: (name in ground.top_audiences, name))


def sentence(finding: Finding, lang: Language) -> str:
    """Say that two are for the same people at one time, or on one evening."""
    if finding.fact("together") == "evening":
        return lang.say(
            "For the same people on the same evening {locative} ({audience}): {event} and {other}, {dates}.",
            **blanks(finding, lang),
        )
    return lang.say(
        "For the same people at the same time {locative} ({audience}): {event} and {other}, {dates}.",
        **blanks(finding, lang),
    )


RULE: Final = PairRule(
    "audience",
    (Among.DAY,),
    AllOf(
        Level.SOFT,
        NEITHER_ROUTINE,
        NEITHER_STANDING,
        ONE_MUNICIPALITY,
        AUDIENCE_STATED,
        ONE_AUDIENCE,
        ONE_EVENING,
    ),
    facts,
    fields=("audience", "municipality", "starts", "ends", "weight"),
    words=RuleWords(
        name="the same people",
        sentence=sentence,
        advice="Talk with the other organiser: another day, or an evening together?",
        turns_on_end=True,
    ),
)
