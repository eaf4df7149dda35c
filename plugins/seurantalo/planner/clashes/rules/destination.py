"""Rule ``destination``: two of one kind that people travel for, on one day in one municipality or two that touch."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.model.event import Format
from seurantalo.planner.clashes.condition import (
    IN_CATCHMENT,
    NEITHER_ROUTINE,
    NEITHER_STANDING,
    ON_ONE_DAY,
    AllOf,
    Condition,
)
from seurantalo.planner.clashes.entries import Entry, Ground, shared_audiences
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.forms import AT_HOME, FEASTS, LEARNT, OWN_FEASTS, SEATED, TRAVELLED_FOR
from seurantalo.planner.clashes.hands import Hands
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks
from seurantalo.planner.clashes.times import overlap


def _is_concert(entry: Entry) -> bool:
    return entry.sheet.event.format is Format.CONCERT


def _of_an_ensemble(entry: Entry, ground: Ground) -> bool:
    return any(ground.hands(organiser) is Hands.ONE_SET for organiser in entry.sheet.organisers)


def _one_form(a: Entry, b: Entry) -> bool:
    return a.sheet.event.format is b.sheet.event.format and a.sheet.event.format in TRAVELLED_FOR


def _for_the_same_few(a: Entry, b: Entry, ground: Ground) -> bool:
    """True for a feast next door, and something else than a club, for an audience that is small in both."""
    forms = {a.sheet.event.format, b.sheet.event.format}
    if forms.isdisjoint(FEASTS) or not forms.isdisjoint(AT_HOME):
        return False
    apart = a.sheet.municipality != b.sheet.municipality
    return apart and ground.is_narrow(a.sheet.audiences & b.sheet.audiences)


def _on_one_subject(a: Entry, b: Entry, ground: Ground) -> bool:
    """True for two lectures, or two courses in one municipality, on the same: whoever asks about it goes to one."""
    forms = {a.sheet.event.format, b.sheet.event.format}
    if not forms <= LEARNT or (a.sheet.municipality != b.sheet.municipality and forms != {Format.LECTURE}):
        return False
    return ground.one_event.one_subject(a.occurrence, b.occurrence)


ONE_KIND: Final = Condition(
    Reason("not-travelled-for", "They are not of one kind that people travel for."),
    lambda a, b, ground: _one_form(a, b) or _for_the_same_few(a, b, ground) or _on_one_subject(a, b, ground),
)
ONE_AUDIENCE: Final = Condition(
    Reason("other-audience", "They are for different people."),
    lambda a, b, _: not (a.sheet.audiences and b.sheet.audiences) or bool(shared_audiences(a.sheet, b.sheet)),
)
#: Who likes concerts goes to both, on one day, if there is time for both.
NO_TIME_FOR_BOTH: Final = Condition(
    Reason("time-for-both", "There is time for both on one day."),
    lambda a, b, _: overlap(a, b) or (_one_form(a, b) and a.sheet.event.format not in SEATED),
)


def level(a: Entry, b: Entry, ground: Ground) -> Level:
    """Return soft; info for a date that is only held, and where each has its own people.

    Concerts people have every week, but choirs are each other's public; a feast for the few each place has itself.
    """
    if a.sheet.tentative or b.sheet.tentative:
        return Level.INFO
    if _is_concert(a) and _is_concert(b):
        return Level.SOFT if _of_an_ensemble(a, ground) and _of_an_ensemble(b, ground) else Level.INFO
    return Level.INFO if {a.sheet.event.format, b.sheet.event.format} <= OWN_FEASTS else Level.SOFT


def facts(a: Entry, b: Entry, _ground: Ground) -> Facts:
    """Return whether it is the subject that the two share."""
    return (("subject", "yes"),) if {a.sheet.event.format, b.sheet.event.format} <= LEARNT else ()


def sentence(finding: Finding, lang: Language) -> str:
    """Say that people go to one of the two only."""
    if finding.fact("subject"):
        return lang.say(
            "Two on one subject at the same time: {event} ({municipality}) and {other} ({other_place}), {dates}.",
            **blanks(finding, lang),
        )
    return lang.say(
        "People travel for either, and go to one of the two only: {event} ({municipality}) and "
        "{other} ({other_place}), {dates}.",
        **blanks(finding, lang),
    )


RULE: Final = PairRule(
    "destination",
    (Among.JOURNEY,),
    AllOf(
        level, NEITHER_ROUTINE, NEITHER_STANDING, ONE_KIND, IN_CATCHMENT, ON_ONE_DAY, ONE_AUDIENCE, NO_TIME_FOR_BOTH
    ),
    facts,
    fields=("format", "audience", "municipality", "starts", "ends"),
    words=RuleWords(
        name="the same journey",
        sentence=sentence,
        advice="Talk with the other organiser: another day, or announce both together?",
    ),
)
