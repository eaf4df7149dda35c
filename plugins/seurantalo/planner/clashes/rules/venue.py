"""Rule ``venue``: two in the same room at the same time, or with too little time between to set up."""

from __future__ import annotations

from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.model.event import Format
from seurantalo.planner.clashes.bonds import BOTH_ROUTINE, ONE_FEAST, ONE_SERIES
from seurantalo.planner.clashes.condition import NO_OVERLAP, OTHER_VENUE, AllOf, Condition, Turn, gap, which
from seurantalo.planner.clashes.entries import Entry, Ground, text_facts
from seurantalo.planner.clashes.finding import Facts, Finding, Level, RuleWords
from seurantalo.planner.clashes.forms import FLOOR_TAKING
from seurantalo.planner.clashes.reason import Reason
from seurantalo.planner.clashes.rule import Among, PairRule
from seurantalo.planner.clashes.rules import duplicate
from seurantalo.planner.clashes.sentences import blanks
from seurantalo.planner.clashes.times import after_a_night, overlap


def _margin(a: Entry, b: Entry) -> int:
    """Return the seconds needed between two in one place; two whole days in a row need none between clock times.

    One who follows on oneself knows how long it takes. Where the hall does not say what it needs, two weekly groups
    leave it to each other as it is. Tables, a stage or a band take twice the time, one after another three times.
    """
    if a.occurrence.whole_day or b.occurrence.whole_day or not a.sheet.organisers.isdisjoint(b.sheet.organisers):
        return 0
    if a.sheet.margin_stated:
        return a.sheet.margin
    if a.sheet.routine and b.sheet.routine:
        return 0
    return a.sheet.margin * (1 + (a.sheet.event.format in FLOOR_TAKING) + (b.sheet.event.format in FLOOR_TAKING))


def _after_others_night(a: Entry, b: Entry) -> bool:
    """True where one's night is over and another one's morning begins: who sweeps, and when?"""
    told = a.sheet.margin_stated or a.sheet.routine or b.sheet.routine
    return after_a_night(a, b) and not told and a.sheet.organisers.isdisjoint(b.sheet.organisers)


def _gap_and_margin(a: Entry, b: Entry, ground: Ground) -> Facts:
    return (*gap(a, b, ground), ("margin", str(_margin(a, b) // 60)))


def _hangs(entry: Entry) -> bool:
    return entry.sheet.exhibition


def _takes_no_floor(entry: Entry) -> bool:
    """True for weeks to which people are invited in no form that needs a floor: a reading challenge.

    A house that is shut for weeks invites nobody.
    """
    weeks = entry.standing and entry.occurrence.whole_day and entry.sheet.event.format is Format.OTHER
    return weeks and bool(entry.sheet.audiences)


def _of_one_house(a: Entry, b: Entry, ground: Ground) -> bool:
    """True where one organiser has both, or the municipality one and its library the other."""
    if not a.sheet.organisers.isdisjoint(b.sheet.organisers):
        return True
    owners = [
        {ground.municipality_behind(organiser) for organiser in entry.sheet.organisers} - {None} for entry in (a, b)
    ]
    return not owners[0].isdisjoint(owners[1])


#: The two need one venue at one time, whatever the room.
ONE_PLACE: Final = (
    Condition(
        Reason("no-venue", "{event} names no venue."),
        lambda a, b, _: a.sheet.venue is not None and b.sheet.venue is not None,
        which(lambda entry: entry.sheet.venue is None),
    ),
    Condition(OTHER_VENUE, lambda a, b, _: a.sheet.venue == b.sheet.venue),
    Condition(
        Reason("no-floor", "{event} goes on for weeks, and other things can go on in the room."),
        lambda a, b, _: not (_takes_no_floor(a) or _takes_no_floor(b)),
        which(_takes_no_floor),
        Turn.LAST,
    ),
    Condition(
        NO_OVERLAP,
        lambda a, b, _: overlap(a, b, _margin(a, b)) or _after_others_night(a, b),
        _gap_and_margin,
    ),
)
#: A venue without rooms is one room, and without a named room both take it all.
ONE_ROOM: Final = Condition(
    Reason("other-room", "They are in different rooms, or one room is not named."),
    lambda a, b, _: not a.sheet.has_rooms or a.sheet.room == b.sheet.room,
    turn=Turn.FIRST,
)
#: Who has hung an exhibition knows what else one does in that room.
OF_TWO: Final = Condition(
    Reason("own-exhibition", "{event} is an exhibition of the same organiser."),
    lambda a, b, ground: not (_hangs(a) or _hangs(b)) or not _of_one_house(a, b, ground),
    which(_hangs),
)


def level(a: Entry, b: Entry, ground: Ground) -> Level:
    """Return hard for two at one time, or within a margin that the venue states.

    Soft: too little time by our own reckoning, a morning after another's night, and what leaves an exhibition where
    it hangs. Where the two are perhaps one event, there is something to ask first.
    """
    if duplicate.RULE.judge(a, b, ground):
        return Level.SOFT
    if _hangs(a) or _hangs(b):
        return Level.HARD if _both_take_the_floor(a, b) else Level.SOFT
    stated = a.sheet.margin_stated and overlap(a, b, _margin(a, b))
    return Level.HARD if stated or overlap(a, b) else Level.SOFT


def _both_take_the_floor(a: Entry, b: Entry) -> bool:
    return {a.sheet.event.format, b.sheet.event.format} <= FLOOR_TAKING


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
    if not overlap(a, b, _margin(a, b)):
        return (*found, ("night", min(a, b, key=lambda entry: entry.starts_at).sheet.id))
    if not overlap(a, b):
        between = max(a.starts_at, b.starts_at) - min(a.ends_at, b.ends_at)
        return (*found, ("gap", str(between // 60)), ("margin", str(_margin(a, b) // 60)))
    hanging = [entry.sheet.id for entry in (a, b) if _hangs(entry)]
    return (*found, ("exhibition", hanging[0])) if hanging else found


def sentence(finding: Finding, lang: Language) -> str:
    """Say that two are in one place at one time, or too close on each other there."""
    found = blanks(finding, lang)
    if exhibition := finding.fact("exhibition"):
        if finding.other is not None and exhibition == finding.other.id:
            found["event"], found["other"] = found["other"], found["event"]
        return lang.say("Where the exhibition {event} hangs ({place}): {other}, {dates}.", **found)
    if night := finding.fact("night"):
        if finding.other is not None and night == finding.other.id:
            found["event"], found["other"] = found["other"], found["event"]
        return lang.say("In the morning after another's night ({place}): {event} and then {other}, {dates}.", **found)
    if minutes := finding.fact("gap"):
        return lang.say(
            "Too little time between two events in one place ({place}): {event} and {other}, {dates}. "
            "There are {gap} minutes between them, and {margin} are needed.",
            **found,
            gap=minutes,
            margin=finding.fact("margin"),
        )
    return lang.say("At the same time in the same place ({place}): {event} and {other}, {dates}.", **found)


def advice(finding: Finding, lang: Language) -> str:
    """Say what can be done; beside an exhibition on the walls, nobody has to move."""
    if finding.fact("night"):
        return lang.say("Agree on who clears the room in the night, or begin later.")
    if finding.fact("exhibition") and finding.level is not Level.HARD:
        return lang.say("Ask whoever keeps the room whether both have space in it.")
    return lang.say("Agree on which of the two changes its time or room.")


RULE: Final = PairRule(
    "venue",
    (Among.VENUE,),
    AllOf(level, *ONE_PLACE, ONE_ROOM, OF_TWO),
    facts,
    fields=("venue", "room", "starts", "ends", "format"),
    words=RuleWords(
        name="the same place",
        sentence=sentence,
        advice=advice,
        turns_on_end=True,
    ),
    despite=(BOTH_ROUTINE, ONE_FEAST, ONE_SERIES),
)
