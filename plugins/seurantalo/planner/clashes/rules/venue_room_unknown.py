"""Rule ``venue-room-unknown``: perhaps the same room; one of the two does not say which."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.clashes.bonds import BOTH_ROUTINE, ONE_FEAST, ONE_SERIES
from seurantalo.planner.clashes.condition import AllOf, Condition, Turn
from seurantalo.planner.clashes.entries import Entry, Ground
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.rules.venue import ONE_PLACE, place_facts
from seurantalo.planner.clashes.sentences import blanks, title

HAS_ROOMS: Final = Condition(
    Reason("no-rooms", "The venue has no rooms to name."), lambda a, _b, _ground: a.sheet.has_rooms, turn=Turn.FIRST
)
#: Walls in another room take nothing from it.
NO_EXHIBITION: Final = Condition(
    Reason("exhibition", "An exhibition leaves the other rooms alone."),
    lambda a, b, _: not (a.sheet.exhibition or b.sheet.exhibition),
)
ONE_UNNAMED: Final = Condition(
    Reason("rooms-known", "Both name their room, or neither does."),
    lambda a, b, _: (a.sheet.room is None) is not (b.sheet.room is None),
)


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the place, and which of the two does not name its room."""
    return (*place_facts(a, b, ground), ("unnamed", (a if a.sheet.room is None else b).sheet.id))


def sentence(finding: Finding, lang: Language) -> str:
    """Say that two are perhaps in one room, and whose room is not named."""
    unnamed = finding.event if finding.fact("unnamed") == finding.event.id else finding.other
    return lang.say(
        "Perhaps in the same room at the same time ({place}): {event} and {other}, {dates}. "
        "The room of {unnamed} is not named.",
        **blanks(finding, lang),
        unnamed=title(unnamed or finding.event, lang),
    )


RULE: Final = PairRule(
    "venue-room-unknown",
    (Among.VENUE,),
    AllOf(Level.SOFT, *ONE_PLACE, HAS_ROOMS, ONE_UNNAMED, NO_EXHIBITION),
    facts,
    fields=("room", "venue", "starts", "ends"),
    words=RuleWords(
        name="room not named",
        sentence=sentence,
        advice="Name the room in both files, and this goes away if they are different rooms.",
        turns_on_end=True,
    ),
    despite=(BOTH_ROUTINE, ONE_FEAST, ONE_SERIES),
)
