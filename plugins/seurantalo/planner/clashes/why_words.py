"""Why two events clash or do not, in words: a heading, and a line for every rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.model.event import Event
from seurantalo.planner.clashes.finding import Level
from seurantalo.planner.clashes.why import Explanation, Reason, Values, Verdict
from seurantalo.planner.clashes.wording import day_in_words

_RULES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "audience": "the same people",
        "duplicate": "written twice",
        "major": "a great day",
        "near-miss": "close together",
        "organiser": "one organiser in two places",
        "venue": "the same place",
        "venue-room-unknown": "room not named",
    }
)
_LEVELS: Final[Mapping[Level, str]] = MappingProxyType(
    {Level.HARD: "a clash", Level.SOFT: "a clash to talk about", Level.INFO: "a remark"}
)
_BONDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "series": "They are of one series (series), so they know of each other.",
        "joint": "They are arranged together (with), so they know of each other.",
        "part": "They are parts of one event (part_of), so they know of each other.",
    }
)
_REASONS: Final[Mapping[Reason, str]] = MappingProxyType(
    {
        Reason.SAME_EVENT: "It is one and the same event.",
        Reason.NO_DATE: "{event} has no date in the calendar: not known, or a hold that has run out.",
        Reason.NOT_HELD: "{event} is cancelled or postponed: it clashes with nothing.",
        Reason.BOTH_ROUTINE: "Both are routine (daily or weekly, or weight: routine): they live with each other.",
        Reason.ONE_ROUTINE: "{event} is routine (daily or weekly, or weight: routine).",
        Reason.STANDING: "{event} is there for so long that one can go on another day.",
        Reason.RULE_OFF: "This rule is turned off (rules_off).",
        Reason.NO_VENUE: "{event} names no venue.",
        Reason.OTHER_VENUE: "They are in different venues.",
        Reason.SAME_VENUE: "They are in one venue, where the same people may do both.",
        Reason.OTHER_ROOM: "They are in different rooms, or one room is not named.",
        Reason.NO_ROOMS: "The venue has no rooms to name.",
        Reason.ROOMS_KNOWN: "Both name their room, or neither does.",
        Reason.EXHIBITION: "An exhibition leaves the floor to others.",
        Reason.OTHER_ORGANISER: "They have no organiser in common.",
        Reason.OTHER_MUNICIPALITY: "They are in different municipalities.",
        Reason.NOT_NEIGHBOURS: "They are in municipalities that don't touch.",
        Reason.NO_AUDIENCE: "{event} does not say whom it is for (audience).",
        Reason.OTHER_AUDIENCE: "They are for different people.",
        Reason.NOT_MAJOR: "Neither is a major event (weight: major).",
        Reason.NO_OVERLAP: "They don't overlap: {minutes} minutes between them, {margin} needed.",
        Reason.OTHER_EVENING: "They neither overlap nor begin between {from} and {to} on one evening.",
        Reason.OTHER_DAY: "They are not on one day: {days} days between them.",
        Reason.FAR_APART: "There are {days} days between them; up to {limit} are close.",
        Reason.TOGETHER: "They overlap, which is no near miss.",
        Reason.UNLIKE: "They have neither practice, audience nor format in common.",
        Reason.OTHER_TITLE: "Their titles are not alike.",
        Reason.UNTOLD: "It has nothing to say about these two.",
    }
)


def explain_in_words(explanation: Explanation, lang: Language) -> Iterator[str]:
    """Yield lines of plain text: the two events, what was compared, and each rule with its reason."""
    events = {event.id: event for event in (explanation.event, explanation.other)}
    names = {name: _title(event, lang) for name, event in events.items()}
    both = {"event": _title(explanation.event, lang), "other": _title(explanation.other, lang)}
    if explanation.before is not None:
        yield lang.say("{event} and {other} do not clash.", **both)
        yield f"  {_because(explanation.before, names, lang)}"
        return
    if not explanation.clash:
        yield lang.say("{event} and {other} do not clash.", **both)
    elif explanation.agreed is not None:
        why = explanation.agreed.why.in_language(lang.code)
        yield lang.say("{event} and {other} clash, and it is agreed: {why}", **both, why=why)
    else:
        yield lang.say("{event} and {other} clash.", **both)
    if explanation.dates is not None:
        first, second = (day_in_words(day, lang) for day in explanation.dates)
        yield f"  {lang.say('Compared: {day} and {other_day}.', day=first, other_day=second)}"
    for verdict in explanation.verdicts:
        yield f"  {_rule(verdict, lang)}: {_because(verdict, names, lang)}"


def _rule(verdict: Verdict, lang: Language) -> str:
    words = _RULES.get(verdict.rule)
    return f"{lang.say(words)} ({verdict.rule})" if words else verdict.rule


def _because(verdict: Verdict, names: Mapping[str, str], lang: Language) -> str:
    if verdict.level is not None:
        return lang.say(_LEVELS[verdict.level])
    values = dict(verdict.values)
    if bond := values.get("bond"):
        return lang.say(_BONDS[bond])
    return lang.say(_REASONS[verdict.reason or Reason.UNTOLD], **_blanks(verdict.values, names))


def _blanks(values: Values, names: Mapping[str, str]) -> dict[str, str]:
    return {name: names.get(value, value) if name == "event" else value for name, value in values}


def _title(event: Event, lang: Language) -> str:
    return lang.say("“{title}”", title=event.title.in_language(lang.code))
