"""Rule ``organiser``: one organiser in two places at one time. What stands for weeks needs nobody at the door."""

from __future__ import annotations

from typing import Final

from seurantalo.planner.clashes.condition import NEITHER_STANDING, OVERLAPPING, AllOf, Condition
from seurantalo.planner.clashes.entries import Entry, Ground, Sheet, text_facts
from seurantalo.planner.clashes.finding import Facts, Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule


def _apart(x: Sheet, y: Sheet) -> bool:
    """True where the two are not known to be in one place; without a venue, municipalities tell at most."""
    return x.venue != y.venue or (x.venue is None and x.municipality != y.municipality)


ONE_ORGANISER: Final = Condition(
    Reason("other-organiser", "They have no organiser in common."),
    lambda a, b, _: not a.sheet.organisers.isdisjoint(b.sheet.organisers),
)
APART: Final = Condition(
    Reason("same-venue", "They are in one venue, where the same people may do both."),
    lambda a, b, _: _apart(a.sheet, b.sheet),
)


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the name of the organiser that they share, the first by id."""
    organiser = min(a.sheet.organisers & b.sheet.organisers)
    return text_facts("organiser", ground.community.organisations[organiser].name)


RULE: Final = PairRule(
    "organiser",
    (Among.ORGANISER,),
    AllOf(Level.SOFT, ONE_ORGANISER, NEITHER_STANDING, OVERLAPPING, APART),
    facts,
    fields=("organisers", "venue", "starts", "ends"),
    words=RuleWords(
        name="one organiser in two places",
        sentence="One organiser in two places at the same time ({organiser}): {event} and {other}, {dates}.",
        advice="Check that there are enough hands, or move one of the two.",
        turns_on_end=True,
    ),
)
