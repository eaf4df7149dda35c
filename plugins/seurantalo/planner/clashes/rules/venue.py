"""Rule ``venue``: two in the same room at the same time, or with too little time between to set up."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.planner.clashes.condition import NO_OVERLAP, OTHER_VENUE, AllOf, Condition, Turn, gap, which
from seurantalo.planner.clashes.entries import Entry, Ground, overlap, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.sentences import blanks


def _margin(a: Entry, b: Entry) -> int:
    """Return the seconds needed between two in one place; two whole days in a row need none between clock times."""
    return 0 if a.occurrence.whole_day or b.occurrence.whole_day else a.sheet.margin


def _gap_and_margin(a: Entry, b: Entry, ground: Ground) -> Facts:
    return (*gap(a, b, ground), ("margin", str(_margin(a, b) // 60)))


#: The two need one venue at one time, whatever the room. Exhibitions hang on the walls and leave the floor to others.
ONE_PLACE: Final = (
    Condition(
        Reason("no-venue", "{event} names no venue."),
        lambda a, b, _: a.sheet.venue is not None and b.sheet.venue is not None,
        which(lambda entry: entry.sheet.venue is None),
    ),
    Condition(OTHER_VENUE, lambda a, b, _: a.sheet.venue == b.sheet.venue),
    Condition(
        Reason("exhibition", "An exhibition leaves the floor to others."),
        lambda a, b, _: not (a.sheet.exhibition or b.sheet.exhibition),
    ),
    Condition(NO_OVERLAP, lambda a, b, _: overlap(a, b, _margin(a, b)), _gap_and_margin),
)
#: A venue without rooms is one room, and without a named room both take it all.
ONE_ROOM: Final = Condition(
    Reason("other-room", "They are in different rooms, or one room is not named."),
    lambda a, b, _: not a.sheet.has_rooms or a.sheet.room == b.sheet.room,
    turn=Turn.FIRST,
)


def place_facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the place's name, and the room's where both name it."""
    venue = ground.community.venues[a.sheet.venue or ""]
    found = text_facts("place", venue.name)
    for room in venue.rooms:
        if room.id == a.sheet.room == b.sheet.room:
            found += text_facts("room", room.name)
    return found


def facts(a: Entry, b: Entry, ground: Ground) -> Facts:
    """Return the place, and where only the margin is missing, the minutes there are and those needed."""
    found = place_facts(a, b, ground)
    if not overlap(a, b):
        between = max(a.starts_at, b.starts_at) - min(a.ends_at, b.ends_at)
        found += (("gap", str(between // 60)), ("margin", str(a.sheet.margin // 60)))
    return found


def sentence(finding: Finding, lang: Language) -> str:
    """Say that two are in one place at one time, or too close on each other there."""
    found = blanks(finding, lang)
    if minutes := finding.fact("gap"):
        return lang.say(
            "Too little time between two events in one place ({place}): {event} and {other}, {dates}. "
            "There are {gap} minutes between them, and {margin} are needed.",
            **found,
            gap=minutes,
            margin=finding.fact("margin"),
        )
    return lang.say("At the same time in the same place ({place}): {event} and {other}, {dates}.", **found)


RULE: Final = PairRule(
    "venue",
    (Among.VENUE,),
    AllOf(Level.HARD, *ONE_PLACE, ONE_ROOM),
    facts,
    fields=("venue", "room", "starts", "ends"),
    words=RuleWords(
        name="the same place",
        sentence=sentence,
        advice="Agree on which of the two changes its time or room.",
        turns_on_end=True,
    ),
)
