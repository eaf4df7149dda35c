"""Rule ``duplicate``: it looks like one event written twice, perhaps by two associations that arrange it together."""

from __future__ import annotations

from typing import Final

from seurantalo.planner.clashes.bonds import BOTH_ROUTINE
from seurantalo.planner.clashes.condition import (
    ALIKE_IN_WEIGHT,
    ONE_MUNICIPALITY,
    OTHER_DAY,
    OTHER_VENUE,
    OVERLAPPING,
    AllOf,
    Condition,
    Turn,
    gap,
)
from seurantalo.planner.clashes.finding import Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.one_event import halls_agree, in_one_hall_or_hour

TITLES_ALIKE: Final = Condition(
    Reason("other-title", "Their titles are not alike."),
    lambda a, b, ground: ground.one_event.titles_mean_one(a.occurrence, b.occurrence),
    turn=Turn.LAST,
)
#: A night belongs to the day on which it began; what stands for weeks is known by its first day.
ONE_DAY: Final = Condition(
    OTHER_DAY, lambda a, b, _: a.day <= min(b.reach, b.last_day) and b.day <= min(a.reach, a.last_day), gap
)
VENUES_AGREE: Final = Condition(OTHER_VENUE, lambda a, b, _: halls_agree(a.sheet, b.sheet), turn=Turn.FIRST)
HALL_OR_HOUR: Final = Condition(
    Reason("other-hour", "They neither name one venue nor begin at the same time."),
    lambda a, b, _: in_one_hall_or_hour(a.occurrence, b.occurrence),
)

RULE: Final = PairRule(
    "duplicate",
    (Among.DAY,),
    # Two showings one after the other are two showings: the times must overlap.
    AllOf(
        Level.SOFT,
        ALIKE_IN_WEIGHT,
        TITLES_ALIKE,
        ONE_MUNICIPALITY,
        ONE_DAY,
        VENUES_AGREE,
        OVERLAPPING,
        HALL_OR_HOUR,
    ),
    fields=("title", "starts", "ends", "venue", "municipality"),
    words=RuleWords(
        name="written twice",
        sentence="Is this one event written twice? {event} and {other} ({municipality}), {dates}.",
        advice="If it is one event, keep one file and name all organisers in it. "
        "If there are two, make the titles different.",
        beside="Or is it one and the same event, written twice? Then one file is enough.",
        is_question=True,
        turns_on_end=True,
    ),
    despite=(BOTH_ROUTINE,),
)
