"""Rule ``organiser``: one organiser in two places at one time. What stands for weeks needs nobody at the door.

A choir can't sing in two churches; an association perhaps has enough hands; a municipality has many.
"""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.clashes.condition import NEITHER_STANDING, OVERLAPPING, AllOf, Condition, gap
from seurantalo.planner.clashes.entries import Entry, Ground, Sheet, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.hands import Hands
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks
from seurantalo.planner.clashes.times import JOURNEY, overlap


def _apart(x: Sheet, y: Sheet, ground: Ground) -> bool:
    """True where the two are not known to be in one place; without a venue, municipalities tell at most."""
    if x.venue != y.venue or (x.venue is None and x.municipality != y.municipality):
        return True
    # The same singers are in one room at a time; an association keeps two doors of one house.
    return None not in {x.room, y.room} and x.room != y.room and hands(x, y, ground) is Hands.ONE_SET


def hands(x: Sheet, y: Sheet, ground: Ground) -> Hands:
    """Return how many hands those have who arrange both; who has the fewest decides."""
    return min((ground.hands(organiser) for organiser in x.organisers & y.organisers), default=Hands.MANY)


def level(a: Entry, b: Entry, ground: Ground) -> Level:
    """Return hard for one set of people, info for those who have many hands, else soft.

    Info too beside one's own weekly group, which is left out that day; soft where the way is short.
    """
    if a.sheet.routine or b.sheet.routine:
        return Level.INFO
    near = not overlap(a, b) and b.sheet.municipality in ground.catchment[a.sheet.municipality]
    return Level.SOFT if near else _LEVELS[hands(a.sheet, b.sheet, ground)]


def _in_time(a: Entry, b: Entry, ground: Ground) -> bool:
    """True where the two overlap, or one set of people has less than an hour from one municipality to another."""
    if overlap(a, b):
        return True
    away = a.sheet.municipality != b.sheet.municipality and overlap(a, b, JOURNEY)
    return away and hands(a.sheet, b.sheet, ground) is Hands.ONE_SET


_LEVELS: Final = {Hands.ONE_SET: Level.HARD, Hands.SOME: Level.SOFT, Hands.MANY: Level.INFO}


ONE_ORGANISER: Final = Condition(
    Reason("other-organiser", "They have no organiser in common."),
    lambda a, b, _: not a.sheet.organisers.isdisjoint(b.sheet.organisers),
)
NOT_IN_TIME: Final = Condition(
    OVERLAPPING.reason, _in_time, lambda a, b, ground: (*gap(a, b, ground), ("margin", "0"))
)
APART: Final = Condition(
    Reason("same-venue", "They are in one venue, where the same people may do both."),
    lambda a, b, ground: _apart(a.sheet, b.sheet, ground),
)


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the name of the organiser that they share: who has the fewest hands, then the first by id."""
    shared = a.sheet.organisers & b.sheet.organisers
    organiser = min(shared, key=lambda one: (ground.hands(one), one))
    name = text_facts("organiser", ground.community.organisations[organiser].name)
    way = () if overlap(a, b) else (("way", "yes"),)
    return (*name, ("hands", ground.hands(organiser).name), *way)


def sentence(finding: Finding, lang: Language) -> str:
    """Say that the same people, or one organiser, are in two places."""
    found = blanks(finding, lang)
    if finding.fact("way"):
        return lang.say("The same people here and then there ({organiser}): {event} and {other}, {dates}.", **found)
    if finding.fact("hands") == Hands.ONE_SET.name:
        return lang.say("The same people in two places at once ({organiser}): {event} and {other}, {dates}.", **found)
    return lang.say(
        "One organiser in two places at the same time ({organiser}): {event} and {other}, {dates}.", **found
    )


def advice(finding: Finding, lang: Language) -> str:
    """Say what to do: one of the two has to move, where nobody can be sent instead."""
    if finding.fact("way"):
        return lang.say("Ask whether there is time for the way and for setting up.")
    if finding.level is Level.INFO:
        return lang.say("Check that there are enough hands, or leave one of the two out.")
    if finding.fact("hands") == Hands.ONE_SET.name:
        return lang.say("Move one of the two.")
    return lang.say("Check that there are enough hands, or move one of the two.")


RULE: Final = PairRule(
    "organiser",
    (Among.ORGANISER,),
    AllOf(level, ONE_ORGANISER, NEITHER_STANDING, NOT_IN_TIME, APART),
    facts,
    fields=("organisers", "venue", "starts", "ends"),
    words=RuleWords(
        name="one organiser in two places",
        sentence=sentence,
        advice=advice,
        turns_on_end=True,
    ),
)
