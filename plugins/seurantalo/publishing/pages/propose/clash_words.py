"""What the rules say, for a browser to say it: each rule is asked about events whose titles are blanks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from seurantalo.language import dates
from seurantalo.language.catalogue import Language
from seurantalo.model.event import Event
from seurantalo.model.record import Origin
from seurantalo.model.text import Text
from seurantalo.planner.clashes import Finding, Level, PairRule, RuleWords
from seurantalo.planner.clashes.hands import Hands
from seurantalo.planner.clashes.rule import DayRule
from seurantalo.planner.clashes.rules import RULES
from seurantalo.planner.clashes.wording import filled

#: A day on which nothing is celebrated: its words are replaced by a blank.
_DAY: Final = date(2026, 2, 3)
_OTHER_DAY: Final = _DAY + timedelta(days=1)
_PLACE: Final = {"place": "{place}"}
_HERE: Final = {"municipality": "{municipality}", "locative": "{locative}"}
_ABROAD: Final = {**_HERE, "other_municipality": "{other_municipality}"}
_DAYS: Final = {"day": _DAY.isoformat(), "other_day": _OTHER_DAY.isoformat()}
_LOAD: Final = {**_HERE, "count": "{count}", "event_1": "{events}"}

#: What is advised while there is no file yet: rule, or rule and variant.
_UNWRITTEN: Final[Mapping[str, str]] = {
    "duplicate": "If it is one event, it is in the calendar already. If there are two, make the titles different.",
    "venue-room-unknown": "Name the room, and this goes away if they are different rooms.",
    "audience unsaid": "Say whom it is for; then it is known whether they clash.",
    "holiday": "Check the day. If it is meant to be so, nothing has to be changed.",
}
#: Rule -> variant -> the facts that make it.
VARIANTS: Final[Mapping[str, Mapping[str, Mapping[str, str]]]] = {
    "duplicate": {"": _HERE},
    "venue": {
        "": _PLACE,
        "gap": {**_PLACE, "gap": "{gap}", "margin": "{margin}"},
        "night": {**_PLACE, "night": "event"},
        "exhibition": {**_PLACE, "exhibition": "event"},
    },
    "venue-room-unknown": {unnamed: {**_PLACE, "unnamed": unnamed} for unnamed in ("event", "other")},
    "organiser": {
        "": {"organiser": "{organiser}", "hands": Hands.SOME.name},
        "one": {"organiser": "{organiser}", "hands": Hands.ONE_SET.name},
        "way": {"organiser": "{organiser}", "hands": Hands.ONE_SET.name, "way": "yes"},
    },
    "major": {
        "": {**_HERE, "major": "event"},
        "abroad": {**_ABROAD, "major": "event"},
        "both": {**_HERE, "major": "event", "both": "yes"},
    },
    "audience": {
        "unsaid": {**_HERE, "together": "unsaid"},
        "evening": {**_HERE, "together": "evening", "audience": "{audience}"},
        "overlap": {**_HERE, "together": "overlap", "audience": "{audience}"},
        "weekly": {**_HERE, "together": "overlap", "audience": "{audience}", "weekly": "yes"},
    },
    "destination": {
        variant: {**_HERE, "other_municipality": "{other_place}", "subject": variant} for variant in ("", "subject")
    },
    "near-miss": {
        f"{alike}{' one day' * (len(days) == 1)}": {
            **(_ABROAD if alike == "abroad" else _HERE),
            "alike": alike,
            "practice": "{practice}",
            "audience": "{audience}",
            **(_DAYS if len(days) > 1 else dict.fromkeys(_DAYS, _DAY.isoformat())),
        }
        for alike in ("abroad", "practice", "audience", "format")
        for days in ((_DAY,), (_DAY, _OTHER_DAY))
    },
    "holiday": {
        "holiday": {"kind": "holiday"},
        "eve": {"kind": "eve"},
        "break": {**_HERE, "kind": "break", "break": "{name}"},
    },
    "load": {"day": {**_LOAD, "span": "day"}, "weekend": {**_LOAD, "span": "weekend"}},
}


def words_of_rules(lang: Language) -> dict[str, dict[str, Any]]:
    """Return of each rule what it is about, and by variant what it says and advises.

    Advice is one text where all variants have it in common, and a list (hard, soft, info) where the level decides.

    >>> words_of_rules(lang)["venue"]["says"][""]
    'Samaan aikaan samassa paikassa ({place}): {event} ja {other}, {dates}.'
    """
    return {rule.code: _of_rule(rule, lang) for rule in RULES}


def _of_rule(rule: PairRule | DayRule, lang: Language) -> dict[str, Any]:
    words = rule.words
    facts = VARIANTS[rule.code]
    advice: dict[str, str | list[str]] = {}
    found: dict[str, Any] = {
        "name": lang.say(words.name) if words.name else "",
        "says": {name: _sentence(words, _finding(rule, told, Level.SOFT), lang) for name, told in facts.items()},
        "advice": advice,
    }
    for name, told in facts.items():
        unwritten = _UNWRITTEN.get(f"{rule.code} {name}") or _UNWRITTEN.get(rule.code)
        by_level = [_advice(words, _finding(rule, told, level), lang) for level in Level]
        alike = len(set(by_level)) == 1
        advice[name] = lang.say(unwritten) if unwritten else by_level[0] if alike else by_level
    if len(set(map(str, advice.values()))) == 1:
        found["advice"] = next(iter(advice.values()))
    found |= {"ends": True} if words.turns_on_end else {}
    found |= {"practice": True} if words.names_practice else {}
    if words.beside:
        found["beside"] = lang.say(words.beside)
    return found


def _finding(rule: PairRule | DayRule, facts: Mapping[str, str], level: Level) -> Finding:
    """Return a finding about two events whose titles are blanks."""
    other = _event("other") if isinstance(rule, PairRule) else None
    return Finding(
        id="",
        rule=rule.code,
        level=level,
        event=_event("event"),
        other=other,
        dates=(_DAY,),
        more=0,
        tell=lambda: tuple(facts.items()),
        municipality="",
        words=rule.words,
    )


def _event(name: str) -> Event:
    return Event(
        id=name,
        origin=Origin("events/blank.yml"),
        title=Text.plain(f"{{{name}}}"),
        timezone="Europe/Helsinki",
        organisers=(),
        municipality="",
    )


def _sentence(words: RuleWords, finding: Finding, lang: Language) -> str:
    sentence = words.sentence
    said = filled(sentence, finding, lang) if isinstance(sentence, str) else sentence(finding, lang)
    for name, blank in (("event", "{event}"), ("other", "{other}"), ("events", "{events}")):
        said = said.replace(lang.say("“{title}”", title=f"{{{name}}}"), blank)
    day, other_day = dates.day(_DAY, lang), dates.day(_OTHER_DAY, lang)
    is_near = finding.rule == "near-miss"
    # Of a holiday, its name stands before the day.
    said = said.replace(f"None {day}", "{days}").replace(other_day, "{other_day}")
    return said.replace(day, "{day}" if is_near else "{dates}")


def _advice(words: RuleWords, finding: Finding, lang: Language) -> str:
    return lang.say(words.advice) if isinstance(words.advice, str) else words.advice(finding, lang)


def words_of_all(lang: Language) -> dict[str, Any]:
    """Return what is said whichever rule it is, and how days and lists are written."""
    return {
        "title": lang.say("“{title}”", title="{title}"),
        "list": lang.say("{first} and {last}", first="{first}", last="{last}"),
        "more": _counted("{n} more day", "{n} more days", lang),
        "others": _counted("{n} other", "{n} others", lang),
        "day": lang.say(
            "{weekday} {day} {month} {year}", weekday="{weekday}", day="{day}", month="{month}", year="{year}"
        ),
        "weekdays": list(lang.tongue.weekdays_in_dates),
        "months": [dates.month(number, lang) for number in range(1, 13)],
        "break": lang.say("school break"),
        "practice": lang.say("Both are of one practice: {practice}.", practice="{practice}"),
        "planned": lang.say("{event} was first planned for {planned}.", event="{event}", planned="{planned}"),
        "first": lang.say("{event} was in the calendar first.", event="{event}"),
        "tentative": lang.say("The date of {event} is only reserved for now.", event="{event}"),
        "both_tentative": lang.say("Both dates are only reserved for now."),
        "assumed": lang.say("No end is given for {events}; its length is a guess.", events="{events}"),
    }


def _counted(one: str, many: str, lang: Language) -> list[str]:
    """Return the words for one and for several, with the number as a blank."""
    return [lang.count(one, many, number).replace(str(number), "{n}", 1) for number in (1, 2)]
