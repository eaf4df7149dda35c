"""Rule ``destination``: two of one kind that people travel for, on one day in one municipality or two that touch."""

from __future__ import annotations

from typing import Final

from seurantalo.model.event import Format
from seurantalo.planner.clashes.condition import (
    IN_CATCHMENT,
    NEITHER_ROUTINE,
    NEITHER_STANDING,
    ON_ONE_DAY,
    AllOf,
    Condition,
    Turn,
)
from seurantalo.planner.clashes.entries import Entry, Ground, overlap
from seurantalo.planner.clashes.finding import Facts, Level, RuleWords
from seurantalo.planner.clashes.forms import TRAVELLED_FOR
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule


def _is_concert(entry: Entry) -> bool:
    return entry.sheet.event.format is Format.CONCERT


ONE_KIND: Final = Condition(
    Reason("not-travelled-for", "They are not of one kind that people travel for."),
    lambda a, b, _: a.sheet.event.format is b.sheet.event.format and a.sheet.event.format in TRAVELLED_FOR,
    turn=Turn.FIRST,
)
#: Who likes concerts goes to both, on one day, if there is time for both.
NOT_TWO_CONCERTS: Final = Condition(
    Reason("two-concerts", "They are two concerts, and there is time for both."),
    lambda a, b, _: not _is_concert(a) or overlap(a, b),
)


def level(a: Entry, _b: Entry, _ground: Ground) -> Level:
    """Return soft; info for concerts, which people have every week."""
    return Level.INFO if _is_concert(a) else Level.SOFT


def facts(a: Entry, _b: Entry, _ground: Ground) -> Facts:
    """Return what kind it is."""
    return (("format", a.sheet.event.format.value),)


RULE: Final = PairRule(
    "destination",
    (Among.JOURNEY,),
    AllOf(level, NEITHER_ROUTINE, NEITHER_STANDING, ONE_KIND, IN_CATCHMENT, ON_ONE_DAY, NOT_TWO_CONCERTS),
    facts,
    fields=("format", "municipality", "starts", "ends"),
    words=RuleWords(
        name="the same journey",
        sentence="Of one kind on one day, so that people go to one of the two only: {event} ({municipality}) and "
        "{other} ({other_place}), {dates}.",
        advice="Talk with the other organiser: another day, or tell of both together?",
    ),
)
