"""Why two events clash or do not, in words: a heading, and a line for every rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from seurantalo.language import Language, dates
from seurantalo.planner.clashes.finding import Facts, Level
from seurantalo.planner.clashes.sentences import title
from seurantalo.planner.clashes.why import UNTOLD, Explanation, Verdict

_LEVELS: Final[Mapping[Level, str]] = MappingProxyType(
    {Level.HARD: "a clash", Level.SOFT: "a clash worth talking about", Level.INFO: "for information"}
)


def explain_in_words(explanation: Explanation, lang: Language) -> Iterator[str]:
    """Yield lines of plain text: the two events, what was compared, and each rule with its reason.

    >>> from seurantalo.planner.clashes.why import explain_pair
    >>> found = explain_pair(event, community.events["tanssit"], community, calendar, settings)
    >>> for line in list(explain_in_words(found, lang))[:3]:
    ...     print(line)
    ”Kevätkonsertti” ja ”Tanssit” menevät päällekkäin.
      Verratut päivät: la 20.3.2027 ja la 20.3.2027.
      kirjattu kahdesti (duplicate): Niiden otsikot eivät muistuta toisiaan.
    """
    events = {event.id: event for event in (explanation.event, explanation.other)}
    names = {name: title(event, lang) for name, event in events.items()}
    both = {"event": title(explanation.event, lang), "other": title(explanation.other, lang)}
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
        first, second = (dates.day(day, lang) for day in explanation.dates)
        yield f"  {lang.say('Compared: {day} and {other_day}.', day=first, other_day=second)}"
    for verdict in explanation.verdicts:
        yield f"  {_rule(verdict, lang)}: {_because(verdict, names, lang)}"


def _rule(verdict: Verdict, lang: Language) -> str:
    return f"{lang.say(verdict.name)} ({verdict.rule})" if verdict.name else verdict.rule


def _because(verdict: Verdict, names: Mapping[str, str], lang: Language) -> str:
    if verdict.level is not None:
        return lang.say(_LEVELS[verdict.level])
    return lang.say((verdict.reason or UNTOLD).words, **_blanks(verdict.facts, names))


def _blanks(facts: Facts, names: Mapping[str, str]) -> dict[str, str]:
    return {name: names.get(value, value) if name == "event" else value for name, value in facts}
