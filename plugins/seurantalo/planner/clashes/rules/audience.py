"""Rule ``audience``: two for the same people in one municipality at one time or on one evening."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.model.event import Format
from seurantalo.planner.clashes.bonds import BOTH_ROUTINE
from seurantalo.planner.clashes.condition import (
    ALIKE_IN_WEIGHT,
    NEITHER_STANDING,
    ONE_MUNICIPALITY,
    AllOf,
    Condition,
    Turn,
    which,
)
from seurantalo.planner.clashes.entries import Entry, Ground, shared_audiences, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.forms import AMONG_MEMBERS, FEASTS, LEARNT
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks
from seurantalo.planner.clashes.times import overlap, same_evening


def _audiences_meet(a: Entry, b: Entry, _ground: Ground) -> bool:
    x, y = a.sheet, b.sheet
    return not x.audiences.isdisjoint(y.audience_line) or not y.audiences.isdisjoint(x.audience_line)


def _narrow(a: Entry, b: Entry, ground: Ground) -> bool:
    """True where the two share an audience that not nearly everybody belongs to."""
    return ground.is_narrow(shared_audiences(a.sheet, b.sheet))


def _for_few(a: Entry, b: Entry) -> bool:
    """True where only those count of whom there are few: two weekly groups, or one that is for members."""
    return _both_routine(a, b) or a.sheet.event.format in AMONG_MEMBERS or b.sheet.event.format in AMONG_MEMBERS


def _evening_hours(_a: Entry, _b: Entry, ground: Ground) -> Facts:
    return (("from", str(ground.settings.evening_starts)), ("to", str(ground.settings.evening_ends)))


_TWO_HOURS: Final = 2 * 3_600


def _both_routine(a: Entry, b: Entry) -> bool:
    return a.sheet.routine and b.sheet.routine


def _nobody_said(a: Entry, b: Entry) -> bool:
    return not (a.sheet.audiences or b.sheet.audiences)


def _for_the_public(a: Entry, b: Entry) -> bool:
    """True where nobody said for whom, and both are of a form to which a whole village is invited."""
    return _nobody_said(a, b) and {a.sheet.event.format, b.sheet.event.format} <= FEASTS and not _both_routine(a, b)


#: A missing audience is nobody's; of two feasts, both are asked.
AUDIENCE_STATED: Final = Condition(
    Reason("no-audience", "{event} does not say whom it is for (audience)."),
    lambda a, b, _: bool(a.sheet.audiences and b.sheet.audiences) or _for_the_public(a, b),
    which(lambda entry: not entry.sheet.audiences),
)
ONE_AUDIENCE: Final = Condition(
    Reason("other-audience", "They are for different people."),
    lambda a, b, ground: _nobody_said(a, b) or (_narrow if _for_few(a, b) else _audiences_meet)(a, b, ground),
)
ONE_EVENING: Final = Condition(
    Reason("other-evening", "They neither overlap nor begin between {from} and {to} on one evening."),
    lambda a, b, ground: overlap(a, b) or _evening(a, b, ground),
    _evening_hours,
    Turn.FIRST,
)


def _evening(a: Entry, b: Entry, ground: Ground) -> bool:
    """True where there is only one evening to give: nearly everybody has time for two, with two hours between."""
    if _both_routine(a, b) or _nobody_said(a, b) or not same_evening(a, b):
        return False
    return overlap(a, b, _TWO_HOURS) or _narrow(a, b, ground)


def level(a: Entry, b: Entry, ground: Ground) -> Level:
    """Return soft; info where nobody said whom they are for, for two weekly groups, and for two courses for anybody.

    A group goes on next week; who learns to bake does not ask about passwords.
    """
    forms = {a.sheet.event.format, b.sheet.event.format}
    unlike = forms <= LEARNT - {Format.LECTURE} and not _narrow(a, b, ground)
    return Level.INFO if _nobody_said(a, b) or _both_routine(a, b) or unlike else Level.SOFT


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the narrowest audience that they share, and whether they overlap or share the evening only."""
    if _nobody_said(a, b):
        return (("together", "unsaid"),)
    audience = narrowest(a, b, ground)
    together = "overlap" if overlap(a, b) else "evening"
    weekly = (("weekly", "yes"),) if _both_routine(a, b) else ()
    return (*text_facts("audience", ground.community.audiences[audience].name), ("together", together), *weekly)


def narrowest(a: Entry, b: Entry, ground: Ground) -> str:
    """Return the id of the most exact audience that both mean; the first by id among equals."""
    shared = shared_audiences(a.sheet, b.sheet)
    return min(shared, key=lambda name: (name in ground.broad_audiences, name))


def sentence(finding: Finding, lang: Language) -> str:
    """Say that two are for the same people at one time, or on one evening; or that nobody said for whom."""
    if finding.fact("together") == "unsaid":
        return lang.say(
            "At the same time {locative}, and neither says whom it is for: {event} and {other}, {dates}.",
            **blanks(finding, lang),
        )
    if finding.fact("together") == "evening":
        return lang.say(
            "For the same people on the same evening {locative} ({audience}): {event} and {other}, {dates}.",
            **blanks(finding, lang),
        )
    return lang.say(
        "For the same people at the same time {locative} ({audience}): {event} and {other}, {dates}.",
        **blanks(finding, lang),
    )


def advice(finding: Finding, lang: Language) -> str:
    """Say what can be done about it."""
    if finding.fact("together") == "unsaid":
        return lang.say("Say in both files whom they are for (audience); then it is known whether they clash.")
    if finding.fact("weekly"):
        return lang.say("Talk with the other organiser: could one of the two choose another hour?")
    return lang.say("Talk with the other organiser: another day, or an evening together?")


RULE: Final = PairRule(
    "audience",
    (Among.DAY,),
    AllOf(
        level,
        ALIKE_IN_WEIGHT,
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
        advice=advice,
        turns_on_end=True,
    ),
    despite=(BOTH_ROUTINE,),
)
